public import Provenance

/// A half-open stretch of time: begin ≤ t < end. An absent bound is open.
public struct DateWindow: Hashable, Sendable {
  public var begin: CalendarDate?
  public var end: CalendarDate?

  public init(begin: CalendarDate? = nil, end: CalendarDate? = nil) {
    self.begin = begin
    self.end = end
  }

  /// Whether the first day that a date may mean lies within the window.
  public func contains(_ date: CalendarDate) -> Bool {
    if let begin, date.dayNumber < begin.dayNumber { return false }
    if let end, date.dayNumber >= end.dayNumber { return false }
    return true
  }
}
