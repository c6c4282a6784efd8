/// Writes parts of a report as blocks of pandoc's document tree, in JSON.
///
/// Source: pandoc-types 1.22 and 1.23, whose blocks are the same as far as these go.
struct PandocText {
  /// Whether TeX sets it, whose common fonts lack some characters, and which breaks no line of code.
  var isLaTeX = false
  /// A picture as a block.
  var picture: (ReportPicture) throws -> JSONText

  func blocks(_ parts: [ReportPart]) throws -> [JSONText] {
    try parts.flatMap { part in
      if case .verbatim(let text) = part { return verbatim(text) }
      return [try block(part)]
    }
  }

  private func block(_ part: ReportPart) throws -> JSONText {
    switch part {
    case .heading(let level, let prose):
      PandocText.node("Header", [.integer(level), PandocText.attributes, .array(inlines(prose))])
    case .paragraph(let prose): PandocText.node("Para", inlines(prose))
    case .list(let items): PandocText.node("BulletList", items.map { .array([plain($0)]) })
    case .notes(let notes):
      PandocText.node(
        "OrderedList",
        [
          .array([.integer(notes.first?.number ?? 1), .tag("Decimal"), .tag("Period")]),
          .array(notes.map { .array([plain(Prose($0.text + " — " + $0.source))]) }),
        ])
    case .table(let table): self.table(table)
    case .picture(let picture): try self.picture(picture)
    case .verbatim(let text): PandocText.code(VerbatimText.lines(text))
    }
  }

  private func verbatim(_ text: String) -> [JSONText] {
    let lines = VerbatimText.lines(text)
    guard isLaTeX else { return [PandocText.code(lines)] }
    // Small enough for what a terminal shows, and broken where that does not do: it would run off the page.
    let broken = lines.flatMap { line -> [String] in
      var rest = Substring(PandocText.plain(line))
      var pieces: [String] = []
      while rest.count > PandocText.columnsOfLaTeX {
        pieces.append(String(rest.prefix(PandocText.columnsOfLaTeX)))
        rest = "    " + rest.dropFirst(PandocText.columnsOfLaTeX)
      }
      return pieces + [String(rest)]
    }
    func raw(_ text: String) -> JSONText { PandocText.node("RawBlock", [.string("latex"), .string(text)]) }
    return [raw("\\begingroup\\scriptsize"), PandocText.code(broken), raw("\\endgroup")]
  }

  /// Of letters of one width in `\scriptsize` on a page of the standard classes.
  private static let columnsOfLaTeX = 92

  private static func code(_ lines: [String]) -> JSONText {
    node("CodeBlock", [attributes, .string(lines.joined(separator: "\n"))])
  }

  /// With what the fonts of TeX lack in letters of one width in place of it.
  private static func plain(_ line: String) -> String {
    line.reduce(into: "") { text, character in
      switch character {
      case "−", "–", "—": text += "-"
      case "→": text += ">"
      case "←": text += "<"
      case "…": text += "."
      default: text.append(character)
      }
    }
  }

  private func table(_ table: ReportTable) -> JSONText {
    // Columns as wide as their texts ask for, so that long ones break in formats with pages; headers break at words.
    let lengths = table.header.indices.map { column in
      let cells = table.rows.map { column < $0.count ? $0[column].plain.count : 0 }
      let header = table.header[column]
      let word = header.split(separator: " ").map(\.count).max() ?? 0
      return Double(min(44, max(word + 2, header.count / 3, cells.max() ?? 0)) + 2)
    }
    let whole = lengths.reduce(0, +)
    let columns = zip(table.alignments, lengths).map { alignment, length -> JSONText in
      .array([
        .tag(alignment == .right ? "AlignRight" : "AlignLeft"),
        .object([.init("t", .string("ColWidth")), .init("c", .decimal(length / max(whole, 1)))]),
      ])
    }
    func row(_ cells: [Prose]) -> JSONText {
      .array([
        PandocText.attributes,
        .array(
          cells.map { cell in
            .array([PandocText.attributes, .tag("AlignDefault"), .integer(1), .integer(1), .array([plain(cell)])])
          }),
      ])
    }
    return PandocText.node(
      "Table",
      [
        PandocText.attributes, .array([.null, .array([])]), .array(columns),
        .array([PandocText.attributes, .array([row(table.header.map { Prose($0) })])]),
        .array([.array([PandocText.attributes, .integer(0), .array([]), .array(table.rows.map(row))])]),
        .array([PandocText.attributes, .array([])]),
      ])
  }

  private func plain(_ prose: Prose) -> JSONText { PandocText.node("Plain", inlines(prose)) }

  private func inlines(_ prose: Prose) -> [JSONText] {
    prose.runs.flatMap { run -> [JSONText] in
      switch run {
      case .text(let text): words(text)
      case .strong(let text): [PandocText.node("Strong", words(text))]
      case .citation(let numbers): [PandocText.string(numbers.map { "[\($0)]" }.joined())]
      }
    }
  }

  /// A text as words with spaces between. It is text for good: no format's marks have a meaning in it.
  static func words(_ text: String) -> [JSONText] {
    var result: [JSONText] = []
    var word = ""
    for character in TerminalText.escaped("|" + text + "|").dropFirst().dropLast() {
      guard character == " " else {
        word.append(character)
        continue
      }
      if !word.isEmpty { result.append(string(word)) }
      word = ""
      result.append(.tag("Space"))
    }
    return word.isEmpty ? result : result + [string(word)]
  }

  /// The same; the minus of a figure is one of mathematics to TeX.
  private func words(_ text: String) -> [JSONText] {
    let parts = text.split(separator: "−", omittingEmptySubsequences: false)
    guard isLaTeX, parts.count > 1 else { return PandocText.words(text) }
    let minus = PandocText.node("Math", [.tag("InlineMath"), .string("-")])
    return parts.enumerated().flatMap { place, part in
      (place > 0 ? [minus] : []) + PandocText.words(String(part))
    }
  }

  static let attributes = JSONText.array([.string(""), .array([]), .array([])])

  static func string(_ text: String) -> JSONText { .object([.init("t", .string("Str")), .init("c", .string(text))]) }

  static func node(_ type: String, _ content: [JSONText]) -> JSONText {
    .object([.init("t", .string(type)), .init("c", .array(content))])
  }
}

extension JSONText {
  /// A node of pandoc's tree without content.
  static func tag(_ type: String) -> JSONText { .object([.init("t", .string(type))]) }
}
