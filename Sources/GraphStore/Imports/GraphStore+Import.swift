public import Diplomacy
import Foundation
import GRDB

extension GraphStore {
  /// How an import stands to what is stored.
  public enum ImportStanding: Hashable, Sendable {
    /// To be taken, or to be carried on.
    case open(ImportSession)
    /// The same file is stored whole: nothing is to be done.
    case unchanged
  }

  /// Begins the import of a file, or takes up one that was interrupted.
  ///
  /// - Parameters:
  ///   - conflict: What becomes of another file that is stored under the id.
  ///   - canResume: Whether an interrupted import can be taken up at a line; else it begins anew.
  /// - Throws: ``StoreError/documentDiffers(id:path:)`` where there is one and it is not to be replaced.
  public func beginImport(_ file: ImportedFile, onConflict conflict: Conflict = .refuse, canResume: Bool = true)
    throws(StoreError) -> ImportStanding
  {
    try write { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT number, sha256, format, imported_through, story FROM document WHERE id = ?",
        arguments: [file.id])
      if let row {
        let isSame = row[1] == file.sha256 && row[2] == file.format
        if isSame, conflict != .recode {
          guard let through = row[3] as Int? else { return .unchanged }
          if canResume { return .open(ImportSession(document: row[0], file: file, resumesAfter: through)) }
        }
        guard isSame || conflict != .refuse, row[2] as String? != nil else {
          throw StoreError.documentDiffers(id: file.id, path: path)
        }
        try db.execute(sql: "DELETE FROM document WHERE number = ?", arguments: [row[0] as Int64])
      }
      let number = try ImportRecords.insertDocument(file, isWhole: false, in: db)
      return .open(ImportSession(document: number, file: file, resumesAfter: 0))
    }
  }

  /// Stores a part of an import, in one transaction: claims and the entities that are new or changed by them.
  ///
  /// - Parameter line: The line that the import has come to: an interrupted one is taken up after it.
  /// - Returns: How many claims were stored, and how many were stored already under their own name.
  public func add(
    _ records: [ImportedRecord], entities: [Entity], to session: ImportSession, through line: Int
  ) throws(StoreError) -> (added: Int, known: Int) {
    try write { db in
      try EntityRecords.upsert(entities, in: db)
      var (added, known) = (0, 0)
      for record in records {
        if let key = record.key, try ImportRecords.isKnown(key, in: db) {
          known += 1
          continue
        }
        let claim = try DocumentRecords.insert(record.claim, document: session.document, in: db)
        try ImportRecords.insert(record, of: claim, in: db)
        added += 1
      }
      try db.execute(
        sql: "UPDATE document SET imported_through = ? WHERE number = ?", arguments: [line, session.document])
      return (added, known)
    }
  }

  /// Marks an import as whole. What edits say of its claims is applied.
  public func finish(_ session: ImportSession) throws(StoreError) {
    try write { db in
      try db.execute(sql: "UPDATE document SET imported_through = NULL WHERE number = ?", arguments: [session.document])
      try CurationTables.apply(toDocument: session.document, id: session.file.id, in: db)
    }
  }
}
