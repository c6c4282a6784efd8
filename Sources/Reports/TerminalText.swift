/// Text made fit for a terminal.
public enum TerminalText {
  /// On one line, with control and direction characters made visible, so that no text can move the cursor, set
  /// colours, or pretend to be something else.
  public static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var endsInSpace = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", " ", "\u{A0}", "\u{2028}", "\u{2029}":
        if !endsInSpace, !result.isEmpty { result.append(" ") }
        endsInSpace = true
        continue
      case "\u{0}"..."\u{1F}": result.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case "\u{7F}": result.append("\u{2421}")
      case "\u{80}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
      endsInSpace = false
    }
    if endsInSpace, !result.isEmpty { result.removeLast() }
    return String(result)
  }

  /// Columns that a text takes: two for a character of East Asian scripts, none for a combining mark.
  public static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .enclosingMark
        || scalar == "\u{200D}" || (0xFE00...0xFE0F).contains(scalar.value)
      {
        return sum
      }
      return sum + (isWide(scalar.value) ? 2 : 1)
    }
  }

  /// Cut to a number of columns, with an ellipsis where something was cut.
  public static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += width(String(character))
      if used > columns { break }
      result.append(character)
    }
    return result + "…"
  }

  /// Filled with spaces to a number of columns.
  public static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  /// Broken at spaces into lines of at most so many columns, each after the first indented.
  public static func wrapped(_ text: String, columns: Int, indentation: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let room = columns - (lines.isEmpty ? 0 : width(indentation))
      if !line.isEmpty, width(line) + 1 + width(String(word)) > room {
        lines.append(line)
        line = String(word)
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n" + indentation)
  }

  /// The blocks that terminals draw two columns wide (Unicode Standard Annex 11, W and F, by block).
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
