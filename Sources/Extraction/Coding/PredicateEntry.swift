import Diplomacy

/// One row of the predicate lexicon: what a verb, an event noun or an adjective says about whom.
///
/// A class, since coding hands rows about in its innermost loops.
final class PredicateEntry: Sendable {
  /// How a predicate composes with what stands around it.
  enum Class: String, CaseIterable, Sendable {
    /// A does something to B.
    case act
    /// All parties do it with or against each other.
    case mutual
    /// A's attitude toward B.
    case evaluate
    /// Speech whose content is the speaker's word.
    case report
    /// Pressure on an addressee, and a wish for the content.
    case demand
    /// Backing of one's own future act.
    case commit
    /// A plan, wish or attempt.
    case modal
    /// Brings its object or content to nought.
    case reverse
    /// Keeps or furthers its object or content.
    case uphold
    /// Makes someone else do the content.
    case cause
    /// Leaves the meaning to its noun.
    case light
    /// A condition between parties: tense, allied.
    case state
  }

  /// What a predicate makes of its clausal content.
  enum Complement: String, CaseIterable, Sendable {
    case same, reverse, planned, requested, hypothetical, negated, alleged, none
  }

  enum Category: String, CaseIterable, Sendable { case verb, noun, adjective }

  /// Category and class as a set, so that a word's senses are asked about at once.
  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let verb = Traits(rawValue: 1 << 0)
    static let noun = Traits(rawValue: 1 << 1)
    static let adjective = Traits(rawValue: 1 << 2)
    static let report = Traits(rawValue: 1 << 3)
    static let demand = Traits(rawValue: 1 << 4)
    /// A plan, wish, attempt or commitment.
    static let intent = Traits(rawValue: 1 << 5)
  }

  let category: Category
  let kind: Class
  let event: EventType?
  /// −1 … 1; nil where the object or the content alone decides.
  let weight: Double?
  let sources: [Slot]
  let targets: [Slot]
  let complement: Complement
  /// Word ids of the particle, prepositions or noun that must stand with the lemma: `on` for "call on".
  let companions: [Int32]
  /// The lemma as written in the lexicon, companions included.
  let name: String

  var traits: Traits {
    var result: Traits =
      switch category {
      case .verb: .verb
      case .noun: .noun
      case .adjective: .adjective
      }
    switch kind {
    case .report: result.insert(.report)
    case .demand: result.insert(.demand)
    case .modal, .commit: result.insert(.intent)
    default: break
    }
    return result
  }

  init(
    category: Category, kind: Class, event: EventType?, weight: Double?, sources: [Slot], targets: [Slot],
    complement: Complement, companions: [Int32], name: String
  ) {
    self.category = category
    self.kind = kind
    self.event = event
    self.weight = weight
    self.sources = sources
    self.targets = targets
    self.complement = complement
    self.companions = companions
    self.name = name
  }
}

/// Where an argument of a predicate stands.
enum Slot: Hashable, Sendable {
  case subject, object, indirectObject, thatClause, infinitive, possessive, adjectival, between
  /// An oblique or nominal modifier under this preposition, by word id.
  case preposition(Int32)
}
