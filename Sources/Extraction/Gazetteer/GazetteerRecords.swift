/// A country as the gazetteer knows it.
struct CountryRecord: Sendable {
  /// ISO 3166-1 alpha-2, or a withdrawn or user-assigned code.
  var code: String
  var name: String
  /// "Japanese", as in the names of its bodies.
  var adjective: String
  /// A state that is no more.
  var isFormer = false
}

/// A city; capitals stand for their governments.
struct CityRecord: Sendable {
  /// Row of the country.
  var country: Int32
  var isCapital: Bool
}

/// A body with a name of its own.
struct OrganizationRecord: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case intergovernmental, alliance, government, ministry, legislature, court, military, intelligence, agency
    case police, party, armedGroup = "armed-group", centralBank = "central-bank", company, university, ngo
  }
  var name: String
  var kind: Kind
  /// Row of the country it belongs to, or −1.
  var country: Int32
  /// The kind of body it is for that country, see ``OrganizationHeadRecord/key``; or −1.
  var key: Int32
  /// What it is in charge of.
  var portfolio: Portfolio
  /// States are its members.
  var isIntergovernmental: Bool
  /// The name also names an agreement.
  var isTreaty: Bool
  /// A seat or office that stands for the country's government: "the Kremlin".
  var standsForGovernment: Bool

  /// A building whose name stands for the state: "the Kremlin".
  var isBuilding = false

  /// A building as well as a body.
  var isSeat: Bool { standsForGovernment && country >= 0 }
}

/// A kind of body that nearly every country has: "Foreign Ministry", "Navy".
struct OrganizationHeadRecord: Sendable {
  enum Meaning: String, CaseIterable, Sendable {
    case organization
    /// The words are the country itself: "the Japanese government".
    case country
    /// No entity.
    case generic
  }
  /// The kind of body as a number, equal for "Defence Ministry" and "Department of Defense".
  var key: Int32
  /// The canonical name, where `{country}`, `{adjective}`, `{pattern}` and `{place}` are to be filled in.
  var template: String
  var kind: OrganizationRecord.Kind
  var meaning: Meaning
  var portfolio: Portfolio
  /// The words alone, with "the", may be the body of the country that the text is about.
  var standsAlone: Bool

  /// Embassies and the like, whose place is part of their name.
  var isMission: Bool { Self.contains("{place}", in: template) }

  private static func contains(_ part: String, in text: String) -> Bool {
    let (part, text) = (Array(part.utf8), Array(text.utf8))
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}

/// An office, a rank or an honorific.
struct TitleRecord: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case headOfState = "head-of-state"
    case headOfGovernment = "head-of-government"
    case minister, deputy
    case organizationHead = "organization-head"
    case militaryRank = "military-rank"
    case militaryOffice = "military-office"
    case legislator, diplomat, envoy, spokesperson, adviser, party, judge, royal, religious, honorific
    case academic = "academic-honorific"
    /// A person without office: "activist".
    case personWithoutOffice = "private"

    /// Offices that a government's own texts name without its country.
    var isOwnWithoutCountry: Bool {
      switch self {
      case .spokesperson, .adviser, .envoy, .deputy: true
      default: false
      }
    }

    /// Whether the title says of itself that its holder has an office.
    var isOffice: Bool {
      switch self {
      case .honorific, .academic, .personWithoutOffice: false
      default: true
      }
    }
  }
  var kind: Kind
  /// The office under one spelling, as a number: equal for "Defence Minister" and "Minister of Defense".
  var office: Int32
  var canonical: String
  var portfolio: Portfolio
  var gender: Gender
  /// Row of the country that alone has an office of the name, or −1.
  var country: Int32
  /// One holder per country or organization at a time.
  var isUnique: Bool
  /// Belongs to a country or organization that the text gives or implies.
  var isAffiliated: Bool
  /// Stands only before a name.
  var isPrefix: Bool
  /// Of a part of a country, where it may be read so: "Governor", "Senator".
  var isLocal: Bool
}

/// What an office or a ministry is in charge of, as a number; equal ones make "the Pentagon chief" the "Defense
/// Secretary". 0 where nothing is known.
typealias Portfolio = Int16

/// Someone who led a country: what an educated reader takes "President Biden" to be without being told.
struct LeaderRecord: Sendable {
  var name: String
  /// Row of the country.
  var country: Int32
  var kinds: Set<TitleRecord.Kind>
  /// Ids of the given names they go by.
  var given: Set<Int32>
  /// First and last year in office.
  var begin: Int
  var end: Int
  /// Whether the surname alone tells who is meant.
  var isKnownBySurname: Bool
}

/// What the countries of a part of the world are called: "Nordic", "Southeast Asian".
struct CountryGroupRecord: Sendable {
  var words: [Int32]
  /// Rows of countries.
  var countries: Set<Int32>
}

/// An agreement that texts name by its initials or by several names.
struct KnownAgreementRecord: Sendable {
  var name: String
  /// The year it was signed in, or 0.
  var signed: Int
  /// Ids of the words of each name, small words left out.
  var names: [[Int32]]
}

/// Words that speak for a country, or against it, where its name may mean something else.
struct CountryCue: Sendable {
  var words: [Int32]
  var first: Int32
  /// 1 for, −1 against.
  var weight: Int
}
