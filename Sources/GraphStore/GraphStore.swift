import Foundation
import GRDB

/// The documents, entities and claims of a graph in one SQLite file.
///
/// ```swift
/// let store = try GraphStore(path: "entente.sqlite")
/// try store.add(coded, entities: linked)
/// let (entities, claims) = try store.contents()
/// ```
///
/// Documents and claims are the truth; edges are derived from them and not stored. Each document is one
/// transaction in a write-ahead log: a process killed at any moment loses no document that was committed, and
/// running it again carries on. After a power cut the last few documents may be missing, never broken; adding
/// them again mends it. Adding a text twice changes nothing.
///
/// The file is open to any SQL client through the views `node`, `edge`, `claim`, `evidence` and `story`; see
/// ``Schema`` for the tables.
public final class GraphStore: Sendable {
  /// What a store is opened for.
  public enum Mode: Sendable {
    /// Makes the file if there is none.
    case readWrite
    /// Never changes the file; it must exist.
    case readOnly
  }

  /// As the user named it.
  public let path: String
  public let mode: Mode
  let queue: DatabaseQueue

  /// Opens a graph file, and brings an older one up to date where it may be written.
  public convenience init(path: String, mode: Mode = .readWrite) throws(StoreError) {
    try self.init(path: path, mode: mode, pageLimit: nil)
  }

  /// - Parameter pageLimit: The most pages the file may grow to, as on a disk of that size.
  package init(path: String, mode: Mode, pageLimit: Int?) throws(StoreError) {
    self.path = path
    self.mode = mode
    var isFolder = false
    let exists = Self.fileExists(path, isFolder: &isFolder)
    guard !path.isEmpty else { throw .cannotOpen(path: path, reason: "the name is empty") }
    guard !isFolder else { throw .cannotOpen(path: path, reason: "it is a folder") }
    guard exists || mode == .readWrite else { throw .missing(path: path) }
    queue = try Self.translating(path) {
      let queue = try Self.open(path, mode: mode)
      try Schema.prepare(queue, path: path, mode: mode)
      if let pageLimit {
        try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      }
      return queue
    }
  }

  private static func open(_ path: String, mode: Mode) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.busyMode = .timeout(5)
    configuration.label = "GraphStore"
    // Foreign keys are on by default in GRDB. NORMAL: see the note on power cuts above. The indexes of claims by
    // entity are written all over: 64 MiB hold those of a million claims, where the default of 2 would not.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -65536")
      if mode == .readWrite { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
    }
    // SQLite would take these names for something else than files.
    let file = path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
    do {
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError
      where mode == .readOnly && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return try DatabaseQueue(path: addressWithoutLog(of: path), configuration: configuration)
    }
  }

  /// How to read a file in a folder that may not be written, where SQLite cannot make the shared-memory file that a
  /// write-ahead log needs. Where no log is left behind, or an empty one, the file is all there is, and nobody can be
  /// writing to it.
  static func addressWithoutLog(of path: String) throws(StoreError) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    if let size = attributes?[.size] as? Int, size > 0 { throw .logLeftBehind(path: path) }
    return immutableAddress(of: path)
  }

  /// The file as a URI that tells SQLite that nobody changes it.
  static func immutableAddress(of path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.absoluteString + "?immutable=1"
  }

  private static func fileExists(_ path: String, isFolder: inout Bool) -> Bool {
    var directory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &directory)
    isFolder = directory.boolValue
    return exists
  }

  /// Runs `body` and says in this module's words what went wrong in it.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let refusal as EditRefusal {
      throw .editRefused(reason: refusal.description)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch {
      throw .database(path: path, reason: String(describing: error))
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try Self.translating(path) { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard mode == .readWrite else { throw .readOnly(path: path) }
    return try Self.translating(path) {
      try queue.write { db in
        let before = db.totalChangesCount
        let value = try body(db)
        if db.totalChangesCount != before { try Revision.advance(in: db) }
        return value
      }
    }
  }
}
