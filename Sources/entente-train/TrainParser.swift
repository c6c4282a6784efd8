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

  @Option(help: "Text to form word clusters from: JSON lines with a field \"text\". May be given several times.")
  var unlabelled: [String] = []

  @Option(help: "Where to write the weights.")
  var output: String

  @Option(help: "Where to write the model card (Markdown).")
  var card: String?

  @Option(help: "Date for the model card, as 2026-11-22.")
  var date: String = ""

  @Option(help: "Passes of the tagger over the training sentences.")
  var taggerEpochs = 8

  @Option(help: "Passes of the parser over the training sentences.")
  var parserEpochs = 12

  @Option(help: "By how much a right transition must win.")
  var margin: Int = 3

  @Option(help: "Least weight of a transition that is kept.")
  var leastTransition = 1.0

  @Option(help: "Least weight of a tag or relation that is kept.")
  var leastClass = 0.5

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

    let classes = TagClasses.collect(sentences)
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, UInt8($0)) })
    guard
      let tagSet = TagSet(
        parts: classes.map { UniversalPartOfSpeech(rawValue: UInt8($0 >> 8))! },
        pennTags: classes.map { PennTag(rawValue: UInt8($0 & 255))! })
    else { throw ValidationError("Treebanks need between 1 and 249 pairs of tags, PROPN with NNP among them.") }
    let clusters: [UInt64: UInt16] = [:]
    var prepared = sentences.map { PreparedSentence($0, classes: numbers) }

    progress("tagging by cross-validation")
    let tags = try Jackknife.tags(
      prepared, classCount: tagSet.count, folds: 5, epochs: 5, clusters: clusters, progress: progress)
    let lexicon = LexiconBuilder(prepared, clusters: clusters)
    for index in prepared.indices { prepared[index].look(up: lexicon) }
    progress("training the tagger")
    var tagger = TaggerTrainer(classCount: tagSet.count)
    tagger.train(prepared, epochs: taggerEpochs, seed: 5)

    progress("learning lemmas")
    let lemmas = LemmaTrainer(sentences)

    progress("training the parser")
    for index in prepared.indices {
      for token in tags[index].indices {
        prepared[index].tokens[token].tag = tags[index][token]
        prepared[index].tokens[token].part = tagSet.parts[Int(tags[index][token])].rawValue
      }
    }
    let collapsed = sentences.indices.map {
      NameCollapser.collapse(prepared[$0], names: NameCollapser.names(sentences[$0]), properNoun: tagSet.properNoun)
    }
    var settings = ParserTrainer.Settings()
    settings.epochs = parserEpochs
    settings.margin = Int32(margin)
    var parser = ParserTrainer(settings: settings)
    parser.train(prepared, collapsed: collapsed, progress: progress)

    var writer = WeightsWriter()
    writer.add(.tagPairs, WeightsWriter.tagPairs(classes))
    writer.add(.lexicon, WeightsWriter.lexicon(lexicon.entries))
    writer.add(.tagger, WeightsWriter.classes(tagger.weights.averaged(now: tagger.now), least: leastClass))
    writer.add(
      .transitions,
      WeightsWriter.transitions(parser.transitions.averaged(now: parser.transitionTime), least: leastTransition))
    writer.add(.labels, WeightsWriter.classes(parser.labels.averaged(now: parser.labelTime), least: leastClass))
    writer.add(.lemmaExceptions, WeightsWriter.texts(lemmas.exceptions))
    writer.add(.lemmaRules, WeightsWriter.texts(lemmas.rules))
    writer.add(.verbs, WeightsWriter.hashes(lemmas.verbs))
    let bytes = writer.bytes()
    for section in writer.sizes { progress(section) }
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    progress("\(bytes.count) bytes of weights in \(output)")

    let analyzer = try Analyzer(weights: bytes)
    let scores = development.map { ($0.name, Score(of: analyzer, on: $0)) }
    for (name, score) in scores { progress("\(name): \(score)") }
    if let card {
      let text = ModelCard(
        date: date, training: training, development: scores, size: bytes.count, options: optionsText
      ).markdown
      try Data(text.utf8).write(to: URL(fileURLWithPath: card))
    }
  }

  private var optionsText: String {
    "--tagger-epochs \(taggerEpochs) --parser-epochs \(parserEpochs) --margin \(margin) "
      + "--least-transition \(leastTransition) --least-class \(leastClass)"
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
