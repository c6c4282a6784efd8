/// Links the entities of one document after the other with those that a graph has already.
struct EntityRegistry: Sendable {
  private(set) var entities: [Entity]
  private var byKey: [String: ID<Entity>] = [:]

  init(_ entities: [Entity]) {
    self.entities = entities
    for entity in entities { index(entity) }
  }

  private static func keys(_ entity: Entity) -> [String] {
    if case .country(let country) = entity.details { return ["country:" + country.code] }
    return ([entity.name] + entity.aliases).filter { $0.contains(" ") || $0 == entity.name }.map {
      "\(entity.kind.rawValue):" + NameFolding.fold($0)
    }
  }

  private mutating func index(_ entity: Entity) {
    for key in EntityRegistry.keys(entity) where byKey[key] == nil { byKey[key] = entity.id }
  }

  /// The document in the graph's ids, and the entities that are new or changed by it.
  mutating func link(_ document: CodedDocument) -> (document: CodedDocument, changed: [Entity]) {
    var ids: [ID<Entity>: ID<Entity>] = [:]
    for entity in document.entities {
      ids[entity.id] = EntityRegistry.keys(entity).compactMap { byKey[$0] }.first
      guard ids[entity.id] == nil else { continue }
      let id = ID<Entity>(entities.count)
      ids[entity.id] = id
      var new = entity
      new.id = id
      // What refers to other entities is merged in when all of them have their ids.
      switch new.details {
      case .official(let official): new.details = .official(Official(isUnnamed: official.isUnnamed))
      case .agreement: new.details = .agreement(Agreement())
      default: break
      }
      entities.append(new)
      index(new)
    }
    func graph(_ id: ID<Entity>) -> ID<Entity> { ids[id] ?? id }
    var changed: Set<ID<Entity>> = []
    for entity in document.entities {
      let id = graph(entity.id)
      var known = entities[id.index]
      let before = known
      let names = Set(known.aliases).union(entity.aliases).union([entity.name]).subtracting([known.name])
      known.aliases = names.sorted()
      known.details = EntityRegistry.merged(known.details, entity.details, graph)
      entities[id.index] = known
      index(known)
      if known != before || before.id != entity.id || ids[entity.id] != nil { changed.insert(id) }
    }
    var linked = document
    linked.entities = Set(ids.values).sorted().map { entities[$0.index] }
    linked.mentions = document.mentions.map { mention in
      var mention = mention
      mention.entities = mention.entities.map(graph)
      return mention
    }
    linked.claims = document.claims.map { claim in
      var claim = claim
      claim.source = graph(claim.source)
      claim.target = graph(claim.target)
      claim.attribution = claim.attribution.map(graph)
      return claim
    }
    return (linked, changed.sorted().map { entities[$0.index] })
  }

  private static func merged(
    _ known: Entity.Details, _ new: Entity.Details, _ graph: (ID<Entity>) -> ID<Entity>
  ) -> Entity.Details {
    switch (known, new) {
    case (.official(var a), .official(let b)):
      for var role in b.roles {
        role.organization = role.organization.map(graph)
        if !a.roles.contains(where: { $0.title == role.title && $0.country == role.country }) { a.roles.append(role) }
      }
      return .official(a)
    case (.agreement(var a), .agreement(let b)):
      a.acronym = a.acronym ?? b.acronym
      a.parties = Set(a.parties).union(b.parties.map(graph)).sorted()
      a.status = b.status ?? a.status
      a.statusDate = b.statusDate ?? a.statusDate
      return .agreement(a)
    default: return known
    }
  }
}
