public import Diplomacy
public import Linguistics
import Provenance

/// Reads entities and claims out of an analyzed document.
public struct Extractor: Sendable {
  private let finder: EntityFinder
  private let coder: EventCoder

  public init(finder: EntityFinder) throws {
    self.finder = finder
    coder = EventCoder(lexicon: try PredicateLexicon())
  }

  /// - Complexity: linear in the length of the document.
  public func extract(_ document: Document) -> CodedDocument {
    let found = finder.find(in: document)
    var claims = coder.claims(in: document, found: found)
    claims += found.facts
    return CodedDocument(
      source: SourceText(metadata: document.metadata, text: String(decoding: document.utf8, as: UTF8.self)),
      sentences: document.sentences.map(\.span), entities: found.entities, mentions: found.mentions.map(\.stored),
      claims: claims)
  }
}
