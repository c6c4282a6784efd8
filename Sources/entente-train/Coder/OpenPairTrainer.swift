import Extraction
import Foundation

/// Fits the model of pairs that no rule relates, on annotated texts: three logistic models over the same features.
///
/// Pairs that the rules relate are learnt from too, marked as such: what relates two is the same, only they are more.
struct OpenPairTrainer {
  /// λ of the ridge penalty.
  var penalty = 30.0
  /// Features of fewer pairs are left out.
  var leastRows = 3
  /// Features whose weights are all smaller, in ``LinearModel/scale``ths, are dropped.
  var leastWeight = 12

  static let foldCount = 5
  /// What is less likely than the first is not claimed, whatever the figures say. The last claims nothing.
  private static let thresholds: [Int32] = [500, 550, 600, 700, 800, 1001]

  /// - Parameter threshold: of the model, in thousandths.
  func fit(_ texts: [GoldTexts.Text], threshold: Int32) -> OpenPairModel {
    let rows = texts.flatMap(\.pairs)
    var counts: [UInt32: Int] = [:]
    for row in rows { for key in row.features { counts[key, default: 0] += 1 } }
    let keys = counts.filter { $0.value >= leastRows }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    let features = rows.map { row in row.features.compactMap { places[$0] } }
    let solutions = OpenPairModel.Outcome.allCases.map { outcome in
      solve(features, rows.map { $0.labels[outcome.rawValue] }, count: keys.count)
    }
    var kept: [UInt32] = []
    var weights: [Int16] = []
    for (place, key) in keys.enumerated() {
      let row = solutions.map { Int16(min(32767, max(-32767, ($0[place] * LinearModel.scale).rounded()))) }
      guard row.contains(where: { abs(Int($0)) >= leastWeight }) else { continue }
      kept.append(key)
      weights += row
    }
    let biases = solutions.map { Int32(($0[keys.count] * LinearModel.scale).rounded()) }
    return OpenPairModel(weights: LinearModel(biases: biases, keys: kept, weights: weights), threshold: threshold)
  }

  /// Weights, the bias last.
  private func solve(_ features: [[Int]], _ labels: [Bool?], count: Int) -> [Double] {
    LimitedMemoryBFGS(iterations: 100).minimize([Double](repeating: 0, count: count + 1)) { point, gradient in
      var value = 0.0
      for index in 0..<count {
        value += penalty / 2 * point[index] * point[index]
        gradient[index] = penalty * point[index]
      }
      gradient[count] = 0
      for (row, label) in zip(features, labels) {
        guard let label else { continue }
        var sum = point[count]
        for place in row { sum += point[place] }
        let share = 1 / (1 + StableMath.exp(-sum))
        value -= Foundation.log(max(1e-12, label ? share : 1 - share))
        let excess = share - (label ? 1 : 0)
        for place in row { gradient[place] += excess }
        gradient[count] += excess
      }
      return value
    }
  }

  /// What fits that have not seen a text make of its pairs.
  struct Unseen {
    /// For each text, pair and outcome the probability.
    var probabilities: [[[Double]]]
  }

  func crossValidate(_ texts: [GoldTexts.Text]) -> Unseen {
    var result = Unseen(probabilities: texts.map { _ in [] })
    // Texts in order of their ids, dealt out.
    let order = texts.indices.sorted { texts[$0].id < texts[$1].id }
    for fold in 0..<OpenPairTrainer.foldCount {
      let held = Set(order.enumerated().filter { $0.offset % OpenPairTrainer.foldCount == fold }.map(\.element))
      let model = fit(texts.indices.filter { !held.contains($0) }.map { texts[$0] }, threshold: 0)
      for index in held.sorted() {
        result.probabilities[index] = texts[index].pairs.map { pair in
          let logits = model.logits(pair.features)
          return [logits.favours, logits.opposes, logits.cooperates].map(OpenPairModel.probability)
        }
      }
    }
    return result
  }

  /// What becomes of signed relations with the pairs above a threshold added to the rules' claims.
  struct Figures {
    var threshold: Int32
    var found = 0
    var right = 0
    var required = 0
    var added = 0
    var addedRight = 0
    var f1: Double { 2 * Double(right) / Double(max(1, found + required)) }
  }

  func figures(_ texts: [GoldTexts.Text], _ unseen: Unseen, threshold: Int32) -> Figures {
    var figures = Figures(threshold: threshold)
    for (text, probabilities) in zip(texts, unseen.probabilities) {
      var found = text.found
      for (pair, shares) in zip(text.pairs, probabilities) where !pair.isRuled {
        for (index, share) in shares.enumerated() where pair.allowed[index] && share * 1000 >= Double(threshold) {
          found.insert(pair.relations[index])
        }
      }
      found.subtract(text.optional)
      let added = found.subtracting(text.found)
      figures.found += found.count
      figures.right += found.intersection(text.required).count
      figures.required += text.required.count
      figures.added += added.count
      figures.addedRight += added.intersection(text.required).count
    }
    return figures
  }

  /// The chance that a related pair scores above an unrelated one, over outcomes, of pairs that no rule relates.
  func area(_ texts: [GoldTexts.Text], _ unseen: Unseen, _ outcome: OpenPairModel.Outcome) -> Double {
    var scored: [(share: Double, label: Bool)] = []
    for (text, probabilities) in zip(texts, unseen.probabilities) {
      for (pair, shares) in zip(text.pairs, probabilities) where !pair.isRuled {
        if let label = pair.labels[outcome.rawValue] { scored.append((shares[outcome.rawValue], label)) }
      }
    }
    scored.sort { $0.share < $1.share }
    var above = 0.0
    var wrong = 0.0
    var start = 0
    while start < scored.count {
      let end = scored[start...].firstIndex { $0.share != scored[start].share } ?? scored.count
      let rights = Double(scored[start..<end].filter(\.label).count)
      let wrongs = Double(end - start) - rights
      above += rights * (wrong + wrongs / 2)
      wrong += wrongs
      start = end
    }
    let rights = Double(scored.filter(\.label).count)
    return rights > 0 && wrong > 0 ? above / (rights * wrong) : 0.5
  }

  /// The threshold with the best F1 on unseen texts, and the figures of all.
  func choose(_ texts: [GoldTexts.Text], _ unseen: Unseen) -> (best: Figures, all: [Figures]) {
    let all = OpenPairTrainer.thresholds.map { figures(texts, unseen, threshold: $0) }
    return (all.max { $0.f1 < $1.f1 }!, all)
  }
}
