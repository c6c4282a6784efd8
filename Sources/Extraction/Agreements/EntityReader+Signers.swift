import Diplomacy
import Linguistics

/// Who signs, reaches or concludes an agreement, and so becomes a party to it.
extension EntityReader {
  /// The actors whom the sentence makes sign, reach or conclude the agreement: "A and B have signed a pact",
  /// "a pact signed by A and B", "signed by the three countries", "signed by Presidents X and Y", who sign for their states.
  mutating func signers(of mention: Int, atLeast least: Int) -> [Int32] {
    let range = view.sentences[raw[mention].sentence]
    if let verb = signingVerb(before: mention), !isNegatedOrReported(verb, in: range) {
      let found = actors(endingBefore: verb, in: mention)
      if found.count >= least { return found }
    }
    // "signed by A and B", "reached between A and B".
    let end = raw[mention].words.upperBound
    var after = end
    while after < min(range.upperBound, end + 9) {
      if view.words[after].has(.signingVerb), text(after..<after + 1) != "announced",
        let by = agent(of: after, in: range)
      {
        let found = actors(beginningAt: by + 1, in: mention)
        if found.count > 1 { return found }
      }
      after += 1
    }
    return []
  }

  /// The "by" or "between" of a participle, when and where it was signed left out: "signed in Geneva on Monday by".
  private func agent(of participle: Int, in range: Range<Int>) -> Int? {
    var place = participle + 1
    while range.contains(place), place < participle + 9 {
      let word = view.words[place]
      if word.id == ids.by || word.has(.between) { return place }
      if word.isMark || word.has(.subordinate) || isVerbal(place) { return nil }
      place += 1
    }
    return nil
  }

  /// By its tag alone: linking goes over all sentences, and not the one being read.
  func isVerbal(_ word: Int) -> Bool {
    guard document.tokens.areTagged else { return false }
    let part = document.tokens.partOfSpeech[Int(view.words[word].token)]
    return part == .verb || part == .auxiliary
  }

  /// Those who end right before a word or its auxiliaries, with whom they are coordinated.
  mutating func whoEnds(at word: Int, from mention: Int) -> [Int32] {
    var index = mention
    let sentence = raw[mention].sentence
    while index + 1 < raw.count, raw[index + 1].words.lowerBound < word { index += 1 }
    while index >= 0, raw[index].sentence == sentence {
      let candidate = raw[index]
      defer { index -= 1 }
      guard candidate.words.upperBound <= word, !candidate.usage.contains(.affiliation) else { continue }
      guard word - candidate.words.upperBound <= 2, isSigner(candidate) || candidate.kind == .pronoun else { return [] }
      if candidate.entities.isEmpty {
        if candidate.kind == .pronoun {
          resolvePronoun(index)
        } else if candidate.kind == .group {
          raw[index].entities = resolve(groups[Int(candidate.row)], at: index)
        }
      }
      let entities = raw[index].entities
      return entities.count == 1 ? coordination(endingAt: index) : entities
    }
    return []
  }

  func whoBegin(at word: Int, after mention: Int) -> [Int32] {
    var index = mention + 1
    while index < raw.count, raw[index].words.lowerBound <= word + 1 {
      if raw[index].words.lowerBound >= word,
        raw[index].kind == .country || raw[index].kind == .organization || raw[index].kind == .person,
        !raw[index].usage.contains(.affiliation)
      {
        return raw[index].entities.count == 1 ? list(beginningAt: index) : raw[index].entities
      }
      index += 1
    }
    return []
  }

  /// Whether a state, a pronoun or a group begins at a word.
  func isActor(beginningAt word: Int, after mention: Int) -> Bool {
    var index = mention + 1
    while index < raw.count, raw[index].words.lowerBound <= word {
      if raw[index].words.lowerBound == word {
        switch raw[index].kind {
        case .country, .pronoun, .group: return !raw[index].usage.contains(.possessive)
        default: break
        }
      }
      index += 1
    }
    return false
  }

  func isNegatedOrReported(_ verb: Int, in range: Range<Int>) -> Bool {
    for place in max(range.lowerBound, verb - 4)..<verb where gazetteer.negations.contains(view.words[place].id) {
      return true
    }
    return false
  }

