/// Weights of the parser's four transitions by feature, in buckets of one cache line each.
///
/// A bucket of 64 bytes holds six features: six 16-bit checks (0 is a free place), four unused bytes, and six rows of
/// four 16-bit weights. A feature belongs to one bucket only, so that looking it up costs one cache miss at most; a
/// feature that is absent is mistaken for a present one with a probability of about 6 in 65,536.
///
/// - Complexity: O(1) a lookup.
package struct TransitionTable: @unchecked Sendable {
  // The bytes outlive the table: they belong to the program image or to the ``Weights`` that made it.
  private let buckets: UnsafeRawPointer
  private let count: UInt64

  package static let bucketLength = 64
  package static let placesPerBucket = 6
  package static let rowsOffset = 16

  /// - Precondition: `bytes` is aligned to 64 bytes and a whole number of buckets.
  init(_ bytes: UnsafeRawBufferPointer) {
    buckets = bytes.baseAddress!
    count = UInt64(bytes.count / TransitionTable.bucketLength)
  }

  /// The bucket of a key.
  @inline(__always)
  package static func bucket(_ key: UInt64, count: UInt64) -> Int { Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* count) >> 32) }

  /// The check of a key; never 0.
  @inline(__always)
  package static func check(_ key: UInt64) -> UInt16 { max(1, UInt16(truncatingIfNeeded: key >> 48)) }

  /// The sum of the rows of the features given.
  @inline(__always)
  func score(_ keys: UnsafePointer<UInt64>, _ keyCount: Int) -> SIMD4<Int32> {
    var sum = SIMD4<Int32>()
    for index in 0..<keyCount {
      let key = keys[index]
      let bucket = buckets + TransitionTable.bucket(key, count: count) &* TransitionTable.bucketLength
      let check = TransitionTable.check(key)
      let checks = bucket.load(as: SIMD8<UInt16>.self)
      let hits = checks .== SIMD8<UInt16>(repeating: check)
      for place in 0..<TransitionTable.placesPerBucket where hits[place] {
        let row = bucket.load(fromByteOffset: TransitionTable.rowsOffset + place * 8, as: SIMD4<Int16>.self)
        sum &+= SIMD4<Int32>(truncatingIfNeeded: row)
        break
      }
    }
    return sum
  }
}
