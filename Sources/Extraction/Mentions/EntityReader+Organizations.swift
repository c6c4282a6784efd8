import Diplomacy
import Linguistics

/// Bodies: known by name, built of a country and a kind, or named by the text alone.
extension EntityReader {
  /// A body read at a place, not yet added.
  struct OrganizationHit {
    var reading: OrganizationReading
    var words: Range<Int>
    /// The country named inside.
    var country: CountryHit?
    /// The words are an acronym or a proper name, not a noun phrase of small letters.
    var isName: Bool
  }

  func organizationHead(at index: Int) -> NameMatch? {
    guard index >= low, index < high else { return nil }
    return matches.longest(.organizationHead, at: index)
  }

  /// The body that begins at a word, if any.
  func organizationHit(at index: Int, isDefinite: Bool = false) -> OrganizationHit? {
    guard index >= low, index < high, !view.words[index].isMark else { return nil }
    let known = knownOrganization(at: index)
    let ofCountry = organizationOfCountry(at: index)
    if let ofCountry, ofCountry.words.upperBound > known?.words.upperBound ?? 0 { return ofCountry }
    if let known { return bodyWithin(known) ?? known }
    return genericOrganization(at: index, isDefinite: isDefinite)
  }

  /// "NATO Response Force", "AU Transition Mission": capitals after the initials of a body of states, up to a noun for
  /// bodies, name a body of its own.
  private func bodyWithin(_ known: OrganizationHit) -> OrganizationHit? {
    let end = known.words.upperBound
    guard gazetteer.organizations[Int(known.reading.row)].isIntergovernmental, known.words.count == 1,
      view.words[known.words.lowerBound].shape.contains(.allCapitals), !isInHeadline(sentence)
    else { return nil }
    var place = end
    while place < min(high, end + 5), !view.words[place].isMark, isCapital(place), titleMatch(at: place) == nil,
      countryHit(at: place) == nil, !has(place, [.month, .weekday, .preposition])
    {
      place += 1
    }
    // "the ASEAN Committee of Permanent Representatives".
    if place > end, id(place) == ids.of, isCapital(place + 1), let body = capitalizedBody(at: end),
      body.words.upperBound > place + 1, body.country == nil
    {
      place = body.words.upperBound
    } else if place == end || !has(place - 1, .organizationNoun) {
      return nil
    }
    guard place - end > 1,
      place >= high || view.words[place].isMark || !isCapital(place), peopleNoun(from: place) == nil,
      matches.longest(.event, at: known.words.lowerBound) == nil, matches.longest(.event, at: end) == nil,
      !(end..<place).contains(where: { matches.longest(.organization, at: $0).map { $0.words.count > 1 } ?? false })
    else { return nil }
    let words = known.words.lowerBound..<place
    var reading = OrganizationReading(kind: .unknown, row: -1, name: words)
    reading.parentRow = known.reading.row
    return OrganizationHit(reading: reading, words: words, country: nil, isName: true)
  }

  private func knownOrganization(at index: Int) -> OrganizationHit? {
    // An acronym that the text has given to a body is that body's.
    if view.words[index].shape.contains(.allCapitals), let row = acronymRows[view.words[index].id],
      organizations[Int(row)].kind == .known
    {
      var reading = organizations[Int(row)]
      reading.entity = -1
      reading.name = index..<index + 1
      return OrganizationHit(reading: reading, words: index..<index + 1, country: nil, isName: true)
    }
    guard context.matches.has(1 << UInt16(NameTrie.Sense.Kind.organization.rawValue), at: index) else { return nil }
    var best: NameMatch?
    for match in matches.at(index) where match.kind == .organization && match.words.upperBound <= high {
      let record = gazetteer.organizations[Int(match.row)]
      if match.needsEvidence, record.country >= 0, let other = bodyOfAnother(than: record.country, match) {
        let reading = OrganizationReading(
          kind: .known, row: other, name: match.words, country: gazetteer.organizations[Int(other)].country)
        return OrganizationHit(reading: reading, words: match.words, country: nil, isName: true)
      }
      if match.needsEvidence, isOfAnother(match) { continue }
      if match.needsEvidence {
        // "Joint Chiefs of Staff" needs its country in the text; an acronym its full name.
        guard
          record.country >= 0
            ? certainCountries[record.country, default: 0] > 0 || isServedElsewhere(record.country)
            : isSpelledOut(match)
        else {
          continue
        }
        if let best, !best.needsEvidence, best.words.count >= match.words.count { continue }
        if let best, best.needsEvidence, best.words.count == match.words.count,
          evidence(best.row) >= evidence(match.row)
        {
          continue
        }
      } else if let best,
        best.words.count > match.words.count || best.words.count == match.words.count && !best.needsEvidence
      {
        continue
      }
      best = match
    }
    guard let best else { return nil }
    // "Toyota Motor Corp".
    var words = best.words
    if gazetteer.organizations[Int(best.row)].kind == .company, isCapital(words.upperBound),
      isCompanyForm(words.upperBound)
    {
      words = words.lowerBound..<words.upperBound + 1
    }
    let reading = OrganizationReading(
      kind: .known, row: best.row, name: words, country: gazetteer.organizations[Int(best.row)].country)
    return OrganizationHit(reading: reading, words: words, country: nil, isName: true)
  }

