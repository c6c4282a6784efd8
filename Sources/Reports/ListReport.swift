public import Diplomacy
import Provenance
public import RelationGraph

/// Entities of a graph as a table: the most connected first.
public struct EntityList: Sendable {
  public var graph: Graph
  public var nodes: [ID<Node>]

  /// - Parameter kind: nil for all kinds.
  public init(graph: Graph, kind: EntityKind? = nil) {
    self.graph = graph
    func ties(_ node: ID<Node>) -> Int { EntityList.tieCount(node, in: graph) }
    nodes = graph.nodes.filter { kind == nil || graph.entity($0).kind == kind }.map { ($0, ties($0)) }.sorted { a, b in
      a.1 != b.1
        ? a.1 > b.1
        : (graph.entity(a.0).name, a.0) < (graph.entity(b.0).name, b.0)
    }.map(\.0)
  }

  /// Edges at a node that count.
  static func tieCount(_ node: ID<Node>, in graph: Graph) -> Int {
    graph.outgoing(node).count { graph[$0].isCounted } + graph.incoming(node).count { graph[$0].isCounted }
  }

  public var json: JSONText {
    let names = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, EntityRecord.id($0.id)) })
    return .array(
      nodes.map { node in
        guard case .object(var members) = ExtractionRecord.entity(graph.entity(node), names: names) else {
          return .null
        }
        members.append(.init("ties", .integer(EntityList.tieCount(node, in: graph))))
        return .object(members)
      })
  }

  public func text() -> String {
    var table = TextTable(["name", "kind", "of", "office or status", ">ties", "also"])
    for node in nodes {
      let entity = graph.entity(node)
      var detail = ""
      switch entity.details {
      case .country, .organization: break
      case .official(let official): detail = official.principalRole?.title ?? ""
      case .agreement(let agreement):
        detail = [agreement.status?.rawValue, agreement.statusDate?.description].compactMap(\.self)
          .joined(separator: ", ")
      }
      table.add([
        entity.name, entity.kind.rawValue, entity.countryCode ?? "", detail,
        String(EntityList.tieCount(node, in: graph)), entity.aliases.joined(separator: ", "),
      ])
    }
    return table.text()
  }
}

/// Edges of a graph as a table, the strongest first.
public struct EdgeList: Sendable {
  public var graph: Graph
  public var edges: [ID<Edge>]

  public init(graph: Graph, edges: [ID<Edge>]) {
    self.graph = graph
    self.edges = edges
  }

  public var json: JSONText { .array(edges.map { EdgeRecord.json(graph[$0], in: graph) }) }

  public func text() -> String {
    var table = TextTable([">weight", "from", "", "to", "basis"])
    for id in edges {
      let edge = graph[id]
      table.add([
        edge.kind.isSigned ? TextStyle.weight(edge.weight) : "", graph.entity(edge.source).name, EdgeText.verb(edge),
        graph.entity(edge.target).name, EdgeText.basis(edge) + (edge.isUnconfirmed ? ", unconfirmed" : ""),
      ])
    }
    return table.text()
  }
}

/// Documents as a table, in order of recording.
public struct DocumentList: Sendable {
  public var documents: [DocumentRow]

  public init(_ documents: [DocumentRow]) { self.documents = documents }

  public var json: JSONText { .array(documents.map(\.json)) }

  public func text() -> String {
    var table = TextTable(["id", "date", "publisher", ">sentences", ">claims", "title"])
    for row in documents {
      table.add([
        row.metadata.id, row.metadata.date?.description ?? "", row.metadata.publisher ?? "", String(row.sentences),
        String(row.claims), row.metadata.title ?? "",
      ])
    }
    return table.text()
  }
}
