/// How much room the ranks of a graph will take, before `dot` is asked.
///
/// `dot` sets a rank side by side however many nodes it has, which for a star of officials around one agreement makes a
/// picture four times as wide as it is tall. Such a graph is better led from left to right.
struct RankEstimate {
  /// The greatest sum of widths, and of heights, of the nodes of one rank, with the gaps between them.
  private(set) var widest = 0.0
  private(set) var tallest = 0.0
  private(set) var count = 0

  /// Between neighbours of a rank, and between ranks.
  private static let gap = 29.0
  static let rankGap = 54.0
  /// What a page or a screen holds without making the words too small to read.
  private static let page = 1100.0

  /// - Parameter ends: Of the edges that say something about ranks.
  /// - Complexity: O(nodes + edges).
  init(faces: [NodeFace], ends: [(source: Int, target: Int)]) {
    var ranks: [Int: (width: Double, height: Double)] = [:]
    for (node, rank) in Self.ranks(count: faces.count, ends: ends).enumerated() {
      ranks[rank, default: (0, 0)].width += faces[node].width + Self.gap
      ranks[rank, default: (0, 0)].height += faces[node].height + Self.gap
    }
    count = ranks.count
    widest = ranks.values.map(\.width).max() ?? 0
    tallest = ranks.values.map(\.height).max() ?? 0
  }

  /// Whether the ranks are to run from left to right.
  func isBetterSideways(widestNode: Double) -> Bool {
    widest > Self.page && Double(count) * (widestNode + 2 * Self.rankGap) < widest
  }

  /// The longest way to each node, edges that close a cycle left out.
  private static func ranks(count: Int, ends: [(source: Int, target: Int)]) -> [Int] {
    var outgoing: [[Int]] = Array(repeating: [], count: count)
    for end in ends where end.source != end.target { outgoing[end.source].append(end.target) }
    // Depth first; a node's place is known once all it leads to is.
    enum State { case unseen, open, done }
    var state = Array(repeating: State.unseen, count: count)
    var order: [Int] = []
    var isBack: Set<[Int]> = []
    for root in 0..<count where state[root] == .unseen {
      var stack = [(node: root, next: 0)]
      state[root] = .open
      while let top = stack.last {
        guard top.next < outgoing[top.node].count else {
          state[top.node] = .done
          order.append(top.node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = outgoing[top.node][top.next]
        switch state[target] {
        case .unseen:
          state[target] = .open
          stack.append((target, 0))
        case .open: isBack.insert([top.node, target])
        case .done: break
        }
      }
    }
    var rank = Array(repeating: 0, count: count)
    for node in order.reversed() {
      for target in outgoing[node] where !isBack.contains([node, target]) {
        rank[target] = max(rank[target], rank[node] + 1)
      }
    }
    return rank
  }
}
