import Diplomacy

/// People by the grammar of title, name and affiliation, in the orders English has for them.
extension EntityReader {
  /// Reads a person or an office that begins at a word; `start` is where the mention begins when an article or
  /// pronoun goes before. Returns the word after it.
  mutating func readPerson(at index: Int, from start: Int? = nil, isDefinite: Bool = false) -> Int? {
    let start = start ?? index
    guard isDefinite || mayBeginPerson(index) else { return nil }
    // "Sri Lanka" is no Mr. Lanka.
    if let country = countryHit(at: index), country.words.count > 1, let title = titleMatch(at: index),
      country.words.upperBound > title.words.upperBound
    {
      return nil
    }
    var place = index
    // "former U.S. President".
    var isFormer = false
    while isTitleModifier(place), titleMatch(at: place) == nil, countryHit(at: place) == nil, place < index + 2 {
      if gazetteer.pastModifiers.contains(id(place)) { isFormer = true }
      place += 1
    }
    let before = affiliation(at: place)
    guard before.end < high else { return nil }
    if let end = readCounterpart(from: start, before) { return end }
    guard var phrase = titlePhrase(at: before.end, isAnchored: !before.isEmpty || isDefinite) else { return nil }
    guard !isInAgreementName(phrase.roles[0].title.lowerBound) else { return nil }
    guard isTitleHere(phrase, isAnchored: !before.isEmpty || isDefinite || start < index) else { return nil }
    if isFormer { for role in phrase.roles.indices { phrase.roles[role].isFormer = true } }

    var name = personName(at: phrase.end, afterTitle: true)
    // "the foreign minister, Taro Kono, said".
    var appositive = false
    if name == nil, id(phrase.end) == WordScanner.Mark.comma,
      isDefinite || !before.isEmpty || phrase.affiliation != nil || id(index - 1) == WordScanner.Mark.possessive,
      startsName(phrase.end + 1), let after = personName(at: phrase.end + 1, afterTitle: true), after.count > 1,
      [WordScanner.Mark.comma, WordScanner.Mark.stop].contains(id(after.upperBound)),
      looksLikePersonName(after) || !before.isEmpty && mayBePersonName(after),
      organizationHit(at: after.lowerBound) == nil, titleMatch(at: after.lowerBound) == nil
    {
      name = after
      appositive = true
    }
    // "Ukraine's commander-in-chief, General Valery Zorin, said": the rank belongs to the name that follows.
    if name == nil, !before.isEmpty || has(index - 1, .possessivePronoun), id(phrase.end) == WordScanner.Mark.comma,
      let rank = titlePhrase(at: phrase.end + 1, isAnchored: false), isCapital(phrase.end + 1),
      rank.roles.allSatisfy({ $0.kind == .militaryRank || !$0.kind.isOffice }),
      let after = personName(at: rank.end, afterTitle: true), after.count > 1,
      [WordScanner.Mark.comma, WordScanner.Mark.stop].contains(id(after.upperBound))
    {
      name = after
      appositive = true
    }
    // "a charge Macedonia denies": a country or body is nobody's name.
    if let found = name, let country = countryHit(at: found.lowerBound), country.words.upperBound >= found.upperBound {
      name = nil
    }
    if let found = name, let body = organizationHit(at: found.lowerBound), body.words.upperBound >= found.upperBound {
      name = nil
    }
    // "the General Assembly" is no general.
    if let found = name, found.count == 1, has(found.lowerBound, .organizationNoun),
      phrase.roles.allSatisfy({ $0.kind == .militaryRank })
    {
      return nil
    }
    if let name { return addPerson(start, before, phrase, name, isAppositive: appositive) }
    return addOffice(start, before, phrase, isDefinite: isDefinite)
  }

  /// Whether a word is written like a name, or is the first of something that the gazetteer knows. Most words are neither.
  @inline(__always)
  private func mayBeginPerson(_ index: Int) -> Bool {
    isCapital(index) || context.matches.has(.max, at: index) || has(index, [.titleModifier, .organizationNoun])
  }

  /// A title is one only with a capital, or after a country, a body or "the".
  private func isTitleHere(_ phrase: TitlePhrase, isAnchored: Bool) -> Bool {
    if isAnchored { return true }
    guard let first = phrase.roles.first else { return false }
    if isCapital(first.title.lowerBound) { return true }
    // "the alliance's chief, Mark Ruiz,".
    if id(first.title.lowerBound - 1) == WordScanner.Mark.possessive, first.kind.isOffice,
      startsName(phrase.end) || id(phrase.end) == WordScanner.Mark.comma && startsName(phrase.end + 1)
    {
      return true
    }
    // "prime minister Shinzo Abe", "chairman of the Joint Chiefs".
    return startsName(phrase.end) && phrase.roles.contains { $0.kind.isOffice } || phrase.affiliation?.isEmpty == false
  }

