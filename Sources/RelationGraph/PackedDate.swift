package import Provenance

/// A ``CalendarDate`` or its absence in 32 bits, in the same order: year × 10,000 + month × 100 + day.
///
/// Zero stands for no date, and in the place of a month or day for one that is not known.
package struct PackedDate: Hashable, Comparable, Sendable {
  package let rawValue: UInt32

  package init(_ date: CalendarDate?) {
    guard let date else {
      rawValue = 0
      return
    }
    rawValue = UInt32(date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
  }

  /// A day as ``firstDay`` gives it; 0 for none.
  package init(day: UInt32) { rawValue = day }

  package var date: CalendarDate? {
    let month = Int(rawValue / 100 % 100)
    let day = Int(rawValue % 100)
    return CalendarDate(
      year: Int(rawValue / 10_000), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// After all dates.
  package static let never = PackedDate(rawValue: .max)

  private init(rawValue: UInt32) { self.rawValue = rawValue }

  package var isKnown: Bool { rawValue != 0 }

  /// The first day that the date may mean, in the same form: 20191100 gives 20191101. Only of a known date.
  package var firstDay: UInt32 {
    rawValue &+ (rawValue % 10_000 == 0 ? 101 : rawValue % 100 == 0 ? 1 : 0)
  }

  package static func < (a: PackedDate, b: PackedDate) -> Bool { a.rawValue < b.rawValue }
}
