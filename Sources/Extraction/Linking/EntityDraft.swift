import Diplomacy

/// An entity while a document is being read.
struct EntityDraft: Sendable {
  var kind: EntityKind
  /// Row of the country or the known organization, else −1.
  var row: Int32 = -1
  /// The name where it does not come from the words of a mention.
  var name = ""
  /// Words of the fullest name.
  var nameWords: Range<Int> = 0..<0
  /// Folded word ids of all forms of a person's name.
  var nameForms: [[Int32]] = []
  var roles: [RoleReading] = []
  var gender: Gender = .unknown
  var isUnnamed = false
  /// Row of the country that a body belongs to, or that stands before the name of a person without an office; or −1.
  var country: Int32 = -1
  /// Draft of the body that a body belongs to, or −1.
  var parent: Int32 = -1
  /// Kind of body, see ``OrganizationHeadRecord/key``, or −1.
  var key: Int32 = -1
  var portfolio: Portfolio = 0
  var organizationKind: OrganizationRecord.Kind?
  /// What an agreement is known by.
  var agreement: AgreementDraft?
  /// Index of the raw mention that made it; the first one.
  var firstMention: Int = .max
  /// Forms that named it, as written.
  var aliases: [String] = []

  init(_ kind: EntityKind) { self.kind = kind }
}

struct AgreementDraft: Sendable {
  var kind: AgreementNounRecord.Kind
  var topics: AgreementTopics
  var isNamed: Bool
  var isPlural: Bool
  /// Drafts of the parties, with the sentence that says so.
  var parties: [(draft: Int32, sentence: Int)] = []
  var owners: [PartyReading] = []
  /// Whether it was set apart from an older or a newer one.
  var age = AgreementReading.Age.untold
  /// Only headlines have spoken of it so far.
  var isFromHeadline = false
  /// Folded id of the acronym, or −1, and a word where it stands.
  var acronym: Int32 = -1
  var acronymWord: Int = -1
  /// The year that the text dates it by, or 0.
  var year = 0
  /// Row of the known agreement it is, or −1.
  var known: Int32 = -1
  /// Folded ids of the name's words without articles and small words.
  var words: Set<Int32> = []
  var status: Agreement.Status?
  var statusSentence = -1
}
