import Diplomacy
import Linguistics
import Provenance

/// Which mentions by name mean the same thing.
extension EntityReader {
  /// Links all mentions that carry a name of their own: countries, bodies, and people by full name.
  mutating func linkNames() {
    for mention in raw.indices {
      switch raw[mention].kind {
      case .group where groups[Int(raw[mention].row)].direction >= 0: nameDivided()
      case .country: raw[mention].entities = [countryDraft(raw[mention].row)]
      case .organization:
        let draft = organizationDraft(Int(raw[mention].row))
        if draft >= 0 { raw[mention].entities = [draft] }
      case .person where nameIDs(persons[Int(raw[mention].row)].name).count > 1:
        linkFullName(Int(raw[mention].row))
        raw[mention].entities = [persons[Int(raw[mention].row)].entity]
      default: break
      }
    }
    for mention in raw.indices where raw[mention].kind == .person && raw[mention].entities.isEmpty {
      linkShortName(mention)
    }
    linkLooseNames()
  }

  /// "the North" where only the South is named: both halves of a divided country that the text speaks of.
  private mutating func nameDivided() {
    for (north, south) in Self.divided {
      guard let first = gazetteer.country(code: north), let second = gazetteer.country(code: south) else { continue }
      guard certainCountries[first] != nil || certainCountries[second] != nil else { continue }
      _ = countryDraft(first)
      _ = countryDraft(second)
      return
    }
  }

  /// Codes of countries called "the North" and "the South".
  static var divided: [(north: String, south: String)] { [("KP", "KR"), ("YE", "YD"), ("SD", "SS"), ("VN", "XV")] }

  // MARK: Countries and bodies

  mutating func countryDraft(_ row: Int32) -> Int32 {
    if let known = links.countries[row] { return known }
    var draft = EntityDraft(.country)
    draft.row = row
    draft.name = gazetteer.countries[Int(row)].name
    draft.country = row
    drafts.append(draft)
    links.countries[row] = Int32(drafts.count - 1)
    return Int32(drafts.count - 1)
  }

  /// −1 where the body's country is not known yet; ``resolveOrganization(_:country:)`` links it later.
  private mutating func organizationDraft(_ reading: Int) -> Int32 {
    let organization = organizations[reading]
    var draft: Int32 = -1
    switch organization.kind {
    case .known: draft = knownOrganizationDraft(organization.row)
    case .generic:
      guard organization.country >= 0 else { return -1 }
      draft = genericDraft(organization, country: organization.country)
    case .unknown: draft = unknownOrganizationDraft(organization)
    }
    if organization.acronym >= 0 { links.acronyms[view.words[organization.acronym].id] = draft }
    organizations[reading].entity = draft
    return draft
  }

  mutating func knownOrganizationDraft(_ row: Int32) -> Int32 {
    if let known = links.organizations[row] { return known }
    let record = gazetteer.organizations[Int(row)]
    var draft = EntityDraft(.organization)
    draft.row = row
    draft.name = record.name
    draft.country = record.country
    draft.key = record.key
    draft.portfolio = record.portfolio
    draft.organizationKind = record.kind
    drafts.append(draft)
    let made = Int32(drafts.count - 1)
    links.organizations[row] = made
    if let parent = gazetteer.parent(of: row) { drafts[Int(made)].parent = knownOrganizationDraft(parent) }
    // A company or a party is at home in a country of which the text need not speak.
    if record.country >= 0, !Self.isActorOfItsOwn(record.kind) { _ = countryDraft(record.country) }
    return made
  }

