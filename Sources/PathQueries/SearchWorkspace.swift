import Diplomacy
import RelationGraph

/// The tables of one search, kept for the next: what belongs to an earlier search is told by its number, so that
/// nothing is ever cleared.
///
/// It is handed on by whoever borrows it from a ``WorkspacePool``, which gives its memory back.
struct SearchWorkspace {
  /// An arc on which the two directions meet.
  struct Meeting {
    var node: ID<Node>
    var next: ID<Node>
  }

  private(set) var states: SearchStates
  private let nodes: Int
  var ahead = SearchHeap()
  var behind = SearchHeap()
  /// Where the best paths so far meet.
  var meetings: [Meeting] = []

  init(nodes: Int) {
    self.nodes = nodes
    states = SearchStates(nodes: nodes)
  }

  func deallocate() {
    states.deallocate()
    ahead.deallocate()
    behind.deallocate()
  }

  mutating func begin() {
    states.begin(nodes: nodes)
    ahead.removeAll()
    behind.removeAll()
    meetings.removeAll(keepingCapacity: true)
  }
}

/// Nodes by cost, the cheapest on top: a 4-ary heap whose memory its owner gives back.
///
/// A node may be in it several times; whoever pops passes over entries that are out of date. Four children a
/// parent halve the depth of a binary heap.
///
/// - Complexity: O(log n) to push and pop.
struct SearchHeap {
  struct Entry {
    var cost: UInt64
    var node: ID<Node>
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1024) {
    self.capacity = capacity
    entries = .allocate(capacity: capacity)
  }

  func deallocate() { entries.deallocate() }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// The cheapest; only of a heap that is not empty.
  @inline(__always)
  var top: Entry { entries[0] }

  @inline(__always)
  mutating func push(_ cost: UInt64, _ node: ID<Node>) {
    if count == capacity { grow() }
    var hole = count
    count += 1
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      guard cost < entries[parent].cost else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = Entry(cost: cost, node: node)
  }

  /// Takes the cheapest away; only from a heap that is not empty.
  @inline(__always)
  mutating func removeTop() {
    count &-= 1
    let last = entries[count]
    var hole = 0
    while true {
      let first = hole << 2 &+ 1
      guard first < count else { break }
      var least = first
      var leastCost = entries[first].cost
      var child = first &+ 1
      let end = min(first &+ 4, count)
      while child < end {
        let cost = entries[child].cost
        if cost < leastCost { (least, leastCost) = (child, cost) }
        child &+= 1
      }
      guard leastCost < last.cost else { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = last
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }
}
