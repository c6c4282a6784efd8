import Diplomacy

/// A network with signed weights whose nodes may stand for several nodes of another, as the Leiden algorithm needs.
struct SignedNetwork {
  /// Arcs of node *i* are `offsets[i]..<offsets[i + 1]`; every tie makes two, and a node has none to itself.
  var offsets: [Int] = [0]
  var targets: [Int32] = []
  var weights: [Double] = []
  /// Twice the weight within what a node stands for.
  var inner: [Double] = []
  /// Sums of the weights above and of those below 0 (as positive numbers) of the nodes that it stands for.
  var friendly: [Double] = []
  var hostile: [Double] = []

  var count: Int { offsets.count - 1 }

  private init() {}

  init(_ graph: PairGraph) {
    offsets = graph.offsets
    targets = graph.neighbors.map { Int32($0.rawValue) }
    weights = graph.attractions
    inner = [Double](repeating: 0, count: count)
    friendly = inner
    hostile = inner
    for node in 0..<count {
      for place in offsets[node]..<offsets[node + 1] {
        if weights[place] > 0 { friendly[node] += weights[place] } else { hostile[node] -= weights[place] }
      }
    }
  }

  /// The network in which all nodes with the same number are one. Numbers run from 0 without gaps.
  func aggregated(_ number: [Int], count: Int) -> SignedNetwork {
    // The members of each number, by counting.
    var starts = [Int](repeating: 0, count: count + 1)
    for group in number { starts[group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Int32](repeating: 0, count: number.count)
    for (node, group) in number.enumerated() {
      members[next[group]] = Int32(node)
      next[group] += 1
    }
    var result = SignedNetwork()
    result.offsets.reserveCapacity(count + 1)
    var sums = [Double](repeating: 0, count: count)
    var place = [Int32](repeating: -1, count: count)
    for group in 0..<count {
      let first = result.targets.count
      var (within, friendly, hostile) = (0.0, 0.0, 0.0)
      for member in members[starts[group]..<starts[group + 1]].lazy.map(Int.init) {
        within += inner[member]
        friendly += self.friendly[member]
        hostile += self.hostile[member]
        for arc in offsets[member]..<offsets[member + 1] {
          let other = number[Int(targets[arc])]
          if other == group {
            within += weights[arc]
            continue
          }
          if place[other] < 0 {
            place[other] = Int32(result.targets.count)
            result.targets.append(Int32(other))
          }
          sums[other] += weights[arc]
        }
      }
      for arc in first..<result.targets.count {
        let other = Int(result.targets[arc])
        result.weights.append(sums[other])
        sums[other] = 0
        place[other] = -1
      }
      result.offsets.append(result.targets.count)
      result.inner.append(within)
      result.friendly.append(friendly)
      result.hostile.append(hostile)
    }
    return result
  }
}

/// What chance would do, and how good a partition is beside it.
struct SignedModularity {
  /// γ / 2W⁺ and γ / 2W⁻; 0 where there are no such ties.
  let friendlyFactor: Double
  let hostileFactor: Double
  /// 2W⁺ + 2W⁻.
  let total: Double

  init(_ network: SignedNetwork, resolution: Double) {
    let friendly = network.friendly.reduce(0, +)
    let hostile = network.hostile.reduce(0, +)
    friendlyFactor = friendly > 0 ? resolution / friendly : 0
    hostileFactor = hostile > 0 ? resolution / hostile : 0
    total = friendly + hostile
  }

  /// What chance puts between two sets of nodes of these strengths.
  @inline(__always)
  func expected(_ friendlyA: Double, _ friendlyB: Double, _ hostileA: Double, _ hostileB: Double) -> Double {
    friendlyFactor * friendlyA * friendlyB - hostileFactor * hostileA * hostileB
  }

