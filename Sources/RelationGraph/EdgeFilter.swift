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
  /// Admits edges of which at least one claim that counts is dated within, or speaks of what lasted then: from its
  /// date up to its end, without the day of the end. An edge with neither is not admitted.
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

/// A filter made ready to be asked often: it holds the columns it needs, and asks the cheapest condition first.
package struct EdgeMatcher: Sendable {
  private let filter: EdgeFilter
  private let conditions: Conditions
  private let kindMask: UInt8
  private let kind: FlatColumn<ClaimKind>
  private let weight: FlatColumn<Double>
  private let stories: FlatColumn<UInt32>
  private let first: FlatColumn<PackedDate>
  private let last: FlatColumn<PackedDate>
  private let graph: Graph
  /// Whether a node may be the end of an edge; empty where any may.
  private let isNodeAdmitted: [Bool]
  private let hasLasting: Bool
  private let begin: UInt32
  private let end: UInt32

  /// Which conditions there are to ask.
  private struct Conditions: OptionSet {
    let rawValue: UInt8
    static let counted = Conditions(rawValue: 1)
    static let others = Conditions(rawValue: 2)
    static let nodeKinds = Conditions(rawValue: 4)
    static let dates = Conditions(rawValue: 8)
  }

  /// - Parameter exempt: Nodes to which the condition on kinds of entities does not apply.
  package init(_ graph: Graph, _ filter: EdgeFilter, exempt: Set<ID<Node>> = []) {
    self.graph = graph
    self.filter = filter
    kind = graph.columns.kind
    weight = graph.columns.weight
    stories = graph.columns.stories
    first = graph.columns.first
    last = graph.columns.last
    hasLasting = graph.columns.claimEnds.count > 0
    kindMask = (filter.kinds ?? Set(ClaimKind.allCases)).reduce(0) { $0 | 1 << UInt8($1.order) }
    isNodeAdmitted =
      filter.nodeKinds.map { kinds in
        graph.nodes.map { kinds.contains(graph.entities[$0.index].kind) || exempt.contains($0) }
      } ?? []
    begin = filter.dates?.begin.map { PackedDate($0).firstDay } ?? 0
    end = filter.dates?.end.map { PackedDate($0).firstDay } ?? .max

    var conditions: Conditions = filter.includesUncounted ? [] : .counted
    if filter.kinds != nil || filter.sign != nil || filter.minimumWeight > 0 || filter.minimumStories > 0 {
      conditions.insert(.others)
    }
    if filter.nodeKinds != nil { conditions.insert(.nodeKinds) }
    if filter.dates != nil { conditions.insert(.dates) }
    self.conditions = conditions
  }

  @inline(__always)
  package func admits(_ edge: ID<Edge>) -> Bool {
    if conditions.isEmpty { return true }
    if conditions.contains(.counted), stories[edge.index] == 0 { return false }
    return conditions == .counted || admitsByConditions(edge.index)
  }

  private func admitsByConditions(_ i: Int) -> Bool {
    if conditions.contains(.others) {
      guard kindMask & 1 << UInt8(kind[i].order) != 0 else { return false }
      let weight = weight[i]
      if let sign = filter.sign, kind[i].isSigned {
        guard sign == .positive ? weight > 0 : weight < 0 else { return false }
      }
      guard abs(weight) >= filter.minimumWeight, Int(stories[i]) >= filter.minimumStories else { return false }
    }
    if conditions.contains(.nodeKinds) {
      guard isNodeAdmitted[graph.columns.source[i].index], isNodeAdmitted[graph.columns.target[i].index] else {
        return false
      }
    }
    return !conditions.contains(.dates) || isDated(i) || hasLasting && lasts(i)
  }

  /// Whether a claim holds at some time of the window though it was made before.
  private func lasts(_ i: Int) -> Bool {
    let columns = graph.columns
    return columns.claimRange(ID(i)).contains { place in
      let until = columns.claimEnds[place]
      guard until.isKnown, until == .never || until.firstDay > begin else { return false }
      return !columns.claimDates[place].isKnown || columns.claimDates[place].firstDay < end
    }
  }

  /// Whether a claim is dated within the window. The span from the first to the last date settles most edges.
  private func isDated(_ i: Int) -> Bool {
    let last = last[i]
    guard last.isKnown, last.firstDay >= begin else { return false }
    if last.firstDay < end { return true }
    let first = first[i]
    guard first.firstDay < end else { return false }
    if first.firstDay >= begin { return true }
    return graph.columns.claimRange(ID(i)).contains { contains(graph.columns.claimDates[$0]) }
  }

  private func contains(_ date: PackedDate) -> Bool {
    date.isKnown && begin <= date.firstDay && date.firstDay < end
  }
}
