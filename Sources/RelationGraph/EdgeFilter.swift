public import Diplomacy

/// Which edges of a graph count. A filter is a view: it copies nothing, and is asked edge by edge.
///
/// All conditions hold together. The default admits every edge with at least one claim that counts.
public struct EdgeFilter: Hashable, Sendable {
  /// Kinds of edges admitted; nil for all.
  public var kinds: Set<ClaimKind>?
  /// Kinds of entities that both ends must be of; nil for all.
  public var nodeKinds: Set<EntityKind>?
  /// Admits only friendly or only hostile ties. Kinds that state a fact have no sign and stay: leave them out
  /// by ``kinds``.
  public var sign: Sign?
  /// Least |weight|, 0 … 1.
  public var minimumWeight: Double
  /// Least number of distinct stories that the edge rests on.
  public var minimumStories: Int
  /// Admits edges of which at least one claim is dated within. An edge without a dated claim is not admitted.
  public var dates: DateWindow?
  /// Admits also edges all of whose claims are negated or hypothetical. They link nobody; pictures may show them.
  public var includesUncounted: Bool

  public init(
    kinds: Set<ClaimKind>? = nil, nodeKinds: Set<EntityKind>? = nil, sign: Sign? = nil, minimumWeight: Double = 0,
    minimumStories: Int = 0, dates: DateWindow? = nil, includesUncounted: Bool = false
  ) {
    self.kinds = kinds
    self.nodeKinds = nodeKinds
    self.sign = sign
    self.minimumWeight = minimumWeight
    self.minimumStories = minimumStories
    self.dates = dates
    self.includesUncounted = includesUncounted
  }
}

extension Graph {
  /// Whether a filter admits an edge.
  public func admits(_ edge: ID<Edge>, _ filter: EdgeFilter) -> Bool { EdgeMatcher(self, filter).admits(edge) }

  /// The edges that a filter admits, in order of id.
  ///
  /// - Complexity: O(edges).
  public func edges(_ filter: EdgeFilter) -> [ID<Edge>] {
    let matcher = EdgeMatcher(self, filter)
    return edges.filter { matcher.admits($0) }
  }
}

/// A filter made ready to be asked often.
package struct EdgeMatcher: Sendable {
  private let graph: Graph
  private let kinds: UInt8
  private let nodeKinds: Set<EntityKind>?
  private let exempt: Set<ID<Node>>
  private let filter: EdgeFilter
  private let admitsAll: Bool

  /// - Parameter exempt: Nodes to which the condition on kinds of entities does not apply.
  package init(_ graph: Graph, _ filter: EdgeFilter, exempt: Set<ID<Node>> = []) {
    self.graph = graph
    self.filter = filter
    self.exempt = exempt
    nodeKinds = filter.nodeKinds
    kinds = (filter.kinds ?? Set(ClaimKind.allCases)).reduce(0) { $0 | 1 << UInt8($1.order) }
    var free = EdgeFilter()
    free.includesUncounted = filter.includesUncounted
    admitsAll = filter == free
  }

  @inline(__always)
  package func admits(_ edge: ID<Edge>) -> Bool {
    let i = edge.index
    if !filter.includesUncounted, graph.columns.stories[i] == 0 { return false }
    return admitsAll || admitsByConditions(i)
  }

  private func admitsByConditions(_ i: Int) -> Bool {
    let columns = graph.columns
    let kind = columns.kind[i]
    guard kinds & 1 << UInt8(kind.order) != 0 else { return false }
    let weight = columns.weight[i]
    if let sign = filter.sign, kind.isSigned {
      guard sign == .positive ? weight > 0 : weight < 0 else { return false }
    }
    guard abs(weight) >= filter.minimumWeight, Int(columns.stories[i]) >= filter.minimumStories else { return false }
    if let nodeKinds {
      for node in [columns.source[i], columns.target[i]] {
        guard nodeKinds.contains(graph.entities[node.index].kind) || exempt.contains(node) else { return false }
      }
    }
    if let window = filter.dates { return isDated(i, within: window) }
    return true
  }

  private func isDated(_ i: Int, within window: DateWindow) -> Bool {
    graph.columns.claimRange(ID(i)).contains { claim in
      graph.columns.claimDates[claim].date.map(window.contains) ?? false
    }
  }
}
