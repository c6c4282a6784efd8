/// Relations that a word has one dependent of at most: a subject, a direct and an indirect object.
///
/// Each relation is read off its own arc, so two dependents may both look like the subject. The one for which another
/// relation would be worst keeps it; the others take their best other relation, unless they would lose ``mostLoss`` by it:
/// then rather the arc is wrong.
enum UniqueRelations {
  private static let groups: [[DependencyRelation]] = [
    [.nominalSubject, .passiveSubject, .clausalSubject, .passiveClausalSubject], [.object], [.indirectObject],
  ]

  /// Units of log probability.
  private static let mostLoss: Int64 = 3

  /// Group of each relation by its raw value; 255 of none.
  private static let group: [UInt8] = {
    var result = [UInt8](repeating: 255, count: 256)
    for (index, relations) in groups.enumerated() {
      for relation in relations { result[Int(relation.rawValue)] = UInt8(index) }
    }
    return result
  }()

  /// Changes the relations of a sentence where needed.
  ///
  /// - Parameters:
  ///   - labels: by token, counted from 1.
  ///   - heads: by token, counted from 1; 0 above the root.
  ///   - scores: of the relations of token `i` from `(i - 1) * columns` on.
  ///   - bits: of the scores, after the point.
  /// - Complexity: O(tokens), and O(tokens²) at worst for a word with thousands of subjects.
  static func enforce(
    _ labels: UnsafeMutablePointer<UInt8>, heads: UnsafePointer<Int32>, count: Int, scores: UnsafePointer<Int32>,
    columns: Int, labelCount: Int, bits: Int
  ) {
    let mostLoss = mostLoss << Int64(bits)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: (count + 1) * groups.count) { holders in
      holders.initialize(repeating: 0)
      group.withUnsafeBufferPointer { group in
        for token in stride(from: 1, through: count, by: 1) {
          let own = group[Int(labels[token])]
          guard own != 255 else { continue }
          let place = Int(heads[token]) * groups.count + Int(own)
          let other = Int(holders[place])
          guard other != 0 else {
            holders[place] = Int32(token)
            continue
          }
          let mine = alternative(token, own, group, labels, scores, columns, labelCount)
          let theirs = alternative(other, own, group, labels, scores, columns, labelCount)
          // The smaller loss gives way; of equals the later one.
          if theirs.loss < mine.loss {
            if theirs.loss < mostLoss { labels[other] = theirs.label }
            holders[place] = Int32(token)
          } else if mine.loss < mostLoss {
            labels[token] = mine.label
          }
        }
      }
    }
  }

  /// The best relation outside of a group, and what it costs to take it.
  private static func alternative(
    _ token: Int, _ own: UInt8, _ group: UnsafeBufferPointer<UInt8>, _ labels: UnsafeMutablePointer<UInt8>,
    _ scores: UnsafePointer<Int32>, _ columns: Int, _ labelCount: Int
  ) -> (label: UInt8, loss: Int64) {
    let row = scores + (token - 1) * columns
    var best = -1
    for label in 0..<labelCount where group[label] != own && label != Int(DependencyRelation.root.rawValue) {
      if best < 0 || row[label] > row[best] { best = label }
    }
    return (UInt8(best), Int64(row[Int(labels[token])]) - Int64(row[best]))
  }
}
