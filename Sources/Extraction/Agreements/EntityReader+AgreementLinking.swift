import Diplomacy
import Linguistics

/// Which agreement a name, an acronym, a description or "the deal" means.
extension EntityReader {
  mutating func linkAgreement(_ mention: Int) {
    let reading = Int(raw[mention].row)
    if let row = knownAgreementOfYear(agreements[reading]) { agreements[reading].known = row }
    let agreement = agreements[reading]
    if !agreement.isNamed, let named = namedBefore(mention) ?? explained(by: mention) {
      agreements[reading].entity = named
      raw[mention].entities = [named]
      absorb(agreement, parties: partyDrafts(agreement, at: mention), into: named, at: mention)
      return
    }
    var parties = partyDrafts(agreement, at: mention)
    let clause = thoseBound(by: mention)
    // "the trade agreement that A concluded with B" is none with C.
    for party in clause.map({ whoIsBound($0) }) where clause.count > 1 && !parties.contains(party) {
      parties.append(party)
    }
    let draft =
      knownAgreement(agreement, parties: parties, at: mention)
      ?? newAgreement(agreement, partiesTold(parties, clause, agreement, at: mention), at: mention)
    guard draft >= 0 else { return }
    agreements[reading].entity = draft
    raw[mention].entities = [draft]
    if agreement.known >= 0 { know(draft, as: agreement.known, byShortName: agreement.name.count < 3) }
    absorb(agreement, parties: parties, into: draft, at: mention)
  }

  /// Those who are told to be bound where the agreement is brought in.
  private mutating func partiesTold(
    _ parties: [Int32], _ clause: [Int32], _ agreement: AgreementReading, at mention: Int
  ) -> [Int32] {
    if !parties.isEmpty { return parties }
    if !clause.isEmpty { return clause }
    guard agreement.isBare, agreement.isDefinite, raw[mention].sentence < view.sentences.count else { return [] }
    return signers(of: mention, atLeast: 2)
  }

  /// "AUKUS, the security pact that …": the name of one word in capitals that a description of an agreement explains,
  /// made an agreement wherever it stands.
  private mutating func namedBefore(_ mention: Int) -> Int32? {
    let start = raw[mention].words.lowerBound
    let range = view.sentences[raw[mention].sentence]
    guard range.contains(start - 2), view.words[start - 1].id == WordScanner.Mark.comma,
      view.words[start].has(.article),
      view.words[start - 2].shape.contains(.allCapitals)
    else { return nil }
    var index = mention - 1
    while index >= 0, mention - index < 6, raw[index].words.lowerBound >= start - 2 { index -= 1 }
    index += 1
    guard index < mention, raw[index].words == start - 2..<start - 1,
      raw[index].kind == .organization || raw[index].kind == .acronym
    else { return nil }
    let id = view.words[start - 2].id
    var draft = raw[index].entities.first
    if raw[index].kind == .organization {
      guard let known = draft, drafts[Int(known)].country < 0, drafts[Int(known)].organizationKind != .armedGroup else {
        return nil
      }
      if drafts[Int(known)].row >= 0 { links.organizations[drafts[Int(known)].row] = nil }
      drafts[Int(known)].kind = .agreement
      for place in raw.indices where raw[place].kind == .organization && raw[place].entities.first == known {
        raw[place].kind = .agreement
        raw[place].row = -1
      }
    } else if draft == nil {
      var new = EntityDraft(.agreement)
      new.nameWords = start - 2..<start - 1
      drafts.append(new)
      draft = Int32(drafts.count - 1)
      raw[index].kind = .agreement
      raw[index].row = -1
      raw[index].entities = draft.map { [$0] } ?? []
    }
    guard let draft, drafts[Int(draft)].kind == .agreement else { return nil }
    if drafts[Int(draft)].agreement == nil {
      drafts[Int(draft)].agreement = AgreementDraft(kind: .general, topics: [], isNamed: true, isPlural: false)
    }
    drafts[Int(draft)].agreement?.acronym = id
    drafts[Int(draft)].agreement?.acronymWord = start - 2
    links.acronyms[id] = draft
    return draft
  }