  /// "the Department of Transportation" in a text that speaks of the Federal Aviation Administration.
  private func isServedElsewhere(_ country: Int32) -> Bool {
    certainOrganizations.contains { row in
      let record = gazetteer.organizations[Int(row)]
      return record.country == country && !Self.isActorOfItsOwn(record.kind)
    }
  }

  /// "Senate President", which the United States does not have: the body of that name of another country, of those that
  /// the text names the one that it names most.
  private func bodyOfAnother(than country: Int32, _ match: NameMatch) -> Int32? {
    let next = match.words.upperBound
    guard let head = organizationHead(at: match.words.lowerBound), head.words == match.words,
      publisherCountry != country
    else { return nil }
    // "the Senate" in a report from Manila.
    if datelineCountry >= 0, datelineCountry != country,
      let row = gazetteer.organization(ofCountry: datelineCountry, generic: head.row)
    {
      return row
    }
    guard gazetteer.organizationHeads[Int(head.row)].kind == .legislature,
      let title = titleMatch(at: next), gazetteer.titles[Int(title.row)].kind == .headOfState
    else { return nil }
    var best: (country: Int32, row: Int32, count: Int)?
    for (other, count) in certainCountries where other != country {
      guard let row = gazetteer.organization(ofCountry: other, generic: head.row) else { continue }
      // Of equals the first in the table, so that the outcome is the same each time.
      if let known = best, known.count > count || known.count == count && known.country < other { continue }
      best = (other, row, count)
    }
    return best?.row
  }

  /// "the Lima Congress of the Postal Union": a word that many bodies and meetings are called by.
  private func isOfAnother(_ match: NameMatch) -> Bool {
    guard match.words.count == 1, !match.isAcronym else { return false }
    let next = match.words.upperBound
    if id(next) == ids.of, has(next + 1, .article), isCapital(next + 2) {
      return countryHit(at: next + 2)?.row != gazetteer.organizations[Int(match.row)].country
    }
    let before = match.words.lowerBound - 1
    return before >= low && matches.at(before).contains { $0.kind == .city || $0.kind == .organization }
      && id(before) != WordScanner.Mark.possessive
  }

  private func evidence(_ row: Int32) -> Int {
    certainCountries[gazetteer.organizations[Int(row)].country, default: 0]
  }

  /// Whether another form of the same body stands in the text.
  private func isSpelledOut(_ match: NameMatch) -> Bool {
    if certainOrganizations.contains(match.row) { return true }
    // "known as GUAM", "A, B and C (the E3)".
    let start = match.words.lowerBound
    if id(start - 1) == ids.as, id(start - 2) == ids.known || id(start - 1) == ids.called { return true }
    guard gazetteer.organizations[Int(match.row)].isIntergovernmental else { return false }
    return isNameOfStates(start, until: match.words.upperBound)
  }

  /// "Turkish Parliament", "Japan's Foreign Ministry", "U.S. Embassy in Tashkent".
  private func organizationOfCountry(at index: Int) -> OrganizationHit? {
    guard let hit = countryHit(at: index) ?? dividedHit(at: index) else { return nil }
    var start = hit.words.upperBound
    // "Athens' foreign ministry".
    let isOwner = id(start) == WordScanner.Mark.possessive || isPluralPossessive(start)
    guard hit.form != .city || isOwner else { return nil }
    if isOwner { start += 1 }
    for offset in 0..<3 where start + offset < high {
      let place = start + offset
      if let head = organizationHead(at: place), isBody(head, of: hit) {
        // A title goes first: "Japanese Defense Minister", "U.S. Army chief".
        if let title = titleMatch(at: place), title.words.upperBound > head.words.upperBound { return nil }
        let words = index..<extended(head.words.upperBound, after: head)
        return OrganizationHit(
          reading: organization(of: hit.row, head: head, name: words), words: words, country: hit, isName: true)
      }
      let word = view.words[place]
      guard !word.isMark, word.isCapital || word.has(.modifierCommon), !word.has(.notInName),
        titleMatch(at: place) == nil, countryHit(at: place) == nil, matches.longest(.organization, at: place) == nil
      else { return nil }
    }
    return nil
  }

