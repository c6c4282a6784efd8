import Diplomacy
import Linguistics
import Provenance

/// The countries that offices are held for, and offices that stand for the people who hold them.
extension EntityReader {
  /// Gives people whose offices the text leaves without a country the one that the context tells.
  mutating func inferCountries() {
    var isDone = Set<Int32>()
    // A country has one president: who holds which unique office for whom.
    var taken: [Int32: Set<Int32>] = [:]
    for draft in drafts where draft.kind == .official {
      for role in draft.roles where role.isStated && !role.isFormer && gazetteer.titles[Int(role.row)].isUnique {
        taken[office(role), default: []].insert(role.country)
      }
    }
    for mention in raw.indices where raw[mention].kind == .person {
      guard let draft = raw[mention].entities.first, isDone.insert(draft).inserted else { continue }
      joinBody(draft, at: mention)
      let roles = drafts[Int(draft)].roles
      if !roles.contains(where: \.isStated), drafts[Int(draft)].country < 0, let record = leaderByName(draft) {
        drafts[Int(draft)].country = record.country
        _ = countryDraft(record.country)
      } else if roles.isEmpty, drafts[Int(draft)].country < 0, let record = leaderBySurname(draft) {
        drafts[Int(draft)].country = record.country
        drafts[Int(draft)].name = record.name
        _ = countryDraft(record.country)
      }
      for role in roles where role.country >= 0 { _ = countryDraft(role.country) }
      guard !roles.isEmpty, !roles.contains(where: \.isStated), !roles.contains(where: \.isClosed) else { continue }
      guard let country = countryOfOffice(draft, at: mention, taken: taken) else { continue }
      defer { joinSenate(draft) }
      for role in drafts[Int(draft)].roles.indices {
        drafts[Int(draft)].roles[role].country = country
        taken[office(drafts[Int(draft)].roles[role]), default: []].insert(country)
      }
      _ = countryDraft(country)
    }
  }

  /// "Secretary-General X" serves the body of many states that the text spoke of last, "spokesman X" the ministry.
  private mutating func joinBody(_ draft: Int32, at mention: Int) {
    guard let role = drafts[Int(draft)].roles.first, !drafts[Int(draft)].roles.contains(where: \.isStated) else {
      return
    }
    if joinOwner(draft, at: mention) || joinCompany(draft, at: mention) { return }
    let title = text(role.title)
    let isSecretary = title.hasPrefix("Secretary") && title.hasSuffix("General")
    guard drafts[Int(draft)].roles.count == 1, isSecretary || role.kind == .spokesperson && publisherCountry == nil
    else { return }
    var index = mention - 1
    while index >= 0, isSecretary ? mention - index < Self.window * 4 : raw[mention].sentence - raw[index].sentence <= 1
    {
      let candidate = raw[index]
      index -= 1
      guard candidate.kind == .organization, candidate.row >= 0, let body = candidate.entities.first else { continue }
      let known = drafts[Int(body)]
      let isIt =
        isSecretary
        ? known.row >= 0 && known.country < 0 && gazetteer.organizations[Int(known.row)].isIntergovernmental
        : known.organizationKind == .ministry && known.country >= 0 && candidate.sentence < raw[mention].sentence
      guard isIt else { continue }
      drafts[Int(draft)].roles[0].organization = candidate.row
      if !isSecretary { drafts[Int(draft)].roles[0].country = known.country }
      return
    }
    // No country has a Secretary-General.
    if isSecretary { drafts[Int(draft)].roles[0].isClosed = true }
  }

