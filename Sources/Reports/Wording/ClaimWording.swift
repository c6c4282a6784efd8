import Diplomacy
import Provenance
import RelationGraph

/// A claim as a clause that a person would write: "Mark Milley met Taro Kono on 12 November 2019".
///
/// Names of entities that were mentioned before are short, so that a wording goes through one answer from beginning to
/// end.
struct ClaimWording {
  let graph: Graph
  private let actors: RepresentedActors?
  private var names: ProseNames
  /// How a claim without a date of its own is told when it was reported.
  var reportDates = ReportDates.full

  enum ReportDates {
    /// "(reported on 12 November 2019)".
    case full
    /// "(November 2019)", where the reader was told what that means.
    case month
    /// Not at all, where the sentences below say it.
    case none
  }

  /// - Parameters:
  ///   - nodes: All that the answer names.
  ///   - actors: Where officials are rolled up to their countries: who acted in truth is told in brackets.
  init(_ graph: Graph, naming nodes: some Sequence<ID<Node>>, actors: RepresentedActors? = nil) {
    self.graph = graph
    self.actors = actors
    names = ProseNames(graph, naming: nodes)
  }

  /// Has an entity count as mentioned already, for its name stands beside the clause.
  mutating func mention(_ node: ID<Node>) { _ = names.name(node) }

  mutating func name(_ node: ID<Node>) -> String { names.name(node) }

  /// What an edge rests on, as its clearest claim tells it.
  ///
  /// - Parameters:
  ///   - quotation: Nil where no sentence is at hand: the edge is then told by its weight alone.
  ///   - from: The end to begin with where the edge has no direction.
  ///   - tellsDate: False where the date stands beside the clause.
  mutating func clause(
    _ edge: Edge, _ quotation: Quotation?, from: ID<Node>? = nil, tellsDate: Bool = true
  ) -> String {
    let turned = !edge.kind.isDirected && from == edge.target
    let (first, second) = turned ? (edge.target, edge.source) : (edge.source, edge.target)
    let subject = names.name(first) + actor(for: first, quotation)
    let predicate = predicate(edge, quotation?.claim)
    if let office = office(edge, quotation?.claim) {
      // "Foreign Minister of Japan": the office says whom it serves.
      return "\(subject) \(office)"
    }
    let object = names.name(second) + actor(for: second, quotation)
    return "\(subject) \(predicate) \(object)" + circumstances(edge, quotation, tellsDate: tellsDate)
  }

  /// The same without its subject: "backed GSOMIA on 12 November 2019".
  mutating func predicate(_ edge: Edge, _ quotation: Quotation, from: ID<Node>? = nil) -> String {
    let object = !edge.kind.isDirected && from == edge.target ? edge.source : edge.target
    return predicate(edge, quotation.claim) + " " + names.name(object) + circumstances(edge, quotation, tellsDate: true)
  }

  /// The same of a claim that says the contrary, after "but": "opposed it in August 2019".
  mutating func contrary(_ edge: Edge, _ quotation: Quotation, from: ID<Node>? = nil) -> String {
    let object = !edge.kind.isDirected && from == edge.target ? edge.source : edge.target
    let isPerson = graph.entity(object).kind == .official
    return predicate(edge, quotation.claim) + " " + (isPerson ? names.name(object) : "it")
      + circumstances(edge, quotation, tellsDate: true)
  }

  /// " (Taro Kono)".
  private func actor(for node: ID<Node>, _ quotation: Quotation?) -> String {
    guard let quotation, let actors else { return "" }
    let date = quotation.claim.date ?? quotation.date
    return actors.actor(for: graph.entity(node).id, in: quotation.claim, on: date)
      .map { " (\(TerminalText.escaped($0.name)))" } ?? ""
  }

  private func predicate(_ edge: Edge, _ claim: Claim?) -> String {
    guard let claim else { return EdgeText.verb(edge) }
    let phrase = EventWording.phrase(for: claim, target: graph.entity(edge.target).kind)
    switch claim.modality {
    case .asserted: return phrase.told
    // Who means to do harm threatens it.
    case .planned: return claim.event == .threaten ? phrase.told : "plans to " + phrase.base
    case .requested: return "was asked to " + phrase.base
    case .hypothetical: return "might " + phrase.base
    case .negated: return phrase.negated
    }
  }

  /// "is Foreign Minister of Japan"; nil where no office is known, or the claim does not simply state it.
  private mutating func office(_ edge: Edge, _ claim: Claim?) -> String? {
    let target = graph.entity(edge.target)
    guard edge.kind == .affiliation, claim?.modality ?? .asserted == .asserted,
      case .official(let official) = graph.entity(edge.source).details, !official.isUnnamed
    else { return nil }
    let role = official.roles.last { role in
      if let organization = role.organization { return organization == target.id }
      if case .country(let country) = target.details { return role.country == country.code }
      return false
    }
    guard let role, !role.title.isEmpty else { return nil }
    let title = TerminalText.escaped(role.title)
    return "is \(title) of \(names.name(edge.target))"
  }

  /// When, and by whose account.
  private mutating func circumstances(_ edge: Edge, _ quotation: Quotation?, tellsDate: Bool) -> String {
    guard let quotation else { return "" }
    var text = ""
    if edge.kind.isSigned, tellsDate {
      if let date = quotation.claim.date {
        text += " " + DateSpanText.adverbial(date)
      } else if let date = quotation.date {
        switch reportDates {
        case .full: text += " (reported \(DateSpanText.adverbial(date)))"
        case .month: text += " (\(DateSpanText.month(date)))"
        case .none: break
        }
      }
    }
    let ends = [edge.source, edge.target].map { graph.entity($0).id }
    if let speaker = quotation.claim.attribution.first, !ends.contains(speaker), speaker != quotation.claim.source,
      let node = graph.node(of: speaker)
    {
      text += ", according to \(names.name(node))"
    }
    return text
  }
}
