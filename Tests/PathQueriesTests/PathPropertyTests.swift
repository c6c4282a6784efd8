import Diplomacy
import Provenance
import RelationGraph
import TestSupport
import Testing

@testable import PathQueries

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Paths on small random graphs are those of exhaustive search")
struct PathPropertyTests {
  /// The expected answer: all simple paths that keep to the constraints, in order.
  private func expected(
    _ graph: Graph, _ constraints: PathConstraints, by ranking: PathRanking, from start: ID<Node>, to end: ID<Node>
  ) -> [[ID<Edge>]] {
    var filter = constraints.filter
    filter.nodeKinds = nil
    let paths = graph.allSimplePaths(
      from: start, to: end,
      admitting: { edge in
        graph.admits(edge, filter) && (ranking != .strength || graph[edge].weight != 0)
      },
      through: { node in
        !constraints.avoiding.contains(node)
          && (constraints.through.contains(node)
            || constraints.filter.nodeKinds?.contains(graph.entity(node).kind) ?? true)
      })
    return paths.filter { $0.count <= constraints.maximumHops ?? .max }
      .filter { path in
        constraints.through.allSatisfy { node in
          path.contains { graph[$0].source == node || graph[$0].target == node }
        }
      }
      .sorted { precedes($0, $1, by: ranking, in: graph) }
  }

  private func compare(_ graph: Graph, _ constraints: PathConstraints, count: Int) {
    for ranking in PathRanking.allCases {
      let finder = PathFinder(graph, by: ranking)
      let (start, end) = (ID<Node>(0), ID<Node>(graph.nodeCount - 1))
      let expected = Array(expected(graph, constraints, by: ranking, from: start, to: end).prefix(count))
      do {
        let found = try finder.paths(from: start, to: end, count: count, constraints)
        #expect(found.map(\.edges) == expected, "by \(ranking)")
      } catch {
        #expect(expected.isEmpty, "by \(ranking): \(error.reason)")
      }
    }
  }

  @Test("the best one", arguments: 0..<150 as Range<UInt64>)
  func best(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    compare(.random(nodes: 8, edges: 16, using: &random), PathConstraints(), count: 1)
  }

