import Diplomacy
import Provenance

/// What names and titles themselves state: whom officials serve, whose bodies are, who is party or member.
extension EntityReader {
  /// A fact between drafts, with the sentence that states it.
  struct Fact: Hashable {
    var kind: ClaimKind
    var source: Int32
    var target: Int32
    var sentence: Int
    var rule: String
    var confidence: Double
  }

  func facts() -> [Fact] {
    var facts: [Fact] = []
    var known = Set<[Int32]>()
    func add(
      _ kind: ClaimKind, _ source: Int32, _ target: Int32, _ sentence: Int, _ rule: String, _ confidence: Double = 0.9
    ) {
      guard source != target, source >= 0, target >= 0 else { return }
      let order = Int32(ClaimKind.allCases.firstIndex(of: kind) ?? 0)
      guard known.insert([order, source, target]).inserted else { return }
      facts.append(
        Fact(kind: kind, source: source, target: target, sentence: sentence, rule: rule, confidence: confidence))
    }
    for (index, draft) in drafts.enumerated() {
      let source = Int32(index)
      // Whoever issues a text need not be named in it.
      guard draft.firstMention < raw.count || draft.kind == .official && holders.contains(source) else { continue }
      let sentence =
        draft.firstMention < raw.count
        ? raw[draft.firstMention].sentence : view.sentences.firstIndex { !$0.isEmpty } ?? 0
      switch draft.kind {
      case .official:
        if draft.country >= 0, !draft.roles.contains(where: \.isStated), let country = links.countries[draft.country] {
          add(.affiliation, source, country, sentence, "name", 0.8)
        }
        for role in draft.roles {
          let stated = sentenceOf(role.title.lowerBound)
          if role.country >= 0, let country = links.countries[role.country] {
            add(.affiliation, source, country, stated, "title")
          }
          if role.organization >= 0 {
            let body = organizations[Int(role.organization)].entity
            add(.affiliation, source, body, stated, "title")
            if body >= 0, drafts[Int(body)].parent >= 0 {
              add(.affiliation, source, drafts[Int(body)].parent, stated, "title")
            }
          }
        }
      case .organization:
        // An armed group or a party acts for itself.
        let isOwn = Self.isActorOfItsOwn(draft.organizationKind)
        if !isOwn, draft.country >= 0, let country = links.countries[draft.country] {
          add(.affiliation, source, country, sentence, draft.row >= 0 ? "gazetteer" : "name", 0.85)
        }
        if draft.parent >= 0 { add(.affiliation, source, draft.parent, sentence, "name", 0.85) }
      case .agreement:
        for party in draft.agreement?.parties ?? [] {
          add(.party, party.draft, source, party.sentence, "agreement", 0.8)
        }
      case .country: break
      }
    }
    for fact in memberships() { add(.membership, fact.source, fact.target, fact.sentence, "member", 0.8) }
    return facts
  }

  /// Groups, parties and companies are at home in a country and do not serve it.
  static func isActorOfItsOwn(_ kind: OrganizationRecord.Kind?) -> Bool {
    switch kind {
    case .armedGroup, .party, .ngo, .company: true
    default: false
    }
  }
}
