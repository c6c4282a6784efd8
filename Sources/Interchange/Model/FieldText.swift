import Diplomacy
import Provenance
import Reading

/// Values as cells and attributes write them.
enum FieldText {
  static func trimmed(_ text: String) -> String {
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last) else { return text }
    let head = text.utf8.drop(while: isSpace)
    let count = head.reversed().drop(while: isSpace).count
    return String(decoding: head.prefix(count), as: UTF8.self)
  }

  /// What tables write where they have nothing.
  static func isMissing(_ text: String) -> Bool {
    switch text {
    case "", ".", "NA", "N/A", "NaN", "nan", "None", "none", "null", "NULL": text != "NaN" && text != "nan"
    default: false
    }
  }

  /// A number, with a comma or the minus sign of typography if need be.
  static func number(_ text: String) -> Double? {
    if let value = Double(text) { return value }
    let plain = text.replacing("\u{2212}", with: "-").replacing(",", with: ".")
    return Double(plain)
  }

  static func sign(_ text: String) -> Double? {
    switch text.lowercased() {
    case "+", "1", "+1", "1.0", "positive", "pos", "friend", "friendly", "ally": 1
    case "-", "\u{2212}", "-1", "\u{2212}1", "-1.0", "negative", "neg", "enemy", "hostile", "rival": -1
    default: nil
    }
  }

  static func date(_ text: String) throws(RowProblem) -> CalendarDate {
    guard let date = DateField.date(of: text) else {
      throw .rule("\"\(shown(text))\" is no date; write 2019-11-12, 2019-11 or 2019")
    }
    return date
  }

  static func claimKind(_ text: String) throws(RowProblem) -> ClaimKind {
    guard let kind = ClaimKind(rawValue: text.lowercased()) else {
      throw .rule("\"\(shown(text))\" is no kind of tie; kinds are \(list(ClaimKind.allCases))")
    }
    return kind
  }

  static func entityKind(_ text: String) throws(RowProblem) -> EntityKind {
    guard let kind = EntityKind(rawValue: text.lowercased()) else {
      throw .rule("\"\(shown(text))\" is no kind of node; kinds are \(list(EntityKind.allCases))")
    }
    return kind
  }

  static func event(_ text: String) throws(RowProblem) -> EventType {
    guard let event = EventType(rawValue: text.uppercased()) else {
      throw .rule("\"\(shown(text))\" is no PLOVER event type; types are \(list(EventType.allCases))")
    }
    return event
  }

  static func modality(_ text: String) throws(RowProblem) -> Modality {
    guard let modality = Modality(rawValue: text.lowercased()) else {
      throw .rule("\"\(shown(text))\" is no modality; modalities are \(list(Modality.allCases))")
    }
    return modality
  }

  private static func list<Value: RawRepresentable<String>>(_ values: [Value]) -> String {
    values.map(\.rawValue).joined(separator: ", ")
  }

  /// A value as messages show it: cut, for it may be anything.
  static func shown(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…" : text
  }
}
