import ArgumentParser
import Entente

/// `entente balance`.
struct BalanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Show the two camps of a graph, and the ties that go against them.",
    discussion: """
      A graph is balanced where two camps, with friends within and enemies between, explain every tie. The frustration \
      index is the least number of ties that go against any two camps. It is exact where the two bounds meet, which is \
      proven; large and torn graphs may leave a gap, and --deadline gives the search more work to close it. It counts \
      work and not time, so that the same graph always gets the same answer.

      Method: line index of balance (Harary 1959, doi:10.1002/bs.3830040405; Aref and Wilson 2019, \
      doi:10.1093/comnet/cny015); triads by sign (Cartwright and Harary 1956, doi:10.1037/h0046049).

      EXAMPLES
        entente balance
        entente balance --roll-up --as-of 2019-11-15
        entente balance --kinds stance --node-kinds countries
        entente balance --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("Most branches that the proof may look at.", valueName: "branches"))
  var deadline = 2000

  @Option(help: ArgumentHelp("Ties that go against the camps listed at most; JSON has all.", valueName: "count"))
  var limit = 25

  @OptionGroup var members: MembersOption

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit needs a number from 0 on.") }
    if deadline < 0 { throw ValidationError("--deadline needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let report = BalanceReport(graph: stored.graph, branchLimit: deadline, filters.filter)
    if json.isOn { return try console.print(report.json.pretty) }
    guard report.friendly + report.hostile > 0 else {
      throw CommandFailure(.noResult, "no tie is friendly or hostile\(filters.suffix)")
    }
    try console.print(report.text(console.style, mostNames: members.count, mostTies: limit))
  }
}
