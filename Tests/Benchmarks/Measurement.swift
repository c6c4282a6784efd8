import Foundation

/// One figure: what was measured, of which program, and how the repetitions came out.
struct Measurement: Codable {
  /// Suite and subject matter: "graph/strongest path". Programs that did the same work share it.
  var benchmark: String
  /// "Entente", or a peer with its version.
  var program: String
  /// "ms", "tokens/s", "bytes/edge" and so on. Of a rate, a unit that ends in "/s", more is better; of others less.
  var unit: String
  var median: Double
  /// What 95 of 100 repetitions were no worse than. Equal to the median of a single figure.
  var p95: Double
  var best: Double
  /// The median, had the process had the processors to itself: by their time instead of the clock's, that of all
  /// threads together. Nil where it was not taken.
  var processor: Double?
  /// How many times, after warming up.
  var repetitions: Int
  var threads: Int
  /// What else is needed to read the figure.
  var note: String?

  /// A figure that repetition does not change.
  init(_ benchmark: String, _ value: Double, _ unit: String, threads: Int = 1, note: String? = nil) {
    self.benchmark = benchmark
    program = "Entente"
    self.unit = unit
    median = value
    p95 = value
    best = value
    repetitions = 1
    self.threads = threads
    self.note = note
  }

  /// How long a piece of work took, in milliseconds.
  init(_ benchmark: String, _ samples: Samples, threads: Int = 1, note: String? = nil) {
    self.init(benchmark, samples.median * 1e3, "ms", threads: threads, note: note)
    p95 = samples.p95 * 1e3
    best = samples.least * 1e3
    processor = samples.processor.map { $0 * 1e3 }
    repetitions = samples.count
  }

  /// How much work was done a second.
  init(
    _ benchmark: String, _ samples: Samples, amount: Double, of unit: String, threads: Int = 1, note: String? = nil
  ) {
    self.init(benchmark, amount / samples.median, unit + "/s", threads: threads, note: note)
    p95 = amount / samples.p95
    best = amount / samples.least
    processor = samples.processor.map { amount / $0 }
    repetitions = samples.count
  }

  var isRate: Bool { unit.hasSuffix("/s") }

  /// How many times better this is than another figure of the same unit.
  func advantage(over other: Measurement) -> Double {
    isRate ? median / other.median : other.median / median
  }
}

/// The figures of one run, with the machine they were taken on.
struct Results: Codable {
  var machine: Machine
  var measurements: [Measurement]
}
