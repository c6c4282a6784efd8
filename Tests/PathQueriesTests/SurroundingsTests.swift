import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import TestSupport
import Testing

struct EgoNetworkTests {
  private let chain = Graph(
    nodes: 5,
    [
      Tie(source: 0, target: 1, weight: 0.5), Tie(source: 2, target: 1, weight: -0.5),
      Tie(source: 2, target: 3, weight: 0.5), Tie(source: 0, target: 2, weight: 0.25, modality: .negated),
    ])

  @Test func levelsAreByDistance() {
    let network = EgoNetwork(chain, around: ID(0), radius: 2)
    #expect(network.levels == [[ID(1)], [ID(2)]])
    #expect(network.edges.map { chain[$0].weight } == [0.5, -0.5])
    #expect(EgoNetwork(chain, around: ID(0), radius: 9).levels == [[ID(1)], [ID(2)], [ID(3)]])
    #expect(EgoNetwork(chain, around: ID(4), radius: 3).levels.isEmpty)
  }

  @Test func filterCutsTheWay() {
    let network = EgoNetwork(chain, around: ID(0), radius: 3, EdgeFilter(sign: .positive))
    #expect(network.levels == [[ID(1)]])
  }

  @Test func agreesWithTheNeighborhoodOfTheGraph() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      let graph = Graph.random(nodes: 12, edges: 14, using: &random)
      for radius in 1...3 {
        let network = EgoNetwork(graph, around: ID(0), radius: radius)
        let subgraph = graph.neighborhood(of: [ID(0)], radius: radius)
        #expect(([ID(0)] + network.levels.joined()).sorted() == subgraph.nodes)
        #expect(network.edges == subgraph.edges)
      }
    }
  }
}

struct CommonTiesTests {
  @Test func sharedNodesAndWhetherTheyAgree() {
    let graph = Graph(
      nodes: 6,
      [
        Tie(source: 0, target: 2, weight: 0.5), Tie(source: 1, target: 2, weight: -0.25),
        Tie(source: 0, target: 3, weight: 0.75), Tie(source: 1, target: 3, weight: 0.75),
        Tie(source: 0, target: 4, weight: 1, kind: .party), Tie(source: 1, target: 4, weight: 0.5),
        Tie(source: 0, target: 5, weight: 0.5), Tie(source: 1, target: 0, weight: -0.5),
      ])
    let common = CommonTies(graph, among: [ID(1), ID(0)])
    #expect(common.shared.map(\.node) == [ID(3), ID(4), ID(2)])
    #expect(common.shared.map(\.isAgreed) == [true, nil, false])
    #expect(common.direct.map { graph[$0].weight } == [-0.5])
    // In the order of the actors asked for.
    #expect(common.shared[2].ties.map { graph[$0[0]].weight } == [-0.25, 0.5])
    #expect(CommonTies(graph, among: [ID(1), ID(0), ID(5)]).shared.isEmpty)
  }
}

struct StanceProfileTests {
  @Test func everyStanceIsOnOneSide() {
    let stances = [
      Tie(source: 1, target: 0, weight: 0.5), Tie(source: 2, target: 0, weight: -0.5),
      Tie(source: 3, target: 0, weight: 0.75), Tie(source: 3, target: 0, weight: -0.25),
      Tie(source: 0, target: 1, weight: -0.25), Tie(source: 4, target: 0, weight: 0.5, kind: .cooperation),
      Tie(source: 4, target: 0, weight: 0.5, modality: .negated),
    ]
    let graph = Graph(nodes: 5, stances)
    let profile = StanceProfile(graph, of: ID(0))
    func sources(_ edges: [ID<Edge>]) -> [Int] { edges.map { graph[$0].source.index } }
    #expect(sources(profile.received.supporting) == [1])
    #expect(sources(profile.received.opposing) == [2])
    #expect(sources(profile.received.contested) == [3])
    #expect(profile.held.opposing.map { graph[$0].target.index } == [1])
    #expect(profile.held.supporting.isEmpty && profile.held.contested.isEmpty)
    #expect(StanceProfile(graph, of: ID(4)).received.isEmpty)
  }
}

struct TieTimelineTests {
  private let entities = (0..<2).map {
    Entity(id: ID($0), name: "N\($0)", details: .country(Country(code: "ZZ")))
  }

  private func claim(
    _ id: Int, _ weight: Double, _ date: String?, modality: Modality = .asserted, kind: ClaimKind = .stance
  ) -> RecordedClaim {
    RecordedClaim(
      id: ID(id),
      claim: Claim(
        kind: kind, source: ID(0), target: ID(1), weight: weight, modality: modality,
        date: date.flatMap { CalendarDate(iso: $0) },
        evidence: Evidence(document: "d\(id)", sentence: 0, span: Span(0, 1), cue: Span(0, 1))), story: ID(id))
  }

  @Test func turnsAreAtTheStrongestClaimOfTheirDay() {
    let timeline = TieTimeline(
      [
        claim(4, 0.25, "2019-11-12"), claim(1, -0.5, "2019-08"), claim(3, 0.75, "2019-11-12"), claim(2, 0.5, nil),
        claim(5, -1, "2019-11-13", modality: .negated), claim(6, -1, "2019-11-14"),
      ], entities: entities, weighting: EdgeWeighting(shrinkage: 0, halfLife: nil))
    #expect(timeline.entries.map(\.claim.id.rawValue) == [1, 3, 4, 5, 6])
    #expect(timeline.entries.map(\.turn) == [nil, .positive, nil, nil, .negative])
    #expect(timeline.undated.map(\.id.rawValue) == [2])
    let balances = timeline.entries.map(\.balance)
    #expect(balances[0] == -0.5 && abs(balances[1] - 0.5 / 3) < 1e-12 && balances[1] == balances[3])
    #expect(abs(balances[4] + 0.125) < 1e-12)
  }

  @Test func factsHaveNoSign() {
    let timeline = TieTimeline(
      [claim(1, 1, "2019-01-01", kind: .party), claim(2, -0.5, "2019-02-01")], entities: entities,
      weighting: EdgeWeighting(shrinkage: 0, halfLife: nil))
    #expect(timeline.entries.map(\.balance) == [0, -0.5])
    #expect(timeline.entries.allSatisfy { $0.turn == nil })
    #expect(TieTimeline([], entities: entities).entries.isEmpty)
  }

  @Test func theLastBalanceIsThatOfTheGraph() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let claims = (1...12).map { id in
        let day = Int.random(in: 1...9, using: &random)
        return claim(id, Double(Int.random(in: -4...4, using: &random)) / 4, "2019-11-0\(day)")
      }
      let timeline = TieTimeline(claims.shuffled(using: &random), entities: entities)
      let last = claims.compactMap(\.claim.date).max()
      let graph = Graph(entities: entities, claims: claims, weighting: EdgeWeighting(asOf: last))
      let sum = graph.edges.reduce(0) { $0 + graph[$1].weight }
      #expect(abs((timeline.entries.last?.balance ?? 0) - sum) < 1e-12)
    }
  }
}
