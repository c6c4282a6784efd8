public import Provenance

/// What a list says of a document.
public struct DocumentRow: Hashable, Sendable {
  public var metadata: DocumentMetadata
  public var sentences: Int
  public var claims: Int
  /// Number of the story that the document tells; documents with the same one are copies of each other.
  public var story: Int

  public init(metadata: DocumentMetadata, sentences: Int, claims: Int, story: Int) {
    self.metadata = metadata
    self.sentences = sentences
    self.claims = claims
    self.story = story
  }

  public var json: JSONText {
    .object([
      .init("id", .string(metadata.id)), .init("title", JSONText(metadata.title)),
      .init("date", JSONText(metadata.date?.description)), .init("publisher", JSONText(metadata.publisher)),
      .init("path", JSONText(metadata.path)), .init("sha256", JSONText(metadata.sha256)),
      .init("sentences", .integer(sentences)), .init("claims", .integer(claims)), .init("story", .integer(story)),
    ])
  }
}
