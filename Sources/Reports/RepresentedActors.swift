public import Diplomacy
import Provenance
public import RelationGraph

/// Who acted in truth where a graph shows the countries that they stand for.
public struct RepresentedActors: Sendable {
  /// All entities, in order of id.
  public let entities: [Entity]
  public let rollUp: CountryRollUp
  private let numbers: [ID<Entity>: Int]

  public init(_ entities: [Entity], rollUp: CountryRollUp) {
    self.entities = entities
    self.rollUp = rollUp
    numbers = Dictionary(entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func name(_ entity: ID<Entity>) -> String? { numbers[entity].map { entities[$0].name } }

  /// The one end of a claim for whom an entity stands; nil where that acted itself.
  func actor(for entity: ID<Entity>, in claim: Claim, on date: CalendarDate?) -> Entity? {
    for end in [claim.source, claim.target] where end != entity {
      if rollUp.representative(end, on: date) == entity { return numbers[end].map { entities[$0] } }
    }
    return nil
  }
}
