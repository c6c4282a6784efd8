public import Diplomacy
public import Linguistics
public import Provenance

/// Reads entities and claims out of texts.
///
/// ```swift
/// let extractor = try Extractor()
/// let coded = extractor.extract(source, analyzer: try Analyzer())
/// ```
///
/// Lexicons are read-only once loaded, so that one extractor serves any number of tasks at once.
public struct Extractor: Sendable {
  let finder: EntityFinder
  let coder: EventCoder
  /// Nil: claims keep the coder's own estimates.
  let confidence: ClaimConfidence?

  /// An extractor with the gazetteer and the lexicon embedded in the program.
  ///
  /// - Throws: an error naming table, line and rule, where a table is broken.
  public init() throws { try self.init(finder: EntityFinder(gazetteer: Gazetteer())) }

  public init(finder: EntityFinder) throws {
    try self.init(finder: finder, confidence: CoderWeights.embedded().claims)
  }

  package init(finder: EntityFinder, confidence: ClaimConfidence?) throws {
    self.finder = finder
    self.confidence = confidence
    coder = EventCoder(lexicon: try PredicateLexicon())
  }

  /// Tags and parses a text, with its names found first so that each is one word to the parser.
  ///
  /// - Complexity: linear in the length of the text.
  public func analyze(_ source: SourceText, analyzer: Analyzer) -> Document {
    analyzer.analyze(source) { finder.nameRanges(in: $0) }
  }

  /// Analyses a text and codes it. Sentences that mention nobody and nothing are not parsed.
  public func extract(_ source: SourceText, analyzer: Analyzer) -> CodedDocument {
    var words: DocumentWords?
    let document = analyzer.analyze(source) { document in
      var found = finder.words(of: document)
      defer { words = found }
      return finder.plan(for: document, words: &found)
    }
    return extract(document, words: words ?? finder.words(of: document))
  }

  /// Codes a document that is tagged and parsed, by Entente or by another tool.
  ///
  /// - Complexity: linear in the length of the document.
  public func extract(_ document: Document) -> CodedDocument { extract(document, words: finder.words(of: document)) }

  private func extract(_ document: Document, words: DocumentWords) -> CodedDocument {
    let (claims, found, readings) = estimated(document, words: words)
    return CodedDocument(
      source: SourceText(metadata: document.metadata, text: String(decoding: document.utf8, as: UTF8.self)),
      sentences: document.sentences.map(\.span), entities: found.entities, mentions: found.mentions.map(\.stored),
      claims: confidence?.calibrated(claims, in: document, found: found, readings: readings) ?? claims,
      signature: StorySignature.signature(of: document))
  }

  /// The claims of a document with the coder's own estimates of confidence, and what they were read from.
  package typealias Estimate = (claims: [Claim], found: DocumentEntities, readings: ClaimReadings)

  package func estimated(_ document: Document) -> Estimate {
    estimated(document, words: finder.words(of: document))
  }

  private func estimated(_ document: Document, words: DocumentWords) -> Estimate {
    let found = finder.find(in: document, words: words)
    let (claims, views) = coder.code(document, found: found)
    return (found.facts + claims, found, ClaimReadings(views: views, words: coder.words))
  }
}
