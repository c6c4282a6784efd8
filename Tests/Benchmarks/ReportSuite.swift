import Entente
import EntenteCommand
import Foundation

/// How fast living blocks are filled, and whether they are current.
enum ReportSuite {
  static func run(_ settings: Settings) async throws -> [Measurement] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph = folder.appendingPathComponent("graph.sqlite").path
    try await entente("add", Corpus.bundled, "--graph", graph)
    let report = folder.appendingPathComponent("report.md").path
    let blocks = words(100)
    let text = blocks.map { "<!-- entente: \($0) -->\n<!-- /entente -->\n\n" }.joined()
    let note =
      "\(blocks.count) blocks over the bundled graph, \(blocks.count { $0.hasPrefix("render") }) of them pictures"
    let filling = try await settings.stopwatch.time {
      try Data(text.utf8).write(to: URL(fileURLWithPath: report))
      try await entente("embed", report, "--graph", graph)
    }
    let checking = try await settings.stopwatch.time { try await entente("embed", "--check", report, "--graph", graph) }
    let brief = try await settings.stopwatch.time { try await entente("report", "--graph", graph, "--format", "html") }
    return [
      Measurement("reports/fill living blocks", filling, note: note),
      Measurement("reports/check living blocks", checking, note: note),
      Measurement("reports/brief as a page", brief, note: "with its picture"),
    ]
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs the command in this process.
  private static func entente(_ arguments: String...) async throws {
    let status = await RootCommand.run(arguments, console: Console(write: { _ in true }, writeError: { _ in }))
    guard status == .success else { throw Failure(description: "entente \(arguments[0]) ended with \(status)") }
  }

  /// Every kind of block, over names of the bundled graph; the same each time.
  private static func words(_ count: Int) -> [String] {
    let names = ["GSOMIA", "Japan", "South Korea", "Mark Esper", "China", "Taro Kono", "North Korea", "United States"]
    var words = ["render", "render --roll-up", "render --matrix", "render --timeline", "balance", "list", "list ties"]
    for (place, name) in names.enumerated() {
      words += ["render --focus \"\(name)\"", "render --focus \"\(name)\" --radius 2", "show \"\(name)\""]
      words += ["stance \"\(name)\"", "console neighbors \"\(name)\""]
      for other in names[(place + 1)...] {
        words += ["path", "timeline", "evidence"].map { "\($0) \"\(name)\" \"\(other)\"" }
      }
    }
    return Array(words.prefix(count))
  }
}