  private mutating func addPerson(
    _ start: Int, _ before: Affiliation, _ phrase: TitlePhrase, _ name: Range<Int>, isAppositive: Bool
  ) -> Int? {
    guard !isJournalist(phrase, name) else {
      media.append(name)
      return name.upperBound
    }
    var roles = phrase.roles.filter { $0.kind.isOffice }
    commit(before, to: &roles, at: nil)
    if let affiliation = phrase.affiliation { commit(affiliation, to: &roles, at: phrase.affiliated) }
    var end = name.upperBound
    // "President Moon Jae-in of South Korea".
    if id(end) == ids.of {
      var place = end + 1
      if has(place, .article) { place += 1 }
      let after = affiliation(at: place)
      if !after.isEmpty, id(after.end - 1) != WordScanner.Mark.possessive, titleMatch(at: after.end) == nil {
        commit(after, to: &roles, at: nil)
        end = after.end
      }
    }
    let row = Int32(persons.count)
    persons.append(
      PersonReading(
        name: name, words: start..<end, roles: roles, gender: phrase.gender, hasHonorific: phrase.hasHonorific))
    addPersonMention(start..<end, row: row)
    return max(end, readRoles(after: end, of: row))
  }

  /// Adds the mention of a person named with title.
  private mutating func addPersonMention(_ words: Range<Int>, row: Int32) {
    var usage: EntityMention.Usage = []
    if id(words.upperBound) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    add(.person, words, row: row, usage: usage)
  }

  /// An office without a name: "the Pentagon chief", "Japan's prime minister", "a State Department spokesman".
  private mutating func addOffice(
    _ start: Int, _ before: Affiliation, _ phrase: TitlePhrase, isDefinite: Bool
  ) -> Int? {
    let offices = phrase.roles.filter { $0.kind.isOffice }
    guard let last = offices.last, phrase.roles.count == offices.count, !has(last.title.upperBound - 1, .groupPerson)
    else { return nil }
    let record = gazetteer.titles[Int(last.row)]
    if record.isPrefix, record.kind == .militaryRank, before.isEmpty, !isDefinite { return nil }
    let isAffiliated = !before.isEmpty || phrase.affiliation?.isEmpty == false || record.country >= 0
    guard isAffiliated || isDefinite && record.isAffiliated else { return nil }
    if isOneOfMany(start) { return phrase.end }
    // "its leadership as Chairperson-in-Office of the OSCE": what somebody is, and nobody else.
    if id(start - 1) == ids.as, !isDefinite { return nil }
    // "the president of the United States" is capital or small; "Leader" after a country only with an article or
    // a headline; plural heads are not in the table.
    let next = phrase.end
    // "the prime minister post", "foreign minister talks".
    if next < high, view.words[next].has(.abstractRelation) || gazetteer.postWords.contains(id(next)), isLower(next) {
      return nil
    }
    var roles = offices
    commit(before, to: &roles, at: nil)
    if let affiliation = phrase.affiliation { commit(affiliation, to: &roles, at: phrase.affiliated) }
    let row = Int32(persons.count)
    persons.append(
      PersonReading(
        name: start..<start, words: start..<phrase.end, roles: roles, gender: phrase.gender, isDefinite: isDefinite))
    var usage: EntityMention.Usage = []
    if id(phrase.end) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    add(.office, start..<phrase.end, row: row, form: .nominal, usage: usage)
    return phrase.end
  }

  /// "every American president", "the only Gulf leader": anybody, and nobody in particular.
  private func isOneOfMany(_ start: Int) -> Bool {
    let isBeforeOffice = has(start, .determiner) && !has(start, [.article, .definite, .possessivePronoun])
    guard !isBeforeOffice else { return true }
    let before = start - 1
    return isLower(before) && Self.quantities.contains(text(before..<before + 1))
  }

  private static let quantities: Set = [
    "any", "each", "every", "few", "first", "many", "no", "only", "several", "some",
  ]

