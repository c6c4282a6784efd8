import Diplomacy
import GraphStore
import Provenance
import TestSupport

let japan = Entity(id: ID(0), name: "Japan", aliases: ["Nippon", "Tokyo"], details: .country(Country(code: "JP")))
let korea = Entity(id: ID(1), name: "South Korea", aliases: ["ROK"], details: .country(Country(code: "KR")))
let ministry = Entity(
  id: ID(2), name: "Ministry of Defense", details: .organization(Organization(country: "JP")))
let alliance = Entity(
  id: ID(3), name: "NATO", details: .organization(Organization(isIntergovernmental: true)))
let kono = Entity(
  id: ID(4), name: "Taro Kono", aliases: ["Kono"],
  details: .official(
    Official(roles: [
      Role(title: "Foreign Minister", country: "JP", end: CalendarDate(iso: "2019-09-11")),
      Role(title: "Defense Minister", country: "JP", organization: ID(2), begin: CalendarDate(iso: "2019-09-11")),
    ])))
let pentagonChief = Entity(id: ID(5), name: "the Pentagon chief", details: .official(Official(isUnnamed: true)))
let pact = Entity(
  id: ID(6), name: "General Security of Military Information Agreement", aliases: ["the pact"],
  details: .agreement(
    Agreement(
      acronym: "GSOMIA", parties: [ID(0), ID(1)], status: .expiring, statusDate: CalendarDate(iso: "2019-11-23"))))
let everyone = [japan, korea, ministry, alliance, kono, pentagonChief, pact]

/// A document of two sentences with two claims, the second one attributed.
func coded(
  _ id: String, _ text: String = "Kono backs the pact. Seoul and Tokyo met.", date: String? = "2019-11-12",
  sha256: String? = nil, signature: [UInt32] = []
) -> CodedDocument {
  let count = text.utf8.count
  let middle = min(20, count)
  return CodedDocument(
    source: SourceText(
      metadata: DocumentMetadata(
        id: id, title: "Title of \(id)", date: date.flatMap { CalendarDate(iso: $0) }, publisher: "Agency",
        path: "texts/\(id).txt", sha256: sha256),
      text: text),
    sentences: [Span(0, middle), Span(middle, count)],
    entities: [],
    mentions: [
      Mention(span: Span(0, min(4, count)), form: .name, entities: [kono.id]),
      Mention(span: Span(middle, count), form: .nominal, entities: [korea.id, japan.id]),
      Mention(span: Span(0, 0), form: .pronoun, entities: []),
    ],
    claims: [
      Claim(
        kind: .stance, source: kono.id, target: pact.id, event: .support, weight: 0.5,
        date: CalendarDate(iso: "2019-11"),
        confidence: 0.83,
        evidence: Evidence(
          document: id, sentence: 0, span: Span(0, middle), cue: Span(5, min(10, max(5, count))), rule: "verb:back")),
      Claim(
        kind: .cooperation, source: japan.id, target: korea.id, event: .consult, weight: 0.25, modality: .planned,
        attribution: [pentagonChief.id, kono.id],
        evidence: Evidence(document: id, sentence: 1, span: Span(middle, count), cue: Span(middle, count))),
    ], signature: signature)
}

/// Random documents about `everyone`.
func randomDocument(_ id: String, using random: inout SeededGenerator) -> CodedDocument {
  let text = String((0..<200).map { _ in "abc é서\u{0}\n".randomElement(using: &random) ?? "a" })
  let count = text.utf8.count
  func span() -> Span {
    let start = Int.random(in: 0...count, using: &random)
    return Span(start, .random(in: start...count, using: &random))
  }
  func entity() -> ID<Entity> { ID(Int.random(in: 0..<everyone.count, using: &random)) }
  func date() -> CalendarDate? {
    [nil, "2019", "2019-11", "2019-11-12"].randomElement(using: &random)?.flatMap { CalendarDate(iso: $0) }
  }
  let claims = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
    let kind = ClaimKind.allCases.randomElement(using: &random) ?? .stance
    let ends = [entity(), entity()]
    return Claim(
      kind: kind, source: kind.isDirected ? ends[0] : min(ends[0], ends[1]),
      target: kind.isDirected ? ends[1] : max(ends[0], ends[1]),
      event: EventType.allCases.randomElement(using: &random),
      weight: .random(in: -1...1, using: &random),
      modality: Modality.allCases.randomElement(using: &random) ?? .asserted,
      attribution: (0..<Int.random(in: 0..<3, using: &random)).map { _ in entity() }, date: date(),
      confidence: .random(in: 0...1, using: &random),
      evidence: Evidence(
        document: id, sentence: .random(in: 0..<9, using: &random), span: span(), cue: span(), rule: "r\u{e9}gle"))
  }
  return CodedDocument(
    source: SourceText(
      metadata: DocumentMetadata(id: id, title: Bool.random(using: &random) ? "T" : nil, date: date()), text: text),
    sentences: (0..<4).map { _ in span() },
    mentions: (0..<5).map { _ in
      Mention(
        span: span(), form: Mention.Form.allCases.randomElement(using: &random) ?? .name,
        entities: (0..<Int.random(in: 0..<3, using: &random)).map { _ in entity() })
    },
    claims: claims,
    signature: (0..<Int.random(in: 0..<9, using: &random)).map { _ in .random(in: 0...(.max), using: &random) })
}
