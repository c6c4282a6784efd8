import Diplomacy
import Foundation
import PathQueries
import Provenance
import RelationGraph
import TestSupport
import Testing

@testable import Reports

/// A small world: Milley backs the pact that South Korea threatened to end and then backed; Kono meets Milley.
enum SmallWorld {
  static let japan = ID<Entity>(0)
  static let korea = ID<Entity>(1)
  static let america = ID<Entity>(2)
  static let milley = ID<Entity>(3)
  static let kono = ID<Entity>(4)
  static let pact = ID<Entity>(5)

  static let entities = [
    Entity(id: japan, name: "Japan", details: .country(Country(code: "JP"))),
    Entity(id: korea, name: "South Korea", details: .country(Country(code: "KR"))),
    Entity(id: america, name: "United States", details: .country(Country(code: "US"))),
    Entity(
      id: milley, name: "Mark Milley", aliases: ["Milley"],
      details: .official(Official(roles: [Role(title: "Chairman", country: "US")]))),
    Entity(
      id: kono, name: "Taro Kono", aliases: ["Kono"],
      details: .official(Official(roles: [Role(title: "Defense Minister", country: "JP")]))),
    Entity(
      id: pact, name: "Military Information Agreement",
      details: .agreement(Agreement(acronym: "GSOMIA", parties: [japan, korea]))),
  ]

  static let claims = [
    claim(1, .cooperation, milley, kono, .consult, 0.25, "2019-11-12", rule: "verb:meet"),
    claim(2, .stance, milley, pact, .support, 0.5, "2019-11-12", rule: "verb:back"),
    claim(3, .stance, korea, pact, .threaten, -0.35, "2019-08", modality: .planned, rule: "verb:terminate said future"),
    claim(4, .stance, korea, pact, .support, 0.9, "2019-11-22", rule: "verb:keep"),
    claim(5, .affiliation, kono, japan, nil, 1, nil),
    claim(6, .affiliation, milley, america, nil, 1, nil),
    claim(7, .stance, kono, korea, .request, -0.2, nil, published: "2019-11-17", rule: "verb:urge"),
    claim(8, .party, japan, pact, nil, 1, nil),
  ]

  static let graph = Graph(
    entities: entities, claims: claims, weighting: EdgeWeighting(shrinkage: 0, halfLife: nil))

  static func node(_ entity: ID<Entity>) -> ID<Node> { graph.node(of: entity) ?? ID(0) }

  static func claim(
    _ id: Int, _ kind: ClaimKind, _ source: ID<Entity>, _ target: ID<Entity>, _ event: EventType?, _ weight: Double,
    _ date: String?, published: String? = nil, modality: Modality = .asserted, attribution: [ID<Entity>] = [],
    rule: String = ""
  ) -> RecordedClaim {
    RecordedClaim(
      id: ID(id),
      claim: Claim(
        kind: kind, source: source, target: target, event: event, weight: weight, modality: modality,
        attribution: attribution, date: date.flatMap { CalendarDate(iso: $0) },
        evidence: Evidence(document: "d\(id)", sentence: 2, span: Span(0, 1), cue: Span(0, 1), rule: rule)),
      story: ID(id), documentDate: (published ?? date).flatMap { CalendarDate(iso: $0) }, publisher: "Wire")
  }

  static func quotation(_ claim: RecordedClaim) -> Quotation {
    Quotation(
      document: claim.claim.evidence.document, date: claim.documentDate, publisher: claim.publisher,
      sentence: claim.claim.evidence.sentence, text: "Sentence \(claim.id.rawValue).", claim: claim.claim)
  }
}

extension Graph {
  /// Each claim's sentence, those that agree with the edge first.
  func quotations(of claims: [RecordedClaim]) -> [ID<Edge>: [Quotation]] {
    var result: [ID<Edge>: [Quotation]] = [:]
    for edge in edges {
      let ids = Set(self.claims(of: edge))
      let quoted = claims.filter { ids.contains($0.id) }.map(SmallWorld.quotation)
      result[edge] = quoted.filter { !$0.contradicts(self[edge]) } + quoted.filter { $0.contradicts(self[edge]) }
    }
    return result
  }

  /// Countries N0, N1 … and signed ties of one claim each that weigh what is written.
  init(signed ties: [(Int, Int, Double)], nodes: Int) {
    self.init(
      entities: (0..<nodes).map {
        Entity(id: ID($0), name: "N\($0)", details: .country(Country(code: "ZZ")))
      },
      claims: ties.enumerated().map { number, tie in
        SmallWorld.claim(number + 1, .stance, ID(tie.0), ID(tie.1), tie.2 < 0 ? .reject : .support, tie.2, "2019-11-12")
      }, weighting: EdgeWeighting(shrinkage: 0, halfLife: nil))
  }
}

/// The members of what must be JSON.
func members(_ json: JSONText) throws -> [String: Any] {
  let pretty = try #require(try JSONSerialization.jsonObject(with: Data(json.pretty.utf8)) as? [String: Any])
  let line = try #require(try JSONSerialization.jsonObject(with: Data(json.line.utf8)) as? NSDictionary)
  #expect(line == pretty as NSDictionary)
  return pretty
}
