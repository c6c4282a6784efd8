public import Diplomacy
public import Provenance

/// A claim as a file has it: between names, with what the file tells of where it comes from.
public struct CodedRow: Hashable, Sendable {
  /// Of the file, from 1.
  public var line: Int
  /// The claim's own name, the same in every file that has it; nil where it has none.
  public var key: String?
  /// By what claims of one story know each other.
  public var storyKey: String?
  public var kind: ClaimKind
  public var source: ActorName
  public var target: ActorName
  public var event: EventType?
  /// −1 … 1, never 0 for signed kinds.
  public var weight: Double
  public var modality: Modality
  public var attribution: [ActorName]
  public var date: CalendarDate?
  public var validity: Validity
  public var confidence: Double
  /// The document that the file names as the source of the claim; nil where that is the file itself.
  public var document: String?
  public var title: String?
  public var publisher: String?
  /// When it was reported or recorded, beside ``date``, of which it speaks.
  public var reported: CalendarDate?
  /// The sentence, or the row as written.
  public var text: String
  /// The words of ``text`` that decided.
  public var cue: String?
  /// What read it.
  public var rule: String

  public init(
    line: Int, key: String? = nil, storyKey: String? = nil, kind: ClaimKind, source: ActorName, target: ActorName,
    event: EventType? = nil, weight: Double, modality: Modality = .asserted, attribution: [ActorName] = [],
    date: CalendarDate? = nil, validity: Validity = .event, confidence: Double = 1, document: String? = nil,
    title: String? = nil, publisher: String? = nil, reported: CalendarDate? = nil, text: String, cue: String? = nil,
    rule: String
  ) {
    self.line = line
    self.key = key
    self.storyKey = storyKey
    self.kind = kind
    self.source = source
    self.target = target
    self.event = event
    self.weight = weight
    self.modality = modality
    self.attribution = attribution
    self.date = date
    self.validity = validity
    self.confidence = confidence
    self.document = document
    self.title = title
    self.publisher = publisher
    self.reported = reported
    self.text = text
    self.cue = cue
    self.rule = rule
  }

  /// The rule that a weight breaks, or nil for a good one.
  static func brokenRule(weight: Double, of kind: ClaimKind) -> String? {
    if weight.isNaN { return "the weight is not a number" }
    if abs(weight) > 1 { return "the weight \(weight) lies beyond −1…1; divide by the scale of your data" }
    if weight == 0, kind.isSigned { return "a weight of 0 says neither support nor opposition; leave such rows out" }
    return nil
  }
}

/// What a reader comes by in a file, in order.
public enum ImportItem: Hashable, Sendable {
  case row(CodedRow)
  /// An actor without ties.
  case actor(ActorName)
  /// A sound row that tells no tie, counted by its reason.
  case skipped(line: Int, reason: String)
  /// A row that breaks a rule.
  case bad(line: Int, rule: String)
}

/// Why a file as a whole cannot be imported, or cannot be read on.
public struct InterchangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// As the user named it; nil for standard input.
  public var path: String?
  /// From 1; nil where it concerns the file as a whole.
  public var line: Int?
  /// The rule that is broken, and what helps.
  public var rule: String

  public init(path: String?, line: Int? = nil, rule: String) {
    self.path = path
    self.line = line
    self.rule = rule
  }

  public var description: String { "\(path ?? "standard input")\(line.map { ":\($0)" } ?? ""): \(rule)" }
}

extension CodedRow {
  /// The claim as one JSON object on one line, which ``ClaimLinesReader`` reads.
  public var jsonLine: String { ClaimText.json(self) }
}
