/// The features that choose the relation of an arc, computed before the arc is made.
package enum LabelFeatures {
  /// Room that ``fill(_:_:_:head:dependent:)`` needs.
  package static let capacity = 48

  /// Writes the keys of the features of an arc and returns their number.
  ///
  /// - Parameter tokens: as in ``TransitionFeatures/fill(_:_:_:)``.
  package static func fill(
    _ keys: UnsafeMutablePointer<UInt64>, _ tokens: UnsafePointer<TokenFeatures>, _ state: ParserState,
    head: Int, dependent: Int
  ) -> Int {
    let nodes = UnsafePointer(state.nodes)
    let headNode = nodes[head]
    let dependentNode = nodes[dependent]
    @inline(__always) func w(_ node: Int) -> UInt64 { UInt64(tokens[node].word) }
    @inline(__always) func p(_ node: Int) -> UInt64 { UInt64(tokens[node].tag) }
    @inline(__always) func c(_ node: Int) -> UInt64 { UInt64(tokens[node].cluster) }
    @inline(__always) func l(_ node: Int) -> UInt64 { UInt64(nodes[node].label) }
    let right: UInt64 = head > dependent ? 1 : 0
    let between = UInt64(min(abs(head - dependent), 6))
    let place = right << 3 | between
    let hw = w(head)
    let hp = p(head)
    let dw = w(dependent)
    let dp = p(dependent)
    let hc = c(head)
    let dc = c(dependent)
    let dependentLeft = Int(dependentNode.left)
    let dependentRight = Int(dependentNode.right)
    let headLeft = Int(headNode.left)
    let headRight = Int(headNode.right)
    let dependentSuffix = UInt64(tokens[dependent].suffix & 0xFF_FFFF)
    let headSuffix = UInt64(tokens[head].suffix & 0xFF_FFFF)
    let tags = hp << 16 | dp << 8 | right
    var n = 0
    @inline(__always) func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      keys[n] = FeatureKey.make(template, a, b, c)
      n += 1
    }
    add(301, hw, right)
    add(302, hp, right)
    add(303, dw, right)
    add(304, dp, right)
    add(305, hw, dw, right)
    add(306, tags, between)
    add(307, hp, dw, right)
    add(308, hw, dp, right)
    add(309, p(dependent - 1), dp, p(dependent + 1))
    add(310, p(head - 1), hp, p(min(head + 1, state.count + 1)))
    add(311, w(dependentLeft), tags)
    add(312, l(dependentLeft), tags)
    add(313, l(headLeft), tags)
    add(314, l(headRight), tags)
    add(315, w(dependent - 1), dp)
    add(316, w(dependent + 1), dp)
    add(317, w(dependentLeft), hw)
    add(318, l(dependentRight), dp, right)
    add(319, hw, l(headLeft) << 8 | l(headRight), dp)
    add(320, dependentSuffix, hp, right)
    add(321, dp, place)
    add(322, headSuffix, dp, right)
    add(323, w(dependentLeft), dw, right)
    add(324, UInt64(min(headNode.leftCount, 6)) << 8 | UInt64(min(headNode.rightCount, 6)), tags)
    add(325, hc, dc, right)
    add(326, hc, dp, right)
    add(327, hp, dc, right)
    add(328, hw, dc, right)
    add(329, hc, dw, right)
    add(330, c(dependentLeft), tags)
    add(331, w(dependentRight), dp, right)
    add(332, l(Int(headNode.left2)), l(headLeft), tags)
    add(333, l(Int(dependentNode.left2)), l(dependentLeft), tags)
    add(334, UInt64(headNode.label), tags)
    add(335, w(headRight), hw, dp)
    add(336, dw, dependentSuffix, place)
    add(337, w(dependentLeft), dc, hc)
    add(338, UInt64(tokens[dependent].shape), dp, hp)
    return n
  }
}
