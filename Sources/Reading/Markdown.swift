import Provenance

/// Markdown to plain text: front matter to fields, light markup off, words and line breaks kept.
///
/// It is no full CommonMark reader and needs to be none: what must go is what would stand between words
/// (emphasis, link targets, heading marks, code fences), and what stays is the text that spans refer to.
enum Markdown {
  struct Result {
    var fields: [String: String]
    var text: String
  }

  static func read(_ source: String) -> Result {
    var lines = source.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt8] in
      line.last == 0x0D ? Array(line.dropLast()) : Array(line)
    }
    let fields = takeFrontMatter(&lines)
    return Result(fields: fields, text: String(decoding: plain(lines), as: UTF8.self))
  }

  /// `---` … `---` with `name: value`, or `+++` … `+++` with `name = value`. Without a closing mark it is text.
  private static func takeFrontMatter(_ lines: inout [[UInt8]]) -> [String: String] {
    guard let mark = lines.first.map({ trim(String(decoding: $0, as: UTF8.self)) }), mark == "---" || mark == "+++",
      let end = lines.dropFirst().firstIndex(where: {
        let text = trim(String(decoding: $0, as: UTF8.self))
        return text == mark || (mark == "---" && text == "...")
      })
    else { return [:] }
    let separator = UInt8(ascii: mark == "---" ? ":" : "=")
    var fields: [String: String] = [:]
    for line in lines[1..<end] {
      guard let at = line.firstIndex(of: separator), at > 0, line[0] > 0x20 else { continue }
      var value = trim(String(decoding: line[(at + 1)...], as: UTF8.self))
      for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
        value = String(value.dropFirst().dropLast())
      }
      let name = trim(String(decoding: line[..<at], as: UTF8.self)).lowercased()
      if !value.isEmpty { fields[name] = value }
    }
    lines.removeSubrange(0...end)
    return fields
  }

  private static func plain(_ lines: [[UInt8]]) -> [UInt8] {
    var output: [UInt8] = []
    var fence: (byte: UInt8, count: Int)?
    var inComment = false
    for (index, raw) in lines.enumerated() {
      var line = raw[...]
      if inComment {
        guard let end = find("-->", in: line) else { continue }
        inComment = false
        line = line[(end + 3)...]
      }
      let body = line.drop { $0 == 0x20 || $0 == 0x09 }
      if let open = fence {
        let run = body.prefix { $0 == open.byte }.count
        if run >= open.count, body.dropFirst(run).allSatisfy({ $0 <= 0x20 }) { fence = nil }
        continue
      }
      if let first = body.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
        let run = body.prefix { $0 == first }.count
        if run >= 3, !body.dropFirst(run).contains(UInt8(ascii: "`")) {
          fence = (first, run)
          continue
        }
      }
      if isRule(body) || isLinkDefinition(body) || isTableRule(body) { continue }
      line = takeBlockMarks(line)
      if let start = find("<!--", in: line) {
        if let end = find("-->", in: line[start...]) {
          line = (Array(line[..<start]) + Array(line[(end + 3)...]))[...]
        } else {
          inComment = true
          line = line[..<start]
        }
      }
      appendInline(Array(line), to: &output)
      if index + 1 < lines.count { output.append(0x0A) }
    }
    return output
  }

  /// Quote marks, heading marks and list marks at the beginning of a line, heading marks at its end.
  private static func takeBlockMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line
    while let start = rest.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), rest[start] == UInt8(ascii: ">") {
      rest = rest[(start + 1)...]
      if rest.first == 0x20 { rest = rest.dropFirst() }
    }
    let body = rest.drop { $0 == 0x20 }
    let marks = body.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks), body.dropFirst(marks).first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true {
      var heading = body.dropFirst(marks).drop { $0 <= 0x20 }
      let closing = heading.reversed().drop { $0 <= 0x20 }.prefix { $0 == UInt8(ascii: "#") }.count
      if closing > 0 {
        while let last = heading.last, last <= 0x20 || last == UInt8(ascii: "#") { heading = heading.dropLast() }
      }
      return heading
    }
    let item = rest.drop { $0 == 0x20 || $0 == 0x09 }
    if let first = item.first {
      if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first), item.dropFirst().first == 0x20 {
        return item.dropFirst(2).drop { $0 == 0x20 }
      }
      let digits = item.prefix { (0x30...0x39).contains($0) }.count
      if (1...3).contains(digits) {
        let after = item.dropFirst(digits)
        if let mark = after.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
          after.dropFirst().first == 0x20
        {
          return after.dropFirst(2).drop { $0 == 0x20 }
        }
      }
      // The bars of a table, whose cells stay apart by them.
      if first == UInt8(ascii: "|") { return ArraySlice(item.map { $0 == UInt8(ascii: "|") ? 0x09 : $0 }) }
    }
    return rest
  }

  private static func isRule(_ body: ArraySlice<UInt8>) -> Bool {
    guard let first = body.first, "-*_=".utf8.contains(first) else { return false }
    let marks = body.filter { $0 > 0x20 }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  private static func isTableRule(_ body: ArraySlice<UInt8>) -> Bool {
    body.first == UInt8(ascii: "|") && body.contains(UInt8(ascii: "-"))
      && body.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// `[name]: target`.
  private static func isLinkDefinition(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.first == UInt8(ascii: "["), let close = body.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let after = body[(close + 1)...]
    return after.first == UInt8(ascii: ":") && after.dropFirst().contains { $0 > 0x20 }
  }

  private static func appendInline(_ line: [UInt8], to output: inout [UInt8]) {
    var i = 0
    while i < line.count {
      let byte = line[i]
      switch byte {
      case UInt8(ascii: "\\") where i + 1 < line.count && isPunctuation(line[i + 1]):
        output.append(line[i + 1])
        i += 2
      case UInt8(ascii: "`"): i += 1
      case UInt8(ascii: "*"):
        // A mark of emphasis hugs a word; a lone star between spaces is a star.
        let run = line[i...].prefix { $0 == byte }.count
        let before = i > 0 && line[i - 1] > 0x20
        let after = i + run < line.count && line[i + run] > 0x20
        if !before && !after { output.append(contentsOf: line[i..<(i + run)]) }
        i += run
      case UInt8(ascii: "_"):
        // Inside a word it is part of the word: snake_case.
        let run = line[i...].prefix { $0 == byte }.count
        let before = i > 0 && isWord(line[i - 1])
        let after = i + run < line.count && isWord(line[i + run])
        if before == after { output.append(contentsOf: line[i..<(i + run)]) }
        i += run
      case UInt8(ascii: "~") where i + 1 < line.count && line[i + 1] == byte: i += 2
      case UInt8(ascii: "!") where i + 1 < line.count && line[i + 1] == UInt8(ascii: "["):
        if let link = link(in: line, at: i + 1) { i = link.end } else { fallthrough }
      case UInt8(ascii: "["):
        if let link = link(in: line, at: i) {
          if line[link.label.lowerBound...].first != UInt8(ascii: "^") {
            appendInline(Array(line[link.label]), to: &output)
          }
          i = link.end
        } else {
          output.append(byte)
          i += 1
        }
      case UInt8(ascii: "<"):
        if let end = line[i...].prefix(reach).firstIndex(of: UInt8(ascii: ">")), i + 1 < line.count,
          isWord(line[i + 1]) || line[i + 1] == UInt8(ascii: "/")
        {
          i = end + 1
        } else {
          output.append(byte)
          i += 1
        }
      default:
        output.append(byte)
        i += 1
      }
    }
  }

  /// `[label](target)`, `[label][name]` or a footnote `[^1]`: nil where brackets are just brackets.
  private static func link(in line: [UInt8], at open: Int) -> (label: Range<Int>, end: Int)? {
    guard open < line.count, line[open] == UInt8(ascii: "[") else { return nil }
    guard let close = matching(line, open, UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
    let label = (open + 1)..<close
    if line[open + 1] == UInt8(ascii: "^") { return (label, close + 1) }
    guard close + 1 < line.count else { return nil }
    switch line[close + 1] {
    case UInt8(ascii: "("):
      return matching(line, close + 1, UInt8(ascii: "("), UInt8(ascii: ")")).map { (label, $0 + 1) }
    case UInt8(ascii: "["):
      return matching(line, close + 1, UInt8(ascii: "["), UInt8(ascii: "]")).map { (label, $0 + 1) }
    default: return nil
    }
  }

  /// No link or tag is longer than so many bytes; without a bound a line of brackets would take quadratic time.
  private static let reach = 2048

  private static func matching(_ line: [UInt8], _ start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
    var depth = 0
    for i in start..<min(line.count, start + reach) {
      if line[i] == open { depth += 1 }
      if line[i] == close {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }

  private static func find(_ mark: StaticString, in line: ArraySlice<UInt8>) -> Int? {
    let count = mark.utf8CodeUnitCount
    guard line.count >= count else { return nil }
    return mark.withUTF8Buffer { wanted in
      (line.startIndex...(line.endIndex - count)).first { i in (0..<count).allSatisfy { line[i + $0] == wanted[$0] } }
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isWord(byte) || byte == UInt8(ascii: "_")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
