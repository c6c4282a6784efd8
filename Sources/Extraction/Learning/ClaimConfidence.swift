/// How likely a claim of a given kind of evidence is right, fitted on annotated texts.
///
/// A logistic model of few cues: the rule coder's own estimate, what kind of reading it was, how firmly the text
/// stands to it, and how far from each other the words are. Points are whole numbers, thousandths of a logit.
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
  }

  /// For each cue its thousandths of a logit.
  package var points: [Int32]

  package init(points: [Int32]) {
    precondition(points.count == Cue.allCases.count, "one number for each cue")
    self.points = points
  }

  /// 0.02 … 0.98: nothing read from words is certain.
  package func probability(of cues: [Cue]) -> Double {
    var sum: Int32 = 0
    for cue in cues { sum += points[cue.rawValue] }
    return min(0.98, max(0.02, 1 / (1 + StableMath.exp(-Double(sum) / 1000))))
  }
}
