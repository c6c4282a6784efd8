import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import TestSupport
import Testing

@Suite("A path in order of time")
struct TimeRespectingPathTests {
  private func graph(_ dates: [(Int, Int, String?)]) -> Graph {
    Graph(nodes: 5, dates.map { Tie(source: $0.0, target: $0.1, weight: 0.5, kind: .cooperation, date: $0.2) })
  }

  @Test("goes by the way that arrives first")
  func earliest() throws {
    let graph = graph([
      (0, 1, "2019-01-01"), (1, 4, "2019-06-01"), (0, 2, "2019-02-01"), (2, 3, "2019-03-01"), (3, 4, "2019-04-01"),
    ])
    let found = try graph.earliestPath(from: ID(0), to: ID(4))
    #expect(found.path.nodes == [ID(0), ID(2), ID(3), ID(4)])
    #expect(found.dates.map { $0?.description } == ["2019-02-01", "2019-03-01", "2019-04-01"])
    #expect(found.arrival == CalendarDate(iso: "2019-04-01"))
    let short = try graph.earliestPath(from: ID(0), to: ID(4), PathConstraints(maximumHops: 2))
    #expect(short.arrival == CalendarDate(iso: "2019-06-01"))
  }

  @Test("takes the first claim of an edge that is late enough, and facts at any time")
  func claims() throws {
    let graph = Graph(
      nodes: 4,
      [
        Tie(source: 0, target: 1, weight: 0.5, date: "2019-05"), Tie(source: 1, target: 2, weight: 0.5, date: "2018"),
        Tie(source: 1, target: 2, weight: 0.5, date: "2019-07"), Tie(source: 1, target: 2, weight: 0.5, date: "2020"),
        Tie(source: 3, target: 2, weight: 1, kind: .affiliation, date: "2001"),
      ])
    let found = try graph.earliestPath(from: ID(0), to: ID(3))
    #expect(found.dates.map { $0?.description } == ["2019-05", "2019-07", nil])
    #expect(found.arrival == CalendarDate(iso: "2019-07"))
    #expect(try graph.earliestPath(from: ID(2), to: ID(3)).arrival == nil)
    let late = PathConstraints(filter: EdgeFilter(dates: DateWindow(begin: CalendarDate(iso: "2019-06-01"))))
    #expect(throws: NoPath.self) { try graph.earliestPath(from: ID(0), to: ID(3), late) }
    #expect(try graph.earliestPath(from: ID(1), to: ID(3), late).arrival == CalendarDate(iso: "2019-07"))
  }

