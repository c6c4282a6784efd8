import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import Testing

@Suite("A path")
struct PathFinderTests {
  // Milley 0 (official), United States 1, Japan 2, GSOMIA 3, South Korea 4, Kono 5 (official).
  private let graph = Graph(
    nodes: 6,
    [
      Tie(source: 0, target: 1, weight: 1, kind: .affiliation),
      Tie(source: 0, target: 3, weight: 0.5, date: "2019-11-12"),
      Tie(source: 4, target: 3, weight: -0.6, date: "2019-11-19"),
      Tie(source: 4, target: 3, weight: 1, kind: .party),
      Tie(source: 0, target: 5, weight: 0.25, kind: .cooperation, date: "2019-11-12"),
      Tie(source: 5, target: 2, weight: 1, kind: .affiliation),
      Tie(source: 2, target: 4, weight: -0.9),
    ], kinds: [0: .official, 3: .agreement, 5: .official])

  @Test("tells its nodes, edges, directions, strength and sign")
  func answer() throws {
    let path = try PathFinder(graph).path(
      from: ID(0), to: ID(4), PathConstraints(filter: EdgeFilter(kinds: [.stance])))
    #expect(path.nodes == [ID(0), ID(3), ID(4)])
    #expect(path.steps.map(\.isForward) == [true, false])
    #expect(path.steps.map(\.edge.weight) == [0.5, -0.6])
    #expect(path.steps.map(\.from) == [ID(0), ID(3)])
    #expect(path.steps.map(\.to) == [ID(3), ID(4)])
    #expect(path.steps.map(\.claims) == [[ID(2)], [ID(3)]])
    #expect(abs(path.strength - 0.3) < 1e-12)
    #expect(path.sign == .negative)
    #expect(path.hops == 2)
    #expect(path.subgraph(of: graph).nodes == [ID(0), ID(3), ID(4)])
  }

  @Test("keeps parallel edges apart")
  func parallel() throws {
    let paths = try PathFinder(graph).paths(from: ID(0), to: ID(4), count: 10)
    #expect(
      paths.map { $0.steps.map(\.edge.kind) } == [
        [.stance, .party], [.stance, .stance], [.cooperation, .affiliation, .stance],
      ])
    #expect(paths.map(\.sign) == [.positive, .negative, .negative])
  }

  @Test("of facts alone has no sign")
  func unsigned() throws {
    let path = try PathFinder(graph, by: .hops).path(
      from: ID(0), to: ID(1), PathConstraints(filter: EdgeFilter(kinds: [.affiliation])))
    #expect(path.sign == nil)
    #expect(path.strength == 1)
  }

  @Test("by hops is the shortest, by strength the strongest")
  func rankings() throws {
    let graph = Graph(
      nodes: 4,
      [
        Tie(source: 0, target: 3, weight: 0.1), Tie(source: 0, target: 1, weight: 0.9),
        Tie(source: 2, target: 1, weight: -0.9), Tie(source: 2, target: 3, weight: 0.9),
      ])
    #expect(try PathFinder(graph, by: .hops).path(from: ID(0), to: ID(3)).nodes == [ID(0), ID(3)])
    let strongest = try PathFinder(graph, by: .strength).path(from: ID(0), to: ID(3))
    #expect(strongest.nodes == [ID(0), ID(1), ID(2), ID(3)])
    #expect(abs(strongest.strength - 0.729) < 1e-12)
    #expect(strongest.sign == .negative)
    let short = try PathFinder(graph, by: .strength).path(from: ID(0), to: ID(3), PathConstraints(maximumHops: 2))
    #expect(short.nodes == [ID(0), ID(3)])
  }

  @Test("may run through any number of nodes")
  func long() throws {
    let count = 3000
    let graph = Graph(nodes: count, (1..<count).map { Tie(source: $0 - 1, target: $0, weight: 0.5) })
    for ranking in PathRanking.allCases {
      let path = try PathFinder(graph, by: ranking).path(from: ID(0), to: ID(count - 1))
      #expect(path.hops == count - 1)
    }
    #expect(
      try PathFinder(graph).path(from: ID(0), to: ID(2), PathConstraints(maximumHops: .max)).hops == 2)
  }
}

@Suite("Where there is no path")
struct NoPathTests {
  private func reason(
    _ graph: Graph, _ ranking: PathRanking = .strength, from: Int = 0, to: Int = 3,
    _ constraints: PathConstraints = PathConstraints()
  ) -> NoPath.Reason? {
    do {
      _ = try PathFinder(graph, by: ranking).path(from: ID(from), to: ID(to), constraints)
      return nil
    } catch {
      #expect(error.from == ID(from) && error.to == ID(to))
      return error.reason
    }
  }

  private let line = [
    Tie(source: 0, target: 1, weight: 0.5), Tie(source: 1, target: 2, weight: -0.5, kind: .cooperation),
    Tie(source: 2, target: 3, weight: 0.5),
  ]

  @Test("the components are told")
  func separate() {
    let graph = Graph(nodes: 5, [line[0], line[2]])
    #expect(reason(graph) == .separate(sizeOfSource: 2, sizeOfTarget: 2))
    #expect(reason(graph, to: 4) == .separate(sizeOfSource: 2, sizeOfTarget: 1))
    #expect(reason(graph, to: 0) == .sameNode)
  }

