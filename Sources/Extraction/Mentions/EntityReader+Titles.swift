import Diplomacy
import Linguistics

/// Titles, and whom they are held for.
extension EntityReader {
  /// Countries and a body before a title: "U.S. State Department", "Iran's".
  struct Affiliation {
    var countries: [CountryHit] = []
    var organization: OrganizationHit?
    var end: Int

    var isEmpty: Bool { countries.isEmpty && organization == nil }
  }

  /// One or two titles in a row with what they are followed by, before a name is looked for.
  struct TitlePhrase {
    var roles: [RoleReading]
    /// Complements: "of the Danish Home Guard".
    var affiliation: Affiliation?
    /// Index of the role that the complement belongs to.
    var affiliated = 0
    var gender = Gender.unknown
    var hasHonorific = false
    /// The title alone, for the name that follows: "Gen." of "chairman of … Gen. Mark Milley".
    var end: Int
  }

  func titleMatch(at index: Int) -> NameMatch? {
    guard index >= low, index < high, let match = matches.longest(.title, at: index), match.words.upperBound <= high,
      !view.words[match.words.upperBound - 1].has(.groupPerson)
    else { return nil }
    return match
  }

  /// "former", "Deputy"; "under" in small letters is a preposition.
  func isTitleModifier(_ index: Int) -> Bool {
    has(index, .titleModifier) && !(has(index, .preposition) && isLower(index))
  }

  /// "PCG spokesperson", "AIMIM chief X": an acronym right before a title, known from the text or named by it alone.
  private func acronymBody(at index: Int) -> OrganizationHit? {
    guard isAcronymWord(index), view.words[index].shape.contains(.allCapitals), index + 1 < high else { return nil }
    let title = afterPossessive(index + 1)
    guard let match = titleMatch(at: title), isLower(title) || isCapital(title) else { return nil }
    let words = index..<index + 1
    if let known = acronymRows[view.words[index].id] {
      var reading = organizations[Int(known)]
      reading.entity = -1
      return OrganizationHit(reading: reading, words: words, country: nil, isName: true)
    }
    switch gazetteer.titles[Int(match.row)].kind {
    case .organizationHead, .spokesperson, .party: break
    default: return nil
    }
    guard view.words[index].end - view.words[index].start > 2, startsName(match.words.upperBound),
      titleMatch(at: index) == nil, matches.at(index).isEmpty
    else { return nil }
    return OrganizationHit(
      reading: OrganizationReading(kind: .unknown, row: -1, name: words), words: words, country: nil, isName: true)
  }

  /// Reads countries and bodies that stand before a title.
  func affiliation(at index: Int) -> Affiliation {
    var result = Affiliation(end: index)
    var place = index
    for _ in 0..<3 {
      guard place < high else { break }
      let title = titleMatch(at: place)
      if result.organization == nil, let hit = organizationHit(at: place), hit.isName,
        hit.words.upperBound > title?.words.upperBound ?? 0
          || hit.reading.kind == .known
            && titleMatch(at: hit.words.upperBound)?.words.upperBound == title?.words.upperBound
      {
        if let forces = forcesHit(of: hit) {
          result.organization = forces
          place = afterPossessive(forces.words.upperBound)
          result.end = place
          continue
        }
        // "US Defense" would leave "Secretary": the title takes its words first.
        if let country = hit.country, let title = titleMatch(at: afterPossessive(country.words.upperBound)),
          title.words.upperBound >= hit.words.upperBound
        {
          result.countries.append(country)
          place = afterPossessive(country.words.upperBound)
          result.end = place
          continue
        }
        result.organization = hit
        place = afterPossessive(hit.words.upperBound)
      } else if title == nil || !isCapital(place) || countryHit(at: place)?.form == .adjective,
        let hit = countryHit(at: place), result.countries.count < 2
      {
        result.countries.append(hit)
        place = afterPossessive(hit.words.upperBound)
      } else if result.isEmpty, let half = dividedHit(at: place) {
        result.countries.append(half)
        place = afterPossessive(half.words.upperBound)
      } else if result.isEmpty, let body = capitalAnaphor(at: place) {
        result.organization = body
        place = afterPossessive(body.words.upperBound)
      } else if result.isEmpty, let body = acronymBody(at: place) {
        result.organization = body
        place = afterPossessive(body.words.upperBound)
      } else {
        break
      }
      result.end = place
    }
    return result
  }

