import Diplomacy
import Linguistics
import Provenance

/// For which country an office is held that the text names without one.
extension EntityReader {
  /// The country that an office or a body without one is most likely of.
  ///
  /// - Parameter excludes: Countries that it cannot be for reasons of their own.
  func inferredCountry(
    at mention: Int, excluding: Set<Int32> = [], sentencesBack: Int = 3,
    where excludes: (Int32) -> Bool = { _ in false }
  ) -> Int32? {
    let here = raw[mention].sentence
    let isSpoken = isQuoted[raw[mention].words.lowerBound]
    let found = salient(before: mention, sentencesBack: sentencesBack) { candidate, draft in
      // What somebody is quoted on just before his name is not whom he serves.
      if candidate.sentence == here, !isSpoken, isQuoted[candidate.words.lowerBound] { return false }
      return isCandidate(draft) && !excluding.contains(draft.kind == .country ? draft.row : draft.country)
    }
    var rows: [Int32] = []
    for candidate in found {
      let draft = drafts[Int(candidate.draft)]
      let row = draft.kind == .country ? draft.row : draft.country
      if !rows.contains(row), !excludes(row) { rows.append(row) }
    }
    // Who acts on someone is of another country: "The United States welcomes President …".
    let agent = sentencesBack > 0 && raw[mention].kind == .person ? agentCountry(before: mention) : nil
    if let best = rows.first(where: { $0 != agent }) ?? rows.first {
      // "X, the foreign minister, told reporters that Britain would": unless his own sentence named one before.
      if sentencesBack > 0, raw[mention].kind == .person, !hasCountry(before: mention),
        let own = promisedCountry(after: mention), !excluding.contains(own)
      {
        return own
      }
      return best
    }
    guard sentencesBack > 0 else { return nil }
    // Nothing before it: the first country after it in its sentence, then that of the publisher.
    var index = mention + 1
    while index < raw.count, raw[index].sentence == here, index - mention <= Self.window {
      if let draft = raw[index].entities.first, drafts[Int(draft)].kind == .country,
        !excluding.contains(drafts[Int(draft)].row), !excludes(drafts[Int(draft)].row),
        !raw[index].usage.contains(.place), speaksFor(index)
      {
        return drafts[Int(draft)].row
      }
      index += 1
    }
    return nil
  }

  /// A country, or a body that serves one.
  private func isCandidate(_ draft: EntityDraft) -> Bool {
    switch draft.kind {
    case .country: return true
    case .organization:
      guard draft.country >= 0 else { return false }
      switch draft.organizationKind {
      case .armedGroup, .party, .ngo, .company: return false
      default: return true
      }
    case .official, .agreement: return false
    }
  }

  func hasCountry(before mention: Int) -> Bool {
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence, mention - index < Self.window {
      if raw[index].kind == .country || raw[index].kind == .organization { return true }
      index -= 1
    }
    return false
  }

  /// "said that Britain would block": the country of whose doings an official speaks for it.
  private func promisedCountry(after mention: Int) -> Int32? {
    guard document.tokens.areParsed else { return nil }
    let here = raw[mention].sentence
    var index = mention + 1
    while index < raw.count, raw[index].sentence == here, index - mention < 12 {
      defer { index += 1 }
      let candidate = raw[index]
      guard candidate.kind == .country, let draft = candidate.entities.first, drafts[Int(draft)].kind == .country,
        candidate.row >= 0, isSubject(candidate), !candidate.usage.contains(.possessive)
      else { continue }
      let next = candidate.words.upperBound
      guard view.sentences[here].contains(next) else { return nil }
      return ["would", "will"].contains(document.form(Int(view.words[next].token))) ? drafts[Int(draft)].row : nil
    }
    return nil
  }

  /// The country that is the subject of the verb which a person is the object of.
  private func agentCountry(before mention: Int) -> Int32? {
    guard !isSubject(raw[mention]), !isOwned(mention) else { return nil }
    let here = raw[mention].sentence
    let verb = governor(of: raw[mention])
    var index = mention - 1
    while index >= 0, raw[index].sentence == here, mention - index <= Self.window {
      let candidate = raw[index]
      if candidate.kind == .country, candidate.entities.count == 1, isSubject(candidate) {
        let draft = drafts[Int(candidate.entities[0])]
        guard verb >= 0 else { return draft.row }
        return governor(of: candidate) == verb ? draft.row : nil
      }
      index -= 1
    }
    return nil
  }

  /// "its minister": the pronoun before an office.
  private func isOwned(_ mention: Int) -> Bool {
    let before = raw[mention].words.lowerBound
    let range = view.sentences[raw[mention].sentence]
    return view.words[before].has(.possessivePronoun)
      || before > range.lowerBound && view.words[before - 1].has(.possessivePronoun)
  }