  /// "the Washington Declaration, an agreement he reached with": what a named one is said to be right behind it.
  private func explained(by mention: Int) -> Int32? {
    let start = raw[mention].words.lowerBound
    let range = view.sentences[raw[mention].sentence]
    guard range.contains(start - 1), view.words[start - 1].id == WordScanner.Mark.comma, view.words[start].has(.article)
    else { return nil }
    var index = mention - 1
    while index >= 0, mention - index < 5, raw[index].sentence == raw[mention].sentence {
      let before = raw[index]
      index -= 1
      guard before.kind == .agreement, before.words.upperBound == start - 1, let draft = before.entities.first,
        isNamed(draft), drafts[Int(draft)].agreement?.isPlural == agreements[Int(raw[mention].row)].isPlural
      else { continue }
      return draft
    }
    return nil
  }

  private mutating func partyDrafts(_ agreement: AgreementReading, at mention: Int) -> [Int32] {
    var drafts: [Int32] = []
    for party in agreement.parties {
      let named =
        party.isCountry ? links.countries[party.row] ?? -1 : organizations[Int(party.row)].entity
      let draft = named < 0 ? named : whoIsBound(named)
      if draft >= 0, !drafts.contains(draft) { drafts.append(draft) }
    }
    if agreement.partyGroup >= 0 {
      for party in groupOfParties(agreement.partyGroup, at: mention) where !drafts.contains(party) {
        drafts.append(party)
      }
    }
    // "the United Nations Charter" is of the body and does not bind it.
    if agreement.isNamed, drafts.count == 1, let row = self.drafts[Int(drafts[0])].organizationKind,
      row == .intergovernmental
    {
      drafts = []
    }
    if !drafts.isEmpty, agreement.possessor < 0, let other = otherSide(of: agreement, than: drafts[0], at: mention),
      !drafts.contains(other)
    {
      drafts.append(other)
    }
    if agreement.possessor >= 0, !agreement.parties.isEmpty {
      // "its pact with Tokyo": the owner is one of the parties. The pronoun begins where the mention does.
      var index = mention + 1
      while index < raw.count, raw[index].words.lowerBound <= agreement.possessor {
        if raw[index].words.lowerBound == agreement.possessor, raw[index].kind == .pronoun {
          if raw[index].entities.isEmpty { resolvePronoun(index) }
          for owner in raw[index].entities {
            let kind = self.drafts[Int(owner)].kind
            if kind == .country || kind == .organization, !drafts.contains(owner) { drafts.append(owner) }
          }
        }
        index += 1
      }
    }
    return drafts
  }

  /// The states of "the two nations", "the two leaders" or "them", between whom an agreement is.
  private mutating func groupOfParties(_ word: Int, at mention: Int) -> [Int32] {
    var index = mention
    while index < raw.count, raw[index].words.lowerBound < word { index += 1 }
    guard index < raw.count, raw[index].words.lowerBound == word else { return [] }
    if raw[index].entities.isEmpty {
      if raw[index].kind == .group {
        raw[index].entities = resolve(groups[Int(raw[index].row)], at: index)
      } else if raw[index].kind == .pronoun {
        resolvePronoun(index)
      }
    }
    return raw[index].entities.count > 1 ? bound(raw[index].entities) : []
  }

  /// What a parliament or a ministry signs or ratifies binds its country.
  private mutating func whoIsBound(_ draft: Int32) -> Int32 {
    guard let kind = drafts[Int(draft)].organizationKind, [.legislature, .government, .ministry].contains(kind),
      drafts[Int(draft)].country >= 0
    else { return draft }
    return countryDraft(drafts[Int(draft)].country)
  }

