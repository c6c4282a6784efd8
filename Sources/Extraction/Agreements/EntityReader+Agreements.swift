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
      if let known = knownAgreementName(at: index), isAlone(known) {
        index = readKnownAgreement(known, from: first)
      } else if let exception = matches.longest(.agreementException, at: index), !isNounWithPartner(exception) {
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
      if let known = knownAgreementName(at: index) {
        for word in known.words { agreementNameEnd[word] = Int32(known.words.upperBound) }
      }
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
    // "a first-of-its-kind trade agreement".
    while start > low, start < match.words.lowerBound, view.words[start].shape.contains(.hyphenated) { start -= 1 }
    if start > low, start < match.words.lowerBound, has(start - 1, .article), !has(start, .determiner) { start -= 1 }
    var known = knownAgreementName(around: match.words)
    if let name = known?.words {
      // "the Good Friday Agreement".
      if name.lowerBound < start {
        start = has(name.lowerBound - 1, .determiner) ? name.lowerBound - 1 : name.lowerBound
      }
      nameEnd = max(nameEnd, name.upperBound)
      end = nameEnd
    }
    var determiner = start < match.words.lowerBound && has(start, .determiner) ? start : nil
    if determiner != nil { start += 1 }
    if determiner == nil, let opening = quotedDeterminer(before: start) { determiner = opening }
    start = afterBroker(start, before: match.words.lowerBound)
    let isOfDay = determiner == nil && isOwnedByDay(start)
    // The owner belongs to the description: "Finland's NATO accession protocols".
    let capitals = (start..<nameEnd).filter { isCapital($0) && !view.words[$0].isMark }.count
    let properWords = (start..<nameEnd).filter { isProper($0) }.count
    if let name = known?.words, name.lowerBound < start || !isOnlyQualified(start..<name.lowerBound) { known = nil }
    // "a new Iran nuclear deal" is another than the one of that name.
    if let name = known?.words, isLower(head), !view.words[name.lowerBound].shape.contains(.digit),
      name.lowerBound > start || determiner.map({ !has($0, .definite) }) ?? false
    {
      known = nil
    }
    let isNamed =
      known != nil || isCapitalHead && properWords > 1 && (isCapitalHead && capitals > 1) && !isInHeadline(sentence)
      || isCapitalHead && properWords > 1 && isInHeadline(sentence) && hasNameElsewhere(start..<nameEnd)
    // "the recent Riga Declaration": what is said of it is no part of a name.
    let nameStart =
      isNamed && known == nil ? (start..<head).first { !isLower($0) || hasHyphenAfter($0) } ?? start : start
    guard
      let reading = agreement(
        match, record, words: nameStart..<nameEnd, head: head, determiner: determiner, isNamed: isNamed)
    else { return nil }
    var agreement = reading
    if isOfDay { agreement.isDefinite = true }
    agreement.known = known?.row ?? (isNamed ? bracketedName(after: nameEnd) ?? -1 : -1)
    addInnerParties(start..<nameEnd, to: &agreement, from: first)
    // "Finland's NATO accession protocols": who owns a document is not yet bound by it.
    if agreement.kind == .document || agreement.kind == .weak, agreement.parties.filter(\.isCountry).count < 2,
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
    guard isOfDay || isCompoundName || known != nil || isEntity(agreement, record, determiner: determiner) else {
      return nil
    }
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

  private func hasHyphenAfter(_ index: Int) -> Bool {
    index + 1 < high && view.words[index + 1].shape.contains(.hyphenated)
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
    guard isCapital(match.words.lowerBound) else { return false }
    // "the Arms Treaty Organization".
    if isCapital(match.words.upperBound), has(match.words.upperBound, .organizationNoun), !isInHeadline(sentence) {
      return true
    }
    for place in (max(low, match.words.lowerBound - 8)...match.words.lowerBound) {
      for body in matches.at(place) where body.kind == .organization {
        if body.words.upperBound > match.words.upperBound, isCapital(match.words.upperBound) { return true }
        // "the Government of National Accord".
        let record = gazetteer.organizations[Int(body.row)]
        if body.words.upperBound == match.words.upperBound, body.words.count > match.words.count + 1, !record.isTreaty,
          record.kind != .alliance, record.kind != .intergovernmental
        {
          return true
        }
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
  func readComplement(after end: Int, of agreement: inout AgreementReading, from first: Int) -> Int {
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
