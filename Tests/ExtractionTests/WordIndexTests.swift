import Testing

@testable import Extraction

@Suite("Words of the lexicon by their bytes")
struct WordIndexTests {
  private func id(_ index: WordIndex, _ word: String, and last: UInt8? = nil) -> Int32 {
    var word = word
    return word.withUTF8 { bytes in last.map { index.id(bytes, and: $0) } ?? index.id(bytes) }
  }

  @Test("are found, and no others are") func known() {
    var words: [String: Int32] = [:]
    for number in 0..<500 { words["word\(number * 7)"] = Int32(number) }
    let index = WordIndex(words)
    for (word, expected) in words { #expect(id(index, word) == expected) }
    for number in 0..<500 where number % 7 != 0 { #expect(id(index, "word\(number)") == -1) }
    #expect(id(index, "") == -1)
    #expect(id(WordIndex(), "word7") == -1)
  }

  @Test("are found with a byte more") func longer() {
    let index = WordIndex(["free": 3, "boycott": 4])
    #expect(id(index, "fre", and: UInt8(ascii: "e")) == 3)
    #expect(id(index, "boycot", and: UInt8(ascii: "t")) == 4)
    #expect(id(index, "free", and: UInt8(ascii: "e")) == -1)
  }

  @Test("mask no word that is among them") func masks() {
    var state: UInt64 = 9
    func next() -> Int32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32(state >> 51)
    }
    var refused = 0
    for _ in 0..<300 {
      let words = (0..<20).map { _ in next() }
      let mask = WordMask(words + [-1])
      #expect(mask.mayContain(WordMask([words[3], words[17]])))
      #expect(mask.mayContain(WordMask([])))
      if !mask.mayContain(WordMask([next()])) { refused += 1 }
    }
    // One in ten others passes.
    #expect(refused > 200)
  }

  @Test("have lemmas, cut short ones too, and titles in small letters") func lemmas() throws {
    let lexicon = try PredicateLexicon()
    let lemmas = ["sign", "blockad", "boycot", "Ambassador", "qwertz", "", "Éclair"]
    let words = lexicon.words(ofLemmas: lemmas)
    #expect(words[0] == lexicon.word("sign") && words[0] >= 0)
    #expect(words[1] == lexicon.word("blockade") && words[1] >= 0)
    #expect(words[2] == lexicon.word("boycott") && words[2] >= 0)
    #expect(words[4...] == [-1, -1, -1])
    let titles = lexicon.titleWords(ofLemmas: lemmas, words: words)
    #expect(titles[3] == lexicon.word("ambassador"))
    #expect(titles[0] == -1 && titles[4] == -1)
  }

  @Test("are pasts only where one may be") func pasts() throws {
    let lexicon = try PredicateLexicon()
    func mayBePast(_ form: String) -> Bool {
      var form = form
      return form.withUTF8 { lexicon.mayBePast($0) }
    }
    for form in ["upheld", "Upheld", "BLOCKED", "halted", "withdrew", "table", "ed", "red", "signs", "shot", ""] {
      if lexicon.verb(ofPastForm: form) != nil { #expect(mayBePast(form), "\(form)") }
    }
    #expect(mayBePast("upheld") && mayBePast("WITHHELD") && mayBePast("blocked"))
    #expect(!mayBePast("table") && !mayBePast("red") && !mayBePast(""))
  }
}
