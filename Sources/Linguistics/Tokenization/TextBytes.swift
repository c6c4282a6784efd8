/// The bytes of a text as the tokenizer reads them: characters by class, without a check of every step.
///
/// - Warning: The pointers live as long as the closure that made the value.
struct TextBytes {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<CharacterClass>

  var count: Int { bytes.count }

  static func with<Result>(_ utf8: [UInt8], _ body: (TextBytes) -> Result) -> Result {
    utf8.withUnsafeBufferPointer { bytes in
      CharacterClass.ascii.withUnsafeBufferPointer { classes in
        body(TextBytes(bytes: bytes, classes: classes))
      }
    }
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { bytes[offset] }

  /// The byte, or zero past the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  /// The class of the character at an offset and its length in bytes; white space past the end.
  @inline(__always)
  func character(at offset: Int) -> (kind: CharacterClass, length: Int) {
    guard offset < bytes.count else { return (.space, 1) }
    let byte = bytes[offset]
    return byte < 0x80 ? (classes[Int(byte)], 1) : wideCharacter(at: offset)
  }

  @inline(__always)
  func kind(at offset: Int) -> CharacterClass { character(at: offset).kind }

  /// The class of the character that ends just before an offset; white space at the start.
  func kind(before offset: Int) -> CharacterClass {
    guard offset > 0 else { return .space }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return kind(at: start)
  }

  private func wideCharacter(at offset: Int) -> (kind: CharacterClass, length: Int) {
    let (scalar, length) = self.scalar(at: offset)
    // A byte that begins no character is taken into the word around it.
    return scalar == 0 ? (.mark, 1) : (CharacterClass(scalar: scalar), length)
  }

  /// The code point of the character at an offset and its length; zero and one where the bytes are no UTF-8.
  func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[offset]
    let length: Int
    var scalar: UInt32
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(lead & 0x07))
    default: return (0, 1)
    }
    guard offset + length <= bytes.count else { return (0, 1) }
    for at in offset + 1..<offset + length {
      guard bytes[at] & 0xC0 == 0x80 else { return (0, 1) }
      scalar = scalar << 6 | UInt32(bytes[at] & 0x3F)
    }
    return (scalar, length)
  }

  /// The first offset from `offset` on that holds no white space, or `limit`.
  func skipSpace(from offset: Int, to limit: Int) -> Int {
    var at = offset
    while at < limit {
      let (kind, length) = character(at: at)
      if kind != .space { break }
      at += length
    }
    return min(at, limit)
  }

  /// The bytes, ASCII capitals folded, compared with a lower-case word.
  func matches(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    for at in 0..<length where TextBytes.lowercased(bytes[offset + at]) != word.utf8Start[at] { return false }
    return true
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
