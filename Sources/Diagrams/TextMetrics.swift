/// How wide text is set, without asking a machine's fonts.
///
/// A picture is laid out by these widths, so that it is the same whatever fonts are installed. They are those of
/// Helvetica and Arial for Latin, Greek and Cyrillic; the scripts of East Asia are set in full squares, marks that
/// combine take no room, and other scripts get a mean that errs on the wide side.
///
/// Not a shaper: ligatures, kerning and contextual forms are left out, which for labels of a few words costs less
/// than a character's width.
public enum TextMetrics {
  /// The advance width of one line of text.
  ///
  /// - Parameters:
  ///   - size: The type size in points.
  /// - Returns: Points.
  /// - Complexity: O(*n*) in the bytes of the text.
  public static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    width(ofUTF8: text.utf8, size: size, isBold: isBold)
  }

  /// The advance width of one line of UTF-8; a byte that belongs to no character counts as one.
  public static func width(ofUTF8 bytes: some Collection<UInt8>, size: Double, isBold: Bool = false) -> Double {
    // Most text is ASCII: added up straight from the table, until a byte is not.
    let table = isBold ? AdvanceWidths.boldBasicLatin : AdvanceWidths.basicLatin
    var thousandths = 0
    var isPlain = true
    for byte in bytes {
      guard (0x20...0x7E).contains(byte) else {
        isPlain = false
        break
      }
      thousandths += Int(table[Int(byte) - 0x20])
    }
    if isPlain { return Double(thousandths) * size / 1000 }
    thousandths = 0
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): thousandths += advance(of: scalar, isBold: isBold)
      case .error: thousandths += 556
      case .emptyInput: break decoding
      }
    }
    return Double(thousandths) * size / 1000
  }

  /// The advance width of one scalar in thousandths of the type size.
  public static func advance(of scalar: Unicode.Scalar, isBold: Bool = false) -> Int {
    let value = Int(scalar.value)
    switch value {
    case 0x20...0x7E: return Int((isBold ? AdvanceWidths.boldBasicLatin : AdvanceWidths.basicLatin)[value - 0x20])
    case 0x00...0x1F, 0x7F...0x9F: return 0
    case 0xA0...0x24F: return Int((isBold ? AdvanceWidths.boldLatin : AdvanceWidths.latin)[value - 0xA0])
    case _ where isCombining(value): return 0
    case 0x370...0x3FF: return Int((isBold ? AdvanceWidths.boldGreek : AdvanceWidths.greek)[value - 0x370])
    case 0x400...0x52F: return Int((isBold ? AdvanceWidths.boldCyrillic : AdvanceWidths.cyrillic)[value - 0x400])
    case 0x1E00...0x1EFF:
      return Int((isBold ? AdvanceWidths.boldLatinAdditional : AdvanceWidths.latinAdditional)[value - 0x1E00])
    case 0x2010...0x2044:
      return Int((isBold ? AdvanceWidths.boldPunctuation : AdvanceWidths.punctuation)[value - 0x2010])
    case _ where isFullSquare(value): return 1000
    case 0x1F000...0x1FAFF: return 1300  // Emoji and pictographs.
    default: return isBold ? 680 : 640
    }
  }

  /// Marks and joiners that take no room of their own.
  static func isCombining(_ value: Int) -> Bool {
    switch value {
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4,
      0x900...0x902, 0x93C, 0x941...0x948, 0x94D, 0xE31, 0xE34...0xE3A, 0xE47...0xE4E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF,
      0xE0000...0xE01EF:
      true
    default: false
    }
  }

  /// Hangul, kana, CJK ideographs and the full-width forms.
  static func isFullSquare(_ value: Int) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
