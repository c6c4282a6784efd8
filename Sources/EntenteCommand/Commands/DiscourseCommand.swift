public import ArgumentParser
public import Entente

extension DiscourseReport.Measure: ExpressibleByArgument {}
extension DiscourseNetwork.Normalization: ExpressibleByArgument {}

/// `entente discourse`.
struct DiscourseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discourse",
    abstract: "Show who agrees and who disagrees with whom about the same matters.",
    discussion: """
      Congruence counts what two actors both support or both oppose, conflict what one supports and the other opposes, \
      whoever they are and whether or not they ever met. Kinds of nodes asked for bind the actors; --about binds what \
      they speak of.

      Method: discourse network analysis (Leifeld 2017, doi:10.1093/oxfordhb/9780190228217.013.25).

      EXAMPLES
        entente discourse
        entente discourse --about agreements --by conflict
        entente discourse --roll-up --normalize average --limit 10
        entente discourse --node-kinds officials --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(name: .customLong("by"), help: "The order of the list.")
  var measure = DiscourseReport.Measure.difference

  @Option(
    name: .customLong("normalize"),
    help: "Divide by the mean number of what the two speak of, or by the number of what either does.")
  var normalization = DiscourseNetwork.Normalization.none

  @Option(
    help: ArgumentHelp("Only what is of these kinds counts as spoken of; separated by commas.", valueName: "kinds"),
    transform: { try OptionText.list($0, of: EntityKind.self) })
  var about: [[EntityKind]] = []

  @Option(help: ArgumentHelp("At most so many; 0 for all. (default: 25, with --json all)", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    var report = DiscourseReport(
      graph: stored.graph, by: measure, normalization: normalization,
      targets: about.isEmpty ? nil : Set(about.joined()), filters.filter)
    let most = limit ?? (json.isOn ? 0 : 25)
    if most > 0 { report.ties = Array(report.ties.prefix(most)) }
    if json.isOn { return try console.print(report.json.pretty) }
    guard !report.ties.isEmpty else {
      throw CommandFailure(.noResult, "no two actors take a stance on the same entity\(filters.suffix)")
    }
    try console.print(report.text(console.style))
  }
}
