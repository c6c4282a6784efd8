public import Provenance

/// One piece of news, however many publishers carry it. Only ever the subject of an ``ID``.
public enum Story {}

/// A claim as a graph holds it: with an identity of its own, and what is known of the text that makes it.
public struct RecordedClaim: Hashable, Sendable {
  /// Given in order of recording, so that of two claims the later recorded one has the greater id.
  public var id: ID<Claim>
  public var claim: Claim
  /// The story that the document tells. Claims of one story count once.
  public var story: ID<Story>
  /// Publication date of the document.
  public var documentDate: CalendarDate?
  public var publisher: String?

  public init(
    id: ID<Claim>, claim: Claim, story: ID<Story>, documentDate: CalendarDate? = nil, publisher: String? = nil
  ) {
    self.id = id
    self.claim = claim
    self.story = story
    self.documentDate = documentDate
    self.publisher = publisher
  }

  /// When what is claimed took place, else when it was published.
  public var effectiveDate: CalendarDate? { claim.date ?? documentDate }
}