  func value(of community: [Int], in network: SignedNetwork) -> Double {
    guard total > 0 else { return 0 }
    let count = (community.max() ?? -1) + 1
    var friendly = [Double](repeating: 0, count: count)
    var hostile = friendly
    var within = 0.0
    for node in 0..<network.count {
      friendly[community[node]] += network.friendly[node]
      hostile[community[node]] += network.hostile[node]
      within += network.inner[node]
      for arc in network.offsets[node]..<network.offsets[node + 1]
      where community[Int(network.targets[arc])] == community[node] {
        within += network.weights[arc]
      }
    }
    for number in 0..<count {
      within -= expected(friendly[number], friendly[number], hostile[number], hostile[number])
    }
    return within / total
  }
}

/// The Leiden algorithm: move nodes, refine the communities that come of it, put the refined ones together as the
/// nodes of a smaller network, and go on with that.
enum LeidenSearch {
  /// In networks of up to so many nodes a node may join any community, not only one that it has a tie to.
  static let fewNodes = 1000

  /// - Parameter order: The order in which nodes are first tried.
  /// - Returns: The number of each node's community, without gaps.
  static func run(_ network: SignedNetwork, _ objective: SignedModularity, order: [Int]) -> [Int] {
    var community = Array(0..<network.count)
    var quality = objective.value(of: community, in: network)
    // A further round starts from what the last one found; it may move single nodes again. In large networks the first
    // finds nearly all there is.
    let worthwhile = network.count <= fewNodes ? 1e-9 : 2e-3
    for _ in 0..<10 {
      let next = round(network, objective, from: community, order: order)
      let nextQuality = objective.value(of: next, in: network)
      guard nextQuality > quality + 1e-9 else { break }
      let gain = nextQuality - quality
      (community, quality) = (next, nextQuality)
      if gain < worthwhile { break }
    }
    return community
  }

  private static func round(
    _ network: SignedNetwork, _ objective: SignedModularity, from start: [Int], order: [Int]
  ) -> [Int] {
    var level = network
    var levelOf = Array(0..<network.count)
    var (community, count) = renumbered(start)
    var order = order
    while true {
      var moves = NodeMoves(level, objective, community)
      moves.run(order)
      (community, count) = renumbered(moves.community)
      guard count < level.count else { break }
      var (refined, parts) = renumbered(refine(level, objective, community))
      if parts == level.count { (refined, parts) = (community, count) }
      var partCommunity = [Int](repeating: 0, count: parts)
      for node in 0..<level.count { partCommunity[refined[node]] = community[node] }
      level = level.aggregated(refined, count: parts)
      for node in levelOf.indices { levelOf[node] = refined[levelOf[node]] }
      community = partCommunity
      order = Array(0..<parts)
    }
    return levelOf.map { community[$0] }
  }

  /// Splits each community into parts that friendly ties hold together, starting from single nodes.
  private static func refine(
    _ network: SignedNetwork, _ objective: SignedModularity, _ community: [Int]
  ) -> [Int] {
    var part = Array(0..<network.count)
    var size = [Int](repeating: 1, count: network.count)
    var friendly = network.friendly
    var hostile = network.hostile
    var links = [Double](repeating: 0, count: network.count)
    var seenBy = [Int](repeating: -1, count: network.count)
    var found: [Int] = []
    for node in 0..<network.count where size[part[node]] == 1 {
      found.removeAll(keepingCapacity: true)
      for arc in network.offsets[node]..<network.offsets[node + 1] {
        let neighbor = Int(network.targets[arc])
        guard community[neighbor] == community[node], part[neighbor] != part[node] else { continue }
        if seenBy[part[neighbor]] != node {
          seenBy[part[neighbor]] = node
          found.append(part[neighbor])
        }
        links[part[neighbor]] += network.weights[arc]
      }
      var best = part[node]
      var bestGain = 0.0
      for other in found {
        let gain =
          links[other]
          - objective.expected(network.friendly[node], friendly[other], network.hostile[node], hostile[other])
        if links[other] > 0, gain > bestGain { (best, bestGain) = (other, gain) }
        links[other] = 0
        seenBy[other] = -1
      }
      guard best != part[node] else { continue }
      size[part[node]] -= 1
      size[best] += 1
      friendly[best] += network.friendly[node]
      hostile[best] += network.hostile[node]
      part[node] = best
    }
    return part
  }

