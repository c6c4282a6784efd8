public import Provenance

/// The day a text was published, from its own words: a byline, a dateline, or a line that is a date.
///
/// Forms read: `Nov. 19, 2019`, `November 19 2019`, `19 November 2019`, `2019-11-19`, `2019/11/19`, `2019.11.19`, and figures
/// with the day or month first where only one reading is a date (`19/11/2019`, `11/19/2019`). A dateline's `Jan. 2` takes
/// the year from a copyright line.
public enum PublicationDate {
  /// The publication date a document's text gives, or nil.
  ///
  /// - Complexity: O(tokens of the header and of the last two zones).
  public static func find(in document: Document) -> CalendarDate? {
    TextBytes.with(document.utf8) { text in
      let reader = TokenReader(text: text, stream: TokenStream(retokenized: document, text))
      var dateline: (month: Int, day: Int)?
      var year: Int?
      for sentence in document.sentences {
        let tokens = sentence.tokens
        switch sentence.zone {
        case .byline:
          if let date = date(in: tokens, reader) { return date }
        case .dateline:
          if let date = date(in: tokens, reader) { return date }
          for token in tokens where dateline == nil {
            dateline = dayAndMonth(at: token, reader).map { ($0.month, $0.day) }
          }
        case .boilerplate:
          if let date = date(in: tokens, reader) { return date }
          for token in tokens where year == nil && reader.isYear(token) { year = reader.number(token) }
        case .headline, .repeatedHeadline, .body, .caption: break
        }
      }
      if let dateline, let year { return CalendarDate(year: year, month: dateline.month, day: dateline.day) }
      // A statement may close with a line that is a date.
      if let last = document.sentences.last(where: { $0.zone == .body }), last.tokens.count <= 6 {
        return date(in: last.tokens, reader)
      }
      return nil
    }
  }

  /// The first full date in a range of tokens.
  static func date(in tokens: Range<Int>, _ reader: TokenReader) -> CalendarDate? {
    for token in tokens {
      if let date = date(at: token, tokens.upperBound, reader) { return date }
    }
    return nil
  }

  private static func date(at token: Int, _ limit: Int, _ reader: TokenReader) -> CalendarDate? {
    if let (month, day, end) = dayAndMonth(at: token, reader), end <= limit {
      let year = reader.isComma(end) ? end + 1 : end
      guard year < limit, reader.isYear(year), let value = reader.number(year) else { return nil }
      return CalendarDate(year: value, month: month, day: day)
    }
    guard reader.traits(token).contains(.digit) else { return nil }
    // 26-FEB-1987.
    if let day = day(token, reader), reader.isHyphen(token + 1), let month = month(token + 2, reader),
      reader.isHyphen(token + 3), token + 4 < limit, reader.isYear(token + 4), let year = reader.number(token + 4)
    {
      return CalendarDate(year: year, month: month, day: day)
    }
    return figures(token, reader)
  }

  /// `2019-11-19`, `2019.11.19`, `19/11/2019`: three figures in one token.
  private static func figures(_ token: Int, _ reader: TokenReader) -> CalendarDate? {
    var values: [Int] = []
    var lengths: [Int] = []
    var value = 0
    var length = 0
    for at in reader.range(token) {
      let byte = reader.text[at]
      if byte &- 0x30 < 10 {
        guard length < 4 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        length += 1
      } else {
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "."), length > 0 else {
          break
        }
        values.append(value)
        lengths.append(length)
        (value, length) = (0, 0)
      }
    }
    if length > 0 {
      values.append(value)
      lengths.append(length)
    }
    guard values.count == 3 else { return nil }
    if lengths[0] == 4 { return CalendarDate(year: values[0], month: values[1], day: values[2]) }
    guard lengths[2] == 4 else { return nil }
    let dayFirst = CalendarDate(year: values[2], month: values[1], day: values[0])
    let monthFirst = CalendarDate(year: values[2], month: values[0], day: values[1])
    if values[0] == values[1] { return dayFirst }
    return dayFirst == nil ? monthFirst : monthFirst == nil ? dayFirst : nil
  }

  /// The month, day and following token of `Jan. 2` or `2 January` at a token.
  static func dayAndMonth(at token: Int, _ reader: TokenReader) -> (month: Int, day: Int, end: Int)? {
    if let month = month(token, reader) {
      let next = reader.isAny(token + 1, ["."]) ? token + 2 : token + 1
      guard let day = day(next, reader) else { return nil }
      return (month, day, next + 1)
    }
    if let day = day(token, reader), let month = month(token + 1, reader) {
      let end = reader.isAny(token + 2, ["."]) ? token + 3 : token + 2
      return (month, day, end)
    }
    return nil
  }

  /// `2`, `2nd`.
  private static func day(_ token: Int, _ reader: TokenReader) -> Int? {
    guard reader.traits(token).contains(.digit) else { return nil }
    var value = 0
    var digits = 0
    for at in reader.range(token) {
      let byte = reader.text[at]
      if byte &- 0x30 < 10 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        guard digits <= 2 else { return nil }
      } else {
        guard digits > 0, reader.range(token).upperBound - at == 2,
          ["st", "nd", "rd", "th"].contains(where: { reader.text.matches($0, at: at) })
        else { return nil }
        break
      }
    }
    return (1...31).contains(value) ? value : nil
  }

  /// 1 … 12 for a month's name or abbreviation, with or without its stop.
  static func month(_ token: Int, _ reader: TokenReader) -> Int? {
    guard reader.traits(token).contains(.capitalized), (3...9).contains(reader.range(token).count) else { return nil }
    return names.firstIndex { reader.isAny(token, $0) }.map { $0 + 1 }
  }

  private static let names: [[StaticString]] = [
    ["january", "jan.", "jan"], ["february", "feb.", "feb"], ["march", "mar.", "mar"], ["april", "apr.", "apr"],
    ["may"], ["june", "jun.", "jun"], ["july", "jul.", "jul"], ["august", "aug.", "aug"],
    ["september", "sept.", "sept", "sep.", "sep"], ["october", "oct.", "oct"], ["november", "nov.", "nov"],
    ["december", "dec.", "dec"],
  ]
}

extension TokenStream {
  /// The traits of tokens that a document already has, as far as dates need them.
  fileprivate init(retokenized document: Document, _ text: TextBytes) {
    self.init(capacity: document.tokens.count)
    for token in 0..<document.tokens.count {
      let start = Int(document.tokens.start[token])
      let traits: TokenTraits
      switch text.kind(at: start) {
      case .upper: traits = .capitalized
      case .digit: traits = .digit
      default: traits = .lowercase
      }
      append(start, Int(document.tokens.end[token]), traits)
    }
  }
}
