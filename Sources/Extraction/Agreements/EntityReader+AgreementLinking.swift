import Diplomacy
import Linguistics

/// Which agreement a name, an acronym, a description or "the deal" means.
extension EntityReader {
  mutating func linkAgreement(_ mention: Int) {
    let reading = Int(raw[mention].row)
    let agreement = agreements[reading]
    if !agreement.isNamed, let named = namedBefore(mention) {
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
      knownAgreement(agreement, parties: parties, at: mention) ?? newAgreement(agreement, parties, at: mention)
    guard draft >= 0 else { return }
    agreements[reading].entity = draft
    raw[mention].entities = [draft]
    absorb(agreement, parties: parties, into: draft, at: mention)
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
    if range.contains(next), isQuoteMark(next) { next += 1 }
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
      guard named.entities.count == 1, isSubject(named) || named.kind == .pronoun || isObject(named),
        let draft = named.entities.first
      else { return nil }
      var country: Int32 = -1
      switch drafts[Int(draft)].kind {
      case .country: country = drafts[Int(draft)].row
      case .official: country = drafts[Int(draft)].roles.last { $0.country >= 0 }?.country ?? -1
      case .organization where drafts[Int(draft)].row >= 0 && drafts[Int(draft)].country < 0:
        let isOfStates = gazetteer.organizations[Int(drafts[Int(draft)].row)].isIntergovernmental
        return isOfStates && draft != party ? draft : nil
      case .organization, .agreement: return nil
      }
      guard country >= 0 else { return nil }
      let other = countryDraft(country)
      return other == party ? nil : other
    }
    return nil
  }

  private func isObject(_ mention: RawMention) -> Bool {
    document.tokens.areParsed
      && mention.words.contains {
        let relation = document.tokens.relation[Int(view.words[$0].token)]
        return relation == .object || relation == .indirectObject
      }
  }

