import Diplomacy
import Linguistics
import Provenance

/// Whom noun phrases stand for: "the two countries", "the alliance", "the island", "the rebels", "his country".
extension EntityReader {
  mutating func resolve(_ group: GroupReading, at mention: Int) -> [Int32] {
    switch group.kind {
    case .country: return country(group, at: mention).map { [$0] } ?? []
    case .body: return body(of: group.bodies, at: mention).map { [$0] } ?? []
    case .signatories: return partiesSpokenOf(before: mention)
    case .government: return countryLed(by: group.leader).map { [$0] } ?? []
    case .itsGovernment: return spokenGovernment(at: mention).map { [$0] } ?? []
    case .ownCountry: return ownCountry(at: mention).map { [$0] } ?? []
    case .organization:
      let found = salient(before: mention, sentencesBack: 12) { _, draft in
        draft.kind == .organization && group.rows.contains(draft.row)
      }
      if let first = found.first { return [first.draft] }
      return mentionedRow(group.rows, at: mention).map { [$0] } ?? []
    case .countries where group.isDistributive:
      return company(before: mention, .countries, count: group.count, sentencesBack: 4)
    case .anyone where group.isDistributive:
      return company(before: mention, .anyone, count: group.count, sentencesBack: group.count > 2 ? 12 : 4)
    case .countries:
      if group.isOfOwner, let others = others(than: group, at: mention) { return others }
      let actors = Set(actorsOn(mention))
      let region = countriesMeant(by: mention)
      let found = company(
        before: mention, .countries, count: group.count, sentencesBack: group.count > 2 ? 12 : 2, without: actors)
      if !found.isEmpty, region.map({ region in found.allSatisfy { region.contains(drafts[Int($0)].row) } }) ?? true {
        return found
      }
      if group.count > 1, region == nil {
        let bound = partiesSpokenOf(before: mention)
        if bound.count == group.count, bound.allSatisfy({ drafts[Int($0)].kind == .country }) { return bound }
      }
      if group.count > 1, region == nil {
        // "the president told the king of a pact between the two nations".
        let persons = company(before: mention, .persons, count: group.count, sentencesBack: 2)
        let states = persons.isEmpty ? [] : bound(persons)
        let isOwn = actors.contains { states.contains(countryServed($0)) }
        if states.count == group.count, !isOwn, states.allSatisfy({ drafts[Int($0)].kind == .country }) {
          return states.sorted()
        }
      }
      return several(group, at: mention) { draft in
        draft.kind == .country && (region.map { $0.contains(draft.row) } ?? true)
      }
    case .persons:
      let kinds = kindsOfPersons(raw[mention].words.upperBound - 1)
      let together = company(before: mention, .persons, count: group.count, sentencesBack: 12)
      if !together.isEmpty { return together }
      // "the leaders" without a number need to have been named together, or as those of a body.
      guard group.count > 0 else { return peopleOfBody(before: mention) }
      return several(group, at: mention) { draft in
        draft.kind == .official && (kinds.isEmpty || draft.roles.contains { kinds.contains($0.kind) })
      }
    case .anyone:
      let together = company(before: mention, .anyone, count: group.count, sentencesBack: 4)
      if !together.isEmpty { return together }
      let countries = several(group, at: mention) { $0.kind == .country || $0.kind == .organization }
      return countries.isEmpty ? several(group, at: mention) { $0.kind == .official } : countries
    }
  }

  /// "the government": that which issues the text, else that of the country spoken of just before.
  private mutating func spokenGovernment(at mention: Int) -> Int32? {
    if !isQuoted[raw[mention].words.lowerBound], holderCountries.count == 1 { return holderCountries[0] }
    raw[mention].usage.insert(.uncertain)
    let near = salient(before: mention, sentencesBack: 1) { candidate, draft in
      draft.kind == .country && !candidate.usage.contains(.place) && candidate.kind != .pronoun
    }
    return near.count == 1 ? near[0].draft : nil
  }

  /// "its two allies": as many as the words say, named in one list with the owner, else those of a list without it.
  private mutating func others(than group: GroupReading, at mention: Int) -> [Int32]? {
    let start = raw[mention].words.lowerBound
    let near = max(0, mention - 2)..<min(raw.count, mention + 3)
    guard let pronoun = near.first(where: { raw[$0].kind == .pronoun && raw[$0].words.lowerBound == start }) else {
      return nil
    }
    if raw[pronoun].entities.isEmpty { resolvePronoun(pronoun) }
    guard raw[pronoun].entities.count == 1, let owner = raw[pronoun].entities.first else { return nil }
    func fits(_ list: [Int32]) -> [Int32]? {
      let others = list.filter { $0 != owner }
      return others.count == group.count && others.allSatisfy { drafts[Int($0)].kind == .country } ? others : nil
    }
    var index = mention - 1
    while index >= 0, mention - index < Self.window * 3, raw[mention].sentence - raw[index].sentence <= 12 {
      defer { index -= 1 }
      if raw[index].entities.count > 1, let found = fits(raw[index].entities) { return found }
      if raw[index].entities.count == 1, !raw[index].usage.contains(.affiliation) {
        let list = coordination(endingAt: index)
        if list.count > 1, let found = fits(list) { return found }
      }
    }
    return nil
  }

