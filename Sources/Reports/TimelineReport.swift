public import Diplomacy
public import PathQueries
import Provenance
public import RelationGraph

/// The tie of two actors in order of time.
public struct TimelineReport: Sendable {
  public var graph: Graph
  public var actors: (ID<Node>, ID<Node>)
  public var timeline: TieTimeline
  /// The sentence of each claim.
  public var quotations: [ID<Claim>: Quotation]
  /// The edge of each claim.
  public var edges: [ID<Claim>: ID<Edge>]
  public var represented: RepresentedActors?

  public init(
    graph: Graph, actors: (ID<Node>, ID<Node>), timeline: TieTimeline, quotations: [ID<Claim>: Quotation],
    edges: [ID<Claim>: ID<Edge>], represented: RepresentedActors? = nil
  ) {
    self.graph = graph
    self.actors = actors
    self.timeline = timeline
    self.quotations = quotations
    self.edges = edges
    self.represented = represented
  }

  /// `{"actors", "entries": [{"date","source","target","kind","event","weight","modality","balance","turn",
  /// "summary","evidence"}], "undated": […]}`.
  public var json: JSONText {
    var notes = EvidenceNotes()
    var wording = self.wording
    func members(_ claim: RecordedClaim) -> [JSONText.Member] {
      let quotation = quotations[claim.id]
      return [
        .init("date", JSONText(claim.effectiveDate?.description)),
        .init("reported", .bool(claim.claim.date == nil && claim.documentDate != nil)),
        .init("kind", .string(claim.claim.kind.rawValue)),
        .init("source", JSONText(name(claim.claim.source))), .init("target", JSONText(name(claim.claim.target))),
        .init("event", JSONText(claim.claim.event?.rawValue)), .init("weight", .decimal(claim.claim.weight)),
        .init("modality", .string(claim.claim.modality.rawValue)),
        .init("summary", JSONText(clause(claim, &wording))),
        .init("evidence", quotation.map { $0.json(number: notes.number($0)) } ?? .null),
      ]
    }
    return .object([
      .init("actors", .array([actors.0, actors.1].map { NodeRecord.json($0, in: graph) })),
      .init(
        "entries",
        .array(
          timeline.entries.map { entry in
            .object(
              members(entry.claim) + [
                .init("balance", .decimal(entry.balance)), .init("turn", JSONText(entry.turn?.rawValue)),
              ])
          })), .init("undated", .array(timeline.undated.map { .object(members($0)) })),
    ])
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    var notes = EvidenceNotes()
    var wording = self.wording
    let names = [actors.0, actors.1].map { TerminalText.escaped(graph.entity($0).name) }
    var text = style.bold(listed(names)) + ": \(counted(timeline.entries.count, "dated claim", "dated claims"))"
    let turns = timeline.entries.compactMap(\.turn).count
    if turns > 0 { text += ", \(counted(turns, "turning point", "turning points"))" }
    text += "\n\n"
    let column = 19
    let indentation = String(repeating: " ", count: column)
    func line(_ label: String, _ claim: RecordedClaim, tail: String = "") -> String {
      var sentence = clause(claim, &wording) ?? ""
      if let quotation = quotations[claim.id] { sentence += " " + notes.marks([quotation]) }
      return TerminalText.padded(label, to: column)
        + TerminalText.wrapped(capitalized(sentence) + tail, columns: style.columns - column, indentation: indentation)
        + "\n"
    }
    // A fact is told on the first day alone, with the number of claims.
    var facts: [ID<Edge>: Int] = [:]
    for claim in timeline.entries.map(\.claim) + timeline.undated {
      if let edge = fact(claim) { facts[edge, default: 0] += 1 }
    }
    var toldFacts: Set<ID<Edge>> = []
    func isTold(_ claim: RecordedClaim) -> Bool { fact(claim).map { toldFacts.insert($0).inserted } ?? true }
    func tail(_ claim: RecordedClaim) -> String {
      guard let edge = fact(claim), let count = facts[edge], count > 1 else { return "" }
      return " (told \(count) times)"
    }
    for day in days {
      var label = day.first?.claim.effectiveDate.map(DateSpanText.text) ?? ""
      var isAny = false
      for entry in day where isTold(entry.claim) {
        text += line(label, entry.claim, tail: tail(entry.claim))
        label = ""
        isAny = isAny || entry.claim.claim.kind.isSigned
        if let turn = entry.turn {
          let words = turn == .positive ? "turns friendly" : "turns hostile"
          text += indentation + style.signed("→ The tie \(words).", by: turn == .positive ? 1 : -1) + "\n"
        }
      }
      if isAny { text += indentation + style.dim("balance \(TextStyle.weight(day.last?.balance ?? 0))") + "\n" }
    }
    let undated = timeline.undated.filter(isTold)
    if !undated.isEmpty, !timeline.entries.isEmpty { text += "\n" }
    for (place, claim) in undated.enumerated() { text += line(place == 0 ? "undated" : "", claim, tail: tail(claim)) }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }

  /// The edge of a claim that states a fact.
  func fact(_ claim: RecordedClaim) -> ID<Edge>? { claim.claim.kind.isSigned ? nil : edges[claim.id] }

  /// The entries of each day.
  private var days: [ArraySlice<TieTimeline.Entry>] {
    var days: [ArraySlice<TieTimeline.Entry>] = []
    var begin = 0
    func day(_ place: Int) -> Int? { timeline.entries[place].claim.effectiveDate?.dayNumber }
    for place in timeline.entries.indices where place + 1 == timeline.entries.count || day(place) != day(place + 1) {
      days.append(timeline.entries[begin...place])
      begin = place + 1
    }
    return days
  }

  var wording: ClaimWording {
    let speakers = quotations.values.flatMap(\.claim.attribution).compactMap { graph.node(of: $0) }
    return ClaimWording(graph, naming: [actors.0, actors.1] + speakers, actors: represented)
  }

  private func name(_ entity: ID<Entity>) -> String? {
    EntityRecord.name(entity, in: graph) ?? represented?.name(entity)
  }

  func clause(_ claim: RecordedClaim, _ wording: inout ClaimWording) -> String? {
    guard let edge = edges[claim.id], let quotation = quotations[claim.id] else { return nil }
    // The day stands beside it.
    return wording.clause(graph[edge], quotation, from: actors.0, tellsDate: false)
  }
}
