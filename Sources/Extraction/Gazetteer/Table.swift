/// One of the tables that come with the program: tab-separated values with a header row and `#` lines of
/// provenance. Cells are ranges of the table's bytes; a list within a cell is parted by `|`.
struct Table {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var columns: [String] = []
  private var cells: [Range<Int>] = []
  private(set) var rowCount = 0

  /// Reads the cells of well-formed bytes; a short row has empty cells at its end.
  ///
  /// - Complexity: O(bytes).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start, bytes[start] != 0x23 { readLine(start..<end) }
      start = end + 1
    }
  }

  private mutating func readLine(_ line: Range<Int>) {
    let isHeader = columns.isEmpty
    var start = line.lowerBound
    var column = 0
    for index in line.lowerBound...line.upperBound where index == line.upperBound || bytes[index] == 0x09 {
      if isHeader {
        columns.append(String(decoding: bytes[start..<index], as: UTF8.self))
      } else if column < columns.count {
        cells.append(start..<index)
      }
      column += 1
      start = index + 1
    }
    guard !isHeader else { return }
    while column < columns.count {
      cells.append(line.upperBound..<line.upperBound)
      column += 1
    }
    rowCount += 1
  }

  /// The place of a column, or nil where the table has none of that name.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  func range(_ row: Int, _ column: Int?) -> Range<Int> {
    guard let column else { return 0..<0 }
    return cells[row * columns.count + column]
  }

  func text(_ row: Int, _ column: Int?) -> String {
    String(decoding: bytes[range(row, column)], as: UTF8.self)
  }

  func isEmpty(_ row: Int, _ column: Int?) -> Bool { range(row, column).isEmpty }

  /// The members of a list, without empty ones.
  func forEachItem(_ row: Int, _ column: Int?, _ body: (Range<Int>) -> Void) {
    let cell = range(row, column)
    guard !cell.isEmpty else { return }
    var start = cell.lowerBound
    for index in cell.lowerBound...cell.upperBound where index == cell.upperBound || bytes[index] == 0x7C {
      if index > start { body(start..<index) }
      start = index + 1
    }
  }

  /// The first member of a list, or nothing.
  func firstItem(_ row: Int, _ column: Int?) -> String {
    var first: String?
    forEachItem(row, column) { if first == nil { first = text($0) } }
    return first ?? ""
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