  /// Gives the roles the country and the body of an affiliation, and adds those as mentions of their own.
  private mutating func commit(_ affiliation: Affiliation, to roles: inout [RoleReading], at index: Int?) {
    var country: Int32 = -1
    var organization: Int32 = -1
    for (place, hit) in affiliation.countries.enumerated() {
      // "Bosnian Serb": of the country first named.
      let isPeopleOf = place > 0 && hit.form == .adjective && affiliation.countries[place - 1].form == .adjective
      if !isPeopleOf { country = hit.row }
      addCountry(hit, usage: .affiliation)
    }
    if let hit = affiliation.organization, let state = countryOfBuilding(hit) {
      if country < 0 { country = state.row }
      addCountry(state, usage: .affiliation)
    } else if let hit = affiliation.organization {
      organization = add(hit, usage: .affiliation)
      if hit.reading.country >= 0, country < 0, !isArmedGroup(hit.reading) { country = hit.reading.country }
    }
    for role in roles.indices where index == nil || role == index {
      if roles[role].country < 0 { roles[role].country = country }
      // "Syria's U.N. ambassador" serves Syria at the United Nations.
      let isHost = roles[role].kind == .diplomat && roles[role].country >= 0 && isIntergovernmental(organization)
      if roles[role].organization < 0, !isHost { roles[role].organization = organization }
    }
    // "Secretary of State" alone is American.
    for role in roles.indices where roles[role].country < 0 && roles[role].organization < 0 && index == nil {
      roles[role].country = gazetteer.titles[Int(roles[role].row)].country
    }
    if let index, roles.indices.contains(index) == false, let last = roles.indices.last {
      if roles[last].country < 0 { roles[last].country = country }
      if roles[last].organization < 0 { roles[last].organization = organization }
    }
  }

  private func isIntergovernmental(_ organization: Int32) -> Bool {
    guard organization >= 0, organizations[Int(organization)].kind == .known else { return false }
    return gazetteer.organizations[Int(organizations[Int(organization)].row)].isIntergovernmental
  }

  /// Where an armed group is at home is not whom its leaders serve.
  private func isArmedGroup(_ reading: OrganizationReading) -> Bool {
    reading.kind == .known && gazetteer.organizations[Int(reading.row)].kind == .armedGroup
  }

  /// ", commander of the Danish Home Guard,", ", the foreign minister of South Korea,": roles in apposition.
  /// Returns the word after them.
  mutating func readRoles(after end: Int, of row: Int32) -> Int {
    var place = end
    guard id(place) == WordScanner.Mark.comma || id(place) == WordScanner.Mark.openBracket else { return end }
    place += 1
    let start = place
    let isOwned = has(place, .possessivePronoun) && has(place, .pronounIt)
    if has(place, .article) || isOwned { place += 1 }
    var isFormer = false
    while isTitleModifier(place), titleMatch(at: place) == nil, place < start + 4 {
      if gazetteer.pastModifiers.contains(id(place)) { isFormer = true }
      place += 1
    }
    let before = affiliation(at: place)
    if let end = readMember(of: before, from: start, row: row) { return end }
    guard var phrase = titlePhrase(at: before.end, isAnchored: !before.isEmpty || place > start),
      phrase.roles.allSatisfy({ $0.kind.isOffice }),
      personName(at: phrase.end, afterTitle: true) == nil || place > start && !isCapital(phrase.end)
    else { return end }
    // "Prime Minister Abe, President Moon and …": in a list the title has no article and a name follows. A title that
    // verbs follow at once is a subject of its own only with an article: ", the president said".
    let next = phrase.end
    let closes =
      [
        WordScanner.Mark.comma, WordScanner.Mark.stop, WordScanner.Mark.closeBracket, WordScanner.Mark.semicolon,
        WordScanner.Mark.dash,
      ]
      .contains(id(next)) || next >= high || id(next) == ids.and || has(next, .subordinate)
      || isLower(next) && !isVerb(next)
    guard closes, !(isVerb(next) && has(start, .article)), !leadsAnother(phrase, than: row) else { return end }
    if isFormer { for role in phrase.roles.indices { phrase.roles[role].isFormer = true } }
    var roles = phrase.roles
    commit(before, to: &roles, at: nil)
    if let affiliation = phrase.affiliation { commit(affiliation, to: &roles, at: phrase.affiliated) }
    if isOwned, before.isEmpty, phrase.affiliation == nil { ownedRoles[row] = start }
    persons[Int(row)].roles.append(contentsOf: roles)
    if phrase.gender != .unknown, persons[Int(row)].gender == .unknown { persons[Int(row)].gender = phrase.gender }
    let apposition = Int32(persons.count)
    persons.append(
      PersonReading(
        name: start..<start, words: start..<phrase.end, roles: roles, gender: phrase.gender, isDefinite: true))
    appositions[apposition] = row
    add(.office, start..<phrase.end, row: apposition, form: .nominal, usage: .apposition)
    return phrase.end
  }