  /// "the Fund, whose head X", "the party and its leader, X": the body that the pronoun stands for.
  private mutating func joinOwner(_ draft: Int32, at mention: Int) -> Bool {
    let range = view.sentences[raw[mention].sentence]
    let start = raw[mention].words.lowerBound
    // The office may stand before the name in apposition.
    var place = start
    if view.words[place].has(.possessivePronoun) { place += 1 }
    var owner = place - 1
    if range.contains(owner), view.words[owner].id == WordScanner.Mark.comma {
      owner -= 1
      while range.contains(owner), start - owner < 6, !view.words[owner].isMark,
        !view.words[owner].has(.possessivePronoun), view.words[owner].id != Self.missing
      { owner -= 1 }
    }
    // "the alliance's chief".
    if range.contains(start - 1), view.words[start - 1].id == WordScanner.Mark.possessive {
      for index in max(0, mention - 4)..<mention
      where raw[index].words.upperBound == start - 1 && raw[index].kind == .group {
        if raw[index].entities.isEmpty {
          raw[index].entities = resolve(groups[Int(raw[index].row)], at: index)
        }
        let before = raw[index]
        guard let body = before.entities.first, before.entities.count == 1, drafts[Int(body)].kind == .organization
        else { continue }
        var reading = OrganizationReading(
          kind: .known, row: drafts[Int(body)].row, name: before.words, country: drafts[Int(body)].country)
        reading.entity = body
        organizations.append(reading)
        drafts[Int(draft)].roles[0].organization = Int32(organizations.count - 1)
        return true
      }
    }
    if raw[mention].row >= 0, let pronoun = ownedRoles[raw[mention].row] { owner = pronoun }
    guard range.contains(owner), view.words[owner].has(.pronounIt) && view.words[owner].has(.possessivePronoun) else {
      return false
    }
    var index = mention - 1
    while index >= 0, raw[mention].sentence - raw[index].sentence <= 1, mention - index < 12 {
      let candidate = raw[index]
      index -= 1
      guard candidate.words.upperBound <= owner, !candidate.usage.contains(.place) else { continue }
      if candidate.kind == .country, !candidate.usage.contains(.affiliation), isSubject(candidate) {
        guard ownedRoles[raw[mention].row] != nil else { return false }
        drafts[Int(draft)].roles[0].country = candidate.row
        return true
      }
      guard candidate.kind == .organization, candidate.row >= 0, !candidate.usage.contains(.affiliation),
        !candidate.usage.contains(.modifier)
      else { continue }
      let reading = organizations[Int(candidate.row)]
      let kind = reading.entity >= 0 ? drafts[Int(reading.entity)].organizationKind : nil
      guard kind == .party || kind == .company || kind == .armedGroup || kind == .ngo || reading.country < 0 else {
        if isSubject(candidate) { return false }
        continue
      }
      drafts[Int(draft)].roles[0].organization = candidate.row
      return true
    }
    return false
  }

  /// "Senator X" sits in the senate that the text names.
  private mutating func joinSenate(_ draft: Int32) {
    guard let place = drafts[Int(draft)].roles.lastIndex(where: { $0.kind == .legislator && $0.organization < 0 }),
      drafts[Int(draft)].roles[place].country >= 0, text(drafts[Int(draft)].roles[place].title).hasPrefix("Sen")
    else { return }
    let country = drafts[Int(draft)].roles[place].country
    for mention in raw where mention.kind == .organization && mention.row >= 0 {
      guard let body = mention.entities.first, drafts[Int(body)].organizationKind == .legislature,
        drafts[Int(body)].country == country, drafts[Int(body)].row >= 0,
        text(mention.words).hasSuffix("Senate")
      else { continue }
      drafts[Int(draft)].roles[place].organization = mention.row
      return
    }
  }

  private static var missing: Int32 { WordScanner.Mark.other - 1 }

  /// "the firm's plan, Chairman and CEO X said": the company named nearest before.
  private mutating func joinCompany(_ draft: Int32, at mention: Int) -> Bool {
    guard let role = drafts[Int(draft)].roles.last, role.kind == .organizationHead else { return false }
    let title = text(role.title)
    guard title.hasSuffix("CEO") || title.hasSuffix("Executive") || title.hasSuffix("executive") else { return false }
    for role in drafts[Int(draft)].roles.indices { drafts[Int(draft)].roles[role].isClosed = true }
    var index = mention - 1
    while index >= 0, raw[mention].sentence - raw[index].sentence <= 1 {
      let candidate = raw[index]
      index -= 1
      guard candidate.kind == .organization, candidate.row >= 0, let body = candidate.entities.first,
        drafts[Int(body)].organizationKind == .company
      else { continue }
      drafts[Int(draft)].roles[drafts[Int(draft)].roles.count - 1].organization = candidate.row
      return true
    }
    return true
  }

