import Diplomacy
import Provenance
import RelationGraph
import TestSupport
import Testing

@Suite("Comparison, roll-up and discourse networks")
struct ComparisonTests {
  @Test("two days of one history")
  func comparison() {
    let entities = (0..<5).map { country($0, "N\($0)") }
    let claims = [
      recorded(1, from: 0, to: 1, weight: 0.8, date: "2015-01-01"),
      recorded(2, from: 0, to: 2, weight: 0.5, date: "2019-01-01"),
      recorded(3, from: 0, to: 2, weight: -1, date: "2020-01-01"),
      recorded(4, from: 0, to: 2, weight: -1, date: "2020-01-02"),
      recorded(5, from: 3, to: 4, weight: 0.9, date: "2020-01-01"),
      recorded(6, .membership, from: 1, to: 4, weight: 1, date: "2010"),
    ]
    func graph(_ date: String) -> Graph {
      Graph(entities: entities, claims: claims, weighting: EdgeWeighting(asOf: CalendarDate(iso: date)))
    }
    let found = GraphComparison(from: graph("2019-06-01"), to: graph("2024-01-01"), threshold: 0.1, floor: 0.05)
    #expect(found.appeared.map { [$0.source, $0.target] } == [[ID(3), ID(4)]])
    #expect(found.vanished.map { [$0.source, $0.target] } == [[ID(0), ID(1)]])
    #expect(found.turned.map { [$0.source, $0.target] } == [[ID(0), ID(2)]])
    #expect(found.turned.allSatisfy { $0.difference < 0 })
    #expect(found.changed.isEmpty)
    #expect(GraphComparison(from: graph("2020-06-01"), to: graph("2020-06-01")).isEmpty)
    let later = GraphComparison(from: graph("2020-01-05"), to: graph("2023-01-05"), threshold: 0.05, floor: 0.01)
    #expect(Set(later.changed.map(\.source)) == [ID(0), ID(3)])
    #expect(later.appeared.isEmpty && later.vanished.isEmpty && later.turned.isEmpty)
  }

