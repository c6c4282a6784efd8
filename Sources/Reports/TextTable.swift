/// Rows of text in columns that line up.
public struct TextTable: Sendable {
  public enum Alignment: Sendable { case left, right }

  public var header: [String]
  public var alignments: [Alignment]
  public private(set) var rows: [[String]] = []

  /// - Parameter header: one name a column; a `>` before it sets the column to the right.
  public init(_ header: [String]) {
    self.header = header.map { $0.hasPrefix(">") ? String($0.dropFirst()) : $0 }
    alignments = header.map { $0.hasPrefix(">") ? .right : .left }
  }

  /// Cells come from texts, and are made fit for a terminal.
  public mutating func add(_ cells: [String]) { rows.append(cells.map(TerminalText.escaped)) }

  /// The table, each line with its end. Cells wider than `mostColumns` are cut.
  public func text(mostColumns: Int = 48) -> String {
    let all = ([header] + rows).map { row in row.map { TerminalText.cut($0, to: mostColumns) } }
    let widths = header.indices.map { column in all.map { TerminalText.width($0[column]) }.max() ?? 0 }
    return all.map { row in
      var line = row.indices.map { column in
        let filler = String(repeating: " ", count: widths[column] - TerminalText.width(row[column]))
        return alignments[column] == .right ? filler + row[column] : row[column] + filler
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