  /// The country of whoever the text calls by a name, or of the one known leader of that name.
  private mutating func countryLed(by name: Range<Int>) -> Int32? {
    let form = nameIDs(name)
    guard let last = form.last else { return nil }
    for draft in (links.people[last] ?? []).suffix(64).reversed() {
      guard drafts[Int(draft)].nameForms.contains(where: { $0.last == last || $0.first == last }) else { continue }
      let stated = drafts[Int(draft)].roles.last { $0.country >= 0 }?.country
      let row: Int32 = stated ?? leader(draft)?.country ?? drafts[Int(draft)].country
      if row >= 0 { return countryDraft(row) }
    }
    var found: Int32?
    for row in gazetteer.leaders(surname: last) {
      let record = gazetteer.leaderRecords[Int(row)]
      guard record.isKnownBySurname else { continue }
      if let year = document.metadata.date?.year, record.begin > year { continue }
      guard form.dropLast().allSatisfy(record.given.contains) else { continue }
      if let found, found != record.country { return nil }
      found = record.country
    }
    return found.map { countryDraft($0) }
  }

  /// The body of some kinds that stands out most near a mention; the latest sentence first.
  func body(of kinds: Set<OrganizationRecord.Kind>, at mention: Int) -> Int32? {
    for back in [0, 1, 2, 4] {
      let found = salient(before: mention, sentencesBack: back) { candidate, draft in
        draft.kind == .organization && !candidate.usage.contains(.place)
          && (draft.organizationKind.map(kinds.contains) ?? false)
      }
      if let first = found.first { return first.draft }
    }
    return nil
  }

  /// The parties of the agreement spoken of last, where there are several.
  private func partiesSpokenOf(before mention: Int) -> [Int32] {
    var index = mention - 1
    while index >= 0, mention - index < Self.window, raw[mention].sentence - raw[index].sentence <= 4 {
      if raw[index].kind == .agreement, let draft = raw[index].entities.first,
        let parties = drafts[Int(draft)].agreement?.parties, parties.count > 1
      {
        return parties.map(\.draft).sorted()
      }
      index -= 1
    }
    return []
  }

  /// The rows that "Nordic" or "Southeast Asian" among the words of a mention leaves; nil where none is there.
  private func countriesMeant(by mention: Int) -> Set<Int32>? {
    let words = raw[mention].words
    guard words.contains(where: { view.words[$0].isCapital && $0 > words.lowerBound }) else { return nil }
    for group in gazetteer.countryGroups {
      for start in words
      where start + group.words.count <= words.upperBound
        && group.words.indices.allSatisfy({ view.words[start + $0].id == group.words[$0] })
      {
        return group.countries
      }
    }
    return nil
  }

  /// A body of the text that a noun may stand for, wherever it is named, if it is the only one.
  private func mentionedRow(_ rows: [Int32], at mention: Int) -> Int32? {
    let found = Set(rows.compactMap { links.organizations[$0] })
    return found.count == 1 ? found.first : nil
  }

  /// "NATO foreign ministers met …. The ministers": the body they act for.
  private func peopleOfBody(before mention: Int) -> [Int32] {
    var index = mention - 1
    while index >= 0, mention - index < Self.window, raw[mention].sentence - raw[index].sentence <= 4 {
      let candidate = raw[index]
      index -= 1
      guard candidate.usage.contains(.people), candidate.entities.count == 1, let draft = candidate.entities.first,
        let last = candidate.words.last, view.words[last].id == view.words[raw[mention].words.upperBound - 1].id
      else { continue }
      return drafts[Int(draft)].kind == .organization ? [draft] : []
    }
    return []
  }

  private func kindsOfPersons(_ noun: Int) -> Set<TitleRecord.Kind> {
    gazetteer.pluralOffices[view.words[noun].id] ?? []
  }

