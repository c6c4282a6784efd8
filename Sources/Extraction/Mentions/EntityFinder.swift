public import Linguistics

/// Finds the countries, officials, organizations and agreements of a document, and all that stands for them.
public struct EntityFinder: Sendable {
  private let gazetteer: Gazetteer

  public init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// - Complexity: O(tokens + mentions · entities of a window).
  public func find(in document: Document) -> DocumentEntities {
    DocumentEntities(
      tokenMention: [Int32](repeating: -1, count: document.tokens.count),
      sentenceMentions: document.sentences.map { _ in 0..<0 })
  }

  /// The names of several tokens, which a parser may take as one word each: token ranges, in order, disjoint.
  public func nameRanges(in document: Document) -> [Range<Int>] { [] }
}
