import ArgumentParser
import Entente

/// `entente explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print texts with their mentions, links and claims, and why each claim was made.",
    discussion: """
      Every sentence is shown with its mentions in brackets, each with the number of what it stands for, and below it \
      what the sentence was found to say: who toward whom, event, weight, modality, date, how sure that is, the words \
      that decided, the rule or model that read them, what it was composed with, the operators applied, and whose word \
      it is. Nothing is stored.

      EXAMPLES
        entente explain seoul.txt
        entente explain --claims reports/ | less -R
        entente explain --json seoul.txt | jq '.sentences[].claims[]'

      \(ExitStatus.table)
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var json: JSONOption

  @Flag(name: .customLong("claims"), help: "Only sentences that gave a claim.")
  var claimsOnly = false

  @Argument(help: ArgumentHelp("Files and directories; none or - is standard input.", valueName: "file"))
  var files: [String] = []

  func run() async throws {
    let console = Console.current
    let reader = try InputOptions.reader(files, console)
    let engine = try Engine()
    var documents = 0
    var failures = 0
    try await engine.extract(reader, jobs: input.jobs ?? Engine.defaultJobs) { result in
      switch result {
      case .document(let coded):
        let report = ExplanationReport(coded)
        if json.isOn {
          try console.print(report.json.line + "\n")
        } else {
          try console.print((documents == 0 ? "" : "\n") + report.text(console.style, claimsOnly: claimsOnly))
        }
        documents += 1
      case .warning(let warning): console.warn(TerminalText.escaped("warning: \(warning)"))
      case .failure(let error):
        failures += 1
        console.warn(TerminalText.escaped(error.description))
      }
    }
    if failures > 0 { throw CommandFailure(.badInput) }
  }
}