  private func words(_ agreement: AgreementReading) -> Set<Int32> {
    Set(
      (agreement.name.lowerBound..<max(agreement.name.upperBound, agreement.described.upperBound)).compactMap { index in
        let word = view.words[index]
        return word.isMark || word.has([.functionWord, .article, .modifierCommon]) ? nil : word.id
      })
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

  private func agreementByAcronym(_ id: Int32) -> Int32? {
    guard let draft = links.acronyms[id], drafts[Int(draft)].kind == .agreement else { return nil }
    return draft
  }

  /// How well a mention fits an agreement: 0 not at all.
  private func compatibility(
    _ agreement: AgreementReading, _ words: Set<Int32>, _ parties: [Int32], _ draft: Int32, distance: Int
  ) -> Double {
    guard let known = drafts[Int(draft)].agreement else { return 0 }
    if agreement.isPlural != known.isPlural, !(agreement.isPlural && agreement.isBare && distance <= 2) { return 0 }
    if agreement.age != .untold, known.age != .untold, agreement.age != known.age { return 0 }
    let recency = 1.0 / Double(1 + max(0, distance))
    if agreement.isNamed, known.isNamed {
      // Two names: equal, or one the beginning of the other.
      let shared = words.intersection(known.words).count
      return shared == min(words.count, known.words.count) && shared > 1 ? 4 + recency : 0
    }
    // A truce is no trade deal.
    if (agreement.kind == .truce) != (known.kind == .truce), !agreement.isBare,
      agreement.kind == .truce || known.kind == .truce
    {
      if agreement.kind != .general { return 0 }
    }
    if agreement.kind == .truce, known.kind != .truce, !known.topics.contains(.peace) { return 0 }
    if agreement.kind == .document, agreement.isBare, known.kind == .general, !known.isNamed, distance > 1 { return 0 }
    if !agreement.owners.isEmpty, !known.owners.isEmpty,
      !agreement.owners.contains(where: { known.owners.contains($0) })
    {
      return 0
    }
    let knownParties = Set(known.parties.map(\.draft))
    // A convention of a body of all states is no pact of two.
    if agreement.isNamed, !known.isNamed, parties.isEmpty, isOfBody(agreement),
      words.intersection(known.words).subtracting(headIDs).isEmpty
    {
      return 0
    }
    let hasConflict =
      !parties.isEmpty && !knownParties.isEmpty && knownParties.count > 1 && !Set(parties).isSubset(of: knownParties)
    if hasConflict { return 0 }
    if !agreement.topics.isEmpty, !known.topics.isEmpty, agreement.topics.isDisjoint(with: known.topics) { return 0 }
    // A headline announces what the text then brings in as new.
    if !agreement.isDefinite, isFromHeadline(draft),
      agreement.kind == known.kind || agreement.kind == .general || known.kind == .general,
      agreement.isPlural == known.isPlural, !agreement.isNamed || !known.isNamed
    {
      return 1.2 + recency
    }
    // "the Japan-Nepal pact", as headlines have it, tells no more than the parties of what the text then calls by its
    // name.
    if agreement.isNamed, agreement.isDefinite, !known.isNamed, known.topics.isEmpty, parties.count > 1,
      knownParties == Set(parties)
    {
      return 1.2 + recency
    }
    // "the declaration" where one of that name was spoken of.
    if agreement.isBare, agreement.kind == .weak || agreement.kind == .weakest {
      let isSameNoun = !words.isDisjoint(with: known.words.intersection(headIDs))
      guard agreement.isDefinite, parties.isEmpty, isSameNoun || distance < 3 && isDocument(agreement) else { return 0 }
      return 1 + recency
    }
    if agreement.isBare {
      // "the deal", "a bilateral agreement" where one is spoken of.
      guard agreement.isDefinite || distance <= 3 && parties.isEmpty && isBilateral(agreement) else { return 0 }
      // "the draft accord with X" is none of those that X is no party to.
      if !parties.isEmpty, known.isNamed || !knownParties.isEmpty, knownParties.isDisjoint(with: parties) { return 0 }
      if !agreement.isDefinite, !agreement.described.isEmpty { return 0 }
      return 1 + recency
    }
    // "the draft accord with X" is none that X is no party to, unless words say so.
    if known.isNamed, !parties.isEmpty, knownParties.isDisjoint(with: parties),
      words.intersection(known.words).subtracting(headIDs).isEmpty
    {
      return 0
    }
    let content = words.subtracting(headIDs)
    let knownContent = known.words.subtracting(headIDs)
    let told = content.subtracting(dates(in: agreement))
    let sharesParties = !parties.isEmpty && !knownParties.isDisjoint(with: parties)
    let sharesTopic = !agreement.topics.isDisjoint(with: known.topics)
    let sharesWords = !content.isDisjoint(with: knownContent)
    // "the friendship treaty of 1978" is no treaty on arms.
    if !agreement.isNamed, !known.isNamed, !told.isEmpty, !knownContent.isEmpty, !sharesWords, !sharesTopic,
      !sharesParties
    {
      return 0
    }
    if agreement.isNamed || known.isNamed {
      // A name and a description: topic or words must agree, parties not conflict.
      return sharesTopic || sharesWords ? 2 + recency + (sharesParties ? 1 : 0) : 0
    }
    if sharesParties {
      return sharesTopic || sharesWords || agreement.topics.isEmpty || known.topics.isEmpty ? 3 + recency : 0
    }
    if agreement.isDefinite { return sharesTopic || sharesWords || agreement.topics.isEmpty ? 1.5 + recency : 0 }
    // An indefinite description brings in a new one, unless the same words come back.
    return sharesTopic && sharesWords ? 0.5 + recency : 0
  }

  /// "the document": any agreement on paper.
  private func isDocument(_ agreement: AgreementReading) -> Bool {
    text(agreement.head..<agreement.head + 1).lowercased() == "document"
  }

  /// "the July 22 agreement": days and months tell no more of what it is on; a year long past sets it apart.
  private func dates(in agreement: AgreementReading) -> [Int32] {
    agreement.name.filter { index in
      let word = view.words[index]
      return word.has(.month) || word.shape.contains(.digit) && (agreement.age != .old || word.end - word.start != 4)
    }.map { view.words[$0].id }
  }

  /// "the U.N. Convention on …": a body of many states names it.
  private func isOfBody(_ agreement: AgreementReading) -> Bool {
    agreement.parties.contains { party in
      guard !party.isCountry else { return false }
      let reading = organizations[Int(party.row)]
      return reading.kind == .known && gazetteer.organizations[Int(reading.row)].isIntergovernmental
    }
  }

  /// Whether only headlines have spoken of it.
  private func isFromHeadline(_ draft: Int32) -> Bool { drafts[Int(draft)].agreement?.isFromHeadline ?? false }

  private var headIDs: Set<Int32> { gazetteer.agreementNounWords }

  private func isBilateral(_ agreement: AgreementReading) -> Bool {
    guard agreement.name.count > 1, !agreement.isPlural else { return false }
    return agreement.name.contains { gazetteer.sidedWords.contains(view.words[$0].id) }
  }

  private mutating func newAgreement(_ agreement: AgreementReading, _ parties: [Int32], at mention: Int) -> Int32 {
    // "the agreement" that nothing went before is no entity of its own.
    if agreement.isBare, agreement.isDefinite, parties.isEmpty, agreement.acronym < 0,
      raw[mention].words.count <= agreement.name.count + 1
    {
      return -1
    }
    if agreement.isBare, agreement.isDefinite, agreement.kind == .weak || agreement.kind == .weakest { return -1 }
    // "an agreement", "the agreements": nothing tells which.
    if agreement.isBare, agreement.kind != .truce, parties.isEmpty, !isSigned(mention),
      raw[mention].words.count <= agreement.name.count + 1, !isTold(agreement, at: mention)
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
      if word.has(.signingVerb) { return place }
      if word.id == WordScanner.Mark.semicolon || word.has(.subordinate) { return nil }
      place -= 1
      steps += 1
    }
    return nil
  }

  /// Makes mentions of the acronyms that no table knows; what they mean is decided in order of the text.
  mutating func addAcronyms() {
    guard !acronyms.isEmpty else { return }
    for (row, acronym) in acronyms.enumerated() {
      raw.append(
        RawMention(
          words: acronym.word..<acronym.word + 1, sentence: acronym.sentence, kind: .acronym, row: Int32(row),
          form: .name, usage: []))
    }
    sortAll()
  }

