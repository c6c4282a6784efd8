import ArgumentParser
import Entente
import Foundation

@main
struct EntenteBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-bench",
    abstract: "Measures how fast Entente is.",
    discussion: """
      Inputs are made from fixed seeds, work is done in the same order every time, and each figure is the median of \
      several rounds after a first one that does not count. Time is that of the clock on the wall: run it on a machine \
      that does nothing else.

      EXAMPLES
        entente-bench run graph
        entente-bench run linguistics extraction --corpus reports/ --json
        entente-bench report own.json networkx.jsonl
      """,
    subcommands: [Run.self, Compare.self, Load.self, Memory.self], defaultSubcommand: Run.self)
}

/// What can be measured, in the order it is.
enum Suite: String, CaseIterable, ExpressibleByArgument {
  case linguistics, extraction, graph, pictures, store, reports

  func run(_ settings: Settings) async throws -> [Measurement] {
    switch self {
    case .linguistics: try await LinguisticsSuite.run(settings)
    case .extraction: try await ExtractionSuite.run(settings)
    case .graph: try await GraphSuite.run(settings)
    case .pictures: try await PictureSuite.run(settings)
    case .store: try await StoreSuite.run(settings)
    case .reports: try await ReportSuite.run(settings)
    }
  }
}

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measures, and prints the figures.")

  @Argument(
    help: "What to measure: \(Suite.allCases.map(\.rawValue).joined(separator: ", ")). All where none is named.")
  var suites: [Suite] = []

  @OptionGroup var settings: Settings

  func run() async throws {
    var results = Results(machine: .current(), measurements: [])
    for suite in Suite.allCases where suites.isEmpty || suites.contains(suite) {
      FileHandle.standardError.write(Data("Measuring \(suite.rawValue) …\n".utf8))
      results.measurements += try await suite.run(settings)
    }
    if settings.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(results), as: UTF8.self))
    } else {
      print(Report(results: results).text(), terminator: "")
    }
  }
}

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Prints figures of Entente with those of its peers beside them.")

  @Argument(help: "What 'run --json' printed.")
  var own: String

  @Argument(help: "Files of peers' figures, one JSON object a line.")
  var peers: [String] = []

  func run() throws {
    let decoder = JSONDecoder()
    var results = try decoder.decode(Results.self, from: Data(contentsOf: URL(fileURLWithPath: own)))
    for path in peers {
      let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n"))
      results.measurements += try lines.map { try decoder.decode(Measurement.self, from: $0) }
    }
    print(Report(results: results).text(), terminator: "")
  }
}

/// In a process of its own, nothing of the model was touched before.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints how many nanoseconds loading the model takes, and with a first sentence.", shouldDisplay: false)

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let analyzer = try Analyzer()
    let loaded = clock.now
    let text = "South Korea and Japan agreed to keep the pact."
    keep(analyzer.analyze(SourceText(metadata: DocumentMetadata(id: "first"), text: text)))
    let parsed = clock.now
    print(nanoseconds(loaded - start), nanoseconds(parsed - start))
  }

  private func nanoseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
  }
}

/// In a process of its own, all growth is that of the work at hand.
struct Memory: AsyncParsableCommand {
  enum Work: String, CaseIterable, ExpressibleByArgument {
    case graph, pictures
  }

  static let configuration = CommandConfiguration(
    abstract: "Prints by how many bytes the process grows over a piece of work.", shouldDisplay: false)

  @Argument var work: Work

  func run() async throws {
    switch work {
    case .graph: GraphSuite.printGrowth()
    case .pictures: try await PictureSuite.printGrowth()
    }
  }

  /// What a process of its own grows by; nil where the system does not tell.
  static func growth(_ work: Work) throws -> Double? {
    guard let program = Bundle.main.executablePath else { return nil }
    // So that glibc hands back at once what was only needed on the way.
    let text = try ChildProcess.output(
      of: program, ["memory", work.rawValue], environment: ["MALLOC_MMAP_THRESHOLD_": "65536"])
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
