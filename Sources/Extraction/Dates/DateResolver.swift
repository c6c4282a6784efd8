import Linguistics
import Provenance

/// Reads expressions of time and resolves them against the date of publication.
///
/// "on Monday" is the latest Monday up to that date, or the next one where the words before it look ahead ("will",
/// "is set to"); a month without a year is the nearest; a week is given as the month that holds it whole, "this
/// weekend" as its Saturday. What cannot be resolved stays nil: a date is never made up.
struct DateResolver: Sendable {
  private let lexicon: DateLexicon

  init(vocabulary: Vocabulary) { lexicon = DateLexicon(vocabulary) }

  /// The expressions of all sentences, in order.
  ///
  /// - Complexity: O(words).
  func expressions(in view: WordView, of document: Document, publication: CalendarDate?) -> [DateExpression] {
    var found: [DateExpression] = []
    var reader = DateReader(
      view: view, bytes: document.utf8, lexicon: lexicon, publication: publication, range: 0..<0)
    for (sentence, range) in view.sentences.enumerated() {
      reader.range = range
      var index = range.lowerBound
      while index < range.upperBound {
        guard let match = reader.read(at: index) else {
          index += 1
          continue
        }
        let words = match.words
        let span = Span(Int(view.words[words.lowerBound].start), Int(view.words[words.upperBound - 1].end))
        let tokens =
          Int(view.words[words.lowerBound].token)..<Int(view.words[words.upperBound - 1].token) + 1
        found.append(
          DateExpression(
            span: span, tokens: tokens, sentence: sentence, date: match.date,
            relation: reader.relation(before: words.lowerBound)))
        index = words.upperBound
      }
    }
    return found
  }
}

/// The ids of the words that dates are made of.
struct DateLexicon: Sendable {
  /// 1 … 12 for ids of months, 1 … 7 for ids of weekdays.
  private(set) var month: [Int32: Int] = [:]
  private(set) var weekday: [Int32: Int] = [:]
  private(set) var number: [Int32: Int] = [:]
  let may, march, sun, sat, mar, fall, spring: Int32
  let last, past, next, this, coming, upcoming, ago, earlier, later, of, early, mid, late, end, the: Int32
  let today, yesterday, tomorrow, tonight, day, days, week, weeks, weekend, month1, months, year, years: Int32
  let since, after, until, by, before, till, from, `in`, during, a, an, on, previous: Int32
  let looksAhead: Set<Int32>
  /// For each word of the vocabulary whether an expression of time may begin with it.
  private var begins: [Bool]

  init(_ vocabulary: Vocabulary) {
    func id(_ word: StaticString) -> Int32 {
      let id = vocabulary.id(word)
      return id < 0 ? -100 : id
    }
    let names: [(StaticString, StaticString, Int)] = [
      ("january", "jan", 1), ("february", "feb", 2), ("march", "mar", 3), ("april", "apr", 4), ("may", "may", 5),
      ("june", "jun", 6), ("july", "jul", 7), ("august", "aug", 8), ("september", "sept", 9), ("october", "oct", 10),
      ("november", "nov", 11), ("december", "dec", 12),
    ]
    for (long, short, value) in names {
      month[id(long)] = value
      month[id(short)] = value
    }
    month[id("sep")] = 9
    let days: [(StaticString, StaticString, Int)] = [
      ("monday", "mon", 1), ("tuesday", "tue", 2), ("wednesday", "wed", 3), ("thursday", "thu", 4),
      ("friday", "fri", 5), ("saturday", "sat", 6), ("sunday", "sun", 7),
    ]
    for (long, short, value) in days {
      weekday[id(long)] = value
      weekday[id(short)] = value
    }
    weekday[id("tues")] = 2
    weekday[id("thurs")] = 4
    weekday[id("thur")] = 4
    let numbers: [(StaticString, Int)] = [
      ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
      ("nine", 9), ("ten", 10),
    ]
    for (word, value) in numbers { number[id(word)] = value }
    month[-100] = nil
    weekday[-100] = nil
    number[-100] = nil
    may = id("may")
    march = id("march")
    sun = id("sun")
    sat = id("sat")
    mar = id("mar")
    fall = id("fall")
    spring = id("spring")
    last = id("last")
    past = id("past")
    next = id("next")
    this = id("this")
    coming = id("coming")
    upcoming = id("upcoming")
    ago = id("ago")
    earlier = id("earlier")
    later = id("later")
    of = id("of")
    early = id("early")
    mid = id("mid")
    late = id("late")
    end = id("end")
    the = id("the")
    today = id("today")
    yesterday = id("yesterday")
    tomorrow = id("tomorrow")
    tonight = id("tonight")
    day = id("day")
    self.days = id("days")
    week = id("week")
    weeks = id("weeks")
    weekend = id("weekend")
    month1 = id("month")
    months = id("months")
    year = id("year")
    years = id("years")
    since = id("since")
    after = id("after")
    until = id("until")
    by = id("by")
    before = id("before")
    till = id("till")
    from = id("from")
    `in` = id("in")
    during = id("during")
    a = id("a")
    an = id("an")
    on = id("on")
    previous = id("previous")
    looksAhead = Set(
      ([
        "will", "would", "shall", "set", "scheduled", "expected", "plans", "planned", "due", "upcoming", "coming",
        "next", "expire", "expires", "until", "by", "deadline", "begins", "starts", "shortly", "before", "could", "may",
        "must", "ahead",
      ] as [StaticString]).map(id)
    ).subtracting([-100])
    let first = Array(month.keys) + Array(weekday.keys) + [early, mid, late, last, next, this, past, coming, a, an]
    begins = [Bool](repeating: false, count: vocabulary.count)
    for id in first where id >= 0 { begins[Int(id)] = true }
  }

  /// Whether an expression of time may begin with a word that has no digits.
  func mayBegin(_ word: Word) -> Bool {
    word.has([.relativeDay, .numberWord]) || word.id >= 0 && word.id < begins.count && begins[Int(word.id)]
  }
}
