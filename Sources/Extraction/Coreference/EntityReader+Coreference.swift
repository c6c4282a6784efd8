import Diplomacy
import Linguistics
import Provenance

/// What pronouns and noun phrases stand for, by rules over what the text has named: Lappin and Leass, "An Algorithm for
/// Pronominal Anaphora Resolution" (1994), with fewer factors, and Hobbs's preference for subjects.
extension EntityReader {
  /// Goes through the mentions in order of the text and links what names alone did not.
  mutating func linkTheRest() {
    for mention in raw.indices where raw[mention].entities.isEmpty {
      switch raw[mention].kind {
      case .organization: resolveOrganization(mention)
      case .office: linkOffice(mention)
      case .agreement: linkAgreement(mention)
      case .group: raw[mention].entities = resolve(groups[Int(raw[mention].row)], at: mention)
      case .pronoun: resolvePronoun(mention)
      case .acronym: linkAcronym(mention, mayBeNew: false)
      case .country, .person: break
      }
    }
    // Names may follow their acronyms.
    links.triedAcronyms = []
    for mention in raw.indices where raw[mention].kind == .acronym { linkAcronym(mention, mayBeNew: true) }
  }

  /// "the Foreign Ministry": of the country that the text is about at that place.
  private mutating func resolveOrganization(_ mention: Int) {
    let reading = Int(raw[mention].row)
    guard reading >= 0, organizations[reading].kind == .generic else { return }
    let head = gazetteer.organizationHeads[Int(organizations[reading].row)]
    guard head.standsAlone else { return }
    if head.meaning == .organization, let place = countryOfPlace(before: mention) {
      let draft = genericDraft(organizations[reading], country: place)
      organizations[reading].entity = draft
      raw[mention].entities = [draft]
      return
    }
    // The body was spoken of before.
    if let known = links.genericOfKey[head.key], known.count == 1 {
      // One only: which of several is not told.
      organizations[reading].entity = known[0]
      raw[mention].entities = known
      return
    }
    // "the Supreme Court" in a government's own text is its own.
    if head.meaning == .organization, head.kind == .court, let publisher = publisherCountry,
      gazetteer.organization(ofCountry: publisher, key: head.key) != nil,
      view.words[organizations[reading].name.lowerBound].isCapital
    {
      let draft = genericDraft(organizations[reading], country: publisher)
      organizations[reading].entity = draft
      raw[mention].entities = [draft]
      return
    }
    guard head.meaning == .organization, isNameOrNear(mention),
      let country = inferredCountry(at: mention, sentencesBack: 0) ?? (datelineCountry >= 0 ? datelineCountry : nil)
        ?? inferredCountry(at: mention) ?? publisherCountry
    else { return }
    let draft = genericDraft(organizations[reading], country: country)
    organizations[reading].entity = draft
    raw[mention].entities = [draft]
  }

  /// A body in small letters needs its country in the same or the last sentence.
  private func isNameOrNear(_ mention: Int) -> Bool {
    if view.words[organizations[Int(raw[mention].row)].name.lowerBound].isCapital { return true }
    return !salient(before: mention, sentencesBack: 1) { candidate, draft in
      draft.kind == .country && !candidate.usage.contains(.place)
    }.isEmpty
  }

  // MARK: Pronouns

