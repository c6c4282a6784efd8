import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import Testing

@testable import Reports

/// What is around one entity or between a few.
struct ActorReportTests {
  private let graph = SmallWorld.graph
  private let quotations = SmallWorld.graph.quotations(of: SmallWorld.claims)

  @Test func neighbors() throws {
    let network = EgoNetwork(graph, around: SmallWorld.node(SmallWorld.milley), radius: 2)
    let report = NeighborReport(graph: graph, network: network)
    #expect(
      report.text()
        == """
        Mark Milley: 5 neighbours within 2 steps

        1 step away
          —supports +0.50→ Military Information Agreement  (1 claim, 1 story, 2019-11-12)
          —cooperates with +0.25— Taro Kono  (1 claim, 1 story, 2019-11-12)
          —belongs to→ United States  (1 claim, 1 story)

        2 steps away
          GSOMIA ←supports +0.36— South Korea  (2 claims, 2 stories, 1 for, 1 against, 2019-08 – 2019-11-22)
          Taro Kono —opposes −0.20→ South Korea  (1 claim, 1 story, 2019-11-17)
          GSOMIA ←is party to— Japan  (1 claim, 1 story)
          Taro Kono —belongs to→ Japan  (1 claim, 1 story)

        """)
    let json = try members(report.json)
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["distance"] as? Int } == [1, 1, 1, 2, 2])
    #expect((json["edges"] as? [Any])?.count == network.edges.count)
  }

  @Test func neighborsWithSentences() throws {
    let network = EgoNetwork(graph, around: SmallWorld.node(SmallWorld.kono), radius: 1)
    let text = NeighborReport(graph: graph, network: network, quotations: quotations).text()
    #expect(text.hasPrefix("Taro Kono: 3 neighbours\n  —cooperates with +0.25— Mark Milley"))
    #expect(text.contains("(1 claim, 1 story, 2019-11-12) [1]\n") && text.contains("\n[1] “Sentence 1.”\n"))
  }

  @Test func commonTies() throws {
    let common = CommonTies(
      graph, among: [SmallWorld.node(SmallWorld.milley), SmallWorld.node(SmallWorld.korea)])
    let report = CommonTiesReport(graph: graph, common: common)
    #expect(
      report.text() == """
        Mark Milley and South Korea

        Among themselves
          nothing

        In common: 2 entities
          Military Information Agreement, where they agree
            Mark Milley —supports +0.50→  (1 claim, 1 story, 2019-11-12)
            South Korea —supports +0.36→  (2 claims, 2 stories, 1 for, 1 against, 2019-08 – 2019-11-22)
          Taro Kono, where they are divided
            Mark Milley —cooperates with +0.25—  (1 claim, 1 story, 2019-11-12)
            South Korea ←opposes −0.20—  (1 claim, 1 story, 2019-11-17)

        """)
    var limited = report
    limited.limit = 1
    #expect(limited.text().hasSuffix("  and 1 more\n"))
    let json = try members(limited.json)
    #expect(json["common_count"] as? Int == 2)
    let shared = try #require(json["common"] as? [[String: Any]])
    #expect(shared.map { $0["agreed"] as? Bool } == [true])
    let ties = try #require(shared[0]["ties"] as? [[String: Any]])
    #expect(ties.map { $0["actor"] as? String } == ["Mark Milley", "South Korea"])
  }

  @Test func stances() throws {
    let report = StanceReport(
      graph: graph, profile: StanceProfile(graph, of: SmallWorld.node(SmallWorld.pact)), quotations: quotations)
    #expect(
      report.text() == """
        The Military Information Agreement (GSOMIA)

        Support for GSOMIA
          +0.50  Mark Milley  (1 claim, 1 story, 2019-11-12)
                 Milley backed GSOMIA on 12 November 2019; told by Wire [1]

        Contested: stances on GSOMIA told both ways
          +0.36  South Korea, on the whole for, since August 2019  (2 claims, 2 stories, 1 for, 1 against, 2019-08 – 2019-11-22)
                 for: South Korea kept GSOMIA on 22 November 2019; told by Wire [2]
                 against: South Korea threatened to end GSOMIA in August 2019; told by Wire [3]

        [1] “Sentence 2.”
            d2, Wire, 12 November 2019, sentence 3
        [2] “Sentence 4.”
            d4, Wire, 22 November 2019, sentence 3
        [3] “Sentence 3.”
            d3, Wire, August 2019, sentence 3

        """)
    let json = try members(report.json)
    let received = try #require(json["received"] as? [String: [[String: Any]]])
    #expect(received["supporting"]?.map { $0["source_name"] as? String } == ["Mark Milley"])
    #expect(received["contested"]?.map { $0["weight"] as? Double } == [0.364286])
    #expect(received["contested"]?.map { $0["told_by"] as? [String] } == [["Wire"]])
    #expect(received["opposing"]?.isEmpty == true)
  }

  @Test func whatAnActorHolds() {
    let report = StanceReport(
      graph: graph, profile: StanceProfile(graph, of: SmallWorld.node(SmallWorld.kono)), quotations: [:])
    #expect(report.text() == "Taro Kono\n\nWhat Kono opposes\n  −0.20  South Korea  (1 claim, 1 story, 2019-11-17)\n")
  }

  private func timeline(_ a: ID<Entity>, _ b: ID<Entity>) -> TimelineReport {
    let claims = SmallWorld.claims.filter { Set([$0.claim.source, $0.claim.target]) == [a, b] }
    var edges: [ID<Claim>: ID<Edge>] = [:]
    for edge in graph.edges { for claim in graph.claims(of: edge) { edges[claim] = edge } }
    return TimelineReport(
      graph: graph, actors: (SmallWorld.node(a), SmallWorld.node(b)),
      timeline: TieTimeline(
        claims, entities: SmallWorld.entities.filter { [a, b].contains($0.id) }, weighting: graph.weighting),
      quotations: Dictionary(uniqueKeysWithValues: claims.map { ($0.id, SmallWorld.quotation($0)) }), edges: edges)
  }

  @Test func timelineWithATurn() throws {
    let report = timeline(SmallWorld.korea, SmallWorld.pact)
    #expect(
      report.text() == """
        South Korea and Military Information Agreement: 2 dated claims, 1 turning point

        August 2019        South Korea threatened to end the Military Information Agreement (GSOMIA) [1]
                           balance −0.35
        22 November 2019   South Korea kept GSOMIA [2]
                           → The tie turns friendly.
                           balance +0.36

        [1] “Sentence 3.”
            d3, Wire, August 2019, sentence 3
        [2] “Sentence 4.”
            d4, Wire, 22 November 2019, sentence 3

        """)
    let entries = try #require(try members(report.json)["entries"] as? [[String: Any]])
    #expect(entries.map { $0["turn"] as? String } == [nil, "positive"])
    #expect(entries.map { $0["date"] as? String } == ["2019-08", "2019-11-22"])
    #expect(entries.map { $0["reported"] as? Bool } == [false, false])
  }

  @Test func timelineOfFactsAndReports() throws {
    let facts = timeline(SmallWorld.kono, SmallWorld.japan)
    #expect(facts.text().contains("\nundated            Taro Kono is Defense Minister of Japan [1]\n"))
    let reported = timeline(SmallWorld.kono, SmallWorld.korea)
    let entries = try #require(try members(reported.json)["entries"] as? [[String: Any]])
    #expect(entries.map { $0["reported"] as? Bool } == [true])
  }
}