  /// A kind of body for a country: the known body where there is one.
  mutating func genericDraft(_ organization: OrganizationReading, country: Int32) -> Int32 {
    let head = gazetteer.organizationHeads[Int(organization.row)]
    if let row = gazetteer.organization(ofCountry: country, key: head.key) { return knownOrganizationDraft(row) }
    let place = head.isMission ? placeWords(in: organization.name) : 0..<0
    let key = LinkIndex.GenericKey(
      country: country, key: head.key, place: place.isEmpty ? -1 : view.words[place.lowerBound].id)
    if let known = links.generic[key] { return known }
    var draft = EntityDraft(.organization)
    draft.name = filled(head.template, country: country, pattern: organization.name, place: place)
    draft.nameWords = organization.name
    draft.country = country
    draft.key = head.key
    draft.portfolio = head.portfolio
    draft.organizationKind = head.kind
    drafts.append(draft)
    let made = Int32(drafts.count - 1)
    links.generic[key] = made
    links.genericOfKey[head.key, default: []].append(made)
    _ = countryDraft(country)
    return made
  }

  /// The place after "in" or "to" at the end of a mission's name.
  private func placeWords(in name: Range<Int>) -> Range<Int> {
    for index in name.reversed() where view.words[index].has(.locative) || view.words[index].id == ids.to {
      var start = index + 1
      while start < name.upperBound, view.words[start].has(.article) { start += 1 }
      return start..<name.upperBound
    }
    return 0..<0
  }

  /// A template with the country's name, its adjective, the words and the place filled in.
  private func filled(_ template: String, country: Int32, pattern: Range<Int>, place: Range<Int>) -> String {
    let record = gazetteer.countries[Int(country)]
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      switch rest[rest.index(after: open)..<close] {
      case "country": result += record.name
      case "adjective": result += record.adjective
      case "pattern": result += text(headWords(pattern))
      case "place": result += text(place)
      default: break
      }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    // Without a place, "Embassy in" loses its preposition.
    if place.isEmpty, result.hasSuffix(" in ") { result.removeLast(4) }
    return result
  }

  /// The words of a body's name after its country.
  private func headWords(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    for match in matches.at(start) where match.kind == .country || match.kind == .demonym {
      start = max(start, match.words.upperBound)
    }
    if start < name.upperBound, view.words[start].id == WordScanner.Mark.possessive { start += 1 }
    return start < name.upperBound ? start..<name.upperBound : name
  }

  private mutating func unknownOrganizationDraft(_ organization: OrganizationReading) -> Int32 {
    let words = nameIDs(organization.name)
    if let known = links.unknown[words] { return known }
    var draft = EntityDraft(.organization)
    draft.nameWords = organization.name
    draft.country = organization.country
    if organization.parentRow >= 0 { draft.parent = knownOrganizationDraft(organization.parentRow) }
    drafts.append(draft)
    links.unknown[words] = Int32(drafts.count - 1)
    return Int32(drafts.count - 1)
  }

  /// The folded ids of a name's words, without marks, suffixes and articles.
  func nameIDs(_ words: Range<Int>) -> [Int32] {
    words.compactMap { index in
      let word = view.words[index]
      return word.isMark || word.has(.nameSuffix) && index > words.lowerBound || word.has(.article) ? nil : word.id
    }
  }

  // MARK: People

  private mutating func linkFullName(_ person: Int) {
    let name = nameIDs(persons[person].name)
    guard let last = name.last else { return }
    for draft in (links.people[last] ?? []).suffix(64) where isSameName(name, persons[person], draft) {
      merge(person, into: draft, name)
      return
    }
    addPersonDraft(person, name)
  }

  private mutating func addPersonDraft(_ person: Int, _ name: [Int32]) {
    var draft = EntityDraft(.official)
    draft.nameWords = persons[person].name
    drafts.append(draft)
    merge(person, into: Int32(drafts.count - 1), name)
  }

