public import Provenance

/// Words of a text that tell a time, and the date they come to.
public struct DateExpression: Hashable, Sendable {
  /// How the time bounds what happens.
  public enum Relation: Sendable, Hashable {
    /// "on Monday", "last month", "Nov. 12".
    case at
    /// "since May", "after Friday".
    case since
    /// "by June", "until Saturday", "before Monday".
    case until
  }
  public var span: Span
  public var tokens: Range<Int>
  /// Index of the sentence.
  public var sentence: Int
  /// No finer than the words are; nil where they do not tell, or only in relation to a publication date that is
  /// not known.
  public var date: CalendarDate?
  public var relation: Relation

  public init(span: Span, tokens: Range<Int>, sentence: Int, date: CalendarDate?, relation: Relation = .at) {
    self.span = span
    self.tokens = tokens
    self.sentence = sentence
    self.date = date
    self.relation = relation
  }
}
