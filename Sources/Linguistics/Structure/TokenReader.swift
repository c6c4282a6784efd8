/// Questions about single tokens of a stream, for rules that read headers.
///
/// Every question about a token outside the stream is answered no.
struct TokenReader {
  let text: TextBytes
  let stream: TokenStream

  func traits(_ token: Int) -> TokenTraits { token >= 0 && token < stream.count ? stream.traits[token] : [] }

  func classes(_ token: Int) -> WordClasses { token >= 0 && token < stream.count ? stream.classes[token] : [] }

  func range(_ token: Int) -> Range<Int> { Int(stream.start[token])..<Int(stream.end[token]) }

  /// Whether a token is one of some lower-case words, ASCII capitals folded.
  func isAny(_ token: Int, _ words: [StaticString]) -> Bool {
    guard token >= 0, token < stream.count else { return false }
    let range = range(token)
    return words.contains { $0.utf8CodeUnitCount == range.count && text.matches($0, at: range.lowerBound) }
  }

  func isExactly(_ token: Int, _ word: StaticString) -> Bool {
    guard token >= 0, token < stream.count else { return false }
    let range = range(token)
    guard range.count == word.utf8CodeUnitCount else { return false }
    return range.enumerated().allSatisfy { text[$0.element] == word.utf8Start[$0.offset] }
  }

  func contains(_ token: Int, _ byte: UInt8) -> Bool { range(token).contains { text[$0] == byte } }

  func isComma(_ token: Int) -> Bool { isAny(token, [","]) }

  func isColon(_ token: Int) -> Bool { isAny(token, [":"]) }

  func isSlash(_ token: Int) -> Bool { isAny(token, ["/"]) }

  /// A hyphen or a dash of any length.
  func isHyphen(_ token: Int) -> Bool {
    guard token >= 0, token < stream.count else { return false }
    let kind = text.kind(at: Int(stream.start[token]))
    return kind == .hyphen || kind == .dash
  }

  /// The value of a token of one to four digits.
  func number(_ token: Int) -> Int? {
    guard token >= 0, token < stream.count, (1...4).contains(range(token).count) else { return nil }
    var value = 0
    for at in range(token) {
      guard text[at] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(text[at] - 0x30)
    }
    return value
  }

  func isYear(_ token: Int) -> Bool { number(token).map { (1800...2199).contains($0) } ?? false }

  func isWeekday(_ token: Int) -> Bool {
    isAny(token, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
      || classes(token).contains(.weekday)
  }

  /// How many of the tokens begin with a letter.
  func letters(in tokens: Range<Int>) -> Int {
    tokens.reduce(0) { $0 + (traits($1).isDisjoint(with: [.capitalized, .lowercase]) ? 0 : 1) }
  }

  /// Whether every ASCII letter of a token is a capital, and it has one.
  func isUppercase(_ token: Int) -> Bool {
    var seen = false
    for at in range(token) {
      if text[at] &- 0x61 < 26 { return false }
      if text[at] &- 0x41 < 26 { seen = true }
    }
    return seen
  }

  /// Whether two stretches of tokens have the same bytes but for white space and ASCII capitals.
  func sameWords(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for (left, right) in zip(a, b) {
      let (left, right) = (range(left), range(right))
      guard left.count == right.count,
        zip(left, right).allSatisfy({ TextBytes.lowercased(text[$0]) == TextBytes.lowercased(text[$1]) })
      else { return false }
    }
    return true
  }

  /// Whether tokens spell a text but for white space, quotation marks and ASCII capitals.
  func equals(_ words: String, _ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty else { return false }
    var other = words.utf8.makeIterator()
    for token in tokens {
      for at in range(token) where TokenReader.isLetter(text[at]) {
        var next = other.next()
        while let byte = next, !TokenReader.isLetter(byte) { next = other.next() }
        guard let byte = next, TextBytes.lowercased(byte) == TextBytes.lowercased(text[at]) else { return false }
      }
    }
    while let byte = other.next() {
      if TokenReader.isLetter(byte) { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether half of the longer words of tokens are words of a text.
  func sharesWords(_ words: String, _ tokens: Range<Int>) -> Bool {
    let known = Set(
      words.split { !TokenReader.isLetter($0.utf8.first ?? 0) && $0.utf8.count == 1 }.map { $0.lowercased() })
    var shared = 0
    var count = 0
    for token in tokens where range(token).count > 3 && !traits(token).isDisjoint(with: .word) {
      count += 1
      if known.contains(String(decoding: text.bytes[range(token)], as: UTF8.self).lowercased()) { shared += 1 }
    }
    return count > 0 && shared * 2 >= count
  }

  /// "THE PRESIDENT: Good morning": a speaker's name before a colon.
  func opensSpeech(_ tokens: Range<Int>) -> Bool {
    for token in tokens.prefix(5) {
      if isColon(token) { return token > tokens.lowerBound }
      guard traits(token).contains(.capitalized), isUppercase(token) || traits(token).contains(.abbreviation) else {
        return false
      }
    }
    return false
  }
}
