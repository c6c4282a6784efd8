/// The tagger's features: the form, its neighbours within two tokens, and the two tags before it.
package enum TaggerFeatures {
  /// Room that ``fill(_:_:_:)`` needs.
  package static let capacity = 56

  /// Writes the keys of the features of token `index` and returns their number.
  ///
  /// - Parameter tokens: the sentence with at least two tokens ``TokenFeatures/outside`` on either side; `tag` is
  ///   set for the tokens before `index`.
  package static func fill(
    _ keys: UnsafeMutablePointer<UInt64>, _ tokens: UnsafePointer<TokenFeatures>, _ index: Int
  ) -> Int {
    let x = tokens + index
    let before = tokens + index - 1
    let before2 = tokens + index - 2
    let after = tokens + index + 1
    let after2 = tokens + index + 2
    let word = UInt64(x.pointee.word)
    let suffix4 = UInt64(x.pointee.suffix)
    let suffix3 = suffix4 & 0xFF_FFFF
    let suffix2 = suffix4 & 0xFFFF
    let shape = UInt64(x.pointee.shape)
    let cluster = UInt64(x.pointee.cluster)
    let ambiguity = UInt64(x.pointee.ambiguity)
    let tag1 = UInt64(before.pointee.tag)
    let tag2 = UInt64(before2.pointee.tag)
    let word1 = UInt64(before.pointee.word)
    let next = UInt64(after.pointee.word)
    let next2 = UInt64(after2.pointee.word)
    let nextSuffix3 = UInt64(after.pointee.suffix & 0xFF_FFFF)
    let nextAmbiguity = UInt64(after.pointee.ambiguity)
    let next2Ambiguity = UInt64(after2.pointee.ambiguity)
    let nextCluster = UInt64(after.pointee.cluster)
    var n = 0
    @inline(__always) func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      keys[n] = FeatureKey.make(template, a, b, c)
      n += 1
    }
    add(1, 1)
    add(2, UInt64(x.pointee.exact))
    add(3, word)
    add(4, suffix4 & 0xFF)
    add(5, suffix2)
    add(6, suffix3)
    add(7, suffix4)
    add(8, suffix4, UInt64(x.pointee.suffixFifth))
    add(9, UInt64(x.pointee.prefix >> 16))
    add(10, UInt64(x.pointee.prefix))
    add(11, shape)
    add(12, shape, UInt64(before.pointee.tag == TokenFeatures.endTag ? 1 : 0), suffix2)
    add(13, tag1)
    add(14, tag2)
    add(15, tag1, tag2)
    add(16, tag1, word)
    add(17, word1)
    add(18, UInt64(before2.pointee.word))
    add(19, next)
    add(20, next2)
    add(21, word1, word)
    add(22, word, next)
    add(23, nextSuffix3)
    add(24, UInt64(before.pointee.suffix & 0xFF_FFFF))
    add(25, tag1, nextSuffix3)
    add(26, suffix3, tag1)
    add(27, UInt64(after.pointee.shape), shape)
    add(28, tag1, tag2, suffix3)
    add(29, next, next2)
    add(30, UInt64(after2.pointee.suffix & 0xFF_FFFF))
    add(31, cluster)
    add(32, nextCluster)
    add(33, UInt64(after2.pointee.cluster))
    add(34, UInt64(before.pointee.cluster), cluster)
    add(35, cluster, nextCluster)
    add(36, ambiguity, nextAmbiguity)
    add(37, ambiguity, tag1, nextAmbiguity)
    add(38, nextAmbiguity, next2Ambiguity)
    add(39, ambiguity, nextAmbiguity, next2Ambiguity)
    add(40, tag1, nextCluster)
    add(41, ambiguity, tag1, tag2)
    add(42, word, nextAmbiguity)
    add(43, cluster, tag1)
    add(44, word, tag1, nextAmbiguity)
    add(45, UInt64(before.pointee.shape), shape, UInt64(after.pointee.shape))
    add(46, UInt64((tokens + index + 3).pointee.ambiguity), nextAmbiguity, ambiguity)
    return n
  }
}
