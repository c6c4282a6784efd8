/// The members of one JSON object, and the elements of arrays among them, read in pieces, so that a file of many
/// elements may be larger than memory.
///
/// ```swift
/// let pieces = try JSONPieces(path: path)
/// while let name = try pieces.nextMember() {
///   if name == "nodes" { try pieces.forEachElement { node, line in … } } else { try pieces.skipValue() }
/// }
/// ```
///
/// - Complexity: linear in the bytes; memory in the largest element.
package final class JSONPieces {
  /// What is wrong, and where.
  package struct Failure: Error, Hashable {
    package var rule: String
    /// From 1.
    package var line: Int
  }

  private let input: FileInput
  private let onRead: (Int) -> Void
  private let largest: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var total = 0
  private var isAtEnd = false
  private var isEntered = false
  /// Of the next byte, from 1.
  package private(set) var line = 1

  /// - Parameters:
  ///   - path: nil for standard input.
  ///   - largest: Most bytes of one element.
  ///   - onRead: told how many bytes were read so far.
  package init(path: String?, largest: Int = 64 << 20, onRead: @escaping (Int) -> Void = { _ in }) throws(ReadingError)
  {
    input = try FileInput(path: path)
    self.largest = largest
    self.onRead = onRead
    try fill()
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The name of the next member, or nil after the last. Its value must be read or skipped before the next call.
  package func nextMember() throws -> String? {
    guard let byte = try skipSpace() else { throw failure(isEntered ? "an object has no }" : "a value is missing") }
    if !isEntered {
      guard byte == UInt8(ascii: "{") else { throw failure("it begins with no {") }
      isEntered = true
      position += 1
      if try skipSpace() == UInt8(ascii: "}") { return try end() }
    } else if byte == UInt8(ascii: "}") {
      return try end()
    } else {
      guard byte == UInt8(ascii: ",") else { throw failure("a comma or } is missing after a member") }
      position += 1
    }
    guard try skipSpace() == UInt8(ascii: "\"") else { throw failure("a name in double quotes is missing") }
    guard case .string(let name) = try value() else { throw failure("a name in double quotes is missing") }
    guard try skipSpace() == UInt8(ascii: ":") else { throw failure("a colon is missing after the name \"\(name)\"") }
    position += 1
    return name
  }

  private func end() throws -> String? {
    position += 1
    if try skipSpace() != nil { throw failure("one value is followed by something else") }
    position = buffer.count
    return nil
  }

  /// Whether the value at hand is an array.
  package func isArray() throws -> Bool { try skipSpace() == UInt8(ascii: "[") }

  /// The value at hand.
  package func value() throws -> JSONValue {
    _ = try skipSpace()
    let begin = line
    var bytes: [UInt8] = []
    try scan { bytes.append(contentsOf: $0) }
    do throws(JSONReader.Failure) {
      return try JSONReader.value(of: bytes)
    } catch {
      throw Failure(rule: error.rule, line: begin + bytes[..<min(error.offset, bytes.count)].count { $0 == 0x0A })
    }
  }

  package func skipValue() throws {
    _ = try skipSpace()
    try scan { _ in }
  }

  /// Calls `body` with each element of the array at hand and the line where it begins.
  package func forEachElement(_ body: (JSONValue, Int) throws -> Void) throws {
    guard try isArray() else { throw failure("a list is missing") }
    position += 1
    if try skipSpace() == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      _ = try skipSpace()
      let begin = line
      try body(try value(), begin)
      switch try skipSpace() {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return
      case nil: throw failure("an array has no ]")
      default: throw failure("a comma or ] is missing after an element")
      }
    }
  }

  private func failure(_ rule: String) -> Failure { Failure(rule: rule, line: line) }

  private func fill() throws(ReadingError) {
    buffer.removeAll(keepingCapacity: true)
    position = 0
    isAtEnd = try !input.read(into: &buffer, count: 1 << 20)
    total += buffer.count
    onRead(total)
  }

  /// The next byte that is no white space, which stays the next; nil at the end.
  private func skipSpace() throws(ReadingError) -> UInt8? {
    while true {
      while position < buffer.count {
        switch buffer[position] {
        case 0x0A: line += 1
        case 0x20, 0x09, 0x0D: break
        case let byte: return byte
        }
        position += 1
      }
      if isAtEnd { return nil }
      try fill()
    }
  }

  /// Passes over one value by its brackets and quotes, handing out its bytes.
  private func scan(_ take: (ArraySlice<UInt8>) -> Void) throws {
    var depth = 0
    var isInText = false
    var isEscaped = false
    var count = 0
    while true {
      var i = position
      var isWhole = false
      scan: while i < buffer.count {
        let byte = buffer[i]
        if byte == 0x0A { line += 1 }
        if isInText {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInText = false
            isWhole = depth == 0
          }
        } else {
          switch byte {
          case UInt8(ascii: "\""): isInText = true
          case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            // The end of what a number or word stands in.
            if depth == 0 {
              isWhole = true
              break scan
            }
            depth -= 1
            isWhole = depth == 0
          case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
            if depth == 0 {
              if byte == 0x0A { line -= 1 }
              isWhole = true
              break scan
            }
          default: break
          }
        }
        i += 1
        if isWhole { break }
      }
      take(buffer[position..<i])
      count += i - position
      position = i
      guard count <= largest else { throw failure("one value is larger than \(largest >> 20) MiB") }
      if isWhole { return }
      if isAtEnd {
        if isInText || depth > 0 { throw failure(isInText ? "a string has no closing quote" : "a } or ] is missing") }
        return
      }
      try fill()
    }
  }
}
