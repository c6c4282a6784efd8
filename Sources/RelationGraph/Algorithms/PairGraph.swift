public import Diplomacy

/// A graph with at most one tie between two nodes: all edges between them rolled into one, whichever way they
/// point. Centralities, blocs and balance are defined on such graphs.
///
/// Ties lie in columns, those of a node one after another in order of neighbour.
///
/// - Complexity: O(edges) to build; 28 bytes for each end of a tie.
public struct PairGraph: Sendable {
  public struct Tie: Hashable, Sendable {
    public var neighbor: ID<Node>
    /// Sum of the edges' |weight|; more than 0 only where some edge weighs.
    public var strength: Double
    /// Sum of the weights of the edges that have a sign, hostile ones below 0.
    public var balance: Double
    /// The sum of all weights: ``balance``, and what states a fact (affiliation, party, membership) as friendly.
    public var attraction: Double

    /// The sign of the balance; nil where no edge has one or they cancel out.
    public var sign: Sign? { balance > 0 ? .positive : balance < 0 ? .negative : nil }
  }

  let offsets: [Int]
  let neighbors: [ID<Node>]
  let strengths: [Double]
  let balances: [Double]
  let attractions: [Double]

  public init(_ graph: Graph, _ filter: EdgeFilter = EdgeFilter()) {
    let matcher = EdgeMatcher(graph, filter)
    var gathered = Gathered(nodes: graph.nodeCount, ties: 2 * graph.edgeCount)
    for node in graph.nodes {
      // Edges are in order of source and target, so that both lists of a node are in order of neighbour. Of the
      // edges between two nodes those from the lesser one come first, at either end, so that sums are the same.
      let entering = graph.incoming
      var next = Int(graph.incomingOffsets[node.index])
      let last = Int(graph.incomingOffsets[node.index + 1])
      func takeEntering(while condition: (ID<Node>) -> Bool) {
        while next < last, condition(graph.columns.source[entering[next].index]) {
          let edge = entering[next]
          if matcher.admits(edge) { gathered.add(edge, graph.columns.source[edge.index], graph.columns) }
          next += 1
        }
      }
      for edge in graph.outgoing(node) {
        let neighbor = graph.columns.target[edge.index]
        takeEntering { $0 < neighbor || $0 == neighbor && neighbor < node }
        if matcher.admits(edge) { gathered.add(edge, neighbor, graph.columns) }
      }
      takeEntering { _ in true }
      gathered.closeNode()
    }
    offsets = gathered.offsets
    neighbors = gathered.neighbors
    strengths = gathered.strengths
    balances = gathered.balances
    attractions = gathered.attractions
  }

  public var nodeCount: Int { offsets.count - 1 }

  public var nodes: some RandomAccessCollection<ID<Node>> & Sendable { NumberedIDs<Node>(range: 0..<nodeCount) }

  /// Number of pairs with a tie.
  public var tieCount: Int { neighbors.count / 2 }

  /// The ties of a node, in order of neighbour.
  public func ties(of node: ID<Node>) -> Ties { Ties(graph: self, range: range(node)) }

  public func degree(_ node: ID<Node>) -> Int { offsets[node.index + 1] - offsets[node.index] }

  /// The tie between two nodes.
  ///
  /// - Complexity: O(log degree).
  public func tie(_ a: ID<Node>, _ b: ID<Node>) -> Tie? {
    var low = offsets[a.index]
    var high = offsets[a.index + 1]
    while low < high {
      let middle = (low + high) / 2
      if neighbors[middle] < b { low = middle + 1 } else { high = middle }
    }
    return low < offsets[a.index + 1] && neighbors[low] == b ? self[low] : nil
  }

  /// The places of a node's ties in the columns.
  @inline(__always)
  func range(_ node: ID<Node>) -> Range<Int> { offsets[node.index]..<offsets[node.index + 1] }

  subscript(place: Int) -> Tie {
    Tie(
      neighbor: neighbors[place], strength: strengths[place], balance: balances[place],
      attraction: attractions[place])
  }

  /// The ties of one node.
  public struct Ties: RandomAccessCollection, Sendable {
    let graph: PairGraph
    let range: Range<Int>
    public var startIndex: Int { range.lowerBound }
    public var endIndex: Int { range.upperBound }
    public subscript(position: Int) -> Tie { graph[position] }
  }
}

/// The columns of a pair graph in the making. Edges are added node by node, those to one neighbour together.
private struct Gathered {
  var offsets: [Int] = [0]
  var neighbors: [ID<Node>] = []
  var strengths: [Double] = []
  var balances: [Double] = []
  var attractions: [Double] = []

  init(nodes: Int, ties: Int) {
    offsets.reserveCapacity(nodes + 1)
    neighbors.reserveCapacity(ties)
    strengths.reserveCapacity(ties)
    balances.reserveCapacity(ties)
    attractions.reserveCapacity(ties)
  }

  mutating func add(_ edge: ID<Edge>, _ neighbor: ID<Node>, _ columns: EdgeColumns) {
    let weight = columns.weight[edge.index]
    let signed = columns.kind[edge.index].isSigned ? weight : 0
    let last = neighbors.count - 1
    if last >= offsets[offsets.count - 1], neighbors[last] == neighbor {
      strengths[last] += abs(weight)
      balances[last] += signed
      attractions[last] += weight
    } else {
      neighbors.append(neighbor)
      strengths.append(abs(weight))
      balances.append(signed)
      attractions.append(weight)
    }
  }

  mutating func closeNode() { offsets.append(neighbors.count) }
}