  /// Whether a noun for bodies, after a country, is one here: not "the Japanese government", which is the country, nor
  /// "intelligence" in "the Japan intelligence-sharing pact".
  private func isBody(_ head: NameMatch, of hit: CountryHit) -> Bool {
    guard gazetteer.organizationHeads[Int(head.row)].meaning == .organization else { return false }
    let next = head.words.upperBound
    if next < high, view.words[next].shape.contains(.hyphenated) { return false }
    guard isLower(head.words.upperBound - 1), head.words.count == 1 else { return true }
    // Headlines' verbs are taken for nouns: "Hungary's parliament clears".
    let isVerbOfHeadline =
      document.sentences[sentence].zone == .headline && next < high && !view.words[next].isMark
      && document.utf8[Int(view.words[next].end) - 1] == 0x73
    if has(head.words.lowerBound, .peopleNounActor) || isNounLike(next) && isLower(next) && !isVerbOfHeadline {
      return false
    }
    return hit.form == .adjective || id(hit.words.upperBound) == WordScanner.Mark.possessive
      || matches.at(hit.words.lowerBound).contains { $0.kind == .demonym && $0.words == hit.words }
  }

  /// "Foreign Ministry", "Ministry of Defense of Ukraine", "the parliament".
  private func genericOrganization(at index: Int, isDefinite: Bool) -> OrganizationHit? {
    guard let head = organizationHead(at: index),
      gazetteer.organizationHeads[Int(head.row)].meaning == .organization
    else { return nil }
    if let country = countryHit(at: index), country.words.upperBound > head.words.upperBound { return nil }
    // "Cabinet Office", "Cabinet Committee on Security": the noun begins another name.
    if isCapital(index), isCapital(head.words.upperBound), has(head.words.upperBound, .organizationNoun),
      !isInHeadline(sentence)
    {
      return nil
    }
    let isName =
      isCapital(index) && !(index == low || isInHeadline(sentence)) || head.words.count > 1 && isCapital(index)
    guard isName || isDefinite else { return nil }
    // "India's G20 Presidency": a turn, and no body.
    if gazetteer.organizationHeads[Int(head.row)].kind == .government, head.words.count == 1, index > low,
      matches.longest(.organization, at: index - 1) != nil
    {
      return nil
    }
    if let title = titleMatch(at: index), title.words.upperBound >= head.words.upperBound { return nil }
    var end = head.words.upperBound
    if id(end) == ids.of {
      var place = end + 1
      if has(place, .article) { place += 1 }
      if let hit = countryHit(at: place), hit.form == .name {
        end = hit.words.upperBound
        let words = index..<end
        return OrganizationHit(
          reading: organization(of: hit.row, head: head, name: words), words: words, country: hit, isName: true)
      }
    }
    // "told parliament in Cairo", "the defence ministry in Moscow": of the country where it sits.
    let kind = gazetteer.organizationHeads[Int(head.row)].kind
    if kind == .legislature || kind == .ministry || kind == .government || kind == .court, id(end) == ids.in,
      let city = countryHit(at: end + 1), city.form == .city || city.form == .name && kind == .court
    {
      let words = index..<end
      return OrganizationHit(
        reading: organization(of: city.row, head: head, name: words), words: words, country: nil, isName: isName)
    }
    // Small letters with no country near are too vague: "the army".
    end = extended(head.words.upperBound, after: head)
    let reading = OrganizationReading(kind: .generic, row: head.row, name: index..<end)
    return OrganizationHit(reading: reading, words: index..<end, country: nil, isName: isName)
  }

  /// "in Tashkent", "to the United Nations" after an embassy or mission.
  private func extended(_ end: Int, after head: NameMatch) -> Int {
    guard gazetteer.organizationHeads[Int(head.row)].isMission, has(end, .locative) || id(end) == ids.to else {
      return end
    }
    var place = end + 1
    if has(place, .article) { place += 1 }
    if place < high, let city = matches.at(place).first(where: { [.city, .country].contains($0.kind) }) {
      return city.words.upperBound
    }
    return end
  }

