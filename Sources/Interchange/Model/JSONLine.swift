import Reading

/// JSON on one line, with numbers as exact as they are, for other programs and for reading back.
enum JSONLine {
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

  /// Members without a value are left out.
  static func object(_ members: [(name: String, value: String?)]) -> String {
    "{"
      + members.compactMap { member in member.value.map { string(member.name) + ": " + $0 } }.joined(separator: ", ")
      + "}"
  }

  /// A list of texts as one text, for formats that have no lists.
  static func list(_ texts: [String]) -> String { array(texts.map(string)) }

  /// The texts of such a list; a text that is none is a list of one.
  static func texts(_ text: String) -> [String] {
    guard text.hasPrefix("["), let value = try? JSONReader.value(of: Array(text.utf8)) else {
      return text.isEmpty ? [] : [text]
    }
    return value.elements.compactMap(\.text)
  }
}

extension JSONValue {
  /// Elements of an array; none for what is no array.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements.map(\.value) } else { [] }
  }

  var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }
}
