import Diplomacy
import Linguistics

/// Names that no table knows: bodies by their form, people by theirs.
extension EntityReader {
  /// A body by its capitals alone: a noun for bodies at the end, or before "of". It has at least two words.
  func capitalizedBody(at start: Int) -> OrganizationHit? {
    // "Eighteen Arab League states".
    guard isCapital(start), !has(start, .notInName), !(start == low && partOfSpeech(start) == .numeral) else {
      return nil
    }
    var index = start
    var lastCapital = start
    var headAt = -1
    var sawOf = false
    while index < min(high, start + 12) {
      let word = view.words[index]
      if word.isMark {
        // "National Farmers' Federation".
        if word.id == WordScanner.Mark.possessive || isPluralPossessive(index), index + 1 < high, isCapital(index + 1) {
          index += 1
          continue
        }
        break
      }
      // "the Bureau of Oceans Assistant Secretary Ana Silva": whoever holds an office in it is no part of its name.
      if sawOf, isCapital(index), titleMatch(at: index) != nil || isPersonBeginning(index) { break }
      if word.isCapital, !word.has([.month, .weekday]), !(word.has(.preposition) && index > start) {
        if word.has(.organizationNoun) {
          if !sawOf { headAt = index }
        }
        lastCapital = index
      } else if isConnector(index, afterOf: sawOf) || headAt == lastCapital && isTask(index, of: headAt),
        isCapital(index + 1) || has(index + 1, .article) && isCapital(index + 2)
      {
        if id(index) != ids.and {
          guard headAt == lastCapital || sawOf else { break }
          sawOf = true
        }
        if has(index + 1, .article) { index += 1 }
      } else {
        break
      }
      index += 1
    }
    // Without "of" the noun must come last: "Strategic Framework Council".
    guard headAt >= 0 else { return nil }
    // "the Office of the Foreign Affairs Commission Ana Silva": whoever is named after a noun for bodies is no part.
    if sawOf, headAt < lastCapital, let noun = (headAt + 1...lastCapital).last(where: { has($0, .organizationNoun) }),
      lastCapital - noun > 1,
      (noun + 1...lastCapital).allSatisfy({ isCapital($0) || view.words[$0].shape.contains(.hyphenated) })
    {
      lastCapital = noun
    }
    var end = sawOf ? lastCapital + 1 : headAt + 1
    guard end - start > 1 else { return nil }
    // "Erie Community College", "Virtual Asset Service Providers": the noun is not the last of the name.
    if !sawOf, headAt + 1 == lastCapital {
      let tail = text(lastCapital..<lastCapital + 1)
      if Self.institutions.contains(tail) { end = lastCapital + 1 }
      if Self.others.contains(tail) { return nil }
    }
    // "another State Party": a state that is bound.
    if id(headAt) == ids.party || id(headAt) == ids.parties, headAt > start, id(headAt - 1) == ids.state { return nil }
    if isInHeadline(sentence), end - start > 4, !sawOf { return nil }
    let country = countryHit(at: start)
    let reading = OrganizationReading(kind: .unknown, row: -1, name: start..<end, country: country?.row ?? -1)
    return OrganizationHit(reading: reading, words: start..<end, country: country, isName: true)
  }

  private static let institutions: Set = [
    "Academy", "Center", "Centre", "College", "Institute", "School", "University",
  ]
  private static let others: Set = [
    "Act", "Affairs", "Award", "Conference", "Initiative", "Medal", "Plan", "Providers", "Summit",
  ]

  /// A given name before a capital, in the middle of capitals.
  private func isPersonBeginning(_ index: Int) -> Bool {
    has(index, .givenName) && !has(index, .nameAndWord) && isCapital(index + 1)
      && !has(index + 1, [.organizationNoun, .placeNoun])
  }

  /// "students' union": the mark after a plural, and not one that closes a quotation.
  func isPluralPossessive(_ index: Int) -> Bool {
    guard endsInApostrophe(index), index > low, Int(view.words[index].end) - Int(view.words[index].start) < 4 else {
      return false
    }
    let last = document.utf8[Int(view.words[index - 1].end) - 1]
    return last == 0x73 || last == 0x53
  }

  /// "the Cabinet Committee on Security", "the Task Force against Piracy": what a body is charged with.
  private func isTask(_ index: Int, of noun: Int) -> Bool {
    guard id(index) == ids.on || id(index) == ids.against, index == noun + 1, isLower(index) else { return false }
    let task = has(index + 1, .article) ? index + 2 : index + 1
    return !has(task, [.month, .weekday]) && countryHit(at: task) == nil
      && Self.charged.contains(text(noun..<noun + 1).lowercased())
  }

