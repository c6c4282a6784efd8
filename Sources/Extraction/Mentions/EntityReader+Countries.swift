import Diplomacy
import Linguistics
import Provenance

/// Countries, and the cities that stand for their governments.
extension EntityReader {
  /// A country named at a word: its row, the words, and by what.
  struct CountryHit {
    enum Form { case name, adjective, city }
    var row: Int32
    var words: Range<Int>
    var form: Form
  }

  /// The country that the longest name at a word means, without looking at how it is used.
  func countryHit(at index: Int) -> CountryHit? {
    guard index >= low, index < high, context.matches.has(NameMatches.places, at: index) else { return nil }
    var best: NameMatch?
    for match in matches.at(index) {
      switch match.kind {
      case .country, .demonym: break
      case .city: guard gazetteer.cities[Int(match.row)].isCapital else { continue }
      default: continue
      }
      guard match.words.upperBound <= high else { continue }
      let isOfItsTime = match.kind == .city && match.needsEvidence && isSeatOfItsTime(match)
      if match.needsEvidence, !isOfItsTime, !hasEvidence(match) { continue }
      if let known = best {
        // "Moscow" in a text of the Soviet Union.
        if match.kind == .city, known.kind == .city, match.words == known.words {
          if isOfItsTime { best = match }
          if isOfItsTime || known.needsEvidence && isSeatOfItsTime(known) { continue }
        }
        let isBetter =
          match.words.count > known.words.count
          || match.words.count == known.words.count && (rank(match), weight(match)) > (rank(known), weight(known))
        if !isBetter { continue }
      }
      best = match
    }
    guard let best else { return nil }
    switch best.kind {
    case .country: return CountryHit(row: ofItsTime(best.row), words: best.words, form: .name)
    case .demonym: return CountryHit(row: ofItsTime(best.row), words: best.words, form: .adjective)
    default:
      return CountryHit(row: gazetteer.cities[Int(best.row)].country, words: best.words, form: .city)
    }
  }

  /// "the Russians" of a text of 1962 are the Soviet Union's.
  func ofItsTime(_ row: Int32) -> Int32 { gazetteer.country(row, asOf: document.metadata.date) }

  /// Whether a capital is here that of a state that is no more, which the text names and its successor not.
  private func isSeatOfItsTime(_ match: NameMatch) -> Bool {
    let row = countryRow(match)
    guard gazetteer.countries[Int(row)].isFormer else { return false }
    if GazetteerTables.isSovietTime(document.metadata.date), gazetteer.countries[Int(row)].code == "SU" { return true }
    guard namedCountries.contains(row) else { return false }
    if let year = document.metadata.date?.year, year > 2003 { return false }
    return !matches.at(match.words.lowerBound).contains {
      $0.kind == .city && $0.row != match.row && namedCountries.contains(countryRow($0))
    }
  }

  private func rank(_ match: NameMatch) -> Int {
    (match.needsEvidence ? 0 : 4) + (match.kind == .country ? 2 : match.kind == .demonym ? 1 : 0)
  }

  private func weight(_ match: NameMatch) -> Int { certainCountries[countryRow(match)] ?? 0 }

  private func countryRow(_ match: NameMatch) -> Int32 {
    match.kind == .city ? gazetteer.cities[Int(match.row)].country : match.row
  }

  /// Whether the text bears out a name that may mean something else: "Georgia", "Jordan", "Korean".
  private func hasEvidence(_ match: NameMatch) -> Bool {
    if certainCountries[countryRow(match), default: 0] > 0 { return true }
    let balance = cueBalance[countryRow(match)] ?? 0
    if balance != 0 { return balance > 0 }
    guard match.kind != .city else { return false }
    let next = match.words.upperBound
    // "Georgian President", "Georgia's parliament", "the Republic of Georgia".
    var after = next
    if id(after) == WordScanner.Mark.possessive { after += 1 }
    for offset in 0..<3 where after + offset < high {
      if titleMatch(at: after + offset) != nil || organizationHead(at: after + offset) != nil
        || has(after + offset, .peopleNoun)
      {
        return !isStateOfficial(after + offset)
      }
      if !isLower(after + offset), offset > 0 { break }
    }
    // A city or "state" before it, or a state's officials, speak for the American state.
    if id(match.words.lowerBound - 1) == WordScanner.Mark.comma, isCapital(match.words.lowerBound - 2) { return false }
    if has(next, .placeNoun), match.kind == .country { return false }
    // Next to other countries, "Ukraine and Georgia", it is one of them.
    return certainCountries.count >= 2 && match.kind == .country && !isFollowedByName(next)
      || certainCountries.count >= 3
  }

