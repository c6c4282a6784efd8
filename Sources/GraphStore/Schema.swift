import GRDB

/// The tables and views of a graph file, as a list of migrations: once released, one is never changed, only
/// followed by another.
///
/// The comments inside the statements are stored with them, so that `.schema` in any SQL client shows them.
enum Schema {
  /// "Entt": tells a graph file from databases of other programs.
  static let applicationID: Int32 = 0x456E_7474

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("documents, entities and claims") { db in
      try db.execute(sql: SchemaTables.statements)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("revision") { try $0.execute(sql: Revision.statements) }
    migrator.registerMigration("imported claims") { try $0.execute(sql: SchemaImports.statements) }
    migrator.registerMigration("curation") { db in
      try db.execute(sql: SchemaCuration.statements)
      try db.execute(sql: SchemaViews.statements)
    }
    return migrator
  }

  /// Makes or updates the tables, or says why the file cannot be used.
  static func prepare(_ queue: DatabaseQueue, path: String, mode: GraphStore.Mode) throws {
    let migrator = migrator
    let state = try queue.read { db in
      (
        id: try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        tables: try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0,
        applied: try migrator.appliedIdentifiers(db)
      )
    }
    guard state.tables == 0 || state.id == applicationID else { throw StoreError.foreignDatabase(path: path) }
    let unknown = state.applied.subtracting(migrator.migrations)
    guard unknown.isEmpty else { throw StoreError.newerSchema(path: path, unknown: unknown.sorted()) }
    if mode == .readOnly {
      guard state.applied.count == migrator.migrations.count else { throw StoreError.olderSchema(path: path) }
    } else {
      // Only now that the file is known to be ours, for this writes to it.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try migrator.migrate(queue)
    }
  }
}
