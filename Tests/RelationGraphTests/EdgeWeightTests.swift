import Diplomacy
import Provenance
import RelationGraph
import TestSupport
import Testing

@Suite("The weight of an edge")
struct EdgeWeightTests {
  private let pair = [country(1, "A"), country(2, "B")]

  private func edge(_ claims: [RecordedClaim], _ weighting: EdgeWeighting = EdgeWeighting()) throws -> Edge {
    let graph = Graph(entities: pair, claims: claims, weighting: weighting)
    try #require(graph.edgeCount == 1)
    return graph[ID(0)]
  }

  @Test("is half the claim's weight for one certain claim")
  func single() throws {
    let edge = try edge([recorded(1, from: 1, to: 2, weight: 0.8)])
    #expect(edge.weight == 0.4)
    #expect(edge.trust == 0.5)
    #expect((edge.supporting, edge.opposing, edge.asserted, edge.stories) == (1, 0, 1, 1))
  }

  @Test("grows with the number of stories that agree")
  func agreement() throws {
    let claims = (1...4).map { recorded($0, from: 1, to: 2, weight: 0.5) }
    #expect(abs(try edge(claims).weight - 0.4) < 1e-12)
    #expect(try edge(claims).stories == 4)
  }

  @Test("counts a story once for each sign, by its most credible claim")
  func storiesCountOnce() throws {
    let edge = try edge([
      recorded(1, from: 1, to: 2, weight: 0.2, confidence: 0.5, story: 7),
      recorded(2, from: 1, to: 2, weight: 0.6, confidence: 1, story: 7),
      recorded(3, from: 1, to: 2, weight: 0.6, confidence: 0.9, story: 7),
      recorded(4, from: 1, to: 2, weight: -0.4, confidence: 0.5, story: 7),
    ])
    #expect(abs(edge.weight - (1 * 0.6 - 0.5 * 0.4) / (1 + 1.5)) < 1e-12)
    #expect((edge.supporting, edge.opposing, edge.stories) == (3, 1, 1))
    #expect(edge.isContested)
  }

  @Test("takes modality into account; negated and hypothetical claims are counted beside")
  func modality() throws {
    let weighting = EdgeWeighting(planned: 0.75, requested: 0.5)
    #expect(abs(try edge([recorded(1, from: 1, to: 2, modality: .planned)], weighting).weight - 0.375 / 1.75) < 1e-12)
    #expect(abs(try edge([recorded(1, from: 1, to: 2, modality: .requested)], weighting).weight - 0.25 / 1.5) < 1e-12)
    let denied = try edge([
      recorded(1, from: 1, to: 2, modality: .negated, date: "2019"),
      recorded(2, from: 1, to: 2, modality: .hypothetical, date: "2020"),
    ])
    #expect((denied.weight, denied.trust, denied.uncounted, denied.stories) == (0, 0, 2, 0))
    #expect(!denied.isCounted && denied.isUnconfirmed)
    #expect((denied.firstDate?.description, denied.lastDate?.description) == ("2019", "2020"))
  }

  @Test("decays by half-life back from the newest publication; facts do not")
  func decay() throws {
    let entities = [country(1, "A"), country(2, "B"), country(3, "C")]
    let claims = [
      recorded(1, from: 1, to: 2, weight: 1, date: "2019-01-01", published: "2019-01-01"),
      recorded(2, .membership, from: 1, to: 3, weight: 1, date: "2019-01-01", published: "2019-01-01"),
      recorded(3, from: 2, to: 3, weight: 1, date: "2030-01-01", published: "2019-04-11"),
    ]
    let graph = Graph(entities: entities, claims: claims, weighting: EdgeWeighting(halfLife: 100))
    #expect(graph.reference == CalendarDate(iso: "2019-04-11"))
    #expect(abs(graph[ID(0)].weight - 0.5 / 1.5) < 1e-12)
    #expect(graph[ID(1)].weight == 0.5)
    #expect(graph[ID(2)].weight == 0.5)
    let undecayed = Graph(entities: entities, claims: claims, weighting: EdgeWeighting(halfLife: nil))
    #expect(undecayed[ID(0)].weight == 0.5)
  }

  @Test("seen from an earlier day leaves out what came later")
  func asOf() throws {
    let claims = [
      recorded(1, from: 1, to: 2, weight: 1, date: "2018-01-01"),
      recorded(2, from: 1, to: 2, weight: -1, date: "2019-01-02"),
    ]
    let graph = Graph(
      entities: pair, claims: claims,
      weighting: EdgeWeighting(halfLife: 365, asOf: CalendarDate(iso: "2019-01-01")))
    #expect(graph.omissions.later == 1)
    #expect(abs(graph[ID(0)].weight - 0.5 / 1.5) < 1e-12)
  }

  @Test("is the formula over its claims", arguments: 0..<30 as Range<UInt64>)
  func formula(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entities = (0..<6).map { country($0, "\($0)") }
    let claims = randomClaims(120, entities: 6, stories: 9, using: &random)
    let weighting = EdgeWeighting(
      shrinkage: [0, 0.5, 1, 3].randomElement(using: &random) ?? 1, halfLife: Bool.random(using: &random) ? 200 : nil)
    let graph = Graph(entities: entities, claims: claims, weighting: weighting)
    var rows = 0
    for edge in graph.edges.map({ graph[$0] }) {
      let own = claims.filter { recorded in
        let claim = recorded.claim
        let ends = [graph.entity(edge.source).id, graph.entity(edge.target).id]
        let turned = !claim.kind.isDirected && [claim.target, claim.source] == ends
        return claim.kind == edge.kind && ([claim.source, claim.target] == ends || turned)
      }
      #expect(Array(graph.claims(of: edge.id)) == own.map(\.id))
      rows += own.count
      var best: [[Int]: (c: Double, s: Double)] = [:]
      for recorded in own {
        let c = weighting.credence(of: recorded, reference: graph.reference)
        let s = recorded.claim.weight
        guard c > 0 else { continue }
        let key = [recorded.story.index, s > 0 ? 1 : s < 0 ? -1 : 0]
        if let known = best[key], (known.c, abs(known.s)) >= (c, abs(s)) { continue }
        best[key] = (c, s)
      }
      let sum = best.values.reduce(0) { $0 + $1.c }
      let weighted = best.values.reduce(0) { $0 + $1.c * $1.s }
      #expect(abs(edge.weight - (sum > 0 ? weighted / (weighting.shrinkage + sum) : 0)) < 1e-12)
      #expect(edge.stories == Set(best.keys.map { $0[0] }).count)
    }
    #expect(rows == claims.count - graph.omissions.reflexive)
  }
}
