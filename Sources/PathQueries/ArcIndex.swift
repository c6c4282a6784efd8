import Diplomacy
import RelationGraph

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
/// A weight below e⁻⁴⁰ counts as that, so that sums stay within 64 bits for paths of 400,000 edges.
///
/// - Complexity: O(edges × log of the greatest degree) to build; 32 bytes an edge.
struct ArcIndex: Sendable {
  struct Arc: Sendable {
    var neighbor: ID<Node>
    var edge: ID<Edge>
    var cost: UInt64
  }

  let arcs: [Arc]
  /// Arcs of node *i* are `offsets[i]..<offsets[i + 1]`.
  let offsets: [UInt32]

  /// - Parameter hubPenalty: What passing a node costs for each unit of the logarithm of its degree; by hops in
  ///   edges, else in units of −ln of weight.
  init(_ graph: Graph, ranking: PathRanking, hubPenalty: Double = 0) {
    // Half of what it costs to pass each node.
    let passing =
      hubPenalty > 0
      ? graph.nodes.map { node in
        UInt64(
          (hubPenalty * log(Double(max(1, graph.degree(node)))) * (ranking == .hops ? 0x1p42 : 0x1p40) / 2).rounded())
      } : []
    let costs = graph.columns.weight.indices.map { edge -> UInt64 in
      guard graph.columns.stories[edge] > 0 else { return .max }
      let weight = abs(graph.columns.weight[edge])
      return switch ranking {
      case .hops: 1 << 42 + Self.units(weight, scale: 0x1p22)
      case .strength: weight > 0 ? 1 + Self.units(weight, scale: 0x1p40) : .max
      case .trust: 1 + Self.units(graph.columns.trust[edge], scale: 0x1p40)
      }
    }
    var arcs: [Arc] = []
    arcs.reserveCapacity(2 * graph.edgeCount)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(graph.nodeCount + 1)
    for node in graph.nodes {
      let start = arcs.count
      graph.forEachIncident(node) { edge, neighbor in
        let cost = costs[edge.index]
        guard cost < .max else { return }
        let toll = passing.isEmpty ? 0 : passing[node.index] + passing[neighbor.index]
        arcs.append(Arc(neighbor: neighbor, edge: edge, cost: cost + toll))
      }
      arcs[start...].sort { ($0.cost, $0.edge) < ($1.cost, $1.edge) }
      offsets.append(UInt32(arcs.count))
    }
    self.arcs = arcs
    self.offsets = offsets
  }

  /// −ln of a weight of 0 … 1 in whole units.
  private static func units(_ weight: Double, scale: Double) -> UInt64 {
    let cost = weight > 0 ? min(40, max(0, -log(weight))) : 40
    return UInt64((cost * scale).rounded())
  }

  @inline(__always)
  func range(_ node: ID<Node>) -> Range<Int> { Int(offsets[node.index])..<Int(offsets[node.index + 1]) }

  /// What the edges of a path cost together.
  func cost(of edges: [ID<Edge>], from start: ID<Node>, in graph: Graph) -> UInt64 {
    var node = start
    var sum: UInt64 = 0
    for edge in edges {
      for arc in range(node) where arcs[arc].edge == edge { sum += arcs[arc].cost }
      node = graph[edge].other(than: node)
    }
    return sum
  }
}