  /// The verb that a mention hangs on, by way of coordinated ones the first; −1 where there is no tree.
  private func governor(of mention: RawMention) -> Int {
    guard document.tokens.areParsed, !mention.words.isEmpty else { return -1 }
    let tokens =
      Int(view.words[mention.words.lowerBound].token)..<Int(view.words[mention.words.upperBound - 1].token) + 1
    for token in tokens {
      var above = Int(document.tokens.head[token])
      guard !tokens.contains(above) else { continue }
      for _ in 0..<4 where document.tokens.relation[above] == .conjunct { above = Int(document.tokens.head[above]) }
      return above
    }
    return -1
  }

  /// "its foreign minister": the state that the pronoun stands for, the subject before it.
  func countryOfOwner(before mention: Int) -> Int32? {
    guard isOwned(mention) else { return nil }
    let place = raw[mention].words.lowerBound
    let pronoun = view.words[place].has(.possessivePronoun) ? place : place - 1
    guard view.words[pronoun].has(.pronounIt) else { return nil }
    let here = raw[mention].sentence
    for back in 0...1 {
      var index = mention - 1
      while index >= 0, raw[index].sentence > here - back { index -= 1 }
      var last: Int32?
      while index >= 0, raw[index].sentence == here - back {
        let candidate = raw[index]
        index -= 1
        guard candidate.entities.count == 1, let draft = candidate.entities.first, isCandidate(drafts[Int(draft)]),
          !candidate.usage.contains(.place), !candidate.usage.contains(.affiliation), isSubject(candidate)
        else { continue }
        let known = drafts[Int(draft)]
        last = known.kind == .country ? known.row : known.country
        if back == 0 { return last }
      }
      if let last { return last }
    }
    return nil
  }

  /// "Mr. Silva's defence minister, X": whoever serves somebody serves that state.
  func countryOfPersonOwning(_ mention: Int) -> Int32? {
    let mark = raw[mention].words.lowerBound - 1
    guard view.sentences[raw[mention].sentence].contains(mark), view.words[mark].id == WordScanner.Mark.possessive
    else {
      return nil
    }
    for before in raw[..<mention].suffix(4) where before.words.upperBound == mark && before.entities.count == 1 {
      let owner = before.entities[0]
      guard drafts[Int(owner)].kind == .official else { continue }
      if let stated = drafts[Int(owner)].roles.last(where: { $0.country >= 0 })?.country { return stated }
      if let known = leader(owner)?.country { return known }
      return drafts[Int(owner)].country >= 0 ? drafts[Int(owner)].country : nil
    }
    return nil
  }

  /// "It denied the charge, which Defence Minister X made light of": the state that "it" stands for, subject of the
  /// sentence before.
  func countryOfSubjectPronoun(before mention: Int) -> Int32? {
    let here = raw[mention].sentence
    let start = view.sentences[here].lowerBound
    var index = mention - 1
    var isSubjectOfSentence = false
    while index >= 0, raw[index].sentence == here {
      let candidate = raw[index]
      if candidate.kind == .country || candidate.kind == .organization { return nil }
      if candidate.kind == .pronoun, candidate.words.lowerBound == start, view.words[start].has(.pronounIt),
        !view.words[start].has(.possessivePronoun)
      {
        isSubjectOfSentence = true
      }
      index -= 1
    }
    guard isSubjectOfSentence else { return nil }
    var row: Int32?
    while index >= 0, raw[index].sentence == here - 1 {
      let candidate = raw[index]
      index -= 1
      guard candidate.entities.count == 1, let draft = candidate.entities.first, isCandidate(drafts[Int(draft)]),
        !candidate.usage.contains(.place), !candidate.usage.contains(.affiliation), isSubject(candidate)
      else { continue }
      row = drafts[Int(draft)].kind == .country ? drafts[Int(draft)].row : drafts[Int(draft)].country
    }
    return row
  }

  /// "a senior adviser to President X", "X's envoy": the country of whoever is served.
  func countryOfSuperior(after mention: Int) -> Int32? {
    let end = raw[mention].words.upperBound
    var index = mention + 1
    while index < raw.count, raw[index].sentence == raw[mention].sentence, index - mention < 5 {
      defer { index += 1 }
      let candidate = raw[index]
      guard candidate.kind == .person, candidate.words.lowerBound >= end else { continue }
      let gap = end..<candidate.words.lowerBound
      guard gap.count < 8, let last = gap.last, view.words[last].id == ids.to || view.words[last].id == ids.of,
        raw[mention + 1].kind == .office, raw[mention + 1].usage.contains(.apposition) || index == mention + 1,
        let superior = candidate.entities.first
      else { return nil }
      if let stated = drafts[Int(superior)].roles.last(where: { $0.country >= 0 })?.country { return stated }
      return leader(superior)?.country
    }
    return nil
  }

  /// Whether somebody else is known to have held the highest of these offices in a country when the text was written.
  func isLedByAnother(_ country: Int32, _ roles: [RoleReading]) -> Bool {
    guard let year = document.metadata.date?.year else { return false }
    for role in roles where !role.isFormer && (role.kind == .headOfState || role.kind == .headOfGovernment) {
      for record in gazetteer.leaderRecords
      where record.country == country && record.begin <= year && year <= record.end && record.kinds.contains(role.kind)
      {
        return true
      }
    }
    return false
  }
}
