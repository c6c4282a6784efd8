import Diplomacy
import PathQueries
import RelationGraph
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The same graphs and sums as in `Expected/make_expected.py`.
@Suite("Answers on random graphs are those of NetworkX")
struct ExpectedAnswersTests {
  private static let table = try? ExpectedTable("networkx.tsv", besideSource: #filePath)

  private func graph(_ seed: UInt64) -> Graph {
    var random = SeededGenerator(seed: seed)
    let count = 3 + random.below(38)
    var ties: [Tie] = []
    var pairs: Set<[Int]> = []
    for _ in 0..<random.below(3 * count) {
      let (a, b, weight) = (random.below(count), random.below(count), Double(1 + random.below(20)) / 20)
      if a != b, pairs.insert([min(a, b), max(a, b)]).inserted {
        ties.append(Tie(source: a, target: b, weight: weight))
      }
    }
    return Graph(nodes: count, ties)
  }

  private func projected(_ values: [Double], seed: UInt64) -> Double {
    var random = SeededGenerator(seed: seed)
    return values.reduce(0) { $0 + $1 * Double(random.below(1 << 20)) / Double(1 << 20) }
  }

  @Test("all of them, to 1e-9", arguments: 0..<200)
  func answers(seed: Int) throws {
    let table = try #require(Self.table)
    let row = table.rows[seed]
    func expect(_ column: String, _ found: Double, sourceLocation: SourceLocation = #_sourceLocation) throws {
      let expected = try #require(Double(table.value(column, in: row)))
      #expect(
        abs(found - expected) <= 1e-9 * max(1, abs(expected)), "\(column): \(found), \(expected)",
        sourceLocation: sourceLocation)
    }
    let graph = graph(UInt64(seed))
    let pairGraph = PairGraph(graph)
    try expect("seed", Double(seed))
    try expect("nodes", Double(graph.nodeCount))
    try expect("edges", Double(graph.edgeCount))
    let components = Components(graph)
    try expect("components", Double(components.sizes.count))
    try expect("largest", Double(components.sizes.max() ?? 0))
    let parts = pairGraph.biconnectedComponents()
    try expect("cut_nodes", Double(parts.articulationPoints.count))
    try expect("bridges", Double(parts.bridges.count))
    try expect("betweenness", projected(pairGraph.betweenness(), seed: 3))
    try expect("pagerank", projected(pairGraph.pageRank(), seed: 4))

    let (strongest, fewest) = (PathFinder(graph, by: .strength), PathFinder(graph, by: .hops))
    var hops: [Double] = []
    var costs: [Double] = []
    for a in graph.nodes {
      for b in graph.nodes
      where a < b && (a.index + 2 * b.index) % 4 == 0 && components.component(of: a) == components.component(of: b) {
        hops.append(Double(try fewest.path(from: a, to: b).hops))
        costs.append(-log(try strongest.path(from: a, to: b).strength))
      }
    }
    try expect("hops", projected(hops, seed: 1))
    try expect("costs", projected(costs, seed: 2))
  }
}

extension SeededGenerator {
  /// From 0 on and less than `bound`, by multiplication.
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
