import Entente
import Foundation

/// How fast a raw text becomes a parsed document.
enum LinguisticsSuite {
  static func run(_ settings: Settings) async throws -> [Measurement] {
    let corpus = try Corpus(settings)
    let analyzer = try Analyzer()
    let engine = try Engine()
    let note = "\(corpus.texts.count) texts, \(megabytes(corpus)) MB"
    var measurements: [Measurement] = []

    let tokenizer = Tokenizer()
    let bytes = corpus.texts.map { Array($0.text.utf8) }
    measurements += await throughput(of: "tokenize", corpus, [1], settings, note) {
      tokenizer.spans(of: bytes[$0]).count
    }
    let builder = DocumentBuilder()
    measurements += await throughput(of: "tokens, sentences and zones", corpus, [1], settings, note) {
      builder.document(from: corpus.texts[$0]).tokens.count
    }
    measurements += await throughput(of: "raw text to parsed document", corpus, settings.threadCounts, settings, note) {
      analyzer.analyze(corpus.texts[$0]).tokens.count
    }
    measurements += await throughput(of: "the same, names found first", corpus, settings.threadCounts, settings, note) {
      engine.analyze(corpus.texts[$0]).tokens.count
    }
    measurements += try coldLoad(settings)
    try settings.exportFile("texts.jsonl") { corpus.jsonLines }
    try settings.exportFile("sentences.txt") { sentences(of: corpus, analyzer, count: 60) }
    return measurements
  }

  private static func megabytes(_ corpus: Corpus) -> String {
    (Double(corpus.byteCount) / 1e6).formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en")))
  }

  /// Tokens and bytes a second.
  private static func throughput(
    of work: String, _ corpus: Corpus, _ threadCounts: [Int], _ settings: Settings, _ note: String,
    _ body: @escaping @Sendable (Int) -> Int
  ) async -> [Measurement] {
    var measurements: [Measurement] = []
    for threads in threadCounts {
      var tokens = 0
      let samples = await settings.stopwatch.time {
        tokens = await sum(below: corpus.texts.count, threads: threads, body)
      }
      measurements += [
        Measurement(
          "linguistics/\(work)", samples, amount: Double(tokens), of: "tokens", threads: threads,
          note: note + ", \(tokens) tokens"),
        Measurement(
          "linguistics/\(work), bytes", samples, amount: Double(corpus.byteCount) / 1e6, of: "MB", threads: threads,
          note: note),
      ]
    }
    return measurements
  }

  /// The time that a process of its own needs to have a model and to parse a first sentence by it.
  private static func coldLoad(_ settings: Settings) throws -> [Measurement] {
    guard let program = Bundle.main.executablePath else { return [] }
    var loads: [Lap] = []
    var firsts: [Lap] = []
    for round in 0..<(settings.repetitions + 1) {
      let text = try ChildProcess.output(of: program, ["load"])
      let nanoseconds = text.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
      guard nanoseconds.count == 2 else { throw ChildProcess.Failure(description: "load printed: \(text)") }
      guard round > 0 else { continue }
      loads.append(Lap(elapsed: .nanoseconds(nanoseconds[0])))
      firsts.append(Lap(elapsed: .nanoseconds(nanoseconds[1])))
    }
    return [
      Measurement("linguistics/model load, cold process", Samples(loads)),
      Measurement("linguistics/model load and first sentence, cold process", Samples(firsts)),
    ]
  }

  /// Body sentences of 5 to 40 tokens, one a line, spread over the corpus: for parsers that read no documents.
  private static func sentences(of corpus: Corpus, _ analyzer: Analyzer, count: Int) -> String {
    var lines: [String] = []
    for place in 0..<count {
      let document = analyzer.analyze(corpus.texts[place * corpus.texts.count / count])
      let fitting = document.sentences.filter { $0.zone == .body && (5...40).contains($0.tokens.count) }
      guard !fitting.isEmpty else { continue }
      let words = document.text(fitting[place % fitting.count].span).split(whereSeparator: \.isWhitespace)
      lines.append(words.joined(separator: " ") + "\n")
    }
    return lines.joined()
  }
}
