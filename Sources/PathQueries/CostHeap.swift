import Diplomacy
import RelationGraph

/// Nodes by cost, the cheapest on top, of equal ones the one with the least number: a 4-ary heap.
///
/// A node may be in it several times; whoever pops passes over entries that are out of date. Four children a
/// parent halve the depth of a binary heap and lie in one line of the cache.
///
/// - Complexity: O(log n) to push and pop.
struct CostHeap {
  struct Entry {
    var cost: UInt64
    var node: ID<Node>

    @inline(__always)
    static func < (a: Entry, b: Entry) -> Bool { a.cost != b.cost ? a.cost < b.cost : a.node < b.node }
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }

  var first: Entry? { entries.first }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ cost: UInt64, _ node: ID<Node>) {
    let entry = Entry(cost: cost, node: node)
    var hole = entries.count
    entries.append(entry)
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard entry < entries[parent] else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  mutating func pop() -> Entry? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return top }
    var hole = 0
    while true {
      let first = 4 * hole + 1
      guard first < entries.count else { break }
      var least = first
      for child in first + 1..<max(first + 1, min(first + 4, entries.count)) where entries[child] < entries[least] {
        least = child
      }
      guard entries[least] < last else { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = last
    return top
  }
}
