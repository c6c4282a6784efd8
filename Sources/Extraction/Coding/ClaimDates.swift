import Diplomacy
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

  /// The date told nearest to a predicate; nil where the sentence tells none.
  func date(at token: Int) -> CalendarDate? {
    var best: (distance: Int, date: CalendarDate)?
    for expression in expressions {
      guard let date = expression.date else { continue }
      let distance = abs(expression.tokens.lowerBound - token)
      if best == nil || distance < best!.distance { best = (distance, date) }
    }
    return best?.date
  }
}