  private func isStateOfficial(_ index: Int) -> Bool {
    guard let title = titleMatch(at: index) else { return false }
    return gazetteer.titles[Int(title.row)].isLocal
  }

  /// Whether an unknown capitalized word follows without a mark: "Jordan Smith".
  func isFollowedByName(_ next: Int) -> Bool {
    guard isCapital(next), !view.words[next].isMark, !view.words[next].shape.contains(.hyphenated) else {
      return false
    }
    return !view.words[next].has([.month, .weekday]) && countryHit(at: next) == nil && titleMatch(at: next) == nil
      && organizationHead(at: next) == nil && !view.seenInLowerCase[Int(view.words[next].id)] && !isInHeadline(sentence)
  }

  /// Reads a country or a city at a word; returns the word after it.
  mutating func readCountry(at index: Int) -> Int? {
    guard context.matches.has(NameMatches.places, at: index) else { return nil }
    guard let hit = countryHit(at: index) else {
      if let end = readSeatOfUnion(at: index) { return end }
      // Other cities and regions are passed over whole, so that their words name nobody.
      var end: Int?
      for match in matches.at(index) where match.kind == .city || match.kind == .region {
        if isFollowedByName(match.words.upperBound), match.words.count == 1 { continue }
        // "Baltic Energy Security Agency".
        if let body = capitalizedBody(at: index), body.words.upperBound > match.words.upperBound { continue }
        end = max(end ?? 0, match.words.upperBound)
      }
      return end
    }
    let next = hit.words.upperBound
    // A longer name of another kind goes first: "Korean Peninsula", "South China Sea".
    for match in matches.at(index) where match.kind == .region || match.kind == .city {
      if match.words.count > hit.words.count { return match.words.upperBound }
    }
    if hit.form == .city, !isMetonym(hit) { return next }
    if hit.form == .adjective, isOfFormerState(hit) || isOfPeople(hit) { return next }
    if hit.form != .adjective, hit.words.count == 1, isFollowedByName(next), looksLikePersonName(index..<next + 1) {
      return nil
    }
    addCountry(hit)
    if let end = readPeople(of: hit) { return max(end, next) }
    return next
  }

  /// "Brussels denied the charge" where the text speaks of the European Union and not of Belgium.
  private mutating func readSeatOfUnion(at index: Int) -> Int? {
    guard gazetteer.europeanUnion >= 0,
      let match = matches.at(index).first(where: { $0.kind == .city && $0.needsEvidence && $0.words.upperBound <= high }
      ),
      gazetteer.countries[Int(countryRow(match))].code == "BE",
      certainOrganizations.contains(where: {
        $0 == gazetteer.europeanUnion || gazetteer.parent(of: $0) == gazetteer.europeanUnion
      }),
      isMetonym(CountryHit(row: countryRow(match), words: match.words, form: .city))
    else { return nil }
    let reading = OrganizationReading(kind: .known, row: gazetteer.europeanUnion, name: match.words)
    add(OrganizationHit(reading: reading, words: match.words, country: nil, isName: true), usage: .metonym)
    return match.words.upperBound
  }

  /// "former Soviet republics", "ex-Yugoslav states": what a state that is no more was made of.
  private func isOfFormerState(_ hit: CountryHit) -> Bool {
    guard isFormerState(hit.row) else { return false }
    let before = hit.words.lowerBound - 1
    return id(before) == ids.former || has(before, .titleModifier) && gazetteer.pastModifiers.contains(id(before))
      || isWord(before, in: Self.afterwards)
  }

  private static let afterwards: Set = ["post"]

  /// "Bosnian Serbs", "ethnic Albanians", "Greek Cypriots": a people and not the state of that name.
  private func isOfPeople(_ hit: CountryHit) -> Bool {
    if isWord(hit.words.lowerBound - 1, in: Self.ethnic) { return true }
    guard let last = raw.last, last.sentence == sentence, last.kind == .country, last.words.lowerBound >= low,
      last.words.upperBound == hit.words.lowerBound, last.row != hit.row, last.usage.contains(.modifier),
      !view.words[hit.words.lowerBound].shape.contains(.hyphenated)
    else { return false }
    return matches.at(last.words.lowerBound).contains { $0.kind == .demonym && $0.words == last.words }
  }