  /// Links an acronym to a name of the text with such initials, or to an agreement of its own where only one fits:
  /// "withdraw from GSOMIA".
  mutating func linkAcronym(_ mention: Int, mayBeNew: Bool) {
    let word = raw[mention].words.lowerBound
    let id = view.words[word].id
    var draft = links.acronyms[id]
    if draft == nil, links.triedAcronyms.insert(id).inserted { draft = draftWithInitials(word) }
    // "a pact known as GSOMIA".
    if draft == nil, let called = calledPlaces[word], agreements[Int(called)].entity >= 0 {
      draft = agreements[Int(called)].entity
      if let draft, let known = gazetteer.knownAgreements[id] { spellOut(draft, as: known) }
    }
    if draft == nil, let known = gazetteer.knownAgreements[id] { draft = knownDraft(known, at: mention) }
    if draft == nil, mayBeNew, isAgreementByUse(word, in: view.sentences[raw[mention].sentence]) {
      var new = EntityDraft(.agreement)
      new.nameWords = raw[mention].words
      new.agreement = AgreementDraft(kind: .general, topics: [], isNamed: true, isPlural: false)
      drafts.append(new)
      draft = Int32(drafts.count - 1)
    }
    guard let draft, draft >= 0 else { return }
    links.acronyms[id] = draft
    if drafts[Int(draft)].agreement != nil {
      drafts[Int(draft)].agreement?.acronym = id
      if drafts[Int(draft)].agreement?.acronymWord == -1 { drafts[Int(draft)].agreement?.acronymWord = word }
      raw[mention].kind = .agreement
    } else {
      raw[mention].kind = .organization
    }
    raw[mention].row = -1
    raw[mention].entities = [draft]
  }

  /// The agreement of a name that initials are known for: one that the text spells out, or a new one.
  private mutating func knownDraft(_ record: KnownAgreementRecord, at mention: Int) -> Int32 {
    for index in drafts.indices {
      guard let agreement = drafts[index].agreement, agreement.isNamed else { continue }
      let isIt = record.names.contains { name in
        let shared = name.filter(agreement.words.contains).count
        return shared > 1 && shared >= min(name.count, agreement.words.count)
      }
      if isIt { return Int32(index) }
    }
    var draft = EntityDraft(.agreement)
    draft.nameWords = raw[mention].words
    draft.agreement = AgreementDraft(kind: .general, topics: [], isNamed: true, isPlural: false)
    drafts.append(draft)
    spellOut(Int32(drafts.count - 1), as: record)
    return Int32(drafts.count - 1)
  }

  /// Gives an agreement the name that its initials stand for, with what the words of it tell.
  private mutating func spellOut(_ draft: Int32, as record: KnownAgreementRecord) {
    if drafts[Int(draft)].name.isEmpty, drafts[Int(draft)].agreement?.words.isEmpty ?? true || !isNamed(draft) {
      drafts[Int(draft)].name = record.name
    }
    guard var agreement = drafts[Int(draft)].agreement else { return }
    agreement.isNamed = true
    for word in record.names.joined() {
      agreement.words.insert(word)
      agreement.topics.formUnion(AgreementTopics(gazetteer.vocabulary.classes[Int(word)]))
    }
    drafts[Int(draft)].agreement = agreement
  }

  private func isNamed(_ draft: Int32) -> Bool { drafts[Int(draft)].agreement?.isNamed ?? false }

  /// Acronyms, and names, that are held against each other in one text.
  private static var maximumInitials: Int { 2048 }

  /// The first name of the text with the letters of an acronym.
  ///
  /// A text of some thousand pages has too many of both to hold each against each: only the first
  /// ``maximumInitials`` are tried, so that time stays linear.
  private func draftWithInitials(_ word: Int) -> Int32? {
    guard links.triedAcronyms.count <= Self.maximumInitials else { return nil }
    var tried = 0
    for candidate in drafts.indices
    where drafts[candidate].agreement?.isNamed == true
      || drafts[candidate].kind == .organization && drafts[candidate].row < 0
    {
      let name = drafts[candidate].nameWords
      if name.count > 2, name.count < 16, matchesInitials(word, of: name) { return Int32(candidate) }
      tried += 1
      if tried == Self.maximumInitials { break }
    }
    return nil
  }

  private func isAgreementByUse(_ word: Int, in range: Range<Int>) -> Bool {
    var place = word - 1
    while place >= range.lowerBound, view.words[place].has([.article, .preposition]) { place -= 1 }
    if place >= range.lowerBound, view.words[place].has(.agreementVerb), !view.words[place].isCapital { return true }
    var next = word + 1
    while next < range.upperBound, next < word + 3,
      view.words[next].has(.beVerb) || view.words[next].id == gazetteer.setWord || view.words[next].id == ids.to
    { next += 1 }
    return next < range.upperBound && gazetteer.expiryWords.contains(view.words[next].id)
  }
}
