/// A block of a report that Entente fills: the words it is to answer, and where its answer goes.
public struct LivingBlock: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// A fenced block, in Markdown alone. Once filled, it is a comment pair: nothing else can hold a picture.
    case fence
    /// `<!-- entente: WORDS -->` … `<!-- /entente -->`.
    case comment
  }

  public var form: Form
  /// What stands in the mark: `path "Mark Milley" "South Korea"`.
  public var words: String
  /// Line of the mark, from 1.
  public var line: Int
  /// The bytes to replace: of a comment pair all between its marks, of a fence all of it.
  var range: Range<Int>
  /// What every further line of the block begins with: what the quotes and lists it stands in ask for.
  var indentation: String
  /// Whether the answer is parted from the marks by empty lines, as Markdown asks for.
  var isSpaced: Bool

  /// The bytes to set in place of ``range``.
  func replacement(_ content: String, lineEnd: String) -> [UInt8] {
    let bare = indentation.trimmedAtEnd
    var lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if isSpaced { lines = [""] + lines + [""] }
    var text = lineEnd
    for line in lines { text += (line.isEmpty ? bare : indentation + line) + lineEnd }
    text += indentation
    switch form {
    case .comment: return Array(text.utf8)
    case .fence: return Array("<!-- entente: \(words) -->\(text)<!-- /entente -->".utf8)
    }
  }
}

/// What is wrong with a block, and where.
public struct LivingBlockProblem: Error, Hashable, Sendable {
  /// From 1.
  public var line: Int
  public var message: String

  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}

extension String {
  /// Without the spaces at its end.
  var trimmedAtEnd: String {
    var bytes = Substring(self)
    while bytes.last == " " { bytes.removeLast() }
    return String(bytes)
  }
}

/// The marks of living blocks, in bytes.
enum BlockMark: Equatable {
  /// The words, and the place after the mark.
  case open(words: String, end: Int)
  case close(end: Int)

  /// The mark that begins at a place with `<!--`; nil where another comment does, or none.
  ///
  /// - Parameter end: Where it must have ended: the end of the line, or of the text.
  static func read(_ bytes: [UInt8], at place: Int, before end: Int) -> BlockMark? {
    guard bytes.hasPrefix("<!--", at: place, before: end) else { return nil }
    var begin = place + 4
    while begin < end, bytes[begin].isBlank { begin += 1 }
    let isOpen = bytes.hasPrefix("entente:", at: begin, before: end)
    guard isOpen || bytes.hasPrefix("/entente", at: begin, before: end) else { return nil }
    guard let stop = bytes.firstIndex(of: "-->", from: begin, before: end) else {
      // Told by the caller, who knows the line.
      return isOpen ? .open(words: "", end: -1) : nil
    }
    let inner = String(decoding: bytes[begin + 8..<stop], as: UTF8.self)
    let words = inner.split(whereSeparator: \.isWhitespace)
    guard isOpen else { return words.isEmpty ? .close(end: stop + 3) : nil }
    let trimmed = inner.drop(while: \.isWhitespace)
    let last = trimmed.lastIndex { !$0.isWhitespace }
    return .open(words: last.map { String(trimmed[...$0]) } ?? "", end: stop + 3)
  }
}

extension UInt8 {
  /// Space, tab or an end of line.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension [UInt8] {
  func hasPrefix(_ text: StaticString, at place: Int, before end: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= end else { return false }
    return text.withUTF8Buffer { prefix in (0..<count).allSatisfy { prefix[$0] == self[place + $0] } }
  }

  func firstIndex(of text: StaticString, from start: Int, before end: Int) -> Int? {
    var place = start
    while place + text.utf8CodeUnitCount <= end {
      if hasPrefix(text, at: place, before: end) { return place }
      place += 1
    }
    return nil
  }
}
