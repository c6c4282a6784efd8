/// The cost of each transition in a configuration: the number of gold arcs that it puts out of reach.
///
/// Source: Yoav Goldberg and Joakim Nivre, "A Dynamic Oracle for Arc-Eager Dependency Parsing", COLING 2012.
package enum DynamicOracle {
  /// The cost of a transition that is not allowed.
  package static let forbidden: Int32 = 1 << 20

  /// - Parameter heads: gold heads by node; the head of the sentence's root is ``ParserState/root``.
  /// - Complexity: O(tokens of the sentence).
  package static func costs(_ state: ParserState, heads: UnsafePointer<Int32>) -> SIMD4<Int32> {
    var costs = SIMD4<Int32>(repeating: forbidden)
    let front = state.front
    let count = state.count
    let stack = state.stack
    let depth = state.stackCount
    let nodes = state.nodes
    if state.allows(.shift) {
      var cost: Int32 = 0
      for place in 0..<depth {
        let node = Int(stack[place])
        if heads[front] == Int32(node) { cost += 1 }
        if nodes[node].head == 0, heads[node] == Int32(front) { cost += 1 }
      }
      costs[Transition.shift.rawValue] = cost
    }
    guard depth > 0 else { return costs }
    let top = state.top
    var dependentsAhead: Int32 = 0
    for node in stride(from: front, through: count, by: 1) where heads[node] == Int32(top) { dependentsAhead += 1 }
    if state.allows(.reduce) { costs[Transition.reduce.rawValue] = dependentsAhead }
    if state.allows(.leftArc) {
      costs[Transition.leftArc.rawValue] = dependentsAhead + (heads[top] > Int32(front) ? 1 : 0)
    }
    if state.allows(.rightArc) {
      var cost: Int32 = 0
      let head = heads[front]
      if head != Int32(top), head > Int32(front) { cost += 1 }
      for place in 0..<depth {
        let node = Int(stack[place])
        if node != top, head == Int32(node) { cost += 1 }
        if nodes[node].head == 0, heads[node] == Int32(front) { cost += 1 }
      }
      costs[Transition.rightArc.rawValue] = cost
    }
    return costs
  }
}
