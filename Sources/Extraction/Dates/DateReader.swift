import Provenance

/// Reads the expressions of time of one sentence.
struct DateReader {
  let view: WordView
  let bytes: [UInt8]
  let lexicon: DateLexicon
  let publication: CalendarDate?
  /// The words of the sentence.
  var range: Range<Int>

  struct Match {
    var words: Range<Int>
    var date: CalendarDate?
  }

  private func word(_ index: Int) -> Word? { range.contains(index) ? view.words[index] : nil }

  private func id(_ index: Int) -> Int32 { range.contains(index) ? view.words[index].id : -99 }

  /// The expression that begins at a word, the longest one.
  func read(at index: Int) -> Match? {
    let word = view.words[index]
    if word.shape.contains(.digit) { return isoDate(index) ?? dayMonth(index) ?? yearAlone(index) ?? ago(index) }
    guard lexicon.mayBegin(word) else { return nil }
    if isMonth(index) { return monthDay(index, from: index) }
    if word.has(.relativeDay) { return relativeDay(index) }
    if lexicon.weekday[word.id] != nil { return weekday(index) }
    if [lexicon.early, lexicon.mid, lexicon.late].contains(word.id), isMonth(index + 1) {
      return monthDay(index + 1, from: index)
    }
    if word.id == lexicon.last || word.id == lexicon.next || word.id == lexicon.this || word.id == lexicon.past
      || word.id == lexicon.coming
    {
      return relativePeriod(index)
    }
    return word.has(.numberWord) || word.id == lexicon.a || word.id == lexicon.an ? ago(index) : nil
  }

  /// How the words before an expression bound the time.
  func relation(before index: Int) -> DateExpression.Relation {
    let previous = id(index - 1)
    if previous == lexicon.since || previous == lexicon.after { return .since }
    if [lexicon.until, lexicon.by, lexicon.before, lexicon.till].contains(previous) { return .until }
    return .at
  }

  // MARK: Calendar

  private func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard let word = word(index), word.shape.contains(.digit) else { return nil }
    var value = 0
    var digits = 0
    for byte in bytes[Int(word.start)..<Int(word.end)] {
      guard (0x30...0x39).contains(byte), digits < 4 else {
        // "12th", "1st" and the like.
        return digits > 0 && digits < 3 && byte | 0x20 >= 0x61 ? (value, digits) : nil
      }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return (value, digits)
  }

  private func year(_ index: Int) -> Int? {
    guard let number = number(index), number.digits == 4, (1600...2199).contains(number.value) else { return nil }
    return number.value
  }

  private func day(_ index: Int) -> Int? {
    guard let number = number(index), number.digits <= 2, (1...31).contains(number.value) else { return nil }
    return number.value
  }

  private func isMonth(_ index: Int) -> Bool {
    guard let word = word(index), word.isCapital, lexicon.month[word.id] != nil else { return false }
    // "May" and "March" are months only with a number after or a preposition before.
    guard word.id == lexicon.may || word.id == lexicon.march || word.id == lexicon.mar else { return true }
    if number(index + 1) != nil || number(index - 1) != nil { return true }
    let previous = self.word(index - 1)
    return previous.map {
      $0.has(.preposition) || $0.has(.ordinalWord) || $0.id == lexicon.early
        || $0.id == lexicon.late || $0.id == lexicon.mid
    } ?? false
  }

  /// "Nov. 12, 2019", "November 2019", "mid-November", "May 9".
  private func monthDay(_ index: Int, from start: Int) -> Match? {
    guard let month = lexicon.month[view.words[index].id] else { return nil }
    if let year = year(index + 1) {
      return Match(words: start..<index + 2, date: CalendarDate(year: year, month: month))
    }
    if let day = day(index + 1) {
      let comma = id(index + 2) == WordScanner.Mark.comma ? 1 : 0
      if let year = year(index + 2 + comma) {
        return Match(
          words: start..<index + 3 + comma, date: CalendarDate(year: year, month: month, day: day))
      }
      return Match(
        words: start..<index + 2, date: nearest(month: month, day: day, looksAhead: looksAhead(before: start)))
    }
    let comma = id(index + 1) == WordScanner.Mark.comma || id(index + 1) == lexicon.of ? 1 : 0
    if comma == 1, let year = year(index + 2) {
      return Match(words: start..<index + 3, date: CalendarDate(year: year, month: month))
    }
    return Match(words: start..<index + 1, date: bareMonth(month, at: start))
  }