  /// As many as the words say, two where they do not, of those who stand out most; none if there are fewer.
  func several(_ group: GroupReading, at mention: Int, where fits: (EntityDraft) -> Bool) -> [Int32] {
    let wanted = group.count == 0 ? 2 : group.count
    let actors = Set(actorsOn(mention).flatMap { [$0, countryServed($0)] })
    for back in [0, 1, 2, 4] {
      let found = salient(before: mention, sentencesBack: back) { candidate, draft in
        fits(draft) && !candidate.usage.contains(.place) && !(candidate.entities.first.map(actors.contains) ?? false)
          && (!candidate.usage.contains(.affiliation) || back > 1 && draft.kind == .country)
          && !(draft.kind == .country && group.rows.contains(draft.row))
      }
      if found.count >= wanted {
        // Where three are near and two are meant, those named together come first.
        let drafts = found.prefix(wanted).map(\.draft)
        return drafts.sorted()
      }
      if group.count == 0, back == 4, found.count == 2 { return found.map(\.draft).sorted() }
    }
    return []
  }

  /// The country of a body, else the same draft.
  private func countryServed(_ draft: Int32) -> Int32 {
    guard drafts[Int(draft)].kind == .organization, drafts[Int(draft)].country >= 0 else { return draft }
    return links.countries[drafts[Int(draft)].country] ?? draft
  }

  /// "the North", "the neighboring country", "the kingdom".
  func country(_ group: GroupReading, at mention: Int) -> Int32? {
    if group.direction >= 0 {
      for (north, south) in Self.divided {
        guard let first = gazetteer.country(code: north), let second = gazetteer.country(code: south) else { continue }
        guard links.countries[first] != nil || links.countries[second] != nil, first != second else { continue }
        return links.countries[group.direction == ids.north ? first : second]
      }
      return nil
    }
    if let called = raw[mention].words.last.flatMap({ gazetteer.countriesCalled[view.words[$0].id] }) {
      return salient(before: mention, sentencesBack: 12) { _, draft in
        draft.kind == .country && called.contains(draft.row)
      }.first?.draft
    }
    if let region = countriesMeant(by: mention) {
      return salient(before: mention, sentencesBack: 4) { candidate, draft in
        draft.kind == .country && region.contains(draft.row) && !candidate.usage.contains(.place)
      }.first?.draft
    }
    let isNeighbor = raw[mention].words.contains { gazetteer.neighborWords.contains(view.words[$0].id) }
    let found = salient(before: mention, sentencesBack: 2) { candidate, draft in
      draft.kind == .country && !candidate.usage.contains(.place) && !group.rows.contains(draft.row)
    }
    guard isNeighbor else { return found.first?.draft }
    // "X froze relations with Y, and the neighboring country": not that of whoever acts.
    if let actor = stateActing(before: mention), let other = found.first(where: { $0.draft != actor }) {
      return other.draft
    }
    // The neighbor of whom the clause speaks last is the other one.
    let nearest = nearestCountry(before: mention)
    return found.first { $0.draft != nearest }?.draft
  }

  /// The state, or that of the person, who is the subject nearest before a mention in its sentence.
  private func stateActing(before mention: Int) -> Int32? {
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      defer { index -= 1 }
      guard raw[index].entities.count == 1, isSubject(raw[index]), !raw[index].usage.contains(.affiliation),
        let draft = raw[index].entities.first
      else { continue }
      switch drafts[Int(draft)].kind {
      case .country: return draft
      case .official:
        guard let row = drafts[Int(draft)].roles.last(where: { $0.country >= 0 })?.country else { return nil }
        return links.countries[row]
      default: return nil
      }
    }
    return nil
  }

  private func nearestCountry(before mention: Int) -> Int32? {
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      if let draft = raw[index].entities.first, raw[index].entities.count == 1, drafts[Int(draft)].kind == .country {
        return draft
      }
      index -= 1
    }
    return nil
  }

  /// "his country": that which the person serves whom the pronoun stands for; "our country" that of the speaker.
  private mutating func ownCountry(at mention: Int) -> Int32? {
    let word = view.words[raw[mention].words.lowerBound]
    var owner: Int32?
    if word.has([.pronounFirstPlural, .pronounFirstSingular]) {
      owner = isQuoted[raw[mention].words.lowerBound] ? speaker(of: mention, isPlural: false).first : holders.first
    } else if word.has([.pronounHe, .pronounShe]) {
      let gender: Gender = word.has(.pronounShe) ? .female : .male
      owner =
        salient(before: mention, sentencesBack: 2) { _, draft in
          draft.kind == .official && (draft.gender == .unknown || draft.gender == gender)
        }.first?.draft
    }
    guard let owner else { return nil }
    if drafts[Int(owner)].kind == .country { return owner }
    guard let row = drafts[Int(owner)].roles.last(where: { $0.country >= 0 })?.country else { return nil }
    return countryDraft(row)
  }
}