  /// "The president approved a free trade agreement with Peru": the other side is the country of the subject.
  private mutating func otherSide(of agreement: AgreementReading, than party: Int32, at mention: Int) -> Int32? {
    let range = view.sentences[raw[mention].sentence]
    var next = agreement.name.upperBound
    if range.contains(next), isQuoteMark(next) || isSigningAside(next, in: range) { next += 1 }
    // "an agreement signed last year with X".
    if range.contains(next), view.words[next].has(.signingVerb) {
      for place in next + 1..<next + 5 where range.contains(place) && view.words[place].id == ids.with {
        next = place
        break
      }
    }
    guard range.contains(next), view.words[next].id == ids.with else { return nil }
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence, mention - index < 24 {
      let candidate = raw[index]
      index -= 1
      guard [.country, .person, .office, .organization, .pronoun].contains(candidate.kind),
        !candidate.usage.contains(.affiliation), !candidate.usage.contains(.place)
      else { continue }
      if candidate.kind == .pronoun, candidate.entities.isEmpty { resolvePronoun(index + 1) }
      // Whoever is named last decides: in "urged Peru to end its trade agreement with Chile" it is not who urges.
      let named = raw[index + 1]
      guard named.entities.count == 1,
        isSubject(named) || named.kind == .pronoun || isObject(named) || isSubjectOfRelative(named),
        let draft = named.entities.first
      else { return nil }
      var country: Int32 = -1
      switch drafts[Int(draft)].kind {
      case .country: country = drafts[Int(draft)].row
      case .official: country = drafts[Int(draft)].roles.last { $0.country >= 0 }?.country ?? -1
      case .organization where drafts[Int(draft)].row >= 0 && drafts[Int(draft)].country < 0:
        let isOfStates = gazetteer.organizations[Int(drafts[Int(draft)].row)].isIntergovernmental
        // "would leave the bloc if that were the price of a deal with": who left it out does not make it.
        let isApart = (named.words.upperBound..<raw[mention].words.lowerBound).contains {
          view.words[$0].has(.subordinate)
        }
        return isOfStates && draft != party && !(isApart && isObject(named)) ? draft : nil
      case .organization:
        // "Parliament approved a treaty with": it binds its state.
        let bound = whoIsBound(draft)
        guard drafts[Int(bound)].kind == .country else { return nil }
        country = drafts[Int(bound)].row
      case .agreement: return nil
      }
      guard country >= 0 else { return nil }
      let other = countryDraft(country)
      return other == party ? nil : other
    }
    return nil
  }

  /// The comma of ", concluded with".
  private func isSigningAside(_ comma: Int, in range: Range<Int>) -> Bool {
    view.words[comma].id == WordScanner.Mark.comma && range.contains(comma + 2)
      && view.words[comma + 1].has(.signingVerb) && view.words[comma + 2].id == ids.with
  }

  /// "Lima, which had begun": who does what a relative clause tells.
  private func isSubjectOfRelative(_ mention: RawMention) -> Bool {
    let comma = mention.words.upperBound
    let range = view.sentences[mention.sentence]
    return range.contains(comma + 1) && view.words[comma].id == WordScanner.Mark.comma
      && gazetteer.relativeWords.contains(view.words[comma + 1].id) && range.contains(comma + 2) && isVerbal(comma + 2)
  }

  func isObject(_ mention: RawMention) -> Bool {
    document.tokens.areParsed
      && mention.words.contains {
        let relation = document.tokens.relation[Int(view.words[$0].token)]
        return relation == .object || relation == .indirectObject
      }
  }

