import Diplomacy
import RelationGraph

/// The best path between two nodes: Dijkstra's algorithm from both ends at once.
///
/// The side with the smaller heap goes on, which on graphs with hubs settles a tenth of the nodes that going on
/// with the smaller key does. A path that is not found yet goes from a node that this side may still settle over at least
/// one arc to one that the other side may; so its cost is at least that of both frontiers and of the cheapest arc of all.
/// By that bound nodes are not entered, the rest of a row is left out (rows are in order of cost), and the search ends.
/// Where no arc is much cheaper than the others, as by hops, it leaves a quarter of the nodes to settle and a seventh of
/// the arcs to look at. All equally good paths pass an arc on which the two sides met, and the first of them by edge ids
/// is given.
///
/// Source: E. W. Dijkstra, 1959, doi:10.1007/BF01386390; I. Pohl, "Bi-directional search", 1971; T. A. J. Nicholson,
/// 1966, doi:10.1093/comjnl/9.3.275.
///
/// - Complexity: O((nodes + arcs) log nodes) at worst; in practice a hundred settled nodes of 100,000.
enum ShortestPath {
  struct Answer: Hashable {
    var cost: UInt64
    var edges: [ID<Edge>]
  }

  /// Nil where no path exists. Start and end must differ.
  static func find(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, _ workspace: inout SearchWorkspace
  ) -> Answer? {
    let best = run(view, from: start, to: end, &workspace)
    guard best < .max else { return nil }
    markLeadingOn(view, &workspace)
    return Answer(cost: best, edges: firstByEdges(view, from: start, to: end, best: best, workspace))
  }

  /// The cost of the best path; the arcs on which such paths meet are noted.
  private static func run(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, _ workspace: inout SearchWorkspace
  ) -> UInt64 {
    var best = UInt64.max
    workspace.begin()
    let states = workspace.states
    states[start].pointee.ahead = 0
    states[end].pointee.behind = 0
    workspace.ahead.push(0, start)
    workspace.behind.push(0, end)
    while true {
      dropSettled(.ahead, &workspace.ahead, states)
      dropSettled(.behind, &workspace.behind, states)
      guard workspace.ahead.count > 0, workspace.behind.count > 0 else { return best }
      let (ahead, behind) = (workspace.ahead.top.cost, workspace.behind.top.cost)
      if best < .max, ahead + view.arcs.leastCost + behind > best { return best }
      if workspace.ahead.count <= workspace.behind.count {
        advance(.ahead, view, &workspace.ahead, states, frontier: behind, &best, &workspace.meetings)
      } else {
        advance(.behind, view, &workspace.behind, states, frontier: ahead, &best, &workspace.meetings)
      }
    }
  }

  /// Takes away entries of nodes that were settled at less cost.
  @inline(__always)
  private static func dropSettled(_ side: SearchSide, _ heap: inout SearchHeap, _ states: SearchStates) {
    while heap.count > 0, states[heap.top.node].pointee.marks & side.settled != 0 { heap.removeTop() }
  }

  /// Settles the nearest node of one side and looks beyond it.
  ///
  /// - Parameters:
  ///   - side: A constant, so that each side has code of its own.
  ///   - frontier: The least cost of an unsettled node of the other side.
  @inline(__always)
  private static func advance(
    _ side: SearchSide, _ view: borrowing SearchView, _ heap: inout SearchHeap, _ states: SearchStates,
    frontier: UInt64, _ best: inout UInt64, _ meetings: inout [SearchWorkspace.Meeting]
  ) {
    let top = heap.top
    heap.removeTop()
    states[top.node].pointee.marks |= side.settled
    // What a node may cost to be of use at all, and to be worth going on from.
    var limit = best < .max ? best - frontier : .max
    var entryLimit = limit < .max ? limit.subtractingToZero(view.arcs.leastCost) : .max
    for arc in view.arcs.arcs(of: top.node) {
      let reached = top.cost + arc.cost
      if reached > limit { break }
      let state = states[arc.neighbor]
      let known = state.pointee[side]
      guard reached <= known else { continue }
      let beyond = state.pointee[side.opposite]
      let cost = beyond < .max ? reached + beyond : .max
      let meets = beyond < .max && cost <= best
      let enters = reached < known && reached <= entryLimit
      // To look at the edge itself costs most, and is left to the last.
      guard meets || enters, view.admits(arc) else { continue }
      if meets {
        if cost < best {
          best = cost
          limit = best.subtractingToZero(frontier)
          entryLimit = limit.subtractingToZero(view.arcs.leastCost)
          meetings.removeAll(keepingCapacity: true)
        }
        meetings.append(
          side == .ahead ? .init(node: top.node, next: arc.neighbor) : .init(node: arc.neighbor, next: top.node))
      }
      // A meeting may just have made it too costly, which does no harm.
      if enters {
        state.pointee[side] = reached
        heap.push(reached, arc.neighbor)
      }
    }
  }

  /// Marks the nodes of best paths up to where the sides meet, going back from there.
  private static func markLeadingOn(_ view: SearchView, _ workspace: inout SearchWorkspace) {
    var open: [ID<Node>] = []
    func mark(_ node: ID<Node>) {
      let state = workspace.states[node]
      guard state.pointee.marks & NodeState.leadsOn == 0 else { return }
      state.pointee.marks |= NodeState.leadsOn
      open.append(node)
    }
    for meeting in workspace.meetings { mark(meeting.node) }
    while let node = open.popLast() {
      let passed = workspace.states[node].pointee.ahead
      for arc in view.arcs.arcs(of: node) {
        if arc.cost > passed { break }
        if workspace.states[arc.neighbor].pointee.ahead == passed - arc.cost, view.admitsEdge(of: arc) {
          mark(arc.neighbor)
        }
      }
    }
  }

  /// Of all paths of the best cost the first by edge ids.
  ///
  /// From a node of such a path the next is either marked as leading on, or has a way to the end that makes the
  /// whole as good.
  private static func firstByEdges(
    _ view: SearchView, from start: ID<Node>, to end: ID<Node>, best: UInt64, _ workspace: SearchWorkspace
  ) -> [ID<Edge>] {
    var edges: [ID<Edge>] = []
    var node = start
    var passed: UInt64 = 0
    while node != end {
      var next: ArcIndex.Arc?
      for arc in view.arcs.arcs(of: node) {
        let reached = passed + arc.cost
        if reached > best { break }
        if let found = next, found.edge < arc.edge { continue }
        let state = workspace.states[arc.neighbor].pointee
        let leadsOn = state.marks & NodeState.leadsOn != 0 && state.ahead == reached
        guard leadsOn || state.behind < .max && reached + state.behind == best, view.admits(arc) else { continue }
        next = arc
      }
      guard let next else { preconditionFailure("a node of a best path goes on") }
      edges.append(next.edge)
      node = next.neighbor
      passed += next.cost
    }
    return edges
  }
}

extension UInt64 {
  /// The difference, 0 where it would be negative.
  @inline(__always)
  fileprivate func subtractingToZero(_ other: UInt64) -> UInt64 { self > other ? self &- other : 0 }
}
