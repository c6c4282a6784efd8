/// What the names of an agreement say that it is about.
enum AgreementTopic {
  /// The words in lower case that are neither small words nor kinds of agreement: of "Japan-South Korea military
  /// intelligence-sharing pact" "military", "intelligence" and "sharing".
  static func words(of names: [String]) -> Set<String> {
    var words: Set<String> = []
    for name in names {
      for word in name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "," }) {
        guard word.first?.isLowercase == true, !passedOver.contains(String(word)) else { continue }
        words.insert(String(word))
      }
    }
    return words
  }

  /// Small words, kinds of agreement, and words that any agreement may carry.
  private static let passedOver: Set<String> = [
    "a", "accord", "agreement", "agreements", "an", "and", "arrangement", "between", "bilateral", "by", "compact",
    "convention", "deal", "for", "framework", "from", "in", "its", "key", "landmark", "memorandum", "new", "of", "on",
    "pact", "pacts", "plan", "protocol", "s", "the", "their", "to", "treaty", "trilateral", "truce", "understanding",
    "with",
  ]
}
