/// A comment of a CoNLL-U file: `# key = value`, or `# key` alone.
///
/// Read by bytes: a character that combines with a space or a mark before it stays part of the value.
enum CoNLLUComment {
  /// Key and value without spaces at their ends; the value is empty where there is none. Nil for a line that is no comment.
  static func parts(of line: Substring) -> (key: Substring, value: Substring)? {
    guard line.utf8.first == UInt8(ascii: "#") else { return nil }
    let body = line.utf8.dropFirst()
    guard let equals = body.firstIndex(of: UInt8(ascii: "=")) else { return (trimmed(body), "") }
    return (trimmed(body[..<equals]), trimmed(body[body.index(after: equals)...]))
  }

  /// The value of the first comment with a key, or nil.
  static func value(of key: String, in lines: ArraySlice<Substring>) -> Substring? {
    for line in lines {
      if let parts = parts(of: line), parts.key == key { return parts.value }
    }
    return nil
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring {
    var rest = text
    while rest.first == 0x20 { rest = rest.dropFirst() }
    while rest.last == 0x20 { rest = rest.dropLast() }
    return Substring(rest)
  }
}
