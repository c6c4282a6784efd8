import ArgumentParser
import Foundation
import Linguistics

/// Makes the weights of tagger, lemmatizer and parser from treebanks.
struct TrainParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser",
    abstract: "Train tagger, lemmatizer and parser, and write their weights.",
    discussion: """
      Every file *-train.conllu of the directory is learnt, in order of names, and every *-dev.conllu is measured on. \
      The same files and options give the same bytes.
      """)

  @Option(help: "Directory with *-train.conllu and *-dev.conllu.")
  var treebanks: String

  @Option(help: "Unlabelled text to learn words from: JSON lines with a field \"text\". May be given several times.")
  var unlabelled: [String] = []

  @Option(help: "Weights that parse the unlabelled text, and are learnt on from. Without them they are trained first.")
  var teacher: String?

  @Option(help: "Where to write the weights.")
  var output: String

  @Option(help: "Where to write the model card (Markdown).")
  var card: String?

  @Option(help: "Date for the model card, as 2026-11-22.")
  var date: String = ""

  @Option(help: "Cells of a layer in one direction, a multiple of 16.")
  var hidden = 80

  @Option(help: "Layers.")
  var layers = 3

  @Option(help: "Passes over the training sentences.")
  var epochs = 20

  @Option(help: "Passes over the training sentences and a part of the unlabelled text, after the first ones.")
  var laterEpochs = 12

  @Option(help: "First learning rate of those.")
  var laterRate: Float = 1.2e-3

  @Option(help: "First learning rate; it falls to nothing in a straight line.")
  var rate: Float = 3e-3

  @Option(help: "Share of values that are left out while learning.")
  var dropout: Float = 0.25

  func run() throws {
    let clock = ContinuousClock()
    let began = clock.now
    func progress(_ text: String) {
      let seconds = clock.now - began
      FileHandle.standardError.write(Data("[\(seconds.components.seconds) s] \(text)\n".utf8))
    }
    let training = try Corpus.load(directory: treebanks, suffix: "-train.conllu")
    let development = try Corpus.load(directory: treebanks, suffix: "-dev.conllu")
    guard !training.isEmpty else {
      throw ValidationError("Training needs treebanks: \(treebanks) holds no file *-train.conllu.")
    }
    let sentences = training.flatMap(\.sentences)
    progress("\(sentences.count) sentences, \(training.reduce(0) { $0 + $1.wordCount }) words to learn from")

    let classes = TagClasses(sentences)
    guard let tagSet = classes.tagSet else {
      throw ValidationError("Treebanks need between 1 and \(TagSet.most) pairs of tags, PROPN with NNP among them.")
    }
    let prepared = sentences.map { PreparedSentence($0, classes: classes) }
    let collapsed = sentences.indices.map {
      NameCollapser.collapse(prepared[$0], names: NameCollapser.names(sentences[$0]), properNoun: tagSet.properNoun)
    }
    let lemmas = LemmaTrainer(sentences)
    let casings = CasingTrainer.learn(sentences)
    var settings = NetworkTrainer.Settings()
    settings.hidden = hidden
    settings.layers = layers
    settings.epochs = epochs
    settings.rate = rate
    settings.dropout = dropout
    func writer(_ net: NetworkTrainer) -> WeightsWriter {
      var writer = WeightsWriter()
      writer.add(.tagPairs, WeightsWriter.tagPairs(classes))
      writer.add(.network, WeightsWriter.network(net))
      writer.add(.casings, WeightsWriter.buckets(casings))
      writer.add(.lemmaExceptions, WeightsWriter.texts(lemmas.exceptions))
      writer.add(.lemmaRules, WeightsWriter.texts(lemmas.rules))
      writer.add(.verbs, WeightsWriter.hashes(lemmas.verbs))
      return writer
    }
    func network(silver: [PreparedSentence], from teacher: Weights?) throws -> NetworkTrainer {
      var settings = settings
      if teacher != nil {
        settings.epochs = laterEpochs
        settings.rate = laterRate
      }
      let net = NetworkTrainer(sentences: prepared, silver: silver, tagCount: tagSet.count, settings: settings)
      if let teacher { net.adopt(teacher.network) }
      progress("\(net.keys.count) vectors and \(net.denseCount) other weights")
      try net.train(prepared, collapsed: collapsed, progress: progress) { epoch in
        guard (epoch + 1) % 4 == 0, epoch + 1 < settings.epochs else { return }
        let analyzer = try Analyzer(weights: writer(net).bytes())
        for bank in development { progress("\(bank.name): \(Score(of: analyzer, on: bank))") }
      }
      return net
    }
    let first =
      if let teacher { [UInt8](try Data(contentsOf: URL(fileURLWithPath: teacher))) } else {
        writer(try network(silver: [], from: nil)).bytes()
      }
    var bytes = first
    if !unlabelled.isEmpty {
      let teacher = try Analyzer(.words, weights: first)
      let silver = try unlabelled.flatMap {
        try SilverText.sentences(of: URL(fileURLWithPath: $0), teacher: teacher, classes: classes)
      }
      progress("\(silver.count) sentences of unlabelled text")
      bytes = writer(try network(silver: silver, from: try Weights(copying: first))).bytes()
    }
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    progress("\(bytes.count) bytes of weights in \(output)")

    let analyzer = try Analyzer(weights: bytes)
    let scores = development.map { ($0.name, Score(of: analyzer, on: $0)) }
    for (name, score) in scores { progress("\(name): \(score)") }
    if let card {
      let text = ModelCard(
        date: date, training: training, unlabelled: !unlabelled.isEmpty, development: scores, size: bytes.count,
        options: optionsText
      ).markdown
      try Data(text.utf8).write(to: URL(fileURLWithPath: card))
    }
  }

  private var optionsText: String {
    "--hidden \(hidden) --layers \(layers) --epochs \(epochs) --rate \(rate) --dropout \(dropout)"
      + (unlabelled.isEmpty ? "" : " --later-epochs \(laterEpochs) --later-rate \(laterRate)")
  }
}

/// The treebanks of a directory.
enum Corpus {
  static func load(directory: String, suffix: String) throws -> [Treebank] {
    try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(suffix) }.sorted().map {
      try Treebank(contentsOf: URL(fileURLWithPath: directory).appendingPathComponent($0))
    }
  }
}
