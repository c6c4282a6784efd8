public import Diplomacy
import GRDB

extension GraphStore {
  /// The log of what people put right, in order.
  public func edits() throws(StoreError) -> [Edit] {
    try read { try EditLog.all(in: $0) }
  }

  /// Puts something right, and writes it into the log.
  ///
  /// What texts say is not touched: edits are applied when the graph is read, and again when a text is coded anew.
  ///
  /// - Parameters:
  ///   - action: Its entities are of this graph. A split's new entity is made here: its id is ignored.
  ///   - time: By the author's clock, ISO 8601 in UTC.
  /// - Throws: ``StoreError/editRefused(reason:)`` where it makes no sense or contradicts other edits. The log is then
  ///   as it was before.
  /// - Complexity: O(edits and what they touch).
  @discardableResult
  public func edit(_ action: Edit.Action, author: String, reason: String? = nil, time: String? = nil) throws(StoreError)
    -> Edit
  {
    try write { db in
      try Self.check(action, in: db)
      return try Self.carryOut(action, key: nil, author: author, reason: reason, time: time, in: db)
    }
  }

  /// Takes an edit back; an edit that took back another one brings it back.
  ///
  /// - Throws: ``StoreError/editRefused(reason:)`` where there is no such edit, it was taken back already, or later ones rest on it.
  @discardableResult
  public func undo(
    _ number: Int, author: String, reason: String? = nil, time: String? = nil
  ) throws(StoreError) -> Edit {
    try write { db in
      let edits = try EditLog.all(in: db)
      guard let target = edits.first(where: { $0.number == number }) else {
        throw EditRefusal("there is no edit \(number); the log has \(edits.isEmpty ? "none" : "1 to \(edits.count)")")
      }
      if let by = target.undoneBy {
        throw EditRefusal("edit \(number) is taken back already, by edit \(by); undo \(by) to bring it back")
      }
      return try Self.carryOut(
        .undo(key: target.key), key: nil, author: author, reason: reason, time: time, in: db)
    }
  }

