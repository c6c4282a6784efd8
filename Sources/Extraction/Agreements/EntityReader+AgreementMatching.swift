import Diplomacy
import Linguistics
import Provenance

/// How well a name or a description fits an agreement that was spoken of before.
extension EntityReader {
  func words(_ agreement: AgreementReading) -> Set<Int32> {
    Set(
      (agreement.name.lowerBound..<max(agreement.name.upperBound, agreement.described.upperBound)).compactMap { index in
        let word = view.words[index]
        return word.isMark || word.has([.functionWord, .article, .modifierCommon]) ? nil : word.id
      })
  }

  /// How well a mention fits an agreement: 0 not at all.
  func compatibility(
    _ agreement: AgreementReading, _ words: Set<Int32>, _ parties: [Int32], _ draft: Int32, distance: Int
  ) -> Double {
    guard let known = drafts[Int(draft)].agreement else { return 0 }
    if agreement.isPlural != known.isPlural, !(agreement.isPlural && agreement.isBare && distance <= 2) { return 0 }
    if agreement.age != .untold, known.age != .untold, agreement.age != known.age { return 0 }
    if agreement.known >= 0, known.known >= 0, agreement.known != known.known { return 0 }
    if areOfDifferentYears(agreement, known) { return 0 }
    let recency = 1.0 / Double(1 + max(0, distance))
    if agreement.isNamed, known.isNamed {
      // Two names: equal, or one the beginning of the other.
      // "the Status of Visiting Forces Agreement" is none of those that are called by the last three words.
      if agreement.known < 0, known.known >= 0, !words.isSubset(of: known.words) { return 0 }
      let shared = words.intersection(known.words).count
      return shared == min(words.count, known.words.count) && shared > 1 ? 4 + recency : 0
    }
    // A truce is no trade deal.
    if (agreement.kind == .truce) != (known.kind == .truce), !agreement.isBare,
      agreement.kind == .truce || known.kind == .truce
    {
      if agreement.kind != .general { return 0 }
    }
    if agreement.kind == .truce, known.kind != .truce, !known.topics.contains(.peace) { return 0 }
    if agreement.kind == .document, agreement.isBare, known.kind == .general, !known.isNamed, distance > 1 { return 0 }
    if !agreement.owners.isEmpty, !known.owners.isEmpty,
      !agreement.owners.contains(where: { known.owners.contains($0) })
    {
      return 0
    }
    let knownParties = Set(known.parties.map(\.draft))
    // A convention of a body of all states is no pact of two.
    if agreement.isNamed, !known.isNamed, parties.isEmpty, isOfBody(agreement),
      words.intersection(known.words).subtracting(headIDs).isEmpty
    {
      return 0
    }
    // "Russia, Iran sign nuclear fuel agreement" announces none of long ago that readers know.
    if agreement.known >= 0, !known.isNamed, known.isFromHeadline, isOlder(agreement.known),
      !isToldByNames(known, of: agreement.known)
    {
      return 0
    }
    let hasConflict =
      !parties.isEmpty && !knownParties.isEmpty && knownParties.count > 1 && !Set(parties).isSubset(of: knownParties)
    // "the 12-point document": how long it is tells it from none.
    if agreement.isDefinite, distance < 3, isDocument(agreement), isInPoints(agreement) {
      return 1 + recency
    }
    if hasConflict { return 0 }
    if !agreement.topics.isEmpty, !known.topics.isEmpty, agreement.topics.isDisjoint(with: known.topics) { return 0 }
    // A headline announces what the text then brings in as new.
    if !agreement.isDefinite, isFromHeadline(draft),
      agreement.kind == known.kind || agreement.kind == .general || known.kind == .general,
      agreement.isPlural == known.isPlural, !agreement.isNamed || !known.isNamed
    {
      return 1.2 + recency
    }
    // "the Japan-Nepal pact", as headlines have it, tells no more than the parties of what the text then calls by its
    // name.
    if agreement.isNamed, agreement.isDefinite, !known.isNamed, known.topics.isEmpty, parties.count > 1,
      knownParties == Set(parties)
    {
      return 1.2 + recency
    }
    // "the declaration" where one of that name was spoken of.
    if agreement.isBare, agreement.kind == .weak || agreement.kind == .weakest {
      let isSameNoun = !words.isDisjoint(with: known.words.intersection(headIDs))
      guard agreement.isDefinite, parties.isEmpty, isSameNoun || distance < 3 && isDocument(agreement) else { return 0 }
      return 1 + recency
    }
    if agreement.isBare {
      // "the deal", "a bilateral agreement" where one is spoken of.
      guard agreement.isDefinite || distance <= 3 && parties.isEmpty && isBilateral(agreement) else { return 0 }
      // "the draft accord with X" is none of those that X is no party to.
      if !parties.isEmpty, known.isNamed || !knownParties.isEmpty, knownParties.isDisjoint(with: parties) { return 0 }
      if !agreement.isDefinite, !agreement.described.isEmpty { return 0 }
      return 1 + recency
    }
    // "the draft accord with X" is none that X is no party to, unless words say so.
    if known.isNamed, !parties.isEmpty, knownParties.isDisjoint(with: parties),
      words.intersection(known.words).subtracting(headIDs).isEmpty
    {
      return 0
    }
    let content = words.subtracting(headIDs)
    let knownContent = known.words.subtracting(headIDs)
    let told = content.subtracting(dates(in: agreement))
    let sharesParties = !parties.isEmpty && !knownParties.isDisjoint(with: parties)
    let sharesTopic = !agreement.topics.isDisjoint(with: known.topics)
    let sharesWords = !content.isDisjoint(with: knownContent)
    // "the friendship treaty of 1978" is no treaty on arms.
    if !agreement.isNamed, !known.isNamed, !told.isEmpty, !knownContent.isEmpty, !sharesWords, !sharesTopic,
      !sharesParties
    {
      return 0
    }
    if agreement.isNamed || known.isNamed {
      // "the July 22 agreement" tells no more than "the agreement" does.
      if told.isEmpty, !agreement.isNamed, agreement.isDefinite, parties.isEmpty, distance < 4, agreement.age != .old {
        return 1 + recency
      }
      // A name and a description: topic or words must agree, parties not conflict.
      return sharesTopic || sharesWords ? 2 + recency + (sharesParties ? 1 : 0) : 0
    }
    if sharesParties {
      return sharesTopic || sharesWords || agreement.topics.isEmpty || known.topics.isEmpty ? 3 + recency : 0
    }
    if agreement.isDefinite { return sharesTopic || sharesWords || agreement.topics.isEmpty ? 1.5 + recency : 0 }
    // An indefinite description brings in a new one, unless the same words come back.
    return sharesTopic && sharesWords ? 0.5 + recency : 0
  }