  private static let charged: Set = ["commission", "committee", "council", "force", "panel", "tribunal"]

  private func isConnector(_ index: Int, afterOf: Bool) -> Bool {
    let word = id(index)
    if word == ids.and {
      return afterOf && !has(index + 1, .article) && titleMatch(at: index + 1) == nil
        && organizationHead(at: index + 1) == nil
        && matches.longest(.organization, at: index + 1) == nil
    }
    return word == ids.of || word == ids.for
  }

  /// The capitals that begin at a word: how far they go without marks and small words.
  private func run(at start: Int) -> Range<Int> {
    var end = start
    while end < min(high, start + 8) {
      let word = view.words[end]
      if word.isMark || !word.isCapital && !word.shape.contains(.hyphenated) { break }
      if end > start {
        if titleMatch(at: end) != nil || organizationHit(at: end).map({ $0.isName }) == true { break }
        if let hit = countryHit(at: end), hit.form != .adjective || true, !word.has(.givenName) { _ = hit; break }
      }
      end += 1
    }
    return start..<max(end, start + 1)
  }

  /// Reads capitals that are in no table; returns the word after them.
  mutating func readCapitals(at index: Int) -> Int? {
    let first = view.words[index]
    // "May said": a surname where the text has it in full.
    if first.has(.month), first.isCapital, isVerb(index + 1) || id(index + 1) == WordScanner.Mark.possessive {
      looseNames.append((index..<index + 1, sentence))
    }
    guard first.isCapital, !first.isMark, !first.has(.notInName) || first.has(.nameParticle) else { return nil }
    if let end = readGroupOfStates(at: index) { return end }
    // Events and programs: "Operation Desert Storm", "Belt and Road Initiative".
    if let event = matches.longest(.event, at: index) { return event.words.upperBound }
    // A common word that opens its sentence.
    let opens = index == low || isQuoteMark(index - 1) || id(index - 1) == WordScanner.Mark.colon
    if opens, isCommon(index) { return index + 1 }
    if isInAgreementName(index) { return Int(agreementNameEnd[index]) }
    if let company = companyBySuffix(at: index) ?? companyByTrade(at: index) {
      let row = add(company)
      readAcronym(after: company.words.upperBound, of: row)
      return company.words.upperBound
    }
    // "the Carter Administration".
    if isCapital(index + 1), isGovernmentNoun(index + 1), !isInHeadline(sentence), !isCapital(index + 2),
      !isCapital(index - 1) || has(index - 1, .article), let surname = nameIDs(index..<index + 1).last,
      !gazetteer.leaders(surname: surname).isEmpty
    {
      addGovernment(index..<index + 2, of: index..<index + 1)
      return index + 2
    }
    if let body = capitalizedBody(at: index), !(opens && body.words.count == 2 && isCommon(index)) {
      return readUnknownBody(body)
    }
    if let end = readSpelledOutAcronym(at: index) ?? readNamedByKind(at: index) { return end }
    return readBareName(at: index)
  }

  /// "Orbit S.A.", "Northern Drilling Co., Ltd.", "Vestas Rotor GmbH": capitals that the form of a company ends.
  private func companyBySuffix(at start: Int) -> OrganizationHit? {
    guard !has(start, .notInName), !isInHeadline(sentence) else { return nil }
    var place = start
    while place < min(high, start + 6) {
      let word = view.words[place]
      if place > start, isCompanyForm(place) {
        let reading = OrganizationReading(kind: .unknown, row: -1, name: start..<place + 1)
        return OrganizationHit(reading: reading, words: start..<place + 1, country: nil, isName: true)
      }
      guard !word.isMark && word.isCapital || word.id == WordScanner.Mark.comma && isCompanyForm(place + 1),
        !(word.has(.preposition) && place > start)
      else { return nil }
      place += 1
    }
    return nil
  }

  func isCompanyForm(_ index: Int) -> Bool {
    guard index < high, !view.words[index].isMark, isCapital(index) || isLower(index) else { return false }
    return Self.companyForms.contains(text(index..<index + 1))
  }

