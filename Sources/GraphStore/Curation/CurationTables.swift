import Diplomacy
import GRDB

/// What follows from the log, as tables for reading: made anew with every edit, and for the claims of a document
/// whenever it is stored again.
enum CurationTables {
  /// Makes all of them anew.
  ///
  /// - Throws: ``EditRefusal`` where the edits contradict each other.
  static func rebuild(in db: Database) throws {
    let edits = try EditLog.all(in: db)
    let state = try CurationState(edits)
    for table in ["merged", "entity_edit", "rejected", "moved"] { try db.execute(sql: "DELETE FROM \(table)") }
    for entity in state.parents.keys.sorted() {
      try db.execute(
        sql: "INSERT INTO merged VALUES (?, ?)",
        arguments: [entity.rawValue, state.survivor(of: entity).rawValue])
    }
    for entity in Set(state.names.keys).union(state.kinds.keys).sorted() {
      let kind = state.kinds[entity]
      try db.execute(
        sql: "INSERT INTO entity_edit VALUES (?, ?, ?, ?)",
        arguments: [entity.rawValue, state.names[entity], kind?.kind.rawValue, kind?.country])
    }
    try reject(state.rejections, in: db)
    try split(state, document: nil, in: db)
    try rejectUndoneAdditions(edits, in: db)
  }

  /// Applies what edits say of claims to those of one document, which was just stored.
  static func apply(toDocument number: Int64, id: String, in db: Database) throws {
    guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM edit)")) == true else { return }
    let rejections = try EditLog.concerning(document: id, in: db).flatMap { edit -> [ClaimReference] in
      guard case .reject(let claims) = edit.action else { return [] }
      return claims.filter { $0.document == id }
    }
    try reject(rejections, in: db)
    // A split depends on merges, and so on the whole log.
    if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE action = 'split')") == true {
      try split(CurationState(EditLog.all(in: db)), document: number, in: db)
    }
  }

  // MARK: Claims

  private static func reject(_ references: [ClaimReference], in db: Database) throws {
    for reference in references {
      for claim in try claims(reference, in: db) {
        try db.execute(sql: "INSERT OR IGNORE INTO rejected VALUES (?)", arguments: [claim])
      }
    }
  }

  /// The claims that a reference names: none where the text does not say it any more, several where it says it twice
  /// in one sentence.
  static func claims(_ reference: ClaimReference, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT number FROM coded_claim
          WHERE document = (SELECT number FROM document WHERE id = ?) AND kind = ? AND source = ? AND target = ?
            AND "start" = ? AND "end" = ? AND event IS ?
            AND (SELECT line FROM record WHERE claim = number) IS ?
          """),
      arguments: [
        reference.document, reference.kind, reference.source.id, reference.target.id, reference.start, reference.end,
        reference.event, reference.line,
      ])
  }

  /// An added claim stands while its edit does.
  private static func rejectUndoneAdditions(_ edits: [Edit], in db: Database) throws {
    for edit in edits where edit.undoneBy != nil {
      guard case .addClaim = edit.action else { continue }
      try db.execute(
        sql: "INSERT OR IGNORE INTO rejected SELECT claim FROM record WHERE key = ?",
        arguments: [AddedClaims.recordKey(edit.key)])
    }
  }

  private static func split(_ state: CurationState, document: Int64?, in db: Database) throws {
    var merged: [ID<Entity>: [ID<Entity>]] = [:]
    for entity in state.parents.keys { merged[state.survivor(of: entity), default: []].append(entity) }
    for (entity, new, rule) in state.splits {
      let old = state.survivor(of: entity)
      guard old != state.survivor(of: new) else { continue }
      let names = ([old] + (merged[old] ?? [])).map { String($0.rawValue) }.joined(separator: ", ")
      var claims = try rule.claims.flatMap { try self.claims($0, in: db) }
      for id in rule.documents {
        claims += try Int64.fetchAll(
          db, sql: "SELECT number FROM coded_claim WHERE document = (SELECT number FROM document WHERE id = ?)",
          arguments: [id])
      }
      for alias in rule.aliases { claims += try self.claims(naming: names, alias, document: document, in: db) }
      for claim in Set(claims).sorted() {
        // What another split moved away is no longer of this entity.
        try db.execute(
          sql: """
            INSERT INTO moved
            SELECT number, CASE WHEN source IN (\(names)) THEN :new END, CASE WHEN target IN (\(names)) THEN :new END
            FROM coded_claim
            WHERE number = :claim AND (source IN (\(names)) OR target IN (\(names)))
              \(document.map { "AND document = \($0)" } ?? "")
            ON CONFLICT (claim) DO UPDATE SET source = coalesce(source, excluded.source),
              target = coalesce(target, excluded.target)
            """, arguments: ["new": state.survivor(of: new).rawValue, "claim": claim])
      }
    }
  }

  /// Claims in sentences that call an entity by a name.
  private static func claims(
    naming entities: String, _ alias: String, document: Int64?, in db: Database
  ) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT coded_claim.number
        FROM mention_entity
        JOIN mention ON mention.number = mention_entity.mention
        JOIN document ON document.number = mention.document
        JOIN coded_claim ON coded_claim.document = mention.document
          AND coded_claim."start" <= mention."start" AND mention."end" <= coded_claim."end"
        WHERE mention_entity.entity IN (\(entities)) \(document.map { "AND mention.document = \($0)" } ?? "")
          AND CAST(substr(CAST(document.text AS BLOB), mention."start" + 1, mention."end" - mention."start") AS TEXT)
            = ?
        """, arguments: [alias])
  }
}