  @Test("finds what comparing all edges finds", arguments: 0..<20 as Range<UInt64>)
  func bySets(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entities = (0..<6).map { country($0, "N\($0)") }
    func graph() -> Graph {
      Graph(entities: entities, claims: randomClaims(20, entities: 6, stories: 10, using: &random))
    }
    let (before, after) = (graph(), graph())
    func keyed(_ graph: Graph) -> [String: Edge] {
      Dictionary(
        uniqueKeysWithValues: graph.edges(EdgeFilter()).map { graph[$0] }.filter { abs($0.weight) >= 0.05 }
          .map { ("\($0.kind) \($0.source) \($0.target)", $0) })
    }
    let (old, new) = (keyed(before), keyed(after))
    let found = GraphComparison(from: before, to: after)
    #expect(found.appeared.count == Set(new.keys).subtracting(old.keys).count)
    #expect(found.vanished.count == Set(old.keys).subtracting(new.keys).count)
    let both = Set(new.keys).intersection(old.keys)
    #expect(
      found.turned.count
        == both.count { old[$0]?.sign != nil && new[$0]?.sign != nil && old[$0]?.sign != new[$0]?.sign })
    for list in [found.appeared, found.vanished, found.turned, found.changed] {
      #expect(zip(list, list.dropFirst()).allSatisfy { abs($0.difference) >= abs($1.difference) })
    }
  }

  private func cabinet() -> [Entity] {
    [
      country(0, "Aland", code: "AA"), country(1, "Borduria", code: "BB"),
      Entity(
        id: ID(2), name: "Ada",
        details: .official(
          Official(roles: [
            Role(title: "Minister", country: "AA", begin: CalendarDate(iso: "2010"), end: CalendarDate(iso: "2015")),
            Role(title: "Envoy", country: "BB", begin: CalendarDate(iso: "2018")),
          ]))),
      Entity(id: ID(3), name: "Ministry", details: .organization(Organization(country: "BB"))),
      Entity(id: ID(4), name: "League", details: .organization(Organization(isIntergovernmental: true))),
      official(5, "Nobody"),
      Entity(
        id: ID(6), name: "Clerk", details: .official(Official(roles: [Role(title: "Clerk", organization: ID(3))]))),
    ]
  }

  @Test(
    "officials stand for the country of their office",
    arguments: [
      (2, "2012-06-01", 0), (2, "2015-01-01", 0), (2, "2016-01-01", 0), (2, "2017-12-01", 1), (2, "2019", 1),
      (2, "2000", 0), (2, nil, 1), (3, "2019", 1), (4, "2019", 4), (5, "2019", 5), (6, "2019", 1), (0, nil, 0),
    ])
  func representatives(entity: Int, date: String?, expected: Int) {
    let rollUp = CountryRollUp(cabinet())
    #expect(rollUp.representative(ID(entity), on: date.flatMap { CalendarDate(iso: $0) }) == ID(expected))
    #expect(rollUp.remaining.map(\.id) == [ID(0), ID(1), ID(4), ID(5)])
  }

  @Test("bodies may stay as they are")
  func bodiesStay() {
    let rollUp = CountryRollUp(cabinet(), organizations: false)
    #expect(rollUp.representative(ID(3), on: nil) == ID(3))
    #expect(rollUp.representative(ID(6), on: nil) == ID(1))
    #expect(rollUp.remaining.map(\.id) == [ID(0), ID(1), ID(3), ID(4), ID(5)])
  }

  @Test("a graph of countries from claims of officials")
  func rolledUp() {
    let rollUp = CountryRollUp(cabinet())
    let graph = Graph(
      entities: rollUp.remaining,
      claims: [
        recorded(1, from: 2, to: 1, weight: -0.5, date: "2012"), recorded(2, from: 2, to: 0, date: "2019"),
        recorded(3, .affiliation, from: 2, to: 1, date: "2019"), recorded(4, .cooperation, from: 0, to: 3),
      ], represented: { rollUp.representative($0, on: $1) })
    #expect(graph.omissions.reflexive == 1)
    #expect(graph.edges.map { graph.entity(graph[$0].source).name } == ["Aland", "Aland", "Borduria"])
    #expect(graph.edges.map { graph[$0].weight < 0 } == [true, false, false])
  }

  @Test("congruence and conflict by hand")
  func discourse() {
    // 0 and 1 agree on 3 and 4; 2 opposes what 0 supports and supports 4.
    let graph = Graph(
      entities: (0..<5).map { country($0, "N\($0)") },
      claims: [
        recorded(1, from: 0, to: 3, weight: 0.5), recorded(2, from: 1, to: 3, weight: 0.1),
        recorded(3, from: 2, to: 3, weight: -0.5), recorded(4, from: 0, to: 4, weight: -0.5),
        recorded(5, from: 1, to: 4, weight: -0.9), recorded(6, from: 2, to: 4, weight: 0.5),
        recorded(7, from: 2, to: 4, weight: -0.5), recorded(8, .cooperation, from: 0, to: 3),
        recorded(9, from: 1, to: 0, weight: 0.5),
      ])
    let network = DiscourseNetwork(graph)
    #expect(network.ties.map(\.actors) == [NodePair(ID(0), ID(1)), NodePair(ID(0), ID(2)), NodePair(ID(1), ID(2))])
    #expect(network.ties.map(\.congruence) == [2, 1, 1])
    #expect(network.ties.map(\.conflict) == [0, 2, 2])
    #expect(network.ties.map(\.difference) == [2, -1, -1])
    #expect(network.ties[1].disputed == [ID(3), ID(4)])
    #expect(network.activity.map(\.targets) == [2, 3, 2])
    #expect(DiscourseNetwork(graph, normalization: .average).ties[0].congruence == 0.8)
    #expect(DiscourseNetwork(graph, normalization: .jaccard).ties[0].congruence == 2.0 / 3)
    #expect(DiscourseNetwork(graph, isTarget: { $0 == ID(3) }).ties.map(\.difference) == [1, -1, -1])
  }
}
