/// The 17 part-of-speech tags of Universal Dependencies.
public enum UniversalPartOfSpeech: UInt8, CaseIterable, Sendable {
  case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner, interjection
  case noun, numeral, particle, pronoun, properNoun, punctuation, subordinatingConjunction
  case symbol, verb, other

  /// The tag as CoNLL-U writes it.
  public var label: StaticString {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinatingConjunction: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinatingConjunction: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }
}
