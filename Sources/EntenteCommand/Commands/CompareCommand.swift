import ArgumentParser
import Entente

/// `entente compare`.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what changed between two days: ties that appeared, vanished, turned and shifted.",
    discussion: """
      The graph as of the end of either day, later claims left out. Since ties fade and never quite vanish, one whose \
      |weight| is below --floor counts as absent. Turned is what went from friendly to hostile or back; shifted is what \
      kept its sign and changed by --threshold or more. Claims that nothing dates stand aside, for nobody can say since \
      when they hold; the answer says how many.

      Method: the same claims weighed as of two days, edge by edge.

      EXAMPLES
        entente compare 2019-11-06 2019-11-22
        entente compare 2019-10 2019-11 --roll-up --kinds stance,cooperation
        entente compare 2019-11-06 2019-11-22 --threshold 0.05 --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("Least difference of weights that is a change, 0 to 2.", valueName: "number"))
  var threshold = 0.1

  @Option(help: ArgumentHelp("|Weight| below which a tie counts as absent, 0 to 1.", valueName: "number"))
  var floor = 0.05

  @Option(
    help: ArgumentHelp("Of each sort at most so many; 0 for all. (default: 20, with --json all)", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Sentences for each change, those since the first day first.", valueName: "count"))
  var sentences = 1

  @Argument(help: "A day, 2019-11-06, or a month or year for its last day.", transform: { try OptionText.date($0) })
  var from: CalendarDate

  @Argument(help: "A later day.", transform: { try OptionText.date($0) })
  var to: CalendarDate

  func validate() throws {
    if filters.asOf != nil { throw ValidationError("--as-of does not go with compare: its two days say as of when.") }
    if !(0...2).contains(threshold) { throw ValidationError("--threshold needs a number from 0 to 2.") }
    if !(0...1).contains(floor) { throw ValidationError("--floor needs a number from 0 to 1.") }
    if let limit, limit < 0 { throw ValidationError("--limit needs a number from 0 on.") }
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
    if to.lastDay.dayNumber <= from.lastDay.dayNumber {
      throw ValidationError("\(to) is not later than \(from); give the earlier day first.")
    }
  }

  func run() async throws {
    let console = Console.current
    let before = try filters.open(graph, asOf: from.lastDay, datedOnly: true)
    let after = try filters.open(graph, asOf: to.lastDay, datedOnly: true)
    let most = limit ?? (json.isOn ? 0 : 20)
    let report = try after.changes(
      since: before, threshold: threshold, floor: floor, filters.filter, limit: most > 0 ? most : nil,
      sentences: sentences)
    if json.isOn { return try console.print(report.json.pretty) }
    guard !report.isEmpty else {
      throw CommandFailure(
        .noResult,
        "nothing changed from \(from.lastDay) to \(to.lastDay)\(filters.suffix); --threshold and --floor say "
          + "what counts" + (report.undatedText.map { ". " + $0 } ?? ""))
    }
    try console.print(report.text(console.style))
  }
}
