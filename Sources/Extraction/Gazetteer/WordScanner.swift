/// Cuts names and tokens into words, alike for both, so that a name is found however its tokens were cut.
///
/// A word is a run of letters and digits with the full stops and apostrophes inside it: "U.S.", "Sana'a". A hyphen
/// parts words and is no word: "Guinea-Bissau" and "Guinea Bissau" are the same two. A possessive ending is a word
/// of its own, and so is each mark of punctuation.
struct WordScanner: IteratorProtocol, Sequence {
  /// How a word is written.
  struct Shape: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Begins with a capital letter, or with a letter of a script whose case is not looked at.
    static let capital = Shape(rawValue: 1 << 0)
    /// At least two letters, all of them capitals.
    static let allCapitals = Shape(rawValue: 1 << 1)
    static let digit = Shape(rawValue: 1 << 2)
    /// Has a full stop within or at the end: "U.S.", "Gen.".
    static let dotted = Shape(rawValue: 1 << 3)
    /// Follows a hyphen that follows a word.
    static let hyphenated = Shape(rawValue: 1 << 4)
    /// Follows white space.
    static let spaced = Shape(rawValue: 1 << 5)
    /// A single letter, apart from full stops: "W.".
    static let initial = Shape(rawValue: 1 << 6)
    /// Has capitals after the first letter, not all of them: "MoU", "McCain".
    static let mixed = Shape(rawValue: 1 << 7)
  }

  /// What a mark of punctuation is; each is a word id below zero.
  enum Mark {
    static let comma: Int32 = -1
    static let stop: Int32 = -2
    static let openBracket: Int32 = -3
    static let closeBracket: Int32 = -4
    static let openQuote: Int32 = -5
    static let closeQuote: Int32 = -6
    static let quote: Int32 = -7
    static let dash: Int32 = -8
    static let colon: Int32 = -9
    static let semicolon: Int32 = -10
    static let slash: Int32 = -11
    /// "'s", or the bare apostrophe after a plural.
    static let possessive: Int32 = -12
    static let other: Int32 = -13
  }

  /// A piece of the text: `mark` is 0 for a word.
  struct Piece {
    var range: Range<Int>
    var shape: Shape
    var mark: Int32
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let end: Int
  private let startsHyphenated: Bool
  private var index: Int
  private var spaced: Bool
  private var hyphenated: Bool

  /// Scans a range of bytes, which must stay where they are meanwhile.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, spaced: Bool = false, hyphenated: Bool = false) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    startsHyphenated = hyphenated
    index = range.lowerBound
    self.spaced = spaced
    self.hyphenated = hyphenated
  }

  @inline(__always)
  private mutating func piece(_ upper: Int, _ mark: Int32, _ written: Shape = []) -> Piece {
    var shape = written
    if spaced { shape.insert(.spaced) }
    if hyphenated { shape.insert(.hyphenated) }
    defer {
      index = upper
      spaced = false
      hyphenated = false
    }
    return Piece(range: index..<upper, shape: shape, mark: mark)
  }

  /// The next piece; nil at the end.
  ///
  /// - Complexity: O(bytes of the piece).
  mutating func next() -> Piece? {
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D:
        spaced = true
        hyphenated = false
        index += 1
      case 0x2C: return piece(index + 1, Mark.comma)
      case 0x2E, 0x21, 0x3F: return piece(index + 1, Mark.stop)
      case 0x28, 0x5B: return piece(index + 1, Mark.openBracket)
      case 0x29, 0x5D: return piece(index + 1, Mark.closeBracket)
      case 0x3A: return piece(index + 1, Mark.colon)
      case 0x3B: return piece(index + 1, Mark.semicolon)
      case 0x2F: return piece(index + 1, Mark.slash)
      case 0x22: return piece(index + 1, Mark.quote)
      case 0x60:
        return piece(index + 1 < end && bytes[index + 1] == 0x60 ? index + 2 : index + 1, Mark.openQuote)
      case 0x27:
        if index + 1 < end, bytes[index + 1] == 0x27 {
          return piece(index + 2, Mark.closeQuote)
        } else if let upper = Self.possessive(bytes, index, 1, end) {
          return piece(upper, Mark.possessive)
        } else {
          return piece(index + 1, Mark.quote)
        }
      case 0x2D:
        // Two hyphens, or one between spaces, are a dash.
        let next = index + 1 < end ? bytes[index + 1] : 0x20
        if next == 0x2D {
          var upper = index + 2
          while upper < end, bytes[upper] == 0x2D { upper += 1 }
          return piece(upper, Mark.dash)
        } else if spaced || index == start && !startsHyphenated && next == 0x20 {
          return piece(index + 1, Mark.dash)
        } else {
          hyphenated = true
          index += 1
        }
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return word()
      case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80:
        switch bytes[index + 2] {
        case 0x90, 0x91:  // Hyphens.
          hyphenated = true
          index += 3
        case 0x92...0x95: return piece(index + 3, Mark.dash)
        case 0x99:
          if let upper = Self.possessive(bytes, index, 3, end) {
            return piece(upper, Mark.possessive)
          } else {
            return piece(index + 3, Mark.closeQuote)
          }
        case 0x98, 0x9C: return piece(index + 3, Mark.openQuote)
        case 0x9D: return piece(index + 3, Mark.closeQuote)
        default: return piece(index + 3, Mark.other)
        }
      case 0x80...: return word()
      default: return piece(index + 1, Mark.other)
      }
    }
    return nil
  }

  /// The end of a possessive ending whose apostrophe, `length` bytes, begins at `index`; nil where it is none.
  @inline(__always)
  private static func possessive(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, _ end: Int) -> Int? {
    let next = index + length
    guard next < end, bytes[next] | 0x20 == 0x73 else { return nil }
    return next + 1 == end || !isLetter(bytes[next + 1]) ? next + 1 : nil
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 && byte != 0xE2
  }

  private mutating func word() -> Piece {
    var upper = index
    var letters = 0
    var capitals = 0
    var shape: Shape = []
    loop: while upper < end {
      let byte = bytes[upper]
      switch byte {
      case 0x41...0x5A:
        letters += 1
        capitals += 1
        if letters == 1, upper == index { shape.insert(.capital) }
        upper += 1
      case 0x61...0x7A:
        letters += 1
        upper += 1
      case 0x30...0x39:
        shape.insert(.digit)
        upper += 1
      case 0x2E:
        // A full stop belongs to the word it ends or parts: "U.S.", not "Tokyo...".
        if upper + 1 < end, bytes[upper + 1] == 0x2E { break loop }
        shape.insert(.dotted)
        upper += 1
      case 0x27:
        guard upper + 1 < end, Self.isLetter(bytes[upper + 1]), Self.possessive(bytes, upper, 1, end) == nil else {
          break loop
        }
        upper += 1
      case 0xE2:
        guard upper + 3 < end, bytes[upper + 1] == 0x80, bytes[upper + 2] == 0x99, Self.isLetter(bytes[upper + 3]),
          Self.possessive(bytes, upper, 3, end) == nil
        else { break loop }
        upper += 3
      case 0x80...:
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        letters += 1
        if Self.isCapital(byte, upper + 1 < end ? bytes[upper + 1] : 0) {
          capitals += 1
          if upper == index { shape.insert(.capital) }
        } else if width > 2, byte != 0xE1 {
          // Scripts without case count as neither.
          letters -= 1
          if upper == index { shape.insert(.capital) }
        }
        upper = Swift.min(end, upper + width)
      default: break loop
      }
    }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    if letters == 1, capitals == 1, !shape.contains(.digit) { shape.insert(.initial) }
    if capitals > 1, capitals < letters { shape.insert(.mixed) }
    if upper == index { upper += 1 }
    return piece(upper, 0, shape)
  }

  /// Whether a letter of Latin-1, Latin Extended-A, Greek or Cyrillic, two bytes in UTF-8, is a capital.
  @inline(__always)
  private static func isCapital(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xC3: trail < 0x9F
    case 0xC4, 0xC5:
      trail & 1 == (lead == 0xC4 && trail >= 0xB9 || lead == 0xC5 && (trail < 0x89 || trail >= 0xB9) ? 1 : 0)
    case 0xC8: trail & 1 == 0
    case 0xCE: trail >= 0x86 && trail < 0xAC
    case 0xD0: trail < 0xB0
    case 0xE1: trail & 1 == 0
    default: false
    }
  }
}
