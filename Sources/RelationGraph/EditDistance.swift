/// The number of letters to insert, delete, replace or swap with their neighbour to turn one word into another.
///
/// This is the optimal string alignment distance: Damerau–Levenshtein without editing a swapped pair again.
/// Source: L. Boytsov, "Indexing methods for approximate dictionary searching", 2011, doi:10.1145/1963190.1963191.
///
/// - Parameter limit: Where the distance is greater than this, nil is given and the rest is not computed.
/// - Complexity: O(length of a × limit).
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  let beyond = limit + 1
  var beforeLast = [Int](repeating: beyond, count: b.count + 1)
  var last = (0...b.count).map { min($0, beyond) }
  var row = last
  for i in a.indices {
    row[0] = min(i + 1, beyond)
    var least = row[0]
    // Cells further than the limit from the diagonal cannot lie on a short enough alignment.
    let from = max(0, i - limit)
    let to = min(b.count, i + limit + 1)
    if from > 0 { row[from] = beyond }
    for j in from..<max(from, to) {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row[j + 1] = min(cost, beyond)
      least = min(least, row[j + 1])
    }
    if to < b.count { for j in to..<b.count { row[j + 1] = beyond } }
    if least > limit { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
