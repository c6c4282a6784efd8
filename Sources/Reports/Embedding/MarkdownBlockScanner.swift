/// Finds living blocks in Markdown: fences of the language `entente`, and comment pairs at the beginning of a line, in
/// lists and quotes as well. What stands in other code, in fences, by indentation or between backticks, only looks like
/// a mark.
///
/// It follows the block structure of CommonMark 0.31.2 as far as that decides what is code: quotes, list items, fenced
/// and indented code, comments and `pre`.
struct MarkdownBlockScanner {
  private enum Container: Equatable {
    case quote
    /// So many columns in.
    case item(Int)
  }

  private struct Fence {
    var mark: UInt8
    var length: Int
    var depth: Int
    /// Of a living block: its words so far, the line, where it begins, and what its lines begin with.
    var living: (words: String, line: Int, start: Int, indentation: String, takesBody: Bool)?
  }

  private let bytes: [UInt8]
  private var containers: [Container] = []
  private var fence: Fence?
  /// What ends the HTML that the lines are in, which is not looked into.
  private var htmlEnd: StaticString?
  private var open: OpenMark?
  private var blocks: [LivingBlock] = []
  private var problems: [LivingBlockProblem] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() -> ([LivingBlock], [LivingBlockProblem]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
      read(start, end, line)
      start = feed + 1
      line += 1
    }
    endFence()
    if let open { problems.append(open.neverClosed) }
    return (blocks, problems)
  }

  // MARK: - Lines

  private mutating func read(_ start: Int, _ end: Int, _ line: Int) {
    var place = start
    let isBlank = bytes[start..<end].allSatisfy(\.isBlank)
    var matched = 0
    for container in containers {
      guard let next = continued(container, place, end, isBlank: isBlank) else { break }
      place = next
      matched += 1
    }
    if !isBlank || containers[matched...].contains(.quote) {
      if matched < containers.count { containers.removeLast(containers.count - matched) }
    }
    if let fence {
      if containers.count >= fence.depth { return readFenced(place, end) }
      endFence()
    }
    if let stop = htmlEnd {
      if bytes.firstIndex(of: stop, from: place, before: end) != nil { htmlEnd = nil }
      return
    }
    guard !isBlank else { return }
    while let (container, next) = opened(place, end) {
      containers.append(container)
      place = next
    }
    let indentation = spaces(place, end)
    guard indentation < 4 else { return }
    place += indentation
    readBlock(place, end, line, String(repeating: " ", count: indentation))
  }

  /// What a line begins, once its quotes and lists are off.
  private mutating func readBlock(_ place: Int, _ end: Int, _ line: Int, _ spaces: String) {
    if let (mark, length, info) = fenceMark(place, end) {
      let prefix = prefix + spaces
      var fence = Fence(mark: mark, length: length, depth: containers.count)
      if let words = livingWords(info) {
        fence.living = (words, line, place, prefix, words.isEmpty)
      }
      self.fence = fence
      return
    }
    switch BlockMark.read(bytes, at: place, before: end) {
    case .open(_, let close) where close < 0:
      problems.append(LivingBlockProblem(line: line, message: "a mark ends on its line; end it with -->"))
      htmlEnd = "-->"
    case .open(let words, let close):
      if let open { problems.append(open.neverClosed) }
      open = OpenMark(words: words, line: line, end: close, indentation: prefix + spaces)
      // Both marks may stand on one line.
      if let next = closing(after: close, end) {
        finish(at: next)
      }
    case .close:
      if open == nil { problems.append(OpenMark.closesNothing(line)) } else { finish(at: place) }
    case nil:
      if bytes.hasPrefix("<!--", at: place, before: end) {
        if bytes.firstIndex(of: "-->", from: place + 4, before: end) == nil { htmlEnd = "-->" }
      } else if let stop = rawElementEnd(place, end) {
        if bytes.firstIndex(of: stop, from: place, before: end) == nil { htmlEnd = stop }
      } else if let inner = bytes.firstIndex(of: "<!-- entente:", from: place, before: end),
        !bytes[place..<inner].contains(0x60), bytes[inner - 1] != 0x5C
      {
        problems.append(
          LivingBlockProblem(line: line, message: "a mark within a line is not filled; it must begin its line"))
      }
    }
  }

  private mutating func finish(at close: Int) {
    if let open { blocks.append(open.block(until: close, isSpaced: true)) }
    open = nil
  }

  private func closing(after place: Int, _ end: Int) -> Int? {
    var place = place
    while let next = bytes.firstIndex(of: "<!--", from: place, before: end) {
      if case .close = BlockMark.read(bytes, at: next, before: end) { return next }
      place = next + 4
    }
    return nil
  }

  // MARK: - Fences

  private mutating func readFenced(_ place: Int, _ end: Int) {
    guard var fence else { return }
    let indentation = spaces(place, end)
    if indentation < 4, let (mark, length, info) = fenceMark(place + indentation, end), mark == fence.mark,
      length >= fence.length, info.isEmpty
    {
      if let living = fence.living { close(living, at: end) }
      self.fence = nil
      return
    }
    if fence.living?.takesBody == true {
      fence.living?.words += " " + String(decoding: bytes[place..<end], as: UTF8.self)
      self.fence = fence
    }
  }

  private mutating func close(
    _ living: (words: String, line: Int, start: Int, indentation: String, takesBody: Bool), at end: Int
  ) {
    let words = living.words.split(separator: " ").joined(separator: " ")
    guard !words.utf8.isEmpty, !Array(words.utf8).containsMarkEnd else {
      let message = words.isEmpty ? BlockWords.Failure.empty.description : "words of a block cannot have \"-->\""
      problems.append(LivingBlockProblem(line: living.line, message: message))
      return
    }
    guard open == nil else { return }
    blocks.append(
      LivingBlock(
        form: .fence, words: living.takesBody ? words : living.words, line: living.line, range: living.start..<end,
        indentation: living.indentation, isSpaced: true))
  }

  private mutating func endFence() {
    if let living = fence?.living {
      problems.append(LivingBlockProblem(line: living.line, message: "this fenced block is never closed"))
    }
    fence = nil
  }

  private func fenceMark(_ place: Int, _ end: Int) -> (mark: UInt8, length: Int, info: String)? {
    guard place < end, bytes[place] == 0x60 || bytes[place] == 0x7E else { return nil }
    let mark = bytes[place]
    var stop = place
    while stop < end, bytes[stop] == mark { stop += 1 }
    guard stop - place >= 3 else { return nil }
    let info = String(decoding: bytes[stop..<end], as: UTF8.self)
    if mark == 0x60, info.utf8.contains(0x60) { return nil }
    let trimmed = String(info.drop { $0 == " " || $0 == "\t" })
    return (mark, stop - place, trimmed.trimmedAtEnd)
  }

  /// The words in the first line of a living fence, empty where they are to follow; nil of any other fence.
  private func livingWords(_ info: String) -> String? {
    if info == "{.entente}" { return "" }
    guard info.hasPrefix("entente") else { return nil }
    let rest = info.dropFirst("entente".count)
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    return String(rest.drop { $0 == " " || $0 == "\t" })
  }

  // MARK: - Containers

  /// What further lines in the open containers begin with.
  private var prefix: String {
    containers.map { container in
      switch container {
      case .quote: "> "
      case .item(let width): String(repeating: " ", count: width)
      }
    }.joined()
  }

  /// Where the content of a container goes on in a line; nil where the line is not of it.
  private func continued(_ container: Container, _ place: Int, _ end: Int, isBlank: Bool) -> Int? {
    let indentation = spaces(place, end)
    switch container {
    case .quote:
      guard indentation < 4, place + indentation < end, bytes[place + indentation] == 0x3E else { return nil }
      return afterQuote(place + indentation, end)
    case .item(let width):
      if indentation >= width { return place + min(width, blanks(place, end)) }
      return isBlank || place + indentation == end ? place + indentation : nil
    }
  }

  /// A container that begins here.
  private func opened(_ place: Int, _ end: Int) -> (Container, Int)? {
    let indentation = spaces(place, end)
    let begin = place + indentation
    guard indentation < 4, begin < end else { return nil }
    if bytes[begin] == 0x3E { return (.quote, afterQuote(begin, end)) }
    var stop = begin
    if [0x2D, 0x2B, 0x2A].contains(bytes[begin]) {
      stop = begin + 1
    } else {
      while stop < end, stop - begin < 9, (0x30...0x39).contains(bytes[stop]) { stop += 1 }
      guard stop > begin, stop < end, bytes[stop] == 0x2E || bytes[stop] == 0x29 else { return nil }
      stop += 1
    }
    guard stop < end else { return (.item(stop - place + 1), stop) }
    let gap = spaces(stop, end)
    guard gap > 0 else { return nil }
    let used = gap > 4 ? 1 : min(gap, blanks(stop, end))
    return (.item(stop + used - place), stop + used)
  }

  private func afterQuote(_ place: Int, _ end: Int) -> Int {
    place + 1 < end && bytes[place + 1] == 0x20 ? place + 2 : place + 1
  }

  /// Spaces from a place on; a tab is taken for four.
  private func spaces(_ place: Int, _ end: Int) -> Int {
    var stop = place
    while stop < end, bytes[stop] == 0x20 { stop += 1 }
    return stop < end && bytes[stop] == 0x09 ? max(4, stop - place) : stop - place
  }

  /// Bytes of spaces and tabs from a place on.
  private func blanks(_ place: Int, _ end: Int) -> Int {
    bytes[place..<end].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// What ends an element whose content is no Markdown, where one begins.
  private func rawElementEnd(_ place: Int, _ end: Int) -> StaticString? {
    let line = String(decoding: bytes[place..<min(end, place + 10)], as: UTF8.self).lowercased()
    return if line.hasPrefix("<pre") {
      "</pre>"
    } else if line.hasPrefix("<script") {
      "</script>"
    } else if line.hasPrefix("<style") {
      "</style>"
    } else if line.hasPrefix("<textarea") {
      "</textarea>"
    } else {
      nil
    }
  }
}

extension [UInt8] {
  /// Whether `-->` is in it, which would end a comment.
  fileprivate var containsMarkEnd: Bool { firstIndex(of: "-->", from: 0, before: count) != nil }
}
