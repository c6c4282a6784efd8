import GRDB

/// Why a graph file could not be used, and what helps. Whatever is thrown, documents committed before are intact.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no such file, and it was to be read only.
  case missing(path: String)
  /// The folder does not exist, or the file may not be opened.
  case cannotOpen(path: String, reason: String)
  /// The file is something else than an SQLite database.
  case notADatabase(path: String)
  /// An SQLite database, but of another program.
  case foreignDatabase(path: String)
  /// Written by a later version, with changes to the schema that this one does not know.
  case newerSchema(path: String, unknown: [String])
  /// Made by an earlier version, and opened only for reading, so that it could not be brought up to date.
  case olderSchema(path: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// A log that another process left lies beside the file, and in a folder that may not be written it cannot be read.
  case logLeftBehind(path: String)
  /// No space left. The document at hand was not stored.
  case diskFull(path: String)
  /// The disk failed.
  case inputOutput(path: String, reason: String)
  /// Another process is writing and did not finish within five seconds.
  case busy(path: String)
  /// The file is damaged.
  case damaged(path: String, reason: String)
  /// A document with this id is stored with another text.
  case documentDiffers(id: String, path: String)
  /// A document breaks a rule of the schema: a claim about an entity that is not stored, a weight beyond 1.
  case invalidDocument(id: String, reason: String)
  /// What a person wants put right makes no sense, or contradicts what was put right before. The log is as it was.
  case editRefused(reason: String)
  /// What SQLite says otherwise.
  case database(path: String, reason: String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no graph there. Add texts first, or name another file with --graph."
    case .cannotOpen(let path, let reason):
      "\(path): cannot be opened (\(reason)). The folder must exist and be accessible."
    case .notADatabase(let path):
      "\(path): not a graph file (it is no SQLite database). Name another file with --graph; this one was not touched."
    case .foreignDatabase(let path):
      "\(path): an SQLite database of another program. Name another file with --graph; this one was not touched."
    case .newerSchema(let path, let unknown):
      "\(path): written by a newer version (unknown: \(unknown.joined(separator: ", "))). Use that version or later."
    case .olderSchema(let path):
      "\(path): written by an older version. Open it once for writing, by adding a text to it, to bring it up to date."
    case .readOnly(let path):
      "\(path): may not be written. Make the file and its folder writable, or name another file with --graph."
    case .logLeftBehind(let path):
      "\(path): a process that wrote to it left its last changes in \(path)-wal, which cannot be read here. Make the "
        + "folder writable, or copy both files to one that is."
    case .diskFull(let path):
      "\(path): no space left on the disk. All documents before are stored; free some space and add the rest again."
    case .inputOutput(let path, let reason):
      "\(path): the disk failed (\(reason)). All documents before are stored; add the rest again when it is mended."
    case .busy(let path):
      "\(path): another process is writing to it. Try again when it has finished."
    case .damaged(let path, let reason):
      "\(path): the file is damaged (\(reason)). Restore a copy, or add the texts to a new file."
    case .documentDiffers(let id, let path):
      "\(path): a document with the id \"\(id)\" is stored with another text. Give one of them another id, or replace "
        + "the stored one with --replace."
    case .invalidDocument(let id, let reason):
      "document \"\(id)\" was not stored: \(reason)"
    case .editRefused(let reason): "not done: \(reason)"
    case .database(let path, let reason):
      "\(path): \(reason)"
    }
  }
}

extension StoreError {
  /// What an error of SQLite means for the file at `path`.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    default: self = .database(path: path, reason: reason)
    }
  }
}
