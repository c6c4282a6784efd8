import Diplomacy
import RelationGraph

/// The best path between two nodes: Dijkstra's algorithm from both ends at once.
///
/// The side with the smaller heap goes on, which on graphs with hubs settles a tenth of the nodes that going on
/// with the smaller key does. A node is not entered where even the nearest unsettled node of the other side would
/// make the path too costly; then the other side has settled all that could follow. The search ends when no path
/// through unsettled nodes can be as good as the best found. All equally good paths then pass an arc on which the
/// two sides met, and the first of them by edge ids is given.
///
/// Source: E. W. Dijkstra, 1959, doi:10.1007/BF01386390; I. Pohl, "Bi-directional search", 1971; T. A. J. Nicholson,
/// 1966, doi:10.1093/comjnl/9.3.275.
///
/// - Complexity: O((nodes + arcs) log nodes) at worst; in practice a few hundred settled nodes of 100,000.
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
    workspace.state(start).pointee.ahead = 0
    workspace.state(end).pointee.behind = 0
    workspace.ahead.push(0, start)
    workspace.behind.push(0, end)
    while true {
      // Entries of nodes that were settled at less cost are out of date.
      while workspace.ahead.count > 0,
        workspace.state(workspace.ahead.top.node).pointee.marks & SearchWorkspace.NodeState.settledAhead != 0
      { workspace.ahead.removeTop() }
      while workspace.behind.count > 0,
        workspace.state(workspace.behind.top.node).pointee.marks & SearchWorkspace.NodeState.settledBehind != 0
      { workspace.behind.removeTop() }
      guard workspace.ahead.count > 0, workspace.behind.count > 0 else { return best }
      let (ahead, behind) = (workspace.ahead.top.cost, workspace.behind.top.cost)
      if best < .max, ahead + behind > best { return best }
      if workspace.ahead.count <= workspace.behind.count {
        advanceAhead(view, frontier: behind, &best, &workspace)
      } else {
        advanceBehind(view, frontier: ahead, &best, &workspace)
      }
    }
  }

  /// Settles the node nearest to the start and looks beyond it.
  ///
  /// - Parameter frontier: The least cost of an unsettled node of the other side.
  @inline(__always)
  private static func advanceAhead(
    _ view: borrowing SearchView, frontier: UInt64, _ best: inout UInt64, _ workspace: inout SearchWorkspace
  ) {
    let top = workspace.ahead.top
    workspace.ahead.removeTop()
    workspace.state(top.node).pointee.marks |= SearchWorkspace.NodeState.settledAhead
    for arc in view.arcs.arcs(of: top.node) {
      let reached = top.cost + arc.cost
      if reached > best { break }
      let state = workspace.state(arc.neighbor)
      guard reached <= state.pointee.ahead else { continue }
      let beyond = state.pointee.behind
      let cost = beyond < .max ? reached + beyond : .max
      let meets = beyond < .max && cost <= best
      let enters = reached < state.pointee.ahead && reached + frontier <= best
      // To look at the edge itself costs most, and is left to the last.
      guard meets || enters, view.admits(arc) else { continue }
      if meets {
        if cost < best {
          best = cost
          workspace.meetings.removeAll(keepingCapacity: true)
        }
        workspace.meetings.append(.init(node: top.node, next: arc.neighbor))
      }
      if enters {
        state.pointee.ahead = reached
        workspace.ahead.push(reached, arc.neighbor)
      }
    }
  }

  /// The same from the end.
  @inline(__always)
  private static func advanceBehind(
    _ view: borrowing SearchView, frontier: UInt64, _ best: inout UInt64, _ workspace: inout SearchWorkspace
  ) {
    let top = workspace.behind.top
    workspace.behind.removeTop()
    workspace.state(top.node).pointee.marks |= SearchWorkspace.NodeState.settledBehind
    for arc in view.arcs.arcs(of: top.node) {
      let reached = top.cost + arc.cost
      if reached > best { break }
      let state = workspace.state(arc.neighbor)
      guard reached <= state.pointee.behind else { continue }
      let beyond = state.pointee.ahead
      let cost = beyond < .max ? reached + beyond : .max
      let meets = beyond < .max && cost <= best
      let enters = reached < state.pointee.behind && reached + frontier <= best
      // To look at the edge itself costs most, and is left to the last.
      guard meets || enters, view.admits(arc) else { continue }
      if meets {
        if cost < best {
          best = cost
          workspace.meetings.removeAll(keepingCapacity: true)
        }
        workspace.meetings.append(.init(node: arc.neighbor, next: top.node))
      }
      if enters {
        state.pointee.behind = reached
        workspace.behind.push(reached, arc.neighbor)
      }
    }
  }

  /// Marks the nodes of best paths up to where the sides meet, going back from there.
  private static func markLeadingOn(_ view: SearchView, _ workspace: inout SearchWorkspace) {
    var open: [ID<Node>] = []
    func mark(_ node: ID<Node>) {
      let state = workspace.state(node)
      guard state.pointee.marks & SearchWorkspace.NodeState.leadsOn == 0 else { return }
      state.pointee.marks |= SearchWorkspace.NodeState.leadsOn
      open.append(node)
    }
    for meeting in workspace.meetings { mark(meeting.node) }
    while let node = open.popLast() {
      let passed = workspace.state(node).pointee.ahead
      for arc in view.arcs.arcs(of: node) {
        if arc.cost > passed { break }
        if workspace.state(arc.neighbor).pointee.ahead == passed - arc.cost, view.admitsEdge(of: arc) {
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
        let state = workspace.state(arc.neighbor).pointee
        let leadsOn = state.marks & SearchWorkspace.NodeState.leadsOn != 0 && state.ahead == reached
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
