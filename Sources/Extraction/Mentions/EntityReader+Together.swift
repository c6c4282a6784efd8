import Diplomacy

/// Offices in the plural with the names of those who hold them: "Presidents Ana Silva of Peru and Juan Paz of Chile", "his
/// Greek and Turkish counterparts, A and B", "their defense ministers, A and B".
extension EntityReader {
  /// Reads such persons at a word; returns the word after the last name.
  ///
  /// Each is of the country that follows the name, else of the one that stands in the same place before the office, else of
  /// the only one there. "Their" leaves the countries to be found among those named before, see ``sharedOffices``.
  mutating func readTogether(at index: Int) -> Int? {
    guard mayBeginTogether(index) else { return nil }
    var countries: [CountryHit] = []
    var organization: OrganizationHit?
    var place = index
    let owner = has(place, .possessivePronoun) ? place : -1
    if owner >= 0 || has(place, .article) { place += 1 }
    for _ in 0..<8 where place < high {
      if let hit = countryHit(at: place) {
        countries.append(hit)
        place = afterPossessive(hit.words.upperBound)
      } else if organization == nil, countries.isEmpty, let hit = organizationHit(at: place), hit.isName {
        organization = hit
        place = afterPossessive(hit.words.upperBound)
      } else if !countries.isEmpty, id(place) == WordScanner.Mark.comma || has(place, .conjunction) {
        place += 1
      } else if has(place, .titleModifier), isLower(place) {
        place += 1
      } else {
        break
      }
    }
    guard let office = sharedOffice(at: place) else { return nil }
    place = office.title.upperBound
    if id(place) == WordScanner.Mark.comma || id(place) == WordScanner.Mark.colon { place += 1 }
    let isApart = place > office.title.upperBound
    guard startsName(place), isApart || isCapital(office.title.lowerBound) || owner >= 0 || !countries.isEmpty,
      let found = namesTogether(from: place, isApart: isApart)
    else { return nil }
    addTogether(found, office, countries: countries, organization: organization, owner: owner)
    return found[found.count - 1].end
  }

  /// A plural, or what may stand before one: most words are neither.
  private func mayBeginTogether(_ index: Int) -> Bool {
    if has(index, .groupPerson) || has(index + 1, .groupPerson) { return true }
    let isLead =
      has(index, [.possessivePronoun, .article, .titleModifier]) || context.matches.has(.max, at: index)
      || isCapital(index)
    guard isLead else { return false }
    for offset in 2..<9 where index + offset < high {
      if view.words[index + offset].has(.groupPerson) { return true }
    }
    return false
  }

  /// The office that a plural names, in the singular's kind; of counterparts that of whoever was named last.
  private func sharedOffice(at index: Int) -> RoleReading? {
    if id(index) == ids.counterparts {
      guard var office = lastOffice() else { return nil }
      office.country = -1
      office.organization = -1
      office.isFormer = false
      office.title = index..<index + 1
      return office
    }
    guard index < high, let match = matches.longest(.title, at: index), match.words.upperBound <= high,
      match.words.contains(where: { view.words[$0].has(.groupPerson) })
    else { return nil }
    let record = gazetteer.titles[Int(match.row)]
    guard record.kind.isOffice else { return nil }
    return RoleReading(title: match.words, row: match.row, kind: record.kind, portfolio: record.portfolio)
  }

  private struct NameTogether {
    var name: Range<Int>
    var country: CountryHit?
    var end: Int
  }

  /// "A of X, B of Y and C of Z": two names or more, joined.
  private func namesTogether(from start: Int, isApart: Bool) -> [NameTogether]? {
    var found: [NameTogether] = []
    var place = start
    while found.count < 8, startsName(place), countryHit(at: place) == nil, organizationHit(at: place) == nil,
      titleMatch(at: place) == nil, let name = personName(at: place, afterTitle: true)
    {
      // Behind a comma a surname alone may be anything.
      if isApart, name.count < 2 { return nil }
      var item = NameTogether(name: name, end: name.upperBound)
      if id(item.end) == ids.of || id(item.end) == WordScanner.Mark.openBracket {
        var after = item.end + 1
        if has(after, .article) { after += 1 }
        if let hit = countryHit(at: after) {
          item.country = hit
          item.end = hit.words.upperBound
          if id(item.end) == WordScanner.Mark.closeBracket { item.end += 1 }
        }
      }
      found.append(item)
      place = item.end
      var isLast = false
      if id(place) == WordScanner.Mark.comma { place += 1 }
      if id(place) == ids.and {
        place += 1
        isLast = true
      }
      if place == item.end { break }
      if !isLast, found.count > 1, !startsName(place) { break }
    }
    return found.count > 1 ? found : nil
  }

  private mutating func addTogether(
    _ found: [NameTogether], _ office: RoleReading, countries: [CountryHit], organization: OrganizationHit?, owner: Int
  ) {
    if owner >= 0 { add(.pronoun, owner..<owner + 1, row: view.words[owner].id, form: .pronoun, usage: .possessive) }
    for hit in countries { addCountry(hit, usage: .affiliation) }
    let body = organization.map { add($0, usage: .affiliation) } ?? -1
    var rows: [Int32] = []
    for (order, item) in found.enumerated() {
      var role = office
      role.organization = body
      if let hit = item.country {
        addCountry(hit, usage: .affiliation)
        role.country = hit.row
      } else if countries.count == found.count {
        role.country = countries[order].row
      } else if countries.count == 1 {
        role.country = countries[0].row
      } else if let hit = organization, hit.reading.country >= 0 {
        role.country = hit.reading.country
      }
      // The office belongs to the first of them, as it would alone.
      let words =
        order == 0 && office.title.upperBound == item.name.lowerBound
        ? office.title.lowerBound..<item.end : item.name.lowerBound..<item.end
      let row = Int32(persons.count)
      rows.append(row)
      persons.append(
        PersonReading(
          name: item.name, words: words, roles: [role], gender: genderOfGivenName(item.name)))
      add(.person, words, row: row)
    }
    if owner >= 0, countries.isEmpty, organization == nil { sharedOffices.append((owner, rows)) }
  }

  /// "talks between the president of X and the king of Y, and between their ministers, A and B": each serves the state of
  /// the one named in the same place before "their".
  mutating func shareCountries() {
    for (owner, rows) in sharedOffices {
      let sentence = sentenceOf(owner)
      var states: [Int32] = []
      for mention in raw.reversed() where mention.words.lowerBound < owner {
        guard mention.sentence == sentence, states.count < rows.count else { break }
        guard !mention.usage.contains(.affiliation), !mention.usage.contains(.place), mention.entities.count == 1,
          let draft = mention.entities.first
        else { continue }
        var state: Int32 = -1
        switch drafts[Int(draft)].kind {
        case .country: state = drafts[Int(draft)].row
        case .official:
          let stated = drafts[Int(draft)].roles.last { $0.country >= 0 }?.country
          state = stated ?? leader(draft)?.country ?? drafts[Int(draft)].country
        case .organization, .agreement: break
        }
        if state >= 0, !states.contains(state) { states.insert(state, at: 0) }
      }
      guard states.count == rows.count else { continue }
      for (row, state) in zip(rows, states) {
        let draft = Int(persons[Int(row)].entity)
        guard draft >= 0, !drafts[draft].roles.contains(where: \.isStated) else { continue }
        for role in drafts[draft].roles.indices { drafts[draft].roles[role].country = state }
        _ = countryDraft(state)
      }
    }
  }
}
