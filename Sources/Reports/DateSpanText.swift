public import Provenance

/// Dates as a caption has them: "6–22 November 2019".
public enum DateSpanText {
  /// One date, or the first and the last of several, each no finer than it is known.
  public static func text(from first: CalendarDate, to last: CalendarDate) -> String {
    if first == last { return text(first) }
    guard first.year == last.year else { return "\(text(first)) – \(text(last))" }
    guard let month = first.month, let lastMonth = last.month else { return "\(text(first)) – \(text(last))" }
    guard let day = first.day, let lastDay = last.day else {
      return month == lastMonth ? text(last) : "\(months[month - 1]) – \(text(last))"
    }
    return month == lastMonth
      ? "\(day)–\(lastDay) \(months[month - 1]) \(last.year)" : "\(day) \(months[month - 1]) – \(text(last))"
  }

  /// "12 November 2019", "November 2019", "2019".
  public static func text(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    return (date.day.map { "\($0) " } ?? "") + "\(months[month - 1]) \(date.year)"
  }

  /// "November 2019", "2019".
  static func month(_ date: CalendarDate) -> String {
    date.month.map { "\(months[$0 - 1]) \(date.year)" } ?? String(date.year)
  }

  /// "on 12 November 2019", "in November 2019", "in 2019".
  static func adverbial(_ date: CalendarDate) -> String { (date.day == nil ? "in " : "on ") + text(date) }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
