import Diplomacy
import Extraction
import Linguistics
import Provenance
import Testing

struct PairSpansTests {
  private func spans(_ text: String, _ source: String, _ target: String) -> PairSpans? {
    PairSpans(of: source, and: target, in: Array(text.utf8))
  }

  @Test func wholeWordsBeforePartsOfWords() throws {
    let found = try #require(spans("Iranian aides said Iran and Iraq met.", "Iran", "Iraq"))
    #expect(found.source == Span(19, 23))
    #expect(found.target == Span(28, 32))
  }

  @Test func partsOfWordsWhereThereIsNothingElse() throws {
    #expect(try #require(spans("Iranian aides met Kono.", "Iran", "Kono")).source == Span(0, 4))
  }

  @Test func placesDoNotOverlap() throws {
    let found = try #require(spans("South Sudan envoys met Sudan.", "South Sudan envoys", "Sudan"))
    #expect(found.target == Span(23, 28))
    #expect(spans("Sudan waits.", "Sudan", "Sudan") == nil)
  }

  @Test func caseCountsOnlyWhereItHelps() throws {
    #expect(try #require(spans("THE MINISTRY WARNED CHAD.", "The ministry", "Chad")).target == Span(20, 24))
  }

  @Test func unnamedPartiesNeedNotStandThere() throws {
    let found = try #require(spans("Chad lifted the curfew.", "Chad", "a recipient"))
    #expect(found.source == Span(0, 4) && found.target == nil)
    #expect(try #require(spans("Two papers were shut.", "An actor", "Two papers")).source == nil)
    #expect(spans("Chad lifted the curfew.", "an actor", "a recipient") == nil)
    #expect(spans("Chad lifted the curfew.", "Chad", "a Liberian court") == nil)
    #expect(spans("Chad lifted the curfew.", "Chad", "Iran") == nil)
    #expect(spans("", "Chad", "Iran") == nil)
    #expect(spans("Chad lifted the curfew.", "", "Chad") == nil)
  }
}

struct PairCoderTests {
  private static let coder = Result { try PairCoder() }
  private static let extractor = Result { try Extractor() }
  private static let analyzer = Result { try Analyzer() }

  private func code(_ text: String, _ source: String, _ target: String) throws -> PairCode {
    let document = try Self.extractor.get().analyze(
      SourceText(metadata: DocumentMetadata(id: "pair"), text: text), analyzer: Self.analyzer.get())
    let spans = try #require(PairSpans(of: source, and: target, in: document.utf8))
    return try Self.coder.get().code(document, source: spans.source, target: spans.target)
  }

  @Test(
    arguments: [
      ("Norway's parliament condemned Hungary for the raid.", "Norway's parliament", "Hungary", .accuse),
      ("Ghana will host Togo's ministers for talks on fishing next month.", "Ghana", "Togo", .agree),
      ("Denmark imposed sanctions on Fiji.", "Denmark", "Fiji", .coerce),
      ("Denmark cut ties with Fiji.", "Denmark", "Fiji", .sanction),
      ("Peru's navy shelled two Chilean patrol boats.", "Peru's navy", "Chilean patrol boats", .assault),
      ("Kenya sent food and tents to Malawi after the flood.", "Kenya", "Malawi", .aid),
      ("Austria urged Serbia to open the border.", "Austria", "Serbia", .request),
    ] as [(String, String, String, EventType)])
  func events(text: String, source: String, target: String, event: EventType) throws {
    let code = try code(text, source, target)
    #expect(code.event == event)
    #expect((code.weight < 0) == event.isConflict)
    #expect((0...1).contains(code.confidence) && code.confidence > 0.4)
    #expect(code.cue != nil)
    #expect(!code.rule.isEmpty)
  }

  @Test func namesListedBesideEachOtherTellOfNothing() throws {
    let code = try code("The film was shown in Ghana, Togo and eleven other countries.", "Ghana", "Togo")
    #expect(code.event == nil && code.weight == 0 && code.cue == nil)
    #expect(code.confidence > 0.5)
  }

  @Test func aPartyMayGoUnnamed() throws {
    #expect(
      try code("Bus drivers in Lima went on strike for better pay.", "Bus drivers", "a recipient").event == .protest)
  }

  @Test func oddPairsAreCodedWithoutHarm() throws {
    for text in ["A B", "A, B", "A\n\nB", "a b A B ((((", "A said. B left. A B A B A B", "A \u{1F600} B"] {
      let code = try code(text, "A", "B")
      #expect((0...1).contains(code.confidence))
    }
  }

  @Test func theSameTextIsCodedTheSameWay() throws {
    let text = "Austria urged Serbia to open the border."
    #expect(try code(text, "Austria", "Serbia") == code(text, "Austria", "Serbia"))
  }
}