  /// "the 1965 agreement" is none of 1982. A known one may be told by the year it took effect in.
  private func areOfDifferentYears(_ agreement: AgreementReading, _ known: AgreementDraft) -> Bool {
    let year = year(of: agreement)
    if year > 0, known.year > 0 { return year != known.year }
    func signed(_ row: Int32) -> Int { row < 0 ? 0 : gazetteer.agreementRecords[Int(row)].signed }
    let (first, second) = year > 0 ? (year, signed(known.known)) : (known.year, signed(agreement.known))
    return first > 0 && second > 0 && abs(first - second) > 3
  }

  /// The year among the words of an agreement, or 0.
  func year(of agreement: AgreementReading) -> Int {
    for index in agreement.name where view.words[index].shape.contains(.digit) {
      let word = view.words[index]
      guard word.end - word.start == 4, let year = Int(text(index..<index + 1)), (1800...2100).contains(year) else {
        continue
      }
      return year
    }
    return 0
  }

  private func isOlder(_ row: Int32) -> Bool {
    let signed = gazetteer.agreementRecords[Int(row)].signed
    guard signed > 0, let year = document.metadata.date?.year else { return false }
    return year > signed + 1
  }

  /// Whether all that the text tells of an agreement stands in the names of a known one.
  private func isToldByNames(_ known: AgreementDraft, of row: Int32) -> Bool {
    let names = gazetteer.agreementRecords[Int(row)].names
    return known.words.subtracting(headIDs).allSatisfy { word in names.contains { $0.contains(word) } }
  }

  /// "the document": any agreement on paper.
  private func isDocument(_ agreement: AgreementReading) -> Bool {
    text(agreement.head..<agreement.head + 1).lowercased() == "document"
  }

  /// "the July 22 agreement": days and months tell no more of what it is on; a year long past sets it apart.
  private func dates(in agreement: AgreementReading) -> [Int32] {
    agreement.name.filter { index in
      let word = view.words[index]
      return word.has(.month) || word.shape.contains(.digit) && (agreement.age != .old || word.end - word.start != 4)
    }.map { view.words[$0].id }
  }

  /// "the U.N. Convention on …": a body of many states names it.
  private func isOfBody(_ agreement: AgreementReading) -> Bool {
    agreement.parties.contains { party in
      guard !party.isCountry else { return false }
      let reading = organizations[Int(party.row)]
      return reading.kind == .known && gazetteer.organizations[Int(reading.row)].isIntergovernmental
    }
  }

  /// Whether only headlines have spoken of it.
  func isFromHeadline(_ draft: Int32) -> Bool { drafts[Int(draft)].agreement?.isFromHeadline ?? false }

  private var headIDs: Set<Int32> { gazetteer.agreementNounWords }

  private func isBilateral(_ agreement: AgreementReading) -> Bool {
    guard agreement.name.count > 1, !agreement.isPlural else { return false }
    return agreement.name.contains { gazetteer.sidedWords.contains(view.words[$0].id) }
  }
}
