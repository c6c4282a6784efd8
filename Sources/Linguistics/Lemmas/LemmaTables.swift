/// Lemma rules and exceptions as the weights hold them.
///
/// Exceptions and rules are tables of texts: number of buckets and of pool bytes in the first 64 bytes, then
/// ``HashBuckets`` whose values are a text's place × 256 + its length, then the pool of texts. An exception's text is
/// its lemma; a rule's text is a ``LemmaEdit``: whether to lower the case, number of bytes to strip, bytes to append.
package struct LemmaTables: @unchecked Sendable {
  private let exceptions: TextTable
  private let rules: TextTable
  private let verbs: UnsafeBufferPointer<UInt32>

  /// Longest ending that a rule looks at, in bytes.
  package static let longestEnding = 6

  package init?(exceptions: UnsafeRawBufferPointer, rules: UnsafeRawBufferPointer, verbs: UnsafeRawBufferPointer) {
    guard let exceptions = TextTable(exceptions), let rules = TextTable(rules), verbs.count % 4 == 0 else { return nil }
    self.exceptions = exceptions
    self.rules = rules
    self.verbs = verbs.bindMemory(to: UInt32.self)
  }

  /// The key of an exception: tags, and the form in lower case but for a flag.
  package static func exceptionKey(tag: UInt16, form: UnsafeBufferPointer<UInt8>, capitalized: Bool) -> UInt64 {
    let hash = form.baseAddress.map { FeatureKey.hash($0, form.count) } ?? 0
    return FeatureKey.make(capitalized ? 911 : 912, UInt64(tag), hash)
  }

  /// The key of a rule: tags and the last bytes of the form in lower case.
  package static func ruleKey(tag: UInt16, form: UnsafeBufferPointer<UInt8>, ending: Int, capitalized: Bool) -> UInt64 {
    var packed: UInt64 = UInt64(ending) << 56
    for back in 0..<ending { packed |= UInt64(form[form.count - 1 - back]) << UInt64(8 * back) }
    return FeatureKey.make(capitalized ? 913 : 914, UInt64(tag), packed)
  }

  package static func verbHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.baseAddress.map { FeatureKey.hash($0, bytes.count, seed: 77) } ?? 0)
  }

  func exception(_ key: UInt64) -> UnsafeBufferPointer<UInt8>? { exceptions.text(key) }

  func rule(_ key: UInt64) -> UnsafeBufferPointer<UInt8>? { rules.text(key) }

  /// Whether the bytes are the base form of a known verb.
  func isVerb(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let hash = LemmaTables.verbHash(bytes)
    var low = 0
    var high = verbs.count
    while low < high {
      let middle = (low + high) / 2
      if verbs[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < verbs.count && verbs[low] == hash
  }
}

/// Short texts by key.
private struct TextTable: @unchecked Sendable {
  // The bytes outlive the table: they belong to the program image or to the ``Weights`` that made it.
  private let buckets: UnsafePointer<UInt64>
  private let bucketCount: UInt64
  private let pool: UnsafePointer<UInt8>
  private let poolCount: Int

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 64 else { return nil }
    let base = bytes.baseAddress!
    let count = Int(base.load(as: UInt32.self))
    poolCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    guard count > 0, bytes.count >= 64 + count * 64 + poolCount else { return nil }
    bucketCount = UInt64(count)
    buckets = (base + 64).assumingMemoryBound(to: UInt64.self)
    pool = (base + 64 + count * 64).assumingMemoryBound(to: UInt8.self)
  }

  func text(_ key: UInt64) -> UnsafeBufferPointer<UInt8>? {
    guard let value = HashBuckets.value(key, in: buckets, count: bucketCount) else { return nil }
    let start = Int(value >> 8)
    let length = Int(value & 0xFF)
    guard start + length <= poolCount else { return nil }
    return UnsafeBufferPointer(start: pool + start, count: length)
  }
}
