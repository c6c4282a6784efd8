public import Diagrams
public import Diplomacy
public import RelationGraph

/// What is different between two graphs of the same actors, as one picture: what appeared, vanished and turned is
/// marked, and what both have in common is pale.
public struct ComparisonDiagram: Sendable {
  public var before: Graph
  public var after: Graph
  public var title = ""
  public var subtitle = ""
  public var sourceLine = ""
  public var links: PictureLinks?
  /// A few words beside an edge of the earlier and of the later graph: "rejected".
  public var labels: (before: [ID<Edge>: String], after: [ID<Edge>: String]) = ([:], [:])
  /// Which actors may be shown; nil for all.
  public var actors: Set<ID<Entity>>?
  /// No more nodes than this, those of the greatest changes first.
  public var mostNodes = 60
  public var mostEdges = 100
  private let filter: EdgeFilter

  public init(from before: Graph, to after: Graph, _ filter: EdgeFilter = EdgeFilter()) {
    self.before = before
    self.after = after
    self.filter = filter
  }

  /// One edge as the later graph has it, or where it is no more the earlier.
  private struct Row {
    var edge: Edge
    var graph: Graph
    var change: Diagram.Change?
    var previous: Double?

    var ends: [ID<Entity>] { [graph.entity(edge.source).id, graph.entity(edge.target).id] }

    struct Tie: Hashable {
      var kind: ClaimKind
      var ends: [ID<Entity>]
    }

    /// The same in both graphs.
    var tie: Tie { Tie(kind: edge.kind, ends: ends) }
  }

  public func diagram() -> Diagram {
    let all = rows().filter { row in actors.map { actors in row.ends.allSatisfy(actors.contains) } ?? true }
    let shown = reduced(all)
    var diagram = Diagram(title: title, subtitle: subtitle, sourceLine: sourceLine)
    diagram.edges = shown.map(edge)
    diagram.nodes = nodes(of: shown)
    let hidden = Diagram.Hidden(
      nodes: Set(all.flatMap(\.ends)).count - diagram.nodes.count, edges: all.count - shown.count,
      rule: "the greatest changes, and what else ties those concerned")
    if hidden.nodes + hidden.edges > 0 { diagram.hidden = hidden }
    return diagram
  }

  /// All edges: those changed, the greatest change first, then those that both have in common.
  private func rows() -> [Row] {
    let comparison = GraphComparison(from: before, to: after, filter)
    var rows: [Row] = []
    rows += comparison.turned.compactMap { change in
      change.after.map { Row(edge: $0, graph: after, change: .turned, previous: change.before?.weight) }
    }
    rows += comparison.appeared.compactMap { change in
      change.after.map { Row(edge: $0, graph: after, change: .appeared) }
    }
    rows += comparison.vanished.compactMap { change in
      change.before.map { Row(edge: $0, graph: before, change: .vanished) }
    }
    if filter.kinds == nil {
      // That a text first tells who serves whom is no change in the world, unless it is asked for.
      rows.removeAll { !$0.edge.kind.isSigned }
    }
    // A tie that has lost its sign is told as vanished, though claims for and against it stand.
    let told = Set(rows.map(\.tie))
    rows += after.edges(filter).map { Row(edge: after[$0], graph: after) }.filter { !told.contains($0.tie) }
    return rows
  }

  /// The edges whose words a picture needs.
  public func changedEdges() -> (before: [ID<Edge>], after: [ID<Edge>]) {
    let changed = rows().filter { $0.change != nil }
    return (
      changed.filter { $0.change == .vanished }.map(\.edge.id), changed.filter { $0.change != .vanished }.map(\.edge.id)
    )
  }

  private func reduced(_ rows: [Row]) -> [Row] {
    var nodes: Set<ID<Entity>> = []
    var kept: [Row] = []
    for row in rows {
      let ends = Set(row.ends)
      // What is in common only ties those who are there for a change, where anything has changed.
      if row.change == nil, kept.contains(where: { $0.change != nil }), !ends.isSubset(of: nodes) { continue }
      guard kept.count < mostEdges, nodes.union(ends).count <= mostNodes else { continue }
      nodes.formUnion(ends)
      kept.append(row)
    }
    return kept
  }

  private func edge(_ row: Row) -> Diagram.Edge {
    var words = GraphDiagram(graph: row.graph, shown: Subgraph(of: row.graph, edges: []))
    words.links = links
    var edge = words.edge(row.edge)
    edge.change = row.change
    if row.change == nil { edge.emphasis = .pale }
    if row.change != nil {
      edge.label = (row.change == .vanished ? labels.before : labels.after)[row.edge.id]
    }
    if let previous = row.previous {
      edge.label = [edge.label, "(was \(TextStyle.weight(previous)))"].compactMap(\.self).joined(separator: " ")
    }
    return edge
  }

  private func nodes(of rows: [Row]) -> [Diagram.Node] {
    var nodes: [ID<Entity>: Diagram.Node] = [:]
    var changed: Set<ID<Entity>> = []
    for row in rows {
      if row.change != nil { changed.formUnion(row.ends) }
      for end in [row.edge.source, row.edge.target] {
        let entity = row.graph.entity(end).id
        guard nodes[entity] == nil else { continue }
        var words = GraphDiagram(graph: row.graph, shown: Subgraph(of: row.graph, edges: []))
        words.links = links
        nodes[entity] = words.node(end)
      }
    }
    return nodes.sorted { $0.key < $1.key }.map { entity, node in
      var node = node
      if !changed.contains(entity) { node.emphasis = .pale }
      return node
    }
  }
}
