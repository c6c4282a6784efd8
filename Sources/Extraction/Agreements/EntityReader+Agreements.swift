import Diplomacy
import Linguistics
import Provenance

/// Agreements by their form: a noun such as "pact" with what stands before and after it. No list of known ones.
extension EntityReader {
  func agreementNoun(at index: Int) -> NameMatch? {
    guard index >= low, index < high, let match = matches.longest(.agreementNoun, at: index),
      match.words.upperBound <= high
    else { return nil }
    return match
  }

  /// Reads the agreements of the sentence whose other mentions begin at a place among the raw ones.
  mutating func readAgreements(from first: Int) {
    beforeAgreements = raw.count
    var index = low
    while index < high {
      if let exception = matches.longest(.agreementException, at: index), !isNounWithPartner(exception) {
        index = exception.words.upperBound
      } else if let match = agreementNoun(at: index) {
        let end = readAgreement(match, from: first)
        index = max(end ?? 0, match.words.upperBound)
      } else {
        index += 1
      }
    }
    readBareAcronyms(from: first)
  }

  /// "a deal with the United States" beside the verb "to deal with".
  private func isNounWithPartner(_ exception: NameMatch) -> Bool {
    let start = exception.words.lowerBound
    return exception.words.count == 2 && id(start + 1) == ids.with
      && gazetteer.ambiguousAgreementNouns.contains(id(start))
      && (has(start - 1, [.determiner, .modifierCommon]) || partOfSpeech(start) != nil && isLower(start - 1))
      && partOfSpeech(start).map { $0 == .noun || $0 == .properNoun } ?? true
  }

  /// Notes the capitals that lead up to an agreement's noun, before people and bodies are looked for among them.
  mutating func findAgreementNames() {
    for index in low..<high {
      guard let match = agreementNoun(at: index), isCapital(match.words.upperBound - 1),
        gazetteer.agreementNouns[Int(match.row)].kind != .none
      else { continue }
      var start = agreementStart(match.words.lowerBound)
      while start < match.words.lowerBound, !isProper(start) { start += 1 }
      let end = capitalizedComplement(after: match.words.upperBound) ?? match.words.upperBound
      if end - start > 1, !isInHeadline(sentence) {
        for word in start..<end { agreementNameEnd[word] = Int32(end) }
      }
    }
  }

  func isInAgreementName(_ index: Int) -> Bool { agreementNameEnd[index] > 0 }

  private mutating func readAgreement(_ match: NameMatch, from first: Int) -> Int? {
    let record = gazetteer.agreementNouns[Int(match.row)]
    let head = match.words.upperBound - 1
    guard record.kind != .none, isNoun(match), !isBeforeAnother(match), !isInName(of: match, from: first) else {
      return nil
    }
    // "deal-making", "treaty body", "agreement's text" keep the agreement; "agreement in principle" too.
    if head + 1 < high, view.words[head + 1].shape.contains(.hyphenated) { return nil }
    var start = agreementStart(match.words.lowerBound)
    var end = match.words.upperBound
    let isCapitalHead = isCapital(head) && !(head == low && head + 1 < high && isLower(head + 1))
    // "Treaty of Amity", "Agreement on Trade-Related Aspects", "Memorandum of Understanding".
    var nameEnd = end
    if isCapitalHead, let after = capitalizedComplement(after: end) {
      nameEnd = after
      end = after
    }
    var determiner = start < match.words.lowerBound && has(start, .determiner) ? start : nil
    if determiner != nil { start += 1 }
    if determiner == nil, let opening = quotedDeterminer(before: start) { determiner = opening }
    start = afterBroker(start, before: match.words.lowerBound)
    let isOfDay = determiner == nil && isOwnedByDay(start)
    // The owner belongs to the description: "Finland's NATO accession protocols".
    let capitals = (start..<nameEnd).filter { isCapital($0) && !view.words[$0].isMark }.count
    let properWords = (start..<nameEnd).filter { isProper($0) }.count
    let isNamed =
      isCapitalHead && properWords > 1 && (isCapitalHead && capitals > 1) && !isInHeadline(sentence)
      || isCapitalHead && properWords > 1 && isInHeadline(sentence) && hasNameElsewhere(start..<nameEnd)
    guard
      let reading = agreement(
        match, record, words: start..<nameEnd, head: head, determiner: determiner, isNamed: isNamed)
    else { return nil }
    var agreement = reading
    if isOfDay { agreement.isDefinite = true }
    addInnerParties(start..<nameEnd, to: &agreement, from: first)
    // "Finland's NATO accession protocols": who owns a document is not yet bound by it.
    if agreement.kind == .document, agreement.parties.filter(\.isCountry).count < 2,
      !agreement.isNamed || record.isPlural
    {
      agreement.owners = agreement.parties
      agreement.parties = []
    }
    // "the … Agreement (GSOMIA) between Japan and South Korea".
    let complement = max(end, readComplement(after: endOfAcronym(end), of: &agreement, from: first))
    agreement.end = complement
    agreement.acronym = acronym(after: nameEnd) ?? acronym(after: complement) ?? -1
    // "an agreement of 1988".
    if agreement.isBare, id(end) == ids.of, end + 1 < high, view.words[end + 1].shape.contains(.digit) {
      agreement.isBare = false
      agreement.described = agreement.name.lowerBound..<end + 2
    } else if !isNamed, let described = describedEnd(head: head, after: end) {
      agreement.described = agreement.name.lowerBound..<described
      for index in end..<described { agreement.topics.formUnion(AgreementTopics(view.words[index].classes)) }
    }
    agreement.age = age(of: agreement)
    let isCompoundName = isNamed && match.words.count > 1
    guard isOfDay || isCompoundName || isEntity(agreement, record, determiner: determiner) else { return nil }
    let row = Int32(agreements.count)
    agreements.append(agreement)
    // The mark that closes a quotation ends the description too.
    let wordsEnd = complement > end && !isNamed && !isQuoteMark(end) ? complement : nameEnd
    let words = (isOfDay ? start - 2 : determiner ?? start)..<max(wordsEnd, nameEnd)
    dropCoveredBodies(in: start..<nameEnd, from: first)
    var usage: EntityMention.Usage = []
    if id(words.upperBound) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    if has(words.upperBound, []), isNounLike(words.upperBound) { usage.insert(.modifier) }
    add(.agreement, words, row: row, form: isNamed ? .name : .nominal, usage: usage)
    readApposition(after: words.upperBound, of: row)
    return max(nameEnd, match.words.upperBound)
  }

