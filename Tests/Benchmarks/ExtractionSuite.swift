import Entente

/// How many short reports a second are read, from raw text to entities and claims.
enum ExtractionSuite {
  /// About the length of a wire report.
  private static let words = 250

  static func run(_ settings: Settings) async throws -> [Measurement] {
    let corpus = try Corpus(settings).documents(words: words)
    guard !corpus.texts.isEmpty else { throw Corpus.Empty(path: settings.corpus ?? "the bundled reports") }
    let engine = try Engine()
    let documents = corpus.texts.map { engine.analyze($0) }
    var measurements: [Measurement] = []
    for threads in settings.threadCounts {
      var claims = 0
      let whole = await settings.stopwatch.time {
        claims = await sum(below: corpus.texts.count, threads: threads) { engine.code(corpus.texts[$0]).claims.count }
      }
      let coding = await settings.stopwatch.time {
        keep(await sum(below: documents.count, threads: threads) { engine.code(documents[$0]).claims.count })
      }
      let note = "\(documents.count) documents of \(words) words, \(claims) claims"
      for (work, samples) in [("raw text to claims", whole), ("parsed document to claims", coding)] {
        measurements.append(
          Measurement(
            "extraction/\(work)", samples, amount: Double(documents.count), of: "documents", threads: threads,
            note: note))
      }
    }
    return measurements
  }
}
