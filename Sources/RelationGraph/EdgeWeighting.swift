public import Diplomacy
public import Provenance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the claims of an edge become its weight.
///
/// The weight of an edge is Σ cᵢsᵢ / (κ + Σ cᵢ): the mean of the claims' weights s, each counted with its
/// credence c, and drawn towards 0 as if one more claim of credence κ and weight 0 had been made. So a single
/// doubtful claim gives a weak edge, and agreement of many stories a strong one. The credence of a claim is
/// its confidence × a factor for its modality × a decay by age; the age is counted back from a date in the
/// data or from ``asOf``, never from the clock on the wall, so that the same claims always weigh the same.
public struct EdgeWeighting: Hashable, Sendable {
  /// κ: the credence of the imagined neutral claim. 1 by default: one certain, fresh claim of weight s gives an
  /// edge of s / 2, four such claims from four stories 0.8 s.
  public var shrinkage: Double
  /// Factor for what is planned, 0 … 1; 0.75 by default.
  public var planned: Double
  /// Factor for what is asked for, 0 … 1; 0.5 by default.
  public var requested: Double
  /// Days after which a stance or an act of cooperation counts half; nil for no decay. 730 by default.
  ///
  /// What states a fact that lasts until it is ended (affiliation, party, membership) does not decay, and a claim that
  /// holds for a time not before its end.
  public var halfLife: Double?
  /// The day from which the past is seen: later claims are left out. Nil for all claims, with ages counted
  /// from the newest date of publication, or where no document is dated from the newest date claimed.
  public var asOf: CalendarDate?

  public init(
    shrinkage: Double = 1, planned: Double = 0.75, requested: Double = 0.5, halfLife: Double? = 730,
    asOf: CalendarDate? = nil
  ) {
    precondition(shrinkage >= 0, "shrinkage needs to be 0 or more")
    precondition((0...1).contains(planned) && (0...1).contains(requested), "modality factors lie in 0...1")
    precondition(halfLife ?? 1 > 0, "a half-life needs to be more than 0 days")
    self.shrinkage = shrinkage
    self.planned = planned
    self.requested = requested
    self.halfLife = halfLife
    self.asOf = asOf
  }

  /// 1 for asserted, 0 for hypothetical and negated: those are counted beside the edge but do not weigh.
  public func factor(for modality: Modality) -> Double {
    switch modality {
    case .asserted: 1
    case .planned: planned
    case .requested: requested
    case .hypothetical, .negated: 0
    }
  }

  /// 0.5 to the power of age over half-life; 1 for facts, for claims without a date and for what is yet to come.
  ///
  /// - Parameter age: Days from the claim's date to the day from which the past is seen.
  public func decay(of kind: ClaimKind, age: Int?) -> Double {
    guard kind.isSigned, let halfLife, let age, age > 0 else { return 1 }
    return exp2(-Double(age) / halfLife)
  }

  /// The credence c of a claim, 0 … 1.
  ///
  /// - Parameter reference: The day from which ages are counted.
  public func credence(of recorded: RecordedClaim, reference: CalendarDate?) -> Double {
    let claim = recorded.claim
    let from: CalendarDate? = if case .lasting(let end) = claim.validity { end } else { recorded.effectiveDate }
    let age: Int? = if let reference, let from { reference.dayNumber - from.dayNumber } else { nil }
    return claim.confidence * factor(for: claim.modality) * decay(of: claim.kind, age: age)
  }
}
