/// Classes of words that rules of the coder ask for, as bits by word id: one look at an array for each question.
struct RuleWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// Verbs with a hearer as object: "told Y", "assured Y".
  static let addressing = RuleWords(rawValue: 1 << 0)
  /// Verbs that name who takes part: "included", "brought together".
  static let gathering = RuleWords(rawValue: 1 << 1)
  /// Nouns for those who take part.
  static let participants = RuleWords(rawValue: 1 << 2)
  /// Verbs with an object and what it is called.
  static let naming = RuleWords(rawValue: 1 << 3)
  /// Verbs whose infinitive was not done, to the blame of the subject.
  static let shortcomings = RuleWords(rawValue: 1 << 4)
  /// Verbs that say anew what holds.
  static let affirming = RuleWords(rawValue: 1 << 5)
  /// Nouns for what one would do or have: "attempt", "bid", "proposal".
  static let attempts = RuleWords(rawValue: 1 << 6)

  /// Verbs of one person receiving or greeting another.
  static let greeting = RuleWords(rawValue: 1 << 7)
  /// Nouns for what binds a party to an agreement: "accession to", "obligations under".
  static let binding = RuleWords(rawValue: 1 << 8)

  /// Verbs of those who make others talk.
  static let hosting = RuleWords(rawValue: 1 << 9)

  /// Nouns for what one has promised.
  static let promises = RuleWords(rawValue: 1 << 10)

  /// Verbs that bring an agreement about.
  static let striking = RuleWords(rawValue: 1 << 11)

  /// Nouns that are hard words for whoever is called so.
  static let labels = RuleWords(rawValue: 1 << 12)
  /// Nouns for what several say with one voice where it is "joint".
  static let utterances = RuleWords(rawValue: 1 << 13)

  /// Verbs of getting something from somebody, and what is given so.
  static let getting = RuleWords(rawValue: 1 << 14)
  static let goods = RuleWords(rawValue: 1 << 15)

  static let table: [(words: RuleWords, lemmas: [String])] = [
    (.addressing, ["tell", "assure", "inform", "brief", "urge", "warn", "press", "ask"]),
    (.gathering, ["include", "involve", "bring", "gather", "feature", "unite", "join", "draw", "group"]),
    (.participants, ["participant", "attendee", "guest", "signatory", "party", "delegate"]),
    (
      .naming,
      [
        "call", "describe", "label", "brand", "deem", "consider", "view", "regard", "denounce", "portray", "term",
        "dub", "characterize", "see", "hail", "depict", "slam", "blast",
      ]
    ),
    (
      .greeting,
      [
        "embrace", "hug", "greet", "kiss", "host", "receive", "welcome", "accompany", "escort", "meet", "telephone",
        "phone", "call",
      ]
    ),
    (.binding, ["accession", "ratification", "obligation", "membership", "compliance", "adherence"]),
    (
      .hosting,
      ["host", "mediate", "broker", "facilitate", "chair", "convene", "arrange", "oversee", "sponsor", "moderate"]
    ),
    (.promises, ["commitment", "obligation", "promise", "pledge", "duty", "undertaking"]),
    (.striking, ["strike", "reach", "sign", "ink", "conclude", "seal", "clinch", "forge", "finalize", "initial"]),
    (
      .labels,
      ["threat", "danger", "menace", "problem", "aggressor", "obstacle", "adversary", "liar", "bully", "challenge"]
    ),
    (.utterances, ["statement", "declaration", "communique", "communiqué", "letter", "appeal", "proposal"]),
    (.getting, ["receive", "obtain", "secure", "get", "accept"]),
    (
      .goods,
      [
        "aid", "ammunition", "arms", "assistance", "drone", "equipment", "fuel", "funding", "grant", "grain", "help",
        "jet", "loan", "missile", "rocket", "shipment", "support", "system", "tank", "training", "vaccine", "vehicle",
        "weapon", "weaponry", "warplane",
      ]
    ),
    (.shortcomings, ["fail", "refuse", "neglect"]),
    (
      .affirming,
      ["reiterate", "reaffirm", "affirm", "stress", "underscore", "emphasize", "confirm", "reassert", "underline"]
    ),
    (
      .attempts,
      [
        "attempt", "bid", "effort", "plan", "proposal", "claim", "move", "request", "application", "offer", "push",
        "call", "invitation", "overture", "assertion", "argument", "narrative", "ambition", "decision", "action",
      ]
    ),
  ]
}
