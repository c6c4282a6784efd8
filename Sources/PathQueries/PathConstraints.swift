public import Diplomacy
public import RelationGraph

/// What a path must keep to. All constraints hold together, and with every ranking.
public struct PathConstraints: Hashable, Sendable {
  /// Edges that may be walked. Its kinds of entities bind only the nodes between the two ends.
  public var filter: EdgeFilter
  /// Nodes that the path must pass, in whatever order is best; at most five.
  public var through: Set<ID<Node>>
  /// Nodes that may not be passed.
  public var avoiding: Set<ID<Node>>
  /// Most edges on a path; nil for any number.
  public var maximumHops: Int?

  public init(
    filter: EdgeFilter = EdgeFilter(), through: Set<ID<Node>> = [], avoiding: Set<ID<Node>> = [],
    maximumHops: Int? = nil
  ) {
    precondition(maximumHops ?? 1 > 0, "a path has at least one edge")
    precondition(through.count <= 5, "at most five nodes to pass through")
    self.through = through
    self.filter = filter
    self.filter.includesUncounted = false
    self.avoiding = avoiding
    self.maximumHops = maximumHops
  }
}

/// The name of one constraint, to say which of them leaves no path.
public enum PathConstraint: String, CaseIterable, Hashable, Sendable {
  case edgeKinds = "edge kinds"
  case nodeKinds = "node kinds"
  case sign
  case minimumWeight = "minimum weight"
  case minimumStories = "minimum sources"
  case dates
  case through = "nodes to pass through"
  case avoiding = "nodes to avoid"
  case maximumHops = "maximum hops"
  /// Only of paths that are asked for in order of time.
  case timeOrder = "order of time"
}

extension PathConstraints {
  /// The constraints that are set.
  var active: [PathConstraint] {
    PathConstraint.allCases.filter { constraint in
      var lifted = self
      lifted.lift(constraint)
      return lifted != self
    }
  }

  mutating func lift(_ constraint: PathConstraint) {
    switch constraint {
    case .edgeKinds: filter.kinds = nil
    case .nodeKinds: filter.nodeKinds = nil
    case .sign: filter.sign = nil
    case .minimumWeight: filter.minimumWeight = 0
    case .minimumStories: filter.minimumStories = 0
    case .dates: filter.dates = nil
    case .through: through = []
    case .avoiding: avoiding = []
    case .maximumHops: maximumHops = nil
    case .timeOrder: break
    }
  }
}
