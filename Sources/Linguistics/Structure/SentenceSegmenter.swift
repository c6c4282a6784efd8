/// Finds the sentences of a block of tokens.
///
/// A sentence ends after a stop, a question or an exclamation mark and the quotation marks and brackets that close upon it,
/// unless the stop belongs to an abbreviation or what follows shows that the sentence goes on. A block ends its last sentence
/// whatever it ends with, so headlines and the lines of a list are sentences of their own.
///
/// - Complexity: O(tokens).
struct SentenceSegmenter {
  private let text: TextBytes
  private let stream: TokenStream
  private let reader: TokenReader

  init(text: TextBytes, stream: TokenStream) {
    self.text = text
    self.stream = stream
    reader = TokenReader(text: text, stream: stream)
  }

  /// Calls `body` with the tokens of each sentence in a range that holds no border of a block.
  func sentences(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    guard !range.isEmpty else { return }
    let isUppercase = isUppercase(range)
    var start = range.lowerBound
    var at = start
    // Whether a straight quotation mark is open, and up to where that has been read.
    var isQuoting = false
    var quotesRead = start
    while at < range.upperBound {
      let traits = stream.traits[at]
      if traits.contains(.rule), traits.contains(.spaceBefore) || at == start {
        // A rule drawn across the text stands alone.
        if start < at { body(start..<at) }
        body(at..<at + 1)
        start = at + 1
        at = start
        continue
      }
      let mayEnd =
        !traits.isDisjoint(with: [.terminal, .abbreviation, .emoticon, .address])
        || isTimestamp(at) || closesAttachment(at)
      guard mayEnd else {
        at += 1
        continue
      }
      while quotesRead < at {
        if isStraightQuote(quotesRead) { isQuoting.toggle() }
        quotesRead += 1
      }
      let block = start..<range.upperBound
      guard let next = end(at, in: block, isQuoting: isQuoting, isUppercase: isUppercase) else {
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
  private func end(_ token: Int, in range: Range<Int>, isQuoting: Bool, isUppercase: Bool) -> Int? {
    let traits = stream.traits[token]
    var next = token + 1
    var closesQuote = false
    while next < range.upperBound, closes(next, range.upperBound, isQuoting: isQuoting && next == token + 1) {
      if stream.traits[next].contains(.closesQuote) { closesQuote = true }
      next += 1
    }
    next = footnotesEnd(next, range.upperBound)
    guard next < range.upperBound else { return nil }
    let following = stream.traits[next]
    // Stops in a row (`. . .`) end one sentence; the number of a list (`2.`) is part of what follows.
    if following.contains(.terminal) || isListNumber(token, range) { return nil }
    if traits.contains(.address), next > token + 1 || following.contains(.spaceBefore) {
      // An address that a capital or another address follows ends a line.
      return following.contains(.address) || opening(next, range) == .upper && following.contains(.capitalized)
        ? next : nil
    }
    if traits == [.punctuation] || traits == [.punctuation, .spaceBefore], closesAttachment(token) {
      return following.contains(.spaceBefore) && !following.isDisjoint(with: [.capitalized, .digit]) ? next : nil
    }
    if traits.contains(.emoticon) {
      return following.isSuperset(of: [.spaceBefore, .capitalized]) && next > range.lowerBound + 1 ? next : nil
    }
    guard following.contains(.spaceBefore) else {
      return glued(token, next, range) ? next : nil
    }
    if traits.contains(.abbreviation) {
      return endsAtAbbreviation(token, next, range, isUppercase: isUppercase) ? next : nil
    }
    if following.contains(.emoticon) { return next + 1 < range.upperBound ? next + 1 : nil }
    switch opening(next, range) {
    case .lower:
      if closesQuote || traits.contains(.ellipsis) || isSpacedEllipsis(token) { return nil }
      return stream.traits[next - 1].contains(.closesBracket) ? nil : next
    case .upper, .digit, .other: return next
    }
  }

  /// Whether a token closes the sentence before it: a quotation mark or bracket upon the stop, a bracket behind a space, or a
  /// quotation mark behind a space that was opened before or has nothing after it.
  private func closes(_ token: Int, _ limit: Int, isQuoting: Bool) -> Bool {
    let traits = stream.traits[token]
    guard traits.contains(.spaceBefore) else { return !traits.isDisjoint(with: [.closesQuote, .closesBracket]) }
    if traits.contains(.closesBracket) { return true }
    return traits.contains(.closesQuote) && (token + 1 == limit || isQuoting && isStraightQuote(token))
  }

  private func isStraightQuote(_ token: Int) -> Bool {
    stream.end[token] - stream.start[token] == 1 && text[Int(stream.start[token])] == UInt8(ascii: "\"")
  }

  /// `[12]` and `[3][4]` after a stop belong to the sentence before.
  private func footnotesEnd(_ token: Int, _ limit: Int) -> Int {
    var at = token
    while at + 2 < limit, text[Int(stream.start[at])] == UInt8(ascii: "["), stream.traits[at + 1].contains(.digit),
      stream.traits[at + 2].contains(.closesBracket)
    {
      at += 3
    }
    return at
  }

  /// The end of a mail header's time, `11/28/2000 11:25 AM`, which nothing parts from the text below it.
  private func isTimestamp(_ token: Int) -> Bool {
    guard stream.classes[token].contains(.unit), stream.traits[token].contains(.capitalized), token >= 2,
      stream.traits[token - 1].contains(.digit), stream.traits[token - 2].contains(.digit)
    else { return false }
    let clock = Int(stream.start[token - 1])..<Int(stream.end[token - 1])
    let date = Int(stream.start[token - 2])..<Int(stream.end[token - 2])
    return clock.contains { text[$0] == UInt8(ascii: ":") } && date.contains { text[$0] == UInt8(ascii: "/") }
  }

  /// The end of the name of a file in a mail, `<< File: pact.doc >>`.
  private func closesAttachment(_ token: Int) -> Bool {
    let start = Int(stream.start[token])
    return stream.end[token] - stream.start[token] == 2 && text[start] == UInt8(ascii: ">")
      && text[start + 1] == UInt8(ascii: ">")
  }

  /// Whether a sentence begins with the figure or abbreviation before a stop and nothing else.
  private func isListNumber(_ token: Int, _ range: Range<Int>) -> Bool {
    if stream.traits[token].contains(.abbreviation) { return token == range.lowerBound }
    return token == range.lowerBound + 1 && stream.traits[token - 1].contains(.digit)
      && stream.end[token - 1] - stream.start[token - 1] <= 2 && !stream.traits[token].contains(.spaceBefore)
  }

  private func isSpacedEllipsis(_ token: Int) -> Bool {
    token > 0 && stream.traits[token].contains(.spaceBefore) && stream.traits[token - 1].contains(.terminal)
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
    if stream.traits[token - 1].contains(.digit) { return stream.classes[next].contains(.opener) }
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
      return !reader.isWeekday(word) && PublicationDate.month(word, reader) == nil && !isZone(word)
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
