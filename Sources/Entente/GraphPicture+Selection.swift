extension GraphPicture {
  /// More than this nobody can follow: of a sparse graph 100 nodes, of a dense one fewer.
  static let mostNodes = 100
  static let mostEdges = 120
  /// A reduced view stays well within.
  private static let reducedNodes = 40
  private static let reducedEdges = 80
  /// Nodes drawn pale around a path.
  private static let contextNodes = 8

  /// What is shown, and what was kept where that is not all.
  func choose() -> (shown: Subgraph, rule: String?) {
    let graph = stored.graph
    switch selection {
    case .everything:
      var filter = filter
      // A graph without a filter is shown with its lone nodes and with what was only denied.
      guard filter == EdgeFilter() else {
        return (Subgraph(of: graph, edges: graph.edges(filter)), "all that the filter admits")
      }
      filter.includesUncounted = true
      return (graph.subgraph(filter), nil)
    case .exactly(let subgraph): return (subgraph, nil)
    case .around(let centers, let radius):
      let names = centers.map { graph.entity($0).name }.joined(separator: ", ")
      return (
        graph.neighborhood(of: centers, radius: radius, filter),
        "\(names) and all within \(radius == 1 ? "one step" : "\(radius) steps")"
      )
    case .strongest(let count):
      return (withBelonging(strongest(count)), "the \(count) strongest ties, and who belongs to whom")
    case .backbone(let level):
      let (edges, alpha) = backbone(level)
      return (
        withBelonging(edges), "the ties that stand out at one of their ends, and who belongs to whom; α = \(alpha)"
      )
    case .paths(let paths): return (around(paths), "the path, and the strongest ties around it")
    case .automatic:
      let all = Subgraph(of: graph, edges: graph.edges(filter))
      if all.nodes.count <= Self.mostNodes, all.edges.count <= Self.mostEdges {
        return (all, filter == EdgeFilter() ? "all that is tied to something" : "all that the filter admits")
      }
      return reduced()
    }
  }

  /// The strongest signed ties. Who belongs to whom is no tie to compare with them.
  private func strongest(_ count: Int? = nil) -> [ID<Edge>] {
    var signed = filter
    let kinds = (filter.kinds ?? Set(ClaimKind.allCases)).filter(\.isSigned)
    // Where no signed tie is asked for, the others are compared among themselves.
    if !kinds.isEmpty { signed.kinds = kinds }
    return stored.graph.strongestEdges(count, signed)
  }

  /// Signed ties alone are compared, as in ``strongest(_:)``.
  private func backbone(_ level: Double?) -> (edges: [ID<Edge>], alpha: Double) {
    var signed = filter
    let kinds = (filter.kinds ?? Set(ClaimKind.allCases)).filter(\.isSigned)
    if !kinds.isEmpty { signed.kinds = kinds }
    if let level { return (stored.graph.backbone(alpha: level, signed).edges, level) }
    for alpha in [0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01] {
      let edges = stored.graph.backbone(alpha: alpha, signed).edges
      if edges.count <= Self.reducedEdges { return (edges, alpha) }
    }
    return (stored.graph.backbone(alpha: 0.001, signed).edges, 0.001)
  }

  /// Ties with what their ends belong to among themselves.
  private func withBelonging(_ edges: [ID<Edge>]) -> Subgraph {
    let graph = stored.graph
    let ends = Subgraph(of: graph, edges: edges)
    var facts = filter
    facts.kinds = (filter.kinds ?? Set(ClaimKind.allCases)).filter { !$0.isSigned }
    let belonging = graph.subgraph(inducedBy: ends.nodes, facts).edges
    return Subgraph(of: graph, edges: edges + belonging)
  }

  /// As many of the strongest ties as stay within what a person can follow.
  private func reduced() -> (shown: Subgraph, rule: String?) {
    let graph = stored.graph
    var nodes: Set<ID<Node>> = []
    var kept: [ID<Edge>] = []
    for edge in strongest() {
      let ends: Set = [graph[edge].source, graph[edge].target]
      guard nodes.union(ends).count <= Self.reducedNodes else { continue }
      nodes.formUnion(ends)
      kept.append(edge)
      if kept.count == Self.reducedEdges { break }
    }
    return (withBelonging(kept), "the \(kept.count) strongest ties among \(nodes.count) nodes, and who belongs to whom")
  }

  /// Paths with the strongest ties at their nodes, until there are enough neighbours.
  private func around(_ paths: [PathAnswer]) -> Subgraph {
    let graph = stored.graph
    let path = Subgraph(of: graph, nodes: paths.flatMap(\.nodes), edges: paths.flatMap(\.edges))
    var nodes = Set(path.nodes)
    var edges = path.edges
    for id in strongest() + graph.strongestEdges(nil, filter) where !path.contains(id) && !edges.contains(id) {
      let edge = graph[id]
      let isNear = path.contains(edge.source) || path.contains(edge.target)
      let ends: Set = [edge.source, edge.target]
      guard isNear, nodes.union(ends).count <= path.nodes.count + Self.contextNodes else { continue }
      nodes.formUnion(ends)
      edges.append(id)
    }
    return Subgraph(of: graph, nodes: path.nodes, edges: edges)
  }
}

extension Double {
  /// "0.25", "0.3": for captions.
  func rounded(toPlaces places: Int) -> Double {
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    return (self * unit).rounded() / unit
  }
}
