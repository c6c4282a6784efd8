import Diplomacy

/// "his Turkish counterpart, Emre Demir": someone who holds the office of the person named before for another country.
extension EntityReader {
  /// Reads a counterpart whose country or body stands before the noun; returns the word after the name, or after the
  /// noun where none follows.
  mutating func readCounterpart(from start: Int, _ before: Affiliation) -> Int? {
    let noun = before.end
    guard id(noun) == ids.counterpart || id(noun) == ids.colleague && !before.countries.isEmpty,
      !before.isEmpty || start < noun, let office = lastOffice()
    else { return nil }
    var country: Int32 = -1
    for hit in before.countries {
      country = hit.row
      addCountry(hit, usage: .affiliation)
    }
    var organization: Int32 = -1
    if country < 0, let hit = before.organization {
      let body = add(hit, usage: .affiliation)
      country = hit.reading.country
      if country < 0 { organization = body }
    }
    var name = personName(at: noun + 1, afterTitle: true)
    if name == nil, id(noun + 1) == WordScanner.Mark.comma, startsName(noun + 2),
      let after = personName(at: noun + 2, afterTitle: true), after.count > 1,
      id(after.upperBound) == WordScanner.Mark.comma || id(after.upperBound) == WordScanner.Mark.stop
        || after.upperBound >= high || isVerb(after.upperBound),
      countryHit(at: after.lowerBound) == nil, organizationHit(at: after.lowerBound) == nil
    {
      name = after
    }
    if let found = name, countryHit(at: found.lowerBound) != nil { name = nil }
    var end = name?.upperBound ?? noun + 1
    // "his counterpart Taro Aso of Japan", "her counterpart from Peru".
    if country < 0, id(end) == ids.of || id(end) == ids.from, let hit = countryHit(at: afterArticles(end + 1)) {
      country = hit.row
      addCountry(hit, usage: .affiliation)
      end = hit.words.upperBound
    }
    guard country >= 0 || organization >= 0 else {
      // Of no country that the words tell: a name is one all the same, and its country is not to be guessed.
      guard let name else { return nil }
      addCounterpart(start..<end, name, roles: [])
      return end
    }
    var role = office
    role.country = country
    role.organization = organization
    role.isFormer = false
    addCounterpart(start..<end, name, roles: [role])
    return end
  }

  private func afterArticles(_ index: Int) -> Int { has(index, .article) ? index + 1 : index }

  private mutating func addCounterpart(_ words: Range<Int>, _ name: Range<Int>?, roles: [RoleReading]) {
    let row = Int32(persons.count)
    var usage: EntityMention.Usage = []
    if id(words.upperBound) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    let empty = words.lowerBound..<words.lowerBound
    // "his" is no part of what an unnamed official is called.
    let shown = has(words.lowerBound, .possessivePronoun) ? words.lowerBound + 1..<words.upperBound : words
    persons.append(
      PersonReading(name: name ?? empty, words: name == nil ? shown : words, roles: roles, gender: .unknown))
    add(
      name == nil ? .office : .person, words, row: row, form: name == nil ? .nominal : .name, usage: usage)
  }

  /// The office of the person named last in the sentence or the one before.
  func lastOffice() -> RoleReading? {
    for mention in raw.suffix(24).reversed() {
      guard sentence - mention.sentence <= 1 else { return nil }
      guard mention.kind == .person || mention.kind == .office, mention.row >= 0,
        let role = persons[Int(mention.row)].roles.last
      else { continue }
      return role
    }
    return nil
  }
}
