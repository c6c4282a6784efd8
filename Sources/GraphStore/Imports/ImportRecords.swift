import Diplomacy
import Foundation
import GRDB
import Provenance

/// Imported files and their claims as rows.
enum ImportRecords {
  /// - Returns: The document's number.
  static func insertDocument(_ file: ImportedFile, isWhole: Bool, in db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO document (id, title, publisher, path, sha256, text, story, signature, format, imported_through)
        VALUES (?, ?, ?, ?, ?, '', 0, x'', ?, ?)
        """,
      arguments: [
        file.id, file.title, file.publisher, file.path, file.sha256, file.format, isWhole ? nil : 0,
      ])
    let number = db.lastInsertedRowID
    try db.execute(sql: "UPDATE document SET story = number WHERE number = ?", arguments: [number])
    return number
  }

  /// Stores where a claim stands.
  static func insert(_ record: ImportedRecord, of claim: Int64, in db: Database) throws {
    var story = claim
    if let key = record.storyKey {
      let known = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT story FROM record WHERE story_key = ? LIMIT 1"), arguments: [key])
      if let known { story = known }
    }
    // As bytes: bound as text it would end at the first NUL.
    try db.cachedStatement(
      sql: """
        INSERT INTO record (claim, line, key, story, story_key, source, title, publisher, date, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))
        """
    ).execute(arguments: [
      claim, record.line, record.key, story, record.storyKey, record.source, record.title, record.publisher,
      record.date?.description, Data(record.text.utf8),
    ])
  }

  static func isKnown(_ key: String, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM record WHERE key = ?)"), arguments: [key]) ?? false
  }
}
