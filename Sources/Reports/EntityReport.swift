public import Diplomacy
import Provenance
public import RelationGraph

/// All that a graph knows of one entity.
public struct EntityReport: Sendable {
  public var graph: Graph
  public var node: ID<Node>
  /// Ties, the strongest first.
  public var edges: [ID<Edge>]
  public var quotations: [ID<Edge>: [Quotation]]

  public init(graph: Graph, node: ID<Node>, quotations: [ID<Edge>: [Quotation]] = [:]) {
    self.graph = graph
    self.node = node
    edges = EntityReport.ties(of: node, in: graph)
    self.quotations = quotations
  }

  /// Edges at a node: signed ones by strength, then the facts.
  public static func ties(of node: ID<Node>, in graph: Graph) -> [ID<Edge>] {
    (Array(graph.outgoing(node)) + Array(graph.incoming(node))).map { graph[$0] }.sorted { a, b in
      if a.kind.isSigned != b.kind.isSigned { return a.kind.isSigned }
      if a.isCounted != b.isCounted { return a.isCounted }
      return abs(a.weight) != abs(b.weight) ? abs(a.weight) > abs(b.weight) : a.id < b.id
    }.map(\.id)
  }

  public var json: JSONText {
    let entity = graph.entity(node)
    guard case .object(var members) = EntityRecord.json(entity, in: graph) else { return .null }
    members.append(
      .init(
        "ties",
        .array(
          edges.map { id in
            guard case .object(var members) = EdgeRecord.json(graph[id], in: graph) else { return .null }
            members.append(.init("evidence", .array((quotations[id] ?? []).map(\.json))))
            return .object(members)
          })))
    return .object(members)
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    let entity = graph.entity(node)
    let words = EdgeText(graph: graph, style: style)
    var text = style.bold(TerminalText.escaped(entity.name)) + "  " + EntityRecord.kindText(entity) + "\n"
    func line(_ label: String, _ value: String) {
      guard !value.isEmpty else { return }
      let indentation = String(repeating: " ", count: 12)
      text += TerminalText.padded("  " + label, to: 12)
      text += TerminalText.wrapped(TerminalText.escaped(value), columns: style.columns - 12, indentation: indentation)
      text += "\n"
    }
    line("also", entity.aliases.joined(separator: ", "))
    switch entity.details {
    case .country: break
    case .official(let official):
      for role in official.roles.reversed() { line("office", EntityRecord.roleText(role, in: graph)) }
    case .organization: break
    case .agreement(let agreement):
      line("parties", agreement.parties.compactMap { EntityRecord.name($0, in: graph) }.joined(separator: ", "))
      line(
        "status",
        [agreement.status?.rawValue, agreement.statusDate?.description].compactMap(\.self).joined(separator: ", "))
    }
    for id in edges {
      let edge = graph[id]
      text += "\n  " + words.arrow(edge, isForward: edge.source == node) + " " + words.name(edge.other(than: node))
      text += style.dim("  (\(EdgeText.basis(edge)))") + "\n"
      for quotation in quotations[id] ?? [] { text += words.quotation(quotation, indentation: "      ") }
    }
    if edges.isEmpty { text += "\n  No ties.\n" }
    return text
  }
}