  /// The same partition with numbers from 0 without gaps, in order of first appearance.
  private static func renumbered(_ community: [Int]) -> ([Int], count: Int) {
    var number = [Int](repeating: -1, count: (community.max() ?? -1) + 1)
    var count = 0
    let renumbered = community.map { old in
      if number[old] < 0 {
        number[old] = count
        count += 1
      }
      return number[old]
    }
    return (renumbered, count)
  }
}

/// Moves single nodes to the community where they add most, as long as any moves.
private struct NodeMoves {
  private let network: SignedNetwork
  private let objective: SignedModularity
  private(set) var community: [Int]
  private var friendly: [Double]
  private var hostile: [Double]
  private var size: [Int]
  /// Communities without a node.
  private var vacant: [Int]
  /// For each community, what links the node at hand to it.
  private var links: [Double]
  /// For each community, the node that last looked at it.
  private var seenBy: [Int]
  private var found: [Int] = []

  init(_ network: SignedNetwork, _ objective: SignedModularity, _ community: [Int]) {
    self.network = network
    self.objective = objective
    self.community = community
    friendly = [Double](repeating: 0, count: network.count)
    hostile = friendly
    links = friendly
    seenBy = [Int](repeating: -1, count: network.count)
    size = [Int](repeating: 0, count: network.count)
    for node in 0..<network.count {
      friendly[community[node]] += network.friendly[node]
      hostile[community[node]] += network.hostile[node]
      size[community[node]] += 1
    }
    vacant = size.indices.reversed().filter { [size] in size[$0] == 0 }
  }

  mutating func run(_ order: [Int]) {
    var queue = order
    var isWaiting = [Bool](repeating: true, count: network.count)
    var upcoming = 0
    // Each move makes the partition better by more than rounding; the limit is for peace of mind alone.
    while upcoming < queue.count, upcoming < 200 * order.count {
      let node = queue[upcoming]
      upcoming += 1
      isWaiting[node] = false
      guard let destination = destination(of: node) else { continue }
      move(node, to: destination)
      for arc in network.offsets[node]..<network.offsets[node + 1] {
        let neighbor = Int(network.targets[arc])
        if !isWaiting[neighbor], community[neighbor] != destination {
          isWaiting[neighbor] = true
          queue.append(neighbor)
        }
      }
    }
  }

  /// The best community for a node; nil where it should stay.
  private mutating func destination(of node: Int) -> Int? {
    let own = community[node]
    found.removeAll(keepingCapacity: true)
    for arc in network.offsets[node]..<network.offsets[node + 1] {
      let other = community[Int(network.targets[arc])]
      if seenBy[other] != node {
        seenBy[other] = node
        found.append(other)
      }
      links[other] += network.weights[arc]
    }
    let (nodeFriendly, nodeHostile) = (network.friendly[node], network.hostile[node])
    let staying =
      links[own]
      - objective.expected(nodeFriendly, friendly[own] - nodeFriendly, nodeHostile, hostile[own] - nodeHostile)
    var best: Int?
    var bestGain = staying + 1e-12 * objective.total
    // Actors without a tie may belong together, as those at enmity with the same others do.
    if network.count <= LeidenSearch.fewNodes, nodeHostile > 0 {
      for other in size.indices where size[other] > 0 && seenBy[other] != node {
        seenBy[other] = node
        found.append(other)
      }
    }
    // On its own a node gains nothing and loses nothing.
    if size[own] > 1, 0 > bestGain, let alone = vacant.last { (best, bestGain) = (alone, 0) }
    for other in found {
      let gain = links[other] - objective.expected(nodeFriendly, friendly[other], nodeHostile, hostile[other])
      if other != own, gain > bestGain { (best, bestGain) = (other, gain) }
      links[other] = 0
      seenBy[other] = -1
    }
    return best
  }

  private mutating func move(_ node: Int, to destination: Int) {
    let own = community[node]
    friendly[own] -= network.friendly[node]
    hostile[own] -= network.hostile[node]
    size[own] -= 1
    if size[destination] == 0 { vacant.removeLast() }
    if size[own] == 0 { vacant.append(own) }
    friendly[destination] += network.friendly[node]
    hostile[destination] += network.hostile[node]
    size[destination] += 1
    community[node] = destination
  }
}
