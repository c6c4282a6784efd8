import ArgumentParser
import Entente
import Synchronization

/// `entente add`.
struct AddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Read texts into the graph.",
    discussion: """
      Reads .txt, .md, .html, .json, .jsonl and .conllu files, directories of them, and JSON lines on standard input \
      ({"id", "date", "title", "publisher", "text"}). The graph file is made if there is none.

      Adding a text twice changes nothing. Each text is stored by itself: whatever happens, the texts before it stay \
      stored, and running the command again carries on. A bad file stops no other.

      EXAMPLES
        entente add reports/
        entente add --graph asia.sqlite seoul.html tokyo.txt
        curl -s https://example.org/feed.jsonl | entente add -

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var json: JSONOption

  @Flag(help: "A text whose id is stored with other words replaces the stored one.")
  var replace = false

  @Flag(help: "Code texts again that are stored already, after an update of Entente.")
  var recode = false

  @Argument(help: ArgumentHelp("Files and directories; - is standard input.", valueName: "path"))
  var paths: [String] = []

  func run() async throws {
    let console = Console.current
    let reader = try InputOptions.reader(paths, console)
    let store = try GraphStore(path: graph.path)
    let tally = Mutex(Tally())
    let conflict: GraphStore.Conflict = recode ? .recode : replace ? .replace : .refuse
    let jobs = input.jobs ?? Engine.defaultJobs
    let bar = Mutex(ProgressBarBox(ProgressBar(console, total: console.errorIsTerminal ? reader.totalBytes() : nil)))
    let engine = try Engine()

    func summary() throws {
      let tally = tally.withLock { $0 }
      bar.withLock { $0.bar.clear() }
      try console.print(json.isOn ? tally.json.line + "\n" : tally.text + "\n")
    }
    let wasInterrupted: Bool
    do {
      wasInterrupted = try await Interruption.guarded {
        try await engine.add(reader, to: store, onConflict: conflict, jobs: jobs) { bytes in
          bar.withLock { $0.bar.advance(to: bytes) }
        } report: { addition in
          let complaint = tally.withLock { $0.count(addition) }
          bar.withLock { box in
            if let complaint {
              box.bar.clear()
              console.warn(TerminalText.escaped(complaint))
            }
            box.bar.show(documents: tally.withLock { $0.documents })
          }
        }
      }
    } catch {
      try summary()
      throw error
    }
    try summary()
    if wasInterrupted { throw CommandFailure(.interrupted, "interrupted; run the command again to carry on") }
    if tally.withLock({ $0.failed }) > 0 { throw CommandFailure(.badInput) }
  }

  /// A reference kept behind a lock.
  private struct ProgressBarBox: @unchecked Sendable {
    let bar: ProgressBar
    init(_ bar: ProgressBar) { self.bar = bar }
  }

  /// What became of the texts.
  private struct Tally: Sendable {
    var added = 0
    var unchanged = 0
    var replaced = 0
    var failed = 0

    var documents: Int { added + unchanged + replaced + failed }

    /// Counts one, and returns what is to be said of it.
    mutating func count(_ addition: Engine.Addition) -> String? {
      switch addition {
      case .added: added += 1
      case .unchanged: unchanged += 1
      case .replaced: replaced += 1
      case .warning(let warning): return "warning: \(warning)"
      case .failure(let error):
        failed += 1
        return error.description
      case .refused(let metadata, let error):
        failed += 1
        return (metadata.path.map { "\($0): " } ?? "") + error.description
      }
      return nil
    }

    var text: String {
      var parts = ["\(added) \(added == 1 ? "document" : "documents") added"]
      if unchanged > 0 { parts.append("\(unchanged) unchanged") }
      if replaced > 0 { parts.append("\(replaced) replaced") }
      if failed > 0 { parts.append("\(failed) failed") }
      return parts.joined(separator: ", ")
    }

    var json: JSONText {
      .object([
        .init("added", .integer(added)), .init("unchanged", .integer(unchanged)),
        .init("replaced", .integer(replaced)), .init("failed", .integer(failed)),
      ])
    }
  }
}
