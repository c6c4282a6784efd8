extension Edit.Action {
  /// The same action on the entities of another graph.
  func resolved(_ find: (EntityReference) throws -> EntityReference) throws -> Edit.Action {
    func claim(_ claim: ClaimReference) throws -> ClaimReference {
      var claim = claim
      claim.source = try find(claim.source)
      claim.target = try find(claim.target)
      return claim
    }
    switch self {
    case .merge(let into, let entities):
      return .merge(into: try find(into), entities: try entities.map(find))
    case .split(let entity, let new, let aliases, let documents, let claims):
      return .split(
        entity: try find(entity), new: new, aliases: aliases, documents: documents, claims: try claims.map(claim))
    case .rename(let entity, let name): return .rename(entity: try find(entity), name: name)
    case .alias(let entity, let name, let isRemoved):
      return .alias(entity: try find(entity), name: name, isRemoved: isRemoved)
    case .kind(let entity, let kind, let country):
      return .kind(entity: try find(entity), kind: kind, country: country)
    case .role(let entity, let title, let country, let begin, let end):
      return .role(entity: try find(entity), title: title, country: country, begin: begin, end: end)
    case .reject(let claims): return .reject(claims: try claims.map(claim))
    case .addClaim(var added):
      added.source = try find(added.source)
      added.target = try find(added.target)
      return .addClaim(claim: added)
    case .undo: return self
    }
  }

  /// The entities it is done to.
  var entities: [EntityReference] {
    switch self {
    case .merge(let into, let entities): [into] + entities
    case .split(let entity, _, _, _, _), .rename(let entity, _), .alias(let entity, _, _), .kind(let entity, _, _),
      .role(let entity, _, _, _, _):
      [entity]
    case .addClaim(let added): [added.source, added.target]
    case .reject, .undo: []
    }
  }
}