  private func knownAgreement(_ agreement: AgreementReading, parties: [Int32], at mention: Int) -> Int32? {
    if agreement.acronym >= 0, let known = agreementByAcronym(view.words[agreement.acronym].id) { return known }
    if let called = calledPlaces[agreement.name.lowerBound] {
      let draft = agreements[Int(called)].entity
      if draft >= 0 { return draft }
    }
    if agreement.isNamed, let called = appositePlaces[agreement.name.lowerBound] {
      let draft = agreements[Int(called)].entity
      if draft >= 0, drafts[Int(draft)].agreement?.isNamed == false { return draft }
    }
    // "the CFE Treaty" after "the Treaty on Conventional Armed Forces in Europe (CFE)".
    if agreement.isNamed, agreement.name.count < 4 {
      for index in agreement.name where view.words[index].shape.contains(.allCapitals) {
        if let known = agreementByAcronym(view.words[index].id) { return known }
      }
    }
    if agreement.known >= 0, let known = links.knownAgreements[agreement.known], !isOfOthers(parties, than: known) {
      return known
    }
    let words = words(agreement)
    var best: (draft: Int32, score: Double)?
    // The latest first: of equals it stays.
    var seen = Set<Int32>()
    var index = mention - 1
    var steps = 0
    while index >= 0, steps < 200, seen.count < 16 {
      let candidate = raw[index]
      index -= 1
      steps += 1
      guard candidate.kind == .agreement, let draft = candidate.entities.first, seen.insert(draft).inserted else {
        continue
      }
      let score = compatibility(agreement, words, parties, draft, distance: raw[mention].sentence - candidate.sentence)
      if score > best?.score ?? 0 { best = (draft, score) }
    }
    return best?.draft
  }

  /// "the Mutual Defense Treaty with Peru" where the text spoke of one of that name with Chile.
  private func isOfOthers(_ parties: [Int32], than draft: Int32) -> Bool {
    let known = Set((drafts[Int(draft)].agreement?.parties ?? []).map(\.draft))
    return parties.count > 1 && known.count > 1 && !known.isSuperset(of: parties)
  }

  private func agreementByAcronym(_ id: Int32) -> Int32? {
    guard let draft = links.acronyms[id], drafts[Int(draft)].kind == .agreement else { return nil }
    return draft
  }

  private mutating func newAgreement(_ agreement: AgreementReading, _ parties: [Int32], at mention: Int) -> Int32 {
    // "the agreement" that nothing went before is no entity of its own.
    if agreement.isBare, agreement.isDefinite, parties.isEmpty, agreement.acronym < 0,
      raw[mention].words.count <= agreement.name.count + 1, !isOneOfHistory(agreement)
    {
      return -1
    }
    if agreement.isBare, agreement.isDefinite, agreement.kind == .weak || agreement.kind == .weakest,
      parties.count < 2
    {
      return -1
    }
    // "an agreement", "the agreements": nothing tells which.
    if agreement.isBare, agreement.kind != .truce, parties.isEmpty, !isSigned(mention),
      raw[mention].words.count <= agreement.name.count + 1, !isTold(agreement, at: mention), !isGround(mention)
    {
      return -1
    }
    if !agreement.isNamed, !agreement.isDefinite, isMereIdea(agreement, at: mention) { return -1 }
    var draft = EntityDraft(.agreement)
    draft.nameWords = agreement.isNamed ? agreement.name : raw[mention].words
    if agreement.isBare, agreement.kind == .general, !agreement.described.isEmpty {
      draft.nameWords = agreement.described
    }
    draft.agreement = AgreementDraft(
      kind: agreement.kind, topics: agreement.topics, isNamed: agreement.isNamed, isPlural: agreement.isPlural,
      owners: agreement.owners)
    draft.agreement?.isFromHeadline = isHeadline(raw[mention].sentence)
    draft.agreement?.age = agreement.age
    // Even "a cease-fire" names what it brings in.
    draft.aliases = [text(nameWithComplement(mention))]
    if !agreement.described.isEmpty { draft.aliases.append(text(agreement.described)) }
    drafts.append(draft)
    return Int32(drafts.count - 1)
  }

