import Diplomacy
import Provenance
import RelationGraph
import TestSupport

func country(_ id: Int, _ name: String, code: String = "ZZ", aliases: [String] = []) -> Entity {
  Entity(id: ID(id), name: name, aliases: aliases, details: .country(Country(code: code)))
}

func official(_ id: Int, _ name: String, aliases: [String] = []) -> Entity {
  Entity(id: ID(id), name: name, aliases: aliases, details: .official(Official()))
}

func agreement(_ id: Int, _ name: String, acronym: String? = nil) -> Entity {
  Entity(id: ID(id), name: name, details: .agreement(Agreement(acronym: acronym)))
}

func recorded(
  _ id: Int, _ kind: ClaimKind = .stance, from source: Int, to target: Int, weight: Double = 0.5,
  modality: Modality = .asserted, confidence: Double = 1, date: String? = nil, published: String? = nil,
  story: Int? = nil
) -> RecordedClaim {
  let claim = Claim(
    kind: kind, source: ID(source), target: ID(target), weight: weight, modality: modality,
    date: date.flatMap { CalendarDate(iso: $0) }, confidence: confidence,
    evidence: Evidence(document: "d", sentence: 0, span: Span(0, 1), cue: Span(0, 1)))
  return RecordedClaim(
    id: ID(id), claim: claim, story: ID(story ?? id), documentDate: published.flatMap { CalendarDate(iso: $0) })
}

/// Claims of all kinds and modalities among a few entities, some of one story, some undated.
func randomClaims(_ count: Int, entities: Int, stories: Int, using random: inout SeededGenerator) -> [RecordedClaim] {
  (0..<count).map { id in
    let kind = ClaimKind.allCases.randomElement(using: &random) ?? .stance
    let dates = [nil, "2018", "2019-03", "2019-11-12", "2020-02-29"]
    return recorded(
      id + 1, kind, from: .random(in: 0..<entities, using: &random), to: .random(in: 0..<entities, using: &random),
      weight: kind.isSigned ? Double(Int.random(in: -10...10, using: &random)) / 10 : 1,
      modality: Modality.allCases.randomElement(using: &random) ?? .asserted,
      confidence: Double(Int.random(in: 0...4, using: &random)) / 4,
      date: dates.randomElement(using: &random) ?? nil, published: dates.randomElement(using: &random) ?? nil,
      story: .random(in: 1...stories, using: &random))
  }
}
