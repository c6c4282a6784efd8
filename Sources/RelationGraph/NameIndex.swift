public import Diplomacy

/// Finds the entity that a person means by a name.
///
/// Names are compared by ``NameFolding``. A canonical name wins over an alias, and within each a name written
/// just so over one that differs in case, diacritics or punctuation. Country codes and acronyms of agreements
/// are aliases too.
public struct NameIndex: Sendable {
  /// What a name stands for.
  public enum Resolution: Hashable, Sendable {
    case unique(ID<Node>)
    /// Several entities have the name; in order of id.
    case ambiguous([ID<Node>])
    /// None has it. Names that come close, the closest first; at most five, perhaps none.
    case unknown(suggestions: [Suggestion])
  }

  /// "Did you mean …?"
  public struct Suggestion: Hashable, Sendable {
    public var name: String
    public var node: ID<Node>
  }

  private struct Entry {
    var name: String
    var node: ID<Node>
    var isCanonical: Bool
  }

  private let entities: [Entity]
  /// Hashes of folded names, ascending, and whose names they are of.
  let keys: FlatColumn<UInt64>
  let nodes: FlatColumn<ID<Node>>

  /// - Complexity: O(names), and sorting them.
  public init(_ entities: [Entity]) {
    var rows: [(key: UInt64, node: ID<Node>)] = []
    for (index, entity) in entities.enumerated() {
      for (key, _) in NameIndex.names(of: entity) { rows.append((XXHash64.hash(key), ID(index))) }
    }
    rows.sort { ($0.key, $0.node) < ($1.key, $1.node) }
    self.init(entities, keys: FlatColumn(rows.map(\.key)), nodes: FlatColumn(rows.map(\.node)))
  }

  /// An index that is known already.
  init(_ entities: [Entity], keys: FlatColumn<UInt64>, nodes: FlatColumn<ID<Node>>) {
    self.entities = entities
    self.keys = keys
    self.nodes = nodes
  }

  /// Whether the rows fit each other and the entities.
  var isConsistent: Bool {
    keys.count == nodes.count && nodes.allSatisfy { $0.index < entities.count }
      && zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// All that an entity is called, by its folded form, the canonical name first; what folds to nothing is left out.
  private static func names(of entity: Entity) -> [(key: String, name: String)] {
    var names = [entity.name] + entity.aliases
    switch entity.details {
    case .country(let country): names.append(country.code)
    case .agreement(let agreement): if let acronym = agreement.acronym { names.append(acronym) }
    case .official, .organization: break
    }
    return names.map { (key($0), $0) }.filter { !$0.key.isEmpty }
  }

  /// What is called by a folded name, in order of node.
  private func entries(_ key: String) -> [Entry] {
    let hash = XXHash64.hash(key)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var found: [Entry] = []
    var last: ID<Node>?
    while low < keys.count, keys[low] == hash {
      let node = nodes[low]
      low += 1
      guard node != last else { continue }
      last = node
      let entity = entities[node.index]
      for (place, name) in NameIndex.names(of: entity).enumerated() where name.key == key {
        found.append(Entry(name: name.name, node: node, isCanonical: place == 0 && name.name == entity.name))
      }
    }
    return found
  }

  public init(_ graph: Graph) { self.init(graph.entities) }

  /// A name of nothing but signs is looked up as it is written.
  private static func key(_ name: String) -> String {
    let folded = NameFolding.fold(name)
    return folded.isEmpty ? name : folded
  }

  /// - Complexity: O(length + log names) where the name is known, else O(names × length).
  public func resolve(_ name: String) -> Resolution {
    let entries = entries(NameIndex.key(name))
    if entries.isEmpty { return .unknown(suggestions: suggestions(for: name)) }
    let choices = [
      entries.filter { $0.isCanonical && $0.name == name },
      entries.filter(\.isCanonical),
      entries.filter { $0.name == name },
      entries,
    ]
    let nodes = Set((choices.first { !$0.isEmpty } ?? entries).map(\.node)).sorted()
    return nodes.count == 1 ? .unique(nodes[0]) : .ambiguous(nodes)
  }

  /// Names with all the words of the given one first, then those within an edit distance of a third of its length.
  private func suggestions(for name: String) -> [Suggestion] {
    let key = NameIndex.key(name)
    let letters = Array(key.unicodeScalars)
    guard !letters.isEmpty else { return [] }
    let words = key.split(separator: " ")
    let limit = max(1, letters.count / 3)
    var ranked: [(rank: Int, key: String)] = []
    let folded = Set(entities.flatMap { NameIndex.names(of: $0).map(\.key) })
    for candidate in folded {
      if let distance = editDistance(letters, Array(candidate.unicodeScalars), limit: limit) {
        ranked.append((2 * distance + 1, candidate))
      } else if words.allSatisfy(Set(candidate.split(separator: " ")).contains) {
        ranked.append((2, candidate))
      }
    }
    ranked.sort { ($0.rank, $0.key) < ($1.rank, $1.key) }
    var seen: Set<ID<Node>> = []
    var suggestions: [Suggestion] = []
    for (_, key) in ranked {
      for entry in entries(key) where seen.insert(entry.node).inserted {
        suggestions.append(Suggestion(name: entry.name, node: entry.node))
        if suggestions.count == 5 { return suggestions }
      }
    }
    return suggestions
  }
}
