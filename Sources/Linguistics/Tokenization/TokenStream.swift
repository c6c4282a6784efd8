/// What the tokenizer saw of a token, kept for the sentence segmenter.
struct TokenTraits: OptionSet {
  let rawValue: UInt32

  /// White space stands before the token.
  static let spaceBefore = TokenTraits(rawValue: 1 << 0)
  static let capitalized = TokenTraits(rawValue: 1 << 1)
  static let lowercase = TokenTraits(rawValue: 1 << 2)
  static let digit = TokenTraits(rawValue: 1 << 3)
  /// `.`, `?!`: may end a sentence.
  static let terminal = TokenTraits(rawValue: 1 << 4)
  /// `...`, `…`: a terminal that more often only pauses.
  static let ellipsis = TokenTraits(rawValue: 1 << 5)
  /// A word that carries its stop: `Gen.`.
  static let abbreviation = TokenTraits(rawValue: 1 << 6)
  /// One letter with its stop: `J.`.
  static let initial = TokenTraits(rawValue: 1 << 7)
  /// Letters each with its stop: `U.S.`.
  static let acronym = TokenTraits(rawValue: 1 << 8)
  static let opensQuote = TokenTraits(rawValue: 1 << 9)
  static let closesQuote = TokenTraits(rawValue: 1 << 10)
  static let opensBracket = TokenTraits(rawValue: 1 << 11)
  static let closesBracket = TokenTraits(rawValue: 1 << 12)
  /// Any other punctuation or symbol.
  static let punctuation = TokenTraits(rawValue: 1 << 13)
  static let question = TokenTraits(rawValue: 1 << 14)
  /// The second part of a word: `n't`, `'s`.
  static let clitic = TokenTraits(rawValue: 1 << 15)
  /// A face such as `:-)`.
  static let emoticon = TokenTraits(rawValue: 1 << 16)
  /// A web or mail address.
  static let address = TokenTraits(rawValue: 1 << 17)
  /// Five or more of one mark in a row: `-----`.
  static let rule = TokenTraits(rawValue: 1 << 18)

  static let word: TokenTraits = [.capitalized, .lowercase, .digit]
}

/// The tokens of a stretch of text as columns.
struct TokenStream {
  var start: [Int32] = []
  var end: [Int32] = []
  var traits: [TokenTraits] = []
  var classes: [WordClasses] = []

  var count: Int { start.count }

  init(capacity: Int = 0) {
    start.reserveCapacity(capacity)
    end.reserveCapacity(capacity)
    traits.reserveCapacity(capacity)
    classes.reserveCapacity(capacity)
  }

  @inline(__always)
  mutating func append(_ from: Int, _ to: Int, _ traits: TokenTraits, _ classes: WordClasses = []) {
    start.append(Int32(truncatingIfNeeded: from))
    end.append(Int32(truncatingIfNeeded: to))
    self.traits.append(traits)
    self.classes.append(classes)
  }
}
