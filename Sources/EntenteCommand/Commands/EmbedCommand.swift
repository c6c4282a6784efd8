public import ArgumentParser
public import Entente
import Foundation

extension LivingBlocks.Syntax: ExpressibleByArgument {}
extension ReportEmbedding.PictureForm: ExpressibleByArgument {}

/// `entente embed`.
struct EmbedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Fill and refresh the living blocks of Markdown and HTML reports.",
    discussion: """
      A block says what it asks in a pair of comments, and holds the answer between them:

        <!-- entente: render --focus GSOMIA -->
        <!-- /entente -->

      In Markdown a fenced block of the language entente does as well; once filled, it is such a pair. A block may run \
      \(BlockQuestion.Name.allCases.map(\.rawValue).joined(separator: ", ")), with the options of the commands of \
      these names; evidence takes two names and gives every sentence of the ties between them. Blocks only read.

      Nothing but what stands between the marks changes. A block that cannot be answered is told with its line and \
      stays as it was, the others are filled, and the exit status is 3. With --check nothing is written, and the exit \
      status is 1 where a block is stale.

      EXAMPLES
        entente embed brief.md
        entente embed site/*.html --graph gsomia.sqlite
        entente embed brief.md --svg inline
        entente embed --check docs/*.md

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption

  @Option(
    name: .customLong("svg"),
    help: ArgumentHelp(
      "Pictures go into the report, or into files beside it; by default inline in HTML, files with Markdown.",
      valueName: "inline|file"))
  var pictureForm: ReportEmbedding.PictureForm?

  @Option(help: ArgumentHelp("By default told by the report's name.", valueName: "markdown|html"))
  var syntax: LivingBlocks.Syntax?

  @Flag(help: "Write nothing; say which blocks are stale.")
  var check = false

  @Argument(help: ArgumentHelp("Markdown or HTML files.", valueName: "report"))
  var reports: [String]

  func run() async throws {
    let console = Console.current
    let answers = try BlockAnswers(graph)
    var records: [JSONText] = []
    var problems = 0
    var stale = 0
    for report in reports {
      let file = try ReportFile(report, syntax: syntax)
      let outcome = try await file.fill(pictureForm) { words, scope in await answers.answer(words, scope: scope) }
      problems += outcome.problems.count
      let changed = file.stale(outcome)
      stale += changed.count
      for problem in outcome.problems {
        console.warn("\(TerminalText.escaped(report)):\(problem.line): \(problem.message)")
      }
      if !check { try file.write(outcome) }
      records.append(file.json(outcome, changed))
      if !json.isOn { try console.print(text(report, outcome, changed)) }
    }
    if json.isOn { try console.print(JSONText.object([.init("reports", .array(records))]).pretty) }
    if problems > 0 { throw CommandFailure(.badInput) }
    if check, stale > 0 { throw CommandFailure(.noResult) }
  }

  private func text(
    _ report: String, _ outcome: ReportEmbedding.Outcome, _ changed: [(line: Int, words: String)]
  ) -> String {
    let name = TerminalText.escaped(report)
    guard check else {
      let blocks = "\(outcome.count) \(outcome.count == 1 ? "block" : "blocks")"
      var told = changed.isEmpty ? [] : ["\(changed.count) refreshed"]
      let problems = outcome.problems.count
      if problems > 0 { told.append("\(problems) \(problems == 1 ? "problem" : "problems")") }
      return "\(name): \(blocks), \(told.isEmpty ? "all current" : told.joined(separator: ", "))\n"
    }
    return changed.map { "\(name):\($0.line): stale: \(TerminalText.escaped($0.words))\n" }.joined()
  }
}
