import Reading

/// Rows of a table whose cells are parted by commas, semicolons or tabs, read in pieces, so that a table may be larger
/// than memory.
///
/// Cells in double quotes may hold separators, line ends and doubled quotes (RFC 4180); in tables parted by tabs a
/// quote is a letter like any other. A row is at most 1 MiB: a quote that is never closed costs its own line, not the
/// rest of the file.
///
/// - Complexity: linear in the bytes; memory in the longest row.
final class DelimitedReader {
  /// A row and where it begins.
  struct Row {
    /// From 1.
    var line: Int
    /// The row's bytes without its end.
    var bytes: [UInt8]
    fileprivate var cells: [Range<Int>]
    /// Whether a quote is never closed.
    var isBroken: Bool

    var count: Int { cells.count }

    /// A cell's text, unquoted; nothing for a cell that the row lacks.
    func text(_ cell: Int?) -> String {
      guard let cell, cell < cells.count else { return "" }
      var range = cells[cell]
      guard range.count >= 2, bytes[range.lowerBound] == 0x22, bytes[range.upperBound - 1] == 0x22, isQuoting else {
        return DelimitedReader.decode(bytes[range])
      }
      range = range.lowerBound + 1..<range.upperBound - 1
      guard bytes[range].contains(0x22) else { return DelimitedReader.decode(bytes[range]) }
      var unquoted: [UInt8] = []
      var isSecond = false
      for byte in bytes[range] {
        isSecond = byte == 0x22 && !isSecond
        if !isSecond { unquoted.append(byte) }
      }
      return DelimitedReader.decode(unquoted[...])
    }

    /// The row as written, on one line and cut to 1,000 bytes.
    var excerpt: String {
      var kept = bytes.prefix(1000)
      // Not amid a character.
      while kept.count == 1000, let last = kept.last, last >= 0x80, last < 0xC0 { kept.removeLast() }
      if kept.count >= 997, let last = kept.last, last >= 0xC0 { kept.removeLast() }
      return DelimitedReader.decode(kept) + (kept.count < bytes.count ? "…" : "")
    }

    fileprivate var isQuoting: Bool
  }

  static let longestRow = 1 << 20

  private let input: FileInput
  private let path: String?
  private let onRead: (Int) -> Void
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var total = 0
  private var line = 1
  private(set) var separator: UInt8

  /// - Parameters:
  ///   - path: nil for standard input.
  ///   - separator: nil to take from the first line whichever of comma, semicolon and tab it has most of.
  ///   - onRead: told how many bytes were read so far.
  init(path: String?, separator: UInt8? = nil, onRead: @escaping (Int) -> Void = { _ in }) throws {
    input = try FileInput(path: path)
    self.path = path
    self.onRead = onRead
    self.separator = separator ?? 0x2C
    while buffer.count < 1 << 16, !isAtEnd { try fill() }
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw InterchangeError(path: path, rule: "is UTF-16; save it as UTF-8")
    }
    if buffer.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw InterchangeError(
        path: path, rule: "is a ZIP archive; unpack it: unzip -p FILE | entente import - --name NAME --format FORMAT")
    }
    if buffer.starts(with: [0x1F, 0x8B]) {
      throw InterchangeError(
        path: path, rule: "is compressed; unpack it: zcat FILE | entente import - --name NAME --format FORMAT")
    }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if separator == nil {
      let head = buffer[start...].prefix { $0 != 0x0A }
      let counts = [UInt8(0x2C), 0x3B, 0x09].map { byte in (byte, head.count { $0 == byte }) }
      self.separator = counts.max { $0.1 < $1.1 }?.0 ?? 0x2C
    }
  }

  private func fill() throws {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    let before = buffer.count
    isAtEnd = try !input.read(into: &buffer, count: 1 << 20)
    total += buffer.count - before
    onRead(total)
  }

  /// The next row that is not empty, or nil after the last.
  func next() throws -> Row? {
    while let row = try nextLine() {
      if row.bytes.contains(where: { $0 > 0x20 }) { return row }
    }
    return nil
  }

  private func nextLine() throws -> Row? {
    let isQuoting = separator != 0x09
    while true {
      var cells: [Range<Int>] = []
      var cell = start
      var isInQuotes = false
      var lineEnds = 0
      var firstLineEnd: Int?
      var end: Int?
      let separator = separator
      buffer.withUnsafeBufferPointer { bytes in
        var i = start
        while i < bytes.count {
          let byte = bytes[i]
          if byte == 0x22, isQuoting, isInQuotes || i == cell {
            isInQuotes.toggle()
          } else if byte == 0x22, isQuoting, i > cell, bytes[i - 1] == 0x22, bytes[cell] == 0x22 {
            isInQuotes.toggle()
          } else if byte == 0x0A {
            if firstLineEnd == nil { firstLineEnd = i }
            if !isInQuotes {
              end = i
              break
            }
            lineEnds += 1
            if i - start > DelimitedReader.longestRow { break }
          } else if byte == separator, !isInQuotes {
            cells.append(cell - start..<i - start)
            cell = i + 1
          }
          i += 1
        }
      }
      let isTooLong = buffer.count - start > DelimitedReader.longestRow
      if end == nil, !isAtEnd, !isTooLong {
        try fill()
        continue
      }
      if end == nil, isInQuotes || isTooLong {
        // A quote is never closed, or a line is endless: only this line is lost.
        guard let stop = firstLineEnd ?? (isAtEnd ? buffer.count : nil) else {
          throw InterchangeError(path: path, line: line, rule: "a line is longer than 1 MiB; this is no table of ties")
        }
        defer {
          start = min(stop + 1, buffer.count)
          line += 1
        }
        return Row(line: line, bytes: Array(buffer[start..<stop]), cells: [], isBroken: true, isQuoting: isQuoting)
      }
      guard end != nil || start < buffer.count else { return nil }
      var stop = end ?? buffer.count
      let next = min(stop + 1, buffer.count)
      if stop > start, buffer[stop - 1] == 0x0D { stop -= 1 }
      cells.append(min(cell, stop) - start..<stop - start)
      let row = Row(
        line: line, bytes: Array(buffer[start..<stop]), cells: cells, isBroken: false, isQuoting: isQuoting)
      start = next
      line += 1 + lineEnds
      return row
    }
  }

  /// UTF-8, or where it is none Latin-1, which every sequence of bytes is.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
