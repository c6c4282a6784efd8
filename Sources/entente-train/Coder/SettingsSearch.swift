import Extraction
import Foundation

/// Chooses the settings of the pair models by scores that no row had a part in.
enum SettingsSearch {
  /// The thresholds that give the highest sum of the macro-F1 of events and of directed sentiment, then the sharpness
  /// that makes confidences truest.
  static func choose(_ model: PairModel, _ pairs: [LabelledPair], _ unseen: [PairTrainer.Unseen?]) -> PairModel {
    var best = model
    var highest = -1.0
    for threshold in stride(from: Int32(300), through: 950, by: 50) {
      for weight in stride(from: Int32(0), through: 1000, by: 250) {
        var settings = model
        settings.noneThreshold = threshold
        settings.signWeight = weight
        let figures = PairFigures(pairs, unseen, settings: settings)
        let value = figures.events.macroF1 + figures.sentiment.macroF1
        if value > highest + 1e-9 {
          highest = value
          best = settings
        }
      }
    }
    var lowest = Double.infinity
    let thresholds = best
    for sharpness in stride(from: Int32(400), through: 1400, by: 50) {
      for discount in stride(from: Int32(0), through: 1000, by: 250) {
        var settings = thresholds
        settings.eventSharpness = sharpness
        settings.noneDiscount = discount
        let figures = PairFigures(pairs, unseen, settings: settings)
        let value =
          figures.eventCalibration.expectedError
          + (figures.sentiment.rows > 0 ? figures.sentimentCalibration.expectedError : 0)
        if value < lowest - 1e-9 {
          lowest = value
          best = settings
        }
      }
    }
    return best
  }
}
