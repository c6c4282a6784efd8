public import Diplomacy
public import Provenance

/// A place in a graph. Only ever the subject of an ``ID``, which numbers the entities of one graph without gaps.
public enum Node {}

/// All claims of one kind from one source to one target. One row of a graph's columns.
public struct Edge: Hashable, Sendable {
  public var id: ID<Edge>
  public var kind: ClaimKind
  public var source: ID<Node>
  /// For cooperation, which has no direction, `source < target`.
  public var target: ID<Node>
  /// −1 … 1, by ``EdgeWeighting``.
  public var weight: Double
  /// 0 … 1: Σ c / (κ + Σ c), how much stands behind the edge whatever it says.
  public var trust: Double
  /// Claims that count, with a weight above 0.
  public var supporting: Int
  /// Claims that count, with a weight below 0.
  public var opposing: Int
  /// Claims that count and are asserted, not merely planned or asked for.
  public var asserted: Int
  /// Claims that are negated or hypothetical, and so do not weigh.
  public var uncounted: Int
  /// Distinct stories among the claims that count.
  public var stories: Int
  /// Of the claims that count, or where none does of all.
  public var firstDate: CalendarDate?
  public var lastDate: CalendarDate?

  public init(
    id: ID<Edge>, kind: ClaimKind, source: ID<Node>, target: ID<Node>, weight: Double, trust: Double = 0,
    supporting: Int = 0, opposing: Int = 0, asserted: Int = 0, uncounted: Int = 0, stories: Int = 0,
    firstDate: CalendarDate? = nil, lastDate: CalendarDate? = nil
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.target = target
    self.weight = weight
    self.trust = trust
    self.supporting = supporting
    self.opposing = opposing
    self.asserted = asserted
    self.uncounted = uncounted
    self.stories = stories
    self.firstDate = firstDate
    self.lastDate = lastDate
  }

  /// Whether any claim counts: an edge of negated and hypothetical claims alone links nobody.
  public var isCounted: Bool { stories > 0 }

  /// Whether nothing asserted stands behind it: planned or asked for only, hypothetical or denied.
  public var isUnconfirmed: Bool { asserted == 0 }

  /// Whether support and opposition stand side by side.
  public var isContested: Bool { supporting > 0 && opposing > 0 }

  /// The sign of the weight; nil for kinds that state a fact, and for a weight of 0.
  public var sign: Sign? {
    guard kind.isSigned, weight != 0 else { return nil }
    return weight > 0 ? .positive : .negative
  }

  /// The end that is not `node`.
  public func other(than node: ID<Node>) -> ID<Node> { node == source ? target : source }
}

/// Friendly or hostile.
public enum Sign: String, CaseIterable, Sendable {
  case positive, negative

  /// The friend of a friend and the enemy of an enemy are positive.
  public static func * (a: Sign, b: Sign) -> Sign { a == b ? .positive : .negative }
}
