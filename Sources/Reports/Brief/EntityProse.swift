import Diplomacy
import Provenance
import RelationGraph

/// What an entity is, in a few words.
enum EntityProse {
  /// "country", "Foreign Minister of Japan", "organization of the United States", "agreement of Japan and South Korea,
  /// expiring on 23 November 2019".
  static func description(_ entity: Entity, in graph: Graph) -> String {
    switch entity.details {
    case .country: return "country"
    case .official(let official):
      guard let role = official.principalRole, !role.title.isEmpty else {
        return (official.isUnnamed ? "office" : "official") + served(entity.countryCode, in: graph)
      }
      let title = official.isUnnamed ? "office" : role.title
      if let organization = role.organization.flatMap({ graph.node(of: $0) }) {
        return title + " of " + ProseNames.fullName(organization, in: graph)
      }
      return title + served(role.country, in: graph)
    case .organization(let organization):
      return (organization.isIntergovernmental ? "intergovernmental organization" : "organization")
        + served(organization.country, in: graph)
    case .agreement(let agreement):
      var text = "agreement"
      let parties = agreement.parties.compactMap { graph.node(of: $0) }.map { ProseNames.fullName($0, in: graph) }
      if !parties.isEmpty { text += " of " + listed(parties) }
      if let status = status(agreement) { text += ", " + status }
      return text
    }
  }

  /// "expiring (23 November 2019)", "in force".
  static func status(_ agreement: Agreement) -> String? {
    guard let status = agreement.status else { return nil }
    return status.rawValue + (agreement.statusDate.map { " (\(DateSpanText.text($0)))" } ?? "")
  }

  private static func served(_ code: String?, in graph: Graph) -> String {
    guard let code else { return "" }
    let country = graph.nodes.first { node in
      if case .country(let country) = graph.entity(node).details { return country.code == code }
      return false
    }
    return " of " + (country.map { ProseNames.fullName($0, in: graph) } ?? code)
  }
}