  @Test("a denied tie links nobody")
  func denied() {
    let graph = Graph(nodes: 2, [Tie(source: 0, target: 1, weight: 0.5, modality: .negated)])
    for ranking in PathRanking.allCases {
      #expect(reason(graph, ranking, to: 1) == .separate(sizeOfSource: 1, sizeOfTarget: 1))
    }
  }

  @Test("a weight of 0 carries no strength, but it is a tie")
  func weightless() {
    let graph = Graph(nodes: 2, [Tie(source: 0, target: 1, weight: 0)])
    #expect(reason(graph, .strength, to: 1) == .weightless)
    #expect(reason(graph, .hops, to: 1) == nil)
  }

  @Test("the constraint that cut it is told")
  func constrained() {
    let graph = Graph(nodes: 4, line, kinds: [1: .official])
    #expect(reason(graph, PathConstraints(filter: EdgeFilter(sign: .positive))) == .constrained(by: [.sign]))
    #expect(reason(graph, PathConstraints(avoiding: [ID(2)])) == .constrained(by: [.avoiding]))
    #expect(reason(graph, PathConstraints(maximumHops: 2)) == .tooLong(fewestHops: 3))
    #expect(
      reason(graph, PathConstraints(filter: EdgeFilter(nodeKinds: [.country]))) == .constrained(by: [.nodeKinds]))
    #expect(
      reason(graph, PathConstraints(filter: EdgeFilter(kinds: [.stance], sign: .positive)))
        == .constrained(by: [.edgeKinds, .sign]))
    #expect(
      reason(graph, PathConstraints(filter: EdgeFilter(minimumStories: 2))) == .constrained(by: [.minimumStories]))
    #expect(
      reason(graph, PathConstraints(filter: EdgeFilter(dates: DateWindow()))) == .constrained(by: [.dates]))
    #expect(
      reason(graph, PathConstraints(filter: EdgeFilter(sign: .positive, minimumWeight: 0.7)))
        == .constrained(by: [.sign, .minimumWeight]))
  }

  @Test("nodes to pass through may leave none")
  func through() {
    let graph = Graph(nodes: 5, line + [Tie(source: 1, target: 4, weight: 0.5)])
    #expect(reason(graph, PathConstraints(through: [ID(1), ID(2)])) == nil)
    #expect(reason(graph, PathConstraints(through: [ID(4)])) == .constrained(by: [.through]))
    #expect(
      reason(graph, PathConstraints(through: [ID(4)], maximumHops: 2)) == .constrained(by: [.through, .maximumHops]))
  }

  private func reason(_ graph: Graph, _ constraints: PathConstraints) -> NoPath.Reason? {
    reason(graph, .strength, from: 0, to: 3, constraints)
  }

  @Test("neither kinds nor avoided nodes bind the two ends")
  func ends() {
    let graph = Graph(nodes: 4, line, kinds: [0: .official, 3: .agreement])
    #expect(
      reason(
        graph, PathConstraints(filter: EdgeFilter(nodeKinds: [.country]), avoiding: [ID(0), ID(3)])) == nil)
  }
}

@Suite("Around a node")
struct NeighborhoodTests {
  private let graph = Graph(
    nodes: 6,
    [
      Tie(source: 0, target: 1, weight: 0.5), Tie(source: 2, target: 0, weight: 0.2),
      Tie(source: 1, target: 2, weight: -0.9), Tie(source: 2, target: 3, weight: 0.4),
      Tie(source: 3, target: 4, weight: 0.4, modality: .negated),
      Tie(source: 0, target: 1, weight: 1, kind: .cooperation),
    ])

  @Test("an ego network has the ties among the neighbours too")
  func ego() {
    let ego = graph.neighborhood(of: [ID(0)], radius: 1)
    #expect(ego.nodes == [ID(0), ID(1), ID(2)])
    #expect(
      ego.edges.map { [graph[$0].source.index, graph[$0].target.index] } == [[0, 1], [0, 1], [1, 2], [2, 0]])
    #expect(graph.neighborhood(of: [ID(0)], radius: 0).nodes == [ID(0)])
    #expect(graph.neighborhood(of: [ID(0)], radius: 9).nodes == [ID(0), ID(1), ID(2), ID(3)])
    #expect(graph.neighborhood(of: [ID(5), ID(3)], radius: 1).nodes == [ID(2), ID(3), ID(5)])
    #expect(graph.neighborhood(of: [ID(0)], radius: 9, EdgeFilter(minimumWeight: 0.45)).nodes == [ID(0), ID(1), ID(2)])
  }

  @Test("neighbours come with their edges")
  func neighbors() {
    let neighbors = graph.neighbors(of: ID(0))
    #expect(neighbors.map(\.node) == [ID(1), ID(2)])
    #expect(neighbors.map(\.edges.count) == [2, 1])
  }

  @Test("the strongest edges come first")
  func strongest() {
    #expect(graph.strongestEdges(3).map { abs(graph[$0].weight) } == [1, 0.9, 0.5])
    #expect(graph.strongestEdges().count == 5)
    #expect(graph.strongestEdges(2, EdgeFilter(sign: .negative)).map { graph[$0].weight } == [-0.9])
  }

  @Test("components are told apart")
  func components() {
    let components = Components(graph)
    #expect(components.sizes == [4, 1, 1])
    #expect(components.component(of: ID(0)) == components.component(of: ID(3)))
    #expect(components.size(of: ID(4)) == 1)
    #expect(Components(graph, EdgeFilter(includesUncounted: true)).sizes == [5, 1])
  }
}
