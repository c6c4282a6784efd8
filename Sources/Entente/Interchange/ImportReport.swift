/// What an import made of a file: what was taken, what was passed over, and why.
public struct ImportReport: Sendable {
  /// The id of the file's document.
  public var file: String
  public var format: InterchangeFormat
  /// Whether the same file was stored already, so that nothing was done.
  public var isUnchanged = false
  /// Rows that were looked at.
  public var rows = 0
  /// Claims that were stored.
  public var added = 0
  /// Claims that were stored already under their own name.
  public var known = 0
  /// Sound rows that tell no tie, by reason.
  public var skipped: [String: Int] = [:]
  /// Rows that break a rule.
  public var bad = 0
  /// The first of them.
  public var problems: [(line: Int, rule: String)] = []
  /// Countries that names and codes were understood as.
  public var countries = 0
  /// Other entities of the graph that names were understood as.
  public var matched = 0
  /// Entities that the file brought: how many, and the first of them.
  public var made = 0
  public var newNames: [String] = []
  /// Columns that nothing was made of.
  public var unusedColumns: [String] = []

  /// So many are kept for the report.
  static let most = 20

  init(file: String, format: InterchangeFormat) {
    self.file = file
    self.format = format
  }

  public var json: JSONText {
    .object([
      .init("file", .string(file)), .init("format", .string(format.rawValue)), .init("unchanged", .bool(isUnchanged)),
      .init("rows", .integer(rows)), .init("added", .integer(added)), .init("known", .integer(known)),
      .init(
        "skipped",
        .object(skipped.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })),
      .init("bad", .integer(bad)),
      .init(
        "problems",
        .array(problems.map { .object([.init("line", .integer($0.line)), .init("rule", .string($0.rule))]) })),
      .init("countries", .integer(countries)), .init("matched", .integer(matched)), .init("new", .integer(made)),
      .init("new_names", .array(newNames.map { .string($0) })),
      .init("unused_columns", .array(unusedColumns.map { .string($0) })),
    ])
  }

  public var text: String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    let name = TerminalText.escaped(file)
    if isUnchanged { return "\(name): imported before, unchanged\n" }
    var text = "\(name): \(counted(added, "claim", "claims")) added from \(counted(rows, "row", "rows"))\n"
    if known > 0 { text += "  \(known) known already under their own name\n" }
    for (reason, count) in skipped.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      text += "  \(count) skipped: \(TerminalText.escaped(reason))\n"
    }
    if bad > 0 { text += "  \(counted(bad, "bad row", "bad rows"))\n" }
    var names = "  names: \(counted(countries, "country", "countries")), \(matched) known"
    names += ", \(made) new"
    if !newNames.isEmpty {
      names +=
        " (" + newNames.map(TerminalText.escaped).joined(separator: ", ") + (made > newNames.count ? ", …)" : ")")
    }
    text += names + "\n"
    if !unusedColumns.isEmpty {
      text += "  columns without use: \(unusedColumns.map(TerminalText.escaped).joined(separator: ", "))\n"
    }
    return text
  }
}
