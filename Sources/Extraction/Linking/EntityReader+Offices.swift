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

  /// The person who holds an office: the same office of the same country or body, the latest named; then one that a
  /// general word such as "chief" or "leader" fits.
  func holder(of role: RoleReading, gender: Gender, at mention: Int) -> Int32? {
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
