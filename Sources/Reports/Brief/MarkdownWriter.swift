/// Writes parts of a report as Markdown: CommonMark with the tables of GitHub's dialect.
///
/// Sources: CommonMark 0.31.2; GitHub Flavored Markdown 0.29, section 4.10.
public struct MarkdownWriter: Sendable {
  public init() {}

  /// The parts with a blank line between; ends with a line feed. No line between is empty within a picture, which would
  /// end the HTML that it is to Markdown.
  public func text(of parts: [ReportPart]) -> String {
    parts.map(text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func text(_ part: ReportPart) -> String {
    switch part {
    case .heading(let level, let prose): String(repeating: "#", count: level) + " " + inline(prose) + "\n"
    case .paragraph(let prose): lineStart(inline(prose)) + "\n"
    case .list(let items): items.map { "- " + lineStart(inline($0)) + "\n" }.joined()
    case .table(let table): text(table)
    case .notes(let notes):
      notes.map { note in
        "\(note.number). " + lineStart(MarkdownWriter.escaped(note.text)) + " — "
          + MarkdownWriter.escaped(note.source) + "\n"
      }.joined()
    case .picture(let picture): text(picture)
    case .verbatim(let text): fenced(text)
    }
  }

  /// A fence longer than any run of its marks within, so that no line can end it.
  private func fenced(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)console\n\(VerbatimText.lines(text).joined(separator: "\n"))\n\(fence)\n"
  }

  private func text(_ table: ReportTable) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return row(table.header.map { MarkdownWriter.escaped($0) })
      + row(table.alignments.map { $0 == .right ? "--:" : "---" })
      + table.rows.map { row($0.map(inline)) }.joined()
  }

  private func text(_ picture: ReportPicture) -> String {
    if let address = picture.address { return "![\(MarkdownWriter.escaped(picture.alternative))](\(address))\n" }
    let lines = picture.svg.split(separator: "\n")
    return "<figure>\n" + lines.joined(separator: "\n") + "\n</figure>\n"
  }

  private func inline(_ prose: Prose) -> String {
    prose.runs.map { run in
      switch run {
      case .text(let text): MarkdownWriter.escaped(text, trimmed: false)
      case .strong(let text): "**" + MarkdownWriter.escaped(text) + "**"
      case .citation(let numbers): numbers.map { "\\[\($0)\\]" }.joined()
      }
    }.joined()
  }

  /// Text that Markdown would take for a list, a heading or a rule at the beginning of a line.
  private func lineStart(_ text: String) -> String {
    guard let first = text.utf8.first else { return text }
    if "#+-=:".utf8.contains(first) { return "\\" + text }
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let mark = text.utf8.dropFirst(digits.count).first, ".)".utf8.contains(mark) else {
      return text
    }
    return String(text.prefix(digits.count)) + "\\" + text.dropFirst(digits.count)
  }

  /// A text as nothing but text: on one line, with every mark of Markdown and of HTML taken its meaning.
  ///
  /// - Parameter trimmed: Whether spaces at both ends go.
  public static func escaped(_ text: String, trimmed: Bool = true) -> String {
    var line = TerminalText.escaped(text)
    if !trimmed, !line.isEmpty {
      if text.utf8.first == 0x20 { line = " " + line }
      if text.utf8.last == 0x20 { line += " " }
    } else if !trimmed, !text.isEmpty {
      line = " "
    }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    let scalars = Array(line.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "^", "@", "{", "}":
        result.append("\\")
        result.append(scalar)
      // What GitHub makes a link of by itself.
      case ":" where next == "/", "." where previous == "w" && next != " ", "!" where next == "[":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}