  /// The known body that holds the place of that kind in the country, or the kind with the country.
  private func organization(of country: Int32, head: NameMatch, name: Range<Int>) -> OrganizationReading {
    if let row = gazetteer.organization(ofCountry: country, generic: head.row) {
      return OrganizationReading(kind: .known, row: row, name: name, country: country)
    }
    return OrganizationReading(kind: .generic, row: head.row, name: name, country: country)
  }

  /// Adds a body and the country inside its name; returns its index.
  @discardableResult
  mutating func add(
    _ hit: OrganizationHit, usage given: EntityMention.Usage = [], form: Mention.Form = .name
  ) -> Int32 {
    let index = Int32(organizations.count)
    organizations.append(hit.reading)
    var usage = given
    let next = hit.words.upperBound
    if id(next) == WordScanner.Mark.possessive {
      usage.insert(.possessive)
    } else if next < high, !view.words[next].isMark, isNounLike(next) {
      usage.insert(.modifier)
    }
    if hit.reading.kind == .known, gazetteer.organizations[Int(hit.reading.row)].standsForGovernment {
      usage.insert(.metonym)
    }
    add(.organization, hit.words, row: index, form: form, usage: usage)
    if let country = hit.country { addCountry(country, usage: .affiliation) }
    return index
  }

  func isNounLike(_ index: Int) -> Bool {
    switch partOfSpeech(index) {
    case .noun?, .properNoun?: return true
    case nil:
      return isLower(index)
        && !has(
          index,
          [.actorVerb, .personVerb, .beVerb, .preposition, .conjunction, .subordinate, .functionWord, .determiner])
    default: return false
    }
  }

  /// Reads a body that begins at a word; returns the word after it.
  mutating func readOrganization(at index: Int, isDefinite: Bool = false) -> Int? {
    guard let hit = organizationHit(at: index, isDefinite: isDefinite) else { return nil }
    let next = hit.words.upperBound
    if isEventName(from: index, until: next) { return nil }
    if let country = countryHit(at: index), country.words.upperBound >= next, hit.reading.kind != .known { return nil }
    if let end = readForces(of: hit) { return end }
    // "to the White House", "at the Pentagon": a building.
    if hit.reading.kind == .known, gazetteer.organizations[Int(hit.reading.row)].isSeat {
      var previous = index - 1
      while has(previous, .article) { previous -= 1 }
      if has(previous, .locative) || id(previous) == ids.to, id(next) != WordScanner.Mark.possessive { return next }
    }
    // "both of you here at the State Department": a house.
    if id(index - (has(index - 1, .article) ? 2 : 1)) == ids.at, id(next) != WordScanner.Mark.possessive,
      isMinistry(hit.reading), !isAimed(before: index - (has(index - 1, .article) ? 2 : 1)),
      peopleNoun(from: next) == nil
    {
      return next
    }
    if let end = readBuilding(hit) { return end }
    let row = add(hit)
    readAcronym(after: next, of: row)
    // "NATO leaders", "AU officials".
    var people = next
    if id(people) == WordScanner.Mark.possessive { people += 1 }
    if let noun = peopleNoun(from: people), noun <= people + 2 {
      raw.append(
        RawMention(
          words: index..<noun + 1, sentence: sentence, kind: .organization, row: row, form: .nominal, usage: .people))
      return noun + 1
    }
    return max(next, endOfAcronym(next))
  }

  private func isMinistry(_ reading: OrganizationReading) -> Bool {
    switch reading.kind {
    case .known: gazetteer.organizations[Int(reading.row)].kind == .ministry
    case .generic:
      gazetteer.organizationHeads[Int(reading.row)].kind == .ministry
        || gazetteer.organizationHeads[Int(reading.row)].kind == .government
    case .unknown: false
    }
  }

  /// "The Kremlin warned", "White House officials": a building stands for its state, as a capital does.
  private mutating func readBuilding(_ hit: OrganizationHit) -> Int? {
    guard let country = countryOfBuilding(hit) else { return nil }
    let next = hit.words.upperBound
    addCountry(country, usage: .metonym)
    var people = next
    if id(people) == WordScanner.Mark.possessive { people += 1 }
    guard let noun = peopleNoun(from: people), noun <= people + 2 else { return next }
    add(.country, hit.words.lowerBound..<noun + 1, row: country.row, form: .nominal, usage: .people)
    return noun + 1
  }

