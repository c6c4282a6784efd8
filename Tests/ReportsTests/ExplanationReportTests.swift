import Diplomacy
import Provenance
import Reports
import Testing

struct ExplanationReportTests {
  private static let kono = ID<Entity>(0)
  private static let japan = ID<Entity>(1)
  private static let pact = ID<Entity>(2)

  /// "Japan's Kono urged Chad to keep the pact." with a nested mention, and a sentence without anything.
  private static func sample(_ text: String = "Japan's Kono backs the pact. It rained.") -> CodedDocument {
    let first = Span(0, 28)
    return CodedDocument(
      source: SourceText(
        metadata: DocumentMetadata(
          id: "note", title: "A\u{1B}[31m note", date: CalendarDate(year: 2019, month: 11, day: 18)), text: text),
      sentences: [first, Span(29, 39)],
      entities: [
        Entity(id: kono, name: "Taro Kono", aliases: ["Kono"], details: .official(Official())),
        Entity(id: japan, name: "Japan", details: .country(Country(code: "JP"))),
        Entity(id: pact, name: "Arms Pact", details: .agreement(Agreement())),
      ],
      mentions: [
        Mention(span: Span(0, 12), form: .name, entities: [kono]),
        Mention(span: Span(0, 5), form: .name, entities: [japan]),
        Mention(span: Span(19, 27), form: .nominal, entities: [pact]),
        // Crosses the first one: no bracket can show it.
        Mention(span: Span(8, 18), form: .name, entities: [japan]),
      ],
      claims: [
        Claim(
          kind: .stance, source: kono, target: pact, event: .support, weight: 0.5, modality: .planned,
          attribution: [japan], date: CalendarDate(year: 2019, month: 11, day: 1), confidence: 0.83,
          evidence: Evidence(
            document: "note", sentence: 0, span: first, cue: Span(13, 18), rule: "verb:back_up >scrap >not future")),
        Claim(
          kind: .affiliation, source: kono, target: japan, weight: 1, confidence: 0.9,
          evidence: Evidence(document: "note", sentence: 0, span: first, cue: Span(0, 12), rule: "title")),
      ])
  }

  @Test func mentionsAndClaimsInWords() {
    let text = ExplanationReport(Self.sample()).text(TextStyle())
    #expect(text.contains("1  [[Japan e2]'s Kono e1] backs [the pact e3].\n"))
    #expect(text.contains("2  It rained.\n"))
    #expect(
      text.contains("+ Taro Kono e1 → Arms Pact e3; stance; SUPPORT +0.50; planned; 2019-11-01; 83 % sure\n"))
    #expect(
      text.contains(
        "cue “backs”; rule verb “back up”; composed with scrap, not; operators future; said by Japan e2\n"))
    #expect(text.contains("stated by title"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func onlySentencesWithClaims() {
    let text = ExplanationReport(Self.sample()).text(TextStyle(), claimsOnly: true)
    #expect(text.contains("backs") && !text.contains("rained"))
  }

  @Test func colourOnlyWhereItIsAskedFor() {
    let text = ExplanationReport(Self.sample()).text(TextStyle(isColored: true))
    #expect(text.contains("\u{1B}[38;5;32m+ Taro Kono"))
    // The title's own escape sequence is made visible and does nothing.
    #expect(text.contains("␛[31m"))
  }

  @Test func noTextSetsMarksOfItsOwn() {
    var coded = Self.sample()
    coded.source.text = "\u{E0D0}\u{E0D2}"
    coded.sentences = [Span(0, 6)]
    coded.mentions = []
    coded.claims = []
    let text = ExplanationReport(coded).text(TextStyle())
    #expect(!text.contains("[" + "]") && !text.unicodeScalars.contains("\u{E0D0}"))
    #expect(text.contains("No claim was read out of it."))
  }

  @Test func jsonNamesEverySpan() {
    let line = ExplanationReport(Self.sample()).json.line
    #expect(line.contains(#""sentence": 0, "start": 0, "end": 28, "text": "Japan's Kono backs the pact.""#))
    #expect(line.contains(#"{"start": 19, "end": 27, "text": "the pact", "form": "nominal", "entities": ["e3"]}"#))
    #expect(
      line.contains(
        #""cue": "backs", "cue_start": 13, "cue_end": 18, "method": "rule", "category": "verb", "predicate": "back up", "nested": ["scrap", "not"], "operators": ["future"]"#
      ))
    #expect(
      line.contains(#""sentence": 1, "start": 29, "end": 39, "text": "It rained.", "mentions": [], "claims": []"#))
  }

  @Test func nothingFoundIsSaid() {
    let coded = CodedDocument(source: SourceText(metadata: DocumentMetadata(id: "x"), text: ""))
    #expect(ExplanationReport(coded).text(TextStyle()) == "x\n\nNobody known is named.\n")
  }
}
