import Diplomacy
import TestSupport
import Testing

@testable import RelationGraph

@Suite("The frustration index")
struct FrustrationTests {
  private func graph(_ nodes: Int, _ ties: [(Int, Int, Double)]) -> PairGraph {
    PairGraph(
      Graph(
        entities: (0..<nodes).map { country($0, "N\($0)") },
        claims: ties.enumerated().map { recorded($0 + 1, from: $1.0, to: $1.1, weight: $1.2) }))
  }

  /// The least number of frustrated ties over all ways to put nodes on two sides.
  private func leastByTrying(_ graph: PairGraph) -> Int {
    (0..<(1 << (graph.nodeCount - 1))).map { sides in
      (0..<graph.nodeCount).reduce(0) { sum, node in
        sum
          + graph.ties(of: ID(node)).count { tie in
            let together = sides >> node & 1 == sides >> tie.neighbor.index & 1
            return node < tie.neighbor.index && tie.sign != nil && together != (tie.sign == .positive)
          }
      }
    }.min() ?? 0
  }

  private func check(_ index: FrustrationIndex, of graph: PairGraph) {
    #expect(index.frustrated.count == index.upper)
    #expect(index.lower <= index.upper)
    #expect(index.camps.count == 2 && Set(index.camps[0]).isDisjoint(with: index.camps[1]))
    let first = Set(index.camps[0])
    var expected: [[Int]] = []
    for node in 0..<graph.nodeCount {
      for tie in graph.ties(of: ID(node)) where node < tie.neighbor.index && tie.sign != nil {
        let together = first.contains(ID(node)) == first.contains(tie.neighbor)
        if together != (tie.sign == .positive) { expected.append([node, tie.neighbor.index]) }
      }
    }
    #expect(index.frustrated.map { [$0.a.index, $0.b.index] } == expected)
  }

  @Test("is 0 for two camps, and names them")
  func balanced() {
    let graph = graph(6, [(0, 1, 1), (1, 2, -1), (2, 3, 1), (3, 0, -1), (4, 0, 0)])
    let index = graph.frustrationIndex()
    #expect((index.lower, index.upper, index.isOptimal) == (0, 0, true))
    #expect(index.camps == [[ID(0), ID(1)], [ID(2), ID(3)]])
    #expect(index.frustrated.isEmpty)
  }

  @Test("is 1 for three enemies of each other, and 0 for none")
  func small() {
    let enemies = graph(3, [(0, 1, -1), (1, 2, -1), (2, 0, -1)])
    #expect(enemies.frustrationIndex().upper == 1)
    check(enemies.frustrationIndex(), of: enemies)
    #expect(graph(0, []).frustrationIndex().isOptimal)
    #expect(graph(2, []).frustrationIndex().camps == [[], []])
  }

  @Test("of all pairs at enmity is that of the evenest split", arguments: 2..<11)
  func complete(nodes: Int) {
    var ties: [(Int, Int, Double)] = []
    for a in 0..<nodes { for b in (a + 1)..<max(a + 1, nodes) { ties.append((a, b, -1)) } }
    let graph = graph(nodes, ties)
    let index = graph.frustrationIndex()
    let (small, large) = (nodes / 2, nodes - nodes / 2)
    #expect(index.upper == small * (small - 1) / 2 + large * (large - 1) / 2)
    #expect(index.isOptimal)
    check(index, of: graph)
  }

  @Test("is the least that trying all finds, with proof", arguments: 0..<60 as Range<UInt64>)
  func exhaustive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let nodes = Int.random(in: 3...11, using: &random)
    let graph = graph(
      nodes,
      (0..<Int.random(in: nodes...(4 * nodes), using: &random)).map { _ in
        (
          .random(in: 0..<nodes, using: &random), .random(in: 0..<nodes, using: &random),
          Bool.random(using: &random) ? 1 : -1
        )
      })
    let index = graph.frustrationIndex()
    #expect(index.upper == leastByTrying(graph))
    #expect(index.isOptimal)
    check(index, of: graph)
    #expect(graph.frustrationIndex() == index)
  }

  @Test("within few branches gives bounds that hold", arguments: 0..<20 as Range<UInt64>)
  func bounds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var ties: [(Int, Int, Double)] = []
    for a in 0..<11 { for b in (a + 1)..<11 { ties.append((a, b, Bool.random(using: &random) ? 1 : -1)) } }
    let graph = graph(11, ties)
    let index = graph.frustrationIndex(branchLimit: 0)
    let least = leastByTrying(graph)
    #expect(index.lower <= least && least <= index.upper)
    check(index, of: graph)
  }
}
