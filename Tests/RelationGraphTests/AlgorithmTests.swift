import Diplomacy
import RelationGraph
import TestSupport
import Testing

@Suite("Algorithms on pairs")
struct AlgorithmTests {
  private func graph(_ nodes: Int, _ ties: [(Int, Int, Double)]) -> PairGraph {
    PairGraph(
      Graph(
        entities: (0..<nodes).map { country($0, "N\($0)") },
        claims: ties.enumerated().map { recorded($0 + 1, from: $1.0, to: $1.1, weight: $1.2) },
        weighting: EdgeWeighting(shrinkage: 0)))
  }

  private func random(_ seed: UInt64, nodes: Int, edges: Int) -> PairGraph {
    var random = SeededGenerator(seed: seed)
    return graph(
      nodes,
      (0..<edges).map { _ in
        (
          Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random),
          Double(Int.random(in: -4...4, using: &random)) / 4
        )
      })
  }

  @Test("edges between two nodes become one tie with the sign of their sum")
  func pairs() {
    let graph = Graph(
      entities: (0..<3).map { country($0, "N\($0)") },
      claims: [
        recorded(1, from: 0, to: 1, weight: 0.5), recorded(2, from: 1, to: 0, weight: -0.75),
        recorded(3, .affiliation, from: 0, to: 1, weight: 1), recorded(4, .membership, from: 1, to: 2, weight: 1),
        recorded(5, .cooperation, from: 0, to: 2, modality: .negated),
      ], weighting: EdgeWeighting(shrinkage: 0))
    let pairs = PairGraph(graph)
    #expect(pairs.tieCount == 2)
    #expect(pairs.tie(ID(0), ID(1))?.strength == 2.25)
    #expect(pairs.tie(ID(1), ID(0))?.sign == .negative)
    #expect(pairs.tie(ID(2), ID(1))?.neighbor == ID(1))
    #expect(pairs.tie(ID(2), ID(1))?.strength == 1)
    #expect(pairs.tie(ID(2), ID(1))?.sign == nil)
    #expect(pairs.tie(ID(0), ID(2)) == nil)
    #expect(pairs.degree(ID(1)) == 2)
    #expect(PairGraph(graph, EdgeFilter(kinds: [.stance], sign: .positive)).tie(ID(0), ID(1))?.strength == 0.5)
  }

  @Test("betweenness of a line, a star and a circle")
  func betweennessByHand() {
    let line = graph(5, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1)]).betweenness()
    #expect(zip(line, [0, 3.0 / 6, 4.0 / 6, 3.0 / 6, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(graph(4, [(0, 1, 1), (0, 2, 1), (0, 3, 1)]).betweenness() == [1, 0, 0, 0])
    let circle = graph(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1)]).betweenness()
    #expect(circle.allSatisfy { abs($0 - 1.0 / 6) < 1e-12 })
    #expect(graph(2, [(0, 1, 1)]).betweenness() == [0, 0])
    #expect(graph(0, []).betweenness().isEmpty)
  }

  @Test("betweenness is the share of shortest ways", arguments: 0..<25 as Range<UInt64>)
  func betweenness(seed: UInt64) {
    let graph = random(seed, nodes: 9, edges: 14)
    let nodes = (0..<9).map { ID<Node>($0) }
    // All shortest ways between two nodes, by growing ways one tie at a time.
    func ways(_ from: ID<Node>, _ to: ID<Node>) -> [[ID<Node>]] {
      var level = [[from]]
      for _ in 0..<9 {
        let arrived = level.filter { $0.last == to }
        if !arrived.isEmpty { return arrived }
        level = level.flatMap { way in
          graph.ties(of: way[way.count - 1]).filter { !way.contains($0.neighbor) }.map { way + [$0.neighbor] }
        }
      }
      return []
    }
    var expected = [Double](repeating: 0, count: 9)
    for from in nodes {
      for to in nodes where from < to {
        let shortest = ways(from, to)
        for way in shortest {
          for node in way.dropFirst().dropLast() { expected[node.index] += 1 / Double(shortest.count) / 28 }
        }
      }
    }
    let found = graph.betweenness()
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(graph.betweenness(sources: 9) == found)
  }

  @Test("sampled betweenness comes near the exact values")
  func sampled() {
    let graph = random(3, nodes: 400, edges: 1200)
    let exact = graph.betweenness()
    let sampled = graph.betweenness(sources: 200)
    let error = zip(exact, sampled).map { abs($0 - $1) }.max() ?? 1
    #expect(error < 0.25 * (exact.max() ?? 0))
    let (sum, sampledSum) = (exact.reduce(0, +), sampled.reduce(0, +))
    #expect(abs(sum - sampledSum) < 0.1 * sum)
  }

  @Test("page rank is its own fixed point and adds up to 1", arguments: 0..<10 as Range<UInt64>)
  func pageRank(seed: UInt64) {
    let graph = random(seed, nodes: 12, edges: 18)
    let rank = graph.pageRank()
    #expect(abs(rank.reduce(0, +) - 1) < 1e-9)
    let nodes = (0..<12).map { ID<Node>($0) }
    let total = nodes.map { node in graph.ties(of: node).map(\.strength).reduce(0, +) }
    let stranded = nodes.filter { total[$0.index] == 0 }.map { rank[$0.index] }.reduce(0, +)
    for node in nodes {
      let received = graph.ties(of: node).filter { $0.strength > 0 }
        .map { rank[$0.neighbor.index] * $0.strength / total[$0.neighbor.index] }.reduce(0, +)
      #expect(abs(rank[node.index] - ((0.15 + 0.85 * stranded) / 12 + 0.85 * received)) < 1e-9)
    }
  }

  @Test("page rank of a star, by hand")
  func star() {
    let rank = graph(3, [(0, 1, 1), (0, 2, -1)]).pageRank()
    // hub = 0.05 + 0.85 (1 − hub)
    #expect(abs(rank[0] - 0.9 / 1.85) < 1e-9)
    #expect(rank[1] == rank[2])
    #expect(graph(0, []).pageRank().isEmpty)
    #expect(graph(2, []).pageRank() == [0.5, 0.5])
  }

  @Test("triads are counted by sign", arguments: 0..<25 as Range<UInt64>)
  func triads(seed: UInt64) {
    let graph = random(seed, nodes: 10, edges: 40)
    var counts = [0, 0, 0, 0]
    for a in 0..<10 {
      for b in (a + 1)..<10 {
        for c in (b + 1)..<10 {
          let signs = [(a, b), (a, c), (b, c)].map { graph.tie(ID($0), ID($1))?.sign }
          if signs.contains(nil) { continue }
          counts[signs.count { $0 == .negative }] += 1
        }
      }
    }
    let census = graph.triadCensus()
    #expect(census.counts == counts)
    #expect(census.total == counts.reduce(0, +))
    #expect((census.balanced, census.unbalanced) == (counts[0] + counts[2], counts[1] + counts[3]))
  }
}