  /// "cease-fire accord", "strategic partnership treaty": the last noun is the head.
  private func isBeforeAnother(_ match: NameMatch) -> Bool {
    let next = match.words.upperBound
    guard next < high, !view.words[next].shape.contains(.hyphenated), let after = agreementNoun(at: next),
      isCapital(next) == isCapital(match.words.lowerBound) || isCapital(match.words.lowerBound)
    else { return false }
    return gazetteer.agreementNouns[Int(after.row)].kind != .none
  }

  /// "the Collective Security Treaty Organization": a body that the gazetteer knows, and its name goes on.
  private func isInName(of match: NameMatch, from first: Int) -> Bool {
    guard isCapital(match.words.lowerBound), isCapital(match.words.upperBound) else { return false }
    for place in (max(low, match.words.lowerBound - 8)...match.words.lowerBound) {
      for body in matches.at(place) where body.kind == .organization {
        if body.words.upperBound > match.words.upperBound { return true }
      }
    }
    return false
  }

  /// The noun, not the verb "deal with"; nor "a great deal of".
  private func isNoun(_ match: NameMatch) -> Bool {
    let start = match.words.lowerBound
    let word = view.words[start]
    let next = match.words.upperBound
    guard gazetteer.ambiguousAgreementNouns.contains(word.id), match.words.count == 1 else { return true }
    if gazetteer.greatWords.contains(id(start - 1)) { return false }
    if let part = partOfSpeech(start), !isInHeadline(sentence) { return part == .noun || part == .properNoun }
    if id(start - 1) == ids.to || has(start - 1, .pronoun) && !has(start - 1, .possessivePronoun)
      || id(next) == ids.with && !has(start - 1, [.determiner, .modifierCommon])
    {
      return false
    }
    return true
  }

