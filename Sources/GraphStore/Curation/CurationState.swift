import Diplomacy
import GRDB
import Provenance

/// What the edits that hold make of the entities, gathered by going through the log in order.
struct CurationState {
  /// Entities that are another one, to the one they were merged into, which may itself be merged.
  private(set) var parents: [ID<Entity>: ID<Entity>] = [:]
  private var mergedBy: [ID<Entity>: Int] = [:]
  /// The last edit that merged something into an entity.
  private var latestMerge: [ID<Entity>: Int] = [:]
  private(set) var names: [ID<Entity>: String] = [:]
  private(set) var kinds: [ID<Entity>: (kind: EntityKind, country: String?)] = [:]
  private var aliases: [ID<Entity>: [(name: String, isRemoved: Bool)]] = [:]
  private var roles: [ID<Entity>: [Role]] = [:]
  /// New entities of splits that were taken back: they are again what they were split from, without a name of theirs.
  private var rejoined: Set<ID<Entity>> = []
  private(set) var splits: [(entity: ID<Entity>, new: ID<Entity>, rule: SplitRule)] = []
  private(set) var rejections: [ClaimReference] = []

  struct SplitRule {
    var aliases: [String]
    var documents: [String]
    var claims: [ClaimReference]
  }

  /// The state of a log, or nil where nothing was ever put right.
  static func current(in db: Database) throws -> CurationState? {
    let edits = try EditLog.all(in: db)
    return edits.isEmpty ? nil : try CurationState(edits)
  }

  init(_ edits: [Edit]) throws {
    for edit in edits {
      do {
        try apply(edit)
      } catch let refusal as EditRefusal {
        throw EditRefusal("edit \(edit.number) (\(edit.action.name)): \(refusal.description)")
      }
    }
  }

  /// The entity that one stands for after all merges.
  func survivor(of entity: ID<Entity>) -> ID<Entity> {
    var current = entity
    while let parent = parents[current] { current = parent }
    return current
  }

  private mutating func apply(_ edit: Edit) throws {
    if edit.undoneBy == nil, let gone = edit.action.entities.first(where: { rejoined.contains(ID($0.id)) }) {
      throw EditRefusal("it speaks of \(gone.name), which an edit made that was to be taken back; undo this one first")
    }
    switch edit.action {
    case .split(let entity, let new, let aliases, let documents, let claims):
      let (old, added) = (ID<Entity>(entity.id), ID<Entity>(new.id))
      guard edit.undoneBy == nil else {
        parents[added] = old
        rejoined.insert(added)
        return
      }
      splits.append((old, added, SplitRule(aliases: aliases, documents: documents, claims: claims)))
      for alias in aliases {
        self.aliases[survivor(of: old), default: []].append((alias, true))
        self.aliases[added, default: []].append((alias, false))
      }
    case _ where edit.undoneBy != nil: return
    case .merge(let into, let entities): for entity in entities { try merge(entity, into: into, by: edit) }
    case .rename(let entity, let name): names[survivor(of: ID(entity.id))] = name
    case .alias(let entity, let name, let isRemoved):
      aliases[survivor(of: ID(entity.id)), default: []].append((name, isRemoved))
    case .kind(let entity, let kind, let country):
      guard let kind = EntityKind(rawValue: kind) else { throw EditRefusal("\"\(kind)\" is no kind of entity") }
      kinds[survivor(of: ID(entity.id))] = (kind, country)
    case .role(let entity, let title, let country, let begin, let end):
      roles[survivor(of: ID(entity.id)), default: []].append(
        Role(
          title: title, country: country, begin: begin.flatMap { CalendarDate(iso: $0) },
          end: end.flatMap { CalendarDate(iso: $0) }))
    case .reject(let claims): rejections += claims
    case .addClaim, .undo: break
    }
  }

  private mutating func merge(_ entity: EntityReference, into: EntityReference, by edit: Edit) throws {
    let (a, b) = (survivor(of: ID(into.id)), survivor(of: ID(entity.id)))
    guard a != b else {
      if let number = mergedBy[ID(into.id)] ?? mergedBy[ID(entity.id)] ?? latestMerge[a] {
        throw EditRefusal(
          "the two are one already by edit \(number): \(into.name) and \(entity.name); merging them again would make a "
            + "circle; undo \(number) first to merge them the other way")
      }
      throw EditRefusal("\(into.name) cannot be merged into itself; name two entities")
    }
    parents[b] = a
    latestMerge[a] = edit.number
    mergedBy[b] = edit.number
    mergedBy[ID(entity.id)] = edit.number
  }

  // MARK: Entities

  /// Entities as they stand: merged ones gone into their survivors, with names, kinds and offices put right.
  ///
  /// - Complexity: O(entities + edits).
  func apply(to recorded: [Entity]) -> [Entity] {
    var places: [ID<Entity>: Int] = [:]
    for (place, entity) in recorded.enumerated() { places[entity.id] = place }
    let untouched = Dictionary(uniqueKeysWithValues: recorded.map { ($0.id, $0.aliases) })
    var entities = recorded.map { edited($0) }
    for entity in entities where parents[entity.id] != nil && !rejoined.contains(entity.id) {
      guard let place = places[survivor(of: entity.id)] else { continue }
      entities[place].take(entity)
    }
    return entities.compactMap { entity in
      guard parents[entity.id] == nil else { return nil }
      var entity = entity
      entity.resolveReferences(survivor(of:))
      for (name, isRemoved) in aliases[entity.id] ?? [] {
        entity.aliases.removeAll { $0 == name }
        if !isRemoved { entity.aliases.append(name) }
      }
      if entity.aliases != untouched[entity.id] {
        entity.aliases = Set(entity.aliases).subtracting([entity.name]).sorted()
      }
      return entity
    }
  }

  private func edited(_ entity: Entity) -> Entity {
    var entity = entity
    if let (kind, country) = kinds[entity.id] { entity.become(kind, country: country) }
    if let name = names[entity.id], name != entity.name {
      entity.aliases.append(entity.name)
      entity.name = name
    }
    if let roles = roles[entity.id], case .official(var official) = entity.details {
      for role in roles { official.set(role) }
      entity.details = .official(official)
    }
    return entity
  }
}
