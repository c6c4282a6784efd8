/// Words of news that the treebanks do not have, each with a word of the same use that the network has learnt.
///
/// The list is for function words alone: of those a parser must be sure, and there are few. Names, nouns and verbs are
/// learnt from unlabelled text.
enum WordSubstitutes {
  private static let all: [(word: StaticString, substitute: StaticString)] = [
    ("amid", "during"), ("amidst", "during"), ("notwithstanding", "despite"),
  ]

  /// What the network sees of a form, where it is one of the words; nil of all others.
  @inline(__always)
  static func features(_ form: UnsafeBufferPointer<UInt8>) -> TokenFeatures? {
    guard form.count >= 4, lowercased(form[0]) == UInt8(ascii: "a") || lowercased(form[0]) == UInt8(ascii: "n") else {
      return nil
    }
    for entry in all where matches(form, entry.word) {
      return TokenFeatures(
        UnsafeBufferPointer(start: entry.substitute.utf8Start, count: entry.substitute.utf8CodeUnitCount))
    }
    return nil
  }

  private static func matches(_ form: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    guard form.count == text.utf8CodeUnitCount else { return false }
    for index in form.indices where lowercased(form[index]) != text.utf8Start[index] { return false }
    return true
  }
}
