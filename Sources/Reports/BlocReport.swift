public import Diplomacy
public import RelationGraph

/// The blocs of a graph, how they stand to each other, and who stands between them.
public struct BlocReport: Sendable {
  /// A node with ties into several blocs.
  public struct Broker: Hashable, Sendable {
    public var node: ID<Node>
    /// The other blocs that it has ties to, in order.
    public var reaches: [Int]
    /// Σ of the strength of ties within its own bloc, and to others.
    public var within: Double
    public var across: Double
    /// 0 … 1: how evenly its ties are spread over the blocs.
    public var participation: Double
    /// Whether its part of the graph would fall apart without it.
    public var isCutPoint: Bool
  }

  /// How two blocs stand to each other.
  public struct Relation: Hashable, Sendable {
    public var a: Int
    public var b: Int
    public var friendly: Int
    public var hostile: Int
    /// Σ of the weights of the ties that have a sign.
    public var balance: Double
  }

  public var graph: Graph
  public var blocs: Blocs
  /// Those with the strongest ties to other blocs first.
  public var brokers: [Broker]
  /// In order of blocs; pairs without a signed tie are left out.
  public var relations: [Relation]
  private let pairs: PairGraph

  /// - Parameter resolution: Above 0; more gives more and smaller blocs.
  public init(graph: Graph, resolution: Double = 1, _ filter: EdgeFilter = EdgeFilter()) {
    self.graph = graph
    let pairs = PairGraph(graph, filter)
    self.pairs = pairs
    let blocs = pairs.blocs(resolution: resolution)
    self.blocs = blocs
    let numbers = blocs.numbers(nodeCount: graph.nodeCount)
    let participation = pairs.participation(in: blocs.groups)
    let cutPoints = Set(pairs.biconnectedComponents().articulationPoints)
    brokers = []
    var relations: [[Int]: Relation] = [:]
    for node in graph.nodes {
      guard let own = numbers[node.index] else { continue }
      var broker = Broker(
        node: node, reaches: [], within: 0, across: 0, participation: participation[node.index],
        isCutPoint: cutPoints.contains(node))
      var reaches: Set<Int> = []
      for tie in pairs.ties(of: node) {
        guard let other = numbers[tie.neighbor.index] else { continue }
        if other == own {
          broker.within += tie.strength
          continue
        }
        broker.across += tie.strength
        reaches.insert(other)
        guard node < tie.neighbor, let sign = tie.sign else { continue }
        let key = [min(own, other), max(own, other)]
        var relation = relations[key] ?? Relation(a: key[0], b: key[1], friendly: 0, hostile: 0, balance: 0)
        if sign == .positive { relation.friendly += 1 } else { relation.hostile += 1 }
        relation.balance += tie.balance
        relations[key] = relation
      }
      broker.reaches = reaches.sorted()
      if broker.participation > 0 { brokers.append(broker) }
    }
    brokers.sort { $0.across != $1.across ? $0.across > $1.across : $0.node < $1.node }
    self.relations = relations.values.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// `{"quality", "imbalance", "blocs": [[names]], "relations": [{"a","b","friendly","hostile","balance"}],
  /// "brokers": [{"name","bloc","reaches","within","across","participation","cut_point"}]}`. Blocs are numbered from 1.
  public var json: JSONText {
    let numbers = blocs.numbers(nodeCount: graph.nodeCount)
    return .object([
      .init("quality", .decimal(blocs.quality)), .init("imbalance", .decimal(blocs.imbalance)),
      .init("blocs", .array(blocs.groups.map { .array($0.map { .string(graph.entity($0).name) }) })),
      .init(
        "relations",
        .array(
          relations.map { relation in
            .object([
              .init("a", .integer(relation.a + 1)), .init("b", .integer(relation.b + 1)),
              .init("friendly", .integer(relation.friendly)), .init("hostile", .integer(relation.hostile)),
              .init("balance", .decimal(relation.balance)),
            ])
          })),
      .init(
        "brokers",
        .array(
          brokers.map { broker in
            .object(
              NodeRecord.members(broker.node, in: graph) + [
                .init("bloc", numbers[broker.node.index].map { .integer($0 + 1) } ?? .null),
                .init("reaches", .array(broker.reaches.map { .integer($0 + 1) })),
                .init("within", .decimal(broker.within)), .init("across", .decimal(broker.across)),
                .init("participation", .decimal(broker.participation)), .init("cut_point", .bool(broker.isCutPoint)),
              ])
          })),
    ])
  }

  /// - Parameters:
  ///   - mostNames: Members of a bloc named at most, those with the most ties first; nil for all.
  ///   - mostBrokers: Brokers listed at most.
  public func text(_ style: TextStyle = TextStyle(), mostNames: Int? = nil, mostBrokers: Int = 10) -> String {
    var text = counted(blocs.groups.count, "bloc", "blocs")
    text += ", signed modularity \(TextStyle.share(blocs.quality))"
    text += ", \(TextStyle.percent(blocs.imbalance)) of what ties weigh goes against them\n"
    for (number, group) in blocs.groups.enumerated() {
      text += "\n" + style.bold("Bloc \(number + 1)") + " (\(group.count))\n"
      let names = pairs.names(group, in: graph, most: mostNames)
      text += "  " + TerminalText.wrapped(names, columns: style.columns - 2, indentation: "  ") + "\n"
    }
    if !relations.isEmpty {
      text += "\n" + style.bold("Between them") + "\n"
      for relation in relations {
        text += "  " + style.signed(TextStyle.weight(relation.balance), by: relation.balance)
        text +=
          "  blocs \(relation.a + 1) and \(relation.b + 1): \(counted(relation.friendly, "friendly tie", "friendly ties"))"
        text += ", \(counted(relation.hostile, "hostile one", "hostile ones"))\n"
      }
    }
    guard !brokers.isEmpty else { return text }
    text += "\n" + style.bold("Who stands between") + "\n"
    let numbers = blocs.numbers(nodeCount: graph.nodeCount)
    var table = TextTable(["name", "kind", ">bloc", "reaches", ">across", ">within", ">spread", ""])
    for broker in brokers.prefix(mostBrokers) {
      let entity = graph.entity(broker.node)
      table.add([
        NodeRecord.cell(broker.node, in: graph), entity.kind.rawValue,
        numbers[broker.node.index].map { String($0 + 1) } ?? "",
        broker.reaches.map { String($0 + 1) }.joined(separator: ", "),
        TextStyle.share(broker.across), TextStyle.share(broker.within), TextStyle.share(broker.participation),
        broker.isCutPoint ? "holds its part together" : "",
      ])
    }
    return text + table.text()
  }
}
