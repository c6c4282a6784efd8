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
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      default: bytes += UTF8.encode(scalar)!
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
