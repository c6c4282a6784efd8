/// Text that is shown line by line as it is.
package enum VerbatimText {
  /// The lines with their inner spaces, but without spaces at their ends and empty lines at the end of all. Control and
  /// direction characters are made visible: the text may quote what a stranger wrote.
  package static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var shown = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\t", "\u{A0}", "\u{2028}", "\u{2029}": shown.append(" ")
        case "\u{0}"..."\u{1F}": shown.append(Unicode.Scalar(0x2400 + scalar.value)!)
        case "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
          shown.append("\u{FFFD}")
        default: shown.append(scalar)
        }
      }
      return String(shown).trimmedAtEnd
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
