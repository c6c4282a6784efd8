public import Provenance

/// What an edge of the graph says.
public enum ClaimKind: String, CaseIterable, Sendable {
  /// Directed: a holder supports (weight > 0) or opposes (weight < 0) an actor or an agreement.
  case stance
  /// Undirected: two actors do something cooperative together.
  case cooperation
  /// Official or body → country or organization.
  case affiliation
  /// Country or organization → agreement.
  case party
  /// Country → organization.
  case membership

  /// Whether a weight means anything: the other kinds state a fact.
  public var isSigned: Bool { self == .stance || self == .cooperation }

  public var isDirected: Bool { self != .cooperation }
}

/// How far a text commits itself to what a claim says.
public enum Modality: String, CaseIterable, Sendable {
  case asserted, planned, requested, hypothetical, negated
}

/// How long what a claim says holds.
public enum Validity: Hashable, Sendable {
  /// It took place on its date: a meeting, a threat, what texts tell.
  case event
  /// It holds from its date until another, which is no longer part of it (begin ≤ t < end): an alliance, a term. A nil
  /// end is open, a nil date an unknown beginning.
  case lasting(until: CalendarDate?)
}

/// One coded statement of one text.
public struct Claim: Hashable, Sendable {
  public var kind: ClaimKind
  public var source: ID<Entity>
  /// For cooperation, which has no direction, `source < target`.
  public var target: ID<Entity>
  /// PLOVER event type; nil for affiliation, party and membership.
  public var event: EventType?
  /// −1 … 1: intensity on the Goldstein scale divided by 10. Affiliation, party and membership weigh 1.
  public var weight: Double
  public var modality: Modality
  /// Who is reported as saying it, outermost first; empty where the text says it itself.
  public var attribution: [ID<Entity>]
  /// When what is claimed took place or held; nil where the text does not tell.
  public var date: CalendarDate?
  /// Whether it happened on ``date`` or holds from then on.
  public var validity: Validity
  /// 0 … 1: how likely the claim is what the sentence says.
  public var confidence: Double
  public var evidence: Evidence

  public init(
    kind: ClaimKind, source: ID<Entity>, target: ID<Entity>, event: EventType? = nil, weight: Double,
    modality: Modality = .asserted, attribution: [ID<Entity>] = [], date: CalendarDate? = nil,
    validity: Validity = .event, confidence: Double = 1, evidence: Evidence
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    self.event = event
    self.weight = weight
    self.modality = modality
    self.attribution = attribution
    self.date = date
    self.validity = validity
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// Where a claim is written, and what in it decided.
public struct Evidence: Hashable, Sendable {
  /// The id of the document.
  public var document: String
  /// Index of the sentence in its document, from 0.
  public var sentence: Int
  /// The sentence, in bytes of the document.
  public var span: Span
  /// The words that decided: "plans to scrap".
  public var cue: Span
  /// The rule or model that read it, with the operators applied: "verb:scrap reversal planned".
  public var rule: String

  public init(document: String, sentence: Int, span: Span, cue: Span, rule: String = "") {
    self.document = document
    self.sentence = sentence
    self.span = span
    self.cue = cue
    self.rule = rule
  }
}
