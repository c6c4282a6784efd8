import Diplomacy
import RelationGraph

extension PathFinder {
  /// Why there is no path: looks again without the constraints, and then with all but each one.
  ///
  /// - Complexity: O(nodes + arcs) for each constraint that is set.
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
    var others = constraints
    others.lift(.maximumHops)
    if let fewest = hops(from: start, to: end, others) { return .tooLong(fewestHops: fewest) }
    let active = constraints.active
    let alone = active.filter { constraint in
      var lifted = constraints
      lifted.lift(constraint)
      guard let fewest = hops(from: start, to: end, lifted) else { return false }
      return fewest <= lifted.maximumHops ?? .max
    }
    return .constrained(by: alone.isEmpty ? active : alone)
  }

  /// The fewest edges between two nodes within the constraints other than the number of edges; nil where there is
  /// no path. A plain breadth-first search.
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
        for arc in arcs.range(node).lazy.map({ arcs.arcs[$0] })
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
