extension TokenScanner {
  /// Reads a token that begins with a mark; returns where it ends.
  mutating func scanPunctuation(from start: Int, _ kind: CharacterClass, _ length: Int) -> Int {
    if let end = emoticonEnd(from: start, kind) {
      append(start, end, [.punctuation, .emoticon])
      return end
    }
    switch kind {
    case .period, .exclamation, .ellipsis: return scanTerminal(from: start)
    case .apostrophe, .backtick, .straightQuote, .openingQuote, .closingQuote:
      return scanQuote(from: start, kind, length)
    case .openingBracket:
      append(start, start + length, .opensBracket)
      return start + length
    case .closingBracket:
      append(start, start + length, .closesBracket)
      return start + length
    case .symbol
    where text[start] == UInt8(ascii: "+") && isDigit(start + 1)
      && (start == chunk.lowerBound || text.kind(before: start) == .openingBracket):
      return scanWord(from: start)
    case .hyphen, .dash, .asterisk, .hash, .symbol, .slash, .currency: return scanRun(from: start, length)
    default:
      append(start, start + length, .punctuation)
      return start + length
    }
  }

  /// Stops, question and exclamation marks in a row are one token; a stop before a figure or a name begins it.
  private mutating func scanTerminal(from start: Int) -> Int {
    var end = start
    var question = false
    var stops = 0
    var pause = false
    while end < chunk.upperBound {
      let (kind, length) = text.character(at: end)
      guard kind.isTerminal else { break }
      // Three dots are a token before a question mark, one or two are not: `...|?`, `.?`.
      if kind == .exclamation, stops > 2 || pause { break }
      if kind == .exclamation { question = true }
      if kind == .ellipsis { pause = true }
      if kind == .period { stops += 1 }
      end += length
    }
    end = min(end, chunk.upperBound)
    // .25, .NET at the start of a chunk.
    if end - start == 1, !question, start == chunk.lowerBound, end < chunk.upperBound, text.kind(at: end).isWord {
      var word = end
      while word < chunk.upperBound, text.kind(at: word).isWord { word += text.character(at: word).length }
      append(start, min(word, chunk.upperBound), .lowercase)
      return min(word, chunk.upperBound)
    }
    var traits: TokenTraits = .terminal
    if question { traits.insert(.question) } else if pause || stops > 1 { traits.insert(.ellipsis) }
    append(start, end, traits)
    return end
  }

  private mutating func scanQuote(from start: Int, _ kind: CharacterClass, _ length: Int) -> Int {
    var end = start + length
    let opens =
      start == chunk.lowerBound || text.kind(before: start) == .openingBracket
      || stream.traits.last?.contains(.opensQuote) == true && stream.end.last.map { Int($0) == start } == true
    switch kind {
    case .apostrophe:
      // '60s, 'em, 's: an apostrophe for what is left out.
      if let omission = omissionEnd(from: start, end) {
        append(start, omission, wordTraits(at: end).union(.clitic))
        return omission
      }
      if text.byte(end) == text[start], length == 1 {
        end += 1
      } else if length == 3, repeats(start, length) {
        end += 3
      }
    case .backtick:
      if text.byte(end) == text[start] { end += 1 }
      append(start, end, .opensQuote)
      return end
    case .openingQuote:
      append(start, end, .opensQuote)
      return end
    case .closingQuote:
      append(start, end, .closesQuote)
      return end
    default: break
    }
    end = min(end, chunk.upperBound)
    let endsChunk = end >= chunk.upperBound
    append(start, end, opens && !endsChunk ? .opensQuote : opens ? [.opensQuote, .closesQuote] : .closesQuote)
    return end
  }

  private func repeats(_ start: Int, _ length: Int) -> Bool {
    guard start + 2 * length <= chunk.upperBound else { return false }
    for offset in 0..<length where text[start + offset] != text[start + length + offset] { return false }
    return true
  }

  /// The end of a word that an apostrophe opens: `'60s`, `'em`, and the clitics where they stand apart.
  private func omissionEnd(from start: Int, _ word: Int) -> Int? {
    guard word < chunk.upperBound else { return nil }
    var end = word
    while end < chunk.upperBound, end - word < 4, text.kind(at: end).isWord { end += text.character(at: end).length }
    guard end > word, end <= chunk.upperBound, end == chunk.upperBound || !text.kind(at: end).isWord else { return nil }
    if isDigit(word) && isDigit(word + 1) {
      return end - word == 2 || (end - word == 3 && text[word + 2] == UInt8(ascii: "s")) ? end : nil
    }
    let standsApart = start == chunk.lowerBound
    switch end - word {
    case 1:
      let letter = TextBytes.lowercased(text[word])
      return letter == UInt8(ascii: "s") || standsApart && letter == UInt8(ascii: "n") ? end : nil
    case 2:
      let clitic = text.matches("ll", at: word) || text.matches("re", at: word) || text.matches("ve", at: word)
      return clitic || standsApart && text.matches("em", at: word) ? end : nil
    case 3: return standsApart && text.matches("til", at: word) ? end : nil
    default: return nil
    }
  }

  /// The same mark repeated is one token: `--`, `***`, `<<`; brackets and quotes are not.
  private mutating func scanRun(from start: Int, _ length: Int) -> Int {
    var end = start + length
    if length == 1 {
      while end < chunk.upperBound, text[end] == text[start] { end += 1 }
    } else {
      while end < chunk.upperBound, repeats(end - length, length) { end += length }
      while end < chunk.upperBound, text.kind(at: end) == .mark { end += text.character(at: end).length }
      end = min(end, chunk.upperBound)
    }
    append(start, end, end - start >= 5 && length == 1 ? [.punctuation, .rule] : .punctuation)
    return end
  }

  /// The end of a face: eyes, perhaps a nose, a mouth, and no word after it.
  private func emoticonEnd(from start: Int, _ kind: CharacterClass) -> Int? {
    let eyes = text[start]
    guard eyes == UInt8(ascii: ":") || eyes == UInt8(ascii: ";") || eyes == UInt8(ascii: "=") else { return nil }
    var at = start + 1
    if text.byte(at) == UInt8(ascii: "-") { at += 1 }
    guard at < chunk.upperBound else { return nil }
    switch text[at] {
    case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "|"): break
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "/"):
      guard start == chunk.lowerBound else { return nil }
    default: return nil
    }
    at += 1
    while at < chunk.upperBound, text[at] == text[at - 1], text[at] != UInt8(ascii: "/") { at += 1 }
    return at == chunk.upperBound || !text.kind(at: at).isWord && text[at] != UInt8(ascii: "/") ? at : nil
  }
}
