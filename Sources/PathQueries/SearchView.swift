import Diplomacy
import RelationGraph

/// The part of a graph that one search may walk.
struct SearchView {
  let arcs: ArcIndex
  /// For each combination of kind and sign one bit: whether such edges are admitted.
  private let admittedTraits: UInt32
  /// The conditions on other things than kind and sign.
  private let matcher: EdgeMatcher
  /// Whether there are none.
  private let traitsDecide: Bool
  /// Whether there is none but on dates.
  private let datesDecide: Bool
  /// What the eras of an arc say of its dates; empty where these do not matter.
  private let dateVerdicts: [DateEras.Verdict]
  let nodeCount: Int
  /// Nodes that may not be entered, by number; empty where all may.
  private var isBlocked: [Bool] = []
  /// Edges left out besides: few, in no order.
  var banned: [ID<Edge>] = []

  /// - Parameter ends: Nodes to which neither the kinds of entities nor the nodes to avoid apply.
  init(_ graph: Graph, _ arcs: ArcIndex, _ constraints: PathConstraints, ends: Set<ID<Node>>) {
    self.arcs = arcs
    var traits: UInt32 = 0
    for kind in constraints.filter.kinds ?? Set(ClaimKind.allCases) {
      for weight in [-1.0, 0, 1] {
        let hasSign = constraints.filter.sign.map { $0 == .positive ? weight > 0 : weight < 0 } ?? true
        if hasSign || !kind.isSigned { traits |= 1 << UInt32(ArcIndex.Arc.traits(kind, weight)) }
      }
    }
    admittedTraits = traits
    var others = constraints.filter
    others.kinds = nil
    others.sign = nil
    // Edges without a claim that counts have no arcs.
    others.includesUncounted = true
    matcher = EdgeMatcher(graph, others, exempt: ends)
    traitsDecide = others == EdgeFilter(includesUncounted: true)
    dateVerdicts =
      others.dates.map { arcs.eras.verdicts(on: $0, hasLasting: graph.columns.claimEnds.count > 0) } ?? []
    others.dates = nil
    datesDecide = others == EdgeFilter(includesUncounted: true)
    nodeCount = graph.nodeCount
    for node in constraints.avoiding where !ends.contains(node) { block(node) }
  }

  mutating func block(_ node: ID<Node>) {
    if isBlocked.isEmpty { isBlocked = [Bool](repeating: false, count: nodeCount) }
    isBlocked[node.index] = true
  }

  func blocks(_ node: ID<Node>) -> Bool { !isBlocked.isEmpty && isBlocked[node.index] }

  @inline(__always)
  func admits(_ arc: ArcIndex.Arc) -> Bool { admitsEdge(of: arc) && !blocks(arc.neighbor) }

  /// Whether the edge of an arc may be walked, whatever it leads to.
  @inline(__always)
  func admitsEdge(of arc: ArcIndex.Arc) -> Bool {
    admittedTraits >> arc.traits & 1 != 0 && (traitsDecide || meetsOtherConditions(arc))
      && (banned.isEmpty || !banned.contains(arc.edge))
  }

  @inline(__always)
  private func meetsOtherConditions(_ arc: ArcIndex.Arc) -> Bool {
    if !dateVerdicts.isEmpty {
      switch dateVerdicts[arc.eras] {
      case .no: return false
      case .yes where datesDecide: return true
      case .yes, .open: break
      }
    }
    return matcher.admits(arc.edge)
  }
}
