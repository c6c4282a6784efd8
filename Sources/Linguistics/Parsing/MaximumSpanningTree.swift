/// The tree with one root whose arcs score highest in sum.
///
/// Where each word's best head already makes a tree with one root, it is that one. Else circles are contracted, after
/// Chu and Liu (1965) and Edmonds, "Optimum Branchings", 1967, doi:10.6028/jres.071B.032; all arcs from the root are
/// made so costly that one of them must do (Zmigrod, Vieira and Cotterell 2020, arXiv:2010.08720, treat the constraint
/// at large).
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
    if isTree(heads, rows: rows) { return }
    var contraction = Contraction(scores, rows: rows, columns: columns)
    contraction.solve(heads)
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
    let rows: Int
    /// Score of the arc from `h` to `d` at `d * rows + h`, and the rows that it joins.
    var score: [Int64]
    var fromRow: [Int32]
    var toRow: [Int32]
    var active: [Bool]
    /// The rows that a node stands for.
    var members: [[Int32]]
    var circles: [(arcs: [(head: Int32, row: Int32)], members: [[Int32]])] = []

    /// More than any sum of scores.
    static let rootCost: Int64 = 1 << 44

    init(_ scores: UnsafePointer<Int32>, rows: Int, columns: Int) {
      self.rows = rows
      score = Array(repeating: 0, count: rows * rows)
      fromRow = Array(repeating: 0, count: rows * rows)
      toRow = Array(repeating: 0, count: rows * rows)
      for word in 0..<rows {
        for head in 0..<rows {
          let at = word * rows + head
          score[at] = Int64(scores[word * columns + head]) - (head == 0 ? Contraction.rootCost : 0)
          fromRow[at] = Int32(head)
          toRow[at] = Int32(word)
        }
      }
      active = Array(repeating: true, count: rows)
      members = (0..<rows).map { [Int32($0)] }
    }

    mutating func solve(_ heads: UnsafeMutablePointer<Int32>) {
      var best = [Int](repeating: 0, count: rows)
      for node in 1..<rows { best[node] = bestHead(node) }
      while let nodes = circle(best) {
        contract(nodes, best)
        // What had its best head in the circle has it there still; only the circle itself looks for a new one.
        for node in 1..<rows where active[node] && nodes.contains(best[node]) { best[node] = nodes[0] }
        best[nodes[0]] = bestHead(nodes[0])
      }
      var assigned = [Bool](repeating: false, count: rows)
      for node in 1..<rows where active[node] {
        let at = node * rows + best[node]
        heads[Int(toRow[at])] = fromRow[at]
        assigned[Int(toRow[at])] = true
      }
      // From the last circle to the first: its own arcs hold, but for the node that has a head from outside.
      for circle in circles.reversed() {
        let entered = circle.members.firstIndex { $0.contains { assigned[Int($0)] } }
        for (index, arc) in circle.arcs.enumerated() where index != entered {
          heads[Int(arc.row)] = arc.head
          assigned[Int(arc.row)] = true
        }
      }
    }

    private func bestHead(_ node: Int) -> Int {
      var best = 0
      for head in 1..<rows where active[head] && head != node && score[node * rows + head] > score[node * rows + best] {
        best = head
      }
      return best
    }

    /// The nodes of a circle of best heads.
    private func circle(_ best: [Int]) -> [Int]? {
      var seen = [Int](repeating: 0, count: rows)
      for start in 1..<rows where active[start] {
        var at = start
        while at != 0, seen[at] == 0 {
          seen[at] = start
          at = best[at]
        }
        guard at != 0, seen[at] == start else { continue }
        var nodes = [at]
        var next = best[at]
        while next != at {
          nodes.append(next)
          next = best[next]
        }
        return nodes
      }
      return nil
    }

    /// Makes one node of a circle's.
    private mutating func contract(_ nodes: [Int], _ best: [Int]) {
      let own = nodes.map { score[$0 * rows + best[$0]] }
      circles.append(
        (
          arcs: nodes.map { (fromRow[$0 * rows + best[$0]], toRow[$0 * rows + best[$0]]) },
          members: nodes.map { members[$0] }
        ))
      let whole = nodes[0]
      for other in 0..<rows where active[other] && !nodes.contains(other) {
        // Into the circle, in place of one of its own arcs.
        var entry = 0
        for index in nodes.indices
        where score[nodes[index] * rows + other] - own[index] > score[nodes[entry] * rows + other] - own[entry] {
          entry = index
        }
        move(from: nodes[entry] * rows + other, to: whole * rows + other, less: own[entry])
        guard other != 0 else { continue }
        // Out of it.
        let exit = nodes.max { score[other * rows + $0] < score[other * rows + $1] }!
        move(from: other * rows + exit, to: other * rows + whole, less: 0)
      }
      members[whole] = nodes.flatMap { members[$0] }
      for node in nodes.dropFirst() { active[node] = false }
    }

    private mutating func move(from: Int, to: Int, less: Int64) {
      score[to] = score[from] - less
      fromRow[to] = fromRow[from]
      toRow[to] = toRow[from]
    }
  }
}
