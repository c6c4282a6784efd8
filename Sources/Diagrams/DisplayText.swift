/// Text from anywhere, made fit to be shown.
///
/// News text is not trusted: it may hold control characters, which XML forbids, and marks that turn the reading
/// direction of what follows, which would let one label rewrite the look of the next.
package enum DisplayText {
  /// The text as one line: every run of white space and control characters becomes one space, what must not show
  /// goes, and at most `limit` scalars are kept.
  package static func line(_ text: String, limit: Int = 2000) -> String {
    if isPlain(text, limit: limit) { return text }
    var scalars = String.UnicodeScalarView()
    var isSpacePending = false
    var count = 0
    var marks = 0
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isSpacePending = count > 0
        continue
      }
      if isForbidden(scalar) { continue }
      // Marks piled on one letter would reach over the lines above.
      marks = TextMetrics.isCombining(Int(scalar.value)) ? marks + 1 : 0
      if marks > 4 { continue }
      if count >= limit {
        scalars.append("…")
        break
      }
      if isSpacePending {
        scalars.append(" ")
        count += 1
        isSpacePending = false
      }
      scalars.append(scalar)
      count += 1
    }
    return String(scalars)
  }

  /// Whether a text is printable ASCII with single spaces between words, as most are.
  private static func isPlain(_ text: String, limit: Int) -> Bool {
    guard text.utf8.count <= limit else { return false }
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  /// White space of any kind, and the control characters, which separate words where they occur.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What no label may hold: marks that force a direction, byte-order marks, and scalars that are no characters.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
