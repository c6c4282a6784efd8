import Diplomacy
import Extraction
import Linguistics
import Provenance
import TestSupport
import Testing

/// Sentences that mention nobody are not parsed. Nothing may be lost by that.
struct PassedOverSentenceTests {
  private static let plain = [
    "The weather was cold for the season.", "Prices rose by a third within a week, and shops closed early.",
    "Nothing else was decided that night.", "Snow fell on the hills.",
  ]

  /// All case sentences in texts of eight, with plain sentences between.
  private static let texts: [String] = {
    let statements = try! CaseFile.all(besideSource: #filePath).map(\.statement)
    return stride(from: 0, to: statements.count, by: 8).map { start in
      statements[start..<min(start + 8, statements.count)].enumerated().flatMap { [$1, plain[$0 % plain.count]] }
        .joined(separator: "\n\n")
    }
  }()

  @Test(arguments: texts)
  func textsSayTheSame(_ text: String) {
    let source = SourceText(metadata: DocumentMetadata(id: "a", date: CalendarDate(iso: "2021-06-15")), text: text)
    let (extractor, analyzer) = (ClaimCaseTests.extractor, ClaimCaseTests.analyzer)
    let gated = extractor.extract(source, analyzer: analyzer)
    let whole = extractor.extract(extractor.analyze(source, analyzer: analyzer))
    #expect(gated.entities.map(\.name) == whole.entities.map(\.name))
    #expect(gated.mentions == whole.mentions)
    #expect(gated.claims == whole.claims)
  }

  @Test func onlyWhatThePlanWantsIsParsed() throws {
    let source = SourceText(
      metadata: DocumentMetadata(id: "a"), text: "Norway backed Hungary. The weather was cold. Peru left.")
    let document = try Analyzer().analyze(source) { document in
      AnalysisPlan(passedOver: document.sentences.indices.map { $0 == 1 })
    }
    for (index, sentence) in document.sentences.enumerated() {
      let tags = document.tokens.pennTag[sentence.tokens]
      #expect(tags.contains(.unknown) == (index == 1))
      let roots = sentence.tokens.filter { Int(document.tokens.head[$0]) == $0 }.count
      #expect(roots == (index == 1 ? sentence.tokens.count : 1))
    }
  }
}