  mutating func resolvePronoun(_ mention: Int) {
    let place = raw[mention].words.lowerBound
    let word = view.words[place]
    let quoted = isQuoted[place]
    if word.has([.pronounFirstPlural, .pronounFirstSingular]) {
      raw[mention].usage.insert(.holder)
      let isPlural = word.has(.pronounFirstPlural)
      if quoted {
        raw[mention].entities = speaker(of: mention, isPlural: isPlural)
      } else if let turn = turn(at: raw[mention].sentence) {
        raw[mention].entities = turn < 0 ? [] : [isPlural ? stateOf(turn) : turn]
      } else {
        let states = holderCountries.isEmpty || issuersSpeakForThemselves ? holders : holderCountries
        raw[mention].entities = isPlural ? states : holders
      }
      if raw[mention].entities.count > 1 { raw[mention].usage.insert(.group) }
      return
    }
    if isReflexive(word) {
      raw[mention].entities = ownSubject(ofReflexive: mention)
      return
    }
    if word.has([.pronounHe, .pronounShe]) {
      let gender: Gender = word.has(.pronounShe) ? .female : .male
      let found = salient(before: mention, sentencesBack: 2) { _, draft in
        draft.kind == .official && (draft.gender == .unknown || draft.gender == gender)
      }
      // "called the king to congratulate him": whoever acts does not act on himself.
      let isObject = isObjectPronoun(mention)
      if isObject, let same = parallel(to: mention, gender) {
        raw[mention].entities = [same]
        return
      }
      let other = isObject ? subjectPerson(before: mention) : fronted(before: mention) ?? spokenOf(by: mention)
      raw[mention].entities = (found.first { $0.draft != other } ?? found.first).map { [$0.draft] } ?? []
      return
    }
    if word.has(.pronounThey) {
      if let agreement = agreementObject(mention, isPlural: true) {
        raw[mention].entities = [agreement]
        return
      }
      if word.has(.possessivePronoun) {
        let subject = pluralSubject(overOwner: mention)
        if !subject.isEmpty {
          raw[mention].entities = subject
          return
        }
      }
      // "both deny having let them loose": whoever acts does not act on himself.
      let actors = Set(actorsOn(mention))
      let together = company(
        before: mention, isOfCountries(mention) ? .countries : .anyone, count: 0, sentencesBack: 2, without: actors)
      let found = together.isEmpty ? plural(before: mention) : together
      raw[mention].entities = actors.isDisjoint(with: found) || isOwnerPronoun(mention) ? found : []
      if raw[mention].entities.count > 1 { raw[mention].usage.insert(.group) }
      return
    }
    raw[mention].entities = neuter(before: mention).map { [$0] } ?? []
  }

  /// "their membership", "their borders": what states have and persons have not.
  private func isOfCountries(_ mention: Int) -> Bool {
    guard document.tokens.areTagged, view.words[raw[mention].words.lowerBound].has(.possessivePronoun) else {
      return false
    }
    let range = view.sentences[raw[mention].sentence]
    for place in raw[mention].words.upperBound..<min(range.upperBound, raw[mention].words.upperBound + 3) {
      let token = Int(view.words[place].token)
      if Self.statehood.contains(document.tokens.lemmaText(token)) { return true }
      guard document.tokens.partOfSpeech[token] == .adjective else { return false }
    }
    return false
  }

  private static let statehood: Set = [
    "membership", "accession", "border", "territory", "sovereignty", "economy", "troop", "force", "navy", "army",
    "military", "government", "people", "citizen", "embassy", "capital",
  ]

  private func isOwnerPronoun(_ mention: Int) -> Bool {
    view.words[raw[mention].words.lowerBound].has(.possessivePronoun)
  }

  func isObjectPronoun(_ mention: Int) -> Bool {
    guard document.tokens.areParsed else { return false }
    let relation = document.tokens.relation[Int(view.words[raw[mention].words.lowerBound].token)]
    return relation == .object || relation == .indirectObject || relation == .oblique
  }