  /// Whoever has the full name of somebody known to have led a country by then, whatever the text calls them.
  private func leaderByName(_ draft: Int32) -> LeaderRecord? {
    var found: LeaderRecord?
    for form in drafts[Int(draft)].nameForms where form.count > 1 {
      for row in leaders(form) {
        let record = gazetteer.leaderRecords[Int(row)]
        if let date = document.metadata.date, date.year < record.begin { continue }
        if let other = found, other.country != record.country { return nil }
        found = record
      }
    }
    return found
  }

  /// "Mr. Obama" in a text that speaks of the United States: the one leader of that surname by then.
  private func leaderBySurname(_ draft: Int32) -> LeaderRecord? {
    guard let form = drafts[Int(draft)].nameForms.first, drafts[Int(draft)].nameForms.count == 1, form.count == 1,
      let word = form.first
    else { return nil }
    var found: LeaderRecord?
    for row in gazetteer.leaders(surname: word) {
      let record = gazetteer.leaderRecords[Int(row)]
      guard certainCountries[record.country, default: 0] > 0 else { continue }
      if let year = document.metadata.date?.year, !(record.begin...max(record.begin, record.end) + 12).contains(year) {
        continue
      }
      if let other = found, other.name != record.name { return nil }
      found = record
    }
    return found
  }

  /// The records that a form of a name fits, the surname last or, as in East Asia, first.
  private func leaders(_ form: [Int32]) -> [Int32] {
    guard let first = form.first, let last = form.last, form.count > 1 else { return [] }
    return gazetteer.leaders(surname: last).filter { gazetteer.leaderRecords[Int($0)].given.contains(first) }
      + gazetteer.leaders(surname: first).filter { row in
        form.dropFirst().allSatisfy { gazetteer.leaderRecords[Int(row)].given.contains($0) }
      }
  }

  private func countryOfOffice(_ draft: Int32, at mention: Int, taken holders: [Int32: Set<Int32>]) -> Int32? {
    let roles = drafts[Int(draft)].roles
    if let known = leaderCountry(draft) ?? leaderByName(draft)?.country { return known }
    if let owner = countryOfPersonOwning(mention) { return owner }
    if let row = raw[mention].row >= 0 ? coordinated(with: mention) : nil { return row }
    // Who issues the text serves the one who publishes it.
    if let publisher = publisherCountry, issuers.contains(draft) { return publisher }
    if roles.allSatisfy({ $0.kind == .legislator }), let row = countryOfLegislature(near: mention) { return row }
    // "State Secretary to Prime Minister X of Sweden" serves whom X serves, whoever publishes it.
    if let superior = countryOfSuperior(after: mention) { return superior }
    // Governors and mayors of a government's own text are its own.
    if let publisher = publisherCountry, roles.allSatisfy({ gazetteer.titles[Int($0.row)].isLocal }) {
      return publisher
    }
    // Under a government's own name go its spokespeople and advisers.
    if let publisher = publisherCountry, roles.contains(where: { $0.kind.isOwnWithoutCountry }),
      !isForeignTitle(roles, publisher)
    {
      return publisher
    }
    var taken = roles.reduce(into: Set<Int32>()) { $0.formUnion(holders[office($1)] ?? []) }
    if let american = gazetteer.country(code: "US"), isForeignTitle(roles, american) { taken.insert(american) }
    if let publisher = publisherCountry, sentenceOf(raw[mention].words.lowerBound) == 0, !taken.contains(publisher) {
      let hasOther = raw.contains {
        $0.sentence == 0 && $0.kind == .country && $0.words.upperBound < raw[mention].words.lowerBound
      }
      if !hasOther { return publisher }
    }
    if isAmericanTitle(roles), let american = gazetteer.country(code: "US") { return american }
    if roles.contains(where: { [.headOfState, .headOfGovernment, .minister, .royal].contains($0.kind) }),
      let place = countryOfPlace(before: mention), !isForeignTitle(roles, place)
    {
      return place
    }
    if let owner = countryOfOwner(before: mention) { return owner }
    if let speaker = countryOfSubjectPronoun(before: mention), !taken.contains(speaker), !isLedByAnother(speaker, roles)
    {
      return speaker
    }
    // Who is named without a country in a report from a capital is of that country.
    if datelineCountry >= 0, !taken.contains(datelineCountry), !isForeignTitle(roles, datelineCountry),
      namedCountries.contains(datelineCountry) || certainCountries[datelineCountry, default: 0] > 1,
      !roles.contains(where: { $0.kind == .royal }), !hasCountry(before: mention),
      !isLedByAnother(datelineCountry, roles)
    {
      return datelineCountry
    }
    return inferredCountry(at: mention, excluding: taken) { row in isLedByAnother(row, roles) }
  }

