import Diplomacy

extension PairGraph {
  /// How much of the shortest ways between all others run through each node, 0 … 1: shortest by number of ties,
  /// divided by the number of pairs of other nodes.
  ///
  /// With fewer sources than nodes it is an unbiased estimate from sources spread evenly over the nodes by number;
  /// the standard error of a value falls with the square root of their number.
  ///
  /// Source: U. Brandes, "A faster algorithm for betweenness centrality", 2001, doi:10.1080/0022250X.2001.9990249;
  /// U. Brandes, C. Pich, 2007, doi:10.1142/S0218127407018403.
  ///
  /// - Parameter sources: How many nodes to start from at most; nil for all, which gives exact values.
  /// - Complexity: O(sources × (nodes + ties)).
  public func betweenness(sources: Int? = nil) -> [Double] {
    var centrality = [Double](repeating: 0, count: nodeCount)
    let count = min(nodeCount, max(1, sources ?? nodeCount))
    guard nodeCount > 2 else { return centrality }
    var search = ShortestPathCounts(nodes: nodeCount)
    for sample in 0..<count {
      search.run(self, from: ID(sample * nodeCount / count))
      search.accumulate(self, into: &centrality)
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
    let scale = Double(nodeCount) / Double(count) / pairs
    return centrality.map { $0 * scale }
  }
}

/// Breadth-first distances from one node, with the number of shortest ways to each.
private struct ShortestPathCounts {
  private var distance: [Int32]
  private var paths: [Double]
  private var dependency: [Double]
  /// The nodes reached, nearest first.
  private var order: [ID<Node>] = []

  init(nodes: Int) {
    distance = [Int32](repeating: -1, count: nodes)
    paths = [Double](repeating: 0, count: nodes)
    dependency = paths
  }

  mutating func run(_ graph: PairGraph, from source: ID<Node>) {
    for node in order {
      distance[node.index] = -1
      paths[node.index] = 0
      dependency[node.index] = 0
    }
    order = [source]
    distance[source.index] = 0
    paths[source.index] = 1
    var upcoming = 0
    while upcoming < order.count {
      let node = order[upcoming]
      upcoming += 1
      for tie in graph.ties(of: node) {
        if distance[tie.neighbor.index] < 0 {
          distance[tie.neighbor.index] = distance[node.index] + 1
          order.append(tie.neighbor)
        }
        if distance[tie.neighbor.index] == distance[node.index] + 1 {
          paths[tie.neighbor.index] += paths[node.index]
        }
      }
    }
  }

  /// Adds what each node carries of the ways from the source, farthest nodes first.
  mutating func accumulate(_ graph: PairGraph, into centrality: inout [Double]) {
    for node in order.dropFirst().reversed() {
      let share = (1 + dependency[node.index]) / paths[node.index]
      for tie in graph.ties(of: node) where distance[tie.neighbor.index] == distance[node.index] - 1 {
        dependency[tie.neighbor.index] += paths[tie.neighbor.index] * share
      }
      centrality[node.index] += dependency[node.index]
    }
  }
}
