public import Diplomacy
public import Provenance
public import RelationGraph

/// A path whose steps follow each other in time, as news or influence would travel.
public struct TimeRespectingPath: Hashable, Sendable {
  public var path: PathAnswer
  /// The day of each step, never before the one before it; nil for a step along a fact, which holds at any time.
  public var dates: [CalendarDate?]

  /// The day of the last dated step; nil where all steps are facts.
  public var arrival: CalendarDate? { dates.last { $0 != nil } ?? nil }
}

extension Graph {
  /// The path that arrives first of those with each step no earlier than the one before; of equally early ones one
  /// with the fewest edges.
  ///
  /// Edges may be walked either way. A stance or cooperation is walked on the day of one of its claims that
  /// counts; without a dated claim it is not walked. Affiliation, party and membership hold at any time. Dates of
  /// the constraints bound the days of the steps.
  ///
  /// Nodes are labelled round by round with the earliest arrival by so many edges; only nodes that a round improved
  /// go on.
  ///
  /// Source: H. Wu et al., "Path problems in temporal graphs", 2014, doi:10.14778/2732939.2732945.
  ///
  /// - Precondition: The constraints name no nodes to pass through.
  /// - Complexity: O(edges of the answer × claims).
  public func earliestPath(
    from start: ID<Node>, to end: ID<Node>, _ constraints: PathConstraints = PathConstraints()
  ) throws(NoPath) -> TimeRespectingPath {
    precondition(constraints.through.isEmpty, "a path in order of time takes no nodes to pass through")
    guard start != end else { throw NoPath(from: start, to: end, reason: .sameNode) }
    var search = EarliestArrival(self, constraints, from: start, to: end)
    if let found = search.run(maximumHops: min(constraints.maximumHops ?? .max, nodeCount)) { return found }
    // Where there is a path at all, it is the order of time that leaves none.
    let finder = PathFinder(self, by: .hops)
    _ = try finder.path(from: start, to: end, constraints)
    throw NoPath(from: start, to: end, reason: .constrained(by: [.timeOrder]))
  }
}

private struct EarliestArrival {
  /// How a node is reached; labels form a tree.
  private struct Label {
    var node: ID<Node>
    var day: UInt32
    var edge: ID<Edge>?
    var date: PackedDate
    var parent: Int
  }

  private let graph: Graph
  private let matcher: EdgeMatcher
  private let start: ID<Node>
  private let end: ID<Node>
  private let avoiding: Set<ID<Node>>
  private let window: ClosedRange<UInt32>
  private var labels: [Label] = []
  /// The earliest day so far on which a node is reached.
  private var earliest: [UInt32]

  init(_ graph: Graph, _ constraints: PathConstraints, from start: ID<Node>, to end: ID<Node>) {
    self.graph = graph
    self.start = start
    self.end = end
    var filter = constraints.filter
    filter.dates = nil
    matcher = EdgeMatcher(graph, filter, exempt: [start, end])
    avoiding = constraints.avoiding.subtracting([start, end])
    let begin = constraints.filter.dates?.begin.map { PackedDate($0).firstDay } ?? 0
    let close = constraints.filter.dates?.end.map { PackedDate($0).firstDay } ?? .max
    window = begin...max(begin, close)
    earliest = [UInt32](repeating: .max, count: graph.nodeCount)
  }

  mutating func run(maximumHops: Int) -> TimeRespectingPath? {
    earliest[start.index] = window.lowerBound
    labels = [Label(node: start, day: window.lowerBound, edge: nil, date: PackedDate(nil), parent: 0)]
    var best: Int?
    var round = 0..<1
    var hops = 0
    while !round.isEmpty, hops < maximumHops {
      hops += 1
      // Of a node improved twice in a round only the later label, which is the earlier arrival, goes on.
      let improved = round.filter { labels[$0].day == earliest[labels[$0].node.index] && labels[$0].node != end }
      for label in improved { extend(label) }
      round = round.upperBound..<labels.count
      for label in round where labels[label].node == end && labels[label].day == earliest[end.index] {
        best = label
      }
    }
    return best.map(answer)
  }

  private mutating func extend(_ label: Int) {
    let (node, day) = (labels[label].node, labels[label].day)
    graph.forEachIncident(node) { edge, neighbor in
      guard !avoiding.contains(neighbor), matcher.admits(edge), let step = self.step(along: edge, since: day) else {
        return
      }
      guard step.day < earliest[neighbor.index] else { return }
      earliest[neighbor.index] = step.day
      labels.append(Label(node: neighbor, day: step.day, edge: edge, date: step.date, parent: label))
    }
  }

  /// The first day on which an edge can be walked.
  private func step(along edge: ID<Edge>, since day: UInt32) -> (day: UInt32, date: PackedDate)? {
    guard graph.columns.kind[edge.index].isSigned else { return (day, PackedDate(nil)) }
    var first: PackedDate?
    for place in graph.columns.claimRange(edge) {
      let date = graph.columns.claimDates[place]
      guard date.isKnown, date.firstDay >= day, date.firstDay < window.upperBound else { continue }
      if first.map({ date.firstDay < $0.firstDay }) ?? true { first = date }
    }
    return first.map { ($0.firstDay, $0) }
  }

  private func answer(_ label: Int) -> TimeRespectingPath {
    var edges: [ID<Edge>] = []
    var dates: [CalendarDate?] = []
    var label = label
    while let edge = labels[label].edge {
      edges.append(edge)
      dates.append(labels[label].date.date)
      label = labels[label].parent
    }
    return TimeRespectingPath(path: PathAnswer(graph, from: start, edges: edges.reversed()), dates: dates.reversed())
  }
}
