public import Diplomacy
public import Provenance
public import RelationGraph

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
  /// The claim's number in the graph, by which it can be rejected.
  public var id: ID<Claim>?
  /// What the document is called, where it has a title.
  public var title: String?
  /// The line of the imported file that it is; nil for a sentence of a text.
  public var line: Int?

  public init(
    document: String, date: CalendarDate? = nil, publisher: String? = nil, sentence: Int, text: String,
    cue: String = "", claim: Claim, id: ID<Claim>? = nil, line: Int? = nil
  ) {
    self.document = document
    self.date = date
    self.publisher = publisher
    self.sentence = sentence
    self.text = text
    self.cue = cue
    self.claim = claim
    self.id = id
    self.line = line
  }

  /// How people name the claim: "c12".
  public static func name(of claim: ID<Claim>) -> String { "c\(claim.rawValue)" }

  /// Whether the claim speaks against what its edge says on the whole.
  public func contradicts(_ edge: Edge) -> Bool { claim.contradicts(edge) }

  /// `{"document","sentence","text"}` and what else is known.
  var json: JSONText { .object(members) }

  /// The same with the number that the sentence has in an answer.
  func json(number: Int) -> JSONText { .object([.init("number", .integer(number))] + members) }

  private var members: [JSONText.Member] {
    [
      .init("document", .string(document)), .init("sentence", .integer(sentence)), .init("text", .string(text)),
      .init("date", JSONText((claim.date ?? date)?.description)), .init("publisher", JSONText(publisher)),
      .init("event", JSONText(claim.event?.rawValue)), .init("weight", .decimal(claim.weight)),
      .init("modality", .string(claim.modality.rawValue)), .init("cue", .string(cue)),
    ] + (id.map { [.init("claim", .string(Quotation.name(of: $0)))] } ?? [])
      + (line.map { [.init("line", .integer($0))] } ?? [])
  }
}

extension Edge {
  /// Whether so much is told for either side that a summary which tells of one alone would mislead: at least a fifth
  /// of the claims.
  public var isDivided: Bool { isContested && 5 * min(supporting, opposing) >= supporting + opposing }
}

extension Claim {
  /// Whether it speaks against what its edge says on the whole.
  public func contradicts(_ edge: Edge) -> Bool {
    edge.kind.isSigned && modality.counts && weight * edge.weight < 0
  }
}

extension Modality {
  /// Whether a claim so told weighs at all.
  var counts: Bool { self != .negated && self != .hypothetical }
}

extension Quotation {
  /// Where in the document it stands: "sentence 4", of an imported file "line 17".
  var place: String { line.map { "line \($0)" } ?? "sentence \(sentence + 1)" }
}
