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
    for (index, draft) in drafts.enumerated() where draft.firstMention < raw.count {
      let source = Int32(index)
      let sentence = raw[draft.firstMention].sentence
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
        let isOwn = isActorOfItsOwn(draft.organizationKind)
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
  private func isActorOfItsOwn(_ kind: OrganizationRecord.Kind?) -> Bool {
    switch kind {
    case .armedGroup, .party, .ngo, .company: true
    default: false
    }
  }

  /// "NATO member Turkey", "Hungary, a member of the EU", "ASEAN members including Vietnam".
  private func memberships() -> [Fact] {
    var facts: [Fact] = []
    // "our Alliance": those who speak are of it.
    for mention in raw where mention.kind == .group && mention.entities.count == 1 && !mention.words.isEmpty {
      guard groups[Int(mention.row)].kind == .organization,
        view.words[mention.words.lowerBound].has(.pronounFirstPlural),
        !isQuoted[mention.words.lowerBound], drafts[Int(mention.entities[0])].kind == .organization
      else { continue }
      for country in holderCountries {
        facts.append(
          Fact(
            kind: .membership, source: country, target: mention.entities[0], sentence: mention.sentence, rule: "member",
            confidence: 0.7))
      }
    }
    for (index, mention) in raw.enumerated()
    where mention.kind == .organization && mention.entities.count == 1 && !mention.words.isEmpty {
      let organization = mention.entities[0]
      let range = view.sentences[mention.sentence]
      func id(_ place: Int) -> Int32 { range.contains(place) ? view.words[place].id : -999 }
      func add(_ countries: [Int32]) {
        for country in countries where drafts[Int(country)].kind == .country {
          facts.append(
            Fact(
              kind: .membership, source: country, target: organization, sentence: mention.sentence, rule: "member",
              confidence: 0.8))
        }
      }
      var next = mention.words.upperBound
      // "Turkey, a NATO ally": whoever is an alliance's ally is in it.
      let isAlly =
        drafts[Int(organization)].organizationKind == .alliance && (id(next) == ids.ally || id(next) == ids.allies)
      if gazetteer.memberWords.contains(id(next)) || isAlly {
        next += 1
        // "member states Poland and Hungary", "members including", "members such as".
        while gazetteer.memberLinks.contains(id(next))
          || id(next) == WordScanner.Mark.comma && gazetteer.memberLinks.contains(id(next + 1))
        {
          next += 1
        }
        if let first = mentionIndex(at: next, after: index) { add(list(beginningAt: first)) }
        // "Turkey, a NATO member", "Turkey is a NATO member".
        if let before = subject(before: mention.words.lowerBound, at: index) { add([before]) }
      } else {
        // "a member of NATO", "members of the EU including".
        var place = mention.words.lowerBound - 1
        while range.contains(place), view.words[place].has(.article) { place -= 1 }
        if id(place) == ids.of, gazetteer.memberWords.contains(id(place - 1)) {
          if let before = subject(before: place - 1, at: index) { add([before]) }
          add(subjects(before: place - 1, at: index))
          while gazetteer.memberLinks.contains(id(next)) || id(next) == WordScanner.Mark.comma { next += 1 }
          if next > mention.words.upperBound, gazetteer.memberLinks.contains(id(next - 1)),
            let first = mentionIndex(at: next, after: index)
          {
            add(list(beginningAt: first))
          }
        }
      }
    }
    return facts
  }

  private func mentionIndex(at word: Int, after index: Int) -> Int? {
    var place = index + 1
    while place < raw.count, raw[place].words.lowerBound <= word + 1, place < index + 12 {
      if raw[place].words.lowerBound == word
        || raw[place].words.lowerBound == word + 1 && view.words[word].has(.article)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// The drafts of a coordination from its first mention on.
  private func list(beginningAt first: Int) -> [Int32] {
    var result: [Int32] = []
    var end = raw[first].words.lowerBound
    var index = first
    while index < raw.count, raw[index].sentence == raw[first].sentence, index < first + 30 {
      let mention = raw[index]
      index += 1
      guard mention.words.lowerBound >= end else { continue }
      guard mention.words.lowerBound - end <= 3,
        (end..<mention.words.lowerBound).allSatisfy({
          view.words[$0].id == WordScanner.Mark.comma || view.words[$0].has([.conjunction, .article])
        }),
        mention.entities.count == 1
      else { break }
      result.append(mention.entities[0])
      end = mention.words.upperBound
    }
    return result
  }

  /// The countries before "are" or "became": "A and B are members of", "both countries are".
  private func subjects(before word: Int, at index: Int) -> [Int32] {
    let range = view.sentences[raw[index].sentence]
    var place = word - 1
    while range.contains(place), view.words[place].has([.modifierCommon, .titleModifier]) { place -= 1 }
    guard range.contains(place), view.words[place].has(.beVerb) else { return [] }
    var before = index - 1
    while before >= 0, raw[before].sentence == raw[index].sentence, index - before < 8 {
      let mention = raw[before]
      if mention.words.upperBound == place, !mention.entities.isEmpty {
        return mention.entities.count > 1 ? mention.entities : coordination(endingAt: before)
      }
      before -= 1
    }
    return []
  }

  /// The country before ", a" or "is a".
  private func subject(before word: Int, at index: Int) -> Int32? {
    let range = view.sentences[raw[index].sentence]
    var place = word - 1
    var sawArticle = false
    while range.contains(place),
      view.words[place].has([.article, .modifierCommon]) || view.words[place].has(.titleModifier)
    {
      if view.words[place].has(.article) { sawArticle = true }
      place -= 1
    }
    guard range.contains(place), sawArticle else { return nil }
    let isLinked = view.words[place].id == WordScanner.Mark.comma || view.words[place].has(.beVerb)
    guard isLinked else { return nil }
    var before = index - 1
    while before >= 0, raw[before].sentence == raw[index].sentence, index - before < 8 {
      let mention = raw[before]
      before -= 1
      if mention.words.upperBound == place, mention.kind == .country, mention.entities.count == 1 {
        return mention.entities[0]
      }
    }
    return nil
  }
}
