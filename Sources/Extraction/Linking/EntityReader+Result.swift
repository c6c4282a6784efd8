import Diplomacy
import Linguistics
import Provenance

/// From drafts and raw mentions to what event coding and storage take.
extension EntityReader {
  /// - Complexity: O(mentions + entities).
  mutating func result(dates: [DateExpression]) -> DocumentEntities {
    noteFirstMentions()
    let order = outputOrder()
    var ids = [Int32](repeating: -1, count: drafts.count)
    for (id, draft) in order.enumerated() { ids[draft] = Int32(id) }
    collectAliases()
    let statuses = agreementStatuses(dates)

    var result = DocumentEntities()
    result.dates = dates
    result.entities = order.enumerated().map { id, draft in
      entity(draft, id: id, ids: ids, status: statuses[draft])
    }
    result.armedGroups = order.enumerated().filter { isArmedGroup(drafts[$0.element]) }.map { ID($0.offset) }
    addMentions(to: &result, ids: ids)
    result.holders = holders.compactMap { ids[Int($0)] >= 0 ? ID(Int(ids[Int($0)])) : nil }
    result.holderCountries = holderCountries.compactMap { ids[Int($0)] >= 0 ? ID(Int(ids[Int($0)])) : nil }
    result.facts = claims(facts(), ids: ids)
    return result
  }

  private func isArmedGroup(_ draft: EntityDraft) -> Bool {
    guard draft.kind == .organization else { return false }
    return draft.organizationKind == .armedGroup
      || draft.row >= 0 && gazetteer.organizations[Int(draft.row)].kind == .armedGroup
  }

  private mutating func noteFirstMentions() {
    for index in raw.indices {
      for draft in raw[index].entities where drafts[Int(draft)].firstMention == .max && raw[index].form != .pronoun {
        drafts[Int(draft)].firstMention = index
      }
    }
  }

  /// The drafts that the text mentions, in that order, then the countries that only offices and bodies imply.
  private mutating func outputOrder() -> [Int] {
    var order = drafts.indices.filter { drafts[$0].firstMention < raw.count }
    order.sort {
      drafts[$0].firstMention != drafts[$1].firstMention ? drafts[$0].firstMention < drafts[$1].firstMention : $0 < $1
    }
    var implied = Set<Int>()
    for draft in order {
      for role in drafts[draft].roles {
        if role.country >= 0, let country = links.countries[role.country] { implied.insert(Int(country)) }
      }
      if drafts[draft].kind == .organization, drafts[draft].country >= 0,
        let country = links.countries[drafts[draft].country]
      {
        implied.insert(Int(country))
      }
    }
    for country in holderCountries + holders { implied.insert(Int(country)) }
    return order + implied.filter { drafts[$0].firstMention >= raw.count }.sorted()
  }

  // MARK: Entities

  private func entity(_ index: Int, id: Int, ids: [Int32], status: (Agreement.Status, CalendarDate?)?) -> Entity {
    let draft = drafts[index]
    let name = canonicalName(draft)
    var aliases = Set(draft.aliases)
    let details: Entity.Details
    switch draft.kind {
    case .country: details = .country(Country(code: gazetteer.countries[Int(draft.row)].code))
    case .organization:
      details = .organization(
        Organization(
          country: draft.country >= 0 ? gazetteer.countries[Int(draft.country)].code : nil,
          isIntergovernmental: draft.row >= 0 && gazetteer.organizations[Int(draft.row)].isIntergovernmental))
    case .official:
      details = .official(Official(roles: roles(of: draft, ids: ids), isUnnamed: draft.isUnnamed))
    case .agreement:
      let agreement = draft.agreement
      let acronym = agreement.flatMap { $0.acronymWord >= 0 ? text($0.acronymWord..<$0.acronymWord + 1) : nil }
      if let acronym { aliases.insert(acronym) }
      let parties = Set((agreement?.parties ?? []).map { ids[Int($0.draft)] }.filter { $0 >= 0 }).sorted()
      details = .agreement(
        Agreement(
          acronym: acronym, parties: parties.map { ID(Int($0)) }, status: status?.0, statusDate: status?.1))
    }
    if draft.kind == .official, !draft.isUnnamed, !draft.nameWords.isEmpty {
      aliases.insert(unquoted(text(withoutDeterminer(draft.nameWords))))
    }
    aliases.remove(name)
    return Entity(id: ID(id), name: name, aliases: aliases.sorted(), details: details)
  }