  /// "In Lima, President X", "in Oslo, the Foreign Ministry": the country of the place named right before.
  func countryOfPlace(before mention: Int) -> Int32? {
    let range = view.sentences[raw[mention].sentence]
    var place = raw[mention].words.lowerBound - 1
    if range.contains(place), view.words[place].has(.article) { place -= 1 }
    guard range.contains(place), view.words[place].id == WordScanner.Mark.comma else { return nil }
    for start in stride(from: place - 1, through: max(range.lowerBound, place - 3), by: -1) {
      guard let city = matches.at(start).first(where: { $0.kind == .city && $0.words.upperBound == place }),
        start > range.lowerBound, view.words[start - 1].id == ids.in
      else { continue }
      let row = gazetteer.cities[Int(city.row)].country
      return row >= 0 ? row : nil
    }
    return nil
  }

  /// "Secretary Holt", "Assistant Secretary Lee": without a portfolio those of the United States alone are called so.
  private func isAmericanTitle(_ roles: [RoleReading]) -> Bool {
    guard let role = roles.last, role.country < 0, role.organization < 0 else { return false }
    // "Senator X" where no other country's senate is spoken of.
    if role.kind == .legislator, gazetteer.titles[Int(role.row)].isLocal, let american = gazetteer.country(code: "US"),
      namedCountries.contains(american), datelineCountry < 0 || datelineCountry == american,
      gazetteer.country(code: "PH").map({ !namedCountries.contains($0) }) ?? true
    {
      return true
    }
    return Self.americanTitles.contains(text(role.title))
  }

  private static let americanTitles: Set = [
    "Secretary", "Deputy Secretary", "Assistant Secretary", "Under Secretary", "Principal Deputy Assistant Secretary",
    "Deputy Assistant Secretary", "Acting Assistant Secretary", "Acting Secretary",
  ]

  /// The country of the parliament named nearest: in the sentence, else before, else after.
  private func countryOfLegislature(near mention: Int) -> Int32? {
    func country(_ index: Int) -> Int32? {
      guard raw[index].kind == .organization, let draft = raw[index].entities.first,
        drafts[Int(draft)].organizationKind == .legislature, drafts[Int(draft)].country >= 0
      else { return nil }
      return drafts[Int(draft)].country
    }
    let before = stride(from: mention - 1, through: max(0, mention - Self.window), by: -1)
    let after = min(mention + 1, raw.count)..<min(raw.count, mention + 1 + Self.window)
    let here = raw[mention].sentence
    for index in before where raw[index].sentence == here { if let row = country(index) { return row } }
    for index in after where raw[index].sentence == here { if let row = country(index) { return row } }
    for index in before { if let row = country(index) { return row } }
    for index in after { if let row = country(index) { return row } }
    return nil
  }

  /// The United States has no ministers, chancellors or kings.
  private func isForeignTitle(_ roles: [RoleReading], _ country: Int32) -> Bool {
    guard gazetteer.countries[Int(country)].code == "US" else { return false }
    return roles.contains { role in
      let record = gazetteer.titles[Int(role.row)]
      return record.kind == .royal || record.kind == .headOfGovernment
        || role.title.contains { gazetteer.foreignTitleWords.contains(view.words[$0].id) }
    }
  }

  /// The country that someone of that surname is known to have led at the date of the text.
  private func leaderCountry(_ draft: Int32) -> Int32? { leader(draft)?.country }

