/// A verb with what belongs to it, in the forms that a report needs: "meet", "met".
struct VerbPhrase: Hashable, Sendable {
  /// After "to", "might" and "did not".
  var base: String
  /// As told: "met", "is party to".
  var told: String

  init(_ base: String, _ told: String) {
    self.base = base
    self.told = told
  }

  /// "did not meet", "is not party to".
  var negated: String {
    guard base.hasPrefix("be "), let space = told.firstIndex(of: " ") else { return "did not " + base }
    return told[..<space] + " not" + told[space...]
  }
}
