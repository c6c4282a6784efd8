extension Evidence {
  /// How a claim was read: ``Evidence/rule`` taken apart.
  public struct Reading: Hashable, Sendable {
    public enum Method: String, CaseIterable, Sendable {
      /// A predicate of the lexicon with its arguments in the tree.
      case rule
      /// The fitted model.
      case model
      /// What a name or a title states by itself: "Japanese Foreign Minister Toshimitsu Motegi".
      case name
    }
    public var method: Method
    /// "verb", "noun", "adjective"; empty where no predicate decided.
    public var category: String
    /// The entry of the lexicon or the name of the rule that decided: "call on", "appositive".
    public var predicate: String
    /// Predicates whose effect was composed with it, outermost first; "not" for a negation among them.
    public var nested: [String]
    /// What stood over it: "negation", "future", "said", "plan".
    public var operators: [String]

    public init(
      method: Method, category: String = "", predicate: String, nested: [String] = [], operators: [String] = []
    ) {
      self.method = method
      self.category = category
      self.predicate = predicate
      self.nested = nested
      self.operators = operators
    }

    /// One line, as it is stored: "verb:call_on >scrap future". A space inside a name is written as `_`.
    public var text: String {
      func joined(_ name: String) -> String { Self.replacing(0x20, with: 0x5F, in: name) }
      let head =
        switch method {
        case .rule: category + ":" + joined(predicate)
        case .model: "model:" + joined(predicate)
        case .name: joined(predicate)
        }
      return ([head] + nested.map { ">" + joined($0) } + operators.map(joined)).joined(separator: " ")
    }

    private static func replacing(_ old: UInt8, with new: UInt8, in text: String) -> String {
      guard text.utf8.contains(old) else { return text }
      return String(decoding: text.utf8.map { $0 == old ? new : $0 }, as: UTF8.self)
    }

    public init(text: String) {
      func spaced(_ name: Substring) -> String { Self.replacing(0x5F, with: 0x20, in: String(name)) }
      let words = text.split(separator: " ")
      let parts = words.first?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false) ?? []
      if parts.count == 2 {
        method = parts[0] == "model" ? .model : .rule
        category = method == .rule ? String(parts[0]) : ""
        predicate = spaced(parts[1])
      } else {
        method = .name
        category = ""
        predicate = parts.first.map(spaced) ?? ""
      }
      nested = words.dropFirst().filter { $0.hasPrefix(">") }.map { spaced($0.dropFirst()) }
      operators = words.dropFirst().filter { !$0.hasPrefix(">") }.map(spaced)
    }
  }

  public var reading: Reading { Reading(text: rule) }
}
