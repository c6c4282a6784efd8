import Diplomacy
import Linguistics

/// Where the name or the description of an agreement begins and ends around its noun.
extension EntityReader {
  /// The first word of the noun phrase that ends in an agreement's noun; a determiner is taken with it.
  func agreementStart(_ head: Int) -> Int {
    var start = head
    let isCapitalHead = isCapital(head)
    while start > low, head - start < 12 {
      let previous = start - 1
      let word = view.words[previous]
      if word.isMark {
        // "Regional Comprehensive Economic Partnership (RCEP) Agreement".
        if word.id == WordScanner.Mark.closeBracket, isCapitalHead, previous - 2 > low, isAcronymWord(previous - 1),
          id(previous - 2) == WordScanner.Mark.openBracket, isProper(previous - 3)
        {
          start = previous - 3
          continue
        }
        // 'a "solidarity and stability" accord'.
        if isQuoteMark(previous), let opening = openingQuote(before: previous) {
          start = opening + 1
          break
        }
        // "Finland's NATO accession protocols".
        if word.id == WordScanner.Mark.possessive, previous > low, let owner = ownerBefore(previous) {
          start = owner
          continue
        }
        break
      }
      if word.has(.determiner) {
        start = previous
        break
      }
      if word.has(.numberWord), !word.isCapital {
        start = previous
        if has(previous - 1, .determiner) { start = previous - 1 }
        break
      }
      // "General Security of Military Information Agreement".
      if word.has(.functionWord), isCapitalHead, isCapital(start), previous > low, isProper(previous - 1),
        !has(previous - 1, .notInName),
        word.id == ids.of || word.id == ids.for
          || word.id == ids.in && isLower(previous) && !isCountryWord(previous + 1)
          || word.id == ids.and && !isCountryWord(previous - 1) && agreementNoun(at: previous - 1) == nil
      {
        start = previous - 1
        continue
      }
      if word.has([.preposition, .conjunction, .beVerb, .subordinate, .relativeDay, .weekday]),
        !(word.has(.month) || isLowerHyphen(previous))
      {
        break
      }
      if word.has(.month) || word.shape.contains(.digit) {
        start = previous
        continue
      }
      if !word.isCapital {
        if isVerbBefore(previous) || isOutsideName(previous, before: start) { break }
      } else if isInHeadline(sentence), isHeadlineVerb(previous) {
        break
      } else if !isCapitalHead, titleMatch(at: previous) != nil, countryHit(at: previous) == nil {
        break
      }
      start = previous
    }
    // A word that opens the sentence and is common belongs to no name: "Under", "Both".
    return start
  }

  private func isLowerHyphen(_ index: Int) -> Bool {
    index + 1 < high && view.words[index + 1].shape.contains(.hyphenated) && isLower(index)
  }

  private func isCountryWord(_ index: Int) -> Bool { countryHit(at: index) != nil }

  /// A verb between the phrase and what governs it: "signed agreements", "broke truce".
  private func isVerbBefore(_ index: Int) -> Bool {
    // "to send Finland's protocols".
    if id(index - 1) == ids.to, !has(index, .modifierCommon), partOfSpeech(index).map({ $0 == .verb }) ?? true {
      return true
    }
    if index + 1 < high, view.words[index + 1].shape.contains(.hyphenated) { return false }
    if view.words[index].shape.contains(.hyphenated) { return false }
    if let part = partOfSpeech(index) {
      switch part {
      case .verb: return !isParticipleModifier(index)
      case .adjective, .noun, .properNoun, .numeral: return false
      case .adverb: return !has(index + 1, .modifierCommon)
      default: return true
      }
    }
    return has(index, [.actorVerb, .personVerb, .motionWord]) && !has(index, .modifierCommon)
  }

