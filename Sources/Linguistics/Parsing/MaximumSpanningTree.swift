/// The tree with one root whose arcs score highest in sum.
///
/// Where each word's best head already makes a tree with one root, it is that one. Else circles are contracted, after
/// Chu and Liu (1965) and Edmonds, "Optimum Branchings", 1967, doi:10.6028/jres.071B.032. Where the best tree has several
/// roots, all arcs from the root are made so costly that one of them must do (Zmigrod, Vieira and Cotterell 2020,
/// arXiv:2010.08720, treat the constraint at large).
///
/// - Complexity: O(n²), and O(n · length) more for each circle that has to be broken.
package enum MaximumSpanningTree {
  /// Finds the head of each row but the first.
  ///
  /// - Parameters:
  ///   - scores: the score of head `h` for row `d` at `d * columns + h`; row 0 stands above the root.
  ///   - heads: room for `rows` heads; the first is not set.
  package static func find(
    _ scores: UnsafePointer<Int32>, rows: Int, columns: Int, heads: UnsafeMutablePointer<Int32>
  ) {
    guard rows > 1 else { return }
    for word in 1..<rows {
      let row = scores + word * columns
      var best = 0
      for head in 1..<rows where head != word && row[head] > row[best] { best = head }
      heads[word] = Int32(best)
    }
    complete(scores, rows: rows, columns: columns, heads: heads)
  }

  /// Makes a tree of rows that each have their best head, the first of several.
  ///
  /// - Parameters: as of ``find(_:rows:columns:heads:)``; the scores of rows as their own heads are not looked at.
  static func complete(
    _ scores: UnsafePointer<Int32>, rows: Int, columns: Int, heads: UnsafeMutablePointer<Int32>
  ) {
    guard rows > 1 else { return }
    if isTree(heads, rows: rows) { return }
    // With several roots a circle's words may well end below one of them, and seldom does that leave one root.
    var roots = 0
    for word in 1..<rows where heads[word] == 0 { roots += 1 }
    if roots < 2 {
      contract(scores, rows: rows, columns: columns, rootCost: 0, heads: heads)
      if isTree(heads, rows: rows) { return }
    }
    contract(scores, rows: rows, columns: columns, rootCost: Contraction.rootCost, heads: heads)
  }

  private static func contract(
    _ scores: UnsafePointer<Int32>, rows: Int, columns: Int, rootCost: Int64, heads: UnsafeMutablePointer<Int32>
  ) {
    // Arcs between nodes, the state of each node, and a mark for each node: one piece of memory for all.
    withUnsafeTemporaryAllocation(of: Contraction.Arc.self, capacity: rows * rows) { arcs in
      withUnsafeTemporaryAllocation(of: Contraction.Node.self, capacity: rows) { nodes in
        var contraction = Contraction(
          arcs.baseAddress!, nodes.baseAddress!, scores, rows: rows, columns: columns, rootCost: rootCost)
        contraction.solve(heads)
      }
    }
  }

  /// Whether heads hang together below row 0 with one child of it.
  package static func isTree(_ heads: UnsafePointer<Int32>, rows: Int) -> Bool {
    var roots = 0
    for word in 1..<rows where heads[word] == 0 { roots += 1 }
    guard roots == 1 else { return false }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: rows) { seen in
      seen.initialize(repeating: 0)
      for word in 1..<rows {
        var at = word
        while at != 0, seen[at] == 0 {
          seen[at] = Int32(word)
          at = Int(heads[at])
        }
        // Back on the path that began at this word: a circle.
        if at != 0, seen[at] == Int32(word) { return false }
      }
      return true
    }
  }

  /// Scores between nodes that stand for one row or for a contracted circle.
  private struct Contraction {
    /// The best arc from one node to another: its score, and the rows that it joins.
    struct Arc {
      var score: Int64
      var head: Int32
      var row: Int32
    }

    struct Node {
      /// The node whose arc into this one scores highest.
      var best: Int32 = 0
      /// Whether it was contracted into another one.
      var isGone = false
      var isInCircle = false
      /// Whether its row has its head.
      var isAssigned = false
      /// The walk that last came by.
      var seen: Int32 = 0
      /// The node that this row belongs to.
      var node: Int32
    }

    /// A circle that was contracted: for each of its nodes the arc that led into it, and the rows it stood for.
    struct Circle {
      var arcs: [Arc]
      /// Rows of the nodes, one after the other, and where each node's end.
      var members: [Int32]
      var ends: [Int]
    }

    let arcs: UnsafeMutablePointer<Arc>
    let nodes: UnsafeMutablePointer<Node>
    let rows: Int
    var circles: [Circle] = []

    /// More than any sum of scores.
    static let rootCost: Int64 = 1 << 44

    init(
      _ arcs: UnsafeMutablePointer<Arc>, _ nodes: UnsafeMutablePointer<Node>, _ scores: UnsafePointer<Int32>,
      rows: Int, columns: Int, rootCost: Int64
    ) {
      self.arcs = arcs
      self.nodes = nodes
      self.rows = rows
      for word in 0..<rows {
        let row = scores + word * columns
        for head in 0..<rows {
          (arcs + word * rows + head).initialize(
            to: Arc(
              score: Int64(row[head]) - (head == 0 ? rootCost : 0), head: Int32(head), row: Int32(word)))
        }
        (nodes + word).initialize(to: Node(node: Int32(word)))
      }
    }

    mutating func solve(_ heads: UnsafeMutablePointer<Int32>) {
      for node in 1..<rows { nodes[node].best = bestHead(node) }
      while let circle = circle() {
        contract(circle)
        // What had its best head in the circle has it there still; only the circle itself looks for a new one.
        for node in 1..<rows where !nodes[node].isGone && nodes[Int(nodes[node].best)].isInCircle {
          nodes[node].best = Int32(circle[0])
        }
        for node in circle { nodes[node].isInCircle = false }
        nodes[circle[0]].best = bestHead(circle[0])
      }
      for node in 1..<rows where !nodes[node].isGone { assign(arcs[node * rows + Int(nodes[node].best)], heads) }
      // From the last circle to the first: its own arcs hold, but for the node that has a head from outside.
      for circle in circles.reversed() {
        var start = 0
        var entered = -1
        for (index, end) in circle.ends.enumerated() {
          if entered < 0, circle.members[start..<end].contains(where: { nodes[Int($0)].isAssigned }) { entered = index }
          start = end
        }
        for (index, arc) in circle.arcs.enumerated() where index != entered { assign(arc, heads) }
      }
    }

    private func assign(_ arc: Arc, _ heads: UnsafeMutablePointer<Int32>) {
      heads[Int(arc.row)] = arc.head
      nodes[Int(arc.row)].isAssigned = true
    }

    private func bestHead(_ node: Int) -> Int32 {
      let own = arcs + node * rows
      var best = 0
      for head in 1..<rows where own[head].score > own[best].score && head != node && !nodes[head].isGone {
        best = head
      }
      return Int32(best)
    }

    /// The nodes of a circle of best heads.
    private func circle() -> [Int]? {
      for node in 1..<rows { nodes[node].seen = 0 }
      for start in 1..<rows where !nodes[start].isGone {
        var at = start
        while at != 0, nodes[at].seen == 0 {
          nodes[at].seen = Int32(start)
          at = Int(nodes[at].best)
        }
        guard at != 0, nodes[at].seen == Int32(start) else { continue }
        var result = [at]
        var next = Int(nodes[at].best)
        while next != at {
          result.append(next)
          next = Int(nodes[next].best)
        }
        return result
      }
      return nil
    }

    /// Makes one node of a circle's, its first one; all stay marked as being in the circle.
    private mutating func contract(_ circle: [Int]) {
      let own = circle.map { arcs[$0 * rows + Int(nodes[$0].best)] }
      var members: [Int32] = []
      var ends: [Int] = []
      for node in circle {
        nodes[node].isInCircle = true
        for row in 1..<rows where nodes[row].node == Int32(node) { members.append(Int32(row)) }
        ends.append(members.count)
      }
      circles.append(Circle(arcs: own, members: members, ends: ends))
      let whole = circle[0]
      for other in 0..<rows where !nodes[other].isGone && !nodes[other].isInCircle {
        // Into the circle, in place of one of its own arcs.
        var entry = 0
        for index in 1..<circle.count
        where arcs[circle[index] * rows + other].score - own[index].score
          > arcs[circle[entry] * rows + other].score - own[entry].score
        {
          entry = index
        }
        var into = arcs[circle[entry] * rows + other]
        into.score -= own[entry].score
        arcs[whole * rows + other] = into
        guard other != 0 else { continue }
        // Out of it.
        var exit = whole
        for node in circle where arcs[other * rows + node].score > arcs[other * rows + exit].score { exit = node }
        arcs[other * rows + whole] = arcs[other * rows + exit]
      }
      for row in members { nodes[Int(row)].node = Int32(whole) }
      for node in circle.dropFirst() { nodes[node].isGone = true }
    }
  }
}
