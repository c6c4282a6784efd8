import Diplomacy
import Provenance

extension Entity {
  /// Takes over the names, offices and parties of another entity that turned out to be this one.
  mutating func take(_ other: Entity) {
    aliases += [other.name] + other.aliases
    switch (details, other.details) {
    case (.official(var official), .official(let more)):
      for role in more.roles where !official.roles.contains(role) { official.roles.append(role) }
      official.roles.sort { ($0.begin?.dayNumber ?? .min) < ($1.begin?.dayNumber ?? .min) }
      official.isUnnamed = official.isUnnamed && more.isUnnamed
      details = .official(official)
    case (.organization(var organization), .organization(let more)):
      organization.country = organization.country ?? more.country
      details = .organization(organization)
    case (.agreement(var agreement), .agreement(let more)):
      agreement.acronym = agreement.acronym ?? more.acronym
      agreement.parties = Set(agreement.parties + more.parties).sorted()
      if agreement.status == nil {
        agreement.status = more.status
        agreement.statusDate = more.statusDate
      }
      details = .agreement(agreement)
    default: break
    }
  }

  /// Lets offices and parties speak of the entities that stand.
  mutating func resolveReferences(_ survivor: (ID<Entity>) -> ID<Entity>) {
    switch details {
    case .official(var official):
      for place in official.roles.indices {
        official.roles[place].organization = official.roles[place].organization.map(survivor)
      }
      details = .official(official)
    case .agreement(var agreement):
      agreement.parties = Set(agreement.parties.map(survivor)).sorted()
      details = .agreement(agreement)
    case .country, .organization: break
    }
  }

  /// Becomes of another kind, and keeps what both kinds have.
  mutating func become(_ kind: EntityKind, country code: String?) {
    switch kind {
    case .country:
      if let code { details = .country(Country(code: code)) }
    case .official:
      if case .official = details { return }
      details = .official(Official(roles: []))
    case .organization:
      let intergovernmental = if case .organization(let old) = details { old.isIntergovernmental } else { false }
      details = .organization(
        Organization(country: code ?? countryCode, isIntergovernmental: intergovernmental))
    case .agreement:
      if case .agreement = details { return }
      details = .agreement(Agreement())
    }
  }
}

extension Official {
  /// Sets the dates of an office by its title, or adds the office.
  mutating func set(_ role: Role) {
    var isKnown = false
    for place in roles.indices where roles[place].title.lowercased() == role.title.lowercased() {
      guard role.country == nil || roles[place].country == nil || roles[place].country == role.country else { continue }
      roles[place].begin = role.begin ?? roles[place].begin
      roles[place].end = role.end ?? roles[place].end
      roles[place].country = roles[place].country ?? role.country
      isKnown = true
    }
    if !isKnown { roles.append(role) }
    roles.sort { ($0.begin?.dayNumber ?? .min) < ($1.begin?.dayNumber ?? .min) }
  }
}
