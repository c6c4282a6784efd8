/// The tagger's classes: the pairs of universal tag and Penn tag that the treebanks use.
///
/// Deciding both at once keeps them consistent, and the universal tag profits from the Penn tag's detail.
package struct TagSet: Sendable {
  package let parts: [UniversalPartOfSpeech]
  package let pennTags: [PennTag]
  /// The class of a proper noun in the singular, which names take.
  package let properNoun: UInt8

  /// Room for more is not foreseen.
  package static let most = 249

  package var count: Int { parts.count }

  package init?(parts: [UniversalPartOfSpeech], pennTags: [PennTag]) {
    guard parts.count == pennTags.count, !parts.isEmpty, parts.count <= TagSet.most else { return nil }
    guard let properNoun = parts.indices.first(where: { parts[$0] == .properNoun && pennTags[$0] == .properNoun })
    else { return nil }
    self.parts = parts
    self.pennTags = pennTags
    self.properNoun = UInt8(properNoun)
  }

  /// Reads pairs of bytes; a pair of 255 fills up.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var parts: [UniversalPartOfSpeech] = []
    var pennTags: [PennTag] = []
    var index = 0
    while index + 1 < bytes.count, bytes[index] != 255 {
      guard let part = UniversalPartOfSpeech(rawValue: bytes[index]), let penn = PennTag(rawValue: bytes[index + 1])
      else { return nil }
      parts.append(part)
      pennTags.append(penn)
      index += 2
    }
    self.init(parts: parts, pennTags: pennTags)
  }
}
