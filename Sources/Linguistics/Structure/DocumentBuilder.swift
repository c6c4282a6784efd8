public import Provenance

/// Makes a document of a text: its zones, tokens and sentences, and its title and date where the record has none and the text
/// gives them.
///
/// ```swift
/// let document = DocumentBuilder().document(from: SourceText(metadata: metadata, text: text))
/// ```
///
/// - Complexity: O(bytes of the text).
public struct DocumentBuilder: Sendable {
  private let tokenizer = Tokenizer()
  private let words = WordTable.embedded

  public init() {}

  /// The document of a text. Its tokens cover every byte that is neither white space nor a control character, in order;
  /// its zones cover the text from the first byte to the last.
  public func document(from source: SourceText) -> Document {
    document(metadata: source.metadata, utf8: Array(source.text.utf8))
  }

  /// The same for bytes, which need not be valid UTF-8.
  func document(metadata: DocumentMetadata, utf8: [UInt8]) -> Document {
    var document = Document(metadata: metadata, utf8: utf8)
    TextBytes.with(utf8) { text in
      var blocks = TextBlocks(text, words: words).blocks
      var stream = TokenStream(capacity: utf8.count / 5 + 16)
      for index in blocks.indices {
        let first = stream.count
        tokenizer.tokenize(blocks[index].range, of: text, into: &stream)
        blocks[index].tokens = first..<stream.count
      }
      let parts = ZoneFinder(text: text, stream: stream, blocks: blocks, title: metadata.title).parts()
      let segmenter = SentenceSegmenter(text: text, stream: stream)
      for part in parts {
        if part.kind == .body {
          segmenter.sentences(in: part.tokens) { document.appendSentence($0, of: stream, zone: part.kind) }
        } else {
          document.appendSentence(part.tokens, of: stream, zone: part.kind)
        }
      }
      document.zones = zones(of: parts, stream, count: utf8.count)
      document.tokens.fill(from: stream)
    }
    if document.metadata.title == nil { document.metadata.title = headline(of: document) }
    if document.metadata.date == nil { document.metadata.date = PublicationDate.find(in: document) }
    return document
  }

  /// The first headline, white space as single spaces.
  private func headline(of document: Document) -> String? {
    guard let sentence = document.sentences.first(where: { $0.zone == .headline }) else { return nil }
    let words = document.utf8[sentence.span.range].split { $0 <= 0x20 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Neighbouring parts of one kind as one zone, from the first byte of the text to the last.
  private func zones(of parts: [ZoneFinder.Part], _ stream: TokenStream, count: Int) -> [Zone] {
    var zones: [Zone] = []
    var start = 0
    for (index, part) in parts.enumerated() {
      if index + 1 < parts.count, parts[index + 1].kind == part.kind, part.kind != .headline { continue }
      let end = index + 1 < parts.count ? Int(stream.start[parts[index + 1].tokens.lowerBound]) : count
      zones.append(Zone(part.kind, Span(start, end)))
      start = end
    }
    return zones
  }
}

extension Document {
  fileprivate mutating func appendSentence(_ tokens: Range<Int>, of stream: TokenStream, zone: Zone.Kind) {
    let span = Span(Int(stream.start[tokens.lowerBound]), Int(stream.end[tokens.upperBound - 1]))
    sentences.append(Sentence(tokens: tokens, span: span, zone: zone))
  }
}

extension Tokens {
  /// Columns for tokens that nothing but their place is known of.
  fileprivate mutating func fill(from stream: TokenStream) {
    start = stream.start
    end = stream.end
    partOfSpeech = Array(repeating: .other, count: stream.count)
    pennTag = Array(repeating: .unknown, count: stream.count)
    morphology = Array(repeating: [], count: stream.count)
    lemma = Array(repeating: 0, count: stream.count)
    lemmas = ["_"]
    head = Array(0..<Int32(stream.count))
    relation = Array(repeating: .root, count: stream.count)
  }
}
