import Diplomacy
import Provenance

extension Entity {
  /// Takes over what another text says of the same entity.
  ///
  /// - Parameter ids: from the ids of that text to those of the graph.
  mutating func absorb(_ other: Entity, ids: [ID<Entity>: ID<Entity>]) {
    var names = Set(aliases).union(other.aliases).union([name, other.name])
    if other.isBetterName(than: self) { name = other.name }
    names.remove(name)
    aliases = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    switch (details, other.details) {
    case (.official(var known), .official(let new)):
      for role in new.roles { known.add(role.renumbered(ids)) }
      details = .official(known)
    case (.organization(var known), .organization(let new)):
      known.country = known.country ?? new.country
      known.isIntergovernmental = known.isIntergovernmental || new.isIntergovernmental
      details = .organization(known)
    case (.agreement(var known), .agreement(let new)):
      known.acronym = known.acronym ?? new.acronym
      known.parties = Set(known.parties).union(new.parties.compactMap { ids[$0] }).sorted()
      if new.status != nil, known.statusDate == nil || new.statusDate ?? known.statusDate! >= known.statusDate! {
        known.status = new.status
        known.statusDate = new.statusDate ?? known.statusDate
      }
      details = .agreement(known)
    default: break
    }
  }

  /// A name of an agreement that is written as one is better than a description, and a full name better than a surname.
  private func isBetterName(than other: Entity) -> Bool {
    func isProper(_ name: String) -> Bool { name.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false }
    func words(_ name: String) -> Int { name.split(separator: " ").count }
    switch kind {
    case .country, .organization: return false
    case .official: return words(other.name) == 1 && words(name) > 1
    case .agreement:
      if isProper(name) != isProper(other.name) { return isProper(name) }
      // "General Security of Military Information Agreement" says more than "Japan-South Korea pact".
      return name.contains { $0.isUppercase } && other.acronymOfName == nil && acronymOfName != nil
    }
  }

  /// The acronym of an agreement, where its name's capitals spell it.
  private var acronymOfName: String? {
    guard case .agreement(let agreement) = details, let acronym = agreement.acronym ?? aliases.first(where: \.isAcronym)
    else { return nil }
    return name.filter(\.isUppercase).hasPrefix(acronym.prefix(2)) && name.contains(" ") ? acronym : nil
  }
}

extension String {
  fileprivate var isAcronym: Bool { utf8.count >= 3 && utf8.allSatisfy { (0x41...0x5A).contains($0) } }
}

extension Official {
  /// Adds an office, or widens the time that it was seen held.
  fileprivate mutating func add(_ role: Role) {
    if let at = roles.firstIndex(where: {
      $0.title == role.title && $0.country == role.country && $0.organization == role.organization
    }) {
      roles[at].begin = [roles[at].begin, role.begin].compactMap(\.self).min()
      roles[at].end = [roles[at].end, role.end].compactMap(\.self).max()
    } else {
      roles.append(role)
    }
  }
}

extension Role {
  fileprivate func renumbered(_ ids: [ID<Entity>: ID<Entity>]) -> Role {
    var role = self
    role.organization = organization.flatMap { ids[$0] }
    return role
  }
}

extension Entity.Details {
  /// Without what refers to other entities, which have no ids of the graph yet.
  var withoutReferences: Entity.Details {
    switch self {
    case .official(let official): .official(Official(isUnnamed: official.isUnnamed))
    case .agreement(let agreement): .agreement(Agreement(acronym: agreement.acronym))
    case .country, .organization: self
    }
  }
}

extension CodedDocument {
  /// The document with its entities called by the ids of the graph. A claim about what is not among its entities, which
  /// no extraction makes, is left out.
  func renumbered(_ ids: [ID<Entity>: ID<Entity>], _ graph: [Entity]) -> CodedDocument {
    var linked = self
    linked.entities = Set(ids.values).sorted().map { graph[$0.index] }
    linked.mentions = mentions.map { mention in
      var mention = mention
      mention.entities = mention.entities.compactMap { ids[$0] }
      return mention
    }
    linked.claims = claims.compactMap { claim in
      guard let source = ids[claim.source], let target = ids[claim.target] else { return nil }
      var claim = claim
      let isTurned = !claim.kind.isDirected && target < source
      (claim.source, claim.target) = isTurned ? (target, source) : (source, target)
      claim.attribution = claim.attribution.compactMap { ids[$0] }
      return claim
    }
    return linked
  }
}
