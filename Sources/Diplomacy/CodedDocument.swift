public import Provenance

/// A span of a document that names an entity, or stands for one.
public struct Mention: Hashable, Sendable {
  public enum Form: UInt8, CaseIterable, Sendable {
    /// "Japanese Foreign Minister Toshimitsu Motegi", "Seoul", "GSOMIA".
    case name
    /// "the deal", "the Pentagon chief", "both ministers".
    case nominal
    /// "he", "it", "we".
    case pronoun
  }
  public var span: Span
  public var form: Form
  /// One entity, or several where the words stand for a group: "the two countries".
  public var entities: [ID<Entity>]

  public init(span: Span, form: Form, entities: [ID<Entity>]) {
    self.span = span
    self.form = form
    self.entities = entities
  }
}

/// What one text was found to say.
///
/// Out of extraction the ids are the document's own (`entities[i].id == ID(i)`); linking across documents
/// replaces them by those of the graph.
public struct CodedDocument: Hashable, Sendable {
  public var source: SourceText
  /// Spans of the sentences in order; a claim's `evidence.sentence` is an index into it.
  public var sentences: [Span]
  public var entities: [Entity]
  public var mentions: [Mention]
  public var claims: [Claim]
  /// MinHash signature of the text's word shingles, for finding copies of one story. Empty for texts too
  /// short to tell.
  public var signature: [UInt32]

  public init(
    source: SourceText, sentences: [Span] = [], entities: [Entity] = [], mentions: [Mention] = [],
    claims: [Claim] = [], signature: [UInt32] = []
  ) {
    self.source = source
    self.sentences = sentences
    self.entities = entities
    self.mentions = mentions
    self.claims = claims
    self.signature = signature
  }
}
