import ArgumentParser
import Entente
import Foundation

/// `entente edit log`.
struct EditLogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "What was put right, by whom, when and why.",
    discussion: """
      EXAMPLES
        entente edit log
        entente edit log --json
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption

  func run() async throws {
    let edits = try GraphStore(path: graph.path, mode: .readOnly).edits()
    let console = Console.current
    if json.isOn { return try console.print(JSONText.array(edits.map(\.json)).pretty) }
    guard !edits.isEmpty else { throw CommandFailure(.noResult, "nothing was put right yet") }
    try console.print(edits.map { $0.text + "\n" }.joined())
  }
}

/// `entente edit undo`.
struct EditUndo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take an edit back; undoing an undo does it again.",
    discussion: """
      EXAMPLES
        entente edit log
        entente edit undo 3 --reason "they are two after all"
      """)

  @OptionGroup var options: EditOptions
  @Argument(help: ArgumentHelp("The edit, as the log numbers it.", valueName: "number")) var number: Int

  func run() async throws {
    let store = try options.open()
    try options.report(
      options.refusing {
        try store.undo(number, author: options.resolvedAuthor, reason: options.reason, time: EditOptions.now)
      })
  }
}

/// `entente edit export`.
struct EditExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the log as JSON lines, for another graph.",
    discussion: """
      EXAMPLES
        entente edit export edits.jsonl
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOption
  @Argument(help: ArgumentHelp("The file to write, as with -o.", valueName: "file")) var file: String?

  func run() async throws {
    let edits = try GraphStore(path: graph.path, mode: .readOnly).edits()
    let text = try edits.map { try $0.jsonLine() + "\n" }.joined()
    try Console.current.deliver(Array(text.utf8), to: file ?? output.path)
  }
}

/// `entente edit import`.
struct EditImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Carry over a log from another graph; what it has already is passed over.",
    discussion: """
      Entities are found by name and kind. A line that cannot be carried over is told, and costs only itself.

      EXAMPLES
        entente edit import edits.jsonl
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @Argument(help: ArgumentHelp("JSON lines; - is standard input.", valueName: "file")) var file: String

  private static let longestLine = 16 << 20

  func run() async throws {
    let console = Console.current
    guard FileManager.default.fileExists(atPath: graph.path) else { throw StoreError.missing(path: graph.path) }
    let store = try GraphStore(path: graph.path)
    var (made, known, bad) = (0, 0, 0)
    do {
      var input = try LineInput(path: file == "-" ? nil : file, limit: Self.longestLine)
      while let line = try input.next() {
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        do {
          if try store.carryOver(Edit(jsonLine: line)) == nil { known += 1 } else { made += 1 }
        } catch let error where (error as? StoreError)?.isRefusal ?? (error is DecodingError) {
          bad += 1
          let reason = (error as? StoreError)?.description ?? "is no edit as entente edit export writes it"
          console.warn("\(TerminalText.escaped(file)):\(input.line): \(TerminalText.escaped(reason))")
        }
      }
    } catch let error as ReadingError {
      throw CommandFailure(.badInput, TerminalText.escaped(error.description))
    }
    if json.isOn {
      let counts: [JSONText.Member] = [
        .init("made", .integer(made)), .init("known", .integer(known)), .init("bad", .integer(bad)),
      ]
      try console.print(JSONText.object(counts).line + "\n")
    } else {
      let parts = [known > 0 ? ", \(known) known already" : "", bad > 0 ? ", \(bad) refused" : ""]
      try console.print("\(made) \(made == 1 ? "edit" : "edits") carried over" + parts.joined() + "\n")
    }
    if bad > 0 { throw CommandFailure(.badInput) }
  }
}

extension StoreError {
  fileprivate var isRefusal: Bool { if case .editRefused = self { true } else { false } }
}
