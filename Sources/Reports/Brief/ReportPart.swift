/// A part of a report, in no format yet.
///
/// ```swift
/// let parts: [ReportPart] = [.heading(2, Prose("Agreements")), .paragraph(Prose("GSOMIA is expiring."))]
/// let markdown = MarkdownWriter().text(of: parts)
/// ```
public enum ReportPart: Hashable, Sendable {
  /// Level 1 … 6.
  case heading(Int, Prose)
  case paragraph(Prose)
  case list([Prose])
  case table(ReportTable)
  case notes([ReportNote])
  case picture(ReportPicture)
  /// Lines as they are, in letters of one width: what a terminal shows.
  case verbatim(String)
}

/// A table with a header.
public struct ReportTable: Hashable, Sendable {
  public var header: [String]
  public var alignments: [TextTable.Alignment]
  public var rows: [[Prose]]

  /// - Parameter header: one name a column; a `>` before it sets the column to the right.
  public init(_ header: [String], rows: [[Prose]] = []) {
    let table = TextTable(header)
    self.header = table.header
    alignments = table.alignments
    self.rows = rows
  }
}

/// A numbered sentence that statements of a report rest on.
public struct ReportNote: Hashable, Sendable {
  public var number: Int
  /// The sentence, in quotation marks.
  public var text: String
  /// "02-milley-in-tokyo, Wire, 12 November 2019, sentence 4".
  public var source: String

  public init(number: Int, text: String, source: String) {
    self.number = number
    self.text = text
    self.source = source
  }
}

/// A picture within a report.
public struct ReportPicture: Hashable, Sendable {
  public var svg: String
  /// What it shows, for those who do not see it.
  public var alternative: String
  /// Where the picture is a file: its address from the report. Nil sets it into the report itself.
  public var address: String?

  public init(svg: String, alternative: String, address: String? = nil) {
    self.svg = svg
    self.alternative = alternative
    self.address = address
  }
}

extension EvidenceNotes {
  /// The numbers of sentences, each once, ascending.
  mutating func numbers(_ quotations: some Sequence<Quotation>) -> [Int] {
    Set(quotations.map { number($0) }).sorted()
  }

  /// A citation of sentences.
  mutating func citation(_ quotations: some Sequence<Quotation>) -> Prose { .citation(numbers(quotations)) }

  /// The notes as a part of a report; none where nothing is cited.
  var parts: [ReportPart] {
    guard !quotations.isEmpty else { return [] }
    return [
      .notes(
        quotations.enumerated().map { place, quotation in
          ReportNote(
            number: place + 1, text: EvidenceNotes.quoted(quotation.text), source: EvidenceNotes.source(of: quotation))
        })
    ]
  }

  /// In quotation marks, unless it is all direct speech and has its own.
  static func quoted(_ text: String) -> String {
    let words = TerminalText.escaped(text)
    let isQuoted = words.first.map { "“\"«".contains($0) } ?? false && words.last.map { "”\"»".contains($0) } ?? false
    return isQuoted ? words : "“\(words)”"
  }
}

extension ReportPart {
  /// `[{"heading","level"} | {"paragraph"} | {"list"} | {"header","rows"} | {"notes": [{"number","text","source"}]} |
  /// {"picture","alternative"} | {"verbatim"}]`, with citations as "[1]" in the text.
  public static func json(_ parts: [ReportPart]) -> JSONText {
    .array(
      parts.map { part in
        switch part {
        case .heading(let level, let prose):
          .object([.init("heading", .string(prose.plain)), .init("level", .integer(level))])
        case .paragraph(let prose): .object([.init("paragraph", .string(prose.plain))])
        case .list(let items): .object([.init("list", .array(items.map { .string($0.plain) }))])
        case .table(let table):
          .object([
            .init("header", .array(table.header.map { .string($0) })),
            .init("rows", .array(table.rows.map { .array($0.map { .string($0.plain) }) })),
          ])
        case .notes(let notes):
          .object([
            .init(
              "notes",
              .array(
                notes.map {
                  .object([
                    .init("number", .integer($0.number)), .init("text", .string($0.text)),
                    .init("source", .string($0.source)),
                  ])
                }))
          ])
        case .picture(let picture):
          .object([.init("picture", .string(picture.svg)), .init("alternative", .string(picture.alternative))])
        case .verbatim(let text): .object([.init("verbatim", .string(text))])
        }
      })
  }
}
