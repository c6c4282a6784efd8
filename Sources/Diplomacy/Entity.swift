public import Provenance

/// What a node of the graph is.
public enum EntityKind: String, CaseIterable, Sendable {
  case country, official, organization, agreement
}

/// An actor or an agreement, under one canonical name.
public struct Entity: Hashable, Sendable {
  public var id: ID<Entity>
  /// The canonical name: "South Korea", "Mark Milley".
  public var name: String
  /// Every other form that named it, sorted, without the canonical name.
  public var aliases: [String]
  public var details: Details

  /// What only one kind of entity has.
  public enum Details: Hashable, Sendable {
    case country(Country)
    case official(Official)
    case organization(Organization)
    case agreement(Agreement)
  }

  public init(id: ID<Entity>, name: String, aliases: [String] = [], details: Details) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.details = details
  }

  public var kind: EntityKind {
    switch details {
    case .country: .country
    case .official: .official
    case .organization: .organization
    case .agreement: .agreement
    }
  }

  /// ISO 3166-1 alpha-2 code of the country that it is or belongs to.
  public var countryCode: String? {
    switch details {
    case .country(let country): country.code
    case .official(let official): official.principalRole?.country
    case .organization(let organization): organization.country
    case .agreement: nil
    }
  }
}

/// A state, or a territory with a code of its own.
public struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2, upper case; "XK" and the like for what has only a user-assigned code, and
  /// "SU", "YU", "DD" for states that are no more.
  public var code: String

  public init(code: String) { self.code = code }
}

/// A person who holds or held office.
public struct Official: Hashable, Sendable {
  /// In order of begin, the latest last.
  public var roles: [Role]
  /// True where the text names only an office: "the Pentagon chief". The office is then the name.
  public var isUnnamed: Bool

  public init(roles: [Role] = [], isUnnamed: Bool = false) {
    self.roles = roles
    self.isUnnamed = isUnnamed
  }

  /// The office to show: the latest, and of those no text dates the one told most fully ("Defense Secretary" before
  /// "chief").
  public var principalRole: Role? {
    roles.max { a, b in
      let (x, y) = (a.begin?.dayNumber ?? .min, b.begin?.dayNumber ?? .min)
      if x != y { return x < y }
      let (m, n) = (a.title.utf8.count, b.title.utf8.count)
      return m != n ? m < n : a.title > b.title
    }
  }
}

/// An office, for whom it is held, and when a text saw it held. Validity is half-open: begin ≤ t < end.
public struct Role: Hashable, Sendable {
  /// As written, without the country: "Foreign Minister".
  public var title: String
  /// ISO code of the country served, nil where unknown or where an intergovernmental body is served.
  public var country: String?
  /// Organization served.
  public var organization: ID<Entity>?
  public var begin: CalendarDate?
  public var end: CalendarDate?

  public init(
    title: String, country: String? = nil, organization: ID<Entity>? = nil, begin: CalendarDate? = nil,
    end: CalendarDate? = nil
  ) {
    self.title = title
    self.country = country
    self.organization = organization
    self.begin = begin
    self.end = end
  }
}

/// A body that acts: a ministry, a parliament, an armed group, an alliance.
public struct Organization: Hashable, Sendable {
  /// ISO code of the country it belongs to; nil for intergovernmental bodies and where unknown.
  public var country: String?
  /// Whether states are its members.
  public var isIntergovernmental: Bool

  public init(country: String? = nil, isIntergovernmental: Bool = false) {
    self.country = country
    self.isIntergovernmental = isIntergovernmental
  }
}

/// A treaty, pact, accord, memorandum, truce: what parties have bound themselves to.
public struct Agreement: Hashable, Sendable {
  /// Learned acronym: "GSOMIA".
  public var acronym: String?
  /// Countries and organizations, sorted.
  public var parties: [ID<Entity>]
  public var status: Status?
  /// The day the status holds from, or is to: "is set to expire on Saturday".
  public var statusDate: CalendarDate?

  public enum Status: String, CaseIterable, Sendable {
    case proposed, signed, inForce = "in force", suspended, withdrawn = "withdrawn from", expiring, ended
  }

  public init(
    acronym: String? = nil, parties: [ID<Entity>] = [], status: Status? = nil, statusDate: CalendarDate? = nil
  ) {
    self.acronym = acronym
    self.parties = parties
    self.status = status
    self.statusDate = statusDate
  }
}
