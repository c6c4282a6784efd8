/// Finds the sentences of a block of tokens.
///
/// A sentence ends after a stop, a question or an exclamation mark and the quotation marks and brackets that close upon it,
/// unless the stop belongs to an abbreviation or what follows shows that the sentence goes on. A block ends its last sentence
/// whatever it ends with, so headlines and the lines of a list are sentences of their own.
///
/// - Complexity: O(tokens).
struct SentenceSegmenter {
  let text: TextBytes
  let stream: TokenStream

  /// Calls `body` with the tokens of each sentence in a range that holds no border of a block.
  func sentences(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    guard !range.isEmpty else { return }
    let isUppercase = isUppercase(range)
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      guard !stream.traits[at].isDisjoint(with: [.terminal, .abbreviation]),
        let next = end(at, in: start..<range.upperBound, isUppercase: isUppercase)
      else {
        at += 1
        continue
      }
      body(start..<next)
      start = next
      at = next
    }
    if start < range.upperBound { body(start..<range.upperBound) }
  }

  /// Whether the block has words of capitals only, so that a capital says nothing.
  private func isUppercase(_ range: Range<Int>) -> Bool {
    var seen = false
    for token in range where stream.traits[token].contains(.capitalized) || stream.traits[token].contains(.lowercase) {
      let (start, end) = (Int(stream.start[token]), Int(stream.end[token]))
      for at in start..<end where text[at] &- 0x61 < 26 { return false }
      seen = seen || end - start > 1
    }
    return seen
  }

  /// Where the next sentence begins if one ends with the terminal or abbreviation at `token`.
  private func end(_ token: Int, in range: Range<Int>, isUppercase: Bool) -> Int? {
    let traits = stream.traits[token]
    var next = token + 1
    var closesQuote = false
    while next < range.upperBound, !stream.traits[next].contains(.spaceBefore),
      !stream.traits[next].isDisjoint(with: [.closesQuote, .closesBracket])
    {
      if stream.traits[next].contains(.closesQuote) { closesQuote = true }
      next += 1
    }
    guard next < range.upperBound else { return nil }
    if next == range.lowerBound + 1, traits.contains(.abbreviation) { return nil }
    let following = stream.traits[next]
    guard following.contains(.spaceBefore) else {
      return glued(token, next, range) ? next : nil
    }
    if traits.contains(.abbreviation) {
      return next == token + 1 || closesQuote || stream.traits[next - 1].contains(.closesBracket)
        ? (endsAtAbbreviation(token, next, range, isUppercase: isUppercase) ? next : nil) : nil
    }
    if following.contains(.emoticon) { return next + 1 < range.upperBound ? next + 1 : nil }
    switch opening(next, range) {
    case .lower:
      if closesQuote || traits.contains(.ellipsis) || traits.contains(.question) { return nil }
      return stream.traits[next - 1].contains(.closesBracket) ? nil : next
    case .upper, .digit, .other: return next
    }
  }

  private enum Opening { case upper, lower, digit, other }

  /// The kind of the first word from a token on, behind quotation marks and brackets.
  private func opening(_ token: Int, _ range: Range<Int>) -> Opening {
    var at = token
    while at < range.upperBound, at - token < 3 {
      let traits = stream.traits[at]
      if traits.contains(.capitalized) { return .upper }
      if traits.contains(.digit) { return .digit }
      if traits.contains(.lowercase) { return .lower }
      if traits.isDisjoint(with: [.opensQuote, .opensBracket, .closesQuote]) { return .other }
      at += 1
    }
    return .other
  }

  /// `agreement.From`: a missing space, unless the stop is part of a name.
  private func glued(_ token: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    guard token > range.lowerBound, stream.traits[token].contains(.terminal) else { return false }
    guard stream.traits[next].contains(.capitalized), stream.end[next] - stream.start[next] > 1 else { return false }
    return stream.traits[token - 1].contains(.lowercase) || stream.traits[token].contains(.question)
      || !stream.traits[token - 1].isDisjoint(with: [.closesQuote, .closesBracket])
      || stream.traits[token - 1].contains(.capitalized) && stream.end[token - 1] - stream.start[token - 1] > 3
  }

  private func endsAtAbbreviation(_ token: Int, _ next: Int, _ range: Range<Int>, isUppercase: Bool) -> Bool {
    let classes = stream.classes[token]
    if !classes.isDisjoint(with: [.title, .place, .number]) { return false }
    guard let word = firstWord(next, range), opening(next, range) == .upper else { return false }
    let opens = stream.classes[word].contains(isUppercase ? .subject : .opener)
    let length = stream.end[word] - stream.start[word]
    if stream.traits[token].contains(.initial) { return opens && length > 1 && !precedesName(token) }
    if stream.traits[token].contains(.acronym) && isClock(token) {
      return !stream.classes[word].contains(.month) && !isZone(word)
    }
    if classes.contains(.general), text.matches("etc", at: Int(stream.start[token])) { return !isUppercase }
    return opens
  }

  private func firstWord(_ token: Int, _ range: Range<Int>) -> Int? {
    var at = token
    while at < range.upperBound, at - token < 3 {
      if !stream.traits[at].isDisjoint(with: .word) { return at }
      at += 1
    }
    return nil
  }

  /// An initial after a capitalized word is part of a name.
  private func precedesName(_ token: Int) -> Bool { token > 0 && stream.traits[token - 1].contains(.capitalized) }

  /// `a.m.` and `p.m.`.
  private func isClock(_ token: Int) -> Bool {
    let start = Int(stream.start[token])
    return stream.end[token] - stream.start[token] >= 3
      && (text.matches("a.m", at: start) || text.matches("p.m", at: start))
  }

  /// Two to four capitals: a time zone after a clock time.
  private func isZone(_ token: Int) -> Bool {
    let range = Int(stream.start[token])..<Int(stream.end[token])
    return (2...4).contains(range.count) && range.allSatisfy { text[$0] &- 0x41 < 26 }
  }
}
