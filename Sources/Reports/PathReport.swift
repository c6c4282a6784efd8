public import Diplomacy
public import PathQueries
public import Provenance
public import RelationGraph

/// How two entities are connected: the paths in words, and the sentences behind every step.
public struct PathReport: Sendable {
  public var graph: Graph
  public var paths: [PathAnswer]
  /// For each edge, those that say most clearly what it says first.
  public var quotations: [ID<Edge>: [Quotation]]
  /// The day of each step of each path, where they were asked for in order of time; nil for a step along a fact.
  public var dates: [[CalendarDate?]]?
  /// Where every path was asked for: at most so many.
  public var cap: Int?
  /// Whether it is certain that no path left out is better, or where every one was asked for, that these are all.
  public var isProven = true
  /// Where officials are rolled up to their countries: who acted in truth.
  public var actors: RepresentedActors?
  /// Whether the answer cites the sentences, or only goes by them.
  public var citesSentences = true

  public init(
    graph: Graph, paths: [PathAnswer], quotations: [ID<Edge>: [Quotation]], dates: [[CalendarDate?]]? = nil
  ) {
    self.graph = graph
    self.paths = paths
    self.quotations = quotations
    self.dates = dates
  }

  /// All that the paths pass, and who is cited on the way.
  private var named: Set<ID<Node>> {
    var nodes = Set(paths.flatMap(\.nodes))
    for quotation in quotations.values.joined() {
      nodes.formUnion(quotation.claim.attribution.compactMap { graph.node(of: $0) })
    }
    return nodes
  }

  /// `{"paths": [{"nodes", "edges": [{"kind","source","target","weight","evidence"}], "strength", "sign"}]}` and what
  /// else is known. `summary` tells the path in words; the numbers in it are those of the evidence.
  public var json: JSONText {
    var notes = EvidenceNotes()
    return .object([
      .init(
        "paths",
        .array(
          paths.enumerated().map { place, path in
            .object([
              .init("nodes", .array(path.nodes.map { .string(graph.entity($0).name) })),
              .init("node_ids", .array(path.nodes.map { .string(EntityRecord.id(graph.entity($0).id)) })),
              .init("summary", .string(summary(path, &notes))), .init("hops", .integer(path.hops)),
              .init("strength", .decimal(path.strength)), .init("trust", .decimal(path.trust)),
              .init("sign", JSONText(path.sign?.rawValue)),
              .init(
                "edges",
                .array(
                  path.steps.enumerated().map { step, walked in
                    edge(walked, on: dates?[place][step], notes: &notes)
                  })),
            ])
          })), .init("proven", .bool(isProven)),
      .init("truncated", .bool(cap != nil && !isProven)),
    ])
  }

  private func edge(_ step: PathAnswer.Step, on date: CalendarDate?, notes: inout EvidenceNotes) -> JSONText {
    let edge = step.edge
    var members: [JSONText.Member] = [
      .init("kind", .string(edge.kind.rawValue)), .init("source", .string(graph.entity(edge.source).name)),
      .init("target", .string(graph.entity(edge.target).name)), .init("forward", .bool(step.isForward)),
      .init("weight", .decimal(edge.weight)), .init("trust", .decimal(edge.trust)),
      .init("supporting", .integer(edge.supporting)), .init("opposing", .integer(edge.opposing)),
      .init("stories", .integer(edge.stories)), .init("unconfirmed", .bool(edge.isUnconfirmed)),
      .init("first_date", JSONText(edge.firstDate?.description)),
      .init("last_date", JSONText(edge.lastDate?.description)),
    ]
    if dates != nil { members.append(.init("walked_on", JSONText(date?.description))) }
    members.append(
      .init(
        "evidence",
        .array(citesSentences ? (quotations[edge.id] ?? []).map { $0.json(number: notes.number($0)) } : [])))
    return .object(members)
  }

  /// For people: each path as a sentence and as a chain, then the numbered sentences that they rest on.
  public func text(_ style: TextStyle = TextStyle()) -> String {
    let words = EdgeText(graph: graph, style: style)
    var notes = EvidenceNotes()
    var text = ""
    if let notice { text += notice + "\n\n" }
    for (place, path) in paths.enumerated() {
      let number = paths.count > 1 ? style.bold("Path \(place + 1)") + ": " : ""
      text += number + measures(path) + "\n"
      text +=
        "  "
        + TerminalText.wrapped(
          summary(path, &notes), columns: style.columns - 2, indentation: "  ") + "\n"
      for (step, walked) in path.steps.enumerated() {
        let arrow = words.arrow(walked.edge, isForward: walked.isForward)
        let date = dates?[place][step].map { "walked on \($0), " } ?? ""
        text += "    \(words.shortName(walked.from)) \(arrow) \(words.shortName(walked.to))"
        text += style.dim("  (\(date)\(EdgeText.basis(walked.edge)))") + "\n"
      }
      text += "\n"
    }
    return text + notes.text(style)
  }

  /// What a reader must know of how complete the answer is.
  var notice: String? {
    switch (cap, isProven) {
    case (_?, true): counted(paths.count, "path", "paths") + " in all."
    case (let cap?, false) where paths.count >= cap:
      "There are more paths than the \(cap) asked for by --cap; these have the fewest steps."
    case (_?, false): "The search was ended before all paths were found; these have the fewest steps."
    case (nil, false): "The search reached its limit: it is not proven that no other path is better."
    case (nil, true): nil
    }
  }

  /// "2 steps, strength 0.16, trust 0.31; friendly on the whole: the enemy of an enemy".
  func measures(_ path: PathAnswer) -> String {
    "\(counted(path.hops, "step", "steps")), strength \(TextStyle.share(path.strength)), "
      + "trust \(TextStyle.share(path.trust)); \(SignWording.text(path))"
  }

  /// "Mark Milley met Taro Kono on 12 November 2019 [1]; Kono backed …"
  private func summary(_ path: PathAnswer, _ notes: inout EvidenceNotes) -> String { sentence(path, &notes).plain }

  /// The path as a sentence.
  ///
  /// - Parameter mentioned: Entities that the reader has met by their full names.
  func sentence(
    _ path: PathAnswer, _ notes: inout EvidenceNotes, mentioned: [ID<Node>] = [],
    reportDates: ClaimWording.ReportDates = .full
  ) -> Prose {
    var wording = ClaimWording(graph, naming: named, actors: actors)
    wording.reportDates = reportDates
    for node in mentioned { wording.mention(node) }
    let clauses = path.steps.map { step in
      let quotations = quotations[step.edge.id] ?? []
      let contrary = quotations.filter { $0.contradicts(step.edge) }
      let agreeing = quotations.filter { !$0.contradicts(step.edge) }
      var clause = Prose(wording.clause(step.edge, agreeing.first, from: step.from))
      clause += citation(agreeing, &notes)
      if let against = contrary.first {
        clause += ", but " + wording.contrary(step.edge, against, from: step.from)
        clause += citation(contrary, &notes)
      }
      return clause
    }
    return Prose.joined(clauses, by: "; ").capitalizedFirst + "."
  }

  private func citation(_ quotations: [Quotation], _ notes: inout EvidenceNotes) -> Prose {
    citesSentences ? notes.citation(quotations) : Prose()
  }
}
