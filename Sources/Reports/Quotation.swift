public import Diplomacy
public import Provenance

/// A sentence that an edge rests on, with where it stands.
public struct Quotation: Hashable, Sendable {
  /// The id of the document.
  public var document: String
  public var date: CalendarDate?
  public var publisher: String?
  /// Index in the document, from 0.
  public var sentence: Int
  public var text: String
  /// The words that decided.
  public var cue: String
  public var claim: Claim

  public init(
    document: String, date: CalendarDate? = nil, publisher: String? = nil, sentence: Int, text: String,
    cue: String = "", claim: Claim
  ) {
    self.document = document
    self.date = date
    self.publisher = publisher
    self.sentence = sentence
    self.text = text
    self.cue = cue
    self.claim = claim
  }

  /// `{"document","sentence","text"}` and what else is known.
  var json: JSONText {
    .object([
      .init("document", .string(document)), .init("sentence", .integer(sentence)), .init("text", .string(text)),
      .init("date", JSONText((claim.date ?? date)?.description)), .init("publisher", JSONText(publisher)),
      .init("event", JSONText(claim.event?.rawValue)), .init("weight", .decimal(claim.weight)),
      .init("modality", .string(claim.modality.rawValue)), .init("cue", .string(cue)),
    ])
  }
}
