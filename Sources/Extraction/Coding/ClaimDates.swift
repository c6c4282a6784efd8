import Diplomacy
import Linguistics
import Provenance

/// The dates that the claims of a sentence carry: those its own words tell, never the day it was published.
struct ClaimDates {
  private let expressions: [DateExpression]

  /// - Complexity: O(log dates + dates of the sentence); the dates of a document are in order.
  init(_ found: DocumentEntities, sentence: Int) {
    var low = 0
    var high = found.dates.count
    while low < high {
      let middle = (low + high) / 2
      if found.dates[middle].sentence < sentence { low = middle + 1 } else { high = middle }
    }
    expressions = found.dates[low...].prefix { $0.sentence == sentence }
      .filter { $0.date != nil && $0.relation != .until }
  }

  /// The date told nearest to a predicate; nil where the sentence tells none. In "warned that it would leave the pact that
  /// it signed in 2006" the year is of the signing alone.
  func date(at token: Int, in view: SentenceView) -> CalendarDate? {
    var best: (distance: Int, date: CalendarDate)?
    for expression in expressions {
      guard let date = expression.date, !isOfOtherClause(expression.tokens.lowerBound, than: token, view) else {
        continue
      }
      let distance = abs(expression.tokens.lowerBound - token)
      if best == nil || distance < best!.distance { best = (distance, date) }
    }
    return best?.date
  }

  /// Whether a date lies in a relative clause that the predicate stands outside of.
  private func isOfOtherClause(_ date: Int, than predicate: Int, _ view: SentenceView) -> Bool {
    guard view.tokens.contains(date) else { return false }
    var token = date
    for _ in 0..<24 {
      if token == predicate { return false }
      if view.relation(token) == .relativeClause { return !isBelow(predicate, token, view) }
      guard let above = view.head(token) else { return false }
      token = above
    }
    return false
  }

  private func isBelow(_ token: Int, _ ancestor: Int, _ view: SentenceView) -> Bool {
    var token = token
    for _ in 0..<24 where token != ancestor {
      guard let above = view.head(token) else { return false }
      token = above
    }
    return token == ancestor
  }
}
