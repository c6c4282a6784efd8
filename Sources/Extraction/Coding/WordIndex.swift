import Linguistics

/// The words of the lexicon by the hash of their bytes.
///
/// Open addressing with linear probing, at most half full. Two words with one 64-bit hash would be taken for one; among
/// thousands of words that has a chance of 10⁻¹².
struct WordIndex: Sendable {
  private var hashes: [UInt64] = [0]
  private var ids: [Int32] = [-1]

  init() {}

  init(_ words: [String: Int32]) {
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    hashes = [UInt64](repeating: 0, count: capacity)
    ids = [Int32](repeating: -1, count: capacity)
    for (word, id) in words {
      let hash = FeatureKey.hash(word) | 1
      var slot = Int(truncatingIfNeeded: hash >> 1) & (capacity - 1)
      while hashes[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      hashes[slot] = hash
      ids[slot] = id
    }
  }

  /// The id of a word, or −1.
  ///
  /// - Complexity: O(bytes).
  func id(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let base = bytes.baseAddress else { return -1 }
    let hash = FeatureKey.hash(base, bytes.count) | 1
    var slot = Int(truncatingIfNeeded: hash >> 1) & (hashes.count - 1)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return ids[slot] }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return -1
  }

  /// The id of a word with one byte more at its end, or −1.
  func id(_ bytes: UnsafeBufferPointer<UInt8>, and last: UInt8) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { longer in
      _ = longer.initialize(from: bytes)
      longer[bytes.count] = last
      return id(UnsafeBufferPointer(longer))
    }
  }
}

/// What words there are, as two bits each: where a word's bits are missing, it is not among them.
struct WordMask: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ words: some Sequence<Int32>) {
    for word in words { insert(word) }
  }

  mutating func insert(_ word: Int32) {
    guard word >= 0 else { return }
    low |= 1 << UInt64(word & 63)
    high |= 1 << UInt64(word >> 6 & 63)
  }

  /// Whether all words of another mask may be among these.
  func mayContain(_ other: WordMask) -> Bool { other.low & ~low == 0 && other.high & ~high == 0 }
}
