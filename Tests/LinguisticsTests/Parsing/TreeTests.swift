import Linguistics
import Provenance
import Testing

@Suite("Every sentence is one tree")
struct TreeTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test("on random words", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func randomWords(seed: UInt64) throws {
    let vocabulary = [
      "the", "pact", "said", ",", "“", "”", "Seoul", "that", "of", "1987", "to", "not", "and", "🛰️", "(", ")", "is",
      "'s",
      "agreed", "GSOMIA", "--", "é", "$", "?!", "whose", "being",
    ]
    var generator = Generator(state: seed)
    let text = (0..<400).map { _ in vocabulary.randomElement(using: &generator)! }.joined(separator: " ")
    #expect(try AnalyzedText(text).fault == nil)
  }

  @Test("of one token each") func single() throws {
    let text = try AnalyzedText("Yes")
    #expect(text.fault == nil)
    #expect(text.arc("Yes") == "ROOT root")
  }

  @Test("of a text without a word") func empty() throws {
    #expect(try AnalyzedText("").document.tokens.count == 0)
    #expect(try AnalyzedText(" \n\n ").document.tokens.count == 0)
  }

  @Test("of 6,000 tokens without a full stop") func endless() throws {
    let text = try AnalyzedText(String(repeating: "allies and partners of Japan agree with ", count: 900))
    #expect(text.document.tokens.areParsed)
    for sentence in text.document.sentences {
      #expect(sentence.tokens.allSatisfy { sentence.tokens.contains(Int(text.document.tokens.head[$0])) })
    }
  }

  @Test("and the same on every run") func deterministic() throws {
    let text = "Japan told South Korea on Friday that the pact, signed in 2016, should not be scrapped."
    let first = try AnalyzedText(text).document.tokens
    let second = try AnalyzedText(text).document.tokens
    #expect(first.head == second.head)
    #expect(first.relation == second.relation)
    #expect(first.pennTag == second.pennTag)
    #expect(first.lemma == second.lemma)
  }
}

@Suite("Names given beforehand")
struct NameTests {
  @Test("are one word to the parser, and flat below") func collapsed() throws {
    let text = try AnalyzedText(
      "Mark Esper met Taro Kono in Bangkok.", names: ["Mark Esper", "Taro Kono"])
    #expect(text.fault == nil)
    #expect(text.arc("Mark") == "met nsubj")
    #expect(text.arc("Esper") == "Mark flat")
    #expect(text.arc("Taro") == "met obj")
    #expect(text.arc("Kono") == "Taro flat")
    #expect(text.part("Mark") == "PROPN")
  }

  @Test("outside of a sentence, or overlapping, are passed over") func unusable() throws {
    let source = SourceText(metadata: DocumentMetadata(id: "test"), text: "Japan agreed. Korea did not.")
    let analyzer = try Analyzer()
    let plain = analyzer.analyze(source)
    let odd = analyzer.analyze(source) { _ in [2..<5] }
    #expect(odd.tokens.head == plain.tokens.head)
  }
}
