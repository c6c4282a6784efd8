public import Diplomacy
public import PathQueries
import Provenance
public import RelationGraph

/// What two or more actors have in common, side by side.
public struct CommonTiesReport: Sendable {
  public var graph: Graph
  public var common: CommonTies
  public var quotations: [ID<Edge>: [Quotation]]
  /// Shared nodes that are listed at most; nil for all.
  public var limit: Int?

  public init(graph: Graph, common: CommonTies, quotations: [ID<Edge>: [Quotation]] = [:], limit: Int? = nil) {
    self.graph = graph
    self.common = common
    self.quotations = quotations
    self.limit = limit
  }

  private var shown: ArraySlice<CommonTies.Shared> { common.shared.prefix(limit ?? common.shared.count) }

  /// `{"actors", "direct": [edges], "common": [{"id","name","kind","agreed","ties": [{"actor","edges"}]}]}`.
  public var json: JSONText {
    var notes = EvidenceNotes()
    func edge(_ id: ID<Edge>) -> JSONText {
      EdgeRecord.json(graph[id], in: graph, quotations[id] ?? [], notes: &notes)
    }
    return .object([
      .init("actors", .array(common.actors.map { NodeRecord.json($0, in: graph) })),
      .init("direct", .array(common.direct.map(edge))), .init("common_count", .integer(common.shared.count)),
      .init(
        "common",
        .array(
          shown.map { shared in
            .object(
              NodeRecord.members(shared.node, in: graph) + [
                .init("agreed", shared.isAgreed.map { .bool($0) } ?? .null),
                .init(
                  "ties",
                  .array(
                    zip(common.actors, shared.ties).map { actor, edges in
                      .object([
                        .init("actor", .string(graph.entity(actor).name)), .init("edges", .array(edges.map(edge))),
                      ])
                    })),
              ])
          })),
    ])
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    let words = EdgeText(graph: graph, style: style)
    var notes = EvidenceNotes()
    func line(_ edge: Edge, isForward: Bool, _ text: String) -> String {
      let quoted = quotations[edge.id] ?? []
      return text + style.dim("  (\(EdgeText.basis(edge)))") + (quoted.isEmpty ? "" : " " + notes.marks(quoted)) + "\n"
    }
    let names = common.actors.map { words.name($0) }
    var text = style.bold(listed(names)) + "\n"
    text += "\n" + style.bold("Among themselves") + "\n"
    for id in common.direct {
      let edge = graph[id]
      text += line(
        edge, isForward: true,
        "  \(words.name(edge.source)) \(words.arrow(edge, isForward: true)) \(words.name(edge.target))")
    }
    if common.direct.isEmpty { text += "  nothing\n" }
    let count = common.shared.count
    text += "\n" + style.bold("In common: " + counted(count, "entity", "entities")) + "\n"
    for shared in shown {
      let verdict = shared.isAgreed.map { $0 ? ", where they agree" : ", where they are divided" } ?? ""
      text += "  " + style.bold(words.name(shared.node)) + verdict + "\n"
      for (actor, edges) in zip(common.actors, shared.ties) {
        for id in edges {
          let edge = graph[id]
          text += line(
            edge, isForward: edge.source == actor,
            "    \(words.name(actor)) \(words.arrow(edge, isForward: edge.source == actor))")
        }
      }
    }
    if shown.count < count { text += "  and \(count - shown.count) more\n" }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }
}
