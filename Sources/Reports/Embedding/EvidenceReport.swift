public import Diplomacy
import Provenance
public import RelationGraph

/// All that is told of the ties between two entities, with every sentence.
public struct EvidenceReport: Sendable {
  public var graph: Graph
  public var ends: (ID<Node>, ID<Node>)
  /// Ties in either direction, the strongest first.
  public var edges: [ID<Edge>]
  public var quotations: [ID<Edge>: [Quotation]]
  public var actors: RepresentedActors?

  public init(
    graph: Graph, ends: (ID<Node>, ID<Node>), quotations: [ID<Edge>: [Quotation]], actors: RepresentedActors? = nil
  ) {
    self.graph = graph
    self.ends = ends
    self.quotations = quotations
    self.actors = actors
    edges = EvidenceReport.ties(ends.0, ends.1, in: graph)
  }

  /// The ties between two entities: signed ones by strength, then the facts.
  public static func ties(_ a: ID<Node>, _ b: ID<Node>, in graph: Graph) -> [ID<Edge>] {
    graph.edges(between: a, and: b).map { graph[$0] }.sorted { a, b in
      if a.kind.isSigned != b.kind.isSigned { return a.kind.isSigned }
      return abs(a.weight) != abs(b.weight) ? abs(a.weight) > abs(b.weight) : a.id < b.id
    }.map(\.id)
  }

  /// Each tie as a statement, what it rests on, and the sentences.
  public var parts: [ReportPart] {
    var notes = EvidenceNotes()
    let items = edges.map { id in
      let edge = graph[id]
      let statement = EdgeProse.statement(edge, in: graph)
      return statement + " (\(EdgeProse.basis(edge)))" + notes.citation(quotations[id] ?? [])
    }
    guard !items.isEmpty else {
      let names = [ends.0, ends.1].map { ProseNames.fullName($0, in: graph) }
      return [.paragraph(Prose("Nothing is told of a tie between \(listed(names))."))]
    }
    return [.list(items)] + notes.parts
  }
}
