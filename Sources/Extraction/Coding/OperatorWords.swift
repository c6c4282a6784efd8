/// The closed-class words that turn, weaken or attribute what a predicate says, as word ids of the lexicon.
struct OperatorWords: Sendable {
  private let classes: [Int32: Class]
  let according: Int32
  let of: Int32
  let `for`: Int32
  let by: Int32

  enum Class: String, Sendable {
    case negation, privative, future, hypothetical, deontic, conditional, hedge
  }

  init(_ lexicon: PredicateLexicon) {
    classes = lexicon.operators
    according = lexicon.word("accord") >= 0 ? lexicon.word("accord") : lexicon.word("according")
    of = lexicon.word("of")
    `for` = lexicon.word("for")
    by = lexicon.word("by")
  }

  func isNegation(_ word: Int32) -> Bool { classes[word] == .negation }
  func isPrivative(_ word: Int32) -> Bool { classes[word] == .privative }
  func isFuture(_ word: Int32) -> Bool { classes[word] == .future }
  func isHypothetical(_ word: Int32) -> Bool { classes[word] == .hypothetical }
  func isDeontic(_ word: Int32) -> Bool { classes[word] == .deontic }
  func isConditional(_ word: Int32) -> Bool { classes[word] == .conditional }
  func isHedge(_ word: Int32) -> Bool { classes[word] == .hedge }
}
