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
      if view.words[after].has(.signingVerb), after + 1 < range.upperBound,
        view.words[after + 1].id == ids.by || view.words[after + 1].has(.between)
      {
        let found = actors(beginningAt: after + 2, in: mention)
        if found.count > 1 { return found }
      }
      after += 1
    }
    return []
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
      let isGerund = gap.count == 1 && view.words[gap.lowerBound].has(.preposition)
      // "Taiwan, which just completed".
      let isRelative = gap.contains { gazetteer.relativeWords.contains(view.words[$0].id) }
      guard gap.count <= 4,
        isGerund || isRelative || !gap.contains(where: { view.words[$0].has([.preposition, .subordinate]) })
      else {
        return []
      }
      // Persons who agree on a pact need not have signed it.
      if candidate.kind == .person, !isSigning(verb) { return [] }
      return bound(candidate.entities.count > 1 ? candidate.entities : coordination(endingAt: index + 1))
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

  private func isSigning(_ verb: Int) -> Bool {
    guard document.tokens.areTagged else { return false }
    return Self.signing.contains(document.tokens.lemmaText(Int(view.words[verb].token)))
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
  private mutating func bound(_ signers: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for signer in signers {
      var draft = signer
      switch drafts[Int(signer)].kind {
      case .country, .organization: break
      case .official:
        guard let row = drafts[Int(signer)].roles.last(where: { $0.country >= 0 })?.country else { continue }
        draft = countryDraft(row)
      case .agreement: continue
      }
      if !result.contains(draft) { result.append(draft) }
    }
    return result
  }
}