  private static let companyForms: Set = [
    "A.G.", "A.S.", "Corp", "Corp.", "GmbH", "Inc", "Inc.", "LLC", "Limited", "Ltd", "Ltd.", "N.V.", "PLC", "Plc",
    "S.A.",
    "S.p.A.", "SpA", "plc",
  ]

  /// "the Yemeni Presidential Leadership Council": a people's name goes before the capitals of a body.
  mutating func readBodyOfPeople(at index: Int) -> Int? {
    guard let country = countryHit(at: index), country.form == .adjective, isCapital(country.words.upperBound),
      !isInHeadline(sentence), !isInAgreementName(index), titleMatch(at: country.words.upperBound) == nil,
      matches.longest(.event, at: index) == nil, matches.longest(.event, at: country.words.upperBound) == nil,
      organizationHit(at: country.words.upperBound) == nil,
      let body = capitalizedBody(at: index), body.words.count > 3, body.words.upperBound - country.words.upperBound > 2,
      (country.words.upperBound..<body.words.upperBound).allSatisfy({
        !view.words[$0].isMark && isCapital($0) && countryHit(at: $0) == nil && titleMatch(at: $0) == nil
      }),
      !has(body.words.upperBound, .journalismNoun), agreementNoun(at: body.words.upperBound) == nil
    else { return nil }
    var reading = body.reading
    reading.country = country.row
    let hit = OrganizationHit(reading: reading, words: body.words, country: country, isName: true)
    let row = add(hit)
    readAcronym(after: body.words.upperBound, of: row)
    return body.words.upperBound
  }

  /// "the Troika (A, B and C)", "A, B and C (“P3”)": a name that brackets tie to the states it groups.
  private mutating func readGroupOfStates(at index: Int) -> Int? {
    guard matches.at(index).isEmpty, !isInHeadline(sentence), isNameOfStates(index, until: index + 1) else {
      return nil
    }
    let reading = OrganizationReading(kind: .unknown, row: -1, name: index..<index + 1)
    add(OrganizationHit(reading: reading, words: index..<index + 1, country: nil, isName: true))
    return index + 1
  }

  /// Whether brackets tie some words to the states before or behind them.
  func isNameOfStates(_ index: Int, until end: Int) -> Bool {
    var before = index - 1
    while isQuoteMark(before) || has(before, .article) { before -= 1 }
    var after = end
    if isQuoteMark(after) { after += 1 }
    let isAfterList =
      id(before) == WordScanner.Mark.openBracket && id(after) == WordScanner.Mark.closeBracket && isShortName(index)
      && raw.last.map { $0.kind == .country && $0.words.upperBound == before && $0.sentence == sentence } ?? false
      && raw.dropLast().last.map {
        $0.kind == .country && $0.sentence == sentence && before - $0.words.upperBound < 7
      } ?? false
    let isBeforeList =
      has(index - 1, .definite) && !view.seenInLowerCase[Int(first(index))]
      && id(end) == WordScanner.Mark.openBracket && isListOfCountries(from: end + 1)
    return isAfterList || isBeforeList
  }

