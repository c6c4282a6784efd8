/// A date of the proleptic Gregorian calendar, known to the day, the month or the year.
///
/// News says "Nov. 12, 2019", "in mid-November 2019" and "in 2016"; each keeps the precision it has.
/// The written form is ISO 8601: `2019-11-12`, `2019-11`, `2019`.
public struct CalendarDate: Hashable, Sendable {
  /// 1 … 9999.
  public let year: Int
  /// 1 … 12, or nil where only the year is known.
  public let month: Int?
  /// 1 … the length of the month, or nil where only the month is known.
  public let day: Int?

  /// Nil where the parts name no date, such as 30 February.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= CalendarDate.length(ofMonth: month, year: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019-11-12`, `2019-11` or `2019`; a time after `T` or a space is passed over.
  public init?(iso text: some StringProtocol) {
    var parts: [Int] = []
    var value = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        digits += 1
        guard digits <= 4 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      case 0x2D where parts.count < 2 && digits > 0:
        guard digits == (parts.isEmpty ? 4 : 2) else { return nil }
        parts.append(value)
        value = 0
        digits = 0
      case 0x54, 0x20:
        guard parts.count == 2, digits == 2 else { return nil }
        self.init(year: parts[0], month: parts[1], day: value)
        return
      default: return nil
      }
    }
    guard digits == (parts.isEmpty ? 4 : 2) else { return nil }
    parts.append(value)
    self.init(year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// The date a number of days after 1970-01-01.
  public init?(dayNumber: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// Days since 1970-01-01 of the first day the date may mean: 2019-11 gives that of 2019-11-01.
  public var dayNumber: Int {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil.
    let month = self.month ?? 1
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + (day ?? 1) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Monday 1 … Sunday 7 (ISO 8601), of the first day the date may mean.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The day a number of days later; of a date without a day, counted from its first.
  public func adding(days: Int) -> CalendarDate? { CalendarDate(dayNumber: dayNumber + days) }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  /// By time; of two dates with the same first day the less precise one comes first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601, no finer than what is known.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}
