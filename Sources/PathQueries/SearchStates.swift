import Diplomacy
import RelationGraph

/// One of the two directions of a search: from the start, or from the end.
enum SearchSide {
  case ahead, behind

  @inline(__always)
  var opposite: SearchSide { self == .ahead ? .behind : .ahead }

  /// The mark of nodes that this side has settled.
  @inline(__always)
  var settled: UInt32 { self == .ahead ? 1 : 2 }
}

/// What a search knows of a node. Both directions lie side by side, for each asks for the other.
struct NodeState {
  /// Least cost so far from the start.
  var ahead: UInt64
  /// Least cost so far to the end.
  var behind: UInt64
  /// The search that wrote it.
  var search: UInt32
  /// Those of ``SearchSide/settled``, and ``leadsOn``.
  var marks: UInt32

  /// On a best path, at or before where the two directions meet.
  static let leadsOn: UInt32 = 4

  @inline(__always)
  subscript(side: SearchSide) -> UInt64 {
    get { side == .ahead ? ahead : behind }
    set { if side == .ahead { ahead = newValue } else { behind = newValue } }
  }
}

/// The states of all nodes in a search. What belongs to an earlier one is told by its number, so that nothing is
/// ever cleared.
struct SearchStates {
  private let states: UnsafeMutablePointer<NodeState>
  private var search: UInt32 = 0

  init(nodes: Int) {
    states = .allocate(capacity: max(1, nodes))
    states.initialize(repeating: NodeState(ahead: .max, behind: .max, search: 0, marks: 0), count: nodes)
  }

  func deallocate() { states.deallocate() }

  mutating func begin(nodes: Int) {
    if search == .max {
      for node in 0..<nodes { states[node].search = 0 }
      search = 0
    }
    search += 1
  }

  /// The state of a node in this search.
  @inline(__always)
  subscript(node: ID<Node>) -> UnsafeMutablePointer<NodeState> {
    let state = states + node.index
    if state.pointee.search != search {
      state.pointee = NodeState(ahead: .max, behind: .max, search: search, marks: 0)
    }
    return state
  }
}