  /// "Commission President X" where the text names the European Commission.
  private func capitalAnaphor(at index: Int) -> OrganizationHit? {
    guard isCapital(index), isCapital(index + 1), !isInHeadline(sentence), titleMatch(at: index + 1) != nil else {
      return nil
    }
    let anaphor = matches.at(index).first {
      $0.kind == .organizationAnaphor && $0.words.count == 1 && certainOrganizations.contains($0.row)
    }
    guard let anaphor else { return nil }
    let reading = OrganizationReading(
      kind: .known, row: anaphor.row, name: anaphor.words, country: gazetteer.organizations[Int(anaphor.row)].country)
    return OrganizationHit(reading: reading, words: anaphor.words, country: nil, isName: true)
  }

  /// "the North's" before a title, where the text names either half of a divided country.
  func dividedHit(at index: Int) -> CountryHit? {
    guard isCapital(index), id(index) == ids.north || id(index) == ids.south,
      id(index + 1) == WordScanner.Mark.possessive
    else { return nil }
    for (north, south) in Self.divided {
      guard let first = gazetteer.country(code: north), let second = gazetteer.country(code: south),
        certainCountries[first] != nil || certainCountries[second] != nil
      else { continue }
      return CountryHit(row: id(index) == ids.north ? first : second, words: index..<index + 1, form: .name)
    }
    return nil
  }

  func afterPossessive(_ index: Int) -> Int { id(index) == WordScanner.Mark.possessive ? index + 1 : index }

  /// Reads titles at a place. Portfolio words that the gazetteer does not join to a title, "Economy Minister", are
  /// taken with it where `isAnchored`: after a country, a body or "the".
  func titlePhrase(at index: Int, isAnchored: Bool) -> TitlePhrase? {
    var place = index
    var phrase = TitlePhrase(roles: [], end: index)
    var isFormer = false
    while titleMatch(at: place) == nil, place < index + 4,
      isTitleModifier(place) && place < index + 3 || isAnchored && isEpithet(place, in: index)
    {
      if isPast(place) { isFormer = true }
      place += 1
    }
    while phrase.roles.count < 4 {
      guard let role = role(at: place, isAnchored: isAnchored || !phrase.roles.isEmpty || isCapital(place)) else {
        break
      }
      let record = gazetteer.titles[Int(role.row)]
      if record.gender != .unknown { phrase.gender = record.gender }
      if !record.kind.isOffice { phrase.hasHonorific = phrase.hasHonorific || record.kind != .personWithoutOffice }
      var added = role
      added.isFormer = isFormer
      phrase.roles.append(added)
      place = role.title.upperBound
      phrase.end = place
      // "President-elect".
      if place < high, view.words[place].shape.contains(.hyphenated),
        id(place) == ids.elect || id(place) == ids.designate
      {
        phrase.roles[phrase.roles.count - 1].isFuture = true
        place += 1
        phrase.end = place
      }
      if let complement = complement(at: place, of: record) {
        phrase.affiliation = complement
        phrase.affiliated = phrase.roles.count - 1
        place = complement.end
        phrase.end = place
      } else if id(place) == ids.of, isCapital(place + 1) || has(place + 1, .article) && isCapital(place + 2) {
        // "president of Transneft": of a body that nothing is known of.
        phrase.roles[phrase.roles.count - 1].isClosed = true
      }
      // "Under Secretary of the Treasury for Terrorism and Financial Intelligence Ann Lee": what the office is for.
      if id(place) == ids.for, let name = nameAfterPortfolio(place + 1) {
        place = name
        phrase.end = name
      }
      // "Deputy Prime Minister and Foreign Minister", "chairman of … Gen.".
      if id(place) == ids.and {
        var next = place + 1
        while titleMatch(at: next) == nil, has(next, .titleModifier), next < place + 3 { next += 1 }
        guard let second = titleMatch(at: next), isCapital(next) || isLower(index),
          gazetteer.titles[Int(second.row)].kind.isOffice,
          startsName(second.words.upperBound) || isCapital(next) && id(second.words.upperBound) == ids.of
        else { break }
        place = next
      }
    }
    guard !phrase.roles.isEmpty else { return nil }
    return phrase
  }

