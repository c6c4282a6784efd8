/// Bytes of a file to text: UTF-8, UTF-16, else Windows-1252.
enum TextDecoding {
  /// - Parameter bytes: a whole file; a byte order mark is taken off.
  /// - Returns: the text, and what was odd about it.
  static func decode(_ bytes: [UInt8]) throws(ReadingError.Problem) -> (text: String, remark: ReadingWarning.Remark?) {
    if let kind = signature(of: bytes) { throw .binary(kind) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), bigEndian: false), nil) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), bigEndian: true), nil) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let bigEndian = unmarkedUTF16(body) { return (utf16(body, bigEndian: bigEndian), .guessedUTF16) }
    if looksBinary(body) { throw .binary(nil) }
    if let text = String(validating: body, as: UTF8.self) { return (text, nil) }
    let survey = survey(body)
    // Many sound sequences and a few broken ones: damaged UTF-8, and another code page would spoil all of it.
    if survey.sound > survey.broken {
      return (String(decoding: body, as: UTF8.self), .repairedUTF8(count: survey.broken, offset: survey.firstBroken))
    }
    return (windows1252(body), .readAsWindows1252)
  }

  /// What a file is by its first bytes, where it is no text.
  private static func signature(of bytes: [UInt8]) -> String? {
    let known: [([UInt8], String)] = [
      (Array("%PDF-".utf8), "a PDF file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP or Office file"),
      ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
      (Array("GIF8".utf8), "a GIF picture"), ([0x1F, 0x8B], "a gzip archive"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
      (Array("SQLite format 3\0".utf8), "a SQLite database"), (Array("{\\rtf".utf8), "a rich text file"),
      ([0xFF, 0xFE, 0, 0], "UTF-32 text"), ([0, 0, 0xFE, 0xFF], "UTF-32 text"),
    ]
    return known.first { bytes.starts(with: $0.0) }?.1
  }

  /// True for big-endian, false for little-endian, nil where the bytes are no UTF-16.
  ///
  /// Text in any script has spaces and line ends, so one byte of two is often zero, and the other never is.
  private static func unmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> Bool? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let sample = bytes.prefix(8192)
    var zeros = [0, 0]
    for (i, byte) in sample.enumerated() where byte == 0 { zeros[i & 1] += 1 }
    let bigEndian = zeros[0] > zeros[1]
    guard min(zeros[0], zeros[1]) == 0, max(zeros[0], zeros[1]) * 20 >= sample.count / 2 else { return nil }
    var controls = 0
    var surrogateOpen = false
    var i = sample.startIndex
    while i + 1 < sample.endIndex {
      let unit =
        bigEndian ? UInt16(sample[i]) << 8 | UInt16(sample[i + 1]) : UInt16(sample[i + 1]) << 8 | UInt16(sample[i])
      let isTrail = (0xDC00...0xDFFF).contains(unit)
      if isTrail != surrogateOpen { return nil }
      surrogateOpen = (0xD800...0xDBFF).contains(unit)
      if unit < 0x20, unit != 9, unit != 10, unit != 13, unit != 12 { controls += 1 }
      i += 2
    }
    return controls * 50 > sample.count / 2 ? nil : bigEndian
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      i += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func looksBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.prefix(1 << 20).contains(0) { return true }
    let sample = bytes.prefix(1 << 16)
    var controls = 0
    for byte in sample where byte < 0x20 && !(9...13).contains(byte) && byte != 0x1B { controls += 1 }
    return controls * 20 > sample.count
  }

  /// Counts sound and broken multi-byte sequences.
  private static func survey(_ bytes: ArraySlice<UInt8>) -> (sound: Int, broken: Int, firstBroken: Int) {
    var sound = 0
    var broken = 0
    var firstBroken = 0
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let length: Int
      switch bytes[i] {
      case 0..<0x80:
        i += 1
        continue
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: length = 0
      }
      if length > 0, i + length <= bytes.endIndex,
        String(validating: bytes[i..<(i + length)], as: UTF8.self) != nil
      {
        sound += 1
        i += length
      } else {
        if broken == 0 { firstBroken = i - bytes.startIndex }
        broken += 1
        i += 1
        while i < bytes.endIndex, bytes[i] & 0xC0 == 0x80 { i += 1 }
      }
    }
    return (sound, broken, firstBroken)
  }

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? upperControls[Int(byte - 0x80)] : UInt16(byte)
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(scalars)
  }

  /// Windows-1252 0x80–0x9F; the five holes stay the C1 controls, as the WHATWG encoding standard has it.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
