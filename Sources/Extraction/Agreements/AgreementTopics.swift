/// What agreements are about, by the words of their names; two that share a topic may be one.
struct AgreementTopics: OptionSet, Hashable, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  static let nuclear = AgreementTopics(rawValue: 1 << 0)
  static let military = AgreementTopics(rawValue: 1 << 1)
  static let trade = AgreementTopics(rawValue: 1 << 2)
  static let peace = AgreementTopics(rawValue: 1 << 3)
  static let energy = AgreementTopics(rawValue: 1 << 4)
  static let people = AgreementTopics(rawValue: 1 << 5)
  static let border = AgreementTopics(rawValue: 1 << 6)

  /// The topics of one word.
  init(_ classes: WordClass) {
    var topics: AgreementTopics = []
    if classes.contains(.topicNuclear) { topics.insert(.nuclear) }
    if classes.contains(.topicMilitary) { topics.insert(.military) }
    if classes.contains(.topicTrade) { topics.insert(.trade) }
    if classes.contains(.topicPeace) { topics.insert(.peace) }
    if classes.contains(.topicEnergy) { topics.insert(.energy) }
    if classes.contains(.topicPeople) { topics.insert(.people) }
    if classes.contains(.topicBorder) { topics.insert(.border) }
    self = topics
  }
}

/// A noun that heads names and descriptions of agreements.
struct AgreementNounRecord: Sendable {
  enum Kind: UInt8, Sendable {
    /// Fits any: "agreement", "deal", "pact".
    case general
    /// "treaty", "convention", "memorandum": of one sort, but spoken of as "agreement" too.
    case document
    /// "cease-fire", "truce", "armistice": nothing else is called so.
    case truce
    /// "charter", "declaration": an agreement only with a name or parties.
    case weak
    /// "partnership", "initiative", "plan", "act": more often a relation, a program or a law.
    case weakest
    /// Heads phrases that look like agreements and are none: "alliance", "resolution".
    case none
  }
  var kind: Kind
  var isPlural: Bool
  /// Ids of words before a weak noun that make an agreement of it: "peace" of "peace plan".
  var modifiers: Set<Int32> = []
}
