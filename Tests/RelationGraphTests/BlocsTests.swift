import Diplomacy
import RelationGraph
import TestSupport
import Testing

@Suite("Blocs")
struct BlocsTests {
  private func graph(_ nodes: Int, _ ties: [(Int, Int, Double)]) -> PairGraph {
    PairGraph(
      Graph(
        entities: (0..<nodes).map { country($0, "N\($0)") },
        claims: ties.enumerated().map { recorded($0 + 1, from: $1.0, to: $1.1, weight: $1.2) },
        weighting: EdgeWeighting(shrinkage: 0)))
  }

  /// Q by its definition, pair by pair.
  private func quality(_ graph: PairGraph, _ group: [Int], resolution: Double = 1) -> Double {
    func sum(_ node: Int, _ sign: Double) -> Double {
      graph.ties(of: ID(node)).map(\.attraction).filter { $0 * sign > 0 }.map(abs).reduce(0, +)
    }
    let all = 0..<graph.nodeCount
    let (friendly, hostile) = (all.map { sum($0, 1) }, all.map { sum($0, -1) })
    let (f, h) = (friendly.reduce(0, +), hostile.reduce(0, +))
    guard f + h > 0 else { return 0 }
    var q = 0.0
    for a in all {
      for b in all where group[a] == group[b] {
        q += graph.tie(ID(a), ID(b))?.attraction ?? 0
        if f > 0 { q -= resolution * friendly[a] * friendly[b] / f }
        if h > 0 { q += resolution * hostile[a] * hostile[b] / h }
      }
    }
    return q / (f + h)
  }

  private func random(_ seed: UInt64, nodes: Int, edges: Int) -> PairGraph {
    var random = SeededGenerator(seed: seed)
    return graph(
      nodes,
      (0..<edges).map { _ in
        (
          .random(in: 0..<nodes, using: &random), .random(in: 0..<nodes, using: &random),
          Double(Int.random(in: -4...4, using: &random)) / 4
        )
      })
  }

  @Test("three circles of friends at enmity with each other")
  func threeCamps() {
    var ties: [(Int, Int, Double)] = []
    for camp in 0..<3 { for (a, b) in [(0, 1), (1, 2), (0, 2)] { ties.append((3 * camp + a, 3 * camp + b, 0.5)) } }
    ties += [(0, 3, -0.5), (4, 6, -0.5), (7, 1, -0.5)]
    let blocs = graph(10, ties).blocs()
    #expect(blocs.groups == [[ID(0), ID(1), ID(2)], [ID(3), ID(4), ID(5)], [ID(6), ID(7), ID(8)]])
    #expect(blocs.imbalance == 0)
    #expect(blocs.numbers(nodeCount: 10) == [0, 0, 0, 1, 1, 1, 2, 2, 2, nil])
  }

  @Test("what states a fact binds")
  func facts() {
    let graph = Graph(
      entities: (0..<4).map { country($0, "N\($0)") },
      claims: [
        recorded(1, .affiliation, from: 0, to: 1, weight: 1), recorded(2, .affiliation, from: 2, to: 3, weight: 1),
        recorded(3, from: 0, to: 2, weight: -0.5),
      ])
    #expect(PairGraph(graph).blocs().groups == [[ID(0), ID(1)], [ID(2), ID(3)]])
  }

  @Test("those at enmity with the same others belong together")
  func commonEnemies() {
    let hostile = (0..<3).flatMap { a in (3..<6).map { (a, $0, -0.5) } }
    #expect(graph(6, hostile).blocs().groups == [[ID(0), ID(1), ID(2)], [ID(3), ID(4), ID(5)]])
  }

  @Test("enemies of all are alone, and nothing gives nothing")
  func extremes() {
    #expect(graph(3, [(0, 1, -1), (1, 2, -1), (2, 0, -1)]).blocs().groups == [[ID(0)], [ID(1)], [ID(2)]])
    let none = graph(0, []).blocs()
    #expect((none.groups.isEmpty, none.quality, none.imbalance) == (true, 0, 0))
    #expect(graph(2, []).blocs().groups.isEmpty)
  }

  @Test("quality is as defined, and no single move betters it", arguments: 0..<40 as Range<UInt64>)
  func quality(seed: UInt64) {
    let graph = random(seed, nodes: 12, edges: 30)
    let resolution = [0.5, 1, 2][Int(seed % 3)]
    let blocs = graph.blocs(resolution: resolution)
    #expect(blocs == graph.blocs(resolution: resolution))
    var alone = blocs.groups.count
    let group = blocs.numbers(nodeCount: 12).map { number -> Int in
      alone += 1
      return number ?? alone
    }
    #expect(abs(blocs.quality - quality(graph, group, resolution: resolution)) < 1e-9)
    for node in 0..<12 {
      for other in Set(group + [alone + 1]) {
        var moved = group
        moved[node] = other
        #expect(quality(graph, moved, resolution: resolution) <= blocs.quality + 1e-9)
      }
    }
  }

  @Test("of few nodes are mostly the best of all divisions", arguments: 0..<20 as Range<UInt64>)
  func exhaustive(seed: UInt64) {
    let graph = random(seed, nodes: 7, edges: 14)
    var best = -Double.infinity
    func assign(_ groups: [Int], _ used: Int) {
      if groups.count == 7 {
        best = max(best, quality(graph, groups))
        return
      }
      for group in 0...used { assign(groups + [group], max(used, group + 1)) }
    }
    assign([], 0)
    #expect(graph.blocs().quality > 0.95 * best - 1e-9)
    #expect(graph.blocs().quality <= best + 1e-9)
  }

  @Test("participation is how evenly ties are spread over groups")
  func participation() {
    let graph = graph(5, [(0, 1, 0.5), (0, 2, -0.5), (0, 3, 0.25), (0, 4, 0.25), (1, 2, 1)])
    let spread = graph.participation(in: [[ID(0), ID(1)], [ID(2)], [ID(3)]])
    // Of 1.5: 0.5 to the first, 0.5 to the second, 0.25 to the third and 0.25 outside.
    #expect(abs(spread[0] - (1 - 2.0 / 9 - 2.0 / 36)) < 1e-12)
    #expect(spread[3] == 0)
  }
}
