/// Tags the words of a name that the parser takes as one, by their letters.
enum NameTags {
  static func tag(_ token: Int, of text: UnsafeBufferPointer<UInt8>, in columns: inout Tokens) {
    let form = UnsafeBufferPointer(rebasing: text[Int(columns.start[token])..<Int(columns.end[token])])
    let tags = tags(form)
    columns.partOfSpeech[token] = tags.part
    columns.pennTag[token] = tags.penn
  }

  private static func tags(_ form: UnsafeBufferPointer<UInt8>) -> (part: UniversalPartOfSpeech, penn: PennTag) {
    guard let first = form.first else { return (.other, .unknown) }
    for entry in functionWords where matches(form, entry.form) { return (entry.part, entry.penn) }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return (.numeral, .cardinalNumber)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return (.noun, .noun)
    case UInt8(ascii: "-"): return (.punctuation, .hyphen)
    case UInt8(ascii: ","): return (.punctuation, .comma)
    default: return (.properNoun, .properNoun)
    }
  }

  /// Words inside names as they are written there; a capital makes one part of the name proper.
  private static let functionWords: [(form: StaticString, part: UniversalPartOfSpeech, penn: PennTag)] = [
    ("of", .adposition, .preposition), ("for", .adposition, .preposition), ("in", .adposition, .preposition),
    ("on", .adposition, .preposition), ("at", .adposition, .preposition), ("to", .adposition, .preposition),
    ("with", .adposition, .preposition), ("between", .adposition, .preposition),
    ("against", .adposition, .preposition), ("the", .determiner, .determiner), ("a", .determiner, .determiner),
    ("and", .coordinatingConjunction, .coordinatingConjunction),
    ("&", .coordinatingConjunction, .coordinatingConjunction), ("'s", .particle, .possessiveEnding),
    ("’s", .particle, .possessiveEnding), ("'", .particle, .possessiveEnding), ("’", .particle, .possessiveEnding),
  ]

  private static func matches(_ form: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    guard form.count == text.utf8CodeUnitCount else { return false }
    for index in form.indices where form[index] != text.utf8Start[index] { return false }
    return true
  }
}
