/// Numbers the distinct values of a list 0, 1, 2 … in order of first appearance.
///
/// - Complexity: O(values) to make and O(1) to ask: by table where the values are not much greater than their
///   number, as ids from a database are, else by hashing.
struct DenseNumbering: Sendable {
  private(set) var count = 0
  private var table: [UInt32] = []
  private var hashed: [UInt32: Int] = [:]

  init(_ values: [UInt32]) {
    let greatest = Int(values.max() ?? 0)
    if greatest <= 4 * values.count + 1024 {
      table = [UInt32](repeating: .max, count: greatest + 1)
      for value in values where table[Int(value)] == .max {
        table[Int(value)] = UInt32(count)
        count += 1
      }
    } else {
      for value in values where hashed[value] == nil {
        hashed[value] = count
        count += 1
      }
    }
  }

  /// Nil for a value that was not in the list.
  subscript(value: UInt32) -> Int? {
    if table.isEmpty { return hashed[value] }
    guard value < table.count, table[Int(value)] != .max else { return nil }
    return Int(table[Int(value)])
  }
}
