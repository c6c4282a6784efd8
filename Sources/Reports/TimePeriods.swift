public import Provenance
public import RelationGraph

/// A stretch of time cut into periods of one kind, which a caption can name.
public struct TimePeriods: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    case day, week, month, quarter, year
  }

  /// One period, with its name.
  public struct Period: Hashable, Sendable {
    public var name: String
    public var window: DateWindow
  }

  public let unit: Unit
  /// In order of time, without gaps.
  public let periods: [Period]

  /// No more pictures than this can be compared at a glance.
  public static let most = 12

  /// The periods that hold two days and all between.
  ///
  /// - Parameter unit: Where nil, the finest that gives no more than nine periods. Years are taken together, two, five
  ///   or more at a time, where there are too many, as are all other units that are asked for.
  public init(from first: CalendarDate, to last: CalendarDate, by unit: Unit? = nil) {
    let last = max(first, last)
    let chosen =
      unit ?? Unit.allCases.first { Self.count(from: first, to: last, by: $0) <= 9 } ?? .year
    let count = Self.count(from: first, to: last, by: chosen)
    let steps = [1, 2, 3, 4, 5, 6, 10, 12, 20, 25, 50, 100, 250, 500, 1000]
    let step =
      steps.first { (count + $0 - 1) / $0 <= (unit == nil ? 9 : Self.most) } ?? (count + Self.most - 1) / Self.most
    self.unit = chosen
    var periods: [Period] = []
    var begin = Self.begin(of: first, chosen, step)
    while begin.dayNumber <= last.dayNumber, let end = Self.next(begin, chosen, step) {
      periods.append(
        Period(name: Self.name(from: begin, before: end, chosen, step), window: DateWindow(begin: begin, end: end)))
      begin = end
    }
    self.periods = periods
  }

  /// The place of the period that a date lies in.
  ///
  /// - Complexity: O(periods).
  public func place(of date: CalendarDate) -> Int? { periods.firstIndex { $0.window.contains(date) } }

  private static func count(from first: CalendarDate, to last: CalendarDate, by unit: Unit) -> Int {
    let days = last.dayNumber - first.dayNumber + 1
    let months = (last.year - first.year) * 12 + (last.month ?? 1) - (first.month ?? 1) + 1
    return switch unit {
    case .day: days
    case .week: (last.dayNumber - begin(of: first, .week, 1).dayNumber) / 7 + 1
    case .month: months
    case .quarter: (last.year - first.year) * 4 + ((last.month ?? 1) - 1) / 3 - ((first.month ?? 1) - 1) / 3 + 1
    case .year: last.year - first.year + 1
    }
  }

  /// The first day of the period that a date lies in.
  private static func begin(of date: CalendarDate, _ unit: Unit, _ step: Int) -> CalendarDate {
    let month = date.month ?? 1
    let day = CalendarDate(dayNumber: date.dayNumber) ?? date
    return switch unit {
    case .day: day
    case .week: day.adding(days: 1 - day.weekday) ?? day
    case .month: CalendarDate(year: date.year, month: month, day: 1) ?? day
    case .quarter: CalendarDate(year: date.year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? day
    // Decades begin with a round year.
    case .year: CalendarDate(year: max(date.year / step * step, 1), month: 1, day: 1) ?? day
    }
  }

  private static func next(_ begin: CalendarDate, _ unit: Unit, _ step: Int) -> CalendarDate? {
    switch unit {
    case .day: return begin.adding(days: step)
    case .week: return begin.adding(days: 7 * step)
    case .month, .quarter, .year:
      let months = step * (unit == .month ? 1 : unit == .quarter ? 3 : 12)
      let month = (begin.month ?? 1) - 1 + months
      return CalendarDate(year: begin.year + month / 12, month: month % 12 + 1, day: 1)
    }
  }

  private static func name(
    from begin: CalendarDate, before end: CalendarDate, _ unit: Unit, _ step: Int
  ) -> String {
    let last = end.adding(days: -1) ?? begin
    switch unit {
    case .year: return step == 1 ? "\(begin.year)" : "\(begin.year)–\(last.year)"
    case .quarter where step == 1: return "Q\(((begin.month ?? 1) - 1) / 3 + 1) \(begin.year)"
    case .month, .quarter:
      let months = [begin, last].compactMap { CalendarDate(year: $0.year, month: $0.month) }
      return months.count == 2 ? DateSpanText.text(from: months[0], to: months[1]) : "\(begin)"
    case .day, .week: return DateSpanText.text(from: begin, to: last)
    }
  }
}
