/// A paragraph, a heading or a line of a list: no sentence goes beyond it.
struct TextBlock {
  /// The bytes from the first to the last character that is no white space.
  var range: Range<Int>
  /// How many lines it takes.
  var lines: Int
  /// Its tokens; filled by the tokenizer.
  var tokens = 0..<0
}

/// Cuts a text into blocks at blank lines, and at line ends that are no mere wraps.
///
/// Wire copy is often wrapped at a fixed width, with paragraphs marked by an indent alone; other texts put every paragraph on
/// a line of its own. Which of the two a text is shows in its lines: in a wrapped text nearly every line is so long that the
/// first word of the next one would not have fitted.
///
/// - Complexity: O(bytes).
struct TextBlocks {
  private(set) var blocks: [TextBlock] = []
  private let text: TextBytes
  private let words: WordTable
  private var lines: [Line] = []

  private struct Line {
    /// Without white space at either end; empty for a blank line.
    var content: Range<Int>
    var indent: Int
    var length: Int { content.count + indent }
  }

  init(_ text: TextBytes, words: WordTable) {
    self.text = text
    self.words = words
    readLines()
    let width = wrapWidth()
    var open: TextBlock?
    for (index, line) in lines.enumerated() {
      guard !line.content.isEmpty else {
        if let block = open { blocks.append(block) }
        open = nil
        continue
      }
      if let block = open, continues(lines[index - 1], line, width: width) {
        open = TextBlock(range: block.range.lowerBound..<line.content.upperBound, lines: block.lines + 1)
      } else {
        if let block = open { blocks.append(block) }
        open = TextBlock(range: line.content, lines: 1)
      }
    }
    if let block = open { blocks.append(block) }
    lines = []
  }

  private mutating func readLines() {
    var start = 0
    var first = -1
    var last = 0
    var at = 0
    func close(_ end: Int, _ lines: inout [Line]) {
      lines.append(
        first < 0
          ? Line(content: start..<start, indent: 0) : Line(content: first..<last, indent: min(first - start, 64)))
    }
    while at < text.count {
      let (kind, length) = text.character(at: at)
      if kind == .space {
        let isEnd =
          text[at] == 0x0A || text[at] == 0x0D || length == 3 && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8
        if isEnd {
          close(at, &lines)
          at += text[at] == 0x0D && text.byte(at + 1) == 0x0A ? 2 : length
          start = at
          first = -1
          continue
        }
      } else {
        if first < 0 { first = at }
        last = min(at + length, text.count)
      }
      at += length
    }
    close(text.count, &lines)
  }

  /// The width at which the text is wrapped, or nil where its line ends are the ends of paragraphs.
  private func wrapWidth() -> Int? {
    var width = 0
    var pairs = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.content.isEmpty && !next.content.isEmpty {
      guard next.indent <= line.indent else { continue }
      width = max(width, line.length)
      pairs += 1
    }
    guard pairs >= 2, (30...120).contains(width) else { return nil }
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.content.isEmpty && !next.content.isEmpty && next.indent <= line.indent && isFull(line, next, width) {
      full += 1
    }
    return full * 5 >= pairs * 3 ? width : nil
  }

  /// Whether the first word of the next line would not have fitted, with a tenth of the width to spare.
  private func isFull(_ line: Line, _ next: Line, _ width: Int) -> Bool {
    var end = next.content.lowerBound
    let limit = min(next.content.upperBound, end + 40)
    while end < limit, text.kind(at: end) != .space { end += text.character(at: end).length }
    return line.length + 1 + (end - next.content.lowerBound) > width - width / 10
  }

  private func continues(_ line: Line, _ next: Line, width: Int?) -> Bool {
    let first = text.kind(at: next.content.lowerBound)
    if isBullet(next.content) { return false }
    if let width {
      // An indent alone opens a paragraph.
      if next.indent > line.indent + 1 { return false }
      return isFull(line, next, width) || first == .lower
    }
    let last = text.kind(before: line.content.upperBound)
    if first == .lower { return !last.isTerminal && !isAddress(next.content) }
    if last == .comma || last == .semicolon && line.content.count > 40 { return line.content.count > 24 }
    guard last == .lower else { return false }
    // A line that ends with a function word is not at its end.
    var start = line.content.upperBound
    while start > line.content.lowerBound, line.content.upperBound - start < 8, text.kind(before: start) == .lower {
      start -= 1
    }
    guard start > line.content.lowerBound, text.kind(before: start) == .space, line.content.count > 24 else {
      return false
    }
    let (classes, _) = words.classes(of: start..<line.content.upperBound, in: text)
    return classes.contains(.opener) && classes.isDisjoint(with: [.unit])
  }

  /// A line that holds a mail address and nothing else.
  private func isAddress(_ content: Range<Int>) -> Bool {
    content.count < 80 && content.contains { text[$0] == UInt8(ascii: "@") }
      && !content.contains { text.kind(at: $0) == .space }
  }

  /// A line that begins with a bullet or the number of a list.
  private func isBullet(_ content: Range<Int>) -> Bool {
    let (scalar, length) = text.scalar(at: content.lowerBound)
    switch scalar {
    case 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0x2043, 0x00B7, 0x25A0: return true
    case UInt32(UInt8(ascii: "*")), UInt32(UInt8(ascii: "-")), 0x2013, 0x2014, UInt32(UInt8(ascii: "o")):
      return text.kind(at: content.lowerBound + length) == .space && content.lowerBound + length < content.upperBound
    default: break
    }
    var at = content.lowerBound
    while at < content.upperBound, at - content.lowerBound < 3, text[at] &- 0x30 < 10 { at += 1 }
    guard at > content.lowerBound, at + 1 < content.upperBound, at - content.lowerBound < 3 else { return false }
    return (text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ")")) && text.kind(at: at + 1) == .space
  }
}
