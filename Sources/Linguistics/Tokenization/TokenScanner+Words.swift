extension TokenScanner {
  /// Reads a word from `start` on and adds its tokens; returns where the last of them ends.
  ///
  /// The first character is taken whatever it is, so that a sign may lead a figure: `+44`.
  mutating func scanWord(from start: Int) -> Int {
    let end = chunk.upperBound
    var at = start + text.character(at: start).length
    // Where the part after the last hyphen begins.
    var part = start
    while at < end {
      let (kind, length) = text.character(at: at)
      if kind.isWord {
        at += length
        continue
      }
      switch kind {
      case .apostrophe, .backtick:
        if let clitic = cliticAfterApostrophe(at: at, length: length, kind, wordStart: start) {
          return appendContraction(start, at, clitic)
        }
        // O'Reilly, Shi'ite, o'clock: a letter on both sides.
        guard kind == .apostrophe, joins(at, length), !isDigit(at - 1) || isDecade(start..<at) else {
          return finish(start, at)
        }
        at += length
      case .period:
        switch period(at: at, wordStart: start, part: part) {
        case .joins: at += 1
        case .abbreviates(let traits, let classes):
          append(start, at + 1, wordTraits(at: start).union(traits), classes)
          return at + 1
        case .acronym(let end):
          // `U.S` goes on as a word: `U.S.'s`, `U.S.-led`.
          append(start, end, wordTraits(at: start).union([.abbreviation, .acronym]), [])
          return end
        case .ends: return finish(start, at)
        }
      case .hyphen:
        guard keepsHyphen(at: at, length, part: part, wordStart: start) else { return finish(start, at) }
        at += length
        part = at
      case .comma:
        guard isThousands(at) else { return finish(start, at) }
        at += 1
      case .colon:
        guard isDigit(at - 1), isDigit(at + 1), isDigit(start) else { return finish(start, at) }
        at += 1
      case .slash:
        guard keepsSlash(at: at, wordStart: start) else { return finish(start, at) }
        at += 1
      case .ampersand:
        guard text.kind(before: at) == .upper, text.kind(at: at + 1) == .upper, at - start <= 4 else {
          return finish(start, at)
        }
        at += 1
      case .symbol:
        // P5+1, C5+1.
        guard text[at] == UInt8(ascii: "+"), text.kind(at: start) == .upper, at - start <= 4, isDigit(at + 1) else {
          return finish(start, at)
        }
        at += 1
      case .asterisk:
        guard text.kind(before: at) == .lower, text.kind(at: at + 1) == .lower else { return finish(start, at) }
        at += 1
      case .currency:
        // US$, A$, HK$: capitals before the sign belong to it.
        guard at - start <= 2, text.kind(before: at) == .upper, text.kind(at: start) == .upper, isDigit(at + length)
        else { return finish(start, at) }
        append(start, at + length, .punctuation)
        return at + length
      default: return finish(start, at)
      }
    }
    return finish(start, min(at, end))
  }

  private mutating func finish(_ start: Int, _ end: Int) -> Int {
    appendWord(start, end)
    return end
  }

  func isDigit(_ at: Int) -> Bool { at < chunk.upperBound && text.byte(at) &- 0x30 < 10 }

  func isLetter(_ at: Int) -> Bool { at < chunk.upperBound && text.kind(at: at).isLetter }

  /// Whether word characters stand on both sides of the mark at an offset.
  private func joins(_ at: Int, _ length: Int) -> Bool {
    at + length < chunk.upperBound && text.kind(at: at + length).isWord
  }

  // MARK: Apostrophes

  /// The end of the clitic that begins with the apostrophe at an offset: `'s`, `'ll`; or after `n`, `'t`.
  private func cliticAfterApostrophe(at: Int, length: Int, _ kind: CharacterClass, wordStart: Int) -> Int? {
    let letters = at + length
    var end = letters
    while end < chunk.upperBound, end - letters < 3, text.kind(at: end).isLetter { end += 1 }
    guard end == chunk.upperBound || !text.kind(at: end).isWord else { return nil }
    switch end - letters {
    case 1:
      let letter = TextBytes.lowercased(text[letters])
      if letter == UInt8(ascii: "s") {
        // 1960's is a plural and stays whole.
        return kind == .apostrophe && isDecade(wordStart..<at) ? nil : end
      }
      guard kind == .apostrophe else { return nil }
      if letter == UInt8(ascii: "t") { return TextBytes.lowercased(text[at - 1]) == UInt8(ascii: "n") ? end : nil }
      return letter == UInt8(ascii: "d") || letter == UInt8(ascii: "m") ? end : nil
    case 2:
      guard kind == .apostrophe else { return nil }
      return text.matches("ve", at: letters) || text.matches("re", at: letters) || text.matches("ll", at: letters)
        ? end : nil
    default: return nil
    }
  }

  /// Whether a word is the figures of a decade: `60`, `1960`.
  private func isDecade(_ word: Range<Int>) -> Bool {
    (word.count == 2 || word.count == 4) && text[word.upperBound - 1] == UInt8(ascii: "0") && word.allSatisfy(isDigit)
  }

  private mutating func appendContraction(_ start: Int, _ apostrophe: Int, _ end: Int) -> Int {
    var split = apostrophe
    if TextBytes.lowercased(text[end - 1]) == UInt8(ascii: "t") { split -= 1 }
    if split > start {
      let (classes, firstLength) = words.classes(of: start..<split, in: text)
      if classes.contains(.split), firstLength > 0 {
        append(start, start + firstLength, wordTraits(at: start), classes)
        append(start + firstLength, split, [.lowercase, .clitic])
      } else {
        append(start, split, wordTraits(at: start), classes)
      }
    }
    append(split, end, [.lowercase, .clitic])
    return end
  }

  // MARK: Hyphens, slashes, commas

  private func keepsHyphen(at: Int, _ length: Int, part: Int, wordStart: Int) -> Bool {
    guard joins(at, length) else { return false }
    if isDigit(at - 1) && isDigit(at + length) { return isNumberGroup(hyphen: at, wordStart: wordStart) }
    guard text.kind(at: at + length).isLetter || isDigit(at + length) else { return false }
    return words.classes(of: part..<at, in: text).classes.contains(.prefix)
  }

  /// Telephone numbers and dates keep their hyphens (`713-853-3989`, `2019-11-12`); ranges do not (`2009-2016`).
  private func isNumberGroup(hyphen: Int, wordStart: Int) -> Bool {
    var start = hyphen
    while start > wordStart, isDigit(start - 1) { start -= 1 }
    var end = hyphen + 1
    while isDigit(end), end - hyphen <= 5 { end += 1 }
    let before = hyphen - start
    let after = end - hyphen - 1
    // The last group of a number already begun.
    if start > wordStart, text[start - 1] == UInt8(ascii: "-") { return true }
    if start > wordStart, text[start - 1] == UInt8(ascii: "/") { return before == 3 && after == 4 }
    guard start == wordStart else { return false }
    if before == 3 && after == 4 { return true }
    // A second hyphen follows: a date, or a number in three groups.
    guard text.byte(end) == UInt8(ascii: "-"), isDigit(end + 1) else { return before == 5 && after == 4 }
    return before <= 4 && after <= 4
  }

  private func isThousands(_ comma: Int) -> Bool {
    isDigit(comma - 1) && isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4)
  }

  /// Dates and fractions keep their slashes (`9/11`, `11/28/2000`), and so do `w/o` and `s/he`; alternatives do not.
  private func keepsSlash(at: Int, wordStart: Int) -> Bool {
    guard text[at] == UInt8(ascii: "/"), at + 1 < chunk.upperBound else { return false }
    if isDigit(at - 1) && isDigit(at + 1) {
      var start = at
      while start > wordStart, isDigit(start - 1) { start -= 1 }
      return at - start <= 2 || (at - start == 4 && start == wordStart) || (at - start == 3 && start == wordStart)
    }
    guard at - wordStart == 1, text.kind(at: wordStart).isLetter, isLetter(at + 1) else { return false }
    var end = at + 1
    while end < chunk.upperBound, end - at <= 3, text.kind(at: end).isWord { end += 1 }
    return end - at == 2 || (end - at == 3 && text[wordStart] == UInt8(ascii: "s"))
  }
}
