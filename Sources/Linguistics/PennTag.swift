/// The Penn Treebank tags that the English treebanks give as XPOS.
public enum PennTag: UInt8, CaseIterable, Sendable {
  /// No tag given: `_` in CoNLL-U.
  case unknown
  case address
  case adjective
  case adjectiveComparative
  case adjectiveSuperlative
  case adverb
  case adverbComparative
  case adverbSuperlative
  case affix
  case cardinalNumber
  case closingQuote
  case colon
  case comma
  case coordinatingConjunction
  case currency
  case determiner
  case existentialThere
  case foreignWord
  case goesWith
  case hyphen
  case interjection
  case leftBracket
  case listItem
  case modal
  case noun
  case nounPlural
  case openingQuote
  case particle
  case personalPronoun
  case possessiveEnding
  case possessivePronoun
  case predeterminer
  case preposition
  case properNoun
  case properNounPlural
  case rightBracket
  case sentenceFinalPunctuation
  case superfluousPunctuation
  case symbol
  case to
  case verbBase
  case verbGerund
  case verbPast
  case verbPastParticiple
  case verbPresent
  case verbThirdPersonSingular
  case whAdverb
  case whDeterminer
  case whPossessive
  case whPronoun

  /// The tag as CoNLL-U writes it.
  public var label: StaticString {
    switch self {
    case .unknown: "_"
    case .address: "ADD"
    case .adjective: "JJ"
    case .adjectiveComparative: "JJR"
    case .adjectiveSuperlative: "JJS"
    case .adverb: "RB"
    case .adverbComparative: "RBR"
    case .adverbSuperlative: "RBS"
    case .affix: "AFX"
    case .cardinalNumber: "CD"
    case .closingQuote: "''"
    case .colon: ":"
    case .comma: ","
    case .coordinatingConjunction: "CC"
    case .currency: "$"
    case .determiner: "DT"
    case .existentialThere: "EX"
    case .foreignWord: "FW"
    case .goesWith: "GW"
    case .hyphen: "HYPH"
    case .interjection: "UH"
    case .leftBracket: "-LRB-"
    case .listItem: "LS"
    case .modal: "MD"
    case .noun: "NN"
    case .nounPlural: "NNS"
    case .openingQuote: "``"
    case .particle: "RP"
    case .personalPronoun: "PRP"
    case .possessiveEnding: "POS"
    case .possessivePronoun: "PRP$"
    case .predeterminer: "PDT"
    case .preposition: "IN"
    case .properNoun: "NNP"
    case .properNounPlural: "NNPS"
    case .rightBracket: "-RRB-"
    case .sentenceFinalPunctuation: "."
    case .superfluousPunctuation: "NFP"
    case .symbol: "SYM"
    case .to: "TO"
    case .verbBase: "VB"
    case .verbGerund: "VBG"
    case .verbPast: "VBD"
    case .verbPastParticiple: "VBN"
    case .verbPresent: "VBP"
    case .verbThirdPersonSingular: "VBZ"
    case .whAdverb: "WRB"
    case .whDeterminer: "WDT"
    case .whPossessive: "WP$"
    case .whPronoun: "WP"
    }
  }
}