  /// "12 November 2019", "the 9th of May".
  private func dayMonth(_ index: Int) -> Match? {
    guard let day = day(index) else { return nil }
    let monthIndex = id(index + 1) == lexicon.of ? index + 2 : index + 1
    guard let word = word(monthIndex), word.isCapital, let month = lexicon.month[word.id] else { return nil }
    let comma = id(monthIndex + 1) == WordScanner.Mark.comma ? 1 : 0
    if let year = year(monthIndex + 1 + comma) {
      return Match(
        words: index..<monthIndex + 2 + comma, date: CalendarDate(year: year, month: month, day: day))
    }
    return Match(
      words: index..<monthIndex + 1, date: nearest(month: month, day: day, looksAhead: looksAhead(before: index)))
  }

  /// "2019-11-12": three words that hyphens join.
  private func isoDate(_ index: Int) -> Match? {
    guard let year = year(index), let month = number(index + 1), let day = number(index + 2), month.digits == 2,
      day.digits == 2, view.words[index + 1].shape.contains(.hyphenated),
      view.words[index + 2].shape.contains(.hyphenated),
      let date = CalendarDate(year: year, month: month.value, day: day.value)
    else { return nil }
    return Match(words: index..<index + 3, date: date)
  }

  /// "in 2019", "since 2016"; not "the 2015 deal", "1910-45".
  private func yearAlone(_ index: Int) -> Match? {
    guard let year = year(index), !view.words[index].shape.contains(.hyphenated),
      let previous = word(index - 1),
      previous.has(.preposition)
        || previous.has(.article) == false
          && (previous.id == lexicon.early || previous.id == lexicon.mid || previous.id == lexicon.late
            || previous.id == lexicon.since || previous.id == lexicon.until)
    else { return nil }
    if let next = word(index + 1), !next.isMark, next.shape.contains(.hyphenated) { return nil }
    // A noun right after makes the year a modifier: "in 2015 talks" is rare and still a time.
    return Match(words: index..<index + 1, date: CalendarDate(year: year))
  }

  /// The nearest such day; one more than a month ahead only where the words look ahead.
  private func nearest(month: Int, day: Int, looksAhead: Bool) -> CalendarDate? {
    guard let publication else { return nil }
    var best: CalendarDate?
    var least = Int.max
    for year in [publication.year, publication.year - 1, publication.year + 1] {
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      let ahead = date.dayNumber - publication.dayNumber
      if ahead > 31, !looksAhead { continue }
      let distance = abs(ahead)
      if distance < least {
        least = distance
        best = date
      }
    }
    return best
  }

  private func bareMonth(_ month: Int, at start: Int) -> CalendarDate? {
    guard let publication, let current = publication.month else { return nil }
    let previous = id(start - 1)
    var year = publication.year
    if previous == lexicon.last || previous == lexicon.past {
      if month >= current { year -= 1 }
    } else if previous == lexicon.next || previous == lexicon.coming {
      if month <= current { year += 1 }
    } else if month - current > 6 || month > current && !looksAhead(before: start) {
      year -= 1
    } else if current - month > 6, looksAhead(before: start) {
      year += 1
    }
    return CalendarDate(year: year, month: month)
  }

  // MARK: Relative to publication

  private func relativeDay(_ index: Int) -> Match? {
    let id = view.words[index].id
    let offset = id == lexicon.yesterday ? -1 : id == lexicon.tomorrow ? 1 : 0
    // "today's world" tells no day.
    let words = index..<index + 1
    guard let publication, publication.day != nil else { return Match(words: words, date: nil) }
    return Match(words: words, date: publication.adding(days: offset))
  }

