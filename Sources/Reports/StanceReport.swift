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
    var wording = self.wording
    var text = style.bold(capitalized(wording.name(profile.node))) + "\n"
    let name = wording.name(profile.node)
    let headings = [
      (
        profile.received, "Support for \(name)", "Opposition to \(name)", "Contested: stances on \(name) told both ways"
      ),
      (profile.held, "What \(name) supports", "What \(name) opposes", "Contested: stances of \(name) told both ways"),
    ]
    for (sides, support, opposition, both) in headings {
      for (heading, edges) in [(support, sides.supporting), (opposition, sides.opposing)] where !edges.isEmpty {
        text += "\n" + style.bold(heading) + "\n"
        for edge in edges { text += plain(graph[edge], style, &wording, &notes) }
      }
      if !sides.contested.isEmpty {
        text += "\n" + style.bold(both) + "\n"
        for edge in sides.contested { text += contested(graph[edge], style, &wording, &notes) }
      }
    }
    if profile.received.isEmpty && profile.held.isEmpty { text += "\nNobody's stance is told.\n" }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }

  var wording: ClaimWording {
    let edges = (profile.received.all + profile.held.all).map { graph[$0] }
    let speakers = quotations.values.joined().flatMap(\.claim.attribution).compactMap { graph.node(of: $0) }
    return ClaimWording(graph, naming: edges.flatMap { [$0.source, $0.target] } + speakers, actors: actors)
  }

  /// "+0.23  Mark Milley, since August 2019".
  private func heading(_ edge: Edge, _ style: TextStyle, _ wording: inout ClaimWording) -> String {
    let other = edge.other(than: profile.node)
    wording.mention(other)
    let weight = TerminalText.padded(TextStyle.weight(edge.weight), to: 5)
    var text = "  \(style.signed(weight, by: edge.weight))  "
    text += style.bold(TerminalText.escaped(graph.entity(other).name))
    if edge.isContested { text += ", on the whole " + (edge.weight < 0 ? "against" : "for") }
    if let first = edge.firstDate, first != edge.lastDate { text += ", since \(DateSpanText.text(first))" }
    if edge.isUnconfirmed { text += ", unconfirmed" }
    return text + style.dim("  (\(EdgeText.basis(edge)))") + "\n"
  }

  private func plain(_ edge: Edge, _ style: TextStyle, _ wording: inout ClaimWording, _ notes: inout EvidenceNotes)
    -> String
  {
    let text = heading(edge, style, &wording)
    let quoted = quotations[edge.id] ?? []
    guard !quoted.isEmpty else { return text }
    return text + clause(edge, quoted, style, &wording, &notes)
  }

  private func contested(_ edge: Edge, _ style: TextStyle, _ wording: inout ClaimWording, _ notes: inout EvidenceNotes)
    -> String
  {
    var text = heading(edge, style, &wording)
    let quoted = quotations[edge.id] ?? []
    let sides = [("for", quoted.filter { $0.claim.weight > 0 }), ("against", quoted.filter { $0.claim.weight < 0 })]
    for (side, quoted) in sides where !quoted.isEmpty {
      text += clause(edge, quoted, style, &wording, &notes, label: side + ": ")
    }
    return text
  }

  /// The clearest claim in words, by whom it is told, and the numbers of its sentences.
  private func clause(
    _ edge: Edge, _ quoted: [Quotation], _ style: TextStyle, _ wording: inout ClaimWording,
    _ notes: inout EvidenceNotes, label: String = ""
  ) -> String {
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
