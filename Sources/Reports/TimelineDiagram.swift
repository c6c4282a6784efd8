public import Diagrams
public import Diplomacy
public import RelationGraph

/// A graph period by period, as small pictures with every node in the same place.
public struct TimelineDiagram: Sendable {
  public var periods: [(name: String, graph: Graph)]
  public var title = ""
  public var subtitle = ""
  public var sourceLine = ""
  public var links: PictureLinks?
  /// Which actors may be shown; nil for all.
  public var actors: Set<ID<Entity>>?
  /// No more nodes than this: the strongest ties of all periods come first.
  public var mostNodes = 24
  private let filter: EdgeFilter

  /// - Parameter periods: Graphs of the same entities, each of one period's claims.
  public init(periods: [(name: String, graph: Graph)], _ filter: EdgeFilter = EdgeFilter()) {
    self.periods = periods
    self.filter = filter
  }

  public func diagram() -> Diagram {
    var rows: [[Diagram.Edge]] = []
    var ends: [Diagram.Edge.ID: [ID<Entity>]] = [:]
    var nodes: [ID<Entity>: Diagram.Node] = [:]
    for (_, graph) in periods {
      var words = GraphDiagram(graph: graph, shown: Subgraph(of: graph, edges: []))
      words.links = links
      var edges: [Diagram.Edge] = []
      for id in graph.edges(filter) {
        let edge = graph[id]
        let entities = [edge.source, edge.target].map { graph.entity($0).id }
        if let actors, !entities.allSatisfy(actors.contains) { continue }
        let drawn = words.edge(edge)
        edges.append(drawn)
        ends[drawn.id] = entities
        for end in [edge.source, edge.target] where nodes[graph.entity(end).id] == nil {
          nodes[graph.entity(end).id] = words.node(end)
        }
      }
      rows.append(edges)
    }
    let kept = chosen(rows, ends)
    let counts = (nodes: nodes.count, edges: Set(rows.joined().map(\.id)).count)
    var diagram = Diagram(title: title, subtitle: subtitle, sourceLine: sourceLine)
    diagram.nodes = nodes.filter { kept.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    var union: [Diagram.Edge.ID: Diagram.Edge] = [:]
    for (period, edges) in zip(periods, rows) {
      let shown = edges.filter { (ends[$0.id] ?? []).allSatisfy(kept.contains) }
      for edge in shown { union[edge.id] = union[edge.id] ?? edge }
      diagram.panels.append(
        Diagram.Panel(
          title: period.name, subtitle: shown.isEmpty ? "no ties" : counted(shown.count, "tie", "ties"), edges: shown))
    }
    diagram.edges = union.sorted { $0.key < $1.key }.map(\.value)
    let hidden = Diagram.Hidden(
      nodes: counts.nodes - diagram.nodes.count, edges: counts.edges - diagram.edges.count,
      rule: "the strongest ties of all periods among \(diagram.nodes.count) nodes")
    if hidden.nodes + hidden.edges > 0 { diagram.hidden = hidden }
    return diagram
  }

  /// The ends of the ties that are strongest over all periods taken together.
  private func chosen(_ rows: [[Diagram.Edge]], _ ends: [Diagram.Edge.ID: [ID<Entity>]]) -> Set<ID<Entity>> {
    var strength: [Diagram.Edge.ID: Double] = [:]
    for edge in rows.joined() { strength[edge.id, default: 0] += edge.kind.isSigned ? abs(edge.weight) : 0.01 }
    var kept: Set<ID<Entity>> = []
    for (id, _) in strength.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }) {
      let both = Set(ends[id] ?? [])
      if kept.union(both).count <= mostNodes { kept.formUnion(both) }
    }
    return kept
  }
}
