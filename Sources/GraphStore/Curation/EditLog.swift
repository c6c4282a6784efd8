import Foundation
import GRDB
import Provenance

/// The log of edits as rows.
enum EditLog {
  private static let columns = """
    number, key, detail, author, reason, time, undone_by,
    (SELECT number FROM edit AS undone WHERE undone.key = json_extract(edit.detail, '$.undo.key'))
    """

  /// All edits in order, those that were taken back included.
  static func all(in db: Database) throws -> [Edit] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM edit ORDER BY number")
      .map(edit)
  }

  /// Rejections that hold and may name claims of a document.
  static func concerning(document id: String, in db: Database) throws -> [Edit] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM edit
        WHERE action = 'reject' AND undone_by IS NULL AND instr(detail, ?) > 0 ORDER BY number
        """, arguments: [String(decoding: try encoder.encode(id).dropFirst().dropLast(), as: UTF8.self)]
    ).map(edit)
  }

  private static func edit(_ row: Row) throws -> Edit {
    let detail: String = row[2]
    guard let action = try? JSONDecoder().decode(Edit.Action.self, from: Data(detail.utf8)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "edit \(row[0] as Int) cannot be read")
    }
    return Edit(
      number: row[0], key: row[1], action: action, author: row[3], reason: row[4], time: row[5], undoneBy: row[6],
      undoes: row[7])
  }

  /// Adds an edit at the end.
  ///
  /// - Parameter key: nil for an edit that is made here.
  static func append(
    _ action: Edit.Action, key: String?, author: String, reason: String?, time: String?, in db: Database
  ) throws -> Edit {
    let detail = try encode(action)
    let number = (try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'edit'") ?? 0) + 1
    let identity = [String(number), detail, author, reason ?? "", time ?? ""].joined(separator: "\n")
    let key = key ?? String(SHA256.hexadecimal(of: identity.utf8).prefix(16))
    try db.execute(
      sql: "INSERT INTO edit (number, key, action, detail, author, reason, time) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [number, key, action.name, detail, author, reason, time])
    let row = try Row.fetchOne(db, sql: "SELECT \(columns) FROM edit WHERE number = ?", arguments: [number])
    guard let row else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "edit \(number) is missing") }
    return try edit(row)
  }

  static func encode(_ action: Edit.Action) throws -> String {
    String(decoding: try encoder.encode(action), as: UTF8.self)
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// Marks which edits are taken back: the latest first, for what took back another may be taken back itself.
  static func settle(in db: Database) throws {
    try db.execute(sql: "UPDATE edit SET undone_by = NULL WHERE undone_by IS NOT NULL")
    let edits = try all(in: db)
    var numbers: [String: Int] = [:]
    for edit in edits { numbers[edit.key] = edit.number }
    var undone: Set<Int> = []
    for edit in edits.reversed() where !undone.contains(edit.number) {
      guard case .undo(let key) = edit.action, let target = numbers[key] else { continue }
      undone.insert(target)
      try db.execute(sql: "UPDATE edit SET undone_by = ? WHERE number = ?", arguments: [edit.number, target])
    }
  }
}
