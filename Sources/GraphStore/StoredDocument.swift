public import Diplomacy
public import Provenance

/// What a store tells of a document without its text.
public struct DocumentSummary: Hashable, Sendable {
  public var metadata: DocumentMetadata
  public var story: ID<Story>
  public var sentenceCount: Int
  /// Of the claims that stand.
  public var claimCount: Int
  /// What an imported file is written in ("edges", "gdelt" …); nil for a text.
  public var format: String?
}

/// A document as it is stored.
public struct StoredDocument: Hashable, Sendable {
  /// With its text, sentences, mentions and claims; the entities that these speak of, in order of id.
  public var coded: CodedDocument
  public var story: ID<Story>
}

/// The sentence a claim is written in, for showing it.
public struct EvidenceSentence: Hashable, Sendable {
  public var claim: ID<Claim>
  public var document: DocumentMetadata
  /// Index of the sentence in its document, from 0.
  public var sentence: Int
  public var text: String
  /// The words that decided.
  public var cue: String
  /// The row of an imported file; nil for a sentence of a text.
  public var row: Row?
  /// By what claims of one story know each other in an imported file.
  public var storyKey: String?
  let identity: Identity

  enum Identity: Hashable, Sendable {
    case key(String)
    case reading(String)
  }

  /// A name for the claim that is the same before and after curation and in every graph that it is carried to: its own
  /// one where it has one, else 16 hexadecimal digits of a hash of its text, place and reading.
  public var key: String {
    switch identity {
    case .key(let key): key
    case .reading(let reading): String(SHA256.hexadecimal(of: reading.utf8).prefix(16))
    }
  }

  /// A place in an imported file.
  public struct Row: Hashable, Sendable {
    /// The id of the file's document.
    public var file: String
    /// From 1.
    public var line: Int
  }
}
