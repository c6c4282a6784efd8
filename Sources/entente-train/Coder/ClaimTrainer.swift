import Extraction
import Foundation

/// Fits the confidences of claims: logistic regression over few cues, held small.
struct ClaimTrainer {
  /// λ of the ridge penalty on every cue but the base.
  var penalty: Double

  /// The trainer whose penalty tells unseen texts best, by log loss; with few texts most cues are held near nothing.
  static func best(for rows: [GoldTexts.Judged]) -> ClaimTrainer {
    let trainers = [2, 5, 10, 20, 50, 100].map { ClaimTrainer(penalty: $0) }
    func loss(_ trainer: ClaimTrainer) -> Double {
      zip(rows, trainer.crossValidate(rows)).reduce(0) { $0 - Foundation.log($1.0.isRight ? $1.1 : 1 - $1.1) }
    }
    let losses = trainers.map(loss)
    return trainers[losses.indices.min { losses[$0] < losses[$1] }!]
  }

  func fit(_ rows: [GoldTexts.Judged]) -> ClaimConfidence {
    let count = ClaimConfidence.Cue.allCases.count
    let base = ClaimConfidence.Cue.base.rawValue
    let solution = LimitedMemoryBFGS(iterations: 100).minimize([Double](repeating: 0, count: count)) {
      point, gradient in
      var value = 0.0
      for index in 0..<count {
        let strength = index == base ? 0 : penalty
        value += strength / 2 * point[index] * point[index]
        gradient[index] = strength * point[index]
      }
      for row in rows {
        let sum = row.cues.reduce(0) { $0 + point[$1.rawValue] }
        let share = 1 / (1 + StableMath.exp(-sum))
        value -= Foundation.log(max(1e-12, row.isRight ? share : 1 - share))
        for cue in row.cues { gradient[cue.rawValue] += share - (row.isRight ? 1 : 0) }
      }
      return value
    }
    return ClaimConfidence(points: solution.map { Int32(($0 * 1000).rounded()) })
  }

  /// For each row the confidence by a fit that has not seen its text.
  func crossValidate(_ rows: [GoldTexts.Judged]) -> [Double] {
    var result = [Double](repeating: 0.5, count: rows.count)
    for document in Set(rows.map(\.document)).sorted() {
      let model = fit(rows.filter { $0.document != document })
      for (index, row) in rows.enumerated() where row.document == document {
        result[index] = model.probability(of: row.cues)
      }
    }
    return result
  }
}
