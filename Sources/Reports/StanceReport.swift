public import Diplomacy
public import PathQueries
import Provenance
public import RelationGraph

/// Who supports and who opposes an entity, since when, and who says so; and where it stands on others.
public struct StanceReport: Sendable {
  public var graph: Graph
  public var profile: StanceProfile
  /// Of contested stances at least one for either side.
  public var quotations: [ID<Edge>: [Quotation]]
  public var actors: RepresentedActors?

  public init(
    graph: Graph, profile: StanceProfile, quotations: [ID<Edge>: [Quotation]] = [:], actors: RepresentedActors? = nil
  ) {
    self.graph = graph
    self.profile = profile
    self.quotations = quotations
    self.actors = actors
  }

  /// `{"entity", "received": {"supporting": [edges], "opposing", "contested"}, "held": {…}}`. Each edge has
  /// `told_by`: publishers, and who is reported as saying it.
  public var json: JSONText {
    var notes = EvidenceNotes()
    func edges(_ ids: [ID<Edge>]) -> JSONText {
      .array(
        ids.map { id in
          let edge = graph[id]
          guard case .object(var members) = EdgeRecord.json(edge, in: graph, quotations[id] ?? [], notes: &notes)
          else { return .null }
          members.append(.init("told_by", .array(tellers(of: id).map { .string($0) })))
          return .object(members)
        })
    }
    func sides(_ sides: StanceProfile.Sides) -> JSONText {
      .object([
        .init("supporting", edges(sides.supporting)), .init("opposing", edges(sides.opposing)),
        .init("contested", edges(sides.contested)),
      ])
    }
    return .object([
      .init("entity", NodeRecord.json(profile.node, in: graph)), .init("received", sides(profile.received)),
      .init("held", sides(profile.held)),
    ])
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    var notes = EvidenceNotes()
    let name = TerminalText.escaped(graph.entity(profile.node).name)
    var text = style.bold(name) + "\n"
    let headings = [
      (profile.received, "Support for \(name)", "Opposition to \(name)", "Told both ways of \(name)"),
      (profile.held, "What \(name) supports", "What \(name) opposes", "Told both ways of what \(name) holds"),
    ]
    for (sides, support, opposition, both) in headings {
      for (heading, edges) in [(support, sides.supporting), (opposition, sides.opposing)] where !edges.isEmpty {
        text += "\n" + style.bold(heading) + "\n"
        for edge in edges { text += plain(graph[edge], style, &notes) }
      }
      if !sides.contested.isEmpty {
        text += "\n" + style.bold(both) + "\n"
        for edge in sides.contested { text += contested(graph[edge], style, &notes) }
      }
    }
    if profile.received.isEmpty && profile.held.isEmpty { text += "\nNobody's stance is told.\n" }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }

  private func heading(_ edge: Edge, _ style: TextStyle) -> String {
    let other = TerminalText.escaped(graph.entity(edge.other(than: profile.node)).name)
    let weight = TerminalText.padded(TextStyle.weight(edge.weight), to: 5)
    return "  \(style.signed(weight, by: edge.weight))  \(style.bold(other))"
  }

  /// "since 12 November 2019", "on 12 November 2019" where all is of that day.
  private func since(_ edge: Edge) -> String {
    guard let first = edge.firstDate, let last = edge.lastDate else { return "" }
    return first == last ? ", \(DateSpanText.text(first))" : ", since \(DateSpanText.text(first))"
  }

  private func plain(_ edge: Edge, _ style: TextStyle, _ notes: inout EvidenceNotes) -> String {
    var text = heading(edge, style) + since(edge) + (edge.isUnconfirmed ? ", unconfirmed" : "")
    text += style.dim("  (\(EdgeText.basis(edge)))") + "\n"
    let quoted = quotations[edge.id] ?? []
    guard !quoted.isEmpty else { return text }
    return text + clause(edge, quoted, style, &notes)
  }

  private func contested(_ edge: Edge, _ style: TextStyle, _ notes: inout EvidenceNotes) -> String {
    var text = heading(edge, style) + ", on the whole " + (edge.weight < 0 ? "against" : "for")
    text += since(edge) + style.dim("  (\(EdgeText.basis(edge)))") + "\n"
    let quoted = quotations[edge.id] ?? []
    let sides = [("for", quoted.filter { $0.claim.weight > 0 }), ("against", quoted.filter { $0.claim.weight < 0 })]
    for (side, quoted) in sides where !quoted.isEmpty {
      text += clause(edge, quoted, style, &notes, label: side + ": ")
    }
    return text
  }

  /// The clearest claim in words, by whom it is told, and the numbers of its sentences.
  private func clause(
    _ edge: Edge, _ quoted: [Quotation], _ style: TextStyle, _ notes: inout EvidenceNotes, label: String = ""
  ) -> String {
    let speakers = quoted.flatMap(\.claim.attribution).compactMap { graph.node(of: $0) }
    var wording = ClaimWording(graph, naming: [edge.source, edge.target] + speakers, actors: actors)
    var sentence = capitalized(wording.clause(edge, quoted.first))
    let publishers = Set(quoted.compactMap(\.publisher)).sorted().map(TerminalText.escaped)
    if !publishers.isEmpty { sentence += "; told by " + listed(publishers) }
    sentence = label + sentence + " " + notes.marks(quoted)
    let indentation = String(repeating: " ", count: 9)
    return indentation
      + TerminalText.wrapped(sentence, columns: style.columns - 9, indentation: indentation) + "\n"
  }

  /// Publishers, and who is reported as saying it.
  private func tellers(of edge: ID<Edge>) -> [String] {
    let quoted = quotations[edge] ?? []
    let speakers = quoted.flatMap(\.claim.attribution).compactMap { EntityRecord.name($0, in: graph) }
    return Set(quoted.compactMap(\.publisher) + speakers).sorted()
  }
}