  /// A small word that a name cannot stand behind in one noun phrase: "backs" of "general backs Japan-Nepal pact". An
  /// adjective may, "new Japan-Nepal pact", and after an article a noun, "a landmark Japan-Nepal pact".
  private func isOutsideName(_ index: Int, before start: Int) -> Bool {
    let word = view.words[index]
    guard !word.isMark, !word.shape.contains(.hyphenated), !word.shape.contains(.digit),
      !word.has([.modifierCommon, .numberWord]), !view.words[start].shape.contains(.hyphenated)
    else { return false }
    let endsLikeVerb = document.utf8[Int(word.end) - 1] == 0x73
    // "Ireland and Spain welcome deal": a bare verb between names and a bare noun.
    if !isCapital(start), start == index + 1, index > low, isCapital(index - 1),
      Self.bareVerbs.contains(text(index..<index + 1))
    {
      return true
    }
    if !isCapital(start) {
      // Headlines leave out articles, and tags take their verbs for nouns: "minister opposes border pact".
      return endsLikeVerb && document.sentences[sentence].zone == .headline
        && word.has([.actorVerb, .personVerb, .motionWord])
    }
    switch partOfSpeech(index) {
    case .adjective, .numeral: return false
    case .verb: return !isParticipleModifier(index)
    default: break
    }
    if endsLikeVerb { return true }
    var place = index - 1
    while place > index - 3, isLower(place), !has(place, .determiner) { place -= 1 }
    return !has(place, .determiner) && id(place) != WordScanner.Mark.possessive
  }

  private static let bareVerbs: Set = [
    "back", "condemn", "defend", "denounce", "endorse", "hail", "ink", "mull", "oppose", "praise", "quit", "ratify",
    "reject", "renew", "revive", "salute", "scrap", "seal", "sign", "slam", "welcome",
  ]

  /// "a proposed pact", "the recently signed deal": after a determiner the participle is inside the phrase.
  private func isParticipleModifier(_ index: Int) -> Bool {
    var place = index - 1
    while place > index - 4, partOfSpeech(place) == .adverb || partOfSpeech(place) == .adjective { place -= 1 }
    return has(place, .determiner)
  }

  private func isHeadlineVerb(_ index: Int) -> Bool {
    has(index, [.actorVerb, .personVerb, .motionWord, .signingVerb, .agreementVerb])
      || view.seenInLowerCase[Int(view.words[index].id)] && isVerb(index)
  }

  /// The first word of the country or body that owns what follows the possessive ending at `mark`.
  private func ownerBefore(_ mark: Int) -> Int? {
    for start in [mark - 3, mark - 2, mark - 1] where start >= low {
      if let hit = countryHit(at: start), hit.words.upperBound == mark { return start }
    }
    return nil
  }

  /// "of Amity and Cooperation", "on the Law of the Sea", "between Japan and …" of a capitalized name.
  func capitalizedComplement(after end: Int) -> Int? {
    guard [ids.of, ids.on, ids.for, ids.against].contains(id(end)) || isConcerning(end) else { return nil }
    var place = isConcerning(end) ? end + 1 : end
    var last: Int?
    while place < min(high, end + 14) {
      let word = view.words[place]
      if word.isMark { break }
      // "Treaty of Amity and the Convention on …" are two.
      if place > end, word.has(.conjunction), has(place + 1, .article) || isDocument(at: place + 1) { break }
      // "the Partnership Agreement for the Philippines": for whom it is.
      if word.id == ids.for || word.id == ids.with,
        countryHit(at: has(place + 1, .article) ? place + 2 : place + 1) != nil
      {
        break
      }
      if word.isCapital, !word.has([.month, .weekday]) {
        last = place + 1
      } else if !word.has(.functionWord) && !word.shape.contains(.hyphenated) && !(id(place) == ids.on) {
        break
      }
      place += 1
    }
    return last
  }

  /// "Memorandum of Understanding Concerning Civil Nuclear Cooperation".
  private func isConcerning(_ index: Int) -> Bool {
    has(index, .preposition) && isCapital(index + 1)
      && ["concerning", "regarding"].contains(text(index..<index + 1).lowercased())
  }

  private func isDocument(at index: Int) -> Bool {
    agreementNoun(at: index).map { gazetteer.agreementNouns[Int($0.row)].kind != .none } ?? false
  }

  /// A word that may be part of a name of its own: a capital that no article, pronoun or preposition has.
  func isProper(_ index: Int) -> Bool {
    guard index >= low, index < high else { return false }
    let word = view.words[index]
    return !word.isMark
      && (word.isCapital
        && !word.has([.article, .demonstrative, .beVerb, .pronounIt, .pronounThey, .possessivePronoun])
        && !(index == low && has(index, [.preposition, .determiner])) || word.shape.contains(.digit))
  }
}
