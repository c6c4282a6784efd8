import Extraction
import Foundation

/// Fits the confidences of claims: logistic regression over few cues, held small, and how much the model of readings is
/// believed, held near one.
struct ClaimTrainer {
  /// λ of the ridge penalty on every cue but the base.
  var penalty: Double
  /// Tells right readings from wrong ones.
  var readings: LinearModel

  /// The trainer whose penalty tells unseen texts best, by log loss; with few texts most cues are held near nothing.
  static func best(for rows: [GoldTexts.Judged], readings: LinearModel) -> ClaimTrainer {
    let trainers = [2, 5, 10, 20, 50, 100].map { ClaimTrainer(penalty: $0, readings: readings) }
    func loss(_ trainer: ClaimTrainer) -> Double {
      zip(rows, trainer.crossValidate(rows)).reduce(0) { $0 - Foundation.log($1.0.isRight ? $1.1 : 1 - $1.1) }
    }
    let losses = trainers.map(loss)
    return trainers[losses.indices.min { losses[$0] < losses[$1] }!]
  }

  func fit(_ rows: [GoldTexts.Judged]) -> ClaimConfidence {
    let count = ClaimConfidence.Cue.allCases.count
    let base = ClaimConfidence.Cue.base.rawValue
    let supports = rows.map { support(of: $0).map { Double($0) / 1000 } ?? 0 }
    let solution = LimitedMemoryBFGS(iterations: 100).minimize([Double](repeating: 0, count: count + 1)) {
      point, gradient in
      var value = 0.0
      for index in 0..<count {
        let strength = index == base ? 0 : penalty
        value += strength / 2 * point[index] * point[index]
        gradient[index] = strength * point[index]
      }
      let distrust = point[count] - 1
      value += penalty / 2 * distrust * distrust
      gradient[count] = penalty * distrust
      for (row, support) in zip(rows, supports) {
        let sum = row.cues.reduce(support * point[count]) { $0 + point[$1.rawValue] }
        let share = 1 / (1 + StableMath.exp(-sum))
        value -= Foundation.log(max(1e-12, row.isRight ? share : 1 - share))
        let excess = share - (row.isRight ? 1 : 0)
        for cue in row.cues { gradient[cue.rawValue] += excess }
        gradient[count] += excess * support
      }
      return value
    }
    let points = solution.map { Int32(($0 * 1000).rounded()) }
    return ClaimConfidence(points: Array(points.dropLast()), readings: readings, trust: points[count])
  }

  private func support(of row: GoldTexts.Judged) -> Int32? {
    guard let features = row.features else { return nil }
    return ClaimConfidence(
      points: [Int32](repeating: 0, count: ClaimConfidence.Cue.allCases.count), readings: readings
    ).support(features)
  }

  /// For each row the confidence by a fit that has not seen its text.
  func crossValidate(_ rows: [GoldTexts.Judged]) -> [Double] {
    var result = [Double](repeating: 0.5, count: rows.count)
    for document in Set(rows.map(\.document)).sorted() {
      let model = fit(rows.filter { $0.document != document })
      for (index, row) in rows.enumerated() where row.document == document {
        result[index] = model.probability(of: row.cues, support: support(of: row))
      }
    }
    return result
  }
}
