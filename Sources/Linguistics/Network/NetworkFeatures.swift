/// The features of a token's form that the network has vectors for.
package enum NetworkFeatures {
  /// Number of keys of one token.
  package static let count = 8

  /// Kind of feature by place; the first is the word itself.
  @inline(__always)
  package static func fill(_ keys: UnsafeMutablePointer<UInt64>, _ token: TokenFeatures) {
    let suffix = UInt64(token.suffix)
    keys[0] = FeatureKey.make(501, UInt64(token.word))
    keys[1] = FeatureKey.make(502, suffix & 0xFF_FFFF)
    keys[2] = FeatureKey.make(503, suffix & 0xFFFF)
    keys[3] = FeatureKey.make(504, suffix)
    keys[4] = FeatureKey.make(505, UInt64(token.prefix))
    keys[5] = FeatureKey.make(506, UInt64(token.shape))
    keys[6] = FeatureKey.make(507, suffix, UInt64(token.suffixFifth))
    // A form without capitals says nothing that the word does not.
    keys[7] = FeatureKey.make(508, token.exact == token.word ? 0 : UInt64(token.exact))
  }

  /// The vector that stands for values never seen in training.
  package static func unknown(_ kind: Int) -> UInt64 { FeatureKey.make(511, UInt64(kind)) }

  /// The node above a sentence's root.
  package static let root = FeatureKey.make(512, 0)

  /// Added to a name of several words that stands as one token.
  package static let name = FeatureKey.make(513, 0)
}
