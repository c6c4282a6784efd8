import Diplomacy
import RelationGraph

extension PathFinder {
  /// Why there is no path: looks again without the constraints, and then with all but each one.
  ///
  /// - Complexity: one search for each constraint that is set.
  func explain(from start: ID<Node>, to end: ID<Node>, _ constraints: PathConstraints) -> NoPath {
    NoPath(from: start, to: end, reason: reason(from: start, to: end, constraints))
  }

  private func reason(from start: ID<Node>, to end: ID<Node>, _ constraints: PathConstraints) -> NoPath.Reason {
    guard hops(from: start, to: end, PathConstraints()) != nil else {
      let components = Components(graph)
      guard components.component(of: start) == components.component(of: end) else {
        return .separate(
          sizeOfSource: components.size(of: start), sizeOfTarget: components.size(of: end))
      }
      return .weightless
    }
    let active = constraints.active
    let alone = active.filter { constraint in
      var lifted = constraints
      lifted.lift(constraint)
      return !search(from: start, to: end, count: 1, lifted).paths.isEmpty
    }
    if alone.contains(.maximumHops), constraints.through.isEmpty,
      let fewest = hops(from: start, to: end, constraints)
    {
      return .tooLong(fewestHops: fewest)
    }
    return .constrained(by: alone.isEmpty ? active : alone)
  }

  /// The fewest edges between two nodes within the constraints, other than the number of edges and the nodes to pass
  /// through; nil where there is no path. A plain breadth-first search.
  private func hops(from start: ID<Node>, to end: ID<Node>, _ constraints: PathConstraints) -> Int? {
    let view = SearchView(graph, arcs, constraints, ends: [start, end])
    var isSeen = [Bool](repeating: false, count: graph.nodeCount)
    isSeen[start.index] = true
    var level = [start]
    var hops = 0
    while !level.isEmpty {
      hops += 1
      var next: [ID<Node>] = []
      for node in level {
        for arc in arcs.arcs(of: node)
        where !isSeen[arc.neighbor.index] && view.admits(arc) {
          if arc.neighbor == end { return hops }
          isSeen[arc.neighbor.index] = true
          next.append(arc.neighbor)
        }
      }
      level = next
    }
    return nil
  }
}
