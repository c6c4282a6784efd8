/// Reads JSON (RFC 8259) from UTF-8 bytes, one value after the other.
///
/// Its errors say the byte, so that a line and column can be told. Depth is bounded, so that no input can
/// exhaust the stack.
///
/// - Complexity: linear in the number of bytes.
package struct JSONReader {
  private let bytes: [UInt8]
  package private(set) var position: Int
  private static let maximumDepth = 256

  package struct Failure: Error, Hashable {
    /// The rule of JSON that is broken.
    package var rule: String
    /// Offset of the byte at which it shows.
    package var offset: Int
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
  }

  /// Reads text that is one value and nothing else.
  package static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes)
    guard let value = try reader.next() else { throw Failure(rule: "a value is missing", offset: bytes.count) }
    reader.skipSpace()
    if reader.position < bytes.count {
      throw Failure(rule: "one value is followed by something else", offset: reader.position)
    }
    return value.value
  }

  /// The next value, or nil at the end of the bytes.
  package mutating func next() throws(Failure) -> JSONValue.Located? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let offset = position
    return .init(offset: offset, value: try value(depth: 0))
  }

  /// If an array begins here, enters it.
  package mutating func enterArray() -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else { return false }
    position += 1
    return true
  }

  /// The next element of the array that was entered, or nil at its end.
  package mutating func nextElement(first: Bool) throws(Failure) -> JSONValue.Located? {
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      position += 1
      return nil
    }
    if !first {
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else {
        throw Failure(rule: "a comma or ] is missing after an element", offset: position)
      }
      position += 1
      skipSpace()
    }
    let offset = position
    return .init(offset: offset, value: try value(depth: 1))
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < JSONReader.maximumDepth else {
      throw Failure(rule: "values lie too deep in each other", offset: position)
    }
    guard position < bytes.count else { throw Failure(rule: "a value is missing at the end", offset: position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["):
      position += 1
      var elements: [JSONValue.Located] = []
      while true {
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "]"), elements.isEmpty { break }
        let offset = position
        elements.append(.init(offset: offset, value: try value(depth: depth + 1)))
        skipSpace()
        guard position < bytes.count else { throw Failure(rule: "an array has no ]", offset: position) }
        if bytes[position] == UInt8(ascii: "]") { break }
        guard bytes[position] == UInt8(ascii: ",") else {
          throw Failure(rule: "a comma or ] is missing after an element", offset: position)
        }
        position += 1
      }
      position += 1
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw Failure(rule: "a value begins with none of { [ \" - 0–9 t f n", offset: position)
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    while true {
      skipSpace()
      guard position < bytes.count else { throw Failure(rule: "an object has no }", offset: position) }
      if bytes[position] == UInt8(ascii: "}"), members.isEmpty { break }
      guard bytes[position] == UInt8(ascii: "\"") else {
        throw Failure(rule: "a name in double quotes is missing", offset: position)
      }
      let name = try string()
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
        throw Failure(rule: "a colon is missing after the name \"\(name)\"", offset: position)
      }
      position += 1
      skipSpace()
      members.append(.init(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      guard position < bytes.count else { throw Failure(rule: "an object has no }", offset: position) }
      if bytes[position] == UInt8(ascii: "}") { break }
      guard bytes[position] == UInt8(ascii: ",") else {
        throw Failure(rule: "a comma or } is missing after \"\(name)\"", offset: position)
      }
      position += 1
    }
    position += 1
    return .object(members)
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let matches =
      position + count <= bytes.count
      && word.withUTF8Buffer { expected in (0..<count).allSatisfy { bytes[position + $0] == expected[$0] } }
    guard matches else { throw Failure(rule: "a word is none of true, false, null", offset: position) }
    position += count
    return value
  }

  private mutating func number() throws(Failure) -> String {
    let start = position
    func isDigit(_ i: Int) -> Bool { i < bytes.count && (0x30...0x39).contains(bytes[i]) }
    var i = position
    if bytes[i] == UInt8(ascii: "-") { i += 1 }
    guard isDigit(i) else { throw Failure(rule: "a number has no digits", offset: start) }
    if bytes[i] == UInt8(ascii: "0"), isDigit(i + 1) { throw Failure(rule: "a number begins with 0", offset: start) }
    while isDigit(i) { i += 1 }
    if i < bytes.count, bytes[i] == UInt8(ascii: ".") {
      i += 1
      guard isDigit(i) else { throw Failure(rule: "a number has no digits after the point", offset: start) }
      while isDigit(i) { i += 1 }
    }
    if i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < bytes.count, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") { i += 1 }
      guard isDigit(i) else { throw Failure(rule: "a number has no exponent", offset: start) }
      while isDigit(i) { i += 1 }
    }
    position = i
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  private mutating func string() throws(Failure) -> String {
    let start = position
    position += 1
    var run = position
    var result: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        result.append(contentsOf: bytes[run..<position])
        position += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        result.append(contentsOf: bytes[run..<position])
        try escape(into: &result)
        run = position
      case 0..<0x20:
        throw Failure(rule: "a string holds an unescaped control character", offset: position)
      default: position += 1
      }
    }
    throw Failure(rule: "a string has no closing quote", offset: start)
  }

  private mutating func escape(into result: inout [UInt8]) throws(Failure) {
    let start = position
    guard position + 1 < bytes.count else { throw Failure(rule: "a string has no closing quote", offset: start) }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      let first = try hexadecimal(start)
      var scalar = Unicode.Scalar(first)
      if (0xD800...0xDBFF).contains(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let mark = position
        position += 2
        let second = try hexadecimal(mark)
        if (0xDC00...0xDFFF).contains(second) {
          scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        } else {
          position = mark
        }
      }
      // A lone surrogate is no character: it becomes U+FFFD.
      result.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}")!)
    default: throw Failure(rule: "a backslash is followed by none of \" \\ / b f n r t u", offset: start)
    }
  }

  private mutating func hexadecimal(_ start: Int) throws(Failure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
        throw Failure(rule: "\\u is not followed by four hexadecimal digits", offset: start)
      }
      value = value << 4 | UInt16(digit)
      position += 1
    }
    return value
  }
}
