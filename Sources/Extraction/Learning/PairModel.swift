package import Diplomacy

/// Decides from features what one actor of a pair does to the other, and how sure that is.
///
/// Two linear models share the work. One tells whether the text speaks of a relation at all and of which sign; it is
/// fitted on pairs of all kinds, most of which have none. The other tells the event among pairs that have one.
package struct PairModel: Hashable, Sendable {
  /// The classes of the event model. PLOVER's data codes concessions in word and in deed as one, YIELD.
  package enum Outcome: Int, CaseIterable, Sendable {
    case agree, consult, support, yield, cooperate, aid, request, accuse, reject, threaten, protest, sanction, mobilize
    case coerce, assault

    package init(_ event: EventType) {
      switch event {
      case .agree: self = .agree
      case .consult: self = .consult
      case .support: self = .support
      case .concede, .retreat: self = .yield
      case .cooperate: self = .cooperate
      case .aid: self = .aid
      case .request: self = .request
      case .accuse: self = .accuse
      case .reject: self = .reject
      case .threaten: self = .threaten
      case .protest: self = .protest
      case .sanction: self = .sanction
      case .mobilize: self = .mobilize
      case .coerce: self = .coerce
      case .assault: self = .assault
      }
    }

    /// The event type; a concession is one in deed where nothing else is known.
    package var event: EventType {
      switch self {
      case .agree: .agree
      case .consult: .consult
      case .support: .support
      case .yield: .retreat
      case .cooperate: .cooperate
      case .aid: .aid
      case .request: .request
      case .accuse: .accuse
      case .reject: .reject
      case .threaten: .threaten
      case .protest: .protest
      case .sanction: .sanction
      case .mobilize: .mobilize
      case .coerce: .coerce
      case .assault: .assault
      }
    }

    package var isConflict: Bool { event.isConflict }
  }

  /// The classes of the relation model.
  package enum Relation: Int, CaseIterable, Sendable { case negative, none, positive }

  package var events: LinearModel
  package var relations: LinearModel
  /// What scores are multiplied by before they become probabilities, in thousandths.
  package var eventSharpness: Int32
  package var relationSharpness: Int32
  /// From which probability on there is no relation, in thousandths.
  package var noneThreshold: Int32
  /// How much the relation model's sign bears on the choice of an event, in thousandths.
  package var signWeight: Int32
  /// How far the probability of no relation is taken off the confidence of an event, in thousandths.
  package var noneDiscount: Int32

  package init(
    events: LinearModel, relations: LinearModel, eventSharpness: Int32 = 1000, relationSharpness: Int32 = 1000,
    noneThreshold: Int32 = 500, signWeight: Int32 = 500, noneDiscount: Int32 = 0
  ) {
    self.events = events
    self.relations = relations
    self.eventSharpness = eventSharpness
    self.relationSharpness = relationSharpness
    self.noneThreshold = noneThreshold
    self.signWeight = signWeight
    self.noneDiscount = noneDiscount
  }

  /// What the models make of a pair.
  package struct Decision: Hashable, Sendable {
    /// Nil where no relation is told.
    package var outcome: Outcome?
    /// 0 … 1: how likely ``outcome`` is right.
    package var confidence: Double
  }

  package func decide(_ features: FeatureSet) -> Decision {
    decide(eventScores: events.scores(features), relationScores: relations.scores(features))
  }

  package func decide(eventScores: [Double], relationScores: [Double]) -> Decision {
    let relation = StableMath.softmax(relationScores.map { $0 * Double(relationSharpness) / 1000 })
    let none = relation[Relation.none.rawValue]
    if none * 1000 >= Double(noneThreshold) { return Decision(outcome: nil, confidence: none) }
    // The log of a ratio of probabilities is the difference of their scores.
    let lean =
      (relationScores[Relation.negative.rawValue] - relationScores[Relation.positive.rawValue])
      * Double(signWeight) / 2000
    let adjusted = Outcome.allCases.map { outcome in
      (eventScores[outcome.rawValue] + (outcome.isConflict ? lean : -lean)) * Double(eventSharpness) / 1000
    }
    let shares = StableMath.softmax(adjusted)
    var best = 0
    for index in shares.indices where shares[index] > shares[best] { best = index }
    return Decision(
      outcome: Outcome(rawValue: best), confidence: shares[best] * (1 - none * Double(noneDiscount) / 1000))
  }
}
