import Diplomacy

/// A mention while a document is being read: words, and a row of what was read there.
struct RawMention: Sendable {
  enum Kind: UInt8, Sendable {
    /// `row` is the country's in the gazetteer.
    case country
    /// `row` is an index into ``EntityReader/organizations``.
    case organization
    /// `row` is an index into ``EntityReader/persons``.
    case person
    /// An office without a name; `row` as for persons.
    case office
    /// `row` is an index into ``EntityReader/agreements``.
    case agreement
    /// "the two countries", "both ministers"; `row` is a ``GroupReading`` index.
    case group
    case pronoun
    /// Capitals that no table knows; `row` is an index into ``EntityReader/acronyms``.
    case acronym
  }
  var words: Range<Int>
  var sentence: Int
  var kind: Kind
  var row: Int32
  var form: Mention.Form
  var usage: EntityMention.Usage
  /// Taken back: its words belong to another mention.
  var isDropped = false
  /// Drafts it stands for, once linked.
  var entities: [Int32] = []
}

/// An office as it is written in one place.
struct RoleReading: Sendable {
  /// The words of the title itself: "Foreign Minister".
  var title: Range<Int>
  /// Row of the title's head in the gazetteer.
  var row: Int32
  var kind: TitleRecord.Kind
  var portfolio: Portfolio
  /// Row of the country served, or −1.
  var country: Int32 = -1
  /// Index of the organization served in ``EntityReader/organizations``, or −1.
  var organization: Int32 = -1
  var isFormer = false
  var isFuture = false
  /// Of a body without a country: none is to be inferred.
  var isClosed = false
  /// Whether the country comes from the words themselves rather than from the context.
  var isStated: Bool { country >= 0 || organization >= 0 }
}

/// A person as named in one place, with or without a name.
struct PersonReading: Sendable {
  /// The name without titles; empty for an office.
  var name: Range<Int>
  /// Words of the mention as a whole.
  var words: Range<Int>
  var roles: [RoleReading]
  var gender: Gender
  /// Begins with "the": someone the text has spoken of, or the one holder of an office.
  var isDefinite = false
  var hasHonorific = false
  /// Row of the country whose name stands before it, "Peru's Ana Silva", or −1.
  var country: Int32 = -1
  /// The draft entity, or −1.
  var entity: Int32 = -1
}

enum Gender: UInt8, Sendable { case unknown, female, male }

/// A body as named in one place.
struct OrganizationReading: Sendable {
  enum Kind: UInt8, Sendable {
    /// `row` in the gazetteer's organizations.
    case known
    /// `row` in the gazetteer's kinds of bodies that each country has.
    case generic
    /// Named by the text alone.
    case unknown
  }
  var kind: Kind
  var row: Int32
  /// The words of the name, without an acronym in brackets.
  var name: Range<Int>
  /// Row of the country it belongs to, or −1.
  var country: Int32 = -1
  /// Row of the known body whose force it is, or −1.
  var parentRow: Int32 = -1
  /// The acronym given with it, a word, or −1.
  var acronym: Int = -1
  var entity: Int32 = -1
}

/// An agreement as named or described in one place.
struct AgreementReading: Sendable {
  /// The words of the name or description without article and complements.
  var name: Range<Int>
  /// The noun at its head.
  var head: Int
  /// Where the complement ends: "between A and B".
  var end = 0
  var kind: AgreementNounRecord.Kind
  /// A name of its own: "Paris Agreement".
  var isNamed: Bool
  var isDefinite: Bool
  var isPlural: Bool
  /// "the deal": nothing but article and noun.
  var isBare: Bool
  var topics: AgreementTopics
  /// The description with what the agreement is on or to do: "agreement on oil exports"; empty where none is told.
  var described: Range<Int> = 0..<0
  /// Whether the words set it apart from an older or a newer one.
  var age = Age.untold
  /// Actors that the words name as parties: countries by row, organizations by reading.
  var parties: [PartyReading] = []
  /// Actors that own the document without being bound by it yet: "Finland's accession protocols".
  var owners: [PartyReading] = []
  /// The word "its" before it, whose owner is a party; or −1.
  var possessor: Int = -1
  /// The first word of "the two nations" between which it is; or −1.
  var partyGroup: Int = -1
  var acronym: Int = -1
  /// Row of the known agreement that it names, or −1.
  var known: Int32 = -1
  var entity: Int32 = -1
}

extension AgreementReading {
  enum Age: UInt8, Sendable { case untold, old, new }
}

/// An actor named inside the words of an agreement.
struct PartyReading: Hashable, Sendable {
  var isCountry: Bool
  var row: Int32
}
