import Diplomacy
import Extraction

/// Fits the two models of pairs, and measures them on rows that they have not seen.
struct PairTrainer {
  var eventPenalty = 1.0
  var tiedPenalty = 1.0
  var lexicalFactor = 1.0
  var relationPenalty = 4.0
  /// Rows of an event weigh (mean count / its count) to this power, so that rare events are not passed over.
  var balance = 0.3
  /// How often a row with an event counts among the many rows of the relation model.
  var eventRowWeight = 4.0
  var progress: (String) -> Void = { _ in }

  /// Scores of one row by models that have not seen it.
  struct Unseen {
    var events: [Double]
    var relations: [Double]
  }

  func fit(_ pairs: [LabelledPair]) -> PairModel {
    PairModel(events: fitEvents(pairs), relations: fitRelations(pairs))
  }

  private func fitEvents(_ pairs: [LabelledPair]) -> LinearModel {
    var counts = [Int](repeating: 0, count: PairModel.Outcome.allCases.count)
    var rows: [SoftmaxTrainer.Row] = []
    for pair in pairs {
      guard case .outcome(let outcome) = pair.label, let reading = pair.reading else { continue }
      counts[outcome.rawValue] += 1
      rows.append(.init(features: reading.features, label: outcome.rawValue))
    }
    let mean = Double(rows.count) / Double(counts.count)
    for index in rows.indices {
      rows[index].weight = power(mean / Double(max(1, counts[rows[index].label])), balance)
    }
    return SoftmaxTrainer(
      classCount: counts.count, penalty: eventPenalty, leastRows: 2, isTied: true, lexicalFactor: lexicalFactor,
      tiedPenalty: tiedPenalty,
      iterations: 60
    ).fit(rows)
  }

  private func fitRelations(_ pairs: [LabelledPair]) -> LinearModel {
    let rows = pairs.compactMap { pair in
      pair.reading.map {
        SoftmaxTrainer.Row(
          features: $0.features, label: pair.relation.rawValue, weight: pair.hasEvent ? eventRowWeight : 1)
      }
    }
    return SoftmaxTrainer(
      classCount: PairModel.Relation.allCases.count, penalty: relationPenalty, leastRows: 3, iterations: 40,
      leastWeight: 30
    ).fit(rows)
  }

  /// Square roots alone, so that every machine gives the same bits: exponents are rounded to quarters.
  private func power(_ base: Double, _ exponent: Double) -> Double {
    let root = base.squareRoot().squareRoot()
    return (0..<Int((exponent * 4).rounded())).reduce(1.0) { product, _ in product * root }
  }

  /// For each row the scores of models fitted on the other folds.
  func crossValidate(_ pairs: [LabelledPair]) -> [Unseen?] {
    var result = [Unseen?](repeating: nil, count: pairs.count)
    for fold in 0..<PairData.foldCount {
      let model = fit(pairs.filter { $0.fold != fold })
      for (index, pair) in pairs.enumerated() where pair.fold == fold {
        guard let reading = pair.reading else { continue }
        result[index] = Unseen(
          events: model.events.scores(reading.features), relations: model.relations.scores(reading.features))
      }
      progress("fold \(fold + 1) of \(PairData.foldCount)")
    }
    return result
  }
}