  private static let ethnic: Set = ["ethnic"]

  /// A state that is no more.
  func isFormerState(_ row: Int32) -> Bool { gazetteer.countries[Int(row)].isFormer }

  /// Adds a country with the use of its words.
  mutating func addCountry(_ hit: CountryHit, usage given: EntityMention.Usage = []) {
    var usage = given
    let next = hit.words.upperBound
    if id(next) == WordScanner.Mark.possessive {
      usage.insert(.possessive)
    } else if hit.form == .adjective || isModifier(hit) {
      usage.insert(.modifier)
    } else if isLocative(before: hit.words.lowerBound), !given.contains(.affiliation) {
      usage.insert(.place)
    }
    if hit.form == .city { usage.insert(.metonym) }
    add(.country, hit.words, row: hit.row, usage: usage)
  }

  /// Before a noun of the same phrase: "the U.S. list", "Japan-U.S. ties".
  private func isModifier(_ hit: CountryHit) -> Bool {
    let next = hit.words.upperBound
    guard next < high else { return false }
    let following = view.words[next]
    if following.isMark { return false }
    if following.shape.contains(.hyphenated) { return true }
    if has(hit.words.lowerBound, []) { return false }
    switch partOfSpeech(next) {
    case .noun?, .adjective?, .properNoun?: return !isVerb(next)
    case nil:
      return isLower(next)
        && !following.has([
          .actorVerb, .personVerb, .beVerb, .preposition, .conjunction, .subordinate, .functionWord, .determiner,
          .modifierCommon, .relativeDay,
        ]) && !endsLikeVerb(next)
    default: return false
    }
  }

  private func endsLikeVerb(_ index: Int) -> Bool {
    let word = view.words[index]
    let length = Int(word.end - word.start)
    guard length > 3 else { return true }
    let tail = document.utf8[Int(word.end) - 3..<Int(word.end)]
    return tail.elementsEqual("ing".utf8) || tail.dropFirst().elementsEqual("ed".utf8)
      || tail.dropFirst().elementsEqual("ly".utf8)
  }

  /// After "in", "into", "near", or on the way to or from.
  func isLocative(before index: Int) -> Bool {
    var previous = index - 1
    while has(previous, .article)
      || isLower(previous) && (has(previous, .modifierCommon) || isWord(previous, in: Self.quarters))
    {
      previous -= 1
    }
    // "in Japan and South Korea".
    var steps = 0
    while steps < 4, has(previous, .conjunction) || id(previous) == WordScanner.Mark.comma,
      let before = countryBefore(previous)
    {
      previous = before.lowerBound - 1
      while has(previous, .article) { previous -= 1 }
      steps += 1
    }
    if has(previous, .locative) { return !(id(previous) == ids.at && isAimed(before: previous)) }
    guard has(previous, .locativeWeak) else { return false }
    for offset in 1...3 where has(previous - offset, .motionWord) { return true }
    return false
  }

  /// Parts of a country: "in eastern Chad".
  private static let quarters: Set = [
    "central", "eastern", "northeastern", "northern", "northwestern", "southeastern", "southern", "southwestern",
    "western",
  ]

  /// "fired rockets at", "anger at": what stands under "at" is hit or meant.
  func isAimed(before preposition: Int) -> Bool {
    for index in stride(from: preposition - 1, through: max(low, preposition - 5), by: -1) {
      let word = view.words[index]
      if word.isMark { return false }
      if Self.aiming.contains(text(index..<index + 1).lowercased()) { return true }
    }
    return false
  }

  private static let aiming: Set = [
    "aim", "aimed", "aiming", "anger", "barb", "barbs", "criticism", "directed", "fire", "fired", "fires", "firing",
    "fury", "hurled", "jab", "launch", "launched", "launches", "launching", "lashed", "missile", "missiles", "outrage",
    "rocket", "rockets", "shell", "shells", "shot", "shots", "strike", "strikes", "struck", "swipe", "target",
    "targeted",
    "threat", "threats", "warning",
  ]

