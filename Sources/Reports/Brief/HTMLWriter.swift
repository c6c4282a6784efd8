/// Writes parts of a report as HTML, to be set into a page.
public struct HTMLWriter: Sendable {
  /// What ids begin with, so that two answers in one page do not clash.
  public var scope: String

  public init(scope: String = "entente") { self.scope = scope }

  /// The parts, each on lines of its own; ends with a line feed.
  public func text(of parts: [ReportPart]) -> String {
    let cited = Set(parts.flatMap { part in if case .notes(let notes) = part { notes.map(\.number) } else { [Int]() } })
    return parts.map { text($0, cited) }.joined()
  }

  private func text(_ part: ReportPart, _ cited: Set<Int>) -> String {
    switch part {
    case .heading(let level, let prose): return "<h\(level)>\(inline(prose, cited))</h\(level)>\n"
    case .paragraph(let prose): return "<p>\(inline(prose, cited))</p>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(inline($0, cited))</li>\n" }.joined() + "</ul>\n"
    case .table(let table): return text(table, cited)
    case .notes(let notes):
      return "<ol>\n"
        + notes.map { note in
          "<li id=\"\(scope)-n\(note.number)\" value=\"\(note.number)\">\(HTMLWriter.escaped(note.text)) "
            + "<cite>\(HTMLWriter.escaped(note.source))</cite></li>\n"
        }.joined() + "</ol>\n"
    // Ends of lines as references: the page may indent what it holds, and must not indent this.
    case .verbatim(let text):
      return "<pre><code>\(VerbatimText.lines(text).map(HTMLWriter.escaped).joined(separator: "&#10;"))</code></pre>\n"
    case .picture(let picture):
      guard let address = picture.address else { return "<figure>\n\(picture.svg)</figure>\n" }
      let alternative = HTMLWriter.escaped(picture.alternative)
      return "<figure>\n<img src=\"\(HTMLWriter.escaped(address))\" alt=\"\(alternative)\">\n</figure>\n"
    }
  }

  private func text(_ table: ReportTable, _ cited: Set<Int>) -> String {
    func style(_ column: Int) -> String {
      column < table.alignments.count && table.alignments[column] == .right ? " style=\"text-align:right\"" : ""
    }
    let header = table.header.enumerated().map { "<th scope=\"col\"\(style($0))>\(HTMLWriter.escaped($1))</th>" }
    let rows = table.rows.map { row in
      "<tr>" + row.enumerated().map { "<td\(style($0))>\(inline($1, cited))</td>" }.joined() + "</tr>\n"
    }
    return "<table>\n<thead><tr>\(header.joined())</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  private func inline(_ prose: Prose, _ cited: Set<Int>) -> String {
    prose.runs.map { run in
      switch run {
      case .text(let text): HTMLWriter.escaped(text)
      case .strong(let text): "<strong>\(HTMLWriter.escaped(text))</strong>"
      case .citation(let numbers):
        numbers.map {
          cited.contains($0) ? "<a class=\"entente-cite\" href=\"#\(scope)-n\($0)\">[\($0)]</a>" : "[\($0)]"
        }.joined()
      }
    }.joined()
  }

  /// A text as nothing but text, within an element or an attribute.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
