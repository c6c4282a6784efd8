import Extraction

/// The page that tells what the coder's weights were made of and how good they are.
struct CoderCard {
  var options: String
  var files: [(name: String, rows: Int)]
  var model: PairModel
  var size: Int
  var rules: PairFigures
  var all: PairFigures
  var held: PairFigures
  var heldRules: PairFigures
  var claims: [String]

  var markdown: String {
    var lines = [
      "# Weights of the event coder", "",
      "Made by `entente-train coder` with `\(options)`. \(size) bytes; the same files, options and program give the same "
        + "bytes.", "",
      "## What they are", "",
      "Two linear models over hashed features of a pair of actors in a text. The first tells whether the text speaks of a "
        + "relation between them and of which sign (\(model.relations.keys.count) features), the second which PLOVER "
        + "event it is (\(model.events.keys.count) features, fifteen classes). Features are what the rules of the event "
        + "coder found, the way between the two in the dependency tree with the senses of the lexicon on it, and lemmas "
        + "around them; names of actors are left out. Multinomial logistic regression, L-BFGS, ridge penalty; weights are "
        + "whole numbers. Beside them, points for the confidence of claims (logistic, "
        + "\(ClaimConfidence.Cue.allCases.count) cues).", "", "## Data and licences", "",
      "| file | rows | source and licence |", "|---|---|---|",
    ]
    for (name, rows) in files { lines.append("| \(name) | \(rows) | \(CoderCard.licence(name)) |") }
    lines += [
      "",
      "The weights derive from CC BY-SA 4.0 data and are themselves under CC BY-SA 4.0. Hashes and weights do not hold "
        + "the texts.", "", "## Figures", "",
      "Five-fold cross-validation: no row is judged by weights that have seen it, and rows of one text stay together. The "
        + "lexicon's rules were written with these pairs at hand, which flatters every figure that leans on rules: with four "
        + "of the five folds first, and later with half the pairs of all folds, as texts to extract claims from. The first "
        + "fold, seen least, is given apart. Thresholds and sharpness "
        + "(\(CoderCard.settings(model))) were chosen on the same cross-validated scores.", "",
      "| | pairs | event | quad | sign | calibration error |", "|---|---|---|---|---|---|",
      CoderCard.row("rules alone, all folds", rules), CoderCard.row("with the models, all folds", all),
      CoderCard.row("rules alone, first fold", heldRules), CoderCard.row("with the models, first fold", held), "",
      "Macro-F1; event over fifteen types, quad over words and deeds of cooperation and conflict, sign over cooperation "
        + "and conflict. Calibration error: expected, ten bins.", "",
    ]
    if all.sentiment.rows > 0 {
      lines += [
        "Directed sentiment (negative, none, positive), macro-F1: rules alone \(Figures.decimal(rules.sentiment.macroF1)), "
          + "with the models \(Figures.decimal(all.sentiment.macroF1)); calibration error "
          + "\(Figures.decimal(all.sentimentCalibration.expectedError)).", "",
      ]
    }
    lines += ["| event | F1 | pairs |", "|---|---|---|"]
    lines += all.events.byClass.map { "| \($0.name) | \(Figures.decimal($0.f1)) | \($0.count) |" }
    lines += [""] + claims
    lines += [
      "## Limits", "",
      "English news and government texts. Pairs of domestic politics, sport and business make up most of the sentiment "
        + "data, and most of them have no relation; of an unrelated pair named in one sentence the models may still "
        + "make one. Rare events (cooperation in deed, mobilization, protest) rest on fewer than twenty examples each.",
      "",
    ]
    return lines.joined(separator: "\n")
  }

  static func settings(_ model: PairModel) -> String {
    "none \(model.noneThreshold), sign \(model.signWeight), sharpness \(model.eventSharpness), "
      + "discount \(model.noneDiscount), in thousandths"
  }

  private static func row(_ name: String, _ figures: PairFigures) -> String {
    let numbers = [
      figures.events.macroF1, figures.quads.macroF1, figures.signs.macroF1, figures.eventCalibration.expectedError,
    ]
    return "| \(name) | \(figures.events.rows) | \(numbers.map(Figures.decimal).joined(separator: " | ")) |"
  }

  private static func licence(_ name: String) -> String {
    if name.hasPrefix("plover") {
      return "Zero-Shot-PLOVER (Hu et al., ACL 2024, arXiv:2308.07876), from the CAMEO code book and PLOVER records; "
        + "CC BY-SA 4.0"
    }
    if name.hasPrefix("directed_sentiment") {
      return
        "Park, Pan and Joo, \"Who Blames or Endorses Whom?\", Findings of ACL 2021 (bywords/directed_sentiment_analysis); "
        + "free for any purpose with this citation, no named licence"
    }
    return "see the file"
  }
}
