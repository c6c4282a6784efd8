/// How likely a sentence relates two whom it names, where no rule says so.
///
/// Three logistic models over the same few features: whether the first favours the second, opposes it, and whether both
/// act together. One act may be two of these.
package struct OpenPairModel: Hashable, Sendable {
  /// What the models tell. The order is part of the weights' format.
  package enum Outcome: Int, CaseIterable, Sendable {
    case favours, opposes, cooperates
  }

  /// One class for each ``Outcome``, each for itself.
  package let weights: LinearModel
  /// From which probability on a relation is claimed, in thousandths.
  package let threshold: Int32
  /// Where each key may stand in ``LinearModel/keys``, plus one: open addressing, so that a feature costs one look.
  private let slots: [Int32]

  package init(weights: LinearModel, threshold: Int32) {
    precondition(weights.classCount == Outcome.allCases.count, "one class for each outcome")
    self.weights = weights
    self.threshold = threshold
    var count = 16
    while count < 2 * weights.keys.count { count *= 2 }
    var slots = [Int32](repeating: 0, count: count)
    for (place, key) in weights.keys.enumerated() {
      var slot = OpenPairModel.slot(of: key, among: count)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(place + 1)
    }
    self.slots = slots
  }

  /// A model that finds nothing.
  package static let none = OpenPairModel(
    weights: LinearModel(biases: [0, 0, 0], keys: [], weights: []), threshold: 1001)

  /// The logits of the outcomes, in ``LinearModel/scale``ths.
  ///
  /// - Complexity: O(features).
  package func logits(_ features: [UInt32]) -> (favours: Int32, opposes: Int32, cooperates: Int32) {
    var sums = (favours: weights.biases[0], opposes: weights.biases[1], cooperates: weights.biases[2])
    let mask = slots.count - 1
    for key in features {
      var slot = OpenPairModel.slot(of: key, among: slots.count)
      while slots[slot] != 0 {
        let place = Int(slots[slot]) - 1
        if weights.keys[place] == key {
          sums.favours += Int32(weights.weights[3 * place])
          sums.opposes += Int32(weights.weights[3 * place + 1])
          sums.cooperates += Int32(weights.weights[3 * place + 2])
          break
        }
        slot = (slot + 1) & mask
      }
    }
    return sums
  }

  /// The outcomes that are likely enough, the likeliest first, each with its probability.
  package func decide(_ features: [UInt32]) -> [(outcome: Outcome, probability: Double)] {
    let logits = logits(features)
    var result: [(outcome: Outcome, probability: Double)] = []
    for (outcome, logit) in [
      (Outcome.favours, logits.favours), (.opposes, logits.opposes), (.cooperates, logits.cooperates),
    ] {
      let probability = OpenPairModel.probability(logit)
      if probability * 1000 >= Double(threshold) { result.append((outcome, probability)) }
    }
    return result.sorted {
      $0.probability > $1.probability || $0.probability == $1.probability && $0.outcome.rawValue < $1.outcome.rawValue
    }
  }

  package static func probability(_ logit: Int32) -> Double {
    1 / (1 + StableMath.exp(-Double(logit) / LinearModel.scale))
  }

  private static func slot(of key: UInt32, among count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count - 1)
  }
}
