/// Weights of many classes by feature, sparse: a row names only the classes that the feature speaks for or against.
///
/// Layout: number of buckets and of row entries (`UInt32` each) in the first 64 bytes; then buckets of 64 bytes with
/// eight features each, a 32-bit check and a 32-bit place (offset of the row's first entry × 256 + its length); then
/// the entries' weights (`Int16`) and the entries' classes (`UInt8`).
///
/// - Complexity: O(1) a lookup, plus the length of the row.
package struct ClassTable: @unchecked Sendable {
  // The bytes outlive the table: they belong to the program image or to the ``Weights`` that made it.
  private let buckets: UnsafePointer<UInt64>
  private let count: UInt64
  private let weights: UnsafePointer<Int16>
  private let classes: UnsafePointer<UInt8>

  package static let placesPerBucket = 8
  package static let headerLength = 64

  /// Nil where the lengths within do not fit the bytes.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= ClassTable.headerLength else { return nil }
    let base = bytes.baseAddress!
    let bucketCount = Int(base.load(as: UInt32.self))
    let entryCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    guard bucketCount > 0, bytes.count >= ClassTable.headerLength + bucketCount * 64 + entryCount * 3 else { return nil }
    count = UInt64(bucketCount)
    let bucketsStart = base + ClassTable.headerLength
    buckets = bucketsStart.assumingMemoryBound(to: UInt64.self)
    let weightsStart = bucketsStart + bucketCount * 64
    weights = weightsStart.assumingMemoryBound(to: Int16.self)
    classes = (weightsStart + entryCount * 2).assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  package static func bucket(_ key: UInt64, count: UInt64) -> Int { Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* count) >> 32) }

  /// The check of a key; never 0.
  @inline(__always)
  package static func check(_ key: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: key >> 32)) }

  /// Adds the weights of the features given to `scores`, which has a place for every class.
  @inline(__always)
  func add(_ keys: UnsafePointer<UInt64>, _ keyCount: Int, to scores: UnsafeMutablePointer<Int32>) {
    for index in 0..<keyCount {
      let key = keys[index]
      let bucket = buckets + ClassTable.bucket(key, count: count) &* ClassTable.placesPerBucket
      let check = UInt64(ClassTable.check(key))
      for place in 0..<ClassTable.placesPerBucket {
        let word = bucket[place]
        if word & 0xFFFF_FFFF == check {
          var entry = Int(truncatingIfNeeded: word >> 40)
          let end = entry &+ Int(truncatingIfNeeded: word >> 32 & 0xFF)
          while entry < end {
            let at = Int(classes[entry])
            scores[at] = scores[at] &+ Int32(weights[entry])
            entry &+= 1
          }
          break
        }
        if word == 0 { break }
      }
    }
  }
}
