/// What is known of a document apart from its words.
public struct DocumentMetadata: Hashable, Sendable {
  /// Unique within a graph: a record's own id, or a file's name without extension.
  public var id: String
  public var title: String?
  /// Publication date; nil where neither a field nor the text gives one.
  public var date: CalendarDate?
  public var publisher: String?
  /// Where the text was read from, as the user named it; nil for standard input.
  public var path: String?
  /// SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits.
  public var sha256: String?

  public init(
    id: String, title: String? = nil, date: CalendarDate? = nil, publisher: String? = nil,
    path: String? = nil, sha256: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.publisher = publisher
    self.path = path
    self.sha256 = sha256
  }
}

/// One text as it was read, before any analysis. Every ``Span`` of the analysis indexes `text.utf8`.
public struct SourceText: Hashable, Sendable {
  public var metadata: DocumentMetadata
  public var text: String

  public init(metadata: DocumentMetadata, text: String) {
    self.metadata = metadata
    self.text = text
  }
}