  private func canonicalName(_ draft: EntityDraft) -> String {
    if !draft.name.isEmpty { return draft.name }
    // A surname alone is completed where the office tells who it is.
    if draft.kind == .official, !draft.isUnnamed, draft.nameForms.allSatisfy({ $0.count == 1 }),
      draft.firstMention < raw.count,
      let entity = raw[draft.firstMention].entities.first, let leader = leader(entity)
    {
      return leader.name
    }
    let words = withoutDeterminer(draft.nameWords)
    let text = unquoted(self.text(words))
    guard draft.kind == .agreement, let agreement = draft.agreement, !agreement.isNamed,
      (2...3).contains(agreement.parties.count)
    else { return text }
    // "Japan-South Korea intelligence-sharing pact": the parties, then what it is.
    let description = description(words)
    guard !description.isEmpty else { return text }
    let names = agreement.parties.map { canonicalName(drafts[Int($0.draft)]) }.sorted()
    return names.joined(separator: "-") + " " + description
  }

  /// The words of a description without the parties among them, up to "between" or "with".
  private func description(_ words: Range<Int>) -> String {
    let end = words.first { view.words[$0].has(.between) || view.words[$0].id == ids.with } ?? words.upperBound
    var pieces: [String] = []
    var start = words.lowerBound
    var index = start
    func flush() {
      if start < index { pieces.append(text(start..<index)) }
    }
    // "two accords": how many is no part of what they are.
    if start + 1 < end, view.words[start].has(.numberWord), !view.words[start + 1].shape.contains(.hyphenated) {
      start += 1
      index += 1
    }
    while index < end {
      let party = matches.at(index).first {
        ($0.kind == .country || $0.kind == .demonym || $0.kind == .city) && $0.words.upperBound <= end
      }
      guard let party else {
        index += 1
        continue
      }
      flush()
      index = party.words.upperBound
      // "the Oman-brokered truce": how it came about goes with who did it.
      if index < end, view.words[index].shape.contains(.hyphenated), Self.brokering.contains(text(index..<index + 1)) {
        index += 1
      }
      while index < end, view.words[index].id == WordScanner.Mark.possessive || view.words[index].has(.conjunction) {
        index += 1
      }
      start = index
    }
    flush()
    return pieces.joined(separator: " ")
  }

  private func roles(of draft: EntityDraft, ids: [Int32]) -> [Role] {
    var roles: [Role] = []
    let country = draft.roles.last { $0.country >= 0 }?.country ?? -1
    for reading in draft.roles {
      let organization = reading.organization >= 0 ? organizations[Int(reading.organization)].entity : -1
      let own = reading.country >= 0 ? reading.country : organization >= 0 ? -1 : country
      let isSharedBody = organization >= 0 && drafts[Int(organization)].country < 0
      let role = Role(
        title: text(reading.title),
        country: own >= 0 && !(isSharedBody && reading.country < 0) ? gazetteer.countries[Int(own)].code : nil,
        organization: organization >= 0 && ids[Int(organization)] >= 0 ? ID(Int(ids[Int(organization)])) : nil,
        begin: reading.isFormer || reading.isFuture ? nil : document.metadata.date,
        end: reading.isFormer ? document.metadata.date : nil)
      let isKnown = roles.contains {
        Folding.folded($0.title.utf8) == Folding.folded(role.title.utf8)
          && ($0.country == role.country || role.country == nil)
          && ($0.organization == role.organization || role.organization == nil)
      }
      if !isKnown { roles.append(role) }
    }
    // Offices of the past first.
    return roles.filter { $0.end != nil } + roles.filter { $0.end == nil }
  }

  private func withoutDeterminer(_ words: Range<Int>) -> Range<Int> {
    var start = words.lowerBound
    while start + 1 < words.upperBound, view.words[start].has([.determiner]) { start += 1 }
    return start..<words.upperBound
  }

  /// Without quotation marks at either end.
  private func unquoted(_ text: String) -> String {
    // Most names begin with a letter and end with one.
    guard let start = text.utf8.first, let end = text.utf8.last, !isLetter(start) || !isLetter(end) else { return text }
    var text = text[...]
    while let first = text.first, "\"“”‘".contains(first) { text.removeFirst() }
    while let last = text.last, "\"“”".contains(last) { text.removeLast() }
    return String(text)
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 }