  /// "the armistice": of a war that readers know, so that no text needs to bring it in.
  private func isOneOfHistory(_ agreement: AgreementReading) -> Bool {
    text(agreement.head..<agreement.head + 1) == "armistice" && !view.words[agreement.head].isCapital
  }

  /// "freed prisoners under an understanding with the envoy", "granted access in a memorandum": what was done by it shows
  /// that it is there.
  private func isGround(_ mention: Int) -> Bool {
    guard document.tokens.areTagged else { return false }
    let range = view.sentences[raw[mention].sentence]
    let place = raw[mention].words.lowerBound - 1
    guard range.contains(place), ["in", "under"].contains(text(place..<place + 1)) else { return false }
    return (range.lowerBound..<place).contains {
      !view.words[$0].isMark && document.tokens.pennTag[Int(view.words[$0].token)] == .verbPast
    }
  }

  private func isHeadline(_ sentence: Int) -> Bool {
    isInHeadline(sentence) || document.sentences[sentence].zone == .headline
  }

  private func nameWithComplement(_ mention: Int) -> Range<Int> {
    var start = raw[mention].words.lowerBound
    while start + 1 < raw[mention].words.upperBound, view.words[start].has(.determiner) { start += 1 }
    return start..<max(raw[mention].words.upperBound, start + 1)
  }

  private mutating func absorb(_ agreement: AgreementReading, parties: [Int32], into draft: Int32, at mention: Int) {
    let place = Int(draft)
    guard var known = drafts[place].agreement else { return }
    if agreement.isNamed, !known.isNamed {
      known.isNamed = true
      drafts[place].nameWords = agreement.name
      known.words = words(agreement)
    } else if !agreement.isBare {
      known.words.formUnion(words(agreement))
    }
    if !agreement.isNamed || known.topics.isEmpty || !known.isNamed { known.topics.formUnion(agreement.topics) }
    known.topics.formUnion(agreement.topics)
    if agreement.acronym >= 0 {
      known.acronym = view.words[agreement.acronym].id
      known.acronymWord = agreement.acronym
      links.acronyms[known.acronym] = draft
    }
    let sentence = raw[mention].sentence
    if !isHeadline(sentence) { known.isFromHeadline = false }
    func add(_ party: Int32) {
      if !known.parties.contains(where: { $0.draft == party }) { known.parties.append((party, sentence)) }
    }
    if known.age == .untold { known.age = agreement.age }
    if known.year == 0 { known.year = year(of: agreement) }
    if parties.count > 1 || agreement.parties.count > 0 || agreement.partyGroup >= 0 {
      for party in parties { add(party) }
    }
    for party in signers(of: mention, atLeast: parties.isEmpty ? 2 : 1) { add(whoIsBound(party)) }
    for party in thoseBound(by: mention) { add(whoIsBound(party)) }
    drafts[place].agreement = known
  }

  /// "an agreement on monitors, was signed by A and B", "after finalizing a deal to allow exports": a description of one
  /// that is there, and not of what somebody may reach.
  private func isTold(_ agreement: AgreementReading, at mention: Int) -> Bool {
    guard !agreement.described.isEmpty, document.tokens.areTagged else { return false }
    let range = view.sentences[raw[mention].sentence]
    let end = agreement.described.upperBound
    for place in end..<min(range.upperBound, end + 4) where view.words[place].has(.signingVerb) { return true }
    let verb = raw[mention].words.lowerBound - 1
    guard range.contains(verb), !view.words[verb].isMark else { return false }
    switch document.tokens.pennTag[Int(view.words[verb].token)] {
    case .verbPast, .verbPastParticiple: return true
    case .verbGerund: return verb > range.lowerBound && view.words[verb - 1].has([.preposition, .subordinate])
    default: return false
    }
  }

