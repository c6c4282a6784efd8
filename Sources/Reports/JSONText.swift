/// JSON to be written: members keep the order they are given in, so that the same value is always the same bytes.
public enum JSONText: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written with at most six decimals: more would only be the noise of floating-point sums.
  case decimal(Double)
  case string(String)
  case array([JSONText])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONText

    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// A string, or null.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// On one line, without spaces that mean nothing.
  public var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indentation: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Indented by two, for people and for comparing versions; ends with a line feed.
  public var pretty: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indentation: 0)
    bytes.append(0x0A)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], indentation: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .decimal(let value): bytes += JSONText.text(of: value).utf8
    case .string(let value): JSONText.write(value, to: &bytes)
    case .array(let elements):
      JSONText.write(elements, open: "[", close: "]", to: &bytes, indentation: indentation) { element, inner, bytes in
        element.write(to: &bytes, indentation: inner)
      }
    case .object(let members):
      JSONText.write(members, open: "{", close: "}", to: &bytes, indentation: indentation) { member, inner, bytes in
        JSONText.write(member.name, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, indentation: inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], open: String, close: String, to bytes: inout [UInt8], indentation: Int?,
    _ each: (Element, Int?, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    let inner = indentation.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += (inner == nil ? ", " : ",").utf8 }
      if let inner { bytes += ("\n" + String(repeating: " ", count: inner)).utf8 }
      each(element, inner, &bytes)
    }
    if let indentation, !elements.isEmpty { bytes += ("\n" + String(repeating: " ", count: indentation)).utf8 }
    bytes += close.utf8
  }

  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
  }

  /// Control characters are escaped, everything else stands as it is; the two line separators too, which
  /// JavaScript takes for line ends.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() {
        // Whatever needs no escape goes in runs. The line separators U+2028 and U+2029 begin with E2.
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2 else { continue }
        guard let escape = escape(utf8, at: index) else { continue }
        bytes.append(contentsOf: utf8[start..<index])
        bytes += escape.text.utf8
        start = index + escape.length
      }
      bytes.append(contentsOf: utf8[min(start, utf8.count)...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What is written for the character that begins at a byte, and its length; nil where it stands for itself.
  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
    switch utf8[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case 0xE2:
      guard index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 else {
        return nil
      }
      return (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
    default:
      let digits = String(utf8[index], radix: 16)
      return ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits, 1)
    }
  }
}
