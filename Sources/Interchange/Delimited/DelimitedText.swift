/// Cells of tables parted by commas (RFC 4180), safe to open in a spreadsheet.
enum DelimitedText {
  /// A cell of text, in quotes where it needs them.
  ///
  /// What a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab, carriage return at its head) gets an
  /// apostrophe before it, which ``unguarded(_:)`` takes away again.
  static func cell(_ text: String) -> String {
    quoted(isFormula(text.utf8.drop { $0 == 0x27 }) ? "'" + text : text)
  }

  static func unguarded(_ text: String) -> String {
    let bytes = text.utf8
    return bytes.first == 0x27 && isFormula(bytes.drop { $0 == 0x27 }) ? String(text.dropFirst()) : text
  }

  private static func isFormula(_ text: Substring.UTF8View) -> Bool {
    switch text.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    guard
      text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D, 0x3B].contains($0) }) || text.utf8.first == 0x20
        || text.utf8.last == 0x20
    else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