  /// The known holder of one of a person's offices: by surname, office and the date of the text.
  func leader(_ draft: Int32) -> LeaderRecord? {
    let known = drafts[Int(draft)]
    var found: LeaderRecord?
    for role in known.roles {
      for form in known.nameForms {
        guard let last = form.last else { continue }
        for row in gazetteer.leaders(surname: last) {
          let record = gazetteer.leaderRecords[Int(row)]
          guard record.kinds.contains(role.kind), role.country < 0 || role.country == record.country else { continue }
          guard
            form.count == 1 || form.dropLast().contains(where: record.given.contains) || sharesInitial(known, record)
          else { continue }
          if let date = document.metadata.date {
            // A year of grace: a text may look back, or call one so who is about to be.
            // By full name a text of any later day may speak of him.
            guard date.year >= record.begin, date.year <= record.end + 1 || role.isFormer || form.count > 1 else {
              continue
            }
          }
          // Without a date several may be meant; of two, one long gone is not.
          if let known = found, known.name != record.name {
            if (known.end < 2000) == (record.end < 2000) { return nil }
            if record.end < 2000 { continue }
          }
          found = record
        }
      }
    }
    return found
  }

  /// "Joseph R. Biden" and "Joe Biden": two forms of a given name begin alike.
  private func sharesInitial(_ draft: EntityDraft, _ record: LeaderRecord) -> Bool {
    guard document.metadata.date != nil, let first = draft.nameWords.first, let letter = record.name.utf8.first else {
      return false
    }
    return document.utf8[Int(view.words[first].start)] == letter
  }

  /// "Norwegian Prime Minister A and Finance Minister B": the country of the first holds for the second.
  private func coordinated(with mention: Int) -> Int32? {
    let start = raw[mention].words.lowerBound
    var index = mention - 1
    while index >= 0, mention - index < 8, raw[index].sentence == raw[mention].sentence {
      let before = raw[index]
      index -= 1
      guard before.kind == .person, let draft = before.entities.first else { continue }
      let gap = before.words.upperBound..<max(before.words.upperBound, start)
      guard gap.count <= 2,
        gap.allSatisfy({ view.words[$0].id == ids.and || view.words[$0].id == WordScanner.Mark.comma }),
        !gap.isEmpty
      else { return nil }
      // "President Macron of France and President Biden" does not carry over.
      guard before.row >= 0, let role = persons[Int(before.row)].roles.last, role.country >= 0,
        role.country == drafts[Int(draft)].roles.last(where: { $0.country >= 0 })?.country,
        persons[Int(before.row)].words.upperBound == persons[Int(before.row)].name.upperBound
      else { return nil }
      let offices = persons[Int(raw[mention].row)].roles.map { office($0) }
      guard !persons[Int(before.row)].roles.contains(where: { offices.contains(office($0)) }) else { return nil }
      return role.country
    }
    return nil
  }

  /// "Iraq's foreign minister says … . Hoshyar Zebari told …": a sentence that opens with a name of which no office is
  /// told goes on about the office that the sentence before opened with.
  mutating func nameOfficesBefore() {
    for mention in raw.indices where raw[mention].kind == .person && raw[mention].row >= 0 && raw[mention].sentence > 0
    {
      guard let draft = raw[mention].entities.first, drafts[Int(draft)].roles.isEmpty,
        persons[Int(raw[mention].row)].name.count > 1,
        raw[mention].words.lowerBound == view.sentences[raw[mention].sentence].lowerBound
      else { continue }
      var index = mention - 1
      var office: Int?
      while index >= 0, raw[index].sentence >= raw[mention].sentence - 1 {
        if raw[index].sentence == raw[mention].sentence - 1 {
          // Nobody else with a name may stand between.
          if raw[index].kind == .person { office = nil; break }
          if raw[index].kind == .office, !raw[index].usage.contains(.apposition) { office = index }
        }
        index -= 1
      }
      guard let office else { continue }
      let reading = persons[Int(raw[office].row)]
      guard reading.roles.contains(where: \.isStated),
        raw[office].words.lowerBound - view.sentences[raw[office].sentence].lowerBound < 2,
        drafts[Int(draft)].gender == .unknown || reading.gender == .unknown
          || reading.gender == drafts[Int(draft)].gender
      else { continue }
      appositions[raw[office].row] = raw[mention].row
      addRoles(reading.roles, to: draft)
    }
  }

