/// Which column of a table holds which field of a tie.
public struct ColumnMapping: Hashable, Sendable {
  /// What a tie may have. ``source`` and ``target`` are needed, and of signed kinds ``weight`` or ``sign``.
  public enum Field: String, CaseIterable, Sendable {
    case source, target, weight, sign, kind, event, date, begin, end, confidence, modality
    /// Kinds of the two ends.
    case sourceKind = "source_kind"
    case targetKind = "target_kind"
    /// The claim's own name, the document it is from, and what stands there.
    case id, document, title, publisher, reported, text
  }

  /// Columns by their header, whatever its case.
  public var columns: [Field: String]

  public init(_ columns: [Field: String] = [:]) { self.columns = columns }

  /// Headers that are understood without being mapped.
  private static let usual: [Field: [String]] = [
    .source: ["source", "from", "actor1", "source_name"], .target: ["target", "to", "actor2", "target_name"],
    .weight: ["weight", "value", "strength"], .kind: ["kind", "type", "relation"],
    .begin: ["begin", "start", "begin_date"],
    .end: ["end", "end_date", "until"], .date: ["date"], .document: ["document", "url"],
    .text: ["text", "evidence", "note"],
  ]

  /// The places of the fields in a header row, and the columns that nothing was made of.
  ///
  /// - Throws: `ColumnProblem` where a mapped column is missing, or a needed field has none.
  func places(in header: [String]) throws(ColumnProblem) -> (places: [Field: Int], unused: [String]) {
    let names = header.map { ColumnMapping.folded($0) }
    var places: [Field: Int] = [:]
    for field in Field.allCases {
      if let column = columns[field] {
        guard let place = names.firstIndex(of: ColumnMapping.folded(column)) else {
          throw ColumnProblem(
            "there is no column \"\(column)\" to take \(field.rawValue) from; the header has \(ColumnMapping.list(header))"
          )
        }
        places[field] = place
      } else {
        let taken = Set(columns.values.map(ColumnMapping.folded))
        places[field] =
          (ColumnMapping.usual[field] ?? [field.rawValue]).lazy.compactMap { name in
            taken.contains(name) ? nil : names.firstIndex(of: name)
          }.first
      }
    }
    for field in [Field.source, .target] where places[field] == nil {
      throw ColumnProblem(
        "no column \"\(field.rawValue)\"; the header has \(ColumnMapping.list(header)). Say which is meant: --map "
          + "\(field.rawValue)=COLUMN")
    }
    let used = Set(places.values)
    return (places, header.indices.filter { !used.contains($0) && !header[$0].isEmpty }.map { header[$0] })
  }

  private static func folded(_ name: String) -> String {
    String(name.drop { $0.isWhitespace }).lowercased().replacingSpaces
  }

  private static func list(_ header: [String]) -> String { header.prefix(20).joined(separator: ", ") }
}

/// Why a table's columns cannot be understood.
struct ColumnProblem: Error {
  var rule: String
  init(_ rule: String) { self.rule = rule }
}

extension String {
  /// Without white space at the end, and with underscores for it amid.
  fileprivate var replacingSpaces: String {
    split(whereSeparator: \.isWhitespace).joined(separator: "_")
  }
}