  private mutating func merge(_ person: Int, into draft: Int32, _ name: [Int32]) {
    let place = Int(draft)
    persons[person].entity = draft
    if !drafts[place].nameForms.contains(name) {
      drafts[place].nameForms.append(name)
      // The fullest form that is no acronym of another names the person.
      if name.count > nameIDs(drafts[place].nameWords).count, !isInHeadline(sentenceOf(persons[person].name.lowerBound))
      {
        drafts[place].nameWords = persons[person].name
      }
      for word in Set([name.first ?? -1, name.last ?? -1]) where links.people[word]?.suffix(64).contains(draft) != true
      {
        links.people[word, default: []].append(draft)
      }
      // "López Obrador" may be called so, and "al-Assad" "Assad".
      if name.count > 2, links.people[name[name.count - 2]]?.suffix(64).contains(draft) != true {
        links.people[name[name.count - 2], default: []].append(draft)
      }
    }
    if drafts[place].gender == .unknown { drafts[place].gender = persons[person].gender }
    if drafts[place].gender == .unknown { drafts[place].gender = genderOfGivenName(persons[person].name) }
    if drafts[place].country < 0 { drafts[place].country = persons[person].country }
    addRoles(persons[person].roles, to: draft)
  }

  /// Adds offices to a person's. Of someone named thousands of times only those that are new are added, and few.
  mutating func addRoles(_ roles: [RoleReading], to draft: Int32) {
    for role in roles {
      let known = drafts[Int(draft)].roles
      if known.count >= 16 {
        guard known.count < 48, !known.contains(where: { isSameOffice($0, role) }) else { continue }
      }
      drafts[Int(draft)].roles.append(role)
    }
  }

  private func isSameOffice(_ a: RoleReading, _ b: RoleReading) -> Bool {
    func body(_ role: RoleReading) -> Int32 {
      role.organization < 0 ? -1 : organizations[Int(role.organization)].entity
    }
    return a.row == b.row && a.country == b.country && a.isFormer == b.isFormer && a.isFuture == b.isFuture
      && (a.organization < 0) == (b.organization < 0) && body(a) == body(b)
      && a.title.map { view.words[$0].id } == b.title.map { view.words[$0].id }
  }

  private func isSameName(_ name: [Int32], _ person: PersonReading, _ draft: Int32) -> Bool {
    let known = drafts[Int(draft)]
    if person.gender != .unknown, known.gender != .unknown, person.gender != known.gender { return false }
    for form in known.nameForms {
      if form == name { return true }
      if form.first == name.first, form.last == name.last, form.count > 1 { return true }
      // "Ishiba Shigeru" and "Shigeru Ishiba" in one office.
      if form.count == 2, name.count == 2, form[0] == name[1], form[1] == name[0] { return true }
      let (short, long) = form.count < name.count ? (form, name) : (name, form)
      if short.count > 1, long.suffix(short.count).elementsEqual(short) { return true }
      // "Joseph R. Biden" and "Joe Biden" in one office.
      if form.last == name.last, hasSharedOffice(person.roles, known.roles) { return true }
    }
    return false
  }

  private func hasSharedOffice(_ a: [RoleReading], _ b: [RoleReading]) -> Bool {
    a.contains { x in
      b.contains { y in
        office(x) == office(y) && gazetteer.titles[Int(x.row)].isUnique
          && (x.country == y.country || x.country < 0 || y.country < 0)
      }
    }
  }

  func office(_ role: RoleReading) -> Int32 { gazetteer.titles[Int(role.row)].office }

  /// "Biden", "Mr. Ahmadinejad", "President Moon": the person of that surname who fits best.
  private mutating func linkShortName(_ mention: Int) {
    let person = Int(raw[mention].row)
    let name = nameIDs(persons[person].name)
    guard let word = name.last else { return }
    if let draft = bestPerson(word, persons[person], at: mention) {
      merge(person, into: draft, name)
    } else {
      addPersonDraft(person, name)
    }
    raw[mention].entities = [persons[person].entity]
  }