  private func weekday(_ index: Int) -> Match? {
    let word = view.words[index]
    guard word.isCapital, let weekday = lexicon.weekday[word.id] else { return nil }
    if word.id == lexicon.sun || word.id == lexicon.sat, !word.shape.contains(.dotted) { return nil }
    let words = index..<index + 1
    guard let publication, publication.day != nil else { return Match(words: words, date: nil) }
    let previous = id(index - 1)
    let back = (publication.weekday - weekday + 7) % 7
    let offset: Int
    if previous == lexicon.last || previous == lexicon.past {
      offset = back == 0 ? -7 : -back
    } else if previous == lexicon.next || previous == lexicon.coming {
      offset = back == 0 ? 7 : 7 - back
    } else if back != 0, looksAhead(before: index) {
      offset = 7 - back
    } else {
      offset = -back
    }
    return Match(words: words, date: publication.adding(days: offset))
  }

  /// "last month", "this weekend", "next year", "last Monday".
  private func relativePeriod(_ index: Int) -> Match? {
    let step = view.words[index].id
    let direction = step == lexicon.last || step == lexicon.past ? -1 : step == lexicon.this ? 0 : 1
    let unit = id(index + 1)
    let words = index..<index + 2
    if lexicon.weekday[unit] != nil || isMonth(index + 1) { return nil }
    guard
      [lexicon.week, lexicon.weekend, lexicon.month1, lexicon.year].contains(unit)
    else { return nil }
    guard let publication else { return Match(words: words, date: nil) }
    if unit == lexicon.year { return Match(words: words, date: CalendarDate(year: publication.year + direction)) }
    guard let month = publication.month else { return Match(words: words, date: nil) }
    if unit == lexicon.month1 {
      let count = publication.year * 12 + month - 1 + direction
      return Match(words: words, date: CalendarDate(year: count / 12, month: count % 12 + 1))
    }
    guard publication.day != nil else { return Match(words: words, date: nil) }
    guard let monday = publication.adding(days: 1 - publication.weekday + 7 * direction) else {
      return Match(words: words, date: nil)
    }
    if unit == lexicon.weekend { return Match(words: words, date: monday.adding(days: 5)) }
    return Match(words: words, date: holding(monday, days: 7))
  }

  /// "three days ago", "two months ago", "a week earlier" stays unresolved but for "ago".
  private func ago(_ index: Int) -> Match? {
    var count = 0
    let word = view.words[index]
    if let value = lexicon.number[word.id] {
      count = value
    } else if word.id == lexicon.a || word.id == lexicon.an {
      count = 1
    } else if let value = number(index)?.value {
      count = value
    } else {
      return nil
    }
    guard id(index + 2) == lexicon.ago else { return nil }
    let unit = id(index + 1)
    let words = index..<index + 3
    guard let publication else { return Match(words: words, date: nil) }
    switch unit {
    case lexicon.day, lexicon.days:
      guard publication.day != nil else { return Match(words: words, date: nil) }
      return Match(words: words, date: publication.adding(days: -count))
    case lexicon.week, lexicon.weeks:
      guard publication.day != nil, let day = publication.adding(days: -7 * count) else {
        return Match(words: words, date: nil)
      }
      return Match(words: words, date: CalendarDate(year: day.year, month: day.month))
    case lexicon.month1, lexicon.months:
      guard let month = publication.month else { return Match(words: words, date: nil) }
      let total = publication.year * 12 + month - 1 - count
      return Match(words: words, date: total > 12 ? CalendarDate(year: total / 12, month: total % 12 + 1) : nil)
    case lexicon.year, lexicon.years:
      return Match(words: words, date: CalendarDate(year: publication.year - count))
    default: return nil
    }
  }

  /// The month, else the year, that holds all days from one on; nil where not even a year does.
  private func holding(_ first: CalendarDate, days: Int) -> CalendarDate? {
    guard let last = first.adding(days: days - 1), last.year == first.year else { return nil }
    return first.month == last.month
      ? CalendarDate(year: first.year, month: first.month) : CalendarDate(year: first.year)
  }

  /// Whether the clause before a word speaks of what is to come.
  private func looksAhead(before index: Int) -> Bool {
    var place = index - 1
    var steps = 0
    while place >= range.lowerBound, steps < 12 {
      let word = view.words[place]
      if word.id == WordScanner.Mark.semicolon || word.id == WordScanner.Mark.dash { return false }
      if lexicon.looksAhead.contains(word.id) { return true }
      if word.has(.quoteVerb) { return false }
      place -= 1
      steps += 1
    }
    return false
  }
}