  /// "could open talks on a trade agreement", "will try to reach an accord with X", "a step toward a truce", "calls for a
  /// ceasefire": what is only wished for or talked about.
  private func isMereIdea(_ agreement: AgreementReading, at mention: Int) -> Bool {
    let range = view.sentences[raw[mention].sentence]
    let start = raw[mention].words.lowerBound
    var place = start - 1
    guard range.contains(place), !view.words[place].isMark else { return false }
    func word(_ index: Int) -> String { range.contains(index) ? text(index..<index + 1).lowercased() : "" }
    let hasParties = !agreement.parties.isEmpty
    if Self.goals.contains(word(place)) { return true }
    if word(place) == "for" || word(place) == "on", !hasParties {
      for before in (max(range.lowerBound, place - 3)..<place).reversed() where Self.wishes.contains(word(before)) {
        return true
      }
      return false
    }
    if !hasParties, Self.pursuits.contains(word(place)) { return true }
    // "try to reach", "could sign".
    guard Self.makings.contains(word(place)) else { return false }
    place -= 1
    if Self.modals.contains(word(place)) { return true }
    guard word(place) == "to" else { return false }
    for before in (max(range.lowerBound, place - 2)..<place).reversed() where Self.wishes.contains(word(before)) {
      return true
    }
    return false
  }

  private static let goals: Set = ["toward", "towards"]
  private static let wishes: Set = [
    "appeal", "appealed", "call", "called", "calling", "calls", "discussions", "failed", "hope", "hoped", "hopes",
    "hoping",
    "negotiations", "pressed", "push", "pushed", "pushing", "seek", "seeking", "seeks", "sought", "talks", "tried",
    "try", "trying", "urged", "want", "wanted", "wants",
  ]
  private static let pursuits: Set = [
    "achieve", "achieving", "demand", "demanded", "demanding", "mediate", "mediating", "pursue", "pursuing", "seek",
    "seeking", "seeks", "sought", "urged", "want", "wants",
  ]
  private static let makings: Set = [
    "achieve", "broker", "conclude", "forge", "make", "negotiate", "reach", "secure", "sign", "strike",
  ]
  private static let modals: Set = ["can", "could", "may", "might", "would"]

  // MARK: Who signed

  /// Whether a verb of signing governs the mention.
  private func isSigned(_ mention: Int) -> Bool {
    guard let verb = signingVerb(before: mention) else { return false }
    return !isNegatedOrReported(verb, in: view.sentences[raw[mention].sentence])
  }

  func signingVerb(before mention: Int) -> Int? {
    let range = view.sentences[raw[mention].sentence]
    var place = raw[mention].words.lowerBound - 1
    var steps = 0
    while place >= range.lowerBound, steps < 7 {
      let word = view.words[place]
      if word.has(.signingVerb) {
        return isTurnedToAnotherAct(place, before: raw[mention].words.lowerBound) ? nil : place
      }
      if word.id == WordScanner.Mark.semicolon || word.has(.subordinate) { return nil }
      place -= 1
      steps += 1
    }
    return nil
  }

  /// "agreed to end a feud over the deal", "accept to resume work on a draft treaty": what they undertake is another act
  /// than to make or keep the agreement.
  private func isTurnedToAnotherAct(_ verb: Int, before end: Int) -> Bool {
    guard document.tokens.areTagged, verb + 2 < end else { return false }
    for place in verb + 1..<end - 1 where view.words[place].id == ids.to {
      let act = Int(view.words[place + 1].token)
      guard document.tokens.partOfSpeech[act] == .verb else { continue }
      return !Self.keepings.contains(document.tokens.lemmaText(act))
    }
    return false
  }

  private static let keepings: Set = [
    "accept", "adopt", "conclude", "enter", "establish", "extend", "finalise", "finalize", "form", "honor", "honour",
    "implement", "initial", "join", "keep", "maintain", "make", "observe", "prolong", "ratify", "renew", "respect",
    "restore", "revive", "seal", "sign", "strike", "uphold",
  ]
}
