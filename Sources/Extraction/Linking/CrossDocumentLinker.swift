public import Diplomacy
import Provenance

/// Links the entities of one document after the other with those that a graph has already.
///
/// ```swift
/// var linker = CrossDocumentLinker(try store.recordedEntities())
/// let (linked, changed) = linker.link(coded)
/// try store.add(linked, entities: changed)
/// ```
///
/// What is linked: countries by code; people by full name, and by surname alone where just one known person of no
/// other country has it; bodies by name or acronym within a country; agreements by acronym or name, and where the name is
/// a mere description ("the intelligence pact") only with the same parties. When in doubt two stay two: a person can
/// merge them later, and nobody can take apart what was wrongly made one.
///
/// What people put right counts: a name that somebody gave to an entity means that entity, whatever a text takes it for,
/// and entities that were merged are one. It is not written into what texts say, so that it can be taken back.
///
/// The outcome depends on the order of documents and on what was put right, and on nothing else.
public struct CrossDocumentLinker: Sendable {
  /// In order of id; the id of the *i*-th is *i*.
  public private(set) var entities: [Entity]
  private var byKey: [String: [ID<Entity>]] = [:]
  private var byParties: [[ID<Entity>]: [ID<Entity>]] = [:]
  /// By names that people gave, folded.
  private var byGivenName: [String: [ID<Entity>]] = [:]
  /// Entities that are another one.
  private let survivors: [ID<Entity>: ID<Entity>]

  /// - Parameters:
  ///   - entities: those stored as texts gave them, in order of id without gaps.
  ///   - curated: The same as people put them right; empty where nobody did.
  ///   - survivors: Entities that were merged, to those that they are now.
  public init(
    _ entities: [Entity] = [], curated: [Entity] = [], survivors: [ID<Entity>: ID<Entity>] = [:]
  ) {
    self.entities = entities
    self.survivors = survivors
    for entity in entities { index(entity) }
    guard !curated.isEmpty else { return }
    // Names that texts gave to an entity, or to one that is now it.
    var told: [ID<Entity>: Set<String>] = [:]
    for entity in entities {
      told[survivors[entity.id] ?? entity.id, default: []].formUnion(([entity.name] + entity.aliases).map(Self.folded))
    }
    for entity in curated {
      let given = Set(([entity.name] + entity.aliases).map(Self.folded)).subtracting(told[entity.id] ?? [])
      for name in given.sorted() where !name.isEmpty { byGivenName[name, default: []].append(entity.id) }
    }
  }

  /// The document in the graph's ids, and the entities that are new or changed by it.
  ///
  /// - Complexity: O(entities, mentions and claims of the document).
  public mutating func link(_ document: CodedDocument) -> (document: CodedDocument, changed: [Entity]) {
    var ids: [ID<Entity>: ID<Entity>] = [:]
    var taken: Set<ID<Entity>> = []
    // Countries first: by them the others are told apart.
    let order = document.entities.filter { $0.kind == .country } + document.entities.filter { $0.kind != .country }
    var given: Set<ID<Entity>> = []
    for entity in order {
      if let known = entityGiven(anyNameOf: entity) {
        ids[entity.id] = known
        given.insert(entity.id)
        continue
      }
      let known = match(entity, in: ids)
      // A text tells its own entities apart better than names do: two of one text are not linked to one.
      if let known, entity.kind == .country || !taken.contains(known) {
        ids[entity.id] = known
      } else {
        let id = ID<Entity>(entities.count)
        ids[entity.id] = id
        entities.append(Entity(id: id, name: entity.name, details: entity.details.withoutReferences))
      }
      taken.insert(ids[entity.id]!)
    }
    var changed: [Entity] = []
    for entity in document.entities {
      let id = ids[entity.id]!
      let before = entities[id.index]
      var entity = entity
      if given.contains(entity.id) {
        // The name is the edit's to give and to take back.
        guard entity.kind == before.kind else { continue }
        entity.aliases.removeAll { byGivenName[Self.folded($0)] != nil }
        if byGivenName[Self.folded(entity.name)] != nil { entity.name = before.name }
      }
      entities[id.index].absorb(entity, ids: ids)
      if entities[id.index] != before || before.aliases.isEmpty { changed.append(entities[id.index]) }
      index(entities[id.index])
    }
    var latest: [ID<Entity>: Entity] = [:]
    for entity in changed { latest[entity.id] = entities[entity.id.index] }
    return (document.renumbered(ids, entities), latest.values.sorted { $0.id < $1.id })
  }

  // MARK: Matching

  /// The one entity to which people gave a name that a text uses.
  private func entityGiven(anyNameOf entity: Entity) -> ID<Entity>? {
    guard !byGivenName.isEmpty else { return nil }
    for name in [entity.name] + entity.aliases {
      if let ids = byGivenName[Self.folded(name)], ids.count == 1 { return ids[0] }
    }
    return nil
  }

