import ArgumentParser
import Entente

/// `entente between`.
struct BetweenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract: "Show what two or more entities have in common.",
    discussion: """
      First the ties among them, then every entity that all of them are tied to, and whether they agree about it.

      Method: the common neighbourhood; those come first whose weakest tie is the strongest.

      EXAMPLES
        entente between Tokyo Seoul
        entente between "Mark Esper" "Taro Kono" Seoul --kinds stance
        entente between Tokyo Seoul --sentences 1 --limit 5
        entente between Tokyo Seoul --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Which ties count") var filters: FilterOptions

  @Option(help: ArgumentHelp("Entities in common at most.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Sentences for each tie, the clearest first.", valueName: "count"))
  var sentences = 0

  @Argument(help: ArgumentHelp("Two names or more, or #numbers.", valueName: "name"))
  var names: [String]

  func validate() throws {
    if names.count < 2 { throw ValidationError("between needs two names at least.") }
    if let limit, limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
  }

  func run() async throws {
    let console = Console.current
    let stored = try filters.open(graph)
    let actors = try names.map { try stored.node(named: $0) }
    for (place, actor) in actors.enumerated() {
      guard let earlier = actors[..<place].firstIndex(of: actor) else { continue }
      let named = [names[earlier], names[place]].map { "\"\(TerminalText.escaped($0))\"" }.joined(separator: " and ")
      throw CommandFailure(.usage, "\(named) are both \(stored.quotedName(actor)); name different entities")
    }
    let report = try stored.commonTies(
      among: actors, filters.filter(for: actors, in: stored), limit: limit, sentences: sentences)
    guard !report.common.direct.isEmpty || !report.common.shared.isEmpty else {
      if json.isOn { try console.print(report.json.pretty) }
      throw CommandFailure(
        .noResult,
        actors.map { stored.quotedName($0) }.joined(separator: " and ")
          + " have no tie and nothing in common\(filters.suffix)")
    }
    try console.print(json.isOn ? report.json.pretty : report.text(console.style))
  }
}
