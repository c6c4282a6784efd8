public import Provenance

/// Splits text into words by the conventions of Universal Dependencies for English.
///
/// Contractions and possessives split (`do|n't`, `Japan|'s`, `can|not`), hyphens split except after a prefix
/// (`intelligence|-|sharing`, `non-nuclear`), figures split from currency signs, percent signs and units
/// (`$|5|m`, `5|pm`), and abbreviations keep their stops (`U.S.`, `Gen.`). Together the tokens cover every byte that is
/// neither white space nor a control character.
///
/// ```swift
/// Tokenizer().spans(of: Array("Don't scrap GSOMIA.".utf8))  // Do n't scrap GSOMIA .
/// ```
///
/// - Complexity: O(bytes), one pass, without allocation per token.
/// - Source: universaldependencies.org/en/tokenization, and the practice of the EWT and GUM treebanks, release 2.16.
public struct Tokenizer: Sendable {
  private let words: WordTable

  public init() { words = .embedded }

  /// The tokens of a text, without regard to its sentences.
  public func spans(of utf8: [UInt8]) -> [Span] {
    let stream = TextBytes.with(utf8) { text in
      var stream = TokenStream(capacity: utf8.count / 4)
      tokenize(0..<utf8.count, of: text, into: &stream)
      return stream
    }
    return (0..<stream.count).map { Span(Int(stream.start[$0]), Int(stream.end[$0])) }
  }

  /// Adds the tokens of a range of a text to a stream. The range is taken as a block: nothing beyond it is looked at.
  func tokenize(_ range: Range<Int>, of text: TextBytes, into stream: inout TokenStream) {
    var scanner = TokenScanner(text: text, words: words, limit: range.upperBound, stream: stream)
    stream = TokenStream()
    scanner.scan(from: range.lowerBound)
    stream = scanner.stream
  }
}

/// One pass of the tokenizer over a block of text.
///
/// The block is cut at white space into chunks. A chunk of letters alone is a token, or two (`cannot`); any other chunk is
/// read from left to right, and each method that reads a token returns where it ends.
struct TokenScanner {
  let text: TextBytes
  let words: WordTable
  /// End of the block.
  let limit: Int
  var stream: TokenStream
  /// Where the chunk being read begins and ends.
  var chunk = 0..<0
  /// The number of tokens before the block.
  let blockStart: Int

  init(text: TextBytes, words: WordTable, limit: Int, stream: TokenStream) {
    self.text = text
    self.words = words
    self.limit = limit
    self.stream = stream
    blockStart = stream.count
  }

  private static let letters = CharacterClass.upper.bit | CharacterClass.lower.bit
  private static let addressMarks = CharacterClass.at.bit | CharacterClass.period.bit | CharacterClass.colon.bit

  mutating func scan(from start: Int) {
    var at = start
    while at < limit {
      let (kind, length) = text.character(at: at)
      if kind == .space {
        at += length
        continue
      }
      var end = at + length
      var seen = kind.bit
      while end < limit {
        let (kind, length) = text.character(at: end)
        if kind == .space { break }
        seen |= kind.bit
        end += length
      }
      end = min(end, limit)
      chunk = at..<end
      if seen & ~TokenScanner.letters == 0 {
        appendWord(at, end)
      } else {
        scanChunk(mayHoldAddress: seen & TokenScanner.addressMarks != 0)
      }
      at = end
    }
  }

  private mutating func scanChunk(mayHoldAddress: Bool) {
    var at = chunk.lowerBound
    while at < chunk.upperBound {
      let (kind, length) = text.character(at: at)
      if mayHoldAddress, kind.isWord, let end = addressEnd(from: at) {
        append(at, end, [.lowercase, .address])
        at = end
      } else if kind.isWord {
        at = scanWord(from: at)
      } else {
        at = scanPunctuation(from: at, kind, length)
      }
    }
  }

  /// Whether white space or nothing stands before an offset.
  func spaceBefore(_ at: Int) -> Bool { at == chunk.lowerBound }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ traits: TokenTraits, _ classes: WordClasses = []) {
    stream.append(start, end, start == chunk.lowerBound ? traits.union(.spaceBefore) : traits, classes)
  }

  /// The traits that the first character of a word gives.
  @inline(__always)
  func wordTraits(at start: Int) -> TokenTraits {
    switch text.kind(at: start) {
    case .upper: .capitalized
    case .digit: .digit
    default: .lowercase
    }
  }

  /// Adds a run of word characters: one token, two where the table splits it, or a figure and its unit.
  mutating func appendWord(_ start: Int, _ end: Int) {
    let traits = wordTraits(at: start)
    if traits == .digit, let unit = unitStart(in: start..<end) {
      append(start, unit, .digit)
      append(unit, end, [.lowercase, .clitic])
      return
    }
    if text[start] == UInt8(ascii: "_"), text[end - 1] == UInt8(ascii: "_"),
      end - start < 2 || text[start + 1] == text[start]
    {
      append(start, end, end - start >= 5 ? [.punctuation, .rule] : .punctuation)
      return
    }
    let (classes, firstLength) = words.classes(of: start..<end, in: text)
    if classes.contains(.split) {
      append(start, start + firstLength, traits, classes)
      append(start + firstLength, end, [.lowercase, .clitic])
    } else {
      append(start, end, traits, classes)
    }
  }

  /// Where the unit glued to a figure begins: at `pm` of `5pm`, at `m` of `2.5m`.
  private func unitStart(in word: Range<Int>) -> Int? {
    guard text.kind(before: word.upperBound).isLetter || text[word.upperBound - 1] == UInt8(ascii: ".") else {
      return nil
    }
    var at = word.lowerBound
    while at < word.upperBound {
      let byte = text[at]
      guard byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      else { break }
      at += 1
    }
    guard at > word.lowerBound, at < word.upperBound, text[at - 1] &- 0x30 < 10 else { return nil }
    return words.classes(of: at..<word.upperBound, in: text).classes.contains(.unit) ? at : nil
  }
}
