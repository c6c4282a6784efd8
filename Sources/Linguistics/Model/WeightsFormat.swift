/// The layout of a weights file: a header, a directory of sections, and the sections.
///
/// All numbers are little-endian; sections begin at multiples of 64 bytes, the size of a cache line, so that tables
/// are used where they lie and no load copies them.
///
/// | offset | content |
/// |---|---|
/// | 0 | magic `ENTENTEW` |
/// | 8 | version, `UInt32` |
/// | 12 | number of sections, `UInt32` |
/// | 16 | fingerprint of the features, `UInt64` |
/// | 24 | checksum of all bytes from 64 on, `UInt64` |
/// | 64 | directory: per section its kind, a parameter, its offset and its length, each `UInt32` |
package enum WeightsFormat {
  package static let magic: [UInt8] = Array("ENTENTEW".utf8)
  package static let version: UInt32 = 2
  package static let headerLength = 64
  package static let alignment = 64

  /// What a section holds.
  package enum Section: UInt32, CaseIterable, Sendable {
    /// Pairs of bytes: UPOS and XPOS of each class of the tagger.
    case tagPairs = 1
    case network
    case lemmaExceptions
    case lemmaRules
    case verbs
    case casings

    package var name: String {
      switch self {
      case .tagPairs: "tag set"
      case .network: "network"
      case .lemmaExceptions: "lemma exceptions"
      case .lemmaRules: "lemma rules"
      case .verbs: "verb list"
      case .casings: "casings"
      }
    }
  }

  /// Names the features that this program computes; weights of another fingerprint are refused.
  package static let fingerprint: UInt64 = {
    var hash = FeatureKey.hash("features 2")
    for tag in PennTag.allCases { hash = FeatureKey.make(1, hash, FeatureKey.hash("\(tag.label)")) }
    for part in UniversalPartOfSpeech.allCases { hash = FeatureKey.make(2, hash, FeatureKey.hash("\(part.label)")) }
    for relation in DependencyRelation.allCases {
      hash = FeatureKey.make(3, hash, FeatureKey.hash("\(relation.label)"))
    }
    return hash
  }()

  /// A checksum over 64-bit words; the last one is filled up with zeros.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash << 5 | hash >> 59) ^ (word &* 0x9E37_79B9_7F4A_7C15)
      offset += 8
    }
    var last: UInt64 = 0
    while offset < bytes.count {
      last = last << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return FeatureKey.make(4, hash, last)
  }
}
