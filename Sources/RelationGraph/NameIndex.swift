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

  /// Folded names to all that fold to them.
  private let entries: [String: [Entry]]
  /// Folded names in order, for suggestions.
  private let folded: [String]

  /// - Complexity: O(names) expected, and sorting them.
  public init(_ entities: [Entity]) {
    var entries: [String: [Entry]] = [:]
    for (index, entity) in entities.enumerated() {
      func add(_ name: String, canonical: Bool = false) {
        let key = NameIndex.key(name)
        guard !key.isEmpty else { return }
        entries[key, default: []].append(Entry(name: name, node: ID(index), isCanonical: canonical))
      }
      add(entity.name, canonical: true)
      for alias in entity.aliases { add(alias) }
      switch entity.details {
      case .country(let country): add(country.code)
      case .agreement(let agreement): if let acronym = agreement.acronym { add(acronym) }
      case .official, .organization: break
      }
    }
    self.entries = entries
    folded = entries.keys.sorted()
  }

  public init(_ graph: Graph) { self.init(graph.entities) }

  /// A name of nothing but signs is looked up as it is written.
  private static func key(_ name: String) -> String {
    let folded = NameFolding.fold(name)
    return folded.isEmpty ? name : folded
  }

  /// - Complexity: O(length) where the name is known, else O(names × length).
  public func resolve(_ name: String) -> Resolution {
    guard let entries = entries[NameIndex.key(name)] else {
      return .unknown(suggestions: suggestions(for: name))
    }
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
      for entry in entries[key] ?? [] where seen.insert(entry.node).inserted {
        suggestions.append(Suggestion(name: entry.name, node: entry.node))
        if suggestions.count == 5 { return suggestions }
      }
    }
    return suggestions
  }
}