  private func match(_ entity: Entity, in ids: [ID<Entity>: ID<Entity>]) -> ID<Entity>? {
    let parties: Set<ID<Entity>> =
      if case .agreement(let agreement) = entity.details { Set(agreement.parties.compactMap { ids[$0] }) } else { [] }
    for key in Self.keys(entity, isKnown: false) {
      let candidates = (byKey[key.text] ?? []).filter { isCompatible(entity, entities[$0.index], key, parties) }
      let isClear = key.isUnsure ? Set(candidates.map { survivors[$0] ?? $0 }).count == 1 : !candidates.isEmpty
      if isClear { return candidates[0] }
    }
    return parties.count >= 2 ? matchByTopic(entity, parties.sorted()) : nil
  }

  /// The one agreement of the same parties that is about the same: "Japan-South Korea intelligence agreement" after a
  /// "military intelligence-sharing pact" of the two. A description that names no topic ("the deal") matches none.
  private func matchByTopic(_ entity: Entity, _ parties: [ID<Entity>]) -> ID<Entity>? {
    let topic = AgreementTopic.words(of: [entity.name] + entity.aliases)
    guard !topic.isEmpty else { return nil }
    let candidates = (byParties[parties] ?? []).filter { id in
      let known = AgreementTopic.words(of: [entities[id.index].name] + entities[id.index].aliases)
      return !known.isEmpty && (topic.isSubset(of: known) || known.isSubset(of: topic))
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func isCompatible(_ new: Entity, _ known: Entity, _ key: Key, _ parties: Set<ID<Entity>>) -> Bool {
    switch (new.details, known.details) {
    case (.country, .country): return true
    case (.official(let a), .official(let b)):
      guard a.isUnnamed == b.isUnnamed else { return false }
      return !(key.isUnsure || a.isUnnamed) || Self.agree(new.countryCode, known.countryCode)
    case (.organization, .organization): return Self.agree(new.countryCode, known.countryCode)
    case (.agreement, .agreement(let b)):
      guard key.isUnsure else { return true }
      let others = Set(b.parties)
      return !parties.isEmpty && !others.isEmpty && (parties.isSubset(of: others) || others.isSubset(of: parties))
    default: return false
    }
  }

  private static func agree(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }

  private mutating func index(_ entity: Entity) {
    for key in Self.keys(entity, isKnown: true) where !(byKey[key.text] ?? []).contains(entity.id) {
      byKey[key.text, default: []].append(entity.id)
    }
    if case .agreement(let agreement) = entity.details, agreement.parties.count >= 2,
      !(byParties[agreement.parties] ?? []).contains(entity.id)
    {
      byParties[agreement.parties, default: []].append(entity.id)
    }
  }

  /// What an entity is looked for by, or found by.
  private struct Key {
    var text: String
    /// Whether others of another country, or with other parties, may have it too.
    var isUnsure = false
  }

  /// In order of trust.
  ///
  /// - Parameter isKnown: whether the keys are for finding the entity, or for looking for it.
  private static func keys(_ entity: Entity, isKnown: Bool) -> [Key] {
    let names = [entity.name] + entity.aliases
    switch entity.details {
    case .country(let country): return [Key(text: "country " + country.code)]
    case .official(let official):
      if official.isUnnamed { return [Key(text: "office " + folded(entity.name), isUnsure: true)] }
      // Initials in the middle come and go.
      let words = folded(entity.name).split(separator: " ").filter { $0.utf8.count > 1 }.map(String.init)
      guard let first = words.first, let last = words.last else { return [] }
      if words.count == 1 {
        return [
          Key(text: (isKnown ? "lone " : "surname ") + first, isUnsure: true),
          Key(text: "lone " + first, isUnsure: true),
        ]
      }
      // A surname stands last, in East Asian names first.
      let surnames = isKnown ? ["surname " + last, "surname " + first] : ["lone " + last, "lone " + first]
      return [Key(text: "person " + words.joined(separator: " "))] + surnames.map { Key(text: $0, isUnsure: true) }
    case .organization:
      return names.filter { isProper($0) && ($0 == entity.name || isDistinctive($0)) }.map {
        Key(text: "body " + folded($0))
      }
    case .agreement(let agreement):
      let (sure, unsure) = names.reduce(into: ([String](), [String]())) { parts, name in
        if isProper(name) && isDistinctive(name) { parts.0.append(name) } else { parts.1.append(name) }
      }
      return ((agreement.acronym.map { [$0] } ?? []) + sure).map { Key(text: "agreement " + folded($0)) }
        + unsure.map { Key(text: "pact " + folded($0), isUnsure: true) }
    }
  }

  /// Whether a name is written as one: with a capital at its head.
  private static func isProper(_ name: String) -> Bool {
    name.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
  }

  /// Several words, or an acronym of three letters or more.
  private static func isDistinctive(_ name: String) -> Bool {
    name.utf8.contains(0x20)
      || (name.utf8.count >= 3 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2D })
  }

  /// Words in lower case without diacritics; hyphens part words.
  private static func folded(_ name: String) -> String {
    var bytes = Array(name.utf8)
    for i in bytes.indices where bytes[i] == UInt8(ascii: "-") { bytes[i] = 0x20 }
    var result: [UInt8] = []
    bytes.withUnsafeBufferPointer { buffer in
      Folding.forEachByte(of: buffer, in: 0..<buffer.count) { byte in
        if byte != 0x20 || (result.last ?? 0x20) != 0x20 { result.append(byte) }
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