  private mutating func collectAliases() {
    for index in raw.indices {
      let mention = raw[index]
      guard mention.entities.count == 1, let draft = mention.entities.first else { continue }
      var forms: [Range<Int>] = []
      switch mention.kind {
      case .country, .organization:
        if !mention.usage.contains(.people) { forms.append(mention.words) }
        if mention.kind == .organization, mention.row >= 0, organizations[Int(mention.row)].acronym >= 0 {
          let acronym = organizations[Int(mention.row)].acronym
          forms.append(acronym..<acronym + 1)
        }
      case .person:
        forms.append(mention.words)
        if mention.row >= 0 {
          let person = persons[Int(mention.row)]
          forms.append(person.name)
          // "Gen. Mark Milley" of a longer title.
          if let start = lastTitle(before: person.name) { forms.append(start..<person.name.upperBound) }
        }
      case .office: forms.append(mention.words)
      case .agreement:
        let isBare = mention.row >= 0 && agreements[Int(mention.row)].isBare
        if mention.row >= 0, !agreements[Int(mention.row)].described.isEmpty {
          forms.append(agreements[Int(mention.row)].described)
        }
        if !isBare {
          forms.append(mention.words)
          if mention.row >= 0 {
            let agreement = agreements[Int(mention.row)]
            forms.append(agreement.name)
            if agreement.end > agreement.name.upperBound { forms.append(agreement.name.lowerBound..<agreement.end) }
          }
        }
      case .group, .pronoun, .acronym: break
      }
      if mention.kind == .acronym || mention.kind == .agreement && mention.row < 0 { forms.append(mention.words) }
      for form in forms {
        let words = withoutDeterminer(form)
        guard !words.isEmpty, words.count < 24 else { continue }
        let text = unquoted(self.text(words))
        if drafts[Int(draft)].aliases.count < 64, !drafts[Int(draft)].aliases.contains(text) {
          drafts[Int(draft)].aliases.append(text)
        }
      }
    }
  }

  private func lastTitle(before name: Range<Int>) -> Int? {
    for start in max(0, name.lowerBound - 6)..<name.lowerBound {
      for match in matches.at(start) where match.kind == .title && match.words.upperBound == name.lowerBound {
        return start
      }
    }
    return nil
  }

  // MARK: Status

  /// For each agreement what the text says last of its standing, and when.
  private func agreementStatuses(_ dates: [DateExpression]) -> [Int: (Agreement.Status, CalendarDate?)] {
    var result: [Int: (Agreement.Status, CalendarDate?)] = [:]
    var dateOfSentence: [Int: CalendarDate] = [:]
    for date in dates where date.relation != .since && dateOfSentence[date.sentence] == nil {
      dateOfSentence[date.sentence] = date.date
    }
    for mention in raw where mention.kind == .agreement {
      guard let draft = mention.entities.first, let status = status(around: mention) else { continue }
      let date = dateOfSentence[mention.sentence]
      result[Int(draft)] = (status, date)
    }
    return result
  }

  private func status(around mention: RawMention) -> Agreement.Status? {
    let range = view.sentences[mention.sentence]
    let window =
      max(range.lowerBound, mention.words.lowerBound - 6)..<min(range.upperBound, mention.words.upperBound + 5)
    for place in window where !mention.words.contains(place) || view.words[place].has(.modifierCommon) {
      if view.words[place].id == ids.with { continue }
      guard let status = gazetteer.statusWords[view.words[place].id] else { continue }
      // "refused to sign", "plans to withdraw": not done.
      let isOpen = (max(range.lowerBound, place - 3)..<place).contains {
        gazetteer.negations.contains(view.words[$0].id) || view.words[$0].id == ids.to
      }
      if isOpen, status != .expiring { continue }
      return status
    }
    return nil
  }

  // MARK: Mentions

