import Provenance
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    ("2019-11-12", "2019-11-12"), ("2019-11", "2019-11"), ("2019", "2019"), ("2019-11-12T08:00:00Z", "2019-11-12"),
    ("2020-02-29", "2020-02-29"), ("0987-01-01", "0987-01-01"),
  ])
  func isoDatesAreRead(text: String, written: String) {
    #expect(CalendarDate(iso: text)?.description == written)
  }

  @Test(arguments: ["", "2019-13", "2019-02-30", "1900-02-29", "19-11-12", "2019-1-2", "2019-11-12-01", "0000", "nov"])
  func whatIsNoDate(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func dayNumbersGoThereAndBack() {
    for number in stride(from: -700_000, through: 2_900_000, by: 977) {
      #expect(CalendarDate(dayNumber: number)?.dayNumber == number)
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
  }

  @Test func weekdays() {
    #expect(CalendarDate(year: 2019, month: 11, day: 22)?.weekday == 5)
    #expect(CalendarDate(year: 1969, month: 12, day: 31)?.weekday == 3)
    #expect(CalendarDate(year: 2019, month: 11, day: 30)?.adding(days: 1)?.description == "2019-12-01")
  }

  @Test func theLessPreciseOfEqualDatesComesFirst() {
    let dates = ["2019-11-12", "2019", "2019-11", "2018-12-31"].compactMap { CalendarDate(iso: $0) }
    #expect(dates.sorted().map(\.description) == ["2018-12-31", "2019", "2019-11", "2019-11-12"])
  }

  @Test func spansPrecedeWhatTheyHold() {
    let spans = [Span(3, 5), Span(0, 4), Span(0, 9)].sorted()
    #expect(spans == [Span(0, 9), Span(0, 4), Span(3, 5)])
    #expect(Span(0, 9).contains(Span(3, 5)) && !Span(0, 4).contains(Span(3, 5)) && Span(0, 4).overlaps(Span(3, 5)))
    #expect(!Span(0, 3).overlaps(Span(3, 5)))
  }
}
