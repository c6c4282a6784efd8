import Diplomacy
import RelationGraph

/// Names as a report in prose has them: in full at first, with the article that belongs to them, and short from then
/// on where no other entity of the same report could be meant.
///
/// "the General Security of Military Information Agreement (GSOMIA)", then "GSOMIA"; "Mark Milley", then "Milley".
struct ProseNames: Sendable {
  private let graph: Graph
  private let short: [ID<Node>: String]
  private var mentioned: Set<ID<Node>> = []

  /// - Parameter nodes: All that the report names.
  init(_ graph: Graph, naming nodes: some Sequence<ID<Node>>) {
    self.graph = graph
    let nodes = Set(nodes)
    var candidates: [ID<Node>: String] = [:]
    var users: [String: Set<ID<Node>>] = [:]
    for node in nodes {
      let entity = graph.entity(node)
      candidates[node] = ProseNames.shortForm(entity)
      for word in ([entity.name] + entity.aliases).flatMap({ $0.split(separator: " ") }) {
        users[NameFolding.fold(String(word)), default: []].insert(node)
      }
    }
    short = candidates.filter { node, form in
      // A short form of several words is an acronym's or office's own; its first word tells enough.
      users[NameFolding.fold(String(form.split(separator: " ").last ?? "")), default: []].subtracting([node]).isEmpty
    }
  }

  /// The name in the middle of a sentence.
  mutating func name(_ node: ID<Node>) -> String {
    let entity = graph.entity(node)
    let isFirst = mentioned.insert(node).inserted
    if !isFirst, let short = short[node] { return TerminalText.escaped(short) }
    var text = ProseNames.withArticle(entity)
    if isFirst, case .agreement(let agreement) = entity.details, let acronym = agreement.acronym,
      short[node] == acronym,
      acronym != entity.name
    {
      text += " (\(acronym))"
    }
    return TerminalText.escaped(text)
  }

  /// The name in full, with its article, whether it was mentioned before or not.
  static func fullName(_ node: ID<Node>, in graph: Graph) -> String {
    TerminalText.escaped(withArticle(graph.entity(node)))
  }

  /// The acronym of an agreement, the family name of a person; nil where only the full name will do.
  static func shortForm(_ entity: Entity) -> String? {
    switch entity.details {
    case .country, .organization: return nil
    case .agreement(let agreement): return agreement.acronym
    case .official(let official):
      let words = entity.name.split(separator: " ").map(String.init)
      guard !official.isUnnamed, words.count > 1 else { return nil }
      // The texts know which of the names is the family's.
      let known = words.filter(entity.aliases.contains)
      if let name = known.last { return name }
      return familyNameFirst.contains(entity.countryCode ?? "") ? nil : words.last
    }
  }

  /// Where news writes the family name before the given one.
  private static let familyNameFirst: Set<String> = ["CN", "HK", "KH", "KP", "KR", "MM", "MO", "SG", "TW", "VN"]

  private static func withArticle(_ entity: Entity) -> String {
    needsArticle(entity) ? "the " + entity.name : entity.name
  }

  /// Whether English says "the" before a name: of a country that is a union or a group of islands, of a body called
  /// by a common noun, of an agreement, of an office.
  static func needsArticle(_ entity: Entity) -> Bool {
    let words = entity.name.split(separator: " ").map { $0.lowercased() }
    guard let first = words.first, let last = words.last, first != "the" else { return false }
    switch entity.details {
    case .country:
      return commonNounsOfCountries.contains(last) || articledCountries.contains(entity.name)
    case .official(let official): return official.isUnnamed && !first.hasSuffix("'s") && !first.hasSuffix("’s")
    case .organization:
      return words.contains("of") || commonNounsOfBodies.contains(last) || articledBodies.contains(entity.name)
    case .agreement(let agreement):
      if entity.name == agreement.acronym { return false }
      return words.count > 1 && !first.hasSuffix("'s") && !first.hasSuffix("’s")
    }
  }

  private static let commonNounsOfCountries: Set<String> = [
    "emirates", "federation", "islands", "kingdom", "republic", "states", "territories", "territory", "union",
  ]

  private static let articledCountries: Set<String> = [
    "Bahamas", "Comoros", "Democratic Republic of the Congo", "Gambia", "Maldives", "Netherlands", "Philippines",
    "Republic of the Congo", "Seychelles", "Vatican",
  ]

  private static let articledBodies: Set<String> = ["Kremlin", "Pentagon", "Taliban", "Vatican", "Quad"]

  private static let commonNounsOfBodies: Set<String> = [
    "administration", "agency", "alliance", "army", "assembly", "association", "authority", "bank", "board", "brigade",
    "bureau", "cabinet", "center", "centre", "coalition", "command", "commission", "committee", "confederation",
    "conference", "convention", "corporation", "corps", "council", "court", "department", "dialogue", "fleet", "force",
    "forces",
    "forum", "front", "fund", "government", "guard", "guards", "house", "houthis", "initiative", "institute", "league",
    "ministry",
    "militants", "mission", "movement", "nations", "navy", "office", "organisation", "organization", "parliament",
    "partnership",
    "party", "police", "programme", "program", "rebels", "secretariat", "senate", "service", "society", "treasury",
    "tribunal",
    "troops", "union",
  ]
}

/// A sentence begins with a capital.
func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
