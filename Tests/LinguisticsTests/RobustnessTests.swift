import Provenance
import Testing

@testable import Linguistics

/// SplitMix64: the same numbers from the same seed on every machine.
private struct Numbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

@Suite("Odd input")
struct RobustnessTests {
  private func build(_ utf8: [UInt8]) -> Document {
    DocumentBuilder().document(metadata: DocumentMetadata(id: "odd"), utf8: utf8)
  }

  /// Tokens in order, not empty, not overlapping, covering all that is no white space; sentences cover the tokens, zones the text.
  private func isSound(_ document: Document) -> Bool {
    let utf8 = document.utf8
    return TextBytes.with(utf8) { text in
      var at = 0
      for token in 0..<document.tokens.count {
        let (start, end) = (Int(document.tokens.start[token]), Int(document.tokens.end[token]))
        guard at <= start, start < end, end <= utf8.count, isSpace(at..<start, text) else { return false }
        at = end
      }
      guard isSpace(at..<utf8.count, text) else { return false }
      var next = 0
      for sentence in document.sentences {
        guard sentence.tokens.lowerBound == next, !sentence.tokens.isEmpty else { return false }
        guard sentence.span == document.span(ofTokens: sentence.tokens) else { return false }
        guard document.zones.contains(where: { $0.kind == sentence.zone && $0.span.contains(sentence.span) }) else {
          return false
        }
        next = sentence.tokens.upperBound
      }
      guard next == document.tokens.count else { return false }
      var place = 0
      for zone in document.zones {
        guard Int(zone.span.start) == place else { return false }
        place = Int(zone.span.end)
      }
      return document.zones.isEmpty ? document.tokens.count == 0 : place == utf8.count
    }
  }

  private func isSpace(_ range: Range<Int>, _ text: TextBytes) -> Bool {
    text.skipSpace(from: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  @Test("random bytes", arguments: 0..<40)
  func randomBytes(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let bytes = (0..<numbers.next(below: 3000)).map { _ in UInt8(numbers.next(below: 256)) }
    #expect(isSound(build(bytes)))
  }

  /// Pieces that rules look for, in any order, with and without spaces between them.
  private static let pieces = [
    "Gen", ".", "U.S", "Mr.", "\"", "”", "“", "'", "’", "n't", "can", "not", "-", "--", "—", "(", ")", "[", "12", "$",
    "%", ",",
    "5pm", "Jan", "SEOUL", "Yonhap", "http://", "www.", "@", "/", ":", ";", "!", "?", "…", "...", "\n", "\n\n", "    ",
    "\t",
    "\r\n", "\u{0}", "\u{AD}", "\u{A0}", "\u{200D}", "👩‍👩‍👧", "🇰🇷", "ש", "عربي", "한국", "é", "e\u{301}", "From", "Send to",
    "By", "#",
    "*", "###", "(Pictured:", "©", "non", "word", "The", "a", "I", "etc", "_", "+", "&", "=", "<", ">", "\u{2028}",
    "\u{FEFF}",
    ":-)", "2019-11-19", "km", "\u{7F}", "¶",
  ]

  @Test("pieces in random order", arguments: 0..<200)
  func randomPieces(seed: Int) {
    var numbers = Numbers(state: 1000 + UInt64(seed))
    var text = ""
    for _ in 0..<(20 + numbers.next(below: 400)) {
      text += Self.pieces[numbers.next(below: Self.pieces.count)]
      if numbers.next(below: 3) == 0 { text += " " }
    }
    let document = build(Array(text.utf8))
    #expect(isSound(document))
    for token in 0..<document.tokens.count {
      let bytes = document.utf8[document.tokens.span(token).range]
      #expect(String(validating: bytes, as: UTF8.self) != nil, "a token cuts a character")
    }
    // What is written is read again without an error, and the same.
    let written = CoNLLUWriter().bytes(of: document)
    let reading = CoNLLUReader().read(written, id: "odd")
    #expect(reading.errors.isEmpty)
    if let again = reading.documents.first { #expect(CoNLLUWriter().bytes(of: again) == written) }
  }

  @Test("random lines as CoNLL-U give errors, never a crash", arguments: 0..<60)
  func randomTables(seed: Int) {
    var numbers = Numbers(state: 5000 + UInt64(seed))
    let fields = [
      "1", "2", "3-4", "1.1", "0", "_", "Go", "", "VERB", "#", "-1", "99999999999999999999", "SpaceAfter=No", "ß",
    ]
    var text = ""
    for _ in 0..<60 {
      for field in 0..<(numbers.next(below: 8) == 0 ? 7 : 10) {
        if field > 0 { text += "\t" }
        text += fields[numbers.next(below: fields.count)]
      }
      text += numbers.next(below: 3) == 0 ? "\n\n" : "\n"
    }
    for document in CoNLLUReader().read(text, id: "odd").documents {
      #expect(document.tokens.head.allSatisfy { $0 >= 0 && $0 < document.tokens.count })
    }
  }

  /// A chunk without white space costs no more than its length; a rule that looks back or ahead from each byte would not end.
  @Test("a megabyte without white space", arguments: ["a", "a-"])
  func megabyteWithoutSpace(piece: String) {
    #expect(isSound(build(Array(repeatElement(piece.utf8, count: 1_000_000 / piece.utf8.count).joined()))))
  }

  @Test(
    "marks without white space",
    arguments: [
      "1", ".", "-", "a.", "1,", "'", "n't", "a@", "\"", "(", "é", "👍", "\u{AD}", "ab/", "1-", "A.B", "www.,", "1:",
    ])
  func withoutSpace(piece: String) {
    #expect(isSound(build(Array(repeatElement(piece.utf8, count: 100_000 / piece.utf8.count).joined()))))
  }

  @Test("many lines, brackets and quotation marks", arguments: ["a\n", "( ", "\" ", "(Pictured: ", "A. ", "From\n"])
  func manyPieces(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(isSound(build(Array(text.utf8))))
  }

  @Test("white space and control characters alone")
  func nothing() {
    for text in ["", " ", "\n\n", "\u{0}\u{1}\u{7F}", "\u{FEFF}", "\u{2028}\u{A0}"] {
      let document = build(Array(text.utf8))
      #expect(document.tokens.count == 0 && document.sentences.isEmpty && document.zones.isEmpty)
    }
  }
}

@Suite("Words that decide borders")
struct WordTableTests {
  @Test("rows are sorted, distinct, in lower case, and found again")
  func rows() {
    let rows = WordTable.embeddedRows
    #expect(rows == rows.sorted())
    #expect(Set(rows).count == rows.count)
    for row in rows {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      #expect(fields.count == 3)
      #expect(fields[0] == fields[0].lowercased())
      let bytes = Array(fields[0].utf8)
      let found = TextBytes.with(bytes) { WordTable.embedded.classes(of: 0..<bytes.count, in: $0) }
      #expect(WordClasses(label: fields[1][...]).map { found.classes.contains($0) } == true)
      if fields[1] == "split" { #expect(found.firstLength == Int(fields[2])) }
    }
  }

  @Test("capitals are folded; an unknown word has no class")
  func lookUp() {
    let bytes = Array("GEN zebra".utf8)
    TextBytes.with(bytes) { text in
      #expect(WordTable.embedded.classes(of: 0..<3, in: text).classes == .title)
      #expect(WordTable.embedded.classes(of: 4..<9, in: text).classes.isEmpty)
    }
  }
}