  /// Carries over an edit of another graph.
  ///
  /// Its entities are looked up by number, name and kind, else by name and kind alone.
  ///
  /// - Returns: nil where the log has the edit already.
  /// - Throws: ``StoreError/editRefused(reason:)`` where an entity is not here, or the edit contradicts others.
  @discardableResult
  public func carryOver(_ edit: Edit) throws(StoreError) -> Edit? {
    try write { db in
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE key = ?)", arguments: [edit.key])
      if isKnown == true { return nil }
      let (curated, recorded) = (try Self.curated(in: db), try EntityRecords.all(in: db))
      let action = try edit.action.resolved { try Self.find($0, in: curated, or: recorded) }
      if case .undo(let key) = action {
        let hasTarget = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE key = ?)", arguments: [key])
        guard hasTarget == true else { throw EditRefusal("it takes back an edit that is not in this graph") }
      }
      try Self.check(action, in: db)
      return try Self.carryOut(
        action, key: edit.key, author: edit.author, reason: edit.reason, time: edit.time, in: db)
    }
  }

  /// Claims as edits name them, in the order given; an id that is not stored is passed over.
  public func references(to claims: [ID<Claim>]) throws(StoreError) -> [ClaimReference] {
    try read { db in
      let entities = Dictionary(uniqueKeysWithValues: try EntityRecords.all(in: db).map { ($0.id, $0) })
      func reference(_ id: Int) -> EntityReference {
        let entity = entities[ID(id)]
        return EntityReference(id: id, name: entity?.name ?? "", kind: entity?.kind.rawValue ?? "")
      }
      return try claims.compactMap { claim in
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT document.id, record.line, "start", "end", kind, coded_claim.source, target, event
            FROM coded_claim JOIN document ON document.number = coded_claim.document
            LEFT JOIN record ON record.claim = coded_claim.number WHERE coded_claim.number = ?
            """, arguments: [claim.rawValue])
        return row.map { row in
          ClaimReference(
            document: row[0], line: row[1], start: row[2], end: row[3], kind: row[4], source: reference(row[5]),
            target: reference(row[6]), event: row[7])
        }
      }
    }
  }

  // MARK: Carrying out

  private static func carryOut(
    _ action: Edit.Action, key: String?, author: String, reason: String?, time: String?, in db: Database
  ) throws -> Edit {
    var action = action
    if case .split(let entity, let new, let aliases, let documents, let claims) = action {
      let id = try makeEntity(new.name, like: entity.id, in: db)
      action = .split(
        entity: entity, new: EntityReference(id: id, name: new.name, kind: entity.kind), aliases: aliases,
        documents: documents, claims: claims)
    }
    let edit = try EditLog.append(action, key: key, author: author, reason: reason, time: time, in: db)
    if case .addClaim(let added) = action { try AddedClaims.insert(added, of: edit, in: db) }
    try EditLog.settle(in: db)
    try CurationTables.rebuild(in: db)
    return edit
  }

  /// The new half of a split entity: of the same kind and country.
  private static func makeEntity(_ name: String, like model: Int, in db: Database) throws -> Int {
    let recorded = try EntityRecords.all(in: db)
    guard let old = recorded.first(where: { $0.id.rawValue == model }) else {
      throw EditRefusal("there is no entity #\(model)")
    }
    let details: Entity.Details =
      switch old.details {
      case .country: throw EditRefusal("a country has one code and cannot be split")
      case .official(let official): .official(Official(roles: [], isUnnamed: official.isUnnamed))
      case .organization: old.details
      case .agreement(let agreement): .agreement(Agreement(parties: agreement.parties))
      }
    let id = (recorded.last?.id.index ?? -1) + 1
    try EntityRecords.upsert([Entity(id: ID(id), name: name, details: details)], in: db)
    return id
  }

  private static func curated(in db: Database) throws -> [Entity] {
    let entities = try EntityRecords.all(in: db)
    return try CurationState.current(in: db)?.apply(to: entities) ?? entities
  }

  /// The entity of this graph that one of another graph is: by number, name and kind, else by name and kind alone.
  private static func find(
    _ reference: EntityReference, in curated: [Entity], or recorded: [Entity]
  ) throws -> EntityReference {
    func fits(_ entity: Entity) -> Bool {
      entity.kind.rawValue == reference.kind
        && (entity.name == reference.name || entity.aliases.contains(reference.name))
    }
    for entities in [curated, recorded] {
      if let entity = entities.first(where: { $0.id.rawValue == reference.id }), fits(entity) { return reference }
    }
    let what = "\(reference.kind) called \"\(reference.name)\""
    for entities in [curated, recorded] {
      let found = entities.filter(fits)
      guard found.count < 2 else {
        throw EditRefusal("there are \(found.count) entities that are a \(what) in this graph")
      }
      if let entity = found.first {
        return EntityReference(id: entity.id.index, name: reference.name, kind: reference.kind)
      }
    }
    throw EditRefusal("there is no \(what) in this graph")
  }

  /// Whether an action makes sense by itself.
  private static func check(_ action: Edit.Action, in db: Database) throws {
    let entities = try curated(in: db)
    func entity(_ reference: EntityReference) -> Entity? { entities.first { $0.id.rawValue == reference.id } }
    switch action {
    case .merge(let into, let others):
      guard let target = entity(into) else { return }
      for other in others {
        if let other = entity(other), other.kind != target.kind {
          throw EditRefusal(
            "\(target.name) is of kind \(target.kind.rawValue) and \(other.name) of kind \(other.kind.rawValue); only "
              + "what is of one kind can be merged (entente edit kind changes it)")
        }
      }
    case .split(_, let new, let aliases, let documents, let claims):
      guard !new.name.isEmpty else { throw EditRefusal("the new entity needs a name") }
      guard !(aliases.isEmpty && documents.isEmpty && claims.isEmpty) else {
        throw EditRefusal("nothing says what goes to the new entity: name aliases, documents or claims")
      }
    case .rename(_, let name), .alias(_, let name, _):
      guard !name.isEmpty else { throw EditRefusal("a name cannot be empty") }
    case .kind(let reference, let kind, let country):
      guard EntityKind(rawValue: kind) != nil else {
        throw EditRefusal(
          "\"\(kind)\" is no kind; kinds are \(EntityKind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      guard kind != "country" || country != nil || entity(reference)?.kind == .country else {
        throw EditRefusal("a country needs its ISO 3166-1 code")
      }
    case .role(let reference, _, _, let begin, let end):
      guard let entity = entity(reference), entity.kind == .official else {
        throw EditRefusal("\(reference.name) is no official; only officials hold offices")
      }
      guard begin != nil || end != nil else { throw EditRefusal("an office needs a date from or to which it is held") }
      if let begin, let end, begin >= end {
        throw EditRefusal("an office is held from \(begin) until before \(end), which is never")
      }
    case .reject, .addClaim, .undo: break
    }
  }
}
