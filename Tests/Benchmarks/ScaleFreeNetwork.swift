import Entente

/// A made-up network of actors in which few have many ties and many have few, as among states: each new node is tied to
/// earlier ones with likelihood in proportion to the ties that those have already. The same seed gives the same network.
///
/// Source: A.-L. Barabási, R. Albert, "Emergence of scaling in random networks", 1999, doi:10.1126/science.286.5439.509.
struct ScaleFreeNetwork {
  let nodeCount: Int
  /// Pairs of different nodes, none twice whichever way round.
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt32] = []
  private let seed: UInt64

  init(nodes: Int, edges: Int, seed: UInt64 = 2019) {
    nodeCount = nodes
    self.seed = seed
    var random = SplitMix64(seed: seed)
    var pairs: Set<UInt64> = []
    // Every node as often as it has ties.
    var ends: [UInt32] = []
    func add(_ a: UInt32, _ b: UInt32) -> Bool {
      guard a != b, pairs.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))).inserted else { return false }
      ends += [a, b]
      sources.append(a)
      targets.append(b)
      return true
    }
    let perNode = edges / nodes
    for a in 0...UInt32(perNode) { for b in 0..<a { _ = add(a, b) } }
    for node in UInt32(perNode + 1)..<UInt32(nodes) {
      var count = 0
      while count < perNode { if add(node, ends[random.below(ends.count)]) { count += 1 } }
    }
    while sources.count < edges { _ = add(ends[random.below(ends.count)], ends[random.below(ends.count)]) }
    // The number of a node is not to tell its age.
    var names = (0..<UInt32(nodes)).map { $0 }
    for place in stride(from: nodes - 1, to: 0, by: -1) { names.swapAt(place, random.below(place + 1)) }
    for edge in sources.indices {
      sources[edge] = names[Int(sources[edge])]
      targets[edge] = names[Int(targets[edge])]
    }
  }

  var edgeCount: Int { sources.count }

  /// The actors: of ten nodes one country, two organizations, one agreement and six officials.
  func entities() -> [Entity] {
    (0..<nodeCount).map { node in
      let details: Entity.Details =
        switch node % 10 {
        case 0: .country(Country(code: "XX"))
        case 1, 2: .organization(Organization())
        case 3: .agreement(Agreement())
        default: .official(Official())
        }
      return Entity(id: ID(node), name: "Actor \(node)", details: details)
    }
  }

  /// What large graphs are measured with.
  static var large: ScaleFreeNetwork { ScaleFreeNetwork(nodes: 100_000, edges: 1_000_000) }

  func graph(of entities: [Entity]) -> Graph {
    var builder = GraphBuilder(entities: entities)
    forEachClaim { builder.add($0) }
    return builder.build()
  }

  /// Calls `body` with one claim an edge: of ten five stances, three acts of cooperation and two affiliations; two of
  /// three friendly; dated over four years; each a story of its own.
  func forEachClaim(_ body: (RecordedClaim) -> Void) {
    var random = SplitMix64(seed: seed + 1)
    for edge in sources.indices { body(claim(edge, &random)) }
  }

  func claim(_ edge: Int, _ random: inout SplitMix64) -> RecordedClaim {
    let kind: ClaimKind =
      switch random.below(10) {
      case 0..<5: .stance
      case 5..<8: .cooperation
      default: .affiliation
      }
    let strength = Double(random.below(950) + 51) / 1000
    let isFriendly = random.below(3) > 0
    let date = CalendarDate(year: 2016 + random.below(4), month: 1 + random.below(12), day: 1 + random.below(28))
    let (source, target) = (Int(sources[edge]), Int(targets[edge]))
    let turned = !kind.isDirected && target < source
    let claim = Claim(
      kind: kind, source: ID(turned ? target : source), target: ID(turned ? source : target),
      event: kind.isSigned ? (isFriendly ? .support : .reject) : nil,
      weight: kind.isSigned ? (isFriendly ? strength : -strength) : 1, date: date,
      evidence: Evidence(document: "", sentence: 0, span: Span(0, 1), cue: Span(0, 1)))
    return RecordedClaim(id: ID(edge), claim: claim, story: ID(edge))
  }

  /// Random pairs of different nodes.
  func pairs(_ count: Int) -> [(Int, Int)] {
    var random = SplitMix64(seed: seed + 2)
    var pairs: [(Int, Int)] = []
    while pairs.count < count {
      let (a, b) = (random.below(nodeCount), random.below(nodeCount))
      if a != b { pairs.append((a, b)) }
    }
    return pairs
  }
}