  /// "X had telephoned him, and Y had leant on him": the same object in two clauses of a sentence is the same person.
  private func parallel(to mention: Int, _ gender: Gender) -> Int32? {
    let subject = subjectPerson(before: mention)
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      defer { index -= 1 }
      guard raw[index].kind == .pronoun, raw[index].entities.count == 1, let draft = raw[index].entities.first,
        draft != subject, view.words[raw[index].words.lowerBound].has(gender == .female ? .pronounShe : .pronounHe),
        isObjectPronoun(index)
      else { continue }
      return draft
    }
    return nil
  }

  /// "With the minister, he discussed": whoever stands under a preposition that opens the clause is not its subject.
  private func fronted(before mention: Int) -> Int32? {
    let place = raw[mention].words.lowerBound
    let start = view.sentences[raw[mention].sentence].lowerBound
    guard !view.words[place].has(.possessivePronoun), place - start < 24, view.words[start].has(.preposition),
      !view.words[start].has(.subordinate)
    else { return nil }
    for word in start..<place where document.tokens.areTagged {
      let part = document.tokens.partOfSpeech[Int(view.words[word].token)]
      if part == .verb || part == .auxiliary { return nil }
    }
    var index = mention - 1
    while index >= 0, raw[index].words.lowerBound > start {
      if raw[index].kind == .person || raw[index].kind == .office, raw[index].entities.count == 1 {
        return raw[index].entities[0]
      }
      index -= 1
    }
    return nil
  }

  /// "Ana Silva, he said, was late": whom he speaks of.
  private func spokenOf(by mention: Int) -> Int32? {
    let words = raw[mention].words
    let range = view.sentences[raw[mention].sentence]
    guard range.contains(words.lowerBound - 1), view.words[words.lowerBound - 1].id == WordScanner.Mark.comma,
      range.contains(words.upperBound), view.words[words.upperBound].has(.quoteVerb), mention > 0,
      raw[mention - 1].words.upperBound == words.lowerBound - 1
    else { return nil }
    return raw[mention - 1].entities.first
  }

  /// The person who is the subject nearest before a mention in its sentence.
  private func subjectPerson(before mention: Int) -> Int32? {
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      index -= 1
      if candidate.entities.count == 1, let draft = candidate.entities.first, drafts[Int(draft)].kind == .official,
        isSubject(candidate)
      {
        return draft
      }
    }
    return nil
  }

  /// "it", "its": the subject of the clause, then of the sentence before. An agreement only where it is all there is,
  /// or a verb of agreements follows.
  private func neuter(before mention: Int) -> Int32? {
    let place = raw[mention].words.lowerBound
    let token = Int(view.words[place].token)
    if document.tokens.areParsed, document.tokens.relation[token] == .expletive { return nil }
    let range = view.sentences[raw[mention].sentence]
    let isOwner = view.words[place].has(.possessivePronoun)
    let next = place + 1
    // "it is clear that", "it was a step".
    if !isOwner, next < range.upperBound, view.words[next].has(.beVerb), !document.tokens.areParsed { return nil }
    // "urged Seoul to revoke its decision": the one who is to act.
    if isOwner, let controller = controller(before: mention) ?? blamedOrHelped(byOwner: mention) { return controller }
    // "ratified it": what verbs of agreements are about.
    if let agreement = agreementObject(mention, isPlural: false) { return agreement }
    // "will never renounce it": no state.
    if isObjectOfDocumentVerb(mention) { return nil }
    // "cut ties with X, accusing it": whoever acts does not act on itself.
    // "It denies X access": who stands beside the pronoun is another.
    let actors = isOwner ? [] : actorsOn(mention) + namedBeside(subject: mention)
    if let subject = nearestSubject(before: mention), !actors.contains(subject) { return subject }
    let prefersAgreement = !isOwner && next < range.upperBound && gazetteer.agreementVerbs.contains(view.words[next].id)
    let found = salient(before: mention, sentencesBack: 1) { candidate, draft in
      if let only = candidate.entities.first, actors.contains(only) { return false }
      switch draft.kind {
      case .country, .organization:
        return !candidate.usage.contains(.place) && !candidate.usage.contains(.affiliation) && !isListed(candidate)
      case .agreement: return true
      case .official: return false
      }
    }
    if prefersAgreement, let agreement = found.first(where: { drafts[Int($0.draft)].kind == .agreement }) {
      return agreement.draft
    }
    return (found.first { drafts[Int($0.draft)].kind != .agreement } ?? found.first)?.draft
  }

  /// Who does what the clause of an object pronoun tells: the subject nearest before it, with those joined to it.
  func actorsOn(_ mention: Int) -> [Int32] {
    guard isObjectPronoun(mention) || raw[mention].kind == .group && isObjectOfVerb(raw[mention]) else { return [] }
    if let controllers = controllers(of: mention) { return controllers }
    var index = mention - 1
    while index >= 0, mention - index < Self.window, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      if !candidate.entities.isEmpty, !candidate.usage.contains(.affiliation), !candidate.usage.contains(.possessive),
        isSubject(candidate)
      {
        if candidate.entities.count > 1 { return candidate.entities }
        var first = index
        while first > 0, raw[first - 1].sentence == raw[index].sentence, index - first < 8 { first -= 1 }
        var actors = candidate.entities
        for start in first...index where raw[start].entities.count == 1 && !raw[start].usage.contains(.affiliation) {
          let list = coordination(startingAt: start, until: mention).drafts
          if list.count > 1, list.contains(candidate.entities[0]) { actors += list }
        }
        return actors
      }
      index -= 1
    }
    return []
  }

  /// "pressed its allies to join it": those who are to do it, and not who presses.
  private func controllers(of mention: Int) -> [Int32]? {
    guard document.tokens.areParsed, raw[mention].kind == .pronoun else { return nil }
    let token = Int(view.words[raw[mention].words.lowerBound].token)
    let verb = Int(document.tokens.head[token])
    let above = Int(document.tokens.head[verb])
    let isInfinitive = verb > 0 && document.tokens.lemmaText(verb - 1) == "to"
    guard document.tokens.relation[verb] == .openComplement || isInfinitive, above < verb else { return nil }
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      defer { index -= 1 }
      for word in raw[index].words {
        let inner = Int(view.words[word].token)
        if Int(document.tokens.head[inner]) == above,
          document.tokens.relation[inner] == .object || document.tokens.relation[inner] == .indirectObject
        {
          return raw[index].entities
        }
      }
    }
    return nil
  }

  /// "urged the neighbours to": a group that a verb acts on.
  private func isObjectOfVerb(_ mention: RawMention) -> Bool {
    guard document.tokens.areParsed else { return false }
    return mention.words.contains {
      let relation = document.tokens.relation[Int(view.words[$0].token)]
      return relation == .object || relation == .indirectObject
    }
  }

  /// The subject nearest before, in the same sentence.
  private func nearestSubject(before mention: Int) -> Int32? {
    var index = mention - 1
    while index >= 0, mention - index < Self.window, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      index -= 1
      guard candidate.entities.count == 1, let draft = candidate.entities.first, candidate.kind != .pronoun,
        !candidate.usage.contains(.affiliation), !candidate.usage.contains(.possessive), isSubject(candidate)
      else { continue }
      switch drafts[Int(draft)].kind {
      case .country, .organization: return draft
      case .official, .agreement: continue
      }
    }
    return nil
  }

  /// The actor right before the infinitive that a possessive stands under.
  private func controller(before mention: Int) -> Int32? {
    let range = view.sentences[raw[mention].sentence]
    var place = raw[mention].words.lowerBound - 1
    var infinitive: Int?
    while place >= range.lowerBound, raw[mention].words.lowerBound - place < 9 {
      let word = view.words[place]
      if word.isMark { break }
      if word.id == ids.to, !view.words[place + 1].isCapital, !view.words[place + 1].has([.determiner, .pronoun]) {
        infinitive = place
      }
      place -= 1
    }
    guard let infinitive else { return nil }
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      index -= 1
      if candidate.words.upperBound == infinitive, candidate.entities.count == 1, let draft = candidate.entities.first,
        drafts[Int(draft)].kind == .country || drafts[Int(draft)].kind == .organization
      {
        return draft
      }
    }
    return nil
  }

  /// "they", "their": the latest group, people of a country, or coordination.
  private func plural(before mention: Int) -> [Int32] {
    let here = raw[mention].sentence
    var index = mention - 1
    var steps = 0
    var fallback: [Int32] = []
    while index >= 0, steps < Self.window, here - raw[index].sentence <= 1 {
      let candidate = raw[index]
      if candidate.entities.count > 1 { return candidate.entities }
      if candidate.entities.count == 1, !candidate.usage.contains(.place) {
        let list = coordination(endingAt: index)
        if list.count > 1 { return list }
        if fallback.isEmpty, candidate.usage.contains(.people) || isOfPeople(candidate) {
          fallback = candidate.entities
        }
      }
      index -= 1
      steps += 1
    }
    return fallback
  }

  /// "the people of Ukraine".
  private func isOfPeople(_ mention: RawMention) -> Bool {
    guard let first = mention.words.first else { return false }
    let range = view.sentences[mention.sentence]
    var place = first - 1
    while range.contains(place), view.words[place].has(.article) { place -= 1 }
    guard range.contains(place), view.words[place].id == ids.of, range.contains(place - 1) else { return false }
    return document.tokens.areTagged && document.tokens.lemmaText(Int(view.words[place - 1].token)) == "people"
  }

  /// The drafts of "A, B and C" that ends with a mention, in order of the text; one draft where it is no list.
  func coordination(endingAt last: Int) -> [Int32] {
    var result = raw[last].entities
    var start = raw[last].words.lowerBound
    var index = last - 1
    var later = last
    var needsAnd = true
    while index >= 0, raw[index].sentence == raw[last].sentence, last - index < 60 {
      let candidate = raw[index]
      index -= 1
      guard candidate.words.upperBound <= start, candidate.entities.count == 1, !candidate.usage.contains(.affiliation)
      else { continue }
      let gap = candidate.words.upperBound..<start
      guard joins(gap, before: later) else { break }
      if needsAnd {
        // Headlines leave out "and": "Russia, Ukraine sign pact".
        let isHeadline = document.sentences[candidate.sentence].zone == .headline || isInHeadline(candidate.sentence)
        guard gap.contains(where: { view.words[$0].id == ids.and }) || isHeadline else { break }
        needsAnd = false
      }
      guard drafts[Int(candidate.entities[0])].kind != .agreement else { break }
      result.append(candidate.entities[0])
      start = candidate.words.lowerBound
      later = index + 1
    }
    return Array(Set(result)).sorted()
  }

  /// Who speaks a quotation: those whom a verb of saying stands with, in the sentence or the ones before.
  mutating func speaker(of mention: Int, isPlural: Bool) -> [Int32] {
    for back in 0...3 {
      let sentence = raw[mention].sentence - back
      guard sentence >= 0 else { break }
      let found = speaker(inSentence: sentence, around: mention)
      // "I" is one.
      if !found.isEmpty, isPlural || found.count == 1 { return found }
    }
    return []
  }

  mutating func speaker(inSentence sentence: Int, around mention: Int) -> [Int32] {
    let range = view.sentences[sentence]
    var place = mention
    while place > 0, raw[place - 1].sentence >= sentence { place -= 1 }
    var best: [Int32] = []
    while place < raw.count, raw[place].sentence <= sentence {
      let index = place
      let candidate = raw[place]
      place += 1
      guard candidate.sentence == sentence, !candidate.words.isEmpty, !isQuoted[candidate.words.lowerBound] else {
        continue
      }
      guard !candidate.usage.contains(.affiliation) else { continue }
      if candidate.entities.isEmpty, candidate.kind == .office { linkOffice(index) }
      var entities = raw[index].entities
      // "they said" after the quotation is not linked yet.
      if entities.isEmpty, candidate.kind == .pronoun, view.words[candidate.words.lowerBound].has(.pronounThey) {
        entities = company(before: index, .anyone, count: 0, sentencesBack: 2)
      }
      guard let draft = entities.first, drafts[Int(draft)].kind != .agreement else { continue }
      let before = candidate.words.lowerBound - 1
      let after = candidate.words.upperBound
      let speaks =
        after < range.upperBound && view.words[after].has(.quoteVerb)
        || before >= range.lowerBound && view.words[before].has(.quoteVerb)
        || after + 1 < range.upperBound && view.words[after + 1].has(.quoteVerb) && !view.words[after].isMark
      if speaks { best = entities }
    }
    return best
  }
}
