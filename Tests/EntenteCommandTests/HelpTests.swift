import EntenteCommand
import Testing

struct HelpTests {
  private static let commands = [
    "add", "list", "show", "path", "render", "export", "embed", "report", "pandoc", "overview", "extract", "parse",
    "code",
    "neighbors", "between", "stance", "timeline", "rank", "balance", "blocs", "compare", "discourse", "explain",
    "import", "edit",
  ]

  @Test(arguments: commands)
  func everyCommandHasHelpWithExamples(command: String) async {
    let run = await CommandRun.entente(command, "--help")
    #expect(run.status == .success && run.errors.isEmpty)
    #expect(run.output.contains("EXAMPLES\n  entente \(command)") || run.output.contains("entente \(command) "))
    #expect(run.output.contains("EXIT STATUS"))
    #expect(run.output.contains("USAGE: entente \(command)"))
  }

  @Test func rootHelpNamesEveryCommand() async {
    let run = await CommandRun.entente("--help")
    for command in Self.commands { #expect(run.output.contains("  \(command) ")) }
    let bare = await CommandRun.entente()
    #expect(bare.status == .success && bare.output.contains("USAGE: entente"))
  }

  @Test func version() async {
    let run = await CommandRun.entente("--version")
    #expect(run.output == "0.1.0\n")
  }
}