  /// Links an office without a name to the person who holds it, or makes an unnamed official of it.
  mutating func linkOffice(_ mention: Int) {
    let person = Int(raw[mention].row)
    if let named = appositions[raw[mention].row] {
      let draft = persons[Int(named)].entity
      persons[person].entity = draft
      raw[mention].entities = draft >= 0 ? [draft] : []
      return
    }
    let roles = persons[person].roles
    guard let role = roles.last else { return }
    if let draft = holder(of: role, gender: persons[person].gender, at: mention) {
      persons[person].entity = draft
      raw[mention].entities = [draft]
      // "the Pentagon chief" tells where the Defense Secretary serves.
      addRoles(roles.filter { $0.organization >= 0 }, to: draft)
      return
    }
    guard role.isStated else {
      linkIssuersOffice(person, role, at: mention)
      return
    }
    var draft = EntityDraft(.official)
    draft.isUnnamed = true
    draft.nameWords = persons[person].words
    draft.roles = roles
    draft.gender = persons[person].gender
    drafts.append(draft)
    persons[person].entity = Int32(drafts.count - 1)
    raw[mention].entities = [Int32(drafts.count - 1)]
  }

  /// "The President spoke with …" under a government's own name: its president, whom the text need not name.
  mutating func linkIssuersOffice(_ person: Int, _ role: RoleReading, at mention: Int) {
    guard let publisherCountry, persons[person].isDefinite, persons[person].roles.count == 1,
      view.words[role.title.lowerBound].isCapital, [.headOfState, .headOfGovernment, .minister].contains(role.kind),
      !isForeignTitle(persons[person].roles, publisherCountry)
    else { return }
    for draft in drafts.indices where drafts[draft].kind == .official {
      let isIt = drafts[draft].roles.contains {
        office($0) == office(role)
          && ($0.country == publisherCountry || $0.country < 0 && leader(Int32(draft))?.country == publisherCountry)
      }
      if isIt {
        persons[person].entity = Int32(draft)
        raw[mention].entities = [Int32(draft)]
        return
      }
    }
    var stated = role
    stated.country = publisherCountry
    var draft = EntityDraft(.official)
    if let name = leaderThen(of: publisherCountry, role.kind) {
      draft.name = name
    } else {
      draft.isUnnamed = true
    }
    draft.nameWords = role.title
    draft.roles = [stated]
    draft.gender = persons[person].gender
    drafts.append(draft)
    persons[person].entity = Int32(drafts.count - 1)
    raw[mention].entities = [Int32(drafts.count - 1)]
    _ = countryDraft(publisherCountry)
  }

  /// Whoever led a country on the day of the text, if the year tells only one; of two the later but in January.
  private func leaderThen(of country: Int32, _ kind: TitleRecord.Kind) -> String? {
    guard let date = document.metadata.date else { return nil }
    let names = gazetteer.leaderRecords.filter {
      $0.country == country && $0.kinds.contains(kind) && $0.begin <= date.year && date.year <= $0.end
    }.sorted { $0.begin < $1.begin }.map(\.name)
    guard names.count <= 2 else { return nil }
    return (date.month ?? 12) > 1 ? names.last : names.first
  }

  /// The person who holds an office: the same office of the same country or body, the latest named; then one that a
  /// general word such as "chief" or "leader" fits.
  private func holder(of role: RoleReading, gender: Gender, at mention: Int) -> Int32? {
    var best: (draft: Int32, rank: Int)?
    var seen = Set<Int32>()
    let isCounterpart = raw[mention].words.last.map { view.words[$0].id == ids.counterpart } ?? false
    // Before the office first, from the nearest; then after it, for headlines that come before the name.
    let after =
      raw[mention].sentence <= 1 || document.sentences[raw[mention].sentence].zone == .headline ? Self.window : 8
    let places =
      Array(stride(from: mention - 1, through: max(0, mention - Self.window * 2), by: -1))
      + Array(min(mention + 1, raw.count)..<min(raw.count, mention + 1 + after))
    for (order, place) in places.enumerated() {
      let candidate = raw[place]
      guard candidate.kind == .person || candidate.kind == .office, let draft = candidate.entities.first,
        seen.insert(draft).inserted
      else { continue }
      let known = drafts[Int(draft)]
      guard known.kind == .official, gender == .unknown || known.gender == .unknown || gender == known.gender else {
        continue
      }
      var fit = fit(role, known.roles)
      // "the Chinese president" for someone whom the text gives no office, and the reader knows.
      if fit == 0, known.roles.isEmpty, role.country >= 0, role.country == known.country,
        isKnownLeader(draft, role.kind)
      {
        fit = 3
      }
      guard fit > 0 else { continue }
      // "his Saudi counterpart" is nobody whose country is not known.
      if isCounterpart, known.country != role.country, !known.roles.contains(where: { $0.country == role.country }) {
        continue
      }
      // "The Secretary" is the Secretary of State, and not the minister named last.
      let rank = fit * 1000 + (sharesWord(role, known.roles) ? 500 : 0) - order
      if rank > best?.rank ?? .min { best = (draft, rank) }
    }
    return best?.draft
  }