  /// "at the invitation of Prime Minister A, the President of X": whoever leads one state leads no other.
  private func leadsAnother(_ phrase: TitlePhrase, than row: Int32) -> Bool {
    let leading: Set<TitleRecord.Kind> = [.headOfState, .headOfGovernment, .royal]
    guard let other = phrase.roles.last(where: { leading.contains($0.kind) }), phrase.affiliation?.isEmpty == false
    else {
      return false
    }
    return persons[Int(row)].roles.contains {
      leading.contains($0.kind) && !$0.isFormer && office($0) != office(other) && !other.isFormer
    }
  }

  /// ", a senior Hamas official,", ", a Turkish lawmaker,": whose official somebody is. Returns the word after it.
  private mutating func readMember(of before: Affiliation, from start: Int, row: Int32) -> Int? {
    let noun = before.end
    guard !before.isEmpty, noun < high, isLower(noun), titleMatch(at: noun) == nil,
      Self.members.contains(text(noun..<noun + 1)), let title = gazetteer.leaderTitles.min(),
      noun + 1 >= high || view.words[noun + 1].isMark || has(noun + 1, [.subordinate, .preposition])
    else { return nil }
    var roles = [
      RoleReading(title: noun..<noun + 1, row: title, kind: gazetteer.titles[Int(title)].kind, portfolio: 0)
    ]
    commit(before, to: &roles, at: nil)
    persons[Int(row)].roles.append(contentsOf: roles)
    return noun + 1
  }

  private static let members: Set = [
    "official", "lawmaker", "legislator", "parliamentarian", "politician", "negotiator", "diplomat", "figure", "member",
    "commander", "leader", "politburo",
  ]

  private func isJournalist(_ phrase: TitlePhrase, _ name: Range<Int>) -> Bool {
    // "the Guardian's Luke Harding"; an office of state is no post at a newspaper.
    if let lastMedia = media.last, lastMedia.lowerBound >= low, let title = phrase.roles.first?.title.lowerBound,
      (0...2).contains(title - lastMedia.upperBound),
      !phrase.roles.contains(where: { [.headOfState, .headOfGovernment, .minister, .royal].contains($0.kind) })
    {
      return true
    }
    return phrase.roles.contains { has($0.title.upperBound - 1, .journalismNoun) }
  }

  /// Whether capitals are a person's name by themselves: a given name first, or a Korean or Chinese form.
  func looksLikePersonName(_ words: Range<Int>) -> Bool {
    guard words.count > 1 else { return false }
    let first = view.words[words.lowerBound]
    let last = view.words[words.upperBound - 1]
    if last.has([.organizationNoun, .placeNoun, .month, .weekday, .journalismNoun]), !last.has(.givenName) {
      return false
    }
    if first.has(.givenName),
      !view.seenInLowerCase[Int(first.id)] || view.words[words.lowerBound + 1].shape.contains(.initial)
    {
      return true
    }
    // "Kyung-wha" after "Kang", "Chan-o-cha" after "Prayut".
    if last.shape.contains(.hyphenated), !last.isCapital, (3...4).contains(words.count) { return true }
    return words.count == 3 && view.words[words.lowerBound + 1].shape.contains(.initial)
  }

  /// Two or three capitals that are neither place nor body nor newspaper: a name after an office and a comma.
  private func mayBePersonName(_ words: Range<Int>) -> Bool {
    guard (2...4).contains(words.count) else { return false }
    return !words.contains { index in
      view.words[index].has([.organizationNoun, .placeNoun, .month, .weekday, .journalismNoun, .capitalWord])
        || view.seenInLowerCase[Int(view.words[index].id)]
    }
  }

  /// Bylines of press releases: "Ned Price, Department Spokesperson".
  mutating func readByline() {
    var index = low
    while index < high {
      if let end = readPerson(at: index) {
        index = max(end, index + 1)
        continue
      }
      if startsName(index), matches.longest(.media, at: index) == nil,
        let name = personName(at: index, afterTitle: false), name.count > 1,
        id(name.upperBound) == WordScanner.Mark.comma
      {
        let row = Int32(persons.count)
        persons.append(PersonReading(name: name, words: name, roles: [], gender: .unknown))
        let end = readRoles(after: name.upperBound, of: row)
        if end > name.upperBound {
          addPersonMention(name, row: row)
          bylinePersons.append(row)
        }
        index = max(end, name.upperBound)
        continue
      }
      index += 1
    }
  }
}
