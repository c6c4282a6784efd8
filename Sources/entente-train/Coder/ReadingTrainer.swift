import Extraction
import Foundation

/// Fits the model that tells right readings of the rules from wrong ones, on annotated pairs for which the rules made a
/// claim: right is what has the sign that the annotator saw.
struct ReadingTrainer {
  var penalty = 8.0

  func fit(_ pairs: [LabelledPair]) -> LinearModel {
    let rows = pairs.compactMap { pair in
      pair.reading?.claim.map { claim in
        SoftmaxTrainer.Row(features: claim.features, label: ReadingTrainer.isRight(pair, claim.isNegative) ? 1 : 0)
      }
    }
    return SoftmaxTrainer(classCount: 2, penalty: penalty, leastRows: 3, iterations: 60, leastWeight: 20).fit(rows)
  }

  private static func isRight(_ pair: LabelledPair, _ isNegative: Bool) -> Bool {
    pair.relation == (isNegative ? .negative : .positive)
  }

  /// How well readings are told apart by models that have not seen them.
  struct Figures {
    var rows = 0
    var right = 0
    /// The chance that a right reading scores above a wrong one.
    var area = 0.5
  }

  func crossValidate(_ pairs: [LabelledPair]) -> Figures {
    var scored: [(support: Int32, isRight: Bool)] = []
    for fold in 0..<PairData.foldCount {
      let confidence = ClaimConfidence(
        points: [Int32](repeating: 0, count: ClaimConfidence.Cue.allCases.count),
        readings: fit(pairs.filter { $0.fold != fold }))
      for pair in pairs where pair.fold == fold {
        guard let claim = pair.reading?.claim else { continue }
        scored.append((confidence.support(claim.features), ReadingTrainer.isRight(pair, claim.isNegative)))
      }
    }
    var figures = Figures(rows: scored.count, right: scored.filter(\.isRight).count)
    // Pairs of a right and a wrong one in order, ties half: by ranks.
    scored.sort { $0.support < $1.support }
    var above = 0.0
    var wrong = 0.0
    var start = 0
    while start < scored.count {
      var end = start
      while end < scored.count, scored[end].support == scored[start].support { end += 1 }
      let rights = Double(scored[start..<end].filter(\.isRight).count)
      let wrongs = Double(end - start) - rights
      above += rights * (wrong + wrongs / 2)
      wrong += wrongs
      start = end
    }
    if figures.right > 0, wrong > 0 { figures.area = above / (Double(figures.right) * wrong) }
    return figures
  }
}