  /// "P3", "G20", "AU": a few capitals and digits.
  private func isShortName(_ index: Int) -> Bool {
    let word = view.words[index]
    return (2...8).contains(word.end - word.start)
      && document.utf8[Int(word.start)..<Int(word.end)].allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
      }
  }

  private func first(_ index: Int) -> Int32 { max(view.words[index].id, 0) }

  private func isListOfCountries(from start: Int) -> Bool {
    var place = start
    var count = 0
    while place < min(high, start + 40) {
      if let hit = countryHit(at: place), hit.form == .name {
        count += 1
        place = hit.words.upperBound
      } else if id(place) == WordScanner.Mark.comma || has(place, [.conjunction, .article]) {
        place += 1
      } else {
        return count > 1 && id(place) == WordScanner.Mark.closeBracket
      }
    }
    return false
  }

  /// A word of the common language: seen in small letters in the text, or tagged as no name.
  private func isCommon(_ index: Int) -> Bool {
    let word = view.words[index]
    if word.has(.givenName), !view.seenInLowerCase[Int(word.id)] { return false }
    if view.seenInLowerCase[Int(word.id)] { return true }
    if word.has([.actorVerb, .preposition, .subordinate, .modifierCommon, .peopleNoun, .abstractRelation, .conjunction])
    {
      return true
    }
    if let part = partOfSpeech(index) { return part != .properNoun }
    return false
  }

  private mutating func readUnknownBody(_ body: OrganizationHit) -> Int {
    // A meeting or treaty by its name is none: agreements are read on their own.
    let end = body.words.upperBound
    if isInHeadline(sentence), body.words.count > 3, acronym(after: end) == nil { return end }
    if has(end, .journalismNoun) || agreementNoun(at: end) != nil { return end }
    // Two words, "Steering Committee", tell no body apart unless a country or an acronym does.
    let hasProper = body.country != nil || acronym(after: end) != nil
    let capitals = body.words.filter { isCapital($0) }.count
    if capitals < 3, !hasProper, !isCompanyGroup(body) { return end }
    let row = add(body)
    readAcronym(after: end, of: row)
    return end
  }

  /// "Meridian Group": a group by a word of its own, and none by what its members do.
  private func isCompanyGroup(_ body: OrganizationHit) -> Bool {
    let start = body.words.lowerBound
    return body.words.count == 2 && text(start + 1..<start + 2) == "Group" && start > low
      && !view.seenInLowerCase[Int(max(view.words[start].id, 0))]
      && !Self.kindsOfGroups.contains(text(start..<start + 1).lowercased())
  }

  private static let kindsOfGroups: Set = [
    "advisory", "armed", "battle", "caucus", "consultative", "contact", "control", "coordination", "core", "discussion",
    "drafting", "evaluation", "expert", "experts", "friendship", "interest", "joint", "parliamentary", "planning",
    "political", "project", "reference", "review", "regional", "special", "steering", "strategy", "strike", "study",
    "support", "task", "technical", "terrorist", "working",
  ]

  /// "Nuclear Suppliers Group (NSG)", "Moro Islamic Liberation Front, or MILF": a name whose initials follow it.
  private mutating func readSpelledOutAcronym(at index: Int) -> Int? {
    var end = index
    var capitals = 0
    while end < min(high, index + 12) {
      let word = view.words[end]
      if word.isMark { break }
      if word.isCapital {
        capitals += 1
      } else if !word.has(.functionWord) && !word.shape.contains(.hyphenated) {
        break
      }
      end += 1
    }
    guard capitals > 1, let acronym = acronym(after: end), matchesInitials(acronym, of: index..<end) else { return nil }
    // Names of agreements, laws, events and sicknesses have acronyms too: only a noun for bodies makes one of these.
    guard containsBodyNoun(index..<end) else { return nil }
    let country = countryHit(at: index)
    let reading = OrganizationReading(
      kind: .unknown, row: -1, name: index..<end, country: country?.row ?? -1, acronym: acronym)
    add(OrganizationHit(reading: reading, words: index..<end, country: country, isName: true))
    return end
  }

  private func containsBodyNoun(_ words: Range<Int>) -> Bool {
    words.contains { view.words[$0].has(.organizationNoun) && view.words[$0].isCapital }
  }

  /// Whether the letters of an acronym begin words of a name, in order; small words may be left out.
  func matchesInitials(_ acronym: Int, of words: Range<Int>) -> Bool {
    let word = view.words[acronym]
    var letters = document.utf8[Int(word.start)..<Int(word.end)].filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      .map { $0 | 0x20 }[...]
    var missed = 0
    for index in words where !view.words[index].isMark {
      guard let letter = letters.first else { break }
      let initial = document.utf8[Int(view.words[index].start)] | 0x20
      if initial == letter {
        letters = letters.dropFirst()
      } else if view.words[index].isCapital {
        missed += 1
      }
    }
    return letters.isEmpty && missed <= 1
  }

  /// A person named without a title, or a name that may turn out to be one's.
  private mutating func readBareName(at index: Int) -> Int? {
    guard startsName(index), !view.words[index].shape.contains(.digit) else { return index + 1 }
    guard let name = personName(at: index, afterTitle: false) else { return index + 1 }
    if matches.at(index).contains(where: { $0.kind == .region || $0.kind == .city }),
      !looksLikePersonName(name)
    {
      return matches.at(index).map(\.words.upperBound).max() ?? name.upperBound
    }
    // All its words together are a name of something else: "Belt Road".
    if name.count < 4, isGovernmentNoun(name.upperBound), !isInHeadline(sentence) {
      addGovernment(name.lowerBound..<name.upperBound + 1, of: name)
      return name.upperBound + 1
    }
    if name.count > 1, !isInHeadline(sentence) {
      let hasRole = rolesFollow(name.upperBound)
      if looksLikePersonName(name) && name.count <= 5 || hasRole || speaks(name) {
        guard !isWritersName(name) else {
          media.append(name)
          return name.upperBound
        }
        let row = Int32(persons.count)
        let owner = ownerCountry(before: index)
        // "Japan's Taro Aso": whom he serves, and nobody who acts beside him.
        if owner >= 0 {
          for place in raw.indices.suffix(3) where raw[place].words.upperBound == index - 1 {
            raw[place].usage.insert(.affiliation)
          }
        }
        persons.append(
          PersonReading(name: name, words: name, roles: [], gender: genderOfGivenName(name), country: owner))
        add(.person, name, row: row, usage: id(name.upperBound) == WordScanner.Mark.possessive ? .possessive : [])
        var end = name.upperBound
        // "Sergei Shoigu of Russia".
        if id(end) == ids.of, !hasRole {
          let after = affiliation(at: end + 1)
          if after.countries.count == 1, after.organization == nil, titleMatch(at: after.end) == nil { end = after.end }
          if end > name.upperBound, let hit = after.countries.first { addCountry(hit) }
        }
        return max(end, readRoles(after: name.upperBound, of: row))
      }
    }
    looseNames.append((name, sentence))
    return name.upperBound
  }

  /// "North Korea's Kim Jong-un": the country that owns a name, or −1.
  private func ownerCountry(before name: Int) -> Int32 {
    guard id(name - 1) == WordScanner.Mark.possessive else { return -1 }
    for start in [name - 4, name - 3, name - 2] where start >= low {
      if let hit = countryHit(at: start), hit.form != .adjective, hit.words.upperBound == name - 1 { return hit.row }
    }
    return -1
  }

  /// "Hoshyar Zebari told reporters": two or three unknown capitals that open a sentence and speak.
  private func speaks(_ name: Range<Int>) -> Bool {
    guard name.lowerBound == low, (2...3).contains(name.count),
      has(name.upperBound, .quoteVerb) || id(name.upperBound) == WordScanner.Mark.colon
    else { return false }
    return name.allSatisfy { index in
      let word = view.words[index]
      return !view.seenInLowerCase[Int(word.id)] && matches.at(index).isEmpty
        && !word.has([
          .organizationNoun, .placeNoun, .journalismNoun, .peopleNoun, .groupPerson, .modifierCommon, .month,
        ])
    }
  }

  /// Whether an apposition after a name gives an office.
  private func rolesFollow(_ end: Int) -> Bool {
    guard id(end) == WordScanner.Mark.comma else { return false }
    var place = end + 1
    let start = place
    if has(place, .article) { place += 1 }
    while has(place, .titleModifier), titleMatch(at: place) == nil, place < start + 4 { place += 1 }
    let before = affiliation(at: place)
    guard let phrase = titlePhrase(at: before.end, isAnchored: !before.isEmpty || place > start) else { return false }
    let isStated = !before.isEmpty || phrase.affiliation?.isEmpty == false || place > start
    return isStated && phrase.roles.allSatisfy { $0.kind.isOffice } && !startsName(phrase.end)
  }

  /// "By Jane Doe", "(Photo by …)", a name next to a medium.
  private func isWritersName(_ name: Range<Int>) -> Bool {
    if isCapital(name.lowerBound - 1), id(name.lowerBound - 1) == ids.by { return true }
    if has(name.lowerBound - 1, .journalismNoun) { return true }
    if id(name.lowerBound - 1) == ids.by, has(name.lowerBound - 2, .journalismNoun) { return true }
    if let last = media.last, last.lowerBound >= low, last.upperBound <= name.lowerBound,
      name.lowerBound - last.upperBound < 3
    {
      return true
    }
    var after = name.upperBound
    if [WordScanner.Mark.comma, WordScanner.Mark.openBracket, WordScanner.Mark.slash].contains(id(after)) {
      after += 1
    }
    if has(after, .article) { after += 1 }
    return has(after, .journalismNoun)
      || after < high && matches.longest(.media, at: after) != nil
        && id(name.upperBound) != WordScanner.Mark.possessive && after > name.upperBound
  }

  func genderOfGivenName(_ name: Range<Int>) -> Gender {
    guard name.count > 1 else { return .unknown }
    let first = view.words[name.lowerBound]
    if first.has(.femaleName) { return .female }
    if first.has(.maleName) { return .male }
    // The given name comes last in Korean and Chinese names, in two parts.
    return .unknown
  }
}
