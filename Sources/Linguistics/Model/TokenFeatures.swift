/// What the models look at in one token's form, as integers.
package struct TokenFeatures: Sendable {
  /// Hash of the form in lower case, digits as 0, typographic quotes and dashes as ASCII.
  package var word: UInt32 = 0
  /// Hash of the same form with its case kept.
  package var exact: UInt32 = 0
  /// The last four bytes of the lower-case form, packed; the last one lowest.
  package var suffix: UInt32 = 0
  /// The fifth byte from the end.
  package var suffixFifth: UInt8 = 0
  /// The first three bytes of the form, the first one in its own case.
  package var prefix: UInt32 = 0
  /// Letter classes in order, runs shortened to two.
  package var shape: UInt32 = 0
  /// Whether the token stands for a name of several words.
  package var isName = false

  package init() {}

  /// Longer forms are seen by their first and last bytes.
  package static let longestForm = 64

  /// The features of a form.
  ///
  /// - Complexity: O(bytes of the form), at most ``longestForm``.
  package init(_ form: UnsafeBufferPointer<UInt8>) {
    self.init()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TokenFeatures.longestForm * 2) { buffer in
      let exactBytes = buffer.baseAddress!
      let lowerBytes = exactBytes + TokenFeatures.longestForm
      var length = 0
      var shape: UInt32 = 0
      var shapeLength = 0
      var last: UInt32 = 0
      var run = 0
      var index = 0
      while index < form.count {
        // A form longer than the buffer keeps its first and its last half.
        if length == TokenFeatures.longestForm / 2, form.count - index > TokenFeatures.longestForm / 2 {
          index = form.count - TokenFeatures.longestForm / 2
        }
        var byte = form[index]
        index += 1
        if byte == 0xE2, index + 1 < form.count, form[index] == 0x80 {
          let folded: UInt8 =
            switch form[index + 1] {
            case 0x98, 0x99: 0x27
            case 0x9C, 0x9D: 0x22
            case 0x90, 0x91, 0x92, 0x93, 0x94: 0x2D
            default: 0
            }
          if folded != 0 {
            byte = folded
            index += 2
          }
        }
        let kind: UInt32
        var lower = byte
        switch byte {
        case 0x41...0x5A:
          kind = 1
          lower = byte | 0x20
        case 0x61...0x7A: kind = 2
        case 0x30...0x39:
          kind = 3
          byte = 0x30
          lower = 0x30
        case 0x80...0xFF: kind = 4
        case 0x2D: kind = 5
        case 0x2E: kind = 6
        default: kind = 7
        }
        run = kind == last ? run + 1 : 1
        last = kind
        if run <= 2, shapeLength < 10 {
          shape = shape << 3 | kind
          shapeLength += 1
        }
        exactBytes[length] = byte
        lowerBytes[length] = lower
        length += 1
      }
      word = UInt32(truncatingIfNeeded: FeatureKey.hash(lowerBytes, length)) | 4
      exact = UInt32(truncatingIfNeeded: FeatureKey.hash(exactBytes, length)) | 4
      for back in 0..<min(4, length) { suffix |= UInt32(lowerBytes[length - 1 - back]) << UInt32(8 * back) }
      if length >= 5 { suffixFifth = lowerBytes[length - 5] }
      for forward in 0..<min(3, length) {
        prefix = prefix << 8 | UInt32(forward == 0 ? exactBytes[0] : lowerBytes[forward])
      }
      self.shape = shape
    }
  }
}
