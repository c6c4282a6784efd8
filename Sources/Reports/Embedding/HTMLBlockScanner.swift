/// Finds living blocks in HTML: comment pairs, wherever a comment is one. What stands in a script, a style sheet or a
/// text field is no comment.
struct HTMLBlockScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() -> ([LivingBlock], [LivingBlockProblem]) {
    var blocks: [LivingBlock] = []
    var problems: [LivingBlockProblem] = []
    var open: OpenMark?
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        advance(to: place + 1)
        continue
      }
      if bytes.hasPrefix("<!--", at: place, before: bytes.count) {
        let start = place
        switch BlockMark.read(bytes, at: place, before: bytes.count) {
        case .open(_, let end) where end < 0:
          problems.append(LivingBlockProblem(line: line, message: "this mark is never closed; end it with -->"))
          advance(to: bytes.count)
        case .open(let words, let end):
          if let open { problems.append(open.neverClosed) }
          open = OpenMark(words: words, line: line, end: end, indentation: indentation(before: start))
          advance(to: end)
        case .close(let end):
          if let mark = open {
            blocks.append(mark.block(until: start, isSpaced: false))
          } else {
            problems.append(OpenMark.closesNothing(line))
          }
          open = nil
          advance(to: end)
        case nil:
          advance(to: bytes.firstIndex(of: "-->", from: place + 4, before: bytes.count).map { $0 + 3 } ?? bytes.count)
        }
      } else {
        let name = tagName(at: place + 1)
        advance(to: place + 1)
        if HTMLBlockScanner.rawElements.contains(name) { skipRawText(of: name) }
      }
    }
    if let open { problems.append(open.neverClosed) }
    return (blocks, problems)
  }

  /// Elements within which `<!--` is text (HTML Living Standard, 13.2.5).
  private static let rawElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  private func tagName(at start: Int) -> String {
    var end = start
    while end < bytes.count, end - start < 12, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  private mutating func skipRawText(of name: String) {
    while place < bytes.count {
      if bytes[place] == 0x3C, place + 1 < bytes.count, bytes[place + 1] == 0x2F, tagName(at: place + 2) == name {
        return
      }
      advance(to: place + 1)
    }
  }

  private mutating func advance(to end: Int) {
    while place < end {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
  }

  /// The spaces that a mark stands behind, where nothing else is before it on its line.
  private func indentation(before mark: Int) -> String {
    var begin = mark
    while begin > 0, bytes[begin - 1] != 0x0A { begin -= 1 }
    let spaces = bytes[begin..<mark]
    return spaces.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? String(decoding: spaces, as: UTF8.self) : ""
  }
}
