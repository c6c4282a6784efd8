public import Provenance

/// A text with its tokens and sentences: columns of integers over the text's bytes.
///
/// Stages fill the columns in order and each declares what it needs: the tokenizer sets `tokens` spans and
/// `sentences`; the tagger sets part of speech, lemma and morphology; the parser sets heads and relations.
public struct Document: Sendable {
  public var metadata: DocumentMetadata
  /// The text as given. Every span indexes these bytes.
  public let utf8: [UInt8]
  /// Headline, byline, dateline, body and so on, in order of the text; together they cover every sentence.
  public var zones: [Zone]
  public var tokens: Tokens
  /// In order of the text.
  public var sentences: [Sentence]

  public init(
    metadata: DocumentMetadata, utf8: [UInt8], zones: [Zone] = [], tokens: Tokens = Tokens(),
    sentences: [Sentence] = []
  ) {
    self.metadata = metadata
    self.utf8 = utf8
    self.zones = zones
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The words a span covers. Only for output: it makes a `String`.
  public func text(_ span: Span) -> String { String(decoding: utf8[span.range], as: UTF8.self) }

  /// The form of a token. Only for output: it makes a `String`.
  public func form(_ token: Int) -> String { text(tokens.span(token)) }

  /// The bytes from the first to the last token of a range.
  public func span(ofTokens range: Range<Int>) -> Span {
    Span(Int(tokens.start[range.lowerBound]), Int(tokens.end[range.upperBound - 1]))
  }
}

/// One sentence: a run of tokens, the bytes they cover, and the zone of the text it stands in.
public struct Sentence: Hashable, Sendable {
  /// Indices into the document's tokens.
  public var tokens: Range<Int>
  public var span: Span
  public var zone: Zone.Kind

  public init(tokens: Range<Int>, span: Span, zone: Zone.Kind = .body) {
    self.tokens = tokens
    self.span = span
    self.zone = zone
  }
}

/// A part of a news text by its function.
public struct Zone: Hashable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    case headline
    /// A second copy of the headline, passed over by extraction.
    case repeatedHeadline
    /// "By Yonhap", "The Associated Press", "Nov. 19, 2019 - 08:54 By Yonhap".
    case byline
    /// "SEOUL, Jan. 2 (Yonhap) -- ": not part of the sentence that follows.
    case dateline
    case body
    /// A photo caption.
    case caption
    /// Mail forms, "(Yonhap)" trailers, copyright lines, "###".
    case boilerplate
  }
  public var kind: Kind
  public var span: Span

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The tokens of a document as columns; all columns have the same length.
public struct Tokens: Sendable {
  /// UTF-8 offsets of the first byte, and just past the last.
  public var start: [Int32] = []
  public var end: [Int32] = []
  public var partOfSpeech: [UniversalPartOfSpeech] = []
  /// Penn tag, an index into ``PennTag``.
  public var pennTag: [PennTag] = []
  public var morphology: [Morphology] = []
  /// Index into ``Tokens/lemmas``.
  public var lemma: [UInt32] = []
  /// Index of the syntactic head among the document's tokens; the root points to itself.
  public var head: [Int32] = []
  public var relation: [DependencyRelation] = []

  /// The distinct lemmas of the document, in order of first use.
  public var lemmas: [String] = []

  /// Whether the tagger has run.
  public var areTagged = false
  /// Whether the parser has run; before that every token is its own root.
  public var areParsed = false

  public init() {}

  public var count: Int { start.count }

  public func span(_ token: Int) -> Span { Span(Int(start[token]), Int(end[token])) }

  public func lemmaText(_ token: Int) -> String { lemmas[Int(lemma[token])] }

  /// Adds a token that nothing but its place is known of.
  public mutating func append(_ span: Span) {
    if lemmas.isEmpty { lemmas.append("_") }
    start.append(span.start)
    end.append(span.end)
    partOfSpeech.append(.other)
    pennTag.append(.unknown)
    morphology.append([])
    lemma.append(0)
    head.append(Int32(start.count - 1))
    relation.append(.root)
  }
}
