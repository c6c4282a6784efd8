/// The features that choose the next transition.
///
/// They follow Yue Zhang and Joakim Nivre, "Transition-based Dependency Parsing with Rich Non-local Features", ACL 2011,
/// with the label of an arc left to a second classifier, and add distributional clusters.
package enum TransitionFeatures {
  /// Room that ``fill(_:_:_:)`` needs.
  package static let capacity = 112

  /// Writes the keys of the features of a configuration and returns their number.
  ///
  /// - Parameter tokens: index 0 is ``TokenFeatures/outside``, the sentence's tokens follow, then
  ///   ``TokenFeatures/root`` and two more ``TokenFeatures/outside``.
  package static func fill(
    _ keys: UnsafeMutablePointer<UInt64>, _ tokens: UnsafePointer<TokenFeatures>, _ state: ParserState
  ) -> Int {
    let nodes = UnsafePointer(state.nodes)
    let depth = state.stackCount
    let s0 = state.top
    let s1 = depth > 1 ? Int(state.stack[depth - 2]) : 0
    let b0 = state.front
    let b1 = b0 + 1
    let b2 = min(b0 + 2, state.count + 3)
    let s0Node = nodes[s0]
    let b0Node = nodes[b0]
    let s0Head = Int(s0Node.head)
    let s0Head2 = Int(nodes[s0Head].head)
    let s0Left = Int(s0Node.left)
    let s0Left2 = Int(s0Node.left2)
    let s0Right = Int(s0Node.right)
    let s0Right2 = Int(s0Node.right2)
    let b0Left = Int(b0Node.left)
    let b0Left2 = Int(b0Node.left2)

    @inline(__always) func w(_ node: Int) -> UInt64 { UInt64(tokens[node].word) }
    @inline(__always) func p(_ node: Int) -> UInt64 { UInt64(tokens[node].tag) }
    @inline(__always) func u(_ node: Int) -> UInt64 { UInt64(tokens[node].part) }
    @inline(__always) func c(_ node: Int) -> UInt64 { UInt64(tokens[node].cluster) }
    @inline(__always) func l(_ node: Int) -> UInt64 { UInt64(nodes[node].label) }

    let s0w = w(s0)
    let s0p = p(s0)
    let s0c = c(s0)
    let s0u = u(s0)
    let b0w = w(b0)
    let b0p = p(b0)
    let b0c = c(b0)
    let b0u = u(b0)
    let b1w = w(b1)
    let b1p = p(b1)
    let b2p = p(b2)
    let s1w = w(s1)
    let s1p = p(s1)
    let s0l = l(s0)
    let between = s0 == 0 ? 0 : b0 - s0
    let distance = UInt64(between > 5 ? (between > 10 ? 7 : 6) : between)
    let s0LeftCount = UInt64(min(s0Node.leftCount, 4))
    let s0RightCount = UInt64(min(s0Node.rightCount, 4))
    let b0LeftCount = UInt64(min(b0Node.leftCount, 4))
    let hasHead: UInt64 = s0 == 0 ? 2 : (s0Head != 0 ? 1 : 0)
    let s0pb0p = s0p << 16 | b0p

    var n = 0
    @inline(__always) func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      keys[n] = FeatureKey.make(template, a, b, c)
      n += 1
    }
    // Single nodes.
    add(101, s0w, s0p)
    add(102, s0p, hasHead)
    add(103, b0w, b0p)
    add(104, b0p)
    add(105, b1w, b1p)
    add(106, b1p)
    add(107, b2p)
    add(108, w(b2), b2p)
    add(109, s0w, hasHead)
    add(110, s1w, s1p)
    // Pairs of stack and buffer.
    add(111, s0w, b0w)
    add(112, s0w, s0pb0p)
    add(113, b0w, s0pb0p)
    add(114, s0pb0p, hasHead)
    add(115, s0w, b0p)
    add(116, s0p, b0w)
    add(117, s0w, b1w, b0p)
    add(118, s1w, b0w)
    add(119, b0w, b1w)
    add(120, b0p, b1p)
    add(121, b0w, b1p)
    add(122, s0w, b1p, b0p)
    // Triples of tags.
    add(123, b0p, b1p, b2p)
    add(124, s0pb0p, b1p)
    add(125, s1p, s0pb0p)
    add(126, s1p, b0p, b1p)
    add(127, p(s0Head), s0pb0p)
    add(128, p(s0Left), s0pb0p)
    add(129, p(s0Right), s0pb0p)
    add(130, p(b0Left), s0pb0p)
    add(131, s0pb0p, b1p, b2p)
    add(132, s1p, s0pb0p, b1p)
    // Distance and valency.
    add(133, s0w, distance)
    add(134, b0w, distance)
    add(135, s0p, distance)
    add(136, b0p, distance)
    add(137, s0w, b0w, distance)
    add(138, s0pb0p, distance)
    add(139, s0w, s0RightCount)
    add(140, s0p, s0RightCount, s0LeftCount)
    add(141, s0w, s0LeftCount)
    add(142, b0w, b0LeftCount)
    add(143, b0p, b0LeftCount)
    // Dependents and heads.
    add(144, w(s0Head), s0l)
    add(145, s0l, s0pb0p)
    add(146, w(s0Left), l(s0Left))
    add(147, w(s0Right), l(s0Right))
    add(148, w(b0Left), l(b0Left))
    add(149, p(s0Head), s0l)
    add(150, p(s0Left), l(s0Left), s0p)
    add(151, p(s0Right), l(s0Right), s0p)
    add(152, p(b0Left), l(b0Left), b0p)
    add(153, w(s0Head2), l(s0Head))
    add(154, p(s0Head2), p(s0Head), s0p)
    add(155, w(s0Left2), l(s0Left2))
    add(156, w(s0Right2), l(s0Right2))
    add(157, w(b0Left2), l(b0Left2))
    add(158, s0p, p(s0Left), p(s0Left2))
    add(159, s0p, p(s0Right), p(s0Right2))
    add(160, b0p, p(b0Left), p(b0Left2))
    add(161, w(s0Head), b0w, s0l)
    add(162, w(s0Right), s0w, b0w)
    add(163, s0w, l(s0Right), b0p)
    add(164, s0w, l(s0Left), b0p)
    add(165, l(s0Left2), l(s0Left), s0p)
    add(166, l(s0Right2), l(s0Right), s0p)
    add(167, l(b0Left), s0pb0p)
    add(168, l(b0Left2), l(b0Left), b0p)
    add(169, b0w, l(s0Right), s0w)
    add(170, w(s0Right), b0w, l(s0Right))
    add(171, s0l, b0w, s0p)
    add(172, s0l, b0w, b1p)
    // Clusters.
    add(173, s0c, b0c)
    add(174, s0c, s0pb0p)
    add(175, b0c, s0pb0p)
    add(176, s0w, b0c)
    add(177, s0c, b0w)
    add(178, s0c, b0c, c(b1))
    add(179, c(s1), s0c, b0c)
    add(180, c(b1), s0pb0p)
    add(181, c(s0Head), b0c, s0l)
    add(182, c(s0Right), s0c, b0c)
    add(183, s0c, distance, b0p)
    add(184, b0c, distance, s0p)
    add(185, c(b0Left), b0p, s0p)
    add(186, c(s0Right), b0p, s0p)
    // Coarse tags over a wider window.
    add(187, s0u << 8 | b0u, u(s1) << 8 | u(b1), u(b2))
    add(188, s0u << 8 | b0u, u(s0Head), distance)
    add(189, s0u << 8 | b0u, l(s0Right), l(b0Left))
    add(190, s0u << 8 | b0u, s0l, u(s1) << 8 | u(b1))
    // The token left of the buffer's front and its neighbour's tag: what stands between the two nodes.
    add(191, p(b0 - 1), s0pb0p)
    add(192, p(s0 + 1), s0pb0p)
    add(193, p(b0 - 1), p(s0 + 1), s0pb0p)
    return n
  }
}
