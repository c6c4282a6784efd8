import Diplomacy
import Extraction
import Linguistics
import Provenance
import TestSupport
import Testing

/// Texts that are no prose: few claims, no crash, and no more work than the length of the text warrants.
struct EventCoderOddInputTests {
  static let analyzer = try! Analyzer()
  static let extractor = try! Extractor()

  static func coded(_ text: String) -> CodedDocument {
    extractor.extract(SourceText(metadata: DocumentMetadata(id: "odd"), text: text), analyzer: analyzer)
  }

  static func signed(_ text: String) -> [Claim] { coded(text).claims.filter { $0.kind.isSigned } }

  static let countries = [
    "Norway", "Peru", "Ghana", "Nepal", "Kenya", "Chile", "Japan", "Egypt", "Spain", "Fiji", "Angola", "Latvia",
  ]

  @Test func fiveThousandNamesInOneSentence() {
    let names = (0..<5000).map { Self.countries[$0 % Self.countries.count] }.joined(separator: ", ")
    // Twelve states give at most a star or all ordered pairs, however often each is named.
    #expect(Self.signed(names + ".").count <= 132)
    #expect(Self.signed("Leaders of " + names + " met on Monday.").count <= 132)
    #expect(Self.signed(names + " condemned " + names + ".").count <= 132)
  }

  @Test func deeplyNestedSpeech() {
    let text = String(repeating: "Norway said that Peru claimed that ", count: 400) + "Ghana attacked Nepal."
    let claims = Self.signed(text)
    #expect(claims.count <= 132)
  }

  @Test func manyPossessors() {
    let text = "Norway condemned " + String(repeating: "Peru's ally's ", count: 500) + "attack on Nepal."
    #expect(Self.signed(text).count <= 20)
  }

  @Test(arguments: [
    "", " ", ".", "\n\n\n", "((((((((((", "“”“”“”", "1 2 3 4 5 6 7 8 9", "a,b,c\n1,2,3\n4,5,6",
    "if (x > 0) { return Norway; } else { return Peru; }",
    "La la la, oh Norway, la la la, oh Peru, la la la.",
    "日本と韓国は会談した。", "الرئيس زار مصر يوم الاثنين", "🇳🇴 🇵🇪 🇬🇭",
    "Norway\nPeru\nGhana\nNepal", "Norway | 12 | 13\nPeru | 14 | 15\nGhana | 16 | 17",
    "NORWAY PERU GHANA NEPAL KENYA CHILE", "Norway of the ZNLF’s", "Norway of the ZNLF's", "\u{0}\u{1}\u{FFFD}",
    "Norway Norway Norway Norway",
  ])
  func noProseNoClaims(_ text: String) {
    #expect(Self.signed(text).isEmpty)
  }

  @Test func everyClaimPointsIntoItsText() {
    let text = "Norway’s “ally” Peru — which Ghana’s leaders attacked — thanked Nepal; Kenya, however, did not."
    let length = text.utf8.count
    for claim in Self.coded(text).claims {
      #expect(claim.evidence.span.end <= length)
      #expect(
        claim.evidence.cue.start >= claim.evidence.span.start && claim.evidence.cue.end <= claim.evidence.span.end)
      #expect(claim.weight >= -1 && claim.weight <= 1)
      #expect(claim.confidence > 0 && claim.confidence <= 1)
    }
  }

  /// Headlines and captions often end without a stop, and with any word.
  @Test func sentencesBrokenOffAnywhere() throws {
    for (index, statement) in try CaseFile.all(besideSource: #filePath).map(\.statement).enumerated() {
      let words = statement.split(separator: " ")
      for count in stride(from: 1 + index % 4, to: words.count, by: 4) {
        let coded = Self.coded(words.prefix(count).joined(separator: " "))
        for claim in coded.claims { #expect(claim.source != claim.target) }
      }
    }
  }

  @Test func yearsOfRelativeClausesDateNothingElse() {
    let claims = Self.signed(
      "Chad warned that it would suspend the border agreement that it signed with Niger in 2006.")
    #expect(claims.contains { $0.weight < 0 })
    #expect(claims.allSatisfy { $0.weight >= 0 || $0.date == nil })
    #expect(Self.signed("Chad condemned Niger in 2006.").allSatisfy { $0.date?.year == 2006 })
  }
}
