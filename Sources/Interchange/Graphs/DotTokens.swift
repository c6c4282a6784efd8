/// The words and signs of DOT, one after the other.
struct DotTokens {
  enum Token: Equatable {
    /// A name, number, quoted text, or the text between the angle brackets of an HTML label.
    case id(String)
    case sign(String)
    case end
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Of the token at hand, from 1.
  private(set) var line = 1
  private(set) var peek = Token.end
  private var isQuoted = false
  /// Where the token at hand begins.
  private(set) var mark = Mark(position: 0, line: 1)

  /// A place to come back to.
  struct Mark {
    fileprivate var position: Int
    fileprivate(set) var line: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    advance()
  }

  /// Goes back, or on, to a token.
  mutating func go(to mark: Mark) {
    position = mark.position
    line = mark.line
    advance()
  }

  mutating func take(_ sign: String) -> Bool {
    guard peek == .sign(sign) else { return false }
    advance()
    return true
  }

  /// A word of the language, in any case, and not in quotes.
  mutating func takeWord(_ word: String) -> Bool {
    guard !isQuoted, case .id(let text) = peek, text.lowercased() == word else { return false }
    advance()
    return true
  }

  mutating func advance() {
    skipSpace()
    mark = Mark(position: position, line: line)
    isQuoted = false
    guard position < bytes.count else { return peek = .end }
    switch bytes[position] {
    case 0x22:
      isQuoted = true
      var text = quoted()
      // "a" + "b" is one text.
      while true {
        skipSpace()
        guard position < bytes.count, bytes[position] == 0x2B else { break }
        position += 1
        skipSpace()
        guard position < bytes.count, bytes[position] == 0x22 else { break }
        text += quoted()
      }
      peek = .id(text)
    case 0x3C: peek = .id(markup())
    case 0x2D where position + 1 < bytes.count && (bytes[position + 1] == 0x3E || bytes[position + 1] == 0x2D):
      peek = .sign(bytes[position + 1] == 0x3E ? "->" : "--")
      position += 2
    case let byte where Self.isWord(byte):
      let start = position
      position += 1
      while position < bytes.count, Self.isWord(bytes[position]), bytes[position] != 0x2D { position += 1 }
      peek = .id(String(decoding: bytes[start..<position], as: UTF8.self))
    case let byte:
      peek = .sign(String(UnicodeScalar(byte)))
      position += 1
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D, 0x80...: true
    default: false
    }
  }

  /// Passes over white space, comments, and lines of a preprocessor.
  private mutating func skipSpace() {
    while position < bytes.count {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      switch bytes[position] {
      case 0x0A:
        line += 1
        position += 1
      case 0...0x20: position += 1
      case 0x23 where position == 0 || bytes[position - 1] == 0x0A: skipLine()
      case 0x2F where next == 0x2F: skipLine()
      case 0x2F where next == 0x2A:
        position += 2
        while position < bytes.count, !(bytes[position - 1] == 0x2A && bytes[position] == 0x2F) {
          if bytes[position] == 0x0A { line += 1 }
          position += 1
        }
        position += 1
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
  }

  /// Text in quotes; a quote in it stands after a backslash, a backslash at a line's end joins lines.
  private mutating func quoted() -> String {
    var text: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != 0x22 {
      if bytes[position] == 0x5C, position + 1 < bytes.count {
        switch bytes[position + 1] {
        case 0x22: text.append(0x22)
        case 0x0A: line += 1
        default: text += bytes[position...position + 1]
        }
        position += 2
        continue
      }
      if bytes[position] == 0x0A { line += 1 }
      text.append(bytes[position])
      position += 1
    }
    position += 1
    return Self.unescaped(String(decoding: text, as: UTF8.self))
  }

  /// The text between angle brackets that lie in each other.
  private mutating func markup() -> String {
    let start = position + 1
    var depth = 0
    repeat {
      switch bytes[position] {
      case 0x3C: depth += 1
      case 0x3E: depth -= 1
      case 0x0A: line += 1
      default: break
      }
      position += 1
    } while position < bytes.count && depth > 0
    return String(decoding: bytes[start..<max(start, position - 1)], as: UTF8.self)
  }

  /// The character references that Entente writes.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return text.replacing("&#92;", with: "\\").replacing("&#13;", with: "\r").replacing("&amp;", with: "&")
  }
}
