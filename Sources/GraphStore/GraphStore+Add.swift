public import Diplomacy
import Foundation
import GRDB
import Provenance

extension GraphStore {
  /// What becomes of a document whose id is stored already.
  public enum Conflict: Sendable {
    /// The same text: nothing changes. Another text: ``StoreError/documentDiffers(id:path:)``.
    case refuse
    /// The same text: nothing changes. Another text: it replaces the stored one, with its mentions and claims.
    case replace
    /// Same text or not, what is stored is replaced: for texts read again by a better extractor.
    case recode
  }

  /// What adding a document did.
  public enum Addition: Hashable, Sendable {
    case added, unchanged, replaced
  }

  /// How a document stands to what is stored.
  public enum Standing: Hashable, Sendable {
    case absent, same, different
  }

  /// Whether this text is stored under this id.
  public func contains(documentID: String, sha256: String) throws(StoreError) -> Bool {
    try standing(ofDocument: documentID, sha256: sha256) == .same
  }

  /// Whether the id is stored, and with the same text. To be asked before a text is analysed.
  public func standing(ofDocument id: String, sha256: String) throws(StoreError) -> Standing {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT sha256 FROM document WHERE id = ?"), arguments: [id])
      guard let row else { return .absent }
      return row[0] == sha256 ? .same : .different
    }
  }

  /// Stores a document with its sentences, mentions and claims, in one transaction.
  ///
  /// Documents that tell one story are found by their signatures, and grouped at once: see
  /// ``RecordedClaim/story``. Texts are compared by their SHA-256 where both are known, else as a whole.
  ///
  /// - Parameters:
  ///   - coded: Its entities' ids are those of the graph. Claims of cooperation are turned so that the lesser id
  ///     comes first.
  ///   - entities: New ones, and those that the document changed, as they are to be from now on: name, aliases,
  ///     roles and parties replace those stored. Nothing of it is stored where the document is unchanged.
  ///   - conflict: What happens to another text under the same id.
  /// - Throws: Where it throws, the store is as it was before.
  @discardableResult
  public func add(
    _ coded: CodedDocument, entities: [Entity] = [], onConflict conflict: Conflict = .refuse
  ) throws(StoreError) -> Addition {
    try write { db in
      let id = coded.source.metadata.id
      do {
        var addition = Addition.added
        if let stored = try StoredKey(documentID: id, in: db) {
          let isSame = try stored.isText(of: coded.source, in: db)
          if isSame, conflict != .recode { return .unchanged }
          if !isSame, conflict == .refuse { throw StoreError.documentDiffers(id: id, path: path) }
          try stored.delete(in: db)
          addition = .replaced
        }
        try EntityRecords.upsert(entities, in: db)
        let number = try DocumentRecords.insert(coded, in: db)
        try StoryLinker.link(number, signature: coded.signature, sha256: coded.source.metadata.sha256, in: db)
        try CurationTables.apply(toDocument: number, id: id, in: db)
        return addition
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw StoreError.invalidDocument(id: id, reason: StoreError.brokenRule(error))
      }
    }
  }

  /// Removes a document with its mentions and claims; entities stay.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func remove(documentID: String) throws(StoreError) -> Bool {
    try write { db in
      guard let stored = try StoredKey(documentID: documentID, in: db) else { return false }
      try stored.delete(in: db)
      return true
    }
  }

  /// Stores entities without a document: new ones, and changed ones as they are to be from now on.
  public func upsert(_ entities: [Entity]) throws(StoreError) {
    try write { db in
      do {
        try EntityRecords.upsert(entities, in: db)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw StoreError.database(path: path, reason: "entities: " + StoreError.brokenRule(error))
      }
    }
  }
}

extension StoreError {
  static func brokenRule(_ error: DatabaseError) -> String {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_FOREIGNKEY:
      "it speaks of an entity that is neither stored nor given with it"
    default:
      error.message ?? "a rule of the schema is broken"
    }
  }
}

/// A stored document, as far as replacing it needs.
private struct StoredKey {
  let number: Int64
  let story: Int64
  let sha256: String?

  init?(documentID: String, in db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, story, sha256 FROM document WHERE id = ?"), arguments: [documentID])
    guard let row else { return nil }
    number = row[0]
    story = row[1]
    sha256 = row[2]
  }

  func isText(of source: SourceText, in db: Database) throws -> Bool {
    if let sha256, let other = source.metadata.sha256 { return sha256 == other }
    let text = try Data.fetchOne(
      db, sql: "SELECT CAST(text AS BLOB) FROM document WHERE number = ?", arguments: [number])
    return text == Data(source.text.utf8)
  }

  func delete(in db: Database) throws {
    try db.execute(sql: "DELETE FROM document WHERE number = ?", arguments: [number])
    try StoryLinker.regroup(story: story, in: db)
  }
}
