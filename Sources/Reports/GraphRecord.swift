public import Diplomacy
import Provenance
public import RelationGraph

/// An entity of a graph as JSON and in words. Entities are called `n` and their number.
public enum EntityRecord {
  public static func id(_ entity: ID<Entity>) -> String { "n\(entity.rawValue)" }

  static func name(_ entity: ID<Entity>, in graph: Graph) -> String? {
    graph.node(of: entity).map { graph.entity($0).name }
  }

  public static func json(_ entity: Entity, in graph: Graph) -> JSONText {
    let names = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, id($0.id)) })
    return ExtractionRecord.entity(entity, names: names)
  }

  /// "country, JP", "official, US".
  public static func kindText(_ entity: Entity) -> String {
    switch entity.details {
    case .country(let country): return "country, \(country.code)"
    case .official(let official):
      return (official.isUnnamed ? "office" : "official") + (entity.countryCode.map { ", \($0)" } ?? "")
    case .organization(let organization):
      return (organization.isIntergovernmental ? "intergovernmental organization" : "organization")
        + (organization.country.map { ", \($0)" } ?? "")
    case .agreement: return "agreement"
    }
  }

  static func roleText(_ role: Role, in graph: Graph) -> String {
    var text = role.title
    if let organization = role.organization.flatMap({ name($0, in: graph) }) { text += ", \(organization)" }
    if let country = role.country { text += " (\(country))" }
    switch (role.begin, role.end) {
    case (let begin?, let end?) where begin != end: text += ", seen \(begin) – \(end)"
    case (let date?, _), (nil, let date?): text += ", seen \(date)"
    case (nil, nil): break
    }
    return text
  }
}

/// An edge of a graph as JSON.
public enum EdgeRecord {
  public static func json(_ edge: Edge, in graph: Graph) -> JSONText {
    .object([
      .init("kind", .string(edge.kind.rawValue)),
      .init("source", .string(EntityRecord.id(graph.entity(edge.source).id))),
      .init("target", .string(EntityRecord.id(graph.entity(edge.target).id))),
      .init("source_name", .string(graph.entity(edge.source).name)),
      .init("target_name", .string(graph.entity(edge.target).name)),
      .init("weight", .decimal(edge.weight)), .init("trust", .decimal(edge.trust)),
      .init("supporting", .integer(edge.supporting)), .init("opposing", .integer(edge.opposing)),
      .init("uncounted", .integer(edge.uncounted)), .init("stories", .integer(edge.stories)),
      .init("unconfirmed", .bool(edge.isUnconfirmed)), .init("first_date", JSONText(edge.firstDate?.description)),
      .init("last_date", JSONText(edge.lastDate?.description)),
    ])
  }
}

/// A whole graph as JSON: documents, nodes, and edges with their sentences.
public struct GraphRecord: Sendable {
  public var graph: Graph
  public var documents: [DocumentRow]
  public var quotations: [ID<Edge>: [Quotation]]

  public init(graph: Graph, documents: [DocumentRow], quotations: [ID<Edge>: [Quotation]]) {
    self.graph = graph
    self.documents = documents
    self.quotations = quotations
  }

  public var json: JSONText {
    let names = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, EntityRecord.id($0.id)) })
    return .object([
      .init("format", .string("entente-graph")), .init("version", .integer(1)),
      .init("reference_date", JSONText(graph.reference?.description)),
      .init("documents", .array(documents.map(\.json))),
      .init("nodes", .array(graph.entities.map { ExtractionRecord.entity($0, names: names) })),
      .init(
        "edges",
        .array(
          graph.edges.map { id in
            guard case .object(var members) = EdgeRecord.json(graph[id], in: graph) else { return .null }
            members.append(.init("evidence", .array((quotations[id] ?? []).map(\.json))))
            return .object(members)
          })),
    ])
  }
}
