import Diplomacy
import RelationGraph
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The edges at each node as arcs with their costs by one ranking, the cheapest first.
///
/// Every edge may be walked either way and so makes two arcs, save those that no path walks: edges without a claim
/// that counts, and by strength those of weight 0. A negative weight never becomes a cost: costs are made of
/// |weight|.
///
/// Costs are whole numbers, so that sums do not depend on their order and equal paths are equal. Each is at least
/// 1, so that no walk with a circle is ever among the best:
///
/// - by strength and trust −ln w in units of 2⁻⁴⁰, plus 1, which prefers fewer hops among equals;
/// - by hops 2⁴² an edge, plus −ln w in units of 2⁻²², which ranks paths of equal length by strength (exactly for
///   paths up to 25,000 edges).
///
/// A penalty for hubs adds to both arcs of an edge half of what each of its ends costs to pass, so that a path pays for
/// every node between its ends, and the same for these whichever way it goes.
///
/// A weight below e⁻⁴⁰ counts as that, so that sums stay within 64 bits for paths of 400,000 edges. The cost of one arc
/// takes less than 51 bits.
///
/// The arcs of a node are made when they are first asked for, or all at once by ``prepare()``. Any number of threads may
/// ask at the same time.
///
/// - Complexity: O(nodes + edges) to make; O(degree × log degree) for the arcs of a node; 32 bytes an edge.
final class ArcIndex: @unchecked Sendable {
  struct Arc {
    var neighbor: ID<Node>
    var edge: ID<Edge>
    /// The cost, below it the eras, and in the lowest bits the traits.
    private let packed: UInt64

    init(neighbor: ID<Node>, edge: ID<Edge>, packed: UInt64) {
      self.neighbor = neighbor
      self.edge = edge
      self.packed = packed
    }

    static func packed(cost: UInt64, eras: UInt64 = 0, traits: UInt64 = 0) -> UInt64 {
      cost << 13 | eras << 5 | traits
    }

    @inline(__always)
    var cost: UInt64 { packed >> 13 }

    /// When the edge was spoken of first and last, as ``DateEras`` has it.
    @inline(__always)
    var eras: Int { Int(truncatingIfNeeded: packed >> 5 & 255) }

    /// Kind and sign of the edge as a number below 32, so that most constraints need no look at the edge itself.
    @inline(__always)
    var traits: UInt32 { UInt32(truncatingIfNeeded: packed & 31) }

    static func traits(_ kind: ClaimKind, _ weight: Double) -> UInt64 {
      UInt64(kind.order) << 2 | (weight > 0 ? 2 : weight < 0 ? 0 : 1)
    }
  }

  private let graph: Graph
  private let ranking: PathRanking
  private let hubPenalty: Double
  /// Arcs of node *i* begin where all edges of the nodes before it have room.
  private let arcs: UnsafeMutablePointer<Arc>
  /// By node: 0 as long as its arcs are not made, then one more than their number.
  private let counts: UnsafeMutablePointer<Atomic<UInt32>>
  private let making = Mutex<Void>(())
  /// What an arc costs at least: the cost of the strongest edge.
  let leastCost: UInt64
  let eras: DateEras

  /// - Parameter hubPenalty: What passing a node costs for each unit of the logarithm of its degree; by hops in
  ///   edges, else in units of −ln of weight.
  init(_ graph: Graph, ranking: PathRanking, hubPenalty: Double = 0) {
    self.graph = graph
    self.ranking = ranking
    self.hubPenalty = hubPenalty
    arcs = .allocate(capacity: max(1, 2 * graph.edgeCount))
    counts = .allocate(capacity: max(1, graph.nodeCount))
    for node in 0..<graph.nodeCount { (counts + node).initialize(to: Atomic(0)) }
    eras = DateEras(graph)
    var strongest = 0.0
    let weights = ranking == .trust ? graph.columns.trust : graph.columns.weight
    for edge in 0..<graph.edgeCount where graph.columns.stories.base[edge] > 0 {
      strongest = max(strongest, abs(weights.base[edge]))
    }
    leastCost = Self.cost(ofWeight: strongest, by: ranking)
  }

  deinit {
    counts.deinitialize(count: graph.nodeCount)
    counts.deallocate()
    arcs.deallocate()
  }

