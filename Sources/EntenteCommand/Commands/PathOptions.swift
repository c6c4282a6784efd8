public import ArgumentParser
public import Entente

/// What makes a path the best, as an option says it.
enum PathOrder: String, CaseIterable, ExpressibleByArgument {
  case hops, strength, trust, date

  var ranking: PathRanking {
    switch self {
    case .hops: .hops
    case .strength, .date: .strength
    case .trust: .trust
    }
  }
}

extension PathRanking: ExpressibleByArgument {}

/// Which paths are asked for.
struct PathOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "The best path is that with the fewest hops, the greatest strength, the greatest trust, or the earliest arrival.",
      valueName: "hops|strength|trust|date"))
  var order = PathOrder.strength

  @Flag(help: "Each step no earlier than the one before, as news or influence travels; the same as --by date.")
  var timeRespecting = false

  @Option(name: .customLong("k"), help: ArgumentHelp("So many paths, the best first. (default: 1)", valueName: "count"))
  var count: Int?

  @Flag(help: "All paths of at most --max-hops steps (by default 4), the shortest first.")
  var all = false

  @Option(help: ArgumentHelp("With --all: at most so many; that there are more is said.", valueName: "count"))
  var cap = 100

  @Option(help: ArgumentHelp("No path with more steps.", valueName: "count"))
  var maxHops: Int?

  @Option(
    help: ArgumentHelp("Only paths that pass this entity; may be repeated, five times at most.", valueName: "name"))
  var via: [String] = []

  @Option(help: ArgumentHelp("Only paths that do not pass this entity; may be repeated.", valueName: "name"))
  var avoid: [String] = []

  @Option(
    help: ArgumentHelp(
      "Steps through entities with many ties cost more: 0 for no more, 1 for as much as they have ties; 10 at most.",
      valueName: "factor"))
  var hubPenalty = 0.0

  @Option(help: ArgumentHelp("Sentences for each step, the clearest first; 0 for none.", valueName: "count"))
  var sentences = 2

  @Argument(help: "A name, or #number.")
  var from: String

  @Argument(help: "A name, or #number.")
  var to: String

  private var isByDate: Bool { timeRespecting || order == .date }

  func validate() throws {
    guard count ?? 1 >= 1 else { throw ValidationError("--k needs a number from 1 on.") }
    guard cap >= 1 else { throw ValidationError("--cap needs a number from 1 on.") }
    guard maxHops ?? 1 >= 1 else { throw ValidationError("--max-hops needs a number from 1 on.") }
    guard sentences >= 0 else { throw ValidationError("--sentences needs a number from 0 on.") }
    guard (0...10).contains(hubPenalty) else { throw ValidationError("--hub-penalty needs a number from 0 to 10.") }
    guard via.count <= 5 else { throw ValidationError("--via takes five names at most.") }
    if all, count != nil { throw ValidationError("--all and --k exclude each other; --cap bounds --all.") }
    if isByDate {
      for (isGiven, name) in [
        (all, "--all"), (count != nil, "--k"), (hubPenalty > 0, "--hub-penalty"),
      ] where isGiven {
        throw ValidationError("\(name) does not go with paths in order of time: these give the one that arrives first.")
      }
    }
  }

  /// The question, once the names are found.
  func question(in stored: StoredGraph, _ filter: EdgeFilter) throws -> PathQuestion {
    var question = PathQuestion(from: try stored.node(named: from), to: try stored.node(named: to))
    question.ranking = order.ranking
    question.scope = isByDate ? .earliest : all ? .all(maximumHops: maxHops ?? 4, cap: cap) : .best(count ?? 1)
    question.constraints = PathConstraints(
      filter: filter, through: Set(try via.map { try stored.node(named: $0) }),
      avoiding: Set(try avoid.map { try stored.node(named: $0) }), maximumHops: maxHops)
    question.hubPenalty = hubPenalty
    question.sentences = sentences
    return question
  }
}
