import Diplomacy
import Provenance
import Testing

struct EvidenceReadingTests {
  private typealias Reading = Evidence.Reading

  @Test func textIsOneWordForEachPart() {
    let reading = Reading(
      method: .rule, category: "verb", predicate: "call on", nested: ["scrap", "not"], operators: ["according to"])
    #expect(reading.text == "verb:call_on >scrap >not according_to")
  }

  @Test(arguments: [
    Reading(method: .rule, category: "noun", predicate: "trade war", nested: [], operators: ["negation", "future"]),
    Reading(method: .rule, category: "adjective", predicate: "tense"),
    Reading(method: .model, predicate: "SANCTION", operators: ["over:none"]),
    Reading(method: .name, predicate: "title"),
  ])
  func partsComeBack(reading: Evidence.Reading) {
    let evidence = Evidence(document: "a", sentence: 0, span: Span(0, 1), cue: Span(0, 1), rule: reading.text)
    #expect(evidence.reading == reading)
  }

  @Test func whatNobodyWroteIsStillRead() {
    #expect(Reading(text: "") == Reading(method: .name, predicate: ""))
    #expect(Reading(text: ":") == Reading(method: .rule, category: "", predicate: ""))
    #expect(Reading(text: "  verb:a:b  >  c ").predicate == "a:b")
  }
}
