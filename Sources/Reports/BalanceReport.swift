import Diplomacy
public import RelationGraph

/// How far a graph is from two camps, and which ties stand in the way.
public struct BalanceReport: Sendable {
  public var graph: Graph
  public var index: FrustrationIndex
  public var triads: TriadCensus
  /// Pairs with a friendly and with a hostile tie.
  public var friendly: Int
  public var hostile: Int
  let pairs: PairGraph

  /// - Parameter branchLimit: Most branches that the proof of optimality may look at.
  public init(graph: Graph, branchLimit: Int = 2000, _ filter: EdgeFilter = EdgeFilter()) {
    self.graph = graph
    let pairs = PairGraph(graph, filter)
    self.pairs = pairs
    index = pairs.frustrationIndex(branchLimit: branchLimit)
    triads = pairs.triadCensus()
    let signs = pairs.nodes.flatMap { node in pairs.ties(of: node).filter { node < $0.neighbor }.map(\.sign) }
    friendly = signs.count { $0 == .positive }
    hostile = signs.count { $0 == .negative }
  }

  /// `{"frustration", "lower", "upper", "optimal", "camps": [[names]], "frustrated": [{"a","b","sign","balance"}]}`
  /// and the census of triads. `frustration` is the upper bound: what the camps given frustrate.
  public var json: JSONText {
    .object([
      .init("frustration", .integer(index.upper)), .init("lower", .integer(index.lower)),
      .init("upper", .integer(index.upper)), .init("optimal", .bool(index.isOptimal)),
      .init(
        "camps", .array(index.camps.map { .array($0.map { .string(graph.entity($0).name) }) })),
      .init(
        "frustrated",
        .array(
          index.frustrated.map { pair in
            .object([
              .init("a", .string(graph.entity(pair.a).name)), .init("b", .string(graph.entity(pair.b).name)),
              .init("sign", JSONText(pairs.tie(pair.a, pair.b)?.sign?.rawValue)),
              .init("balance", .decimal(pairs.tie(pair.a, pair.b)?.balance ?? 0)),
            ])
          })), .init("friendly_ties", .integer(friendly)), .init("hostile_ties", .integer(hostile)),
      .init(
        "triads",
        .object(
          zip(["+++", "++-", "+--", "---"], triads.counts).map { .init($0, .integer($1)) } + [
            .init("balanced", .integer(triads.balanced)), .init("total", .integer(triads.total)),
          ])),
    ])
  }

  /// - Parameters:
  ///   - mostNames: Members of a camp named at most, those with the most ties first; nil for all.
  ///   - mostTies: Ties that go against it listed at most, the strongest first; nil for all.
  public func text(_ style: TextStyle = TextStyle(), mostNames: Int? = nil, mostTies: Int? = nil) -> String {
    var text =
      counted(friendly, "friendly tie", "friendly ties") + ", " + counted(hostile, "hostile one", "hostile ones")
    text += "\n" + style.bold(verdict) + "\n"
    if !triads.counts.allSatisfy({ $0 == 0 }) {
      text += "\nTriads: \(triads.balanced) of \(triads.total) balanced"
      let kinds = [
        "of three friends", "of two friendships and an enmity", "of two friends with an enemy in common",
        "of three enemies",
      ]
      text += " (" + zip(triads.counts, kinds).filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ") + ")\n"
    }
    for (number, camp) in index.camps.enumerated() where !camp.isEmpty {
      text += "\n" + style.bold("Camp \(number + 1)") + " (\(camp.count))\n"
      text +=
        "  "
        + TerminalText.wrapped(
          pairs.names(camp, in: graph, most: mostNames), columns: style.columns - 2, indentation: "  ") + "\n"
    }
    if !index.frustrated.isEmpty {
      text += "\n" + style.bold("Against it") + "\n"
      let frustrated = index.frustrated.map { (pair: $0, balance: pairs.tie($0.a, $0.b)?.balance ?? 0) }
        .sorted { abs($0.balance) != abs($1.balance) ? abs($0.balance) > abs($1.balance) : $0.pair < $1.pair }
      for (pair, balance) in frustrated.prefix(mostTies ?? .max) {
        let (a, b) = (name(pair.a), name(pair.b))
        let words = balance > 0 ? "friends across the camps" : "enemies within a camp"
        text += "  " + style.signed(TextStyle.weight(balance), by: balance) + "  \(a) – \(b), \(words)\n"
      }
      let hidden = frustrated.count - min(frustrated.count, mostTies ?? .max)
      if hidden > 0 { text += "  and \(hidden) more\n" }
    }
    return text
  }

  var verdict: String {
    switch (index.upper, index.isOptimal) {
    case (0, _): "Balanced: two camps with friends within and enemies between explain every tie."
    case (let count, true):
      "Frustration index \(count): \(counted(count, "tie goes", "ties go")) against any two camps, and no camps do better."
    case (let count, false):
      "Frustration index between \(index.lower) and \(count): these camps leave \(count); --deadline gives more time."
    }
  }

  private func name(_ node: ID<Node>) -> String { TerminalText.escaped(graph.entity(node).name) }
}
