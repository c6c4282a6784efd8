package import Foundation

/// A table of expected values beside a test: tab-separated, a header row, `#` lines that say where it comes from.
package struct ExpectedTable: Sendable {
  package let columns: [String]
  package let rows: [[String]]

  /// - Parameters:
  ///   - name: Of the file in the folder `Expected` beside the source.
  ///   - source: The path of the test's source file.
  package init(_ name: String, besideSource source: String) throws {
    let url = URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent("Expected/\(name)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    columns = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// The value of a column in a row; empty where there is none.
  package func value(_ column: String, in row: [String]) -> String {
    columns.firstIndex(of: column).flatMap { $0 < row.count ? row[$0] : nil } ?? ""
  }
}