  /// Countries and bodies coordinated as subject of a verb, or named "ministers from A and B".
  private mutating func actors(endingBefore verb: Int, in mention: Int) -> [Int32] {
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      index -= 1
      // "their chiefs of staff signed".
      if candidate.kind == .pronoun, let owners = ownersOfSigners(index + 1, until: verb) { return owners }
      guard candidate.words.upperBound <= verb, isSigner(candidate),
        !candidate.usage.contains(.affiliation), !candidate.usage.contains(.modifier)
      else { continue }
      // Only auxiliaries, adverbs and marks between the subject and the verb.
      let gap = candidate.words.upperBound..<verb
      // "congratulate A and B on signing".
      let isGerund =
        gap.count == 1 && view.words[gap.lowerBound].has(.preposition)
        && (!document.tokens.areTagged || document.tokens.pennTag[Int(view.words[verb].token)] == .verbGerund)
      // "Taiwan, which just completed".
      let isRelative = gap.contains { gazetteer.relativeWords.contains(view.words[$0].id) }
      guard gap.count <= 4,
        isGerund || isRelative || !gap.contains(where: { view.words[$0].has([.preposition, .subordinate]) })
      else {
        return bound(subjects(of: verb, before: mention))
      }
      // Persons who agree on a pact need not have signed it.
      if candidate.kind == .person, !isSigning(verb) { return [] }
      return bound(candidate.entities.count > 1 ? candidate.entities : coordination(endingAt: index + 1))
    }
    return []
  }

  /// By the tree, where much stands between: "The union and the bloc of five southern states have agreed on".
  private func subjects(of verb: Int, before mention: Int) -> [Int32] {
    guard document.tokens.areParsed else { return [] }
    let token = Int(view.words[verb].token)
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      let isSubject = candidate.words.contains { word in
        let place = Int(view.words[word].token)
        return document.tokens.relation[place] == .nominalSubject && Int(document.tokens.head[place]) == token
      }
      if isSubject, isSigner(candidate), candidate.kind != .person || isSigning(verb),
        !candidate.usage.contains(.affiliation), !candidate.usage.contains(.modifier)
      {
        return candidate.entities.count == 1 ? list(beginningAt: index) : candidate.entities
      }
      index -= 1
    }
    return []
  }

  private mutating func actors(beginningAt start: Int, in mention: Int) -> [Int32] {
    var found: [Int32] = []
    var index = mention + 1
    var end = start
    while index < raw.count, raw[index].sentence == raw[mention].sentence {
      let place = index
      let candidate = raw[index]
      index += 1
      guard candidate.words.lowerBound >= end, isSigner(candidate), !candidate.usage.contains(.affiliation),
        !candidate.usage.contains(.apposition)
      else { continue }
      guard candidate.words.lowerBound - end <= 3 else { break }
      if candidate.kind == .group, candidate.entities.isEmpty {
        raw[place].entities = resolve(groups[Int(candidate.row)], at: place)
      }
      found += raw[place].entities
      end = candidate.words.upperBound
    }
    return bound(found)
  }

  /// The states whose people sign: "their ministers", "its generals".
  private mutating func ownersOfSigners(_ pronoun: Int, until verb: Int) -> [Int32]? {
    let word = raw[pronoun].words.upperBound
    guard raw[pronoun].usage.contains(.possessive), word < verb, verb - word < 7,
      (word..<verb).contains(where: { view.words[$0].has(.groupPerson) }), isSigning(verb)
    else { return nil }
    if raw[pronoun].entities.isEmpty { resolvePronoun(pronoun) }
    return bound(raw[pronoun].entities)
  }

  func isSigning(_ verb: Int) -> Bool {
    guard document.tokens.areTagged else { return false }
    return Self.signing.contains(document.tokens.lemmaText(Int(view.words[verb].token)))
  }

  func isReaching(_ verb: Int) -> Bool {
    guard document.tokens.areTagged else { return false }
    return ["agree", "reach", "strike", "negotiate"].contains(document.tokens.lemmaText(Int(view.words[verb].token)))
  }

  private static let signing: Set = ["sign", "initial", "ink", "conclude", "seal", "ratify"]

  private func isSigner(_ mention: RawMention) -> Bool {
    switch mention.kind {
    case .country, .organization, .group: true
    case .person: mention.entities.count == 1
    default: false
    }
  }

  /// States and bodies, and the states of persons who sign for them.
  mutating func bound(_ signers: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for signer in signers {
      var draft = signer
      switch drafts[Int(signer)].kind {
      case .country, .organization: break
      case .official:
        let official = drafts[Int(signer)]
        let row = official.roles.last { $0.country >= 0 }?.country ?? official.country
        guard row >= 0 else { continue }
        draft = countryDraft(row)
      case .agreement: continue
      }
      if !result.contains(draft) { result.append(draft) }
    }
    return result
  }
}