  /// The state that the name of a building stands for.
  func countryOfBuilding(_ hit: OrganizationHit) -> CountryHit? {
    guard hit.reading.kind == .known else { return nil }
    let record = gazetteer.organizations[Int(hit.reading.row)]
    guard record.isBuilding, record.country >= 0 else { return nil }
    return CountryHit(row: ofItsTime(record.country), words: hit.words, form: .name)
  }

  /// "AU forces in Darfur", "U.N. peacekeepers": the force of a body of several states is a body of its own.
  private mutating func readForces(of hit: OrganizationHit) -> Int? {
    guard let forces = forcesHit(of: hit) else { return nil }
    add(hit, usage: .affiliation)
    add(forces)
    return forces.words.upperBound
  }

  func forcesHit(of hit: OrganizationHit) -> OrganizationHit? {
    guard hit.reading.kind == .known, gazetteer.organizations[Int(hit.reading.row)].isIntergovernmental else {
      return nil
    }
    var end = hit.words.upperBound
    if id(end) == WordScanner.Mark.possessive { end += 1 }
    if gazetteer.peacekeepingWords.contains(id(end)), isLower(end) { end += 1 }
    guard gazetteer.forceWords.contains(id(end)), isLower(end) else { return nil }
    end += 1
    if id(end) == ids.in, isCapital(end + 1), end + 1 < high,
      let place = matches.at(end + 1).first(where: { [.city, .country, .region].contains($0.kind) })
    {
      end = place.words.upperBound
    }
    let words = hit.words.lowerBound..<end
    var reading = OrganizationReading(kind: .unknown, row: -1, name: words)
    reading.parentRow = hit.reading.row
    return OrganizationHit(reading: reading, words: words, country: nil, isName: true)
  }

  /// A meeting, war or program whose name begins with the same words is no body.
  private func isEventName(from start: Int, until end: Int) -> Bool {
    for match in matches.at(start) where match.kind == .event && match.words.upperBound > end { return true }
    return false
  }

  /// "(ASEAN)" or ", or ASEAN,": notes the acronym of a body just read.
  mutating func readAcronym(after end: Int, of row: Int32) {
    guard let acronym = acronym(after: end) else { return }
    organizations[Int(row)].acronym = acronym
    if acronymRows[view.words[acronym].id] == nil { acronymRows[view.words[acronym].id] = row }
  }

  /// The word that gives an acronym for the name that ends before a word.
  func acronym(after end: Int) -> Int? {
    var place = end
    if id(place) == WordScanner.Mark.openBracket {
      place += 1
      if has(place, .article) { place += 1 }
      if isQuoteMark(place) { place += 1 }
      guard isAcronymWord(place) else { return nil }
      var close = place + 1
      if isQuoteMark(close) { close += 1 }
      return id(close) == WordScanner.Mark.closeBracket ? place : nil
    }
    if id(place) == WordScanner.Mark.comma { place += 1 }
    if id(place) == ids.or {
      place += 1
      if has(place, .article) { place += 1 }
      return isAcronymWord(place) ? place : nil
    }
    return nil
  }

  func isQuoteMark(_ index: Int) -> Bool {
    let mark = id(index)
    return mark <= WordScanner.Mark.openQuote && mark >= WordScanner.Mark.quote
  }

  func endOfAcronym(_ end: Int) -> Int {
    guard let acronym = acronym(after: end) else { return end }
    return id(acronym + 1) == WordScanner.Mark.closeBracket ? acronym + 2 : acronym + 1
  }

  /// Two to eight letters, most of them capitals, unknown to the common language.
  func isAcronymWord(_ index: Int) -> Bool {
    guard index >= low, index < high else { return false }
    let word = view.words[index]
    let length = Int(word.end - word.start)
    return !word.isMark && (2...10).contains(length)
      && (word.shape.contains(.allCapitals) || word.shape.contains(.mixed)
        || word.shape.contains(.dotted) && word.isCapital)
  }

  /// Media, whose words name no actor; returns the word after them.
  mutating func readMedia(at index: Int) -> Int? {
    guard let match = matches.longest(.media, at: index), match.words.upperBound <= high else { return nil }
    media.append(match.words)
    var end = match.words.upperBound
    // "the Guardian's correspondent Luke Harding".
    if id(end) == WordScanner.Mark.possessive { end += 1 }
    return end
  }
}