  @Test("walks what lasts on any day from its begin up to its end, without the day of the end")
  func lasting() throws {
    func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }
    let graph = Graph(
      nodes: 5,
      [
        Tie(source: 0, target: 1, weight: 0.5, date: "2010", validity: .lasting(until: day("2019-06-01"))),
        Tie(source: 1, target: 2, weight: 0.5, date: "2019-05-20"),
        Tie(
          source: 2, target: 3, weight: 1, kind: .membership, date: "2000", validity: .lasting(until: day("2019-05-21"))
        ),
        Tie(source: 2, target: 4, weight: 1, kind: .membership, validity: .lasting(until: day("2019-05-20"))),
      ])
    func path(_ end: Int, since: String?) throws -> TimeRespectingPath {
      let dates = since.map { DateWindow(begin: day($0)) }
      return try graph.earliestPath(from: ID(0), to: ID(end), PathConstraints(filter: EdgeFilter(dates: dates)))
    }
    #expect(try path(1, since: nil).dates == [day("2010")])
    #expect(try path(1, since: "2019-05-31").dates == [day("2019-05-31")])
    #expect(throws: NoPath.self) { try path(1, since: "2019-06-01") }
    #expect(try path(3, since: nil).dates.map { $0?.description } == ["2010", "2019-05-20", "2019-05-20"])
    #expect(throws: NoPath.self) { try path(4, since: nil) }
  }

  @Test("says that it is the order of time that leaves none")
  func none() {
    let graph = graph([(0, 1, "2019-02-01"), (1, 2, "2019-01-01"), (2, 3, nil)])
    func reason(_ end: Int) -> NoPath.Reason? {
      do {
        _ = try graph.earliestPath(from: ID(0), to: ID(end))
        return nil
      } catch { return error.reason }
    }
    #expect(reason(2) == .constrained(by: [.timeOrder]))
    #expect(reason(3) == .constrained(by: [.timeOrder]))
    #expect(reason(4) == .separate(sizeOfSource: 4, sizeOfTarget: 1))
    #expect(reason(0) == .sameNode)
    #expect(reason(1) == nil)
  }

  @Test("passes through nodes without passing one twice")
  func through() throws {
    // 0 – 1 – 3 comes early, and node 2 hangs on 1 and, later, on 4 and 3.
    let graph = graph([
      (0, 1, "2019-01-01"), (1, 3, "2019-01-02"), (1, 2, "2019-01-01"), (2, 4, "2019-02-01"), (4, 3, "2019-03-01"),
    ])
    #expect(try graph.earliestPath(from: ID(0), to: ID(3)).path.nodes == [ID(0), ID(1), ID(3)])
    let found = try graph.earliestPath(from: ID(0), to: ID(3), PathConstraints(through: [ID(2)]))
    #expect(found.path.nodes == [ID(0), ID(1), ID(2), ID(4), ID(3)])
    #expect(found.isProvenEarliest)
    #expect(throws: NoPath.self) {
      try graph.earliestPath(from: ID(0), to: ID(3), PathConstraints(through: [ID(2)], avoiding: [ID(4)]))
    }
  }

  @Test("is the earliest and then the shortest of all within constraints", arguments: 0..<400 as Range<UInt64>)
  func exhaustive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let days = [nil, "2019-01-01", "2019-01-02", "2019-01-03", "2019-01-04", "2019-01-05"]
    let graph = Graph(
      nodes: 7,
      (0..<16).map { _ in
        Tie(
          source: .random(in: 0..<7, using: &random), target: .random(in: 0..<7, using: &random),
          weight: Bool.random(using: &random) ? 0.5 : -0.25,
          kind: Int.random(in: 0..<6, using: &random) == 0 ? .membership : .stance,
          modality: Int.random(in: 0..<6, using: &random) == 0 ? .negated : .asserted,
          date: days.randomElement(using: &random) ?? nil)
      }, kinds: [1: .official, 2: .agreement, 3: .official])
    var constraints = PathConstraints()
    // The first seeds ask freely.
    func maybe() -> Bool { seed >= 100 && Int.random(in: 0..<3, using: &random) == 0 }
    if maybe() { constraints.filter.kinds = [.stance] }
    if maybe() { constraints.filter.nodeKinds = [.country, .official] }
    if maybe() { constraints.filter.sign = .positive }
    if maybe() { constraints.filter.minimumWeight = 0.3 }
    if maybe() { constraints.avoiding = [ID(5)] }
    if maybe() { constraints.through = [ID(1)] }
    if maybe() { constraints.through.formUnion([ID(2), ID(4)]) }
    if maybe() { constraints.maximumHops = .random(in: 1...4, using: &random) }
    var (first, last) = (0, Int.max)
    if maybe() {
      let window = DateWindow(begin: CalendarDate(iso: "2019-01-02"), end: CalendarDate(iso: "2019-01-05"))
      (first, last) = (window.begin?.dayNumber ?? 0, window.end?.dayNumber ?? 0)
      constraints.filter.dates = window
    }
    var undated = constraints.filter
    undated.dates = nil
    undated.nodeKinds = nil
    let claims = Dictionary(
      uniqueKeysWithValues: graph.edges.map { edge in
        (edge, graph.datesOfCountedClaims(edge).sorted().filter { $0 < last })
      })
    var best: [Int]?
    let paths = graph.allSimplePaths(
      from: ID(0), to: ID(6), admitting: { graph.admits($0, undated) },
      through: { node in
        constraints.through.contains(node)
          || !constraints.avoiding.contains(node)
            && constraints.filter.nodeKinds?.contains(graph.entity(node).kind) ?? true
      })
    for path in paths where path.count <= constraints.maximumHops ?? .max {
      let passed = path.flatMap { [graph[$0].source, graph[$0].target] }
      var day = first
      var isInOrder = constraints.through.allSatisfy(passed.contains)
      for edge in path where isInOrder && graph[edge].kind.isSigned {
        guard let next = claims[edge]?.first(where: { $0 >= day }) else {
          isInOrder = false
          break
        }
        day = next
      }
      guard isInOrder else { continue }
      if let known = best, known.lexicographicallyPrecedes([day, path.count]) { continue }
      best = [day, path.count]
    }
    do {
      let found = try graph.earliestPath(from: ID(0), to: ID(6), constraints)
      #expect([found.arrival?.dayNumber ?? first, found.path.hops] == best)
      let dated = found.dates.compactMap { $0 }
      #expect(dated == dated.sorted())
      #expect(Set(found.path.nodes).count == found.path.nodes.count)
      #expect(constraints.through.isSubset(of: found.path.nodes))
      #expect(found.isProvenEarliest)
    } catch {
      #expect(best == nil, "\(error)")
    }
  }
}

extension Graph {
  /// Day numbers, by the window that admits the edge for one day alone.
  func datesOfCountedClaims(_ edge: ID<Edge>) -> [Int] {
    (1...5).compactMap { day in
      guard let begin = CalendarDate(year: 2019, month: 1, day: day) else { return nil }
      return admits(edge, EdgeFilter(dates: DateWindow(begin: begin, end: begin.adding(days: 1))))
        ? begin.dayNumber : nil
    }
  }
}
