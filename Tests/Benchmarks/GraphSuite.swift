import Entente
import Foundation

/// How fast a large graph is built and asked.
enum GraphSuite {
  static func run(_ settings: Settings) async throws -> [Measurement] {
    let network = ScaleFreeNetwork.large
    let entities = network.entities()
    let (graph, building) = try await build(network, entities, settings)
    var measurements = building

    let indexing = await settings.stopwatch.time { keep(PathFinder(graph, by: .strength)) }
    measurements.append(Measurement("graph/index for paths by strength", indexing))
    let finder = PathFinder(graph, by: .strength)
    let pairs = network.pairs(1000).map { Pair(from: ID($0.0), to: ID($0.1)) }
    measurements += await paths(finder, pairs, settings)
    measurements += await whole(graph, settings)

    try settings.exportFile("edges.csv") {
      "source,target,strength,cost\n"
        + graph.edges.lazy.map { graph[$0] }.map { edge in
          let strength = abs(edge.weight)
          return "\(edge.source.rawValue),\(edge.target.rawValue),\(strength),\(-log(strength))\n"
        }.joined()
    }
    try settings.exportFile("pairs.csv") {
      "source,target,cost\n"
        + pairs.map { pair in
          let cost = (try? finder.path(from: pair.from, to: pair.to)).map { "\(-log($0.strength))" } ?? "inf"
          return "\(pair.from.rawValue),\(pair.to.rawValue),\(cost)\n"
        }.joined()
    }
    return measurements
  }

  private struct Pair {
    var from: ID<Node>
    var to: ID<Node>
  }

  private static func build(
    _ network: ScaleFreeNetwork, _ entities: [Entity], _ settings: Settings
  ) async throws -> (Graph, [Measurement]) {
    let graph = network.graph(of: entities)
    let samples = await settings.stopwatch.time { keep(network.graph(of: entities)) }
    let note = "\(graph.nodeCount) nodes, \(graph.edgeCount) edges, one claim each"
    var measurements = [Measurement("graph/build from claims in memory", samples, note: note)]
    if let bytes = try Memory.growth(.graph) {
      measurements.append(
        Measurement(
          "graph/memory", bytes / Double(graph.edgeCount), "bytes/edge", note: "what a process grows by; \(note)"))
    }
    return (graph, measurements)
  }

  /// Prints by how many bytes the process grows when it makes the graph.
  static func printGrowth() {
    let network = ScaleFreeNetwork.large
    let entities = network.entities()
    let before = Machine.residentBytes()
    let graph = network.graph(of: entities)
    if let before, let after = Machine.residentBytes() { print(after - before) }
    keep(graph)
  }

  private static func paths(_ finder: PathFinder, _ pairs: [Pair], _ settings: Settings) async -> [Measurement] {
    let watch = settings.stopwatch
    func time(_ pairs: [Pair], _ constraints: PathConstraints = PathConstraints()) async -> Samples {
      await watch.time(each: pairs) { keep(try? finder.path(from: $0.from, to: $0.to, constraints)) }
    }
    let shortest = PathFinder(finder.graph, by: .hops)
    var measurements = [
      Measurement("graph/strongest path", await time(pairs), note: "\(pairs.count) pairs"),
      Measurement(
        "graph/fewest hops",
        await watch.time(each: pairs) { keep(try? shortest.path(from: $0.from, to: $0.to)) },
        note: "\(pairs.count) pairs"),
      Measurement(
        "graph/ten best paths",
        await watch.time(each: Array(pairs.prefix(100))) {
          keep(try? finder.paths(from: $0.from, to: $0.to, count: 10))
        }, note: "100 pairs"),
    ]
    let dates = DateWindow(begin: CalendarDate(year: 2018, month: 1, day: 1), end: nil)
    let questions: [(String, EdgeFilter)] = [
      ("kinds", EdgeFilter(kinds: [.stance, .cooperation])),
      ("sign", EdgeFilter(sign: .positive)),
      ("dates", EdgeFilter(dates: dates)),
      ("kinds, sign and dates", EdgeFilter(kinds: [.stance, .cooperation], sign: .positive, dates: dates)),
    ]
    for (name, filter) in questions {
      let constraints = PathConstraints(filter: filter)
      // To find out why there is none is another question.
      let linked = pairs.filter { (try? finder.path(from: $0.from, to: $0.to, constraints)) != nil }
      let free = await time(linked)
      let bound = await time(linked, constraints)
      let note = "\(linked.count) of \(pairs.count) pairs are linked so"
      measurements += [
        Measurement("graph/strongest path by \(name)", bound, note: note),
        Measurement("graph/strongest path by \(name), to the free one", bound.median / free.median, "times"),
      ]
    }
    return measurements
  }

  private static func whole(_ graph: Graph, _ settings: Settings) async -> [Measurement] {
    var watch = settings.stopwatch
    watch.repetitions = min(watch.repetitions, 3)
    let pairGraph = PairGraph(graph)
    return [
      Measurement("graph/roll up to pairs", await watch.time { keep(PairGraph(graph)) }),
      Measurement("graph/betweenness, 16 sources", await watch.time { keep(pairGraph.betweenness(sources: 16)) }),
      Measurement("graph/PageRank", await watch.time { keep(pairGraph.pageRank()) }, note: "tolerance 1e-12"),
      Measurement("graph/blocs", await watch.time { keep(pairGraph.blocs()) }, note: "Leiden, signed modularity"),
    ]
  }
}
