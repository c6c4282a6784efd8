public import Diplomacy
public import Provenance
public import RelationGraph

/// A path whose steps follow each other in time, as news or influence would travel.
public struct TimeRespectingPath: Hashable, Sendable {
  public var path: PathAnswer
  /// The day of each step, never before the one before it; nil for a step along a fact that holds at any time.
  public var dates: [CalendarDate?]

  /// Whether it is proven that no path arrives earlier. Only with nodes to pass through it may not be: a simple path
  /// through given nodes is hard to find in general, and the search ends after ``TimeRespectingPath/labelLimit`` beginnings of paths.
  public var isProvenEarliest: Bool
  /// Most beginnings of paths that are looked at where nodes are to be passed through.
  public static let labelLimit = 200_000

  /// The day of the last dated step; nil where all steps are facts.
  public var arrival: CalendarDate? { dates.last { $0 != nil } ?? nil }
}

extension Graph {
  /// The path that arrives first of those with each step no earlier than the one before; of equally early ones one
  /// with the fewest edges.
  ///
  /// Edges may be walked either way. A stance or cooperation is walked on the day of one of its claims that
  /// counts; without a dated claim it is not walked. What a claim says to last is walked on any day from its begin up to
  /// its end, and not on the day of the end. Affiliation, party and membership hold at any time, unless a claim says
  /// from when or until when. All constraints are kept to; their dates bound the days of the steps.
  ///
  /// Beginnings of paths are gone on with in order of their day and number of edges. Of those that are at one node
  /// and have passed the same of the nodes to pass through, only ones with fewer edges than all before are worth it.
  /// Where what comes out passes a node twice, the search is repeated with beginnings kept apart by their nodes.
  ///
  /// Source: H. Wu et al., "Path problems in temporal graphs", 2014, doi:10.14778/2732939.2732945.
  ///
  /// - Complexity: O(2^(nodes to pass through) × hops × claims × log) at worst.
  public func earliestPath(
    from start: ID<Node>, to end: ID<Node>, _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> TimeRespectingPath {
    guard start != end else { throw NoPath(from: start, to: end, reason: .sameNode) }
    var search = EarliestArrival(self, constraints, from: start, to: end)
    if let found = search.run(keepingApart: false), search.isSimple(found) {
      return search.answer(found, isProven: true)
    }
    if search.passesNodes {
      let found = search.run(keepingApart: true)
      if let found { return search.answer(found, isProven: !search.isTruncated) }
      if search.isTruncated { throw NoPath(from: start, to: end, reason: .undecided) }
    }
    // Where there is a path at all, it is the order of time that leaves none.
    let finder = PathFinder(self, by: .hops)
    _ = try finder.path(from: start, to: end, constraints)
    throw NoPath(from: start, to: end, reason: .constrained(by: [.timeOrder]))
  }
}