  /// The first word of the noun phrase that ends in an agreement's noun; a determiner is taken with it.
  private func agreementStart(_ head: Int) -> Int {
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
  private func capitalizedComplement(after end: Int) -> Int? {
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
  private func isProper(_ index: Int) -> Bool {
    guard index >= low, index < high else { return false }
    let word = view.words[index]
    return !word.isMark
      && (word.isCapital
        && !word.has([.article, .demonstrative, .beVerb, .pronounIt, .pronounThey, .possessivePronoun])
        && !(index == low && has(index, [.preposition, .determiner])) || word.shape.contains(.digit))
  }

  /// Whether capitals of a headline stand so in the text as well.
  private func hasNameElsewhere(_ words: Range<Int>) -> Bool {
    !words.contains {
      view.seenInLowerCase[Int(max(view.words[$0].id, 0))] && !view.words[$0].isMark && !has($0, .functionWord)
    }
  }

  func agreement(
    _ match: NameMatch, _ record: AgreementNounRecord, words: Range<Int>, head: Int, determiner: Int?, isNamed: Bool
  ) -> AgreementReading? {
    var topics: AgreementTopics = []
    var modifiers = 0
    for index in words {
      let word = view.words[index]
      // "Free Trade Agreement" may be one noun of the table.
      topics.formUnion(AgreementTopics(word.classes))
      if match.words.contains(index) { continue }
      if !word.isMark, !word.has([.modifierCommon, .functionWord, .numberWord]) { modifiers += 1 }
    }
    if record.kind == .truce { topics.insert(.peace) }
    return AgreementReading(
      name: words, head: head, kind: record.kind, isNamed: isNamed,
      isDefinite: determiner.map { has($0, [.definite, .possessivePronoun]) } ?? false, isPlural: record.isPlural,
      // "the Founding Act" is a name whole, though the table has it as a noun.
      isBare: modifiers == 0 && !(isNamed && match.words.count > 1), topics: topics,
      possessor: determiner.map { has($0, .possessivePronoun) ? $0 : -1 } ?? -1)
  }

  /// Countries and bodies among the words of the name itself: "the Japan-South Korea pact".
  private func addInnerParties(_ words: Range<Int>, to agreement: inout AgreementReading, from first: Int) {
    for index in mentions(in: words, from: first) where raw[index].words.upperBound <= words.upperBound {
      addParty(raw[index], to: &agreement)
    }
  }

  private func addParty(_ mention: RawMention, to agreement: inout AgreementReading) {
    let party: PartyReading
    switch mention.kind {
    case .country where mention.form == .name || mention.usage.contains(.people):
      party = PartyReading(isCountry: true, row: mention.row)
    case .organization: party = PartyReading(isCountry: false, row: mention.row)
    default: return
    }
    if !agreement.parties.contains(party) { agreement.parties.append(party) }
  }

  /// "between Tokyo and Seoul", "with Tokyo", "to use the airbase": parties, and where the description ends.
  private func readComplement(after end: Int, of agreement: inout AgreementReading, from first: Int) -> Int {
    var place = end
    // "agreement on X between A and B": up to a few words on the subject come first.
    var steps = 0
    var subjectEnd = end
    while place < high, steps < 10 {
      let word = view.words[place]
      if steps == 0, isQuoteMark(place) {
        place += 1
        continue
      }
      // "the Nairobi Agreement, concluded with Britain before independence".
      if steps == 0, word.id == WordScanner.Mark.comma, has(place + 1, .signingVerb), id(place + 2) == ids.with {
        place += 1
        continue
      }
      if word.isMark && word.id != WordScanner.Mark.possessive { break }
      if word.has(.between) || word.id == ids.with {
        if word.id == ids.with, steps > 4 { break }
        // "discussed the agreement with Peruvian President Lopez": with whom one talks.
        if word.id == ids.with, agreement.isDefinite,
          mentions(in: place + 1..<place + 2, from: first).contains(where: { raw[$0].kind == .person })
        {
          break
        }
        guard let listEnd = readPartyList(from: place + 1, to: &agreement, from: first) else { break }
        return listEnd
      }
      // "an agreement signed last year with X", "a truce reached in May between A and B".
      if steps == 0, word.has(.signingVerb) {
        place += 1
        steps = 1
        subjectEnd = end
        continue
      }
      if isVerb(place), steps > 0, !(id(place - 1) == ids.to) { break }
      if steps == 0, ![ids.on, ids.to, ids.for, ids.of].contains(word.id) { break }
      if has(place, .subordinate) { break }
      place += 1
      steps += 1
      if steps <= 7 { subjectEnd = place }
    }
    // "the accord to share the northern port": the purpose of a definite one describes it.
    if agreement.isDefinite, agreement.isBare, id(end) == ids.to || id(end) == ids.on, subjectEnd - end > 2,
      id(end) == ids.on || partOfSpeech(end + 1).map({ $0 == .verb || $0 == .auxiliary }) ?? true,
      subjectEnd >= high || view.words[subjectEnd].isMark || has(subjectEnd, [.preposition, .conjunction])
    {
      return subjectEnd
    }
    return end
  }

  /// Adds the actors of a coordination, and returns its end; nil where none begins there.
  private func readPartyList(from start: Int, to agreement: inout AgreementReading, from first: Int) -> Int? {
    // "between the two nations": whom these stand for is told later.
    if let group = mentions(in: start..<start + 1, from: first).first(where: {
      raw[$0].kind == .group && raw[$0].usage.contains(.group) || raw[$0].kind == .pronoun && isThem(start)
    }) {
      agreement.partyGroup = start
      return raw[group].words.upperBound
    }
    var place = start
    var end: Int?
    for _ in 0..<24 where place < high {
      if let index = mentions(in: place..<place + 1, from: first).first(where: {
        raw[$0].kind == .country || raw[$0].kind == .organization
      }) {
        let mention = raw[index]
        addParty(mention, to: &agreement)
        place = mention.words.upperBound
        end = place
        continue
      }
      let word = view.words[place]
      if word.id == WordScanner.Mark.comma || word.has(.conjunction) || word.has(.article)
        || word.has(.modifierCommon) && end == nil
      {
        if word.id == WordScanner.Mark.comma, !nextIsActor(place + 1, from: first) { break }
        place += 1
        continue
      }
      break
    }
    return end
  }

  private func isThem(_ index: Int) -> Bool {
    has(index, .pronounThey) && !has(index, .possessivePronoun)
  }

  private func nextIsActor(_ index: Int, from first: Int) -> Bool {
    var place = index
    while has(place, [.conjunction, .article]) { place += 1 }
    return mentions(in: place..<place + 1, from: first).contains {
      raw[$0].kind == .country || raw[$0].kind == .organization
    }
  }

  /// The raw mentions of the sentence, other than agreements, that begin within some words.
  private func mentions(in words: Range<Int>, from first: Int) -> Range<Int> {
    func place(_ word: Int) -> Int {
      var low = first
      var high = beforeAgreements
      while low < high {
        let middle = (low + high) / 2
        if raw[middle].words.lowerBound < word { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return place(words.lowerBound)..<place(words.upperBound)
  }

  /// Words inside a name of an agreement name no body of their own by form: "Security … Agreement".
  private mutating func dropCoveredBodies(in words: Range<Int>, from first: Int) {
    for index in mentions(in: words, from: first) where raw[index].kind == .organization {
      if organizations[Int(raw[index].row)].kind == .unknown, raw[index].words.upperBound <= words.upperBound {
        raw[index].isDropped = true
      }
    }
  }

  /// ", called the Coastal Patrol Support Agreement", ", known as CPSA": one agreement by two names.
  private mutating func readApposition(after end: Int, of row: Int32) {
    var place = end
    if id(place) == WordScanner.Mark.comma { place += 1 }
    // "with Tokyo" may stand between.
    if id(place) == ids.with || has(place, .between) {
      while place < min(high, end + 8), id(place) != WordScanner.Mark.comma { place += 1 }
      if id(place) == WordScanner.Mark.comma { place += 1 }
    }
    // "a 2014 pact, the Coastal Patrol Agreement,".
    if id(end) == WordScanner.Mark.comma, place == end + 1, has(place, .article), !agreements[Int(row)].isNamed,
      isCapital(place + 1)
    {
      appositePlaces[place + 1] = row
    }
    // "formally known as".
    if isLower(place), id(place + 1) == ids.called || id(place + 1) == ids.known, partOfSpeech(place) != .verb {
      place += 1
    }
    let isCalled = id(place) == ids.called || id(place) == ids.known && id(place + 1) == ids.as
    guard isCalled else { return }
    place += id(place) == ids.called ? 1 : 2
    if has(place, .article) { place += 1 }
    if isQuoteMark(place) { place += 1 }
    calledPlaces[place] = row
  }

  /// An acronym that no table knows where only an agreement fits: "withdraw from GSOMIA", "GSOMIA expires".
  private mutating func readBareAcronyms(from first: Int) {
    var covered = [Bool](repeating: false, count: high - low)
    for mention in raw[first...] where !mention.isDropped {
      for word in mention.words { covered[word - low] = true }
    }
    guard !view.isAllCapitals[sentence] else { return }
    readArticlesOfAlliance(covered)
    for index in low..<high where isAcronymWord(index) && view.words[index].shape.contains(.allCapitals) {
      let word = view.words[index]
      guard !covered[index - low], word.end - word.start > 2, matches.at(index).isEmpty else { continue }
      acronyms.append((index, sentence))
    }
  }
}
