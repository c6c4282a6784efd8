extension TokenScanner {
  /// The end of a web or mail address that begins at an offset, or nil.
  ///
  /// - Complexity: O(length of the address); a mail address is looked for in the next ``longestLocalPart`` bytes only, so
  ///   that a chunk without white space costs no more than its length.
  func addressEnd(from start: Int) -> Int? {
    if text.matches("http://", at: start) || text.matches("https://", at: start) || text.matches("ftp://", at: start)
      || text.matches("www.", at: start) || text.matches("mailto:", at: start)
    {
      return trimmed(start, chunk.upperBound)
    }
    // Cheap test first: a mail address has its @ within reach and no mark before it that ends a name.
    guard start == chunk.lowerBound || !text.kind(before: start).isWord else { return nil }
    var at = start
    while at < chunk.upperBound, at - start < TokenScanner.longestLocalPart, isLocalPart(text[at]) { at += 1 }
    guard at > start, at < chunk.upperBound, text[at] == UInt8(ascii: "@"), isLetter(at + 1) || isDigit(at + 1) else {
      return domainEnd(from: start, scanned: at)
    }
    at += 1
    while at < chunk.upperBound, isLocalPart(text[at]) { at += 1 }
    return trimmed(start, at)
  }

  static var longestLocalPart: Int { 64 }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"), 0x80...:
      true
    default: false
    }
  }

  /// The end of a domain with a path: `cra.org/resources`. The bytes up to `scanned` may stand in a domain.
  private func domainEnd(from start: Int, scanned: Int) -> Int? {
    guard scanned < chunk.upperBound, text[scanned] == UInt8(ascii: "/"), isLetter(scanned + 1) else { return nil }
    var dot = scanned - 1
    while dot > start, text[dot] != UInt8(ascii: ".") { dot -= 1 }
    guard dot > start, words.classes(of: dot + 1..<scanned, in: text).classes.contains(.file) else { return nil }
    return trimmed(start, chunk.upperBound)
  }

  /// Leaves closing punctuation out of an address.
  private func trimmed(_ start: Int, _ end: Int) -> Int? {
    var at = start
    var brackets = 0
    // An address ends at a quotation mark, an angle bracket or a bracket that it did not open.
    scan: while at < end {
      let (kind, length) = text.character(at: at)
      switch kind {
      case .straightQuote, .openingQuote, .closingQuote: break scan
      case .openingBracket: brackets += 1
      case .closingBracket:
        brackets -= 1
        if brackets < 0 { break scan }
      case .symbol where text[at] == UInt8(ascii: "<") || text[at] == UInt8(ascii: ">"): break scan
      default: break
      }
      at += length
    }
    at = min(at, end)
    while at > start {
      switch text[at - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"),
        UInt8(ascii: "'"), UInt8(ascii: "*"):
        at -= 1
      default: return at
      }
    }
    return nil
  }
}
