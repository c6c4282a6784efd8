/// What a brief is to tell.
public struct BriefQuestion: Sendable {
  public var filter = EdgeFilter()
  public var limits = BriefReport.Limits()
  /// Where empty, the brief is titled by what it is most about.
  public var title = ""
  /// Days that are held against each other.
  public var comparison: (from: CalendarDate, to: CalendarDate)?
  /// Pairs whose connection is told.
  public var paths: [(from: ID<Node>, to: ID<Node>)] = []
  /// The day as of which the graph was opened.
  public var asOf: CalendarDate?

  public init() {}
}

extension StoredGraph {
  /// A brief of the graph with its picture; see ``BriefReport``.
  ///
  /// - Throws: `StoreError`, `DiagramError` or `RenderingError`.
  public func brief(_ question: BriefQuestion = BriefQuestion()) async throws -> BriefReport {
    var report = BriefReport(
      graph: graph, filter: question.filter, limits: question.limits, title: question.title)
    report.actors = actors
    var picture = GraphPicture(self)
    picture.filter = question.filter
    picture.asOf = question.asOf
    let captions = try picture.captions(asOf: question.asOf)
    report.basis = [captions.subtitle, captions.source].filter { !$0.isEmpty }.joined(separator: ". ")
    if graph.edges(question.filter).isEmpty == false { report.picture = try await picture.part() }
    report.quotations = try quotations(
      of: report.toldEdges, limit: 1, preferring: question.filter.dates, contrary: true)
    if let days = question.comparison {
      let (first, last) = (min(days.from, days.to), max(days.from, days.to))
      func opened(_ day: CalendarDate) throws -> StoredGraph {
        var weighting = graph.weighting
        weighting.asOf = day
        return try StoredGraph(store, weighting: weighting, byCountry: actors != nil, datedOnly: true)
      }
      report.comparison = try opened(last).changes(
        since: opened(first), question.filter, limit: question.limits.ties)
    }
    for ends in question.paths {
      var asked = PathQuestion(from: ends.from, to: ends.to)
      asked.constraints = PathConstraints(filter: question.filter)
      asked.sentences = 1
      switch try paths(asked) {
      case .paths(let found): report.paths.append(found)
      case .none(let failure): report.missingPaths.append(failure)
      }
    }
    return report
  }
}
