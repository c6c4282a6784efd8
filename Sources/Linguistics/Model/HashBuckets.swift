/// Tables of 64-bit words in buckets of one cache line, eight words each, that are read where they lie.
///
/// A word's lower half is the check of its key (never 0), its upper half the value; a word of 0 is a free place, and
/// none follows it in its bucket. An absent key is mistaken for a present one with a probability of about two in a
/// thousand million.
package enum HashBuckets {
  package static let places = 8
  package static let length = 64

  @inline(__always)
  package static func bucket(_ key: UInt64, count: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* count) >> 32)
  }

  /// Where a key's bucket lies.
  @inline(__always)
  static func place(_ key: UInt64, in buckets: UnsafePointer<UInt64>, count: UInt64) -> UnsafePointer<UInt64> {
    buckets + bucket(key, count: count) &* places
  }

  /// The check of a key; never 0.
  @inline(__always)
  package static func check(_ key: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: key >> 32)) }

  /// The value of a key; nil where it is absent.
  ///
  /// - Complexity: O(1): one cache line.
  @inline(__always)
  package static func value(_ key: UInt64, in buckets: UnsafePointer<UInt64>, count: UInt64) -> UInt32? {
    let bucket = buckets + HashBuckets.bucket(key, count: count) &* HashBuckets.places
    let check = UInt64(HashBuckets.check(key))
    for place in 0..<HashBuckets.places {
      let word = bucket[place]
      if word & 0xFFFF_FFFF == check { return UInt32(truncatingIfNeeded: word >> 32) }
      if word == 0 { return nil }
    }
    return nil
  }
}
