import Diplomacy
import GRDB

/// What people put right, as it changes claims that are read: which do not stand, and whom the others speak of.
struct CurationOverlay {
  private enum Lookup {
    /// All of it in memory, for reading all claims.
    case loaded(survivors: [UInt32: UInt32], rejected: Set<UInt32>, moved: [UInt32: Ends])
    /// Asked claim by claim, for reading a few.
    case stored(Database)
  }

  private struct Ends {
    var source: UInt32?
    var target: UInt32?
  }

  private let lookup: Lookup

  /// Nil where nobody ever put anything right, so that nothing is looked up.
  ///
  /// - Parameter few: Whether only few claims are to be read.
  init?(in db: Database, few: Bool = false) throws {
    guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM edit)")) == true else { return nil }
    if few {
      lookup = .stored(db)
      return
    }
    var survivors: [UInt32: UInt32] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT entity, survivor FROM merged") { survivors[row[0]] = row[1] }
    var moved: [UInt32: Ends] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT claim, source, target FROM moved") {
      moved[row[0]] = Ends(source: row[1], target: row[2])
    }
    lookup = .loaded(
      survivors: survivors, rejected: Set(try UInt32.fetchAll(db, sql: "SELECT claim FROM rejected")), moved: moved)
  }

  /// Puts a claim right.
  ///
  /// - Returns: False where it does not stand.
  func apply(to recorded: inout RecordedClaim) throws -> Bool {
    guard try !isRejected(recorded.id.rawValue) else { return false }
    let ends = try moved(recorded.id.rawValue)
    var claim = recorded.claim
    claim.source = try ends?.source.map { ID(Int($0)) } ?? survivor(of: claim.source)
    claim.target = try ends?.target.map { ID(Int($0)) } ?? survivor(of: claim.target)
    if !claim.kind.isDirected, claim.target < claim.source { swap(&claim.source, &claim.target) }
    claim.attribution = try claim.attribution.map { try survivor(of: $0) }
    recorded.claim = claim
    return true
  }

  private func isRejected(_ claim: UInt32) throws -> Bool {
    switch lookup {
    case .loaded(_, let rejected, _): return rejected.contains(claim)
    case .stored(let db):
      return try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM rejected WHERE claim = ?)"), arguments: [claim]) ?? false
    }
  }

  private func moved(_ claim: UInt32) throws -> Ends? {
    switch lookup {
    case .loaded(_, _, let moved): return moved[claim]
    case .stored(let db):
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT source, target FROM moved WHERE claim = ?"), arguments: [claim])
      return row.map { Ends(source: $0[0], target: $0[1]) }
    }
  }

  private func survivor(of entity: ID<Entity>) throws -> ID<Entity> {
    let survivor: UInt32?
    switch lookup {
    case .loaded(let survivors, _, _): survivor = survivors[entity.rawValue]
    case .stored(let db):
      survivor = try UInt32.fetchOne(
        db.cachedStatement(sql: "SELECT survivor FROM merged WHERE entity = ?"), arguments: [entity.rawValue])
    }
    return survivor.map { ID(Int($0)) } ?? entity
  }
}
