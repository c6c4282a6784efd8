import Diplomacy
import Linguistics
import Provenance

/// The bodies that offices without one belong to: "its director", "the alliance's chief", "Chairman and CEO X".
extension EntityReader {
  /// "Secretary-General X" serves the body of many states that the text spoke of last, "spokesman X" the ministry.
  mutating func joinBody(_ draft: Int32, at mention: Int) {
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
  mutating func joinSenate(_ draft: Int32) {
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
}
