/// What a character may do at the border of a token.
///
/// ASCII is looked up in a table; other characters by their block, without Unicode's full tables, so that the classes
/// are the same with every version of the standard library.
enum CharacterClass: UInt8 {
  /// White space, control characters, and the invisible separators of Unicode.
  case space
  case upper, lower
  /// A letter of a script without case.
  case caseless
  case digit
  /// Combining marks, joiners, soft hyphens: they belong to what precedes them.
  case mark
  case underscore
  case period
  /// `!` and `?`.
  case exclamation
  case ellipsis
  /// `'`, and `’`, which is an apostrophe more often than a quotation mark.
  case apostrophe
  case backtick
  case straightQuote, openingQuote, closingQuote
  case openingBracket, closingBracket
  case hyphen
  case dash
  case slash
  case comma, colon, semicolon
  case ampersand, at, currency, percent, hash, asterisk
  case symbol

  /// The classes that a word is made of.
  var isWord: Bool { rawValue >= CharacterClass.upper.rawValue && rawValue <= CharacterClass.underscore.rawValue }

  var isLetter: Bool { rawValue >= CharacterClass.upper.rawValue && rawValue <= CharacterClass.caseless.rawValue }

  var isTerminal: Bool {
    rawValue >= CharacterClass.period.rawValue && rawValue <= CharacterClass.ellipsis.rawValue
  }

  /// The bit of this class in a set of classes.
  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// The classes of the ASCII characters; the other 128 places are ``CharacterClass/caseless`` and never asked for.
  static let ascii: [CharacterClass] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "."): .period
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .exclamation
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "`"): .backtick
    case UInt8(ascii: "\""): .straightQuote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openingBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closingBracket
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"), UInt8(ascii: "\\"): .slash
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "*"): .asterisk
    case 0x80...0xFF: .caseless
    default: .symbol
    }
  }

  /// The class of a character beyond ASCII.
  init(scalar: UInt32) {
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: self = .space
    case 0xAD, 0x300...0x36F, 0x200C...0x200F, 0x202A...0x202E, 0x2061...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F, 0x1F3FB...0x1F3FF, 0xE0000...0xE01FF:
      self = .mark
    case 0xAA, 0xB5, 0xBA, 0xDF...0xF6, 0xF8...0xFF: self = .lower
    case 0xC0...0xD6, 0xD8...0xDE: self = .upper
    case 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: self = .openingQuote
    case 0x2019, 0x02BC: self = .apostrophe
    case 0xBB, 0x201B, 0x201D, 0x201F, 0x203A: self = .closingQuote
    case 0xA2...0xA5, 0x20A0...0x20CF: self = .currency
    case 0xA1, 0xA6...0xA9, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBC...0xBF, 0xD7, 0xF7: self = .symbol
    case 0xB2, 0xB3, 0xB9: self = .symbol
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015, 0x2212: self = .dash
    case 0x2026: self = .ellipsis
    case 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x61F, 0x6D4, 0x964, 0x965:
      self = .exclamation
    case 0x2044: self = .slash
    case 0x2030, 0x2031: self = .percent
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B: self = .openingBracket
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D: self = .closingBracket
    case 0x2016, 0x2017, 0x2020...0x2027, 0x2032...0x205E, 0x2100...0x2BFF, 0x3001, 0x3003, 0x3007, 0x301C,
      0xFF02...0xFF0F,
      0xFF1A...0xFF20, 0x60C, 0x61B, 0xE000...0xF8FF, 0x1F000...0x1FAFF, 0xFFF0...0xFFFD:
      self = .symbol
    // Latin with diacritics alternates, capital first; the exceptions do not matter to a border of tokens.
    case 0x100...0x137, 0x14A...0x177: self = scalar & 1 == 0 ? .upper : .lower
    case 0x139...0x148, 0x179...0x17E: self = scalar & 1 == 1 ? .upper : .lower
    case 0x180...0x24F, 0x1E00...0x1EFF: self = scalar & 1 == 0 ? .upper : .lower
    case 0x386...0x3AB, 0x400...0x42F: self = .upper
    case 0x250...0x2AF, 0x3AC...0x3CE, 0x430...0x45F: self = .lower
    default: self = .caseless
    }
  }
}
