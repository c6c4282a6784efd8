import Diplomacy
import Provenance
import RelationGraph

/// The search for the path that arrives first.
struct EarliestArrival {
  /// How a node is reached; labels form a tree.
  private struct Label {
    var node: ID<Node>
    /// Which of the nodes to pass through have been passed, one bit each.
    var passed: Int
    var day: UInt32
    var hops: UInt32
    var edge: ID<Edge>?
    var date: PackedDate
    var parent: Int
  }

  private let graph: Graph
  private let matcher: EdgeMatcher
  private let start: ID<Node>
  private let end: ID<Node>
  private let through: [ID<Node>]
  private let avoiding: Set<ID<Node>>
  private let maximumHops: UInt32
  private let window: ClosedRange<UInt32>
  private var labels: [Label] = []
  /// Labels by day and number of edges.
  private var queue = CostHeap()
  /// Whether the search ended before all was looked at.
  private(set) var isTruncated = false

  init(_ graph: Graph, _ constraints: PathConstraints, from start: ID<Node>, to end: ID<Node>) {
    self.graph = graph
    self.start = start
    self.end = end
    through = constraints.through.subtracting([start, end]).sorted()
    let named = constraints.through.union([start, end])
    var filter = constraints.filter
    filter.dates = nil
    matcher = EdgeMatcher(graph, filter, exempt: named)
    avoiding = constraints.avoiding.subtracting(named)
    maximumHops = UInt32(min(constraints.maximumHops ?? .max, graph.nodeCount))
    let begin = constraints.filter.dates?.begin.map { PackedDate($0).firstDay } ?? 0
    let close = constraints.filter.dates?.end.map { PackedDate($0).firstDay } ?? .max
    window = begin...max(begin, close)
  }

  var passesNodes: Bool { !through.isEmpty }

  /// The label at the end of the best path; nil where none was found.
  ///
  /// - Parameter keepingApart: Whether beginnings with different nodes are kept apart, so that no node is passed
  ///   twice; else what is found may be a walk.
  mutating func run(keepingApart: Bool) -> Int? {
    let all = 1 << through.count - 1
    // The fewest edges of a label that was gone on with, by node and nodes passed.
    var fewest = [UInt32](repeating: .max, count: keepingApart ? 0 : graph.nodeCount << through.count)
    isTruncated = false
    labels = []
    queue.removeAll()
    push(
      Label(
        node: start, passed: 0, day: window.lowerBound, hops: 0, edge: nil, date: PackedDate(nil), parent: 0))
    while let top = queue.pop() {
      let label = top.node.index
      let (node, passed, hops) = (labels[label].node, labels[label].passed, labels[label].hops)
      if node == end {
        if passed == all { return label }
        continue
      }
      if !keepingApart {
        let state = node.index << through.count | passed
        guard hops < fewest[state] else { continue }
        fewest[state] = hops
      }
      guard hops < maximumHops else { continue }
      if keepingApart, labels.count > TimeRespectingPath.labelLimit {
        isTruncated = true
        return nil
      }
      extend(label, keepingApart: keepingApart)
    }
    return nil
  }

  private mutating func push(_ label: Label) {
    // Days are below 2²⁷, so that they and the edges fit into one number.
    queue.push(UInt64(label.day) << 32 | UInt64(label.hops), ID(labels.count))
    labels.append(label)
  }

  private mutating func extend(_ label: Int, keepingApart: Bool) {
    let from = labels[label]
    graph.forEachIncident(from.node) { edge, neighbor in
      guard neighbor != start, !avoiding.contains(neighbor), matcher.admits(edge),
        let step = step(along: edge, since: from.day), !keepingApart || !passes(label, neighbor)
      else { return }
      var passed = from.passed
      if let place = through.firstIndex(of: neighbor) { passed |= 1 << place }
      push(
        Label(
          node: neighbor, passed: passed, day: step.day, hops: from.hops + 1, edge: edge, date: step.date,
          parent: label))
    }
  }

  private func passes(_ label: Int, _ node: ID<Node>) -> Bool {
    var label = label
    while labels[label].node != node {
      if labels[label].edge == nil { return false }
      label = labels[label].parent
    }
    return true
  }

  /// The first day on which an edge can be walked, and the day that is told of it; none for a fact without dates.
  private func step(along edge: ID<Edge>, since day: UInt32) -> (day: UInt32, date: PackedDate)? {
    let columns = graph.columns
    let isSigned = columns.kind[edge.index].isSigned
    let hasLasting = columns.claimEnds.count > 0
    if !isSigned, !hasLasting { return (day, PackedDate(nil)) }
    var first: (day: UInt32, date: PackedDate)?
    var isBound = false
    for place in columns.claimRange(edge) {
      let date = columns.claimDates[place]
      let end = hasLasting ? columns.claimEnds[place] : PackedDate(nil)
      var possible: (day: UInt32, date: PackedDate)?
      if end.isKnown {
        // From its begin up to its end, which is no longer part of it.
        isBound = true
        let begin = date.isKnown ? date.firstDay : 0
        let until = end == .never ? .max : end.firstDay
        let start = max(day, begin)
        if start < until { possible = (start, start == begin ? date : PackedDate(day: start)) }
      } else if isSigned, date.isKnown, date.firstDay >= day {
        possible = (date.firstDay, date)
      }
      guard let possible, possible.day < window.upperBound, possible.day < first?.day ?? .max else { continue }
      first = possible
    }
    // A fact that no claim gives a time holds at any.
    return first ?? (isSigned || isBound ? nil : (day, PackedDate(nil)))
  }

  /// Whether the way to a label passes no node twice.
  func isSimple(_ label: Int) -> Bool {
    var seen: Set<ID<Node>> = []
    var label = label
    while seen.insert(labels[label].node).inserted {
      if labels[label].edge == nil { return true }
      label = labels[label].parent
    }
    return false
  }

  func answer(_ label: Int, isProven: Bool) -> TimeRespectingPath {
    var edges: [ID<Edge>] = []
    var dates: [CalendarDate?] = []
    var label = label
    while let edge = labels[label].edge {
      edges.append(edge)
      dates.append(labels[label].date.date)
      label = labels[label].parent
    }
    return TimeRespectingPath(
      path: PathAnswer(graph, from: start, edges: edges.reversed()), dates: dates.reversed(),
      isProvenEarliest: isProven)
  }
}