  /// Where a name begins after capitals joined by "and" that say what an office is for.
  private func nameAfterPortfolio(_ start: Int) -> Int? {
    var place = start
    while place < min(high, start + 10) {
      let word = view.words[place]
      guard word.isCapital || word.id == ids.and || word.id == WordScanner.Mark.comma || word.has(.article) else {
        return nil
      }
      if place > start, word.isCapital, word.has(.givenName), isCapital(place - 1), countryHit(at: place) == nil,
        let name = personName(at: place, afterTitle: true), (2...4).contains(name.count)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// "Peru's far-right finance minister": what is said of someone between the country and the title, which must follow.
  private func isEpithet(_ index: Int, in start: Int) -> Bool {
    guard isLower(index), !has(index, .notInName), organizationHead(at: index) == nil,
      id(start - 1) == WordScanner.Mark.possessive
    else { return false }
    switch partOfSpeech(index) {
    case .adjective?, .adverb?: break
    case .noun? where index + 1 < high && view.words[index + 1].shape.contains(.hyphenated): break
    case .noun? where view.words[index].shape.contains(.hyphenated): break
    case nil: break
    default: return false
    }
    for place in index + 1..<index + 4 where titleMatch(at: place) != nil { return true }
    return false
  }

  private func isPast(_ index: Int) -> Bool { gazetteer.pastModifiers.contains(id(index)) }

  /// One title with the portfolio words before it.
  private func role(at index: Int, isAnchored: Bool) -> RoleReading? {
    if let match = titleMatch(at: index) {
      let record = gazetteer.titles[Int(match.row)]
      return RoleReading(
        title: match.words, row: match.row, kind: record.kind, portfolio: record.portfolio)
    }
    guard isAnchored else { return nil }
    // "Economy, Trade and Industry Minister" is rarer than what a longer window would get wrong.
    for offset in 1...3 where index + offset < high {
      let word = view.words[index + offset - 1]
      // "a charge Saudi Foreign Minister X denied": a country is no portfolio.
      if countryHit(at: index + offset - 1)?.form == .adjective { return nil }
      guard !word.isMark, !word.has(.notInName), word.isCapital || isNounLike(index + offset - 1),
        !isVerb(index + offset - 1)
      else { return nil }
      guard let match = titleMatch(at: index + offset) else { continue }
      let record = gazetteer.titles[Int(match.row)]
      switch record.kind {
      case .minister, .deputy, .organizationHead, .spokesperson, .envoy, .militaryOffice, .adviser, .headOfState: break
      default: return nil
      }
      // The words must agree in case: "Economy Minister", "oil minister".
      guard word.isCapital == isCapital(match.words.lowerBound) || word.isCapital else { return nil }
      // "COP26 President" presides over no country.
      return RoleReading(
        title: index..<match.words.upperBound, row: match.row,
        kind: record.kind == .headOfState ? .organizationHead : record.kind, portfolio: record.portfolio,
        isClosed: record.kind == .headOfState)
    }
    return nil
  }

  /// "of the Danish Home Guard", "of South Korea", "for Iran", "to Japan".
  private func complement(at index: Int, of record: TitleRecord) -> Affiliation? {
    let preposition = id(index)
    guard [ids.of, ids.for, ids.to, ids.at].contains(preposition) else { return nil }
    var place = index + 1
    while has(place, .article) || has(place, [.possessivePronoun]) { place += 1 }
    var result = affiliation(at: place)
    if result.isEmpty {
      // "chief of the Revolutionary Army Command": a body by its capitals.
      guard let hit = capitalizedBody(at: place) else { return nil }
      result = Affiliation(organization: hit, end: hit.words.upperBound)
    }
    // "of Japan's largest party" goes on; what is owned is not the country.
    if id(result.end - 1) == WordScanner.Mark.possessive { return nil }
    // Hosts and subjects are not employers: "ambassador to Japan", "envoy for Iran", "special envoy to".
    if preposition == ids.to || preposition == ids.for || preposition == ids.at {
      let isEmployer =
        record.kind == .spokesperson && preposition == ids.for || record.kind == .organizationHead
        || record.kind == .adviser && preposition == ids.to
      if !isEmployer {
        return Affiliation(end: result.end)
      }
    }
    return result
  }

  /// Whether a person's name may begin at a word.
  func startsName(_ index: Int) -> Bool {
    guard isCapital(index) || has(index, .nameParticle) && isCapital(index + 1) else { return false }
    return !has(index, .notInName) || has(index, .nameParticle)
  }

  /// The words of a name that begins at a place, titles before it not counted.
  func personName(at start: Int, afterTitle: Bool) -> Range<Int>? {
    var index = start
    var capitals = 0
    let inHeadline = isInHeadline(sentence)
    let limit = inHeadline ? 3 : 6
    loop: while index < high, capitals < limit {
      let word = view.words[index]
      if word.isMark {
        // "Martin Luther King, Jr."
        if word.id == WordScanner.Mark.comma, capitals > 1, has(index + 1, .nameSuffix), isCapital(index + 1) {
          index += 2
        }
        break
      }
      if word.shape.contains(.hyphenated), index > start {
        // "Jae-in", "Kyung-wha"; not "Biden-era".
        if word.isCapital || isGivenNamePart(index, ofNameAt: start) {
          index += 1
          continue
        }
        break
      }
      if word.isCapital {
        // "Theresa May".
        let isMonthName =
          word.has(.month) && capitals == 1 && view.words[start].has(.givenName)
          && !(index + 1 < high && view.words[index + 1].shape.contains(.digit))
        if isMonthName {
          capitals += 1
          index += 1
          continue
        }
        // "Kim Sun-gil": a short form of a weekday before a hyphen is a syllable.
        let isSyllable =
          index + 1 < high && view.words[index + 1].shape.contains(.hyphenated)
          // "Henry A. Kissinger": no article.
          || index > start && word.shape.contains(.initial) && isCapital(index + 1)
        if word.has(.notInName), !word.has(.nameParticle), !word.has(.givenName) || word.has(.weekday), !isSyllable {
          break
        }
        if word.has(.nameParticle), !(isCapital(index + 1) || index > start) { break }
        if index > start, endsName(index, inHeadline: inHeadline) { break }
        if inHeadline, index > start, !mayGoOn(start, index) { break }
        capitals += 1
        index += 1
        // "Ferdinand Marcos Jr." is whole.
        if word.has(.nameSuffix), capitals > 1 { break }
      } else if word.has(.nameParticle), index + 1 < high, isCapital(index + 1) || has(index + 1, .nameParticle),
        !has(index + 1, .notInName) || has(index + 1, .nameParticle), capitals > 0 || afterTitle
      {
        if [ids.and, ids.of, ids.the].contains(word.id) { break }
        index += 1
      } else {
        break loop
      }
    }
    while index > start, has(index - 1, .nameParticle), !isCapital(index - 1),
      !view.words[index - 1].shape.contains(.hyphenated)
    {
      index -= 1
    }
    guard capitals > 0 else { return nil }
    // "UN High Commissioner Visit", "Heads of State Summit": what happens is nobody's name.
    if capitals == 1, Self.occasions.contains(text(start..<start + 1)) { return nil }
    // An initial alone is no name.
    if index == start + 1, view.words[start].shape.contains(.initial) { return nil }
    return start..<index
  }

  private static let occasions: Set = [
    "Address", "Announcement", "Appointment", "Arrival", "Briefing", "Call", "Conference", "Decision", "Election",
    "Meeting", "Meetings", "Participation", "Readout", "Remarks", "Resignation", "Speech", "Statement", "Summit",
    "Talks",
    "Testimony", "Travel", "Trip", "Visit",
  ]

  /// In a headline every word has a capital: a name goes on after a given name, a family name that comes first or an
  /// initial, "Xi Jinping Visits", not after a surname, "Biden Hosts".
  private func mayGoOn(_ start: Int, _ index: Int) -> Bool {
    let first = view.words[start]
    return first.has([.givenName, .familyFirst, .nameParticle]) || first.shape.contains(.initial)
      || view.words[index].shape.contains(.initial) || view.words[index].has([.nameSuffix, .nameParticle])
      || view.capitalPairs.contains(WordView.pair(view.words[index - 1].id, view.words[index].id))
  }

  /// A later part in small letters of a name with hyphens: "Kyung-wha", "Jae-in", "Chan-o-cha".
  private func isGivenNamePart(_ index: Int, ofNameAt start: Int) -> Bool {
    let word = view.words[index]
    var first = index
    while first > start, view.words[first].shape.contains(.hyphenated) { first -= 1 }
    guard view.words[first].isCapital, index - first < 4 else { return false }
    let goesOn = index + 1 < high && view.words[index + 1].shape.contains(.hyphenated)
    guard (goesOn || index - first > 1 ? 1...6 : 2...6).contains(Int(word.end - word.start)) else { return false }
    // "in" of "Jae-in": only after a surname, and where what precedes the hyphen is no word of the text, "check-in".
    if word.has(.preposition) { return first > start && !view.seenInLowerCase[Int(view.words[first].id)] }
    return !word.has([.actorVerb, .motionWord, .titleModifier]) && !isOrdinaryCompound(index)
  }

  /// "-led", "-era", "-based", "-style" and the like.
  private func isOrdinaryCompound(_ index: Int) -> Bool { gazetteer.compoundTails.contains(id(index)) }

  /// Whether a capitalized word after the first of a name is no more of it.
  private func endsName(_ index: Int, inHeadline: Bool) -> Bool {
    let word = view.words[index]
    let isSyllable = index + 1 < high && view.words[index + 1].shape.contains(.hyphenated)
    if word.has([.weekday, .month]), !word.has(.givenName), !isSyllable { return true }
    if inHeadline {
      if word.has([.actorVerb, .personVerb, .preposition, .functionWord, .motionWord, .peopleNoun]) { return true }
      if view.seenInLowerCase[Int(word.id)] || countryHit(at: index) != nil { return true }
      // "Adviser Ana Silva Welcoming an Extension".
      if word.end - word.start > 6, has(index + 1, [.article, .preposition]),
        document.utf8[Int(word.start)..<Int(word.end)].suffix(3).elementsEqual("ing".utf8)
      {
        return true
      }
      if titleMatch(at: index) != nil || organizationHit(at: index) != nil { return true }
    }
    // "Foreign Minister Wang Yi US Secretary": another mention begins.
    if let match = titleMatch(at: index), match.words.count > 1 || !word.has(.givenName),
      // "John Major said".
      gazetteer.titles[Int(match.row)].kind != .militaryRank || startsName(match.words.upperBound),
      !word.has(.nameSuffix), gazetteer.titles[Int(match.row)].kind != .royal || match.words.count > 1
    {
      return true
    }
    if let organization = organizationHit(at: index), organization.words.count > 1 { return true }
    return false
  }
}
