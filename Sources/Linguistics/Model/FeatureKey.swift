/// Hashing of features to 64-bit keys.
///
/// Models name a feature by the hash of its template's number and its values; the words themselves are not stored.
/// The functions are part of the weights' format: a change of one of them needs new weights, and
/// ``WeightsFormat/fingerprint`` changes with it.
package enum FeatureKey {
  /// The key of a template with up to three values; never 0.
  @inline(__always)
  package static func make(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) -> UInt64 {
    var h = (template &* 0x9E37_79B9_7F4A_7C15 ^ a) &* 0xC2B2_AE3D_27D4_EB4F
    h = ((h << 23 | h >> 41) ^ b) &* 0x1656_67B1_9E37_79F9
    h = ((h << 27 | h >> 37) ^ c) &* 0xD6E8_FEB8_6659_FD93
    return (h ^ (h >> 32)) | 1
  }

  /// FNV-1a over bytes, folded so that both halves of the result are usable.
  @inline(__always)
  package static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int, seed: UInt64 = 0) -> UInt64 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for index in 0..<count { h = (h ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    h ^= h >> 32
    h = h &* 0xD6E8_FEB8_6659_FD93
    return h ^ (h >> 32)
  }

  /// ``hash(_:_:seed:)`` of a string's UTF-8.
  package static func hash(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.baseAddress.map { hash($0, bytes.count, seed: seed) } ?? 0
    }
  }
}