  private func countryBefore(_ index: Int) -> Range<Int>? {
    for start in [index - 1, index - 2, index - 3] where start >= low {
      if let hit = countryHit(at: start), hit.words.upperBound == index { return hit.words }
    }
    return nil
  }

  /// Whether a capital acts for its government here, or is only the place.
  private func isMetonym(_ hit: CountryHit) -> Bool {
    let next = hit.words.upperBound
    let previous = hit.words.lowerBound - 1
    // "Bangkok, Thailand".
    if id(next) == WordScanner.Mark.comma, let after = countryHit(at: next + 1), after.row == hit.row,
      after.form == .name
    {
      return false
    }
    if has(next, [.buildingCity, .placeNoun]) || has(previous, .capitalWord) { return false }
    if isInHeadlineList(hit) { return true }
    // "Cairo, which will guarantee the truce": a capital that opens its sentence with a relative clause.
    if hit.words.lowerBound == low, id(next) == WordScanner.Mark.comma, has(next + 1, .subordinate),
      Self.relatives.contains(text(next + 1..<next + 2))
    {
      return true
    }
    if isCapital(next), !isInHeadline(sentence), isFollowedByName(next), !(view.words[next].isMark) { return false }
    if isCapital(previous), has(previous, .givenName), !isInHeadline(sentence), previous > low { return false }
    if isLocative(before: hit.words.lowerBound) { return false }
    let isOwner = id(next) == WordScanner.Mark.possessive
    if has(previous, .locativeWeak) {
      // "pressure from Beijing", "a message to Seoul": not on the way.
      guard has(previous - 1, WordClass([.abstractRelation])) || isSending(previous) else { return false }
      return true
    }
    if isOwner { return !has(next + 1, [.placeNoun, .buildingCity, .capitalWord]) }
    if has(next, [.actorVerb]) || isVerb(next) && !has(next, .motionWord) { return true }
    if has(next, .peopleNoun) { return true }
    if next < high, view.words[next].shape.contains(.hyphenated) { return !isBased(next) }
    if hit.words.lowerBound < high, view.words[hit.words.lowerBound].shape.contains(.hyphenated) { return true }
    // "after Riyadh and its allies lifted": a word that may be a conjunction.
    if has(previous, .preposition), !(has(previous, .subordinate) && has(next, .conjunction)) {
      return has(previous, .between)
        || [ids.with, ids.against, ids.by, ids.for, ids.between, ids.toward, ids.towards]
          .contains(id(previous))
        || id(previous) == ids.at && isAimed(before: previous)
        || id(previous) == ids.of && (has(previous - 1, .abstractRelation) || isWord(previous - 1, in: Self.partisans))
        || id(previous) == ids.on && isWord(previous - 1, in: Self.bearing)
    }
    // "Tokyo and Seoul", "Washington and its allies".
    if has(previous, .conjunction) || has(next, .conjunction) {
      return isJoinedToActor(hit)
    }
    // "pressed Seoul", "told Beijing".
    if has(previous, [.actorVerb, .personVerb]), !has(previous, [.motionWord, .beVerb]) { return true }
    if let part = partOfSpeech(previous), part == .verb, !has(previous, .motionWord) { return true }
    // "…, Washington has", with words between: an adverb.
    if isVerb(next + 1), !isCapital(next), !view.words[min(next, high - 1)].isMark, !has(next, .preposition) {
      return true
    }
    return false
  }

  private func isWord(_ index: Int, in words: Set<String>) -> Bool {
    isLower(index) && words.contains(text(index..<index + 1))
  }

  /// "an enemy of Tehran": whose friends and foes one is.
  private static let partisans: Set = [
    "ally", "allies", "backer", "backers", "critic", "critics", "enemies", "enemy", "foe", "foes", "friend", "friends",
    "opponent", "opponents", "partner", "partners", "patron", "rival", "rivals", "supporter", "supporters",
  ]

  /// "called on Washington", "sanctions on Moscow": what bears on a government and not on a city.
  private static let bearing: Set = [
    "call", "called", "calling", "calls", "curbs", "demands", "embargo", "pressure", "restrictions", "sanctions",
    "tariffs", "leaned", "lean", "leaning", "rely", "relies", "relied", "depend", "depends", "depended", "prevail",
    "prevailed",
  ]

  private static let relatives: Set = ["which", "whose"]

