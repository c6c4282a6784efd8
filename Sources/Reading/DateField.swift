package import Provenance

/// Dates as fields give them: ISO 8601, "2019/11/12", "20191112", "12 November 2019", "Nov. 12, 2019",
/// "Tue, 12 Nov 2019 08:00:00 GMT". Dates in running text are another matter and are found by analysis.
package enum DateField {
  /// Nil where the words name no one date; "11/12/2019" means two and is not guessed.
  package static func date(of field: String) -> CalendarDate? {
    let trimmed = trim(field)
    if let date = CalendarDate(iso: trimmed) { return date }
    let parts = words(of: trimmed)
    if parts.count == 1, case .number(let value, 8) = parts[0] {
      return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
    if parts.count >= 3, case .number(let year, 4) = parts[0], case .number(let month, 1...2) = parts[1],
      case .number(let day, 1...2) = parts[2]
    {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let at = parts.firstIndex(where: { if case .month = $0 { true } else { false } }),
      case .month(let month) = parts[at]
    else { return nil }
    var day: Int?
    var year: Int?
    if at > 0, case .number(let value, 1...2) = parts[at - 1] { day = value }
    for part in parts[(at + 1)...].prefix(2) {
      guard case .number(let value, let digits) = part else { break }
      if digits == 4 {
        year = value
        break
      }
      if day == nil, digits <= 2 { day = value } else { break }
    }
    guard let year else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private enum Word { case number(Int, digits: Int), month(Int), other }

  private static func words(of text: String) -> [Word] {
    var result: [Word] = []
    var current: [UInt8] = []
    func close() {
      defer { current.removeAll() }
      guard let first = current.first else { return }
      guard (0x30...0x39).contains(first) else {
        result.append(month(current).map { .month($0) } ?? .other)
        return
      }
      let digits = current.prefix { (0x30...0x39).contains($0) }
      let ending = String(decoding: current[digits.count...], as: UTF8.self)
      guard digits.count <= 8, let value = Int(String(decoding: digits, as: UTF8.self)),
        ["", "st", "nd", "rd", "th", "t"].contains(ending)
      else { return result.append(.other) }
      result.append(.number(value, digits: digits.count))
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: current.append(byte)
      case 0x41...0x5A: current.append(byte + 0x20)
      default: close()
      }
    }
    close()
    return result
  }

  private static func month(_ word: [UInt8]) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    guard word.count >= 3 else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    if text == "sept" { return 9 }
    return names.firstIndex { $0 == text || (word.count == 3 && $0.hasPrefix(text)) }.map { $0 + 1 }
  }
}

/// Without white space at both ends.
func trim(_ text: some StringProtocol) -> String {
  let bytes = Array(text.utf8)
  func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
  guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
  else {
    return ""
  }
  return String(decoding: bytes[first...last], as: UTF8.self)
}
