import Diplomacy
import Linguistics

/// Which phrases with the noun of an agreement mean one that some have or are to have.
extension EntityReader {
  /// Whether what was read is an agreement that some parties have or are to have, and not the idea of one.
  func isEntity(_ agreement: AgreementReading, _ record: AgreementNounRecord, determiner: Int?) -> Bool {
    // "a bipartisan budget agreement": of parties at home.
    if agreement.head > low, let first = agreement.name.first,
      Self.domestic.contains(text(first..<first + 1).lowercased())
    {
      return false
    }
    let noun = text(agreement.head..<agreement.head + 1)
    // "the U.S.-India strategic partnership": how two stand to each other, unless it is signed.
    if Self.relations.contains(noun), !isSignedBefore(agreement, determiner) { return false }
    // "the Violence Against Women Act": a law of one state.
    if noun == "Act", agreement.parties.filter(\.isCountry).count < 2, !isSignedByStates(agreement) { return false }
    // "Nigeria's agreement to lead the talks": that it agreed.
    if !agreement.isNamed, isConsent(agreement, determiner) { return false }
    if agreement.isNamed, record.kind != .weakest { return !isOfMeeting(agreement.head - 1) || record.kind != .weak }
    let hasParties = !agreement.parties.isEmpty || !agreement.owners.isEmpty
    let isTypical =
      agreement.head > low && record.modifiers.contains(id(agreement.head - 1))
      || (record.kind == .weak || record.kind == .weakest) && !agreement.isNamed
        && (isInPoints(agreement) || isMade(agreement, determiner))
    // "the Washington Summit Declaration": what a meeting says, and no pact.
    if record.kind == .weak || record.kind == .weakest, isOfMeeting(agreement.head - 1) { return false }
    // "the communiqué signed by A and B", "the contract that A signed with B".
    if record.kind == .weak, !agreement.isNamed, let determiner, has(determiner, .article), isSignedThere(agreement) {
      return true
    }
    // "the Declaration" that was spoken of before.
    if record.kind == .weak || record.kind == .weakest, agreement.isBare, !agreement.isPlural, !hasParties,
      let determiner, has(determiner, [.definite]), agreement.name.count == 1
    {
      return Self.documents.contains(text(agreement.head..<agreement.head + 1).lowercased())
    }
    // "a compact with", "an understanding between": with whom it is makes it one.
    if record.kind == .weak || record.kind == .weakest, let determiner,
      has(determiner, [.article, .possessivePronoun]),
      hasParties || agreement.partyGroup >= 0,
      [ids.with, ids.on, ids.for].contains(id(agreement.head + 1)) || has(agreement.head + 1, .between),
      Self.dealings.contains(text(agreement.head..<agreement.head + 1).lowercased())
    {
      return true
    }
    if record.kind == .weak {
      guard isTypical || agreement.parties.count > 1 && !agreement.isBare else { return false }
    } else if record.kind == .weakest {
      guard
        isTypical && (hasParties || determiner != nil || agreement.isNamed)
          && !(agreement.isNamed && isRelation(agreement.head))
          || agreement.isNamed
            && (agreement.parties.count > 1 && !isRelation(agreement.head)
              || agreement.acronym >= 0 && !Self.programs.contains(noun.lowercased())
              || isFramework(agreement, determiner)
              || isLeftOrSigned(agreement.name))
      else { return false }
      if agreement.isNamed { return true }
    }
    if let determiner {
      if has(determiner, [.article, .demonstrative, .possessivePronoun]) {
        if agreement.isPlural, agreement.isBare { return has(determiner, [.definite, .possessivePronoun]) }
        return true
      }
      // "any deal", "no agreement", "each accord".
      return false
    }
    if agreement.isPlural {
      // "Finland's accession protocols".
      if agreement.name.contains(where: { id($0) == WordScanner.Mark.possessive }) { return true }
      // "three other agreements"; not "several economic deals".
      return agreement.name.contains { has($0, .numberWord) } || hasParties && agreement.parties.count > 1
    }
    // "a" may be missing in headlines; elsewhere a bare noun is the idea: "in agreement", "by treaty".
    if isInHeadline(sentence) || document.sentences[sentence].zone == .headline {
      return hasParties || !agreement.isBare || has(agreement.name.lowerBound - 1, .signingVerb)
    }
    return hasParties && !agreement.isBare
  }

