/// The closed-class words that turn, weaken or attribute what a predicate says, as word ids of the lexicon.
struct OperatorWords: Sendable {
  private let classes: [Int32: Class]
  let according: Int32
  let of: Int32
  let `for`: Int32
  let by: Int32
  let with: Int32
  let to: Int32
  let would: Int32
  private let wishes: [Int32]

  enum Class: String, Sendable {
    case negation, privative, future, hypothetical, deontic, conditional, hedge

    /// What a row of the operator table means to the coder; nil where it means nothing.
    init?(partOfSpeech: String, class: String, effect: String) {
      switch (partOfSpeech, `class`, effect) {
      case ("preposition", "negation", "negated"): self = .privative
      case ("verb", "negation", _), ("adjective", "negation", _), ("prefix", _, _): return nil
      case (_, "negation", "negated"): self = .negation
      case ("auxiliary", "future", _): self = .future
      case ("auxiliary", "conditional", "hypothetical"), ("auxiliary", "possibility", "hypothetical"):
        self = .hypothetical
      case ("auxiliary", "deontic", _): self = .deontic
      case ("conjunction", "condition", "hypothetical"): self = .conditional
      case ("adverb", "possibility", _), ("adverb", "attribution", "alleged"): self = .hedge
      default: return nil
      }
    }
  }

  init(_ lexicon: PredicateLexicon) {
    classes = lexicon.operators
    according = lexicon.word("accord")
    of = lexicon.word("of")
    `for` = lexicon.word("for")
    by = lexicon.word("by")
    with = lexicon.word("with")
    to = lexicon.word("to")
    would = lexicon.word("would")
    wishes = ["want", "like", "wish"].map { lexicon.word($0) }
  }

  /// Verbs of wishing that only make an utterance polite: "I would like to thank".
  func isWish(_ word: Int32) -> Bool { wishes.contains(word) && word >= 0 }
  func isNegation(_ word: Int32) -> Bool { classes[word] == .negation }
  func isPrivative(_ word: Int32) -> Bool { classes[word] == .privative }
  func isFuture(_ word: Int32) -> Bool { classes[word] == .future }
  func isHypothetical(_ word: Int32) -> Bool { classes[word] == .hypothetical }
  func isDeontic(_ word: Int32) -> Bool { classes[word] == .deontic }
  func isConditional(_ word: Int32) -> Bool { classes[word] == .conditional }
  func isHedge(_ word: Int32) -> Bool { classes[word] == .hedge }
}
