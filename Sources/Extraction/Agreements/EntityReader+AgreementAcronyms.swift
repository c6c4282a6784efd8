import Diplomacy
import Linguistics

/// Agreements by their initials: those that the text spells out, those that readers know, and those that use gives away.
extension EntityReader {
  /// Makes mentions of the acronyms that no table knows; what they mean is decided in order of the text.
  mutating func addAcronyms() {
    guard !acronyms.isEmpty else { return }
    for (row, acronym) in acronyms.enumerated() {
      raw.append(
        RawMention(
          words: acronym.word..<acronym.word + (isArticle(acronym.word) ? 2 : 1), sentence: acronym.sentence,
          kind: .acronym, row: Int32(row),
          form: .name, usage: []))
    }
    sortAll()
  }

  /// "invoked Article 5", where a text speaks of the alliance: the articles of its treaty that nobody needs to be told
  /// of, unless another text is named as theirs.
  mutating func readArticlesOfAlliance(_ covered: [Bool]) {
    guard certainOrganizations.contains(where: { gazetteer.organizations[Int($0)].name == Self.atlanticAlliance })
    else { return }
    for index in low..<high where isArticle(index) && !covered[index - low] {
      let next = index + 2
      guard id(next) != ids.of, id(next) != WordScanner.Mark.openBracket else { continue }
      acronyms.append((index, sentence))
    }
  }

  private static let atlanticAlliance = "North Atlantic Treaty Organization"

  /// "Article 5", "Article 4".
  func isArticle(_ index: Int) -> Bool {
    guard index + 1 < view.words.count, view.words[index].isCapital,
      Int(view.words[index].end - view.words[index].start) == "Article".utf8.count,
      text(index..<index + 1) == "Article"
    else { return false }
    return ["4", "5", "IV", "V"].contains(text(index + 1..<index + 2))
  }

  /// Links an acronym to a name of the text with such initials, or to an agreement of its own where only one fits:
  /// "withdraw from GSOMIA".
  mutating func linkAcronym(_ mention: Int, mayBeNew: Bool) {
    let word = raw[mention].words.lowerBound
    let id = view.words[word].id
    var draft = links.acronyms[id]
    if draft == nil, links.triedAcronyms.insert(id).inserted { draft = draftWithInitials(word) }
    // "a pact known as GSOMIA".
    if draft == nil, let called = calledPlaces[word], agreements[Int(called)].entity >= 0 {
      draft = agreements[Int(called)].entity
      if let draft, let known = gazetteer.knownAgreements[id] { spellOut(draft, as: known) }
    }
    if draft == nil, let known = gazetteer.knownAgreements[id] { draft = knownAgreementDraft(known, at: mention) }
    if draft == nil, mayBeNew, !text(word..<word + 1).hasPrefix("UNSC"),
      isAgreementByUse(word, in: view.sentences[raw[mention].sentence])
    {
      var new = EntityDraft(.agreement)
      new.nameWords = raw[mention].words
      new.agreement = AgreementDraft(kind: .general, topics: [], isNamed: true, isPlural: false)
      drafts.append(new)
      draft = Int32(drafts.count - 1)
    }
    if draft == nil, mayBeNew, isActorByUse(word, in: view.sentences[raw[mention].sentence]) {
      var new = EntityDraft(.organization)
      new.nameWords = raw[mention].words
      drafts.append(new)
      draft = Int32(drafts.count - 1)
    }
    guard let draft, draft >= 0 else { return }
    links.acronyms[id] = draft
    if drafts[Int(draft)].agreement != nil {
      drafts[Int(draft)].agreement?.acronym = id
      if drafts[Int(draft)].agreement?.acronymWord == -1, !isArticle(word) {
        drafts[Int(draft)].agreement?.acronymWord = word
      }
      raw[mention].kind = .agreement
    } else {
      raw[mention].kind = .organization
    }
    raw[mention].row = -1
    raw[mention].entities = [draft]
  }

  func isNamed(_ draft: Int32) -> Bool { drafts[Int(draft)].agreement?.isNamed ?? false }

  /// Acronyms, and names, that are held against each other in one text.
  private static var maximumInitials: Int { 2048 }

  /// The first name of the text with the letters of an acronym.
  ///
  /// A text of some thousand pages has too many of both to hold each against each: only the first
  /// ``maximumInitials`` are tried, so that time stays linear.
  private func draftWithInitials(_ word: Int) -> Int32? {
    guard links.triedAcronyms.count <= Self.maximumInitials else { return nil }
    var tried = 0
    for candidate in drafts.indices
    where drafts[candidate].agreement?.isNamed == true
      || drafts[candidate].kind == .organization && drafts[candidate].row < 0
    {
      let name = drafts[candidate].nameWords
      if name.count > 2, name.count < 16, matchesInitials(word, of: name) { return Int32(candidate) }
      tried += 1
      if tried == Self.maximumInitials { break }
    }
    return nil
  }

  /// "ZNLF, however, said", "ZNLF fighters", "ZNLF's leader": only a body speaks, and has such people.
  private func isActorByUse(_ word: Int, in range: Range<Int>) -> Bool {
    guard document.tokens.areTagged, !isArticle(word), !Self.speakingInitials.contains(text(word..<word + 1)) else {
      return false
    }
    var next = word + 1
    guard range.contains(next) else { return false }
    if view.words[next].id == WordScanner.Mark.possessive { next += 1 }
    guard range.contains(next) else { return false }
    // ", however,".
    if range.contains(next + 3), view.words[next].id == WordScanner.Mark.comma,
      view.words[next + 2].id == WordScanner.Mark.comma, !view.words[next + 1].isCapital
    {
      next += 3
    }
    guard range.contains(next), !view.words[next].isMark, !view.words[next].isCapital else { return false }
    switch document.tokens.pennTag[Int(view.words[next].token)] {
    case .verbPast, .verbThirdPersonSingular, .verbPresent: return view.words[next].has(.quoteVerb)
    case .noun, .nounPlural: return Self.followers.contains(text(next..<next + 1))
    default: return false
    }
  }

  /// Initials of offices and things that speak, or have people, without being bodies.
  private static let speakingInitials: Set = [
    "AI", "CEO", "CEOs", "CFO", "CIO", "DNA", "FM", "GDP", "HIV", "MEP", "MEPs", "MP", "MPs", "NGO", "NGOs", "PM",
    "POW",
    "POWs", "PR", "SMS", "TV", "VP",
  ]

  private static let followers: Set = [
    "chairman", "chief", "commander", "commanders", "fighters", "forces", "guerrillas", "leader", "leaders",
    "leadership", "lawmakers", "members", "militants", "negotiators", "official", "officials", "peacekeepers", "rebels",
    "spokesman", "spokesperson", "spokeswoman", "troops",
  ]

  private func isAgreementByUse(_ word: Int, in range: Range<Int>) -> Bool {
    var place = word - 1
    while place >= range.lowerBound, view.words[place].has([.article, .preposition]) { place -= 1 }
    if place >= range.lowerBound, view.words[place].has(.agreementVerb), !view.words[place].isCapital { return true }
    var next = word + 1
    while next < range.upperBound, next < word + 3,
      view.words[next].has(.beVerb) || view.words[next].id == gazetteer.setWord || view.words[next].id == ids.to
    { next += 1 }
    return next < range.upperBound && gazetteer.expiryWords.contains(view.words[next].id)
  }
}
