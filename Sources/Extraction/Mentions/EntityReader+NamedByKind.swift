import Diplomacy
import Linguistics

/// Bodies that a noun tells by what kind they are: "the chip maker Orbix", "the Orbix company", "Orbix, a state oil
/// company,". What their names are made of does not matter.
extension EntityReader {
  /// Reads capitals that a noun beside them makes the name of a body; returns the word after them.
  mutating func readNamedByKind(at index: Int) -> Int? {
    guard !isInHeadline(sentence) else { return nil }
    let isAfterNoun = index > low && has(index - 1, .kindNoun) && isLower(index - 1)
    var end = index
    while end < min(high, index + 5), !view.words[end].isMark, isCapital(end),
      end == index || !has(end, .notInName)
    {
      end += 1
    }
    let name = index..<end
    // "the Center for Popular Reform, a think tank,": what a name ends in is none of its own.
    guard !name.isEmpty, !(has(index - 1, .functionWord) && !has(index - 1, .article) && isCapital(index - 2)) else {
      return nil
    }
    let isBeforeNoun = kindNoun(after: end) != nil && isDefinite(before: index)
    guard isAfterNoun && isTold(by: index - 1, name) || isBeforeNoun || isExplained(name), mayNameBody(name),
      !looksLikePersonName(name) || isBeforeNoun
    else { return nil }
    let reading = OrganizationReading(kind: .unknown, row: -1, name: name)
    let row = add(OrganizationHit(reading: reading, words: name, country: nil, isName: true))
    readAcronym(after: end, of: row)
    return end
  }

  /// "the", or "the troubled", before a name.
  private func isDefinite(before index: Int) -> Bool {
    var place = index - 1
    while place > index - 3, isLower(place), partOfSpeech(place) == .adjective || partOfSpeech(place) == .verb {
      place -= 1
    }
    return has(place, .definite)
  }

  /// The noun after a name, with few small words between: "the Orbix mercenary group".
  private func kindNoun(after end: Int) -> Int? {
    var place = end
    while place < min(high, end + 3), isLower(place) {
      if has(place, .kindNoun) { return isNounLike(place + 1) && isLower(place + 1) ? nil : place }
      guard partOfSpeech(place) == .adjective || partOfSpeech(place) == .noun else { return nil }
      place += 1
    }
    return nil
  }

  /// Whether a noun and the name after it are one phrase by the tree: in "the company Silva founded" they are not.
  private func isTold(by noun: Int, _ name: Range<Int>) -> Bool {
    guard document.tokens.areParsed else { return false }
    let token = Int(view.words[noun].token)
    return name.contains { index in
      let word = Int(view.words[index].token)
      let relation = document.tokens.relation[word]
      // "The airline Orbix cut": the tree may hang both on the verb.
      return Int(document.tokens.head[word]) == token && relation != .nominalSubject && relation != .object
        || document.tokens.head[word] == document.tokens.head[token] && relation == document.tokens.relation[token]
        || Int(document.tokens.head[token]) == word
          && (document.tokens.relation[token] == .compound || document.tokens.relation[token] == .apposition)
    }
  }

  /// "Orbix, the country's largest bank,", "Orbix, one of the world's largest producers of potash,".
  private func isExplained(_ name: Range<Int>) -> Bool {
    guard id(name.upperBound) == WordScanner.Mark.comma else { return false }
    var place = name.upperBound + 1
    let start = place
    let isOneOf = id(start + 1) == ids.of && start < high && text(start..<start + 1) == "one"
    guard isOneOf || has(place, .determiner) || countryHit(at: place) != nil else { return false }
    while place < min(high, start + 8) {
      let word = view.words[place]
      if has(place, .kindNoun), isLower(place) { return !isNounLike(place + 1) || !isLower(place + 1) }
      // A person's: "Silva, head of a company".
      if word.isMark, word.id != WordScanner.Mark.possessive { return false }
      if has(place, [.subordinate, .beVerb, .conjunction]) { return false }
      if has(place, .preposition), !(isOneOf && place == start + 1) { return false }
      if titleMatch(at: place) != nil { return false }
      place += 1
    }
    return false
  }

  private func mayNameBody(_ name: Range<Int>) -> Bool {
    let first = view.words[name.lowerBound]
    guard !view.seenInLowerCase[Int(max(first.id, 0))],
      partOfSpeech(name.lowerBound).map({ $0 == .properNoun }) ?? true,
      !Self.kindsOfPeople.contains(text(name.lowerBound..<name.lowerBound + 1).lowercased())
    else { return false }
    for index in name {
      for match in matches.at(index) {
        switch match.kind {
        case .title, .event, .media, .demonym, .country, .city, .region, .organization, .organizationHead: return false
        default: continue
        }
      }
    }
    return !has(name.lowerBound, .month) && !has(name.lowerBound, .weekday)
  }

  /// Adjectives of peoples, faiths and convictions, which tell no body apart.
  private static let kindsOfPeople: Set = [
    "alawite", "arab", "asian", "baluch", "baloch", "berber", "buddhist", "catholic", "chechen", "christian",
    "communist", "coptic", "democratic", "druze", "european", "hindu", "hutu", "internet", "islamic", "islamist",
    "jewish", "jihadi", "jihadist", "kurd", "kurdish", "labor", "labour", "latin", "maoist", "marxist", "muslim",
    "nazi",
    "orthodox", "pashtun", "protestant", "republican", "rohingya", "salafi", "salafist", "serb", "shia", "shiite",
    "shi'ite", "sikh", "socialist", "sunni", "tamil", "tutsi", "tuareg", "turkic", "uighur", "uyghur", "web", "western",
    "zionist",
  ]

  /// "Orbix Airlines", "Vela Pharma": capitals that a word for a trade ends.
  func companyByTrade(at start: Int) -> OrganizationHit? {
    guard !isInHeadline(sentence), !has(start, .notInName), isCapital(start + 1) else { return nil }
    var place = start + 1
    while place < min(high, start + 4), !view.words[place].isMark, isCapital(place) { place += 1 }
    let name = start..<place
    guard has(place - 1, .tradeNoun), mayNameBody(start..<start + 1),
      place >= high || !isNounLike(place) || isLower(place)
    else { return nil }
    let reading = OrganizationReading(kind: .unknown, row: -1, name: name)
    return OrganizationHit(reading: reading, words: name, country: nil, isName: true)
  }
}