  /// "a 13-point document", "the five-point declaration".
  func isInPoints(_ agreement: AgreementReading) -> Bool {
    Self.documents.contains(text(agreement.head..<agreement.head + 1).lowercased())
      && agreement.name.contains { index in
        let word = text(index..<index + 1).lowercased()
        return word.hasSuffix("-point")
          || word == "point" && index > agreement.name.lowerBound
            && (has(index - 1, .numberWord) || view.words[index - 1].shape.contains(.digit))
      }
  }

  /// Whether a verb of signing follows: "signed in Rabat by", "that the two had signed".
  func isSignedThere(_ agreement: AgreementReading) -> Bool {
    guard document.tokens.areTagged else { return false }
    var place = agreement.head + 1
    let isRelative = gazetteer.relativeWords.contains(id(place)) || text(place..<min(high, place + 1)) == "that"
    if isRelative { place += 1 }
    let end = min(high, place + (isRelative ? 6 : 1))
    while place < end, !view.words[place].isMark {
      if has(place, .signingVerb) {
        return ["sign", "initial", "ink", "conclude"].contains(document.tokens.lemmaText(Int(view.words[place].token)))
      }
      place += 1
    }
    return false
  }

  /// "announced a patrolling arrangement", "reached a secret understanding", "signed a settlement on gas".
  private func isMade(_ agreement: AgreementReading, _ determiner: Int?) -> Bool {
    guard let determiner, has(determiner, .article), !agreement.isBare || agreement.described.count > 0,
      Self.dealings.contains(text(agreement.head..<agreement.head + 1).lowercased())
    else { return false }
    return determiner > low && has(determiner - 1, .signingVerb) && !isCapital(determiner - 1)
  }

  private func isOfMeeting(_ index: Int) -> Bool {
    isCapital(index) && ["summit", "ministerial", "meeting"].contains(text(index..<index + 1).lowercased())
  }

  /// "the Windsor Framework".
  private func isFramework(_ agreement: AgreementReading, _ determiner: Int?) -> Bool {
    guard let determiner, id(determiner) == ids.the, agreement.name.count < 4 else { return false }
    return text(agreement.head..<agreement.head + 1) == "Framework"
  }

  /// "the U.S.-India Strategic Partnership": how two stand to each other.
  private func isRelation(_ head: Int) -> Bool {
    text(head..<head + 1).lowercased() == "partnership"
  }

  private static let relations: Set = ["Partnership", "Partnerships", "partnership", "partnerships"]
  private static let programs: Set = ["initiative", "initiatives", "plan", "plans", "protocols"]

  /// "signed a strategic partnership".
  private func isSignedBefore(_ agreement: AgreementReading, _ determiner: Int?) -> Bool {
    let verb = (determiner ?? agreement.name.lowerBound) - 1
    return has(verb, .signingVerb) && !isCapital(verb)
      && Self.signatures.contains(text(verb..<verb + 1).lowercased())
  }

  private static let signatures: Set = [
    "concluded", "initialed", "initialled", "inked", "sealed", "sign", "signed", "signing", "signs",
  ]

  /// "the Final Act", "the NATO-Russia Founding Act".
  private func isSignedByStates(_ agreement: AgreementReading) -> Bool {
    agreement.head > low
      && ["Final", "Founding", "General", "Single"].contains(text(agreement.head - 1..<agreement.head))
      || agreement.parties.count > 1
  }

  /// "Peru's agreement to join", "their agreement to meet".
  private func isConsent(_ agreement: AgreementReading, _ determiner: Int?) -> Bool {
    guard agreement.kind == .general, !agreement.isPlural, id(agreement.head + 1) == ids.to,
      partOfSpeech(agreement.head + 2) == .verb
    else { return false }
    let isOwned =
      determiner.map { has($0, .possessivePronoun) } ?? false || id(agreement.head - 1) == WordScanner.Mark.possessive
    return isOwned && text(agreement.head..<agreement.head + 1) == "agreement"
  }

  private static let domestic: Set = [
    "bipartisan", "budget", "cross-party", "labor", "labour", "licensing", "rental", "severance", "wage",
  ]

  private static let documents: Set = [
    "arrangement", "charter", "communique", "communiqué", "compact", "convention", "covenant", "declaration",
    "document", "framework", "memorandum", "protocol", "understanding",
  ]
  private static let dealings: Set = ["arrangement", "compact", "contract", "covenant", "settlement", "understanding"]

  /// "withdrew from the Trans-Pacific Partnership", "signed the Charter Initiative".
  private func isLeftOrSigned(_ name: Range<Int>) -> Bool {
    var place = name.lowerBound - 1
    while has(place, [.article, .preposition]) { place -= 1 }
    return has(place, [.agreementVerb, .signingVerb]) && !isCapital(place)
  }
}