  private func addMentions(to result: inout DocumentEntities, ids: [Int32]) {
    result.tokenMention = [Int32](repeating: -1, count: document.tokens.count)
    result.sentenceMentions = []
    var next = 0
    var open: [Int32] = []
    for sentence in view.sentences.indices {
      let first = result.mentions.count
      while next < raw.count, raw[next].sentence <= sentence {
        let mention = raw[next]
        next += 1
        let entities = mention.entities.compactMap { ids[Int($0)] >= 0 ? ID<Entity>(Int(ids[Int($0)])) : nil }
        guard !entities.isEmpty, !mention.words.isEmpty else { continue }
        let made = made(mention, entities)
        let index = Int32(result.mentions.count)
        while let last = open.last, result.mentions[Int(last)].span.end <= made.span.start { open.removeLast() }
        let isNested = open.last.map { result.mentions[Int($0)].span.contains(made.span) } ?? false
        result.enclosing.append(isNested ? open[open.count - 1] : -1)
        result.mentions.append(made)
        open.append(index)
        for token in made.tokens { result.tokenMention[token] = index }
      }
      open.removeAll(keepingCapacity: true)
      result.sentenceMentions.append(first..<result.mentions.count)
    }
  }

  private func made(_ mention: RawMention, _ entities: [ID<Entity>]) -> EntityMention {
    let first = view.words[mention.words.lowerBound]
    let last = view.words[mention.words.upperBound - 1]
    let tokens = Int(first.token)..<Int(last.token) + 1
    return EntityMention(
      span: Span(Int(first.start), Int(last.end)), tokens: tokens, head: head(of: mention, in: tokens),
      sentence: mention.sentence, form: mention.form, entities: entities, usage: mention.usage)
  }

  private func head(of mention: RawMention, in tokens: Range<Int>) -> Int {
    // What stands behind the noun, "a treaty with Peru", may hang on the verb as well.
    if mention.kind == .agreement, mention.row >= 0, !agreements[Int(mention.row)].isNamed {
      var noun = Int(view.words[agreements[Int(mention.row)].head].token)
      // "memorandum of understanding".
      for _ in 0..<4 where document.tokens.areParsed {
        let above = Int(document.tokens.head[noun])
        guard above != noun, tokens.contains(above) else { break }
        noun = above
      }
      return noun
    }
    if document.tokens.areParsed {
      var found: Int?
      for token in tokens {
        let above = Int(document.tokens.head[token])
        guard above == token || !tokens.contains(above) else { continue }
        switch document.tokens.partOfSpeech[token] {
        case .punctuation, .adposition, .determiner: continue
        default: found = found ?? token
        }
      }
      if let found { return found }
    }
    switch mention.kind {
    case .person where mention.row >= 0:
      return Int(view.words[persons[Int(mention.row)].name.lowerBound].token)
    case .agreement where mention.row >= 0: return Int(view.words[agreements[Int(mention.row)].head].token)
    default: break
    }
    var head = mention.words.upperBound - 1
    for place in mention.words.dropFirst() where view.words[place].has(.preposition) && !view.words[place].isCapital {
      head = place - 1
      break
    }
    return Int(view.words[head].token)
  }

  private func claims(_ facts: [Fact], ids: [Int32]) -> [Claim] {
    var claims: [Claim] = []
    for fact in facts {
      let (source, target) = (ids[Int(fact.source)], ids[Int(fact.target)])
      guard source >= 0, target >= 0 else { continue }
      let span = document.sentences[fact.sentence].span
      claims.append(
        Claim(
          kind: fact.kind, source: ID(Int(source)), target: ID(Int(target)), weight: 1, date: document.metadata.date,
          confidence: fact.confidence,
          evidence: Evidence(
            document: document.metadata.id, sentence: fact.sentence, span: span, cue: cue(of: fact, in: span),
            rule: fact.rule)))
    }
    let order = ClaimKind.allCases
    return claims.sorted {
      let (a, b) = (order.firstIndex(of: $0.kind)!, order.firstIndex(of: $1.kind)!)
      return a != b ? a < b : $0.source != $1.source ? $0.source < $1.source : $0.target < $1.target
    }
  }

  /// The first mention of the source in the sentence that states the fact.
  private func cue(of fact: Fact, in span: Span) -> Span {
    var low = 0
    var high = raw.count
    let from = view.sentences[fact.sentence].lowerBound
    while low < high {
      let middle = (low + high) / 2
      if raw[middle].words.lowerBound < from { low = middle + 1 } else { high = middle }
    }
    while low < raw.count, raw[low].sentence == fact.sentence {
      if raw[low].entities.contains(fact.source) {
        let words = raw[low].words
        return Span(Int(view.words[words.lowerBound].start), Int(view.words[words.upperBound - 1].end))
      }
      low += 1
    }
    return span
  }
}
