/// What is known of a word apart from its letters: its distributional cluster, the tags it takes, and the one tag it
/// takes where it takes only one.
///
/// Layout: buckets of 64 bytes with eight words each: check (`UInt32`), cluster (`UInt16`), ambiguity class and fixed
/// tag (`UInt8` each).
package struct Lexicon: @unchecked Sendable {
  // The bytes outlive the lexicon: they belong to the program image or to the ``Weights`` that made it.
  private let buckets: UnsafePointer<UInt64>
  private let count: UInt64

  package static let noFixedTag: UInt8 = 255

  init(_ bytes: UnsafeRawBufferPointer) {
    buckets = bytes.baseAddress!.assumingMemoryBound(to: UInt64.self)
    count = UInt64(bytes.count / 64)
  }

  /// One word's entry; zeros where the word is unknown.
  package struct Entry: Hashable, Sendable {
    package var cluster: UInt16 = 0
    package var ambiguity: UInt8 = 0
    package var fixedTag: UInt8 = Lexicon.noFixedTag
    package init() {}
  }

  @inline(__always)
  package static func bucket(_ key: UInt64, count: UInt64) -> Int { Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* count) >> 32) }

  @inline(__always)
  package static func check(_ key: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: key >> 32)) }

  @inline(__always)
  package func entry(_ key: UInt64) -> Entry? {
    let bucket = buckets + Lexicon.bucket(key, count: count) &* 8
    let check = UInt64(Lexicon.check(key))
    for place in 0..<8 {
      let word = bucket[place]
      if word & 0xFFFF_FFFF == check {
        var entry = Entry()
        entry.cluster = UInt16(truncatingIfNeeded: word >> 32)
        entry.ambiguity = UInt8(truncatingIfNeeded: word >> 48)
        entry.fixedTag = UInt8(truncatingIfNeeded: word >> 56)
        return entry
      }
      if word == 0 { return nil }
    }
    return nil
  }
}
