extension TokenScanner {
  /// What a period after word characters does.
  enum Period {
    /// It stands inside the token: `3.5`, `enron.com`.
    case joins
    /// It is the last byte of the token: `Gen.`.
    case abbreviates(TokenTraits, WordClasses)
    /// The token is an acronym that ends at this offset: `U.S.`.
    case acronym(Int)
    /// It is a token of its own.
    case ends
  }

  /// Decides on the period at an offset; the word begins at `wordStart`, its last hyphenated part at `part`.
  func period(at: Int, wordStart: Int, part: Int) -> Period {
    let next = at + 1
    if next < chunk.upperBound {
      let following = text.kind(at: next)
      if following == .period || following == .ellipsis { return .ends }
      if following.isWord { return innerPeriod(at: at, wordStart: wordStart, part: part, following) }
    }
    return finalPeriod(at: at, wordStart: wordStart, part: part)
  }

  private func innerPeriod(at: Int, wordStart: Int, part: Int, _ following: CharacterClass) -> Period {
    if isDigit(at - 1) && following == .digit { return .joins }
    if at - part == 1, text.kind(at: part).isLetter, following.isLetter, let end = acronymEnd(from: part) {
      return .acronym(end)
    }
    var end = at + 1
    while end < chunk.upperBound, end - at <= 24, text.kind(at: end).isWord { end += text.character(at: end).length }
    end = min(end, chunk.upperBound)
    let (classes, _) = words.classes(of: at + 1..<end, in: text)
    if classes.contains(.file), !(text.kind(at: at + 1) == .upper && text.kind(at: at + 2) == .lower) { return .joins }
    // Ph.D., misc.consumers: what is joined in lower case is one name.
    if words.classes(of: wordStart..<end, in: text).classes.contains(.general) {
      return .joins
    }
    let (before, _) = words.classes(of: wordStart..<at, in: text)
    if !before.isDisjoint(with: [.title, .month, .place, .number]), following == .upper || following == .digit {
      return .abbreviates(.abbreviation, before)
    }
    if following == .lower, text.kind(before: at) == .lower, at - part > 1 { return .joins }
    return .ends
  }

  private func finalPeriod(at: Int, wordStart: Int, part: Int) -> Period {
    if at - part == 1, text.kind(at: part) == .upper { return initial(at: at, wordStart: wordStart) }
    let (classes, _) = words.classes(of: part..<at, in: text)
    let found = classes.intersection(.abbreviation)
    guard !found.isEmpty else {
      return part == wordStart && isDigit(wordStart) && isListNumber(wordStart, at)
        ? .abbreviates(.abbreviation, []) : .ends
    }
    let capitalized = text.kind(at: part) == .upper
    let next = text.skipSpace(from: at + 1, to: limit)
    let following = next < limit ? text.kind(at: next) : .space
    let continues: Bool
    if found.contains(.suffix) {
      continues = true
    } else if !found.isDisjoint(with: [.general, .company]) {
      continues = !opensSentence(next, afterEtc: text.matches("etc", at: part))
    } else if !found.isDisjoint(with: [.title, .place]) {
      // CAFTA-DR. is no doctor.
      let isPart = text.byte(part - 1) == UInt8(ascii: "-") && text.kind(at: part + 1) == .upper
      continues = !isPart && (capitalized && following != .space || following == .upper && next == at + 2)
    } else if !found.isDisjoint(with: [.month, .weekday]) {
      continues = capitalized && (following == .digit || following == .upper || following == .comma)
    } else if found.contains(.number) {
      continues = following == .digit
    } else if found.contains(.state) {
      continues = capitalized && (followsComma || part > wordStart)
    } else {
      continues = following == .lower || following == .digit
    }
    return continues ? .abbreviates(.abbreviation, found) : .ends
  }

  /// Whether what begins at an offset opens a new sentence, or nothing begins there. The treebanks part the last stop of a
  /// sentence from an abbreviation in lower case: `etc|.`, `p.m|.`.
  private func opensSentence(_ next: Int, afterEtc: Bool) -> Bool {
    guard next < limit else { return true }
    guard text.kind(at: next) == .upper else { return false }
    if afterEtc { return true }
    var end = next
    while end < limit, end - next <= words.longest, text.kind(at: end).isWord { end += text.character(at: end).length }
    return words.classes(of: next..<min(end, limit), in: text).classes.contains(.opener)
  }

  /// Whether a comma, or the hyphen of `(D-Conn.)`, is the token before.
  private var followsComma: Bool {
    guard let end = stream.end.last, end > 0 else { return false }
    return text[Int(end) - 1] == UInt8(ascii: ",") || text[Int(end) - 1] == UInt8(ascii: "-")
  }

  /// `W.` in `George W. Bush`; but `plan B.` at the end of a block, and `than I. The`, end a sentence.
  private func initial(at: Int, wordStart: Int) -> Period {
    let next = text.skipSpace(from: at + 1, to: limit)
    guard next < limit else { return .ends }
    if text[wordStart] == UInt8(ascii: "I"), let previous = stream.traits.last, previous.contains(.lowercase) {
      return .ends
    }
    return .abbreviates([.abbreviation, .initial], [])
  }

  /// The end of a run of single letters with stops, the last stop included: `U.S.`, `a.m.`, `U.S.A`.
  private func acronymEnd(from start: Int) -> Int? {
    var at = start
    var letters = 0
    while at < chunk.upperBound, text.kind(at: at).isLetter {
      let length = text.character(at: at).length
      letters += 1
      at += length
      guard at < chunk.upperBound, text[at] == UInt8(ascii: ".") else {
        // A last letter without its stop, unless it begins a longer word.
        if at < chunk.upperBound, text.kind(at: at).isWord { return nil }
        return letters > 1 ? at : nil
      }
      at += 1
    }
    if at < chunk.upperBound, text.kind(at: at).isWord || text.kind(at: at) == .period { return nil }
    guard letters > 1 else { return nil }
    let isLowercase = text.kind(at: start) == .lower
    return isLowercase && at == chunk.upperBound
      && !words.classes(of: start..<at - 1, in: text).classes.contains(.general)
      && opensSentence(text.skipSpace(from: at, to: limit), afterEtc: false)
      ? at - 1 : at
  }

  /// A figure with a stop that opens a block is the number of a list: `1.`.
  private func isListNumber(_ start: Int, _ at: Int) -> Bool {
    stream.count == blockStart && at - start <= 2 && at + 1 == chunk.upperBound
  }
}