  /// Of the people whose name has a word, the one whose office and gender fit, the latest named first.
  private func bestPerson(_ word: Int32, _ person: PersonReading, at mention: Int) -> Int32? {
    var best: (draft: Int32, rank: Int)?
    for draft in (links.people[word] ?? []).suffix(64) {
      let known = drafts[Int(draft)]
      if person.gender != .unknown, known.gender != .unknown, person.gender != known.gender { continue }
      var rank = 0
      if known.nameForms.contains(where: { $0.last == word || $0.count > 2 && $0[$0.count - 2] == word }) { rank += 2 }
      if !person.roles.isEmpty {
        if hasSharedOffice(person.roles, known.roles) {
          rank += 8
        } else if conflicts(person.roles, known.roles) {
          continue
        }
      }
      if let latest = latestMention(of: draft, before: mention) {
        rank = rank * 4096 + min(4095, 1 + latest - max(0, mention - 4000))
      } else {
        rank *= 4096
      }
      if rank > best?.rank ?? -1 { best = (draft, rank) }
    }
    return best?.draft
  }

  /// Different offices of one rank, or offices of different countries, are different people's.
  private func conflicts(_ a: [RoleReading], _ b: [RoleReading]) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    let stated = a.contains { x in
      x.country >= 0 && b.contains { $0.country >= 0 } && !b.contains { $0.country == x.country }
    }
    if stated { return true }
    // "Secretary Clinton" and "President Clinton".
    return a.contains { x in
      gazetteer.titles[Int(x.row)].isUnique
        && b.contains { gazetteer.titles[Int($0.row)].isUnique && !$0.isFormer } && !x.isFormer
        && !b.contains { $0.kind == x.kind }
    }
  }

  private func latestMention(of draft: Int32, before mention: Int) -> Int? {
    var index = mention - 1
    while index >= 0, mention - index < 200 {
      if raw[index].entities.first == draft { return index }
      index -= 1
    }
    return nil
  }

  /// Surnames that stand alone: mentions only where they name someone the text has in full.
  private mutating func linkLooseNames() {
    let before = raw.count
    for loose in looseNames {
      let name = nameIDs(loose.words)
      guard let last = name.last else { continue }
      if let body = links.unknown[name] {
        addLooseBody(loose.words, in: loose.sentence, body)
        continue
      }
      if links.people[last] == nil, name.count == 1 { addKnownLeader(loose.words) }
      guard let candidates = links.people[last]?.suffix(64) else { continue }
      // One that spells the name out as such, or the latest named before.
      var chosen: Int32?
      var place = -1
      for draft in candidates {
        let fits = drafts[Int(draft)].nameForms.contains { form in
          form.suffix(name.count).elementsEqual(name)
            || name.count == 1 && form.first == last && form.count > 1 && isSurnameFirst(form)
            || name.count > 1 && form.first == name.first && form.last == name.last
            || form.count == 1 && form[0] == last
        }
        guard fits else { continue }
        let latest = lastPlace(of: draft, beforeWord: loose.words.lowerBound)
        if chosen == nil || latest > place {
          chosen = draft
          place = latest
        }
      }
      guard let chosen else { continue }
      var usage: EntityMention.Usage = []
      if loose.words.upperBound < view.words.count, view.words[loose.words.upperBound].id == WordScanner.Mark.possessive
      {
        usage.insert(.possessive)
      }
      raw.append(
        RawMention(
          words: loose.words, sentence: loose.sentence, kind: .person, row: -1, form: .name, usage: usage,
          entities: [chosen]))
    }
    if raw.count > before { sortAll() }
  }

  /// "Orbix" alone, where the text elsewhere tells that it is a company.
  private mutating func addLooseBody(_ words: Range<Int>, in sentence: Int, _ body: Int32) {
    let isOwner =
      words.upperBound < view.words.count && view.words[words.upperBound].id == WordScanner.Mark.possessive
    raw.append(
      RawMention(
        words: words, sentence: sentence, kind: .organization, row: -1, form: .name, usage: isOwner ? .possessive : [],
        entities: [body]))
  }

  /// "Netanyahu" alone: whoever then led a country that the text names, if nobody else of that name did.
  private mutating func addKnownLeader(_ words: Range<Int>) {
    let word = view.words[words.lowerBound]
    guard word.end - word.start > 4 || speaks(words), !view.seenInLowerCase[Int(word.id)],
      !word.has([.givenName, .month, .placeNoun, .organizationNoun, .peopleNoun]), matches.at(words.lowerBound).isEmpty
    else { return }
    let year = document.metadata.date?.year
    let records = gazetteer.leaders(surname: word.id).map { gazetteer.leaderRecords[Int($0)] }.filter { record in
      record.isKnownBySurname
        && (year.map { (record.begin...max(record.begin, record.end)).contains($0) } ?? (record.end >= 2000))
    }
    guard Set(records.map(\.name)).count == 1, let record = records.first, isSpokenOf(record.country) else { return }
    var draft = EntityDraft(.official)
    draft.name = record.name
    draft.nameWords = words
    draft.nameForms = [[word.id]]
    draft.country = record.country
    drafts.append(draft)
    links.people[word.id, default: []].append(Int32(drafts.count - 1))
    _ = countryDraft(record.country)
  }

  /// Whether a text names a country or a body of it.
  private func isSpokenOf(_ country: Int32) -> Bool {
    certainCountries[country, default: 0] > 0
      || certainOrganizations.contains { gazetteer.organizations[Int($0)].country == country }
  }

  /// "Xi told", "Abe's": a short name that acts or owns.
  private func speaks(_ words: Range<Int>) -> Bool {
    let next = words.upperBound
    guard next < view.words.count else { return false }
    return view.words[next].has([.quoteVerb, .personVerb]) || view.words[next].id == WordScanner.Mark.possessive
  }

  /// A given name of two parts after the surname: "Moon Jae-in"; or no known given name in front.
  private func isSurnameFirst(_ form: [Int32]) -> Bool {
    guard let first = form.first, Int(first) < view.knownCount else { return true }
    return !gazetteer.vocabulary.classes[Int(first)].contains(.givenName)
  }

  private func lastPlace(of draft: Int32, beforeWord word: Int) -> Int {
    // Raw mentions are in order of the text.
    var low = 0
    var high = raw.count
    while low < high {
      let middle = (low + high) / 2
      if raw[middle].words.lowerBound < word { low = middle + 1 } else { high = middle }
    }
    var index = low - 1
    while index >= 0, low - index < 200 {
      if raw[index].entities.first == draft { return index }
      index -= 1
    }
    return -1
  }

  func sentenceOf(_ word: Int) -> Int {
    var low = 0
    var high = view.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if view.sentences[middle].upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return min(low, view.sentences.count - 1)
  }

  mutating func sortAll() {
    raw.sort {
      $0.words.lowerBound != $1.words.lowerBound
        ? $0.words.lowerBound < $1.words.lowerBound : $0.words.upperBound > $1.words.upperBound
    }
  }
}

/// Which draft each name belongs to.
struct LinkIndex: Sendable {
  struct GenericKey: Hashable, Sendable {
    var country: Int32
    var key: Int32
    var place: Int32
  }
  var countries: [Int32: Int32] = [:]
  var organizations: [Int32: Int32] = [:]
  var generic: [GenericKey: Int32] = [:]
  /// The drafts of ``generic`` by the kind of body alone.
  var genericOfKey: [Int32: [Int32]] = [:]
  var unknown: [[Int32]: Int32] = [:]
  /// Drafts of people by the first and last word of their names.
  var people: [Int32: [Int32]] = [:]
  /// Drafts of bodies and agreements by the id of their acronym.
  var acronyms: [Int32: Int32] = [:]
  /// Drafts of known agreements by row.
  var knownAgreements: [Int32: Int32] = [:]
  /// Acronyms that no name of the text has been found for.
  var triedAcronyms: Set<Int32> = []
}
