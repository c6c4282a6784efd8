/// What a person put right in a graph, as it stands in the log.
public struct Edit: Hashable, Sendable {
  /// Place in the log, from 1.
  public var number: Int
  /// The same in every graph that the edit is carried to.
  public var key: String
  public var action: Action
  public var author: String
  public var reason: String?
  /// By the author's clock, ISO 8601 in UTC.
  public var time: String?
  /// The edit that took this one back; nil while it holds.
  public var undoneBy: Int?
  /// Of an undo: the edit that it takes back.
  public var undoes: Int?

  public init(
    number: Int, key: String, action: Action, author: String, reason: String? = nil, time: String? = nil,
    undoneBy: Int? = nil, undoes: Int? = nil
  ) {
    self.number = number
    self.key = key
    self.action = action
    self.author = author
    self.reason = reason
    self.time = time
    self.undoneBy = undoneBy
    self.undoes = undoes
  }

  /// What is done to what. Entities and claims are named so that other graphs know them too.
  public enum Action: Hashable, Sendable, Codable {
    /// Entities that turned out to be another one: their names become its names, their claims its claims.
    case merge(into: EntityReference, entities: [EntityReference])
    /// An entity that turned out to be two: the named claims, those of whole documents, and those in sentences that
    /// call it by given names become those of a new entity, in texts that come later too.
    case split(
      entity: EntityReference, new: EntityReference, aliases: [String], documents: [String], claims: [ClaimReference])
    /// Another canonical name; the old one becomes an alias.
    case rename(entity: EntityReference, name: String)
    /// One more name, or one less.
    case alias(entity: EntityReference, name: String, isRemoved: Bool)
    /// Another kind. A country needs its code.
    case kind(entity: EntityReference, kind: String, country: String?)
    /// When an office was held: begin ≤ t < end. An office that the official is not known to have held is added.
    case role(entity: EntityReference, title: String, country: String?, begin: String?, end: String?)
    /// Claims that do not stand.
    case reject(claims: [ClaimReference])
    /// A claim that no text made.
    case addClaim(claim: AddedClaim)
    /// An edit taken back, or where that one took back another, done again.
    case undo(key: String)

    /// The name of the command that does it.
    public var name: String {
      switch self {
      case .merge: "merge"
      case .split: "split"
      case .rename: "rename"
      case .alias: "alias"
      case .kind: "kind"
      case .role: "role"
      case .reject: "reject"
      case .addClaim: "add-claim"
      case .undo: "undo"
      }
    }
  }
}

/// An entity by its number in this graph, and by what tells it in others.
public struct EntityReference: Hashable, Sendable, Codable {
  public var id: Int
  public var name: String
  /// As ``EntityKind`` is written.
  public var kind: String

  public init(id: Int, name: String, kind: String) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// A claim by where it stands and what it says, so that it is known again when its text is coded anew.
public struct ClaimReference: Hashable, Sendable, Codable {
  /// The id of the document.
  public var document: String
  /// Of an imported file, from 1; nil in a text.
  public var line: Int?
  /// The sentence, in bytes of the text or of the row.
  public var start: Int
  public var end: Int
  public var kind: String
  public var source: EntityReference
  public var target: EntityReference
  public var event: String?
}

/// A claim that a person makes.
public struct AddedClaim: Hashable, Sendable, Codable {
  public var kind: String
  public var source: EntityReference
  public var target: EntityReference
  public var event: String?
  public var weight: Double
  public var modality: String
  public var confidence: Double
  public var date: String?
  /// Whether it holds from its date on, and until when.
  public var isLasting: Bool
  public var end: String?
  /// What it rests on, in words.
  public var text: String
  /// Where that is written: an address, a book.
  public var document: String?

  public init(
    kind: String, source: EntityReference, target: EntityReference, event: String? = nil, weight: Double,
    modality: String = "asserted", confidence: Double = 1, date: String? = nil, isLasting: Bool = false,
    end: String? = nil, text: String, document: String? = nil
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    self.event = event
    self.weight = weight
    self.modality = modality
    self.confidence = confidence
    self.date = date
    self.isLasting = isLasting
    self.end = end
    self.text = text
    self.document = document
  }
}

/// Why an edit is not made: the rule, what breaks it, and what helps. Leaves the module as
/// ``StoreError/editRefused(reason:)``.
struct EditRefusal: Error {
  var description: String

  init(_ description: String) { self.description = description }
}
