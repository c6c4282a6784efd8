public import Diplomacy

/// An actor or agreement as a file names it, before it is known which entity of the graph that is.
public struct ActorName: Hashable, Sendable {
  public var name: String
  /// Nil where the file does not say.
  public var kind: EntityKind?
  /// ISO 3166-1 alpha-2: of a country its own, else of the country it belongs to.
  public var country: String?
  public var aliases: [String]
  /// The office of an official, the acronym of an agreement.
  public var role: String?
  public var acronym: String?
  public var isIntergovernmental: Bool

  public init(
    _ name: String, kind: EntityKind? = nil, country: String? = nil, aliases: [String] = [], role: String? = nil,
    acronym: String? = nil, isIntergovernmental: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.country = country
    self.aliases = aliases
    self.role = role
    self.acronym = acronym
    self.isIntergovernmental = isIntergovernmental
  }

  /// What a file in another program's hands needs of an entity.
  public init(_ entity: Entity) {
    self.init(entity.name, kind: entity.kind, country: entity.countryCode, aliases: entity.aliases)
    switch entity.details {
    case .official(let official): role = official.principalRole?.title
    case .organization(let organization): isIntergovernmental = organization.isIntergovernmental
    case .agreement(let agreement): acronym = agreement.acronym
    case .country: break
    }
  }
}
