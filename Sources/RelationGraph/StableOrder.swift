/// Orders of rows by columns of small numbers, in linear time.
///
/// Least significant digit first: sorting by the last column, then by the one before it and so on leaves the
/// rows in the order of all columns, for each pass keeps equal rows as they are.
struct StableOrder {
  /// The rows in their order so far.
  private(set) var rows: [UInt32]

  init(count: Int) { rows = Array(0..<UInt32(count)) }

  /// Sorts the rows by `key`, keeping rows with equal keys in the order they have.
  ///
  /// - Complexity: O(rows × digits of the greatest key), with digits of 11 bits.
  mutating func sort(by key: (Int) -> UInt32) {
    let bits: UInt32 = 11
    let mask: UInt32 = (1 << bits) - 1
    var greatest: UInt32 = 0
    for row in rows { greatest = max(greatest, key(Int(row))) }
    var shift: UInt32 = 0
    var sorted = rows
    while shift < 32, greatest >> shift > 0 {
      var next = [Int](repeating: 0, count: Int(mask) + 2)
      for row in rows { next[Int(key(Int(row)) >> shift & mask) + 1] += 1 }
      for digit in 0...Int(mask) { next[digit + 1] += next[digit] }
      for row in rows {
        let digit = Int(key(Int(row)) >> shift & mask)
        sorted[next[digit]] = row
        next[digit] += 1
      }
      swap(&rows, &sorted)
      shift += bits
    }
  }
}
