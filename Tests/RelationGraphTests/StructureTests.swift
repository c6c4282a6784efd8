import Diplomacy
import RelationGraph
import TestSupport
import Testing

@Suite("Backbone and biconnected components")
struct StructureTests {
  private func graph(_ nodes: Int, _ ties: [(Int, Int, Double)]) -> Graph {
    Graph(
      entities: (0..<nodes).map { country($0, "N\($0)") },
      claims: ties.enumerated().map { recorded($0 + 1, from: $1.0, to: $1.1, weight: $1.2) },
      weighting: EdgeWeighting(shrinkage: 0))
  }

  @Test("the backbone keeps what is strong for one of the ends")
  func backbone() {
    // Node 0 has four ties of 1, 0.05, 0.05 and 0.05; (1 − 1/1.15)³ = 0.0022.
    let graph = graph(6, [(0, 1, 1), (0, 2, -0.05), (0, 3, 0.05), (0, 4, 0.05), (2, 5, 0.05)])
    let backbone = PairGraph(graph).disparityBackbone(alpha: 0.05)
    #expect(backbone.ties.map(\.pair) == [NodePair(ID(0), ID(1))])
    #expect(abs((backbone.ties.first?.significance ?? 0) - 0.0022191) < 1e-6)
    #expect(PairGraph(graph).disparityBackbone(alpha: 1).ties.count == 5)
    #expect(PairGraph(graph).disparityBackbone(alpha: 0).ties.isEmpty)
    let part = graph.backbone(alpha: 0.05)
    #expect((part.nodes, part.edges) == ([ID(0), ID(1)], graph.edges(between: ID(0), and: ID(1))))
  }

  @Test("a single tie between two says nothing")
  func lonelyTie() {
    #expect(PairGraph(graph(2, [(0, 1, 1)])).disparityBackbone(alpha: 0.5).ties.isEmpty)
    #expect(PairGraph(graph(0, [])).disparityBackbone().ties.isEmpty)
  }

  @Test("two triangles that share a node, and a tail")
  func biconnected() {
    let found = PairGraph(
      graph(8, [(0, 1, 1), (1, 2, 1), (2, 0, 1), (2, 3, 1), (3, 4, 1), (4, 2, -1), (4, 5, 1), (6, 5, 0)])
    ).biconnectedComponents()
    let components: [[ID<Node>]] = [[0, 1, 2], [2, 3, 4], [4, 5], [5, 6]].map { $0.map { ID($0) } }
    #expect(found.components == components)
    #expect(found.articulationPoints == [ID(2), ID(4), ID(5)])
    #expect(found.bridges == [NodePair(ID(4), ID(5)), NodePair(ID(5), ID(6))])
  }

  @Test("a chain of a hundred thousand does not exhaust the stack")
  func chain() {
    let count = 100_000
    let found = PairGraph(graph(count, (1..<count).map { ($0 - 1, $0, 1) })).biconnectedComponents()
    #expect(found.components.count == count - 1)
    #expect(found.articulationPoints.count == count - 2)
  }

  @Test("are what taking nodes and ties away shows", arguments: 0..<60 as Range<UInt64>)
  func byRemoval(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let nodes = Int.random(in: 2...12, using: &random)
    let pairs = PairGraph(
      graph(
        nodes,
        (0..<Int.random(in: 1...(2 * nodes), using: &random)).map { _ in
          (.random(in: 0..<nodes, using: &random), .random(in: 0..<nodes, using: &random), 1)
        }))
    func parts(without node: Int? = nil, _ tie: NodePair? = nil) -> Int {
      var seen = Set(node.map { [$0] } ?? [])
      var count = 0
      for first in 0..<nodes where !seen.contains(first) {
        count += 1
        var stack = [first]
        seen.insert(first)
        while let at = stack.popLast() {
          for next in pairs.ties(of: ID(at)).map(\.neighbor.index)
          where !seen.contains(next) && NodePair(ID(at), ID(next)) != tie {
            seen.insert(next)
            stack.append(next)
          }
        }
      }
      return count
    }
    let found = pairs.biconnectedComponents()
    let whole = parts()
    let cuts = (0..<nodes).filter { parts(without: $0) > whole - (pairs.degree(ID($0)) == 0 ? 1 : 0) }
    #expect(found.articulationPoints == cuts.map { ID($0) })
    var bridges: [NodePair] = []
    for a in 0..<nodes {
      for tie in pairs.ties(of: ID(a)) where a < tie.neighbor.index {
        let pair = NodePair(ID(a), tie.neighbor)
        if parts(without: nil, pair) > whole { bridges.append(pair) }
        // Every tie lies in just one component.
        #expect(found.components.count { $0.contains(pair.a) && $0.contains(pair.b) } == 1)
      }
    }
    #expect(found.bridges == bridges)
  }
}
