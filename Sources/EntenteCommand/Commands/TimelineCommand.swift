import ArgumentParser
import Entente

/// `entente timeline`.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show the tie of two entities in order of time.",
    discussion: """
      Every claim between the two with its day, the balance of the tie at the end of the day, and the days on which it \
      turned from friendly to hostile or back.

      Method: the balance is the sum of the weights that the signed ties between the two have as of the day.

      EXAMPLES
        entente timeline Seoul GSOMIA
        entente timeline Tokyo Seoul --roll-up --since 2019-08
        entente timeline Seoul GSOMIA --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Argument(help: ArgumentHelp("A name, or #number.", valueName: "name"))
  var first: String

  @Argument(help: ArgumentHelp("A name, or #number.", valueName: "name"))
  var second: String

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let (a, b) = (try stored.node(named: first), try stored.node(named: second))
    guard a != b else {
      throw CommandFailure(.usage, "both names are \(stored.quotedName(a)); a timeline is of two entities")
    }
    let report = try stored.timeline(of: a, b, filters.filter(for: [a, b], in: stored))
    guard !report.timeline.entries.isEmpty || !report.timeline.undated.isEmpty else {
      if json.isOn { try console.print(report.json.pretty) }
      throw CommandFailure(
        .noResult, "nothing is claimed between \(stored.quotedName(a)) and \(stored.quotedName(b))\(filters.suffix)")
    }
    try console.print(json.isOn ? report.json.pretty : report.text(console.style))
  }
}