  private func isKnownLeader(_ draft: Int32, _ kind: TitleRecord.Kind) -> Bool {
    let known = drafts[Int(draft)]
    return known.nameForms.contains { form in
      form.last.map { last in
        (gazetteer.leaders(surname: last) + (form.first.map { gazetteer.leaders(surname: $0) } ?? [])).contains {
          gazetteer.leaderRecords[Int($0)].country == known.country
            && (gazetteer.leaderRecords[Int($0)].kinds.contains(kind) || kind == .headOfState)
        }
      } ?? false
    }
  }

  /// Whether one of the offices has the very word at the head of a title.
  private func sharesWord(_ role: RoleReading, _ known: [RoleReading]) -> Bool {
    let head = view.words[role.title.upperBound - 1].id
    return known.contains { $0.title.contains { view.words[$0].id == head } }
  }

  /// How well an office matches those a person is known to hold: 0 not at all.
  private func fit(_ role: RoleReading, _ known: [RoleReading]) -> Int {
    let record = gazetteer.titles[Int(role.row)]
    var best = 0
    for other in known where role.isFormer || !other.isFormer {
      let otherRecord = gazetteer.titles[Int(other.row)]
      var fit = 0
      let sameBody =
        role.organization >= 0 && other.organization >= 0
        && organizations[Int(role.organization)].entity == organizations[Int(other.organization)].entity
      let sameCountry = role.country >= 0 && role.country == other.country
      if role.country >= 0, other.country >= 0, !sameCountry { continue }
      if record.office == otherRecord.office {
        fit = 3
      } else if record.kind == .royal, otherRecord.kind == .royal {
        fit = 3
      } else if record.portfolio != 0, record.portfolio == otherRecord.portfolio, record.kind == otherRecord.kind,
        sameCountry
      {
        fit = 3
      } else if record.kind == .minister, otherRecord.kind == .minister, record.portfolio == 0 {
        fit = 2
      } else if isGeneralHead(role), sameBody || isHead(of: role.organization, other) {
        fit = 3
      } else if gazetteer.leaderTitles.contains(role.row),
        [.headOfState, .headOfGovernment, .royal].contains(otherRecord.kind)
      {
        fit = 2
      } else if record.kind == otherRecord.kind, [.spokesperson, .diplomat, .envoy].contains(record.kind) {
        fit = 2
      }
      guard fit > 0 else { continue }
      if role.organization >= 0, other.organization >= 0, !sameBody { continue }
      if role.isStated, !sameCountry, !sameBody, !isHead(of: role.organization, other) {
        fit = role.country >= 0 && other.country < 0 && other.organization < 0 ? 1 : 0
      }
      best = max(best, fit)
    }
    return best
  }

  private func isGeneralHead(_ role: RoleReading) -> Bool {
    role.organization >= 0 && (role.kind == .organizationHead || gazetteer.leaderTitles.contains(role.row))
  }

  /// Whether a minister is at the head of a body: the Defense Secretary of the Pentagon.
  private func isHead(of organization: Int32, _ role: RoleReading) -> Bool {
    guard organization >= 0, role.kind == .minister, role.portfolio != 0 else { return false }
    let draft = organizations[Int(organization)].entity
    guard draft >= 0 else { return false }
    return drafts[Int(draft)].portfolio == role.portfolio && drafts[Int(draft)].country == role.country
  }
}
