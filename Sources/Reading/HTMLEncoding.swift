/// In which encoding libxml2 is to read a page.
enum HTMLEncoding {
  /// The bytes to hand on, the name of their encoding, and what was odd.
  ///
  /// A byte order mark decides, then whether the bytes are sound UTF-8, then what the page declares, then
  /// the rule for all files.
  static func bytes(
    _ bytes: [UInt8]
  ) throws(ReadingError.Problem) -> (bytes: [UInt8], name: String, remark: ReadingWarning.Remark?) {
    let hasMark = [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]].contains { bytes.starts(with: $0 as [UInt8]) }
    if !hasMark, String(validating: bytes, as: UTF8.self) == nil, let name = declared(bytes) {
      return (bytes, name, nil)
    }
    let decoded = try TextDecoding.decode(bytes)
    return (Array(decoded.text.utf8), "UTF-8", decoded.remark)
  }

  /// The value of `charset=` among the first bytes, unless it is UTF-8, which the bytes were found not to be.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let mark = Array("charset=".utf8)
    guard head.count > mark.count,
      let at = (0..<(head.count - mark.count)).first(where: { head[$0..<($0 + mark.count)].elementsEqual(mark) })
    else { return nil }
    let value = head[(at + mark.count)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20 }
    let name = value.prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
    let text = String(decoding: name, as: UTF8.self)
    // What the web calls ISO-8859-1 is Windows-1252, by the WHATWG encoding standard.
    let isLatin = ["iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii", "utf-8", "utf8", ""].contains(text)
    return isLatin ? nil : text
  }
}
