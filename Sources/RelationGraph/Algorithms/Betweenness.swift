import Diplomacy

/// How much of the shortest ways between others run through each node, with the error where not all were looked at.
public struct Betweenness: Hashable, Sendable {
  /// By node, 0 … 1.
  public var values: [Double]
  /// Standard errors of the values, by node; all 0 where they are exact.
  public var standardErrors: [Double]
  /// Number of nodes that ways were followed from.
  public var sources: Int

  /// Whether ways from every node were followed.
  public var isExact: Bool { sources == values.count }
}

extension PairGraph {
  /// How much of the shortest ways between all others run through each node, 0 … 1.
  public func betweenness(sources: Int? = nil) -> [Double] { betweennessEstimate(sources: sources).values }

  /// How much of the shortest ways between all others run through each node: shortest by number of ties, divided by
  /// the number of pairs of other nodes.
  ///
  /// With fewer sources than nodes it is an estimate from sources spread evenly over the nodes by number; its standard
  /// error is that of a random sample without replacement, and falls with the square root of their number.
  ///
  /// Source: U. Brandes, "A faster algorithm for betweenness centrality", 2001, doi:10.1080/0022250X.2001.9990249;
  /// U. Brandes, C. Pich, "Centrality estimation in large networks", 2007, doi:10.1142/S0218127407018403.
  ///
  /// - Parameter sources: How many nodes to start from at most; nil for all, which gives exact values.
  /// - Complexity: O(sources × (nodes + ties)).
  public func betweennessEstimate(sources: Int? = nil) -> Betweenness {
    let count = min(nodeCount, max(1, sources ?? nodeCount))
    var sums = [Double](repeating: 0, count: nodeCount)
    var squares = sums
    guard nodeCount > 2 else { return Betweenness(values: sums, standardErrors: squares, sources: nodeCount) }
    var search = ShortestPathCounts(nodes: nodeCount)
    for sample in 0..<count {
      search.run(self, from: ID(sample * nodeCount / count), sums: &sums, squares: &squares)
    }
    let (population, sampled) = (Double(nodeCount), Double(count))
    let scale = population / ((population - 1) * (population - 2))
    let errors = zip(sums, squares).map { sum, square in
      guard count > 1, count < nodeCount else { return 0.0 }
      let variance = max(0, square - sum * sum / sampled) / (sampled - 1)
      return scale * (variance / sampled * (1 - sampled / population)).squareRoot()
    }
    return Betweenness(values: sums.map { $0 * scale / sampled }, standardErrors: errors, sources: count)
  }
}

/// Breadth-first distances from one node, with the number of shortest ways to each.
private struct ShortestPathCounts {
  /// −1 where a node was not reached.
  private var distance: [Int32]
  private var paths: [Double]
  /// What of the ways from the source runs through a node; per way where it is waiting to be passed on.
  private var dependency: [Double]
  /// The nodes reached, nearest first.
  private var order: [Int32]

  init(nodes: Int) {
    distance = [Int32](repeating: -1, count: nodes)
    paths = [Double](repeating: 0, count: nodes)
    dependency = paths
    order = [Int32](repeating: 0, count: nodes)
  }

  /// Adds what each node carries of the ways from a source, and its square.
  mutating func run(_ graph: PairGraph, from source: ID<Node>, sums: inout [Double], squares: inout [Double]) {
    let count = search(graph, from: source)
    // Farthest nodes first: each gathers from those one step farther, which are done.
    for place in stride(from: count - 1, to: 0, by: -1) {
      let node = Int(order[place])
      var share = 0.0
      let farther = distance[node] + 1
      for tie in graph.offsets[node]..<graph.offsets[node + 1] {
        let neighbor = graph.neighbors[tie].index
        if distance[neighbor] == farther { share += dependency[neighbor] }
      }
      let carried = share * paths[node]
      dependency[node] = (1 + carried) / paths[node]
      sums[node] += carried
      squares[node] += carried * carried
    }
    for place in 0..<count { distance[Int(order[place])] = -1 }
  }

  /// - Returns: How many nodes were reached.
  private mutating func search(_ graph: PairGraph, from source: ID<Node>) -> Int {
    order[0] = Int32(source.rawValue)
    distance[source.index] = 0
    paths[source.index] = 1
    var count = 1
    var upcoming = 0
    while upcoming < count {
      let node = Int(order[upcoming])
      upcoming += 1
      let farther = distance[node] + 1
      let ways = paths[node]
      for tie in graph.offsets[node]..<graph.offsets[node + 1] {
        let neighbor = graph.neighbors[tie].index
        if distance[neighbor] < 0 {
          distance[neighbor] = farther
          paths[neighbor] = ways
          order[count] = Int32(neighbor)
          count += 1
        } else if distance[neighbor] == farther {
          paths[neighbor] += ways
        }
      }
    }
    return count
  }
}
