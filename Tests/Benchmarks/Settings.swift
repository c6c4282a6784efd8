import ArgumentParser
import Entente
import Foundation

/// What all suites are told.
struct Settings: ParsableArguments {
  @Option(help: "A folder or file of texts to measure with; by default the bundled reports, repeated.")
  var corpus: String?

  @Option(help: "Most of the corpus that is used, in megabytes.")
  var megabytes = 4.0

  @Option(help: "Claims of the graph file that is written and read.")
  var claims = 1_000_000

  @Option(help: "How often each piece of work is repeated.")
  var repetitions = 5

  @Option(help: "How many threads 'all cores' means.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "A folder to write the inputs into, for other programs to do the same work.")
  var export: String?

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func validate() throws {
    guard repetitions > 0, threads > 0, claims > 0, megabytes > 0 else {
      throw ValidationError("Repetitions, threads, claims and megabytes need to be more than 0.")
    }
  }

  var stopwatch: Stopwatch { Stopwatch(repetitions: repetitions) }

  /// 1, and the number of threads where that is more.
  var threadCounts: [Int] { threads > 1 ? [1, threads] : [1] }

  /// Writes a file for other programs, where one was asked for.
  func exportFile(_ name: String, _ text: () -> String) throws {
    guard let export else { return }
    try FileManager.default.createDirectory(atPath: export, withIntermediateDirectories: true)
    try Data(text().utf8).write(to: URL(fileURLWithPath: export + "/" + name))
  }
}
