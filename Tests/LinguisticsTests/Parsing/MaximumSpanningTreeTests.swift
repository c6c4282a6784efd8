import Linguistics
import Testing

@Suite("The best tree with one root")
struct MaximumSpanningTreeTests {
  /// The best sum over all trees with one root, by trying every choice of heads.
  private func bestSum(_ scores: [Int32], rows: Int) -> Int? {
    var best: Int?
    var heads = [Int32](repeating: 0, count: rows)
    func choose(_ word: Int, _ sum: Int) {
      if word == rows {
        if MaximumSpanningTree.isTree(heads, rows: rows) { best = max(best ?? sum, sum) }
        return
      }
      for head in 0..<rows where head != word {
        heads[word] = Int32(head)
        choose(word + 1, sum + Int(scores[word * rows + head]))
      }
    }
    choose(1, 0)
    return best
  }

  @Test("is what trying all trees finds", arguments: 2...5)
  func bruteForce(rows: Int) {
    var state: UInt64 = 9
    for _ in 0..<60 {
      let scores = (0..<rows * rows).map { _ -> Int32 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int32(truncatingIfNeeded: state >> 48) % 50
      }
      var heads = [Int32](repeating: 0, count: rows)
      MaximumSpanningTree.find(scores, rows: rows, columns: rows, heads: &heads)
      #expect(MaximumSpanningTree.isTree(heads, rows: rows))
      let sum = (1..<rows).reduce(0) { $0 + Int(scores[$1 * rows + Int(heads[$1])]) }
      #expect(sum == bestSum(scores, rows: rows))
    }
  }

  @Test("breaks a circle of three at its weakest arc") func circle() {
    // 1 ← 2 ← 3 ← 1 are each other's best heads; the root's arc to 2 costs least.
    let scores: [Int32] = [
      0, 0, 0, 0,
      1, 0, 10, 0,
      6, 0, 0, 10,
      1, 10, 0, 0,
    ]
    var heads: [Int32] = [0, 0, 0, 0]
    MaximumSpanningTree.find(scores, rows: 4, columns: 4, heads: &heads)
    #expect(heads[1...] == [2, 0, 1])
  }

  @Test("of one word hangs from the root") func single() {
    var heads: [Int32] = [7, 7]
    MaximumSpanningTree.find([0, 0, -5, 0], rows: 2, columns: 2, heads: &heads)
    #expect(heads[1] == 0)
  }

  @Test("Circles and several roots are no tree") func notTrees() {
    #expect(!MaximumSpanningTree.isTree([0, 2, 1, 0], rows: 4))
    #expect(!MaximumSpanningTree.isTree([0, 0, 0], rows: 3))
    #expect(MaximumSpanningTree.isTree([0, 0, 1, 2], rows: 4))
  }
}
