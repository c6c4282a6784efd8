/// The form of a name by which it is looked up: without case, diacritics and punctuation.
///
/// "São Tomé", "SAO TOME" and "Sa\u{303}o Tome\u{301}" fold to "sao tome"; "U.S." and "US" to "us"; "Abu-Dhabi" and
/// "Abu Dhabi" to "abu dhabi"; "the Kremlin" to "kremlin". Latin letters lose their diacritics and ligatures come
/// apart (ß → ss, æ → ae, ø → o, ł → l); other scripts are only lower-cased. A name that is all punctuation folds
/// to nothing.
public enum NameFolding {
  /// - Complexity: O(length).
  public static func fold(_ name: String) -> String {
    var words = Words()
    for scalar in name.unicodeScalars {
      // Most letters are of ASCII, whose lower case needs no table.
      if scalar.isASCII {
        let isCapital = (0x41...0x5A).contains(scalar.value)
        add(isCapital ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar, to: &words)
        continue
      }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower, to: &words) }
    }
    words.close()
    if words.closed.count > 1, words.closed[0] == "the" { words.closed.removeFirst() }
    return words.closed.joined(separator: " ")
  }

  private struct Words {
    var closed: [String] = []
    var open = ""

    mutating func close() {
      if !open.isEmpty { closed.append(open) }
      open = ""
    }
  }

  private static func add(_ scalar: Unicode.Scalar, to words: inout Words) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A:
      words.open.unicodeScalars.append(scalar)
    case 0x26:
      words.close()
      words.closed.append("and")
    case 0x27, 0x2E, 0xB4, 0x60, 0x2018, 0x2019, 0x02BC, 0x00AD, 0x200B...0x200D, 0xFEFF:
      break  // apostrophes, full stops and what has no width: within a word
    case 0x300...0x36F:
      break  // combining diacritics
    case 0xC0...0x24F where supplement[Int(scalar.value) - 0xC0] != "-":
      words.open += supplement[Int(scalar.value) - 0xC0]
    case 0x1E00...0x1EFF where additional[Int(scalar.value) - 0x1E00] != "-":
      words.open += additional[Int(scalar.value) - 0x1E00]
    default:
      if isPartOfWord(scalar) { words.open.unicodeScalars.append(scalar) } else { words.close() }
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }

  // Base letters of each code point, "-" for a letter that has none; after the decompositions of the Unicode
  // Character Database 15, with ligatures and stroked letters added by hand.

  /// U+00C0 … U+024F: Latin-1 Supplement, Latin Extended-A and -B.
  private static let supplement: [Substring] = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o \
    o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i \
    i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t \
    t t t t t u u u u u u u u u u u u w w y y y z z z z z z s b b - - - - o c c d d - - - e e e f f g g - i i k k l \
    l m n - o o o - - p p - - - s - - t t t u u - v y y z z z - - - - - - - - - - - - dz dz dz lj lj lj nj nj nj a a \
    i i o o u u u u u u u u u u e a a a a ae ae g g g g k k o o o o z z j dz dz dz g g - - n n a a ae ae o o a a a a \
    e e e e i i i i o o o o r r r r u u u u s s t t - - h h - - ou ou z z a a e e o o o o o o o o y y - - - - - - - \
    a c c l t - - - - b u - e e j j - - r r y y
    """.split(separator: " ")

  /// U+1E00 … U+1EFF: Latin Extended Additional, which Vietnamese is written with.
  private static let additional: [Substring] = """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k k k l l \
    l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s s s t t t t t t \
    t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y a s s s ss - a a a a a a a \
    a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o \
    o o o o o u u u u u u u u u u u u u u y y y y y y y y ll ll v v y y
    """.split(separator: " ")
}
