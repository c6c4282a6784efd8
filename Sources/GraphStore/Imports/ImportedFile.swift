public import Diplomacy
public import Provenance

/// A file of claims that others coded, as a document of the graph.
public struct ImportedFile: Hashable, Sendable {
  /// The id of its document: the file's name.
  public var id: String
  /// "edges", "gdelt" …
  public var format: String
  public var title: String?
  public var publisher: String?
  public var path: String?
  /// Of its bytes.
  public var sha256: String?

  public init(
    id: String, format: String, title: String? = nil, publisher: String? = nil, path: String? = nil,
    sha256: String? = nil
  ) {
    self.id = id
    self.format = format
    self.title = title
    self.publisher = publisher
    self.path = path
    self.sha256 = sha256
  }
}

/// A claim of an imported file.
public struct ImportedRecord: Hashable, Sendable {
  /// Its ends are entities of the graph; its evidence's spans count bytes of ``text``.
  public var claim: Claim
  /// Of the file, from 1.
  public var line: Int
  /// Its own name, the same in every file that has it, so that it is taken once: "gdelt:1234567890".
  public var key: String?
  /// By what claims of one story know each other; nil for a story of its own.
  public var storyKey: String?
  /// The document that the file names as its source; nil where that is the file itself.
  public var source: String?
  public var title: String?
  public var publisher: String?
  /// When it was reported or recorded.
  public var date: CalendarDate?
  /// The sentence or row, as written.
  public var text: String

  public init(
    claim: Claim, line: Int, key: String? = nil, storyKey: String? = nil, source: String? = nil, title: String? = nil,
    publisher: String? = nil, date: CalendarDate? = nil, text: String
  ) {
    self.claim = claim
    self.line = line
    self.key = key
    self.storyKey = storyKey
    self.source = source
    self.title = title
    self.publisher = publisher
    self.date = date
    self.text = text
  }
}

/// An import that was begun.
public struct ImportSession: Hashable, Sendable {
  let document: Int64
  public let file: ImportedFile
  /// Lines up to this one were taken by an earlier run that did not come to its end.
  public let resumesAfter: Int
}
