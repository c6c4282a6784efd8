import GRDB

/// Which state of a graph file something was derived from, to tell whether it still holds.
///
/// ```swift
/// let isStale = try store.revision() != snapshot.revision
/// ```
///
/// Every transaction that changes anything - documents, entities, claims, imports or curation - gives the file a new
/// revision. Two files with an equal revision are copies of one state.
public struct Revision: Hashable, Sendable {
  /// Grows by one with each change; 0 for a file that was never written to.
  public var number: Int64
  /// Drawn at random with each change, so that of two files that part ways, or of two that follow each other under one
  /// name, no revision is that of the other.
  public var stamp: Int64

  public init(number: Int64, stamp: Int64) {
    self.number = number
    self.stamp = stamp
  }

  static let statements = """
    CREATE TABLE revision (
      -- One row: which state of the file this is. What was derived from another one is stale.
      only INTEGER PRIMARY KEY CHECK (only = 1),
      -- Grows by one with each change made through Entente.
      number INTEGER NOT NULL,
      -- Random, new with each change.
      stamp INTEGER NOT NULL
    ) STRICT;
    INSERT INTO revision VALUES (1, 0, random());
    """

  static func advance(in db: Database) throws {
    try db.cachedStatement(sql: "UPDATE revision SET number = number + 1, stamp = random()").execute()
  }
}

extension GraphStore {
  /// The revision of what is stored now.
  ///
  /// - Complexity: O(1), one row.
  public func revision() throws(StoreError) -> Revision {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT number, stamp FROM revision") else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the revision is missing")
      }
      return Revision(number: row[0], stamp: row[1])
    }
  }
}
