import CAssets

/// A table of codes that comes with the program: tab-separated, a header row, `#` lines of provenance.
struct CodeTable {
  /// Cells by row, in order of the columns.
  private(set) var rows: [[Substring]] = []

  init(_ asset: entente_asset) {
    let text = String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      rows.append(line.split(separator: "\t", omittingEmptySubsequences: false))
    }
    rows.removeFirst()
  }
}
