import Diplomacy
import RelationGraph

/// A node in an answer about many: as JSON, and in the columns of a table.
enum NodeRecord {
  static func members(_ node: ID<Node>, in graph: Graph) -> [JSONText.Member] {
    let entity = graph.entity(node)
    return [
      .init("id", .string(EntityRecord.id(entity.id))), .init("name", .string(entity.name)),
      .init("kind", .string(entity.kind.rawValue)), .init("country", JSONText(entity.countryCode)),
    ]
  }

  /// The name as a table has it: of an agreement with a long one the acronym.
  static func cell(_ node: ID<Node>, in graph: Graph) -> String {
    let entity = graph.entity(node)
    guard case .agreement(let agreement) = entity.details, let acronym = agreement.acronym,
      TerminalText.width(entity.name) > 32
    else { return entity.name }
    return acronym
  }

  static func json(_ node: ID<Node>, in graph: Graph) -> JSONText { .object(members(node, in: graph)) }
}

extension EdgeRecord {
  /// An edge with the numbered sentences that it rests on.
  static func json(
    _ edge: Edge, in graph: Graph, _ quotations: [Quotation], notes: inout EvidenceNotes
  ) -> JSONText {
    guard case .object(var members) = json(edge, in: graph) else { return .null }
    members.append(.init("evidence", .array(quotations.map { $0.json(number: notes.number($0)) })))
    return .object(members)
  }
}

extension PairGraph {
  /// The members of a group by name, those with the most ties first, and how many are not named.
  ///
  /// - Parameter most: Names at most; nil for all.
  func names(_ nodes: [ID<Node>], in graph: Graph, most: Int?) -> String {
    let sorted = nodes.sorted { a, b in
      let (x, y) = (degree(a), degree(b))
      return x != y ? x > y : a < b
    }
    let named = sorted.prefix(most ?? .max).map { TerminalText.escaped(graph.entity($0).name) }
    let hidden = nodes.count - named.count
    return named.joined(separator: ", ") + (hidden > 0 ? " and \(hidden) more" : "")
  }
}
