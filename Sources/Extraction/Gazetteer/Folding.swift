/// Folds words so that spellings of one name meet: letters to lower case without diacritics, full stops and
/// apostrophes dropped. "Türkiye" and "Turkiye", "U.S." and "US", "Sana'a" and "Sanaa" fold alike.
///
/// Scripts without case keep their bytes. The fold is fixed by this file: no locale takes part.
enum Folding {
  /// FNV-1a over the folded bytes; 0 is never returned, so that it can mark an empty slot.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  static func hash(_ bytes: borrowing UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = offsetBasis
    forEachByte(of: bytes, in: range) { byte in hash = (hash ^ UInt64(byte)) &* prime }
    return finish(hash)
  }

  static let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x100_0000_01b3

  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 {
    // FNV's low bits are weak for short words; one multiplication and shift spread them for tables of 2ⁿ slots.
    let mixed = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return mixed == 0 ? 1 : mixed ^ (mixed >> 29) | 1 << 63
  }

  /// Hands over the folded bytes of a word, one by one.
  @inline(__always)
  static func forEachByte(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (UInt8) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        switch byte {
        case 0x41...0x5A: body(byte | 0x20)
        case 0x2E, 0x27: break
        default: body(byte)
        }
        index += 1
        continue
      }
      if byte >= 0xC3, byte <= 0xC5, index + 1 < range.upperBound {
        let letter = (Int(byte) - 0xC3) * 64 + Int(bytes[index + 1] & 0x3F)
        foldedLatin(letter, lead: byte, trail: bytes[index + 1], body)
        index += 2
        continue
      }
      // Combining marks U+0300–U+036F.
      if byte == 0xCC || byte == 0xCD, index + 1 < range.upperBound {
        index += 2
        continue
      }
      // U+1E00–U+1EFF, Latin Extended Additional: Vietnamese and the like.
      if byte == 0xE1, index + 2 < range.upperBound, bytes[index + 1] >= 0xB8, bytes[index + 1] <= 0xBB {
        let letter = (Int(bytes[index + 1]) - 0xB8) * 64 + Int(bytes[index + 2] & 0x3F)
        body(latinAdditional[letter])
        index += 3
        continue
      }
      // U+2018, U+2019: apostrophes.
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
      {
        index += 3
        continue
      }
      // Ș ș Ț ț (U+0218–U+021B) and ʻ ʼ (U+02BB, U+02BC).
      if byte == 0xC8, index + 1 < range.upperBound, (0x98...0x9B).contains(bytes[index + 1]) {
        body(bytes[index + 1] < 0x9A ? 0x73 : 0x74)
        index += 2
        continue
      }
      if byte == 0xCA, index + 1 < range.upperBound, (0xBB...0xBC).contains(bytes[index + 1]) {
        index += 2
        continue
      }
      body(byte)
      index += 1
    }
  }

  /// The folded bytes of a whole text.
  static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
    let source = Array(text)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    source.withUnsafeBufferPointer { bytes in
      forEachByte(of: bytes, in: 0..<bytes.count) { result.append($0) }
    }
    return result
  }

  /// U+00C0 … U+017F, two bytes each in UTF-8.
  @inline(__always)
  private static func foldedLatin(_ letter: Int, lead: UInt8, trail: UInt8, _ body: (UInt8) -> Void) {
    let ascii = latin[letter]
    switch ascii {
    case 0:
      body(lead)
      body(trail)
    case 1:
      body(0x73)
      body(0x73)
    case 2:
      body(0x61)
      body(0x65)
    case 3:
      body(0x6F)
      body(0x65)
    default: body(ascii)
    }
  }

  /// Base letters of U+00C0 … U+017F; "0" keeps the letter, "1" is ss, "2" ae, "3" oe.
  private static let latin: [UInt8] = Array(
    ("aaaaaa2ceeeeiiiidnooooo0ouuuuyt1" + "aaaaaa2ceeeeiiiidnooooo0ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggg" + "gggghhhhiiiiiiiiii00jjkk0lllllll" + "lllnnnnnnnnnoooooo33rrrrrrssssss"
      + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
      .utf8.map { $0 >= 0x30 && $0 <= 0x33 ? $0 - 0x30 : $0 })

  /// Base letters of U+1E00 … U+1EFF.
  private static let latinAdditional: [UInt8] = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeff" + "gghhhhhhhhhhiiiikkkkkkllllllllmm" + "mmmmnnnnnnnnoooooooopppprrrrrrrr"
      + "ssssssssssttttttttuuuuuuuuuuvvvv" + "wwwwwwwwwwxxxxyyzzzzzzhtwyasssss"
      + "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" + "eeeeeeeeiiiioooooooooooooooooooo" + "oooouuuuuuuuuuuuuuyyyyyyyyyyyyyy")
      .utf8)
}
