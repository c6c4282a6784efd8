import Linguistics
import Provenance

/// The date that the claims of each sentence carry: the one the sentence names, else the text's own.
struct ClaimDates {
  let document: Document

  func date(ofSentence sentence: Int) -> CalendarDate? { document.metadata.date }
}