  @Test("the k best, and all of them", arguments: 0..<60 as Range<UInt64>, [4, 1000])
  func severalBest(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed: seed)
    compare(.random(nodes: 6, edges: 11, using: &random), PathConstraints(), count: count)
  }

  @Test("within constraints, together with every ranking", arguments: 0..<300 as Range<UInt64>)
  func constrained(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(nodes: 7, edges: 18, using: &random)
    let constraints = PathConstraints.random(through: 0...6, using: &random)
    compare(graph, constraints, count: 5)
  }

  @Test("through several nodes in the best order", arguments: 0..<40 as Range<UInt64>)
  func through(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(nodes: 7, edges: 17, using: &random)
    compare(graph, PathConstraints(through: [ID(1), ID(2), ID(3)]), count: 3)
  }

  @Test(
    "all up to a number of edges, the shortest first, and whether there are more", arguments: 0..<60 as Range<UInt64>)
  func all(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(nodes: 6, edges: 14, using: &random)
    let constraints = PathConstraints(
      filter: EdgeFilter(minimumWeight: Bool.random(using: &random) ? 0.5 : 0),
      through: Bool.random(using: &random) ? [ID(2)] : [])
    let hops = Int.random(in: 1...5, using: &random)
    var bounded = constraints
    bounded.maximumHops = hops
    let all = expected(graph, bounded, by: .hops, from: ID(0), to: ID(5)).sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    let finder = PathFinder(graph, by: .hops)
    guard !all.isEmpty else {
      #expect(throws: NoPath.self) { try finder.allPaths(from: ID(0), to: ID(5), maximumHops: hops, constraints) }
      return
    }
    let found = try finder.allPaths(from: ID(0), to: ID(5), maximumHops: hops, constraints)
    #expect(found.paths.map(\.edges) == all)
    #expect(!found.isTruncated)
    let limit = Int.random(in: 1...all.count, using: &random)
    let some = try finder.allPaths(from: ID(0), to: ID(5), maximumHops: hops, limit: limit, constraints)
    #expect(some.paths.map(\.edges) == Array(all.prefix(limit)))
    #expect(some.isTruncated == (limit < all.count))
  }

  @Test("within constraints, all up to a number of edges", arguments: 0..<150 as Range<UInt64>)
  func allConstrained(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(nodes: 7, edges: 18, using: &random)
    let constraints = PathConstraints.random(through: 0...6, using: &random)
    let hops = Int.random(in: 1...6, using: &random)
    var bounded = constraints
    bounded.maximumHops = min(hops, constraints.maximumHops ?? .max)
    let all = expected(graph, bounded, by: .hops, from: ID(0), to: ID(6)).sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    let finder = PathFinder(graph, by: .hops)
    do {
      let found = try finder.allPaths(from: ID(0), to: ID(6), maximumHops: hops, constraints)
      #expect(found.paths.map(\.edges) == all)
      #expect(!found.isTruncated)
    } catch {
      #expect(all.isEmpty)
      #expect(error.reason.isProven)
    }
  }

  @Test("with a penalty for hubs, for each of what is passed", arguments: 0..<100 as Range<UInt64>)
  func hubs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(nodes: 7, edges: 16, using: &random)
    func cost(_ path: [ID<Edge>], _ ranking: PathRanking) -> Double {
      var node = ID<Node>(0)
      var sum = 0.0
      for (place, edge) in path.enumerated() {
        node = graph[edge].other(than: node)
        let passing = place + 1 < path.count ? 0.7 * log(Double(graph.degree(node))) : 0
        sum += passing + (ranking == .hops ? 1 : -log(ranking == .trust ? graph[edge].trust : abs(graph[edge].weight)))
      }
      return sum
    }
    for ranking in PathRanking.allCases {
      let finder = PathFinder(graph, by: ranking, hubPenalty: 0.7)
      let costs = expected(graph, PathConstraints(), by: ranking, from: ID(0), to: ID(6)).map { cost($0, ranking) }
        .sorted()
      guard let found = try? finder.paths(from: ID(0), to: ID(6), count: 4) else {
        #expect(costs.isEmpty)
        continue
      }
      for (path, least) in zip(found, costs) { #expect(abs(cost(path.edges, ranking) - least) < 1e-4) }
      #expect(found.count == min(4, costs.count))
    }
  }

  @Test("a long chain is no matter, with all paths as with the best")
  func chain() throws {
    let graph = Graph(nodes: 20_000, (1..<20_000).map { Tie(source: $0 - 1, target: $0, weight: 1, kind: .membership) })
    for ranking in PathRanking.allCases {
      #expect(try PathFinder(graph, by: ranking).path(from: ID(0), to: ID(19_999)).hops == 19_999)
    }
    #expect(
      try PathFinder(graph).allPaths(from: ID(0), to: ID(99), maximumHops: 20_000).paths.map(\.hops) == [99])
    #expect(try graph.earliestPath(from: ID(0), to: ID(19_999)).path.hops == 19_999)
  }

  @Test("and the same again for the same question")
  func repeatable() throws {
    var random = SeededGenerator(seed: 7)
    let graph = Graph.random(nodes: 60, edges: 400, using: &random)
    let first = try PathFinder(graph).paths(from: ID(0), to: ID(59), count: 25)
    let second = try PathFinder(graph).paths(from: ID(0), to: ID(59), count: 25)
    #expect(first == second)
    #expect(Set(first.map(\.edges)).count == 25)
    for (a, b) in zip(first, first.dropFirst()) { #expect(a.strength >= b.strength * (1 - 1e-9)) }
  }

  @Test("what eras say of dates is what the dates say", arguments: 0..<20 as Range<UInt64>)
  func eras(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func day() -> String {
      let year = Int.random(in: 2015...2022, using: &random)
      return Bool.random(using: &random) ? "\(year)" : "\(year)-0\(Int.random(in: 1...9, using: &random))-11"
    }
    let graph = Graph(
      nodes: 40,
      (0..<300).map { _ in
        Tie(
          source: .random(in: 0..<20, using: &random), target: .random(in: 20..<40, using: &random), weight: 0.5,
          date: Int.random(in: 0..<9, using: &random) == 0 ? nil : day())
      })
    let eras = DateEras(graph)
    for _ in 0..<20 {
      let window = DateWindow(
        begin: Bool.random(using: &random) ? CalendarDate(iso: day()) : nil,
        end: Bool.random(using: &random) ? CalendarDate(iso: day()) : nil)
      let verdicts = eras.verdicts(on: window, hasLasting: false)
      for edge in graph.edges {
        let code = eras.code(first: graph.columns.first[edge.index], last: graph.columns.last[edge.index])
        let isAdmitted = graph.admits(edge, EdgeFilter(dates: window))
        switch verdicts[Int(code)] {
        case .yes: #expect(isAdmitted)
        case .no: #expect(!isAdmitted)
        case .open: break
        }
      }
    }
  }

  @Test("a heap gives its entries in order", arguments: 0..<10 as Range<UInt64>)
  func heap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var heap = CostHeap()
    let entries = (0..<300).map { _ in
      (UInt64.random(in: 0..<40, using: &random), Int.random(in: 0..<50, using: &random))
    }
    for (cost, node) in entries { heap.push(cost, ID(node)) }
    var popped: [(UInt64, Int)] = []
    while let entry = heap.pop() { popped.append((entry.cost, entry.node.index)) }
    #expect(popped.map { [$0.0, UInt64($0.1)] } == entries.sorted(by: <).map { [$0.0, UInt64($0.1)] })
  }
}

extension PathConstraints {
  /// Some of all constraints, at most two nodes of a range to pass through.
  static func random(through nodes: ClosedRange<Int>, using random: inout SeededGenerator) -> PathConstraints {
    var constraints = PathConstraints()
    func maybe() -> Bool { Int.random(in: 0..<3, using: &random) == 0 }
    if maybe() { constraints.filter.kinds = [.stance, .affiliation] }
    if maybe() { constraints.filter.nodeKinds = [.country, .official, .agreement] }
    if maybe() { constraints.filter.sign = Bool.random(using: &random) ? .positive : .negative }
    if maybe() { constraints.filter.minimumWeight = 0.5 }
    if maybe() { constraints.filter.minimumStories = 2 }
    if maybe() {
      constraints.filter.dates = DateWindow(begin: CalendarDate(iso: "2019"), end: CalendarDate(iso: "2020"))
    }
    if maybe() { constraints.avoiding = [ID(Int.random(in: 1...5, using: &random))] }
    if maybe() { constraints.through = [ID(Int.random(in: nodes, using: &random))] }
    if maybe() { constraints.through.insert(ID(Int.random(in: nodes, using: &random))) }
    constraints.avoiding.subtract(constraints.through)
    if maybe() || maybe() { constraints.maximumHops = .random(in: 1...4, using: &random) }
    return constraints
  }
}
