public import Provenance

/// One text that was read.
public enum ReadItem: Hashable, Sendable {
  /// Words still to be analysed.
  case text(SourceText)
  /// A CoNLL-U file, analysed by another tool. Its bytes are handed on as they are, for to read them is
  /// linguistics; the id is the file's name, which a `# newdoc id` may overrule.
  case conllu(metadata: DocumentMetadata, bytes: [UInt8])

  public var metadata: DocumentMetadata {
    switch self {
    case .text(let source): source.metadata
    case .conllu(let metadata, _): metadata
    }
  }
}

/// What comes of reading, in order of the input.
public enum ReadEvent: Sendable {
  case item(ReadItem)
  /// Something to know; nothing is lost.
  case warning(ReadingWarning)
  /// One file or record that could not be read. What comes after it still comes.
  case failure(ReadingError)
}
