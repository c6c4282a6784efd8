/// Finds the entity that a name in an imported file means, or makes one.
///
/// Countries are known by their names and codes, whether the graph speaks of them yet or not. Other names are looked for
/// among the entities of the graph, by any alias and whatever case and accents; where none has it, a new entity is made.
struct ActorLinker {
  /// Why a name stands for nothing.
  struct Problem: Error { var rule: String }

  /// How names were understood, for the report.
  struct Tally {
    var countries: Set<ID<Entity>> = []
    var known: Set<ID<Entity>> = []
    /// In order of making.
    var made: [Entity] = []
  }

  private(set) var tally = Tally()
  private let codes: CountryCodes
  private let usesCorrelatesOfWar: Bool
  private let usualNames: [String: String]
  private let countryCodes: [String: String]
  private var next: Int
  private var kinds: [EntityKind]
  private var countryOf: [String?]
  private var names: [String]
  private var byName: [String: [ID<Entity>]] = [:]
  private var byCode: [String: ID<Entity>] = [:]
  private var known: [ActorName: ID<Entity>] = [:]
  private var pending: [Entity] = []

  /// - Parameters:
  ///   - recorded: Entities as texts gave them, without gaps.
  ///   - curated: The same after curation: names that people gave count too.
  init(_ recorded: [Entity], curated: [Entity], codes: CountryCodes, usesCorrelatesOfWar: Bool) {
    self.codes = codes
    self.usesCorrelatesOfWar = usesCorrelatesOfWar
    next = recorded.count
    kinds = recorded.map(\.kind)
    countryOf = recorded.map(\.countryCode)
    names = recorded.map(\.name)
    var usualNames: [String: String] = [:]
    var countryCodes: [String: String] = [:]
    for country in CountryNames().countries {
      usualNames[country.code] = country.names.first
      for name in country.names where countryCodes[NameFolding.fold(name)] == nil {
        countryCodes[NameFolding.fold(name)] = country.code
      }
    }
    self.usualNames = usualNames
    self.countryCodes = countryCodes
    for entity in curated { index(entity) }
    // What was merged into another entity is found by that one's names; else a name that people took away counts still.
    let standing = Set(curated.map(\.id))
    for entity in recorded where standing.contains(entity.id) { index(entity) }
  }

  private mutating func index(_ entity: Entity) {
    if case .country(let country) = entity.details, byCode[country.code] == nil { byCode[country.code] = entity.id }
    var names = [entity.name] + entity.aliases
    if case .agreement(let agreement) = entity.details, let acronym = agreement.acronym { names.append(acronym) }
    for name in Set(names.map(NameFolding.fold)) where !name.isEmpty {
      if byName[name]?.contains(entity.id) != true { byName[name, default: []].append(entity.id) }
    }
  }

  /// Entities that were made since the last call.
  mutating func takeNew() -> [Entity] {
    defer { pending.removeAll() }
    return pending
  }

  /// - Complexity: O(1) for a name that came before, else O(length).
  mutating func entity(for actor: ActorName) throws(Problem) -> ID<Entity> {
    if let id = known[actor] { return id }
    let id = try find(actor)
    // So many different names are no names; memory stays bounded all the same.
    if known.count > 1_000_000 { known.removeAll() }
    known[actor] = id
    return id
  }

  private mutating func find(_ actor: ActorName) throws(Problem) -> ID<Entity> {
    if actor.kind == .country, let code = actor.country.flatMap(codes.iso), usualNames[code] != nil {
      return country(code)
    }
    let name = actor.name
    if name.hasPrefix("#"), let number = UInt32(name.dropFirst()) {
      guard number < next else { throw Problem(rule: "there is no entity \(name)") }
      return took(ID(Int(number)))
    }
    if actor.kind == nil || actor.kind == .country {
      if let code = try code(of: name) { return country(code) }
    }
    let folded = NameFolding.fold(name)
    let candidates = (byName[folded] ?? []).filter { actor.kind == nil || kinds[$0.index] == actor.kind }
    if let id = try choose(candidates, actor) { return took(id) }
    return try make(actor)
  }

  private mutating func took(_ id: ID<Entity>) -> ID<Entity> {
    tally.known.insert(id)
    return id
  }

  /// The code of a country by a name or code of it.
  private func code(of name: String) throws(Problem) -> String? {
    let isNumber = !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber {
      guard usesCorrelatesOfWar else {
        throw Problem(
          rule: "\"\(name)\" is a number, not a name; where it is one of the Correlates of War list of states, say "
            + "--country-codes cow")
      }
      guard let code = codes.correlatesOfWar(name) else {
        throw Problem(rule: "\(name) is no number of the Correlates of War list of states")
      }
      return code
    }
    if let code = countryCodes[NameFolding.fold(name)] { return code }
    return (2...3).contains(name.utf8.count) ? codes.iso(name) : nil
  }

  private func choose(_ candidates: [ID<Entity>], _ actor: ActorName) throws(Problem) -> ID<Entity>? {
    if candidates.count < 2 { return candidates.first }
    let narrower = [
      candidates.filter {
        names[$0.index] == actor.name && (actor.country == nil || countryOf[$0.index] == actor.country)
      },
      candidates.filter { actor.country != nil && countryOf[$0.index] == actor.country },
      candidates.filter { names[$0.index] == actor.name },
    ]
    if let one = narrower.first(where: { $0.count == 1 }) { return one[0] }
    let list = candidates.sorted().map { "#\($0.rawValue) \(names[$0.index])" }.joined(separator: ", ")
    throw Problem(rule: "\"\(actor.name)\" is ambiguous: \(list); write the number, as #\(candidates[0].rawValue)")
  }

  private mutating func country(_ code: String) -> ID<Entity> {
    if let id = byCode[code] {
      tally.countries.insert(id)
      return id
    }
    let id = add(Entity(id: ID(next), name: usualNames[code] ?? code, details: .country(Country(code: code))))
    tally.countries.insert(id)
    return id
  }

  private mutating func make(_ actor: ActorName) throws(Problem) -> ID<Entity> {
    let details: Entity.Details
    switch actor.kind {
    case .country:
      throw Problem(
        rule:
          "\"\(actor.name)\" is no country that Entente knows; write its name or ISO 3166-1 code, or give it another "
          + "kind")
    case .official:
      let role = actor.role ?? (actor.country == nil ? nil : "official")
      details = .official(Official(roles: role.map { [Role(title: $0, country: actor.country)] } ?? []))
    case .agreement: details = .agreement(Agreement(acronym: actor.acronym))
    case .organization, nil:
      details = .organization(
        Organization(country: actor.country, isIntergovernmental: actor.isIntergovernmental))
    }
    let aliases = Set(actor.aliases).subtracting([actor.name]).sorted()
    return add(Entity(id: ID(next), name: actor.name, aliases: aliases, details: details))
  }

  private mutating func add(_ entity: Entity) -> ID<Entity> {
    next += 1
    kinds.append(entity.kind)
    countryOf.append(entity.countryCode)
    names.append(entity.name)
    index(entity)
    pending.append(entity)
    tally.made.append(entity)
    return entity.id
  }
}
