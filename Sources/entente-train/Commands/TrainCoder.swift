import ArgumentParser
import Extraction
import Foundation

/// Fits the weights of the event coder to annotated pairs.
struct TrainCoder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder",
    abstract: "Fit the weights of the event coder, cross-validate them, and write them.",
    discussion: """
      Pairs are JSON lines with "id", "text", "source", "target" and "code" (a PLOVER event type) or "polarity" \
      (-1, 0, 1). Figures are of five-fold cross-validation: no row is judged by weights that have seen it. The same \
      files and options give the same bytes.
      """)

  @Option(help: "Annotated pairs, JSON lines. May be given several times.")
  var pairs: [String] = []

  @Option(
    help:
      "Directory with annotations/*.json and documents.jsonl, to fit the confidences of claims. May be given several times."
  )
  var gold: [String] = []

  @Option(help: "JSON lines of texts, for annotations that stand without them. May be given several times.")
  var texts: [String] = []

  @Option(help: "Where to write the weights; without it they are only measured.")
  var output: String?

  @Option(help: "Where to write the model card (Markdown).")
  var card: String?

  @Option(help: "How small the weights of the event model are held.")
  var eventPenalty = 1.0

  @Option(help: "How small the tied weights of the event model are held.")
  var tiedPenalty = 8.0

  @Option(help: "How much smaller the event model's weights of words are held.")
  var lexicalFactor = 3.0

  @Option(help: "How small the weights of the relation model are held.")
  var relationPenalty = 4.0

  @Option(help: "How small the weights of the model of readings are held.")
  var readingPenalty = 8.0

  @Option(help: "How much more a row of a rare event weighs, 0 … 1, in quarters.")
  var balance = 0.25

  @Option(help: "How often a pair with an event counts in the relation model.")
  var eventRowWeight = 12.0

  @Flag(help: "Print figures for many thresholds.")
  var sweep = false

  func run() throws {
    let clock = ContinuousClock()
    let began = clock.now
    func progress(_ text: String) {
      FileHandle.standardError.write(Data("[\((clock.now - began).components.seconds) s] \(text)\n".utf8))
    }
    guard !pairs.isEmpty else { throw ValidationError("Fitting needs annotated pairs: --pairs FILE.") }
    let reader = try PairReader()
    var files: [(name: String, rows: Int)] = []
    var rows: [LabelledPair] = []
    for path in pairs {
      let url = URL(fileURLWithPath: path)
      let loaded = try PairData.load(url, reader: reader)
      files.append((url.lastPathComponent, loaded.count))
      rows += loaded
    }
    progress("\(rows.count) pairs read")
    var trainer = PairTrainer()
    trainer.eventPenalty = eventPenalty
    trainer.tiedPenalty = tiedPenalty
    trainer.lexicalFactor = lexicalFactor
    trainer.relationPenalty = relationPenalty
    trainer.balance = balance
    trainer.eventRowWeight = eventRowWeight
    trainer.progress = progress
    let unseen = trainer.crossValidate(rows)
    if sweep { printSweep(rows, unseen) }
    let empty = LinearModel(biases: [], keys: [], weights: [])
    var model = SettingsSearch.choose(PairModel(events: empty, relations: empty), rows, unseen)
    let isHeld: (LabelledPair) -> Bool = { $0.fold == 0 }
    let rules = PairFigures(rulesOn: rows)
    let heldRules = PairFigures(rulesOn: rows, where: isHeld)
    let all = PairFigures(rows, unseen, settings: model)
    let held = PairFigures(rows, unseen, settings: model, where: isHeld)
    print("settings: \(CoderCard.settings(model))")
    print("rules alone             \(rules.eventLine)\n                        \(rules.sentimentLine)")
    print("cross-validated         \(all.eventLine)\n                        \(all.sentimentLine)")
    print("first fold, rules alone \(heldRules.eventLine)")
    print("first fold              \(held.eventLine)")
    for (name, f1, count) in all.events.byClass { print("  \(name) \(Figures.decimal(f1)) of \(count)") }
    for bin in all.eventCalibration.bins {
      print("  confidence \(Figures.decimal(bin.confidence)): right \(Figures.decimal(bin.right)) of \(bin.count)")
    }
    var claims = ClaimConfidence(points: [Int32](repeating: 0, count: ClaimConfidence.Cue.allCases.count))
    var claimLines: [String] = []
    if !gold.isEmpty { (claims, claimLines) = try fitClaims(rows, reader) }
    guard let output else { return }
    let fitted = trainer.fit(rows)
    model.events = fitted.events
    model.relations = fitted.relations
    let bytes = CoderWeights(pairs: model, claims: claims).bytes
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    progress("\(bytes.count) bytes of weights in \(output)")
    if let card {
      let text = CoderCard(
        options: options, files: files, model: model, size: bytes.count, rules: rules, all: all, held: held,
        heldRules: heldRules, claims: claimLines
      ).markdown
      try Data(text.utf8).write(to: URL(fileURLWithPath: card))
    }
  }

  private var options: String {
    "--event-penalty \(eventPenalty) --tied-penalty \(tiedPenalty) --lexical-factor \(lexicalFactor) --relation-penalty \(relationPenalty) "
      + "--reading-penalty \(readingPenalty) --balance \(balance) --event-row-weight \(eventRowWeight)"
  }

  /// The confidences of claims, and what the card says of them.
  private func fitClaims(_ pairs: [LabelledPair], _ reader: PairReader) throws -> (ClaimConfidence, [String]) {
    let judged = try gold.flatMap {
      try GoldTexts.load(
        URL(fileURLWithPath: $0), texts: texts.map { URL(fileURLWithPath: $0) }, extractor: reader.extractor,
        analyzer: reader.analyzer)
    }
    let readings = ReadingTrainer(penalty: readingPenalty)
    let told = readings.crossValidate(pairs)
    let trainer = ClaimTrainer.best(for: judged, readings: readings.fit(pairs))
    let confidences = trainer.crossValidate(judged)
    var lines = [
      "## Confidences of claims", "",
      "How a claim was read, its predicate, what stands between its ends in the tree, is judged by a linear model "
        + "(\(trainer.readings.keys.count) features) fitted on \(told.rows) annotated pairs for which the rules made a claim; "
        + "\(told.right) of these claims had the annotator's sign. In five-fold cross-validation a right one scored above a "
        + "wrong one in \(Figures.decimal(told.area)) of all cases.", "",
      "Fitted on \(judged.count) claims of \(Set(judged.map(\.document)).count) annotated texts, of which "
        + "\(judged.filter(\.isRight).count) are right; a text's claims are judged by a fit without it. Ridge penalty \(trainer.penalty), chosen so.",
      "",
      "| claims | calibration error of the coder's own estimate | fitted |", "|---|---|---|",
    ]
    for (name, isSigned) in [("stance and cooperation", true), ("affiliation, party, membership", false)] {
      var before = Calibration()
      var after = Calibration()
      for (row, confidence) in zip(judged, confidences) where row.isSigned == isSigned {
        before.add(confidence: row.estimate, isRight: row.isRight)
        after.add(confidence: confidence, isRight: row.isRight)
      }
      lines.append(
        "| \(name) | \(Figures.decimal(before.expectedError)) | \(Figures.decimal(after.expectedError)) |")
      for bin in after.bins {
        print(
          "  \(name): confidence \(Figures.decimal(bin.confidence)), right \(Figures.decimal(bin.right)) of \(bin.count)"
        )
      }
    }
    lines.append("")
    print(lines.joined(separator: "\n"))
    let fitted = trainer.fit(judged)
    print("trust in readings \(fitted.trust)")
    return (fitted, lines)
  }

  private func printSweep(_ rows: [LabelledPair], _ unseen: [PairTrainer.Unseen?]) {
    let empty = LinearModel(biases: [], keys: [], weights: [])
    for threshold in [400, 500, 600, 700, 800, 1001] as [Int32] {
      for sign in [0, 500, 1000] as [Int32] {
        let settings = PairModel(events: empty, relations: empty, noneThreshold: threshold, signWeight: sign)
        let figures = PairFigures(rows, unseen, settings: settings)
        print("none \(threshold) sign \(sign)  \(figures.eventLine)")
        print("    \(figures.sentimentLine)")
        let held = PairFigures(rows, unseen, settings: settings, where: { $0.fold == 0 })
        print("    first fold: \(held.eventLine)")
      }
    }
  }
}
