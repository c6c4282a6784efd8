/// How likely a claim of a given kind of evidence is right, fitted on annotated texts.
///
/// A linear model over the construction that a claim was read from tells how often such readings are right among annotated
/// pairs. A logistic model of few cues, fitted on whole annotated texts, weighs that together with the rule coder's own
/// estimate, how firmly the text stands to the claim, and how its ends are named. Points are whole numbers, thousandths of
/// a logit.
package struct ClaimConfidence: Hashable, Sendable {
  /// What bears on the confidence of a claim. The order is part of the weights' format.
  package enum Cue: Int, CaseIterable, Sendable {
    case base
    // Kind.
    case stance, cooperation, affiliation, party, membership
    // The coder's own estimate, in steps.
    case surest, sure, fair, doubtful, weak
    // The reading.
    case verb, noun, adjective, modelled
    case negative
    case planned, requested, hypothetical, negated
    case attributed, composed, deeplyComposed, hedged
    // Who is named, and how.
    case sourcePronoun, targetPronoun, sourceNominal, targetNominal, group, uncertainLink
    case agreementTarget, officialSource
    // The clause.
    case manyClaims, longSentence, headline
    /// A signed claim whose sentence does not name both ends, each on its own.
    case endElsewhere
  }

  /// For each cue its thousandths of a logit.
  package var points: [Int32]
  /// Tells wrong readings, class 0, from right ones, class 1.
  package var readings: LinearModel
  /// How much of the logit of ``readings`` is believed, in thousandths.
  package var trust: Int32

  package init(
    points: [Int32], readings: LinearModel = LinearModel(biases: [0, 0], keys: [], weights: []), trust: Int32 = 0
  ) {
    precondition(points.count == Cue.allCases.count, "one number for each cue")
    precondition(readings.classCount == 2, "readings are wrong or right")
    self.points = points
    self.readings = readings
    self.trust = trust
  }

  /// How much more often such readings are right than wrong, in thousandths of a logit, −4000 … 4000.
  package func support(_ features: FeatureSet) -> Int32 {
    let scores = readings.scores(features)
    return Int32((min(4, max(-4, scores[1] - scores[0])) * 1000).rounded())
  }

  /// 0.02 … 0.98: nothing read from words is certain.
  ///
  /// - Parameter support: what ``support(_:)`` gives for the claim's reading, if there is any.
  package func probability(of cues: [Cue], support: Int32? = nil) -> Double {
    var sum: Int32 = (support ?? 0) * trust / 1000
    for cue in cues { sum += points[cue.rawValue] }
    return min(0.98, max(0.02, 1 / (1 + StableMath.exp(-Double(sum) / 1000))))
  }
}
