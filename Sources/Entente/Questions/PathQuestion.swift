/// How two nodes are connected, and what the answer must keep to.
///
/// ```swift
/// var question = PathQuestion(from: milley, to: southKorea)
/// question.constraints.avoiding = [japan]
/// switch try stored.paths(question) {
/// case .paths(let report): …
/// case .none(let report): …
/// }
/// ```
public struct PathQuestion: Sendable {
  /// Which paths are wanted.
  public enum Scope: Hashable, Sendable {
    /// The best, so many.
    case best(Int)
    /// All with at most so many steps, the shortest first, and no more than a cap.
    case all(maximumHops: Int, cap: Int)
    /// The one that arrives first of those with each step no earlier than the one before.
    case earliest
  }

  public var from: ID<Node>
  public var to: ID<Node>
  public var ranking = PathRanking.strength
  public var scope = Scope.best(1)
  public var constraints = PathConstraints()
  /// 0 … 10; see `PathFinder`.
  public var hubPenalty = 0.0
  /// Sentences cited for each step at most; 0 for none.
  public var sentences = 2

  public init(from: ID<Node>, to: ID<Node>) {
    self.from = from
    self.to = to
  }
}

/// The paths, or why there is none.
public enum PathFinding: Sendable {
  case paths(PathReport)
  case none(NoPathReport)
}

extension StoredGraph {
  /// Paths between two nodes, with the sentences behind their steps.
  public func paths(_ question: PathQuestion) throws -> PathFinding {
    let finder = PathFinder(
      graph, by: question.ranking, hubPenalty: question.hubPenalty, preparation: .asNeeded)
    let (from, to, constraints) = (question.from, question.to, question.constraints)
    do {
      var report = PathReport(graph: graph, paths: [], quotations: [:])
      switch question.scope {
      case .best(let count):
        let found = try finder.rankedPaths(from: from, to: to, count: count, constraints)
        report.paths = found.paths
        report.isProven = found.isProven
      case .all(let hops, let cap):
        let all = try finder.allPaths(from: from, to: to, maximumHops: hops, limit: cap, constraints)
        // They come in order of length; of equally long ones the best first.
        report.paths = all.paths.enumerated().sorted { a, b in
          if a.element.hops != b.element.hops { return a.element.hops < b.element.hops }
          let (x, y) = (worth(a.element, question.ranking), worth(b.element, question.ranking))
          return x != y ? x > y : a.offset < b.offset
        }.map(\.element)
        report.isProven = !all.isTruncated
        report.cap = cap
      case .earliest:
        let found = try graph.earliestPath(from: from, to: to, constraints)
        report.paths = [found.path]
        report.dates = [found.dates]
        report.isProven = found.isProvenEarliest
      }
      report.actors = actors
      report.citesSentences = question.sentences > 0
      report.quotations = try quotations(for: report, question)
      return .paths(report)
    } catch let failure as NoPath {
      var constraints = constraints
      if case .all(let hops, _) = question.scope {
        constraints.maximumHops = min(hops, constraints.maximumHops ?? .max)
      }
      return .none(
        NoPathReport(
          graph: graph, failure: failure, constraints: constraints,
          alternative: try? finder.path(from: from, to: to)))
    }
  }

  private func worth(_ path: PathAnswer, _ ranking: PathRanking) -> Double {
    ranking == .trust ? path.trust : path.strength
  }

  private func quotations(for report: PathReport, _ question: PathQuestion) throws -> [ID<Edge>: [Quotation]] {
    var result: [ID<Edge>: [Quotation]] = [:]
    for (place, path) in report.paths.enumerated() {
      for (step, edge) in path.edges.enumerated() where result[edge] == nil {
        // A step in order of time is told by the claim of its day.
        let day = report.dates?[place][step]
        let days = day.map { DateWindow(begin: $0, end: $0.adding(days: 1)) } ?? question.constraints.filter.dates
        // One is needed in any case, for its words.
        result[edge] = try quotations(
          of: edge, limit: max(1, question.sentences), preferring: days, contrary: day == nil && graph[edge].isDivided)
      }
    }
    return result
  }
}
