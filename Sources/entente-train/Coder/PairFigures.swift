import Diplomacy
import Extraction

/// How good decisions over pairs are.
struct PairFigures {
  var events = ClassScores()
  var quads = ClassScores()
  var signs = ClassScores()
  var sentiment = ClassScores()
  var eventCalibration = Calibration()
  var sentimentCalibration = Calibration()
  /// Pairs with an event that were given none.
  var passedOver = 0

  /// - Parameter unseen: scores by models that have not seen the row; nil where no word of it was found.
  init(
    _ pairs: [LabelledPair], _ unseen: [PairTrainer.Unseen?], settings: PairModel,
    where isWanted: (LabelledPair) -> Bool = { _ in true }
  ) {
    for (pair, scores) in zip(pairs, unseen) where isWanted(pair) {
      let decision = scores.map { settings.decide(eventScores: $0.events, relationScores: $0.relations) }
      add(pair.label, decision?.outcome, decision?.confidence ?? 0.5)
    }
  }

  /// What the rules alone make of the pairs.
  init(rulesOn pairs: [LabelledPair], where isWanted: (LabelledPair) -> Bool = { _ in true }) {
    for pair in pairs where isWanted(pair) {
      let code = pair.reading?.ruled
      add(pair.label, code?.event.map { PairModel.Outcome($0) }, code?.confidence ?? 0.5)
    }
  }

  private mutating func add(_ label: LabelledPair.Label, _ outcome: PairModel.Outcome?, _ confidence: Double) {
    switch label {
    case .outcome(let want):
      if outcome == nil { passedOver += 1 }
      events.add(wanted: "\(want)", got: outcome.map { "\($0)" })
      quads.add(wanted: PairFigures.quad(want), got: outcome.map(PairFigures.quad))
      signs.add(wanted: "\(want.isConflict)", got: outcome.map { "\($0.isConflict)" })
      eventCalibration.add(confidence: confidence, isRight: want == outcome)
    case .relation(let want):
      let got: PairModel.Relation = outcome.map { $0.isConflict ? .negative : .positive } ?? .none
      sentiment.add(wanted: "\(want)", got: "\(got)")
      sentimentCalibration.add(confidence: confidence, isRight: want == got)
    }
  }

  /// PLOVER's four classes: word or deed, cooperation or conflict.
  static func quad(_ outcome: PairModel.Outcome) -> String {
    switch outcome {
    case .agree, .consult, .support: "verbal cooperation"
    case .yield, .cooperate, .aid: "material cooperation"
    case .request, .accuse, .reject, .threaten: "verbal conflict"
    case .protest, .sanction, .mobilize, .coerce, .assault: "material conflict"
    }
  }

  /// One line of the figures over pairs with events.
  var eventLine: String {
    "event \(Figures.decimal(events.macroF1))  quad \(Figures.decimal(quads.macroF1))  "
      + "sign \(Figures.decimal(signs.macroF1))  accuracy \(Figures.decimal(events.accuracy))  "
      + "calibration error \(Figures.decimal(eventCalibration.expectedError))  "
      + "(\(events.rows) pairs, \(passedOver) passed over)"
  }

  var sentimentLine: String {
    "directed sentiment \(Figures.decimal(sentiment.macroF1))  accuracy \(Figures.decimal(sentiment.accuracy))  "
      + "calibration error \(Figures.decimal(sentimentCalibration.expectedError))  (\(sentiment.rows) pairs)"
  }
}
