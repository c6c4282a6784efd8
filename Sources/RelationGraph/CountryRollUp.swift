public import Diplomacy
public import Provenance

/// Who stands for whom when officials and bodies are rolled up to their countries.
///
/// An official stands for the country of the office held on a day; where none is known for that day, for that of the
/// office nearest in time, since texts tell of an office when they see it held and seldom when it began. A body
/// stands for the country that it belongs to. Countries, agreements, and whoever serves no country stand for
/// themselves.
///
/// ```swift
/// let rollUp = CountryRollUp(entities)
/// var builder = GraphBuilder(entities: rollUp.remaining, represented: rollUp.representative)
/// ```
public struct CountryRollUp: Sendable {
  /// The entities that are left.
  public let remaining: [Entity]
  private let countries: [String: ID<Entity>]
  private let offices: [ID<Entity>: [Office]]
  private let bodies: [ID<Entity>: ID<Entity>]

  private struct Office: Sendable {
    var country: ID<Entity>
    var begin: Int
    var end: Int

    /// Days from a day to the nearest on which it is held.
    func distance(from day: Int) -> Int { day < begin ? begin - day : day >= end ? day - end + 1 : 0 }
  }

  /// - Parameters:
  ///   - entities: In order of id; the first of several countries with one code stands for it.
  ///   - organizations: Whether bodies are rolled up too, or officials alone.
  public init(_ entities: [Entity], organizations: Bool = true) {
    var countries: [String: ID<Entity>] = [:]
    for entity in entities {
      if case .country(let country) = entity.details, countries[country.code] == nil {
        countries[country.code] = entity.id
      }
    }
    var bodies: [ID<Entity>: ID<Entity>] = [:]
    for entity in entities {
      if case .organization(let organization) = entity.details {
        bodies[entity.id] = organization.country.flatMap { countries[$0] }
      }
    }
    var offices: [ID<Entity>: [Office]] = [:]
    for entity in entities {
      guard case .official(let official) = entity.details else { continue }
      let held = official.roles.compactMap { role -> Office? in
        let country = role.country.flatMap { countries[$0] } ?? role.organization.flatMap { bodies[$0] }
        return country.map {
          Office(country: $0, begin: role.begin?.dayNumber ?? .min / 4, end: role.end?.dayNumber ?? .max / 4)
        }
      }
      if !held.isEmpty { offices[entity.id] = held }
    }
    self.countries = countries
    self.offices = offices
    self.bodies = organizations ? bodies : [:]
    remaining = entities.filter { [bodies = self.bodies] in offices[$0.id] == nil && bodies[$0.id] == nil }
  }

  /// The entity that another stands for on a day; without a day, by the office begun last.
  public func representative(_ entity: ID<Entity>, on date: CalendarDate?) -> ID<Entity> {
    if let body = bodies[entity] { return body }
    guard let held = offices[entity] else { return entity }
    // Of several as near, the one begun last, and of those the one listed last.
    func rank(_ office: Office) -> (Int, Int) { (date.map { -office.distance(from: $0.dayNumber) } ?? 0, office.begin) }
    var best = held[0]
    for office in held.dropFirst() where rank(office) >= rank(best) { best = office }
    return best.country
  }
}