  /// "Seoul, Tokyo trade barbs": a list of capitals and countries that opens a line without a full stop.
  private func isInHeadlineList(_ hit: CountryHit) -> Bool {
    guard hit.words.lowerBound - low < 12, high - low < 26, id(high - 1) != WordScanner.Mark.stop else { return false }
    var place = low
    var count = 0
    while place < high, count < 5, let item = countryHit(at: place) {
      count += 1
      place = item.words.upperBound
      guard id(place) == WordScanner.Mark.comma || has(place, .conjunction) else { break }
      while id(place) == WordScanner.Mark.comma || has(place, .conjunction) { place += 1 }
    }
    guard count > 1, hit.words.upperBound <= place, place < high else { return false }
    return !view.words[place].isMark && !has(place, [.preposition, .beVerb])
  }

  /// "aid from Washington", "a signal to Pyongyang".
  private func isSending(_ preposition: Int) -> Bool {
    guard preposition > low else { return false }
    if has(preposition - 1, .motionWord) { return false }
    if let part = partOfSpeech(preposition - 1) { return part == .noun && !has(preposition - 2, .motionWord) }
    return false
  }

  private func isBased(_ index: Int) -> Bool { id(index) == ids.based || id(index) == ids.born }

  /// In a coordination with a country or city, one of which acts.
  private func isJoinedToActor(_ hit: CountryHit) -> Bool {
    let next = hit.words.upperBound
    var previous = hit.words.lowerBound - 1
    if has(previous, .conjunction) || id(previous) == WordScanner.Mark.comma {
      var steps = 0
      while steps < 4, has(previous, .conjunction) || id(previous) == WordScanner.Mark.comma,
        let before = countryBefore(previous)
      {
        previous = before.lowerBound - 1
        steps += 1
      }
      if steps > 0 {
        if has(previous, [.locative, .locativeWeak]) { return false }
        if has(previous, .between) || has(previous, .preposition) { return true }
        return isVerb(next) || has(next, .actorVerb) || id(next) == WordScanner.Mark.possessive
          || has(previous, [.actorVerb, .personVerb]) || previous < low || !isLower(previous)
      }
    }
    if has(next, .conjunction) {
      if has(next + 1, .determiner) || countryHit(at: next + 1) != nil {
        return !has(previous, [.locative, .locativeWeak])
      }
    }
    return false
  }

  /// "Japanese officials", "Sudan's government": people taken for their country. Returns the word after them.
  private mutating func readPeople(of hit: CountryHit) -> Int? {
    guard hit.form != .city || id(hit.words.upperBound) == WordScanner.Mark.possessive else { return nil }
    var index = hit.words.upperBound
    if id(index) == WordScanner.Mark.possessive {
      index += 1
    } else if hit.form == .name, !isModifier(hit) {
      return nil
    }
    guard let noun = peopleNoun(from: index) else { return nil }
    var usage: EntityMention.Usage = .people
    if id(noun + 1) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    add(.country, hit.words.lowerBound..<noun + 1, row: hit.row, form: .nominal, usage: usage)
    return noun + 1
  }

  /// The noun for people of a body, after at most three modifiers.
  private static let measures: Set = ["embargo", "sanction", "sanctions", "tariff", "tariffs"]

  func peopleNoun(from start: Int) -> Int? {
    var index = start
    while index < min(high, start + 4) {
      let word = view.words[index]
      if word.isMark { return nil }
      // "Russia sanctions authorities": what is used against a country is not its own.
      if index > start, Self.measures.contains(text(index - 1..<index)) { return nil }
      if let head = organizationHead(at: index), gazetteer.organizationHeads[Int(head.row)].meaning == .country,
        !has(head.words.upperBound, .peopleNoun)
      {
        return head.words.upperBound - 1
      }
      if word.has(.peopleNounActor) {
        // "government helicopters": the last of a run of nouns is the head.
        if has(index + 1, .peopleNoun), isLower(index + 1) { return index + 1 }
        return index
      }
      // "Palestinian Hamas officials": people of that body.
      if word.isCapital, matches.longest(.organization, at: index) != nil { return nil }
      guard !word.has([.preposition, .conjunction, .determiner, .beVerb, .subordinate]), !isVerb(index),
        titleMatch(at: index).map({ $0.words.count > 0 && isCapital(index) }) != true
      else { return nil }
      index += 1
    }
    return nil
  }
}
