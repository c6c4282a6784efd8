public import Diplomacy

/// What holds a graph together: the parts that no single node's absence splits, and the nodes and ties whose absence
/// does split it.
public struct BiconnectedComponents: Hashable, Sendable {
  /// Nodes of each part, in order; parts in order of their nodes. Two nodes with a tie are a part at least; a node
  /// without ties is in none. Parts share articulation points and nothing else.
  public var components: [[ID<Node>]]
  /// Nodes without which their connected part would fall apart, in order: whoever would cut a circle of actors off.
  public var articulationPoints: [ID<Node>]
  /// Ties without which their connected part would fall apart, in order.
  public var bridges: [NodePair]
}

extension PairGraph {
  /// The biconnected components, by one depth-first search that keeps its own stack, so that long chains do not
  /// exhaust the program's.
  ///
  /// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973,
  /// doi:10.1145/362248.362272; bridges after R. Tarjan, 1974, doi:10.1016/0020-0190(74)90003-9.
  ///
  /// - Complexity: O(nodes + ties), and sorting the parts.
  public func biconnectedComponents() -> BiconnectedComponents {
    var search = BiconnectivitySearch(self)
    for node in nodes { search.run(from: node) }
    search.components.sort { $0.lexicographicallyPrecedes($1) }
    return BiconnectedComponents(
      components: search.components,
      articulationPoints: nodes.filter { search.isArticulationPoint[$0.index] },
      bridges: search.components.filter { $0.count == 2 }.map { NodePair($0[0], $0[1]) })
  }
}

private struct BiconnectivitySearch {
  private struct Frame {
    var node: ID<Node>
    var parent: ID<Node>?
    /// Place of the next tie to follow.
    var next: Int
  }

  private let graph: PairGraph
  /// Order of discovery, from 1; 0 for nodes not yet found.
  private var discovered: [Int]
  /// The earliest discovered node that a way down and one tie back reach.
  private var low: [Int]
  private var count = 0
  /// Found nodes that are in no component yet with their parent.
  private var open: [ID<Node>] = []
  private(set) var isArticulationPoint: [Bool]
  var components: [[ID<Node>]] = []

  init(_ graph: PairGraph) {
    self.graph = graph
    discovered = [Int](repeating: 0, count: graph.nodeCount)
    low = discovered
    isArticulationPoint = [Bool](repeating: false, count: graph.nodeCount)
  }

  mutating func run(from root: ID<Node>) {
    guard discovered[root.index] == 0 else { return }
    var stack = [enter(root, from: nil)]
    var branches = 0
    while let frame = stack.last {
      let node = frame.node
      if frame.next < graph.range(node).upperBound {
        stack[stack.count - 1].next += 1
        let neighbor = graph.neighbors[frame.next]
        if discovered[neighbor.index] == 0 {
          stack.append(enter(neighbor, from: node))
        } else if neighbor != frame.parent {
          low[node.index] = min(low[node.index], discovered[neighbor.index])
        }
        continue
      }
      stack.removeLast()
      guard let parent = frame.parent else { break }
      low[parent.index] = min(low[parent.index], low[node.index])
      guard low[node.index] >= discovered[parent.index] else { continue }
      if parent == root { branches += 1 } else { isArticulationPoint[parent.index] = true }
      close(under: parent, down: node)
    }
    // From the root each component is one branch.
    if branches > 1 { isArticulationPoint[root.index] = true }
    open.removeAll()
  }

  private mutating func enter(_ node: ID<Node>, from parent: ID<Node>?) -> Frame {
    count += 1
    discovered[node.index] = count
    low[node.index] = count
    open.append(node)
    return Frame(node: node, parent: parent, next: graph.range(node).lowerBound)
  }

  /// All found since `node`, with the parent above it, are a component.
  private mutating func close(under parent: ID<Node>, down node: ID<Node>) {
    var members = [parent]
    while let last = open.popLast() {
      members.append(last)
      if last == node { break }
    }
    components.append(members.sorted())
  }
}
