/// Lines of a file, read in pieces, so that a file of records may be larger than memory.
package struct LineInput: ~Copyable {
  private let input: FileInput
  private let path: String?
  private let limit: Int
  private var buffer: [UInt8]
  private var start: Int
  private var atEnd: Bool
  package private(set) var line = 0

  package init(path: String?, limit: Int) throws(ReadingError) {
    let file = try FileInput(path: path)
    var bytes: [UInt8] = []
    var isWhole = false
    while bytes.count < 4, !isWhole { isWhole = try !file.read(into: &bytes, count: 1 << 16) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      // UTF-16: rare, and not to be cut at line ends by bytes, so read whole.
      while try file.read(into: &bytes, count: 1 << 20) {
        if bytes.count > limit { throw ReadingError(.tooLarge(limit: limit), path: path) }
      }
      isWhole = true
      do { bytes = Array(try TextDecoding.decode(bytes).text.utf8) } catch { throw ReadingError(error, path: path) }
    }
    input = file
    self.path = path
    self.limit = limit
    buffer = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    atEnd = isWhole
  }

  /// The next line without its end, or nil after the last.
  package mutating func next() throws(ReadingError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        line += 1
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if atEnd {
        guard start < buffer.count else { return nil }
        line += 1
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      if start > 0 {
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
      }
      if buffer.count > limit { throw ReadingError(.tooLarge(limit: limit), path: path, line: line + 1) }
      atEnd = try !input.read(into: &buffer, count: 1 << 20)
    }
  }
}
