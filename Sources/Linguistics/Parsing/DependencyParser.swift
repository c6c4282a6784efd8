/// Finds heads and relations by the arc-eager system, greedily, in one pass from left to right.
struct DependencyParser: Sendable {
  let weights: Weights

  /// Parses a sentence; the state's nodes then hold heads and labels, one of them headed by ``ParserState/root``.
  ///
  /// - Parameter tokens: as in ``TransitionFeatures/fill(_:_:_:)``, tagged.
  /// - Complexity: O(tokens): each is pushed and popped once.
  func parse(
    _ tokens: UnsafePointer<TokenFeatures>, count: Int, state: ParserState, keys: UnsafeMutablePointer<UInt64>
  ) {
    state.reset(count: count)
    while !state.isFinal {
      let keyCount = TransitionFeatures.fill(keys, tokens, state)
      let scores = weights.transitions.score(keys, keyCount)
      var best = Transition.shift
      var bestScore = Int32.min
      for transition in Transition.allCases where state.allows(transition) {
        let score = scores[transition.rawValue]
        if score > bestScore {
          bestScore = score
          best = transition
        }
      }
      var label = ParserState.Node.noLabel
      if best == .leftArc {
        label = relation(tokens, state, head: state.front, dependent: state.top, keys: keys)
      } else if best == .rightArc {
        label = relation(tokens, state, head: state.top, dependent: state.front, keys: keys)
      }
      state.apply(best, label: label)
    }
    DependencyParser.leaveOneRoot(state)
  }

  private func relation(
    _ tokens: UnsafePointer<TokenFeatures>, _ state: ParserState, head: Int, dependent: Int,
    keys: UnsafeMutablePointer<UInt64>
  ) -> UInt8 {
    if head == state.root { return DependencyRelation.root.rawValue }
    let classCount = DependencyRelation.allCases.count
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
      let scores = scores.baseAddress!
      scores.update(repeating: 0, count: classCount)
      let keyCount = LabelFeatures.fill(keys, tokens, state, head: head, dependent: dependent)
      weights.labels.add(keys, keyCount, to: scores)
      var best = 0
      for candidate in 1..<classCount
      where scores[candidate] > scores[best] && candidate != Int(DependencyRelation.root.rawValue) {
        best = candidate
      }
      return UInt8(best)
    }
  }

  /// Hangs every further root below the first one.
  package static func leaveOneRoot(_ state: ParserState) {
    var first = 0
    for node in stride(from: 1, through: state.count, by: 1) where Int(state.nodes[node].head) == state.root {
      if first == 0 {
        first = node
      } else {
        state.nodes[node].head = Int32(first)
        state.nodes[node].label = DependencyRelation.parataxis.rawValue
      }
    }
  }
}
