import Diplomacy
import Linguistics
import Provenance

/// Agreements that readers know by more names than one: "the Belfast Agreement" is the Good Friday Agreement, and "New
/// START" is one though no noun says so.
extension EntityReader {
  /// The known agreement whose name begins at a word, where the text is of a time that may mean it.
  func knownAgreementName(at index: Int) -> NameMatch? {
    guard index >= low, index < high, let match = matches.longest(.agreementName, at: index),
      match.words.upperBound <= high, isOfTime(match.row)
    else { return nil }
    return match
  }

  /// The known agreement whose name a noun for agreements is part of.
  func knownAgreementName(around noun: Range<Int>) -> NameMatch? {
    // The longest: "Nuclear Non-Proliferation Treaty" before "Non-Proliferation Treaty".
    var found: NameMatch?
    var start = noun.lowerBound
    while start >= low, noun.lowerBound - start < 9 {
      if let match = knownAgreementName(at: start), match.words.upperBound >= noun.upperBound { found = match }
      start -= 1
    }
    return found
  }

  /// A text may speak of an agreement while it is negotiated, and not a generation before.
  private func isOfTime(_ row: Int32) -> Bool {
    let signed = gazetteer.agreementRecords[Int(row)].signed
    guard signed > 0, let year = document.metadata.date?.year else { return true }
    return year >= signed - Self.yearsOfTalks
  }

  private static let yearsOfTalks = 8

  /// "Minsk II", "Open Skies": a name that no noun for agreements ends.
  func isWithoutNoun(_ match: NameMatch) -> Bool {
    !match.words.contains { agreementNoun(at: $0)?.words.upperBound == match.words.upperBound }
  }

  /// Such a name, and not the beginning of another: "the New Start for Culture program".
  func isAlone(_ match: NameMatch) -> Bool {
    isWithoutNoun(match) && !(id(match.words.upperBound) == ids.for && isCapital(match.words.upperBound + 1))
  }

  /// The word after such a name, which names no place or person; nil where none begins.
  func endOfKnownAgreement(at index: Int) -> Int? {
    guard let match = knownAgreementName(at: index), isAlone(match) else { return nil }
    return match.words.upperBound
  }

  /// Reads a name that no noun ends; returns the word after it.
  mutating func readKnownAgreement(_ match: NameMatch, from first: Int) -> Int {
    let end = match.words.upperBound
    var topics: AgreementTopics = []
    for index in match.words { topics.formUnion(AgreementTopics(view.words[index].classes)) }
    var agreement = AgreementReading(
      name: match.words, head: end - 1, kind: .document, isNamed: true, isDefinite: true, isPlural: false,
      isBare: false, topics: topics, known: match.row)
    agreement.acronym = acronym(after: end) ?? -1
    agreement.end = max(end, readComplement(after: endOfAcronym(end), of: &agreement, from: first))
    let row = Int32(agreements.count)
    agreements.append(agreement)
    var usage: EntityMention.Usage = []
    if id(end) == WordScanner.Mark.possessive { usage.insert(.possessive) }
    let start = match.words.lowerBound
    add(.agreement, (has(start - 1, .article) ? start - 1 : start)..<end, row: row, form: .name, usage: usage)
    return end
  }

  /// Whether what stands between the article and a known name, "the U.S.-Philippine", "the 1960", leaves it that name.
  func isOnlyQualified(_ words: Range<Int>) -> Bool {
    var index = words.lowerBound
    while index < words.upperBound {
      if let hit = countryHit(at: index), hit.words.upperBound <= words.upperBound {
        index = hit.words.upperBound
        continue
      }
      let word = view.words[index]
      guard word.isMark || word.shape.contains(.digit) || isLower(index) && !has(index, .preposition) else {
        return false
      }
      index += 1
    }
    return true
  }

  /// "the 1960 treaty": the known agreement of that year which the text has named, if it is the only one.
  func knownAgreementOfYear(_ agreement: AgreementReading) -> Int32? {
    guard !agreement.isNamed, agreement.isDefinite, agreement.name.count == 2,
      let year = Int(text(agreement.name.lowerBound..<agreement.name.lowerBound + 1)), year > 1900
    else { return nil }
    // "the 1965 agreement" is no treaty of that year.
    let noun = view.words[agreement.head].id
    let named = gazetteer.agreementsByYear[year, default: []].filter { row in
      links.knownAgreements[row] != nil && gazetteer.agreementRecords[Int(row)].names.contains { $0.last == noun }
    }
    return named.count == 1 ? named[0] : nil
  }

  /// The draft of a known agreement, made where the text has not named it before.
  mutating func knownAgreementDraft(_ row: Int32, at mention: Int) -> Int32 {
    if let known = links.knownAgreements[row] { return known }
    let record = gazetteer.agreementRecords[Int(row)]
    for index in drafts.indices {
      guard let agreement = drafts[index].agreement, agreement.isNamed, agreement.known < 0 else { continue }
      let isIt = record.names.contains { name in
        let shared = name.filter(agreement.words.contains).count
        return shared > 1 && shared >= min(name.count, agreement.words.count)
      }
      if isIt {
        know(Int32(index), as: row)
        return Int32(index)
      }
    }
    var draft = EntityDraft(.agreement)
    draft.nameWords = raw[mention].words
    draft.agreement = AgreementDraft(kind: .general, topics: [], isNamed: true, isPlural: false)
    drafts.append(draft)
    spellOut(Int32(drafts.count - 1), as: row)
    return Int32(drafts.count - 1)
  }

  /// Notes that a draft is a known agreement. One of a year has one name wherever it is told of; "the Mutual Defense
  /// Treaty" is of many.
  mutating func know(_ draft: Int32, as row: Int32, byShortName isShort: Bool = true) {
    guard drafts[Int(draft)].agreement?.known == -1 else { return }
    drafts[Int(draft)].agreement?.known = row
    if links.knownAgreements[row] == nil { links.knownAgreements[row] = draft }
    let record = gazetteer.agreementRecords[Int(row)]
    if record.signed > 0 { drafts[Int(draft)].name = record.name }
    guard isShort else { return }
    // "SALT II" tells of itself what the words of its name do.
    for word in record.names.first ?? [] {
      drafts[Int(draft)].agreement?.words.insert(word)
      let topics = AgreementTopics(gazetteer.vocabulary.classes[Int(word)])
      drafts[Int(draft)].agreement?.topics.formUnion(topics)
    }
  }

  /// "the Strategic Offensive Arms Treaty (New START)": the known name in brackets behind another.
  func bracketedName(after end: Int) -> Int32? {
    guard id(end) == WordScanner.Mark.openBracket else { return nil }
    var place = end + 1
    if has(place, .article) { place += 1 }
    guard let match = knownAgreementName(at: place), id(match.words.upperBound) == WordScanner.Mark.closeBracket else {
      return nil
    }
    return match.row
  }

  /// Gives an agreement the name that its initials stand for, with what the words of it tell.
  mutating func spellOut(_ draft: Int32, as row: Int32) {
    let record = gazetteer.agreementRecords[Int(row)]
    if drafts[Int(draft)].name.isEmpty, drafts[Int(draft)].agreement?.words.isEmpty ?? true || !isNamed(draft) {
      drafts[Int(draft)].name = record.name
    }
    know(draft, as: row)
    drafts[Int(draft)].agreement?.isNamed = true
  }
}