  /// The arcs of a node, the cheapest first, equally cheap ones in order of edge id. Valid as long as the index is.
  @inline(__always)
  func arcs(of node: ID<Node>) -> UnsafeBufferPointer<Arc> {
    var count = counts[node.index].load(ordering: .acquiring)
    if count == 0 { count = make(node) }
    let start = Int(graph.outgoingOffsets.base[node.index] + graph.incomingOffsets.base[node.index])
    return UnsafeBufferPointer(start: arcs + start, count: Int(count - 1))
  }

  /// Makes the arcs of all nodes.
  func prepare() {
    // Each edge is looked at once, in order, rather than from both its ends.
    let packed = graph.edges.map { self.packed($0) }
    for node in graph.nodes { _ = make(node) { packed[$0.index] } }
  }

  @inline(never)
  private func make(_ node: ID<Node>) -> UInt32 { make(node, packed) }

  @inline(__always)
  private func make(_ node: ID<Node>, _ packed: (ID<Edge>) -> UInt64) -> UInt32 {
    making.withLock { _ in
      let made = counts[node.index].load(ordering: .relaxed)
      if made > 0 { return made }
      let start = arcs + Int(graph.outgoingOffsets[node.index] + graph.incomingOffsets[node.index])
      var count = 0
      let own = passingCost(node)
      graph.forEachIncident(node) { edge, neighbor in
        let packed = packed(edge)
        guard packed > 0 else { return }
        let toll = hubPenalty > 0 ? own + passingCost(neighbor) : 0
        (start + count).initialize(
          to: Arc(neighbor: neighbor, edge: edge, packed: packed + Arc.packed(cost: toll)))
        count += 1
      }
      var slice = UnsafeMutableBufferPointer(start: start, count: count)
      slice.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.edge < $1.edge }
      counts[node.index].store(UInt32(count) + 1, ordering: .releasing)
      return UInt32(count) + 1
    }
  }

  /// What the arcs of an edge hold, without what it costs to pass nodes; 0 for an edge that no path walks.
  private func packed(_ edge: ID<Edge>) -> UInt64 {
    guard let cost = cost(of: edge) else { return 0 }
    let (columns, i) = (graph.columns, edge.index)
    return Arc.packed(
      cost: cost, eras: eras.code(first: columns.first.base[i], last: columns.last.base[i]),
      traits: Arc.traits(columns.kind.base[i], columns.weight.base[i]))
  }

  /// Half of what it costs to pass a node.
  private func passingCost(_ node: ID<Node>) -> UInt64 {
    guard hubPenalty > 0 else { return 0 }
    let unit = ranking == .hops ? 0x1p42 : 0x1p40
    return UInt64((hubPenalty * log(Double(max(1, graph.degree(node)))) * unit / 2).rounded())
  }

  /// Nil for an edge that no path walks.
  private func cost(of edge: ID<Edge>) -> UInt64? {
    guard graph.columns.stories.base[edge.index] > 0 else { return nil }
    let weight = abs(graph.columns.weight.base[edge.index])
    guard ranking != .strength || weight > 0 else { return nil }
    return Self.cost(ofWeight: ranking == .trust ? graph.columns.trust.base[edge.index] : weight, by: ranking)
  }

  /// The more, the less the weight or trust.
  private static func cost(ofWeight weight: Double, by ranking: PathRanking) -> UInt64 {
    ranking == .hops ? 1 << 42 + units(weight, scale: 0x1p22) : 1 + units(weight, scale: 0x1p40)
  }

  /// −ln of a weight of 0 … 1 in whole units.
  private static func units(_ weight: Double, scale: Double) -> UInt64 {
    let cost = weight > 0 ? min(40, max(0, -log(weight))) : 40
    return UInt64((cost * scale).rounded())
  }

  /// What the edges of a path cost together.
  func cost(of edges: [ID<Edge>], from start: ID<Node>) -> UInt64 {
    var node = start
    var sum: UInt64 = 0
    for id in edges {
      let edge = graph[id]
      let next = edge.other(than: node)
      sum += (cost(of: id) ?? 0) + (hubPenalty > 0 ? passingCost(node) + passingCost(next) : 0)
      node = next
    }
    return sum
  }
}
