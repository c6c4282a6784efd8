import Diplomacy
import Linguistics

/// Whom a sentence tells to be bound by an agreement without making them sign it: "parties to", "remain in", "obliges".
extension EntityReader {
  /// "the pact that the three states concluded", "the Act it signed with the bloc", "a treaty to which both are parties",
  /// "ratified by both countries", "Peru is a party to the Convention".
  mutating func thoseBound(by mention: Int) -> [Int32] {
    let range = view.sentences[raw[mention].sentence]
    let end = raw[mention].words.upperBound
    func id(_ place: Int) -> Int32 { range.contains(place) ? view.words[place].id : -999 }
    func isParty(_ place: Int) -> Bool {
      range.contains(place) && Self.partyNouns.contains(text(place..<place + 1).lowercased())
    }
    // "X is a party to the Convention", "X and Y, parties to the Convention".
    var place = raw[mention].words.lowerBound - 1
    if range.contains(place), view.words[place].has(.article) { place -= 1 }
    if id(place) == ids.to, isParty(place - 1) {
      place -= 2
      while range.contains(place), view.words[place].has([.article, .modifierCommon]) { place -= 1 }
      if range.contains(place),
        view.words[place].has(.beVerb) || id(place) == WordScanner.Mark.comma || id(place) == ids.as
      {
        return bound(whoEnds(at: place, from: mention))
      }
      return []
    }
    // "the accession of Peru to the treaty", "Chad's obligations under the pact".
    let owners = ownersOfBond(before: place, of: mention)
    if !owners.isEmpty { return bound(owners) }
    let belonging = thoseBelonging(to: mention, before: place)
    if !belonging.isEmpty { return bound(belonging) }
    let keepers = keepers(of: mention, before: place)
    if !keepers.isEmpty { return keepers }
    let acting = thoseActing(under: mention)
    if !acting.isEmpty { return acting }
    let pledging = thosePledging(in: mention)
    if !pledging.isEmpty { return pledging }
    let tied = tiedByAgreement(after: end, of: mention)
    if !tied.isEmpty { return bound(tied) }
    var start = end
    if id(start) == WordScanner.Mark.comma { start += 1 }
    guard range.contains(start), !view.words[start].isMark else { return [] }
    if id(start) == ids.to, range.contains(start + 1), gazetteer.relativeWords.contains(id(start + 1)) {
      // "to which both countries are parties".
      for verb in start + 2..<start + 10 where range.contains(verb) && view.words[verb].has(.beVerb) {
        return isParty(verb + 1) || range.contains(verb + 1) && view.words[verb + 1].has(.article) && isParty(verb + 2)
          ? bound(whoEnds(at: verb, from: mention)) : []
      }
      return []
    }
    // "an understanding it reached with": the pronoun left out.
    let isReduced = start == end && isActor(beginningAt: start, after: mention)
    let isRelative = gazetteer.relativeWords.contains(id(start)) || text(start..<start + 1) == "that" || isReduced
    var verb = start
    // "that the three powers, A, B and C, agreed to".
    while range.contains(verb), verb < start + (isRelative ? 16 : 8), !view.words[verb].has(.signingVerb),
      !view.words[verb].isMark || isRelative && view.words[verb].id == WordScanner.Mark.comma
    {
      verb += 1
    }
    guard range.contains(verb), view.words[verb].has(.signingVerb),
      isSigning(verb) || isRelative && isReaching(verb), verb > start, id(verb + 1) != ids.by,
      isRelative || start == end,
      !(start..<verb).contains(where: {
        view.words[$0].has([.preposition, .subordinate]) && $0 > start && view.words[$0].id != ids.of
      }),
      !isNegatedOrReported(verb, in: start..<range.upperBound)
    else { return [] }
    var found = whoEnds(at: verb, from: mention)
    guard !found.isEmpty else { return [] }
    if id(verb + 1) == ids.with { found += whoBegin(at: verb + 2, after: mention) }
    return bound(found)
  }

  /// Whose accession, withdrawal or duty a noun before an agreement tells of; `place` is the preposition.
  private mutating func ownersOfBond(before place: Int, of mention: Int) -> [Int32] {
    let range = view.sentences[raw[mention].sentence]
    guard range.contains(place), range.contains(place - 1), view.words[place].has(.preposition) else { return [] }
    func isBond(_ word: Int) -> Bool {
      guard range.contains(word) else { return false }
      let noun = text(word..<word + 1).lowercased()
      // "our commitment to the treaty" may be anybody's.
      return Self.bonds.contains(noun) && (!noun.hasPrefix("commitment") || text(place..<place + 1) == "under")
    }
    if isBond(place - 1) {
      // "X's formal withdrawal from".
      var index = mention - 1
      while index >= 0, raw[index].sentence == raw[mention].sentence {
        let gap = place - 1 - raw[index].words.upperBound
        if gap >= 0, raw[index].usage.contains(.possessive) {
          guard gap <= 3, raw[index].kind == .country || raw[index].kind == .pronoun || raw[index].kind == .group else {
            return []
          }
          if raw[index].entities.isEmpty {
            if raw[index].kind == .pronoun {
              resolvePronoun(index)
            } else {
              raw[index].entities = resolve(groups[Int(raw[index].row)], at: index)
            }
          }
          return raw[index].entities
        }
        if gap > 3 { return [] }
        index -= 1
      }
      return []
    }
    // "the ratification by A and B of".
    var index = mention - 1
    while index >= 0, raw[index].words.lowerBound >= place { index -= 1 }
    guard index >= 0, raw[index].words.upperBound == place, raw[index].kind == .country, !raw[index].entities.isEmpty
    else { return [] }
    var start = raw[index].words.lowerBound
    let named = coordination(endingAt: index)
    while index >= 0, raw[index].sentence == raw[mention].sentence, start - raw[index].words.upperBound < 4,
      raw[index].entities.allSatisfy(named.contains)
    {
      start = min(start, raw[index].words.lowerBound)
      index -= 1
    }
    start -= 1
    while range.contains(start), view.words[start].has(.article) { start -= 1 }
    guard range.contains(start), view.words[start].id == ids.of || view.words[start].id == ids.by, isBond(start - 1)
    else { return [] }
    return named
  }

  private static let bonds: Set = [
    "accession", "adherence", "admission", "commitment", "commitments", "compliance", "departure", "entry", "exit",
    "membership", "noncompliance",
    "duties", "obligation", "obligations", "participation", "rights", "ratification", "signature", "withdrawal",
  ]

  /// "The accord commits A and B to", "the deal removes barriers between A and B": whom an agreement that is the subject
  /// ties.
  private mutating func tiedByAgreement(after end: Int, of mention: Int) -> [Int32] {
    guard document.tokens.areTagged, isSubject(raw[mention]) else { return [] }
    let range = view.sentences[raw[mention].sentence]
    var end = end
    // "the treaty, known as INF, obliges".
    if range.contains(end), view.words[end].id == WordScanner.Mark.comma,
      let close = (end + 1..<end + 14).first(where: {
        range.contains($0) && view.words[$0].id == WordScanner.Mark.comma
      })
    {
      end = close + 1
    }
    var verb = end
    while range.contains(verb), verb < end + 4, document.tokens.partOfSpeech[Int(view.words[verb].token)] != .verb {
      guard !view.words[verb].isMark else { return [] }
      verb += 1
    }
    guard range.contains(verb), verb < end + 4 else { return [] }
    let isTie = Self.ties.contains(document.tokens.lemmaText(Int(view.words[verb].token)))
    var place = verb + 1
    while range.contains(place), place < verb + 6, !view.words[place].isMark, !view.words[place].has(.between) {
      if isTie, !view.words[place].has([.article, .modifierCommon]) { break }
      place += 1
    }
    guard range.contains(place) else { return [] }
    let isBetween = view.words[place].has(.between)
    guard isTie || isBetween else { return [] }
    if isBetween { place += 1 }
    var index = mention + 1
    while index < raw.count, raw[index].words.lowerBound < place { index += 1 }
    // "commits the parties to talks": whom these stand for.
    if index < raw.count, raw[index].sentence == raw[mention].sentence, raw[index].words.lowerBound <= place + 1,
      raw[index].kind == .group
    {
      let states = statesMeant(by: index)
      return states.count > 1 ? states : []
    }
    guard index < raw.count, raw[index].sentence == raw[mention].sentence, raw[index].words.lowerBound <= place + 1,
      raw[index].kind == .country, raw[index].entities.count == 1, !raw[index].usage.contains(.possessive)
    else { return [] }
    let list = list(beginningAt: index).filter { drafts[Int($0)].kind == .country }
    return isBetween && list.count < 2 ? [] : list
  }

  /// The states that "the two sides", "the parties" or "both governments" stand for.
  private mutating func statesMeant(by index: Int) -> [Int32] {
    if raw[index].entities.isEmpty, raw[index].kind == .group {
      raw[index].entities = resolve(groups[Int(raw[index].row)], at: index)
    }
    return bound(raw[index].entities).filter { drafts[Int($0)].kind == .country }
  }

  /// "neither side has implemented the accord", "both countries must honor the treaty": those who are to keep it.
  private mutating func keepers(of mention: Int, before place: Int) -> [Int32] {
    guard document.tokens.areTagged, raw[mention].row >= 0 else { return [] }
    let range = view.sentences[raw[mention].sentence]
    guard range.contains(place), !view.words[place].isMark,
      Self.keepings.contains(document.tokens.lemmaText(Int(view.words[place].token)))
    else { return [] }
    var index = mention - 1
    while index >= 0, raw[index].sentence == raw[mention].sentence {
      defer { index -= 1 }
      guard raw[index].words.upperBound <= place, place - raw[index].words.upperBound < 4 else { continue }
      switch raw[index].kind {
      case .group:
        let states = statesMeant(by: index)
        return states.count == 2 ? states : []
      case .country where raw[index].entities.count == 1:
        let states = coordination(endingAt: index).filter { drafts[Int($0)].kind == .country }
        return states.count > 1 ? states : []
      default: return []
      }
    }
    return []
  }

  private static let keepings: Set = [
    "extend", "honor", "honour", "implement", "observe", "prolong", "renew", "respect", "restore", "resume", "revive",
    "suspend", "uphold",
  ]

  /// "A and B, which remain in the accord along with C", "D has acceded to the treaty": who is in it.
  private mutating func thoseBelonging(to mention: Int, before place: Int) -> [Int32] {
    let range = view.sentences[raw[mention].sentence]
    guard document.tokens.areTagged, range.contains(place - 1), view.words[place].has(.preposition) else { return [] }
    var verb = place - 1
    let token = Int(view.words[verb].token)
    guard Self.belongings[document.tokens.lemmaText(token)] == text(place..<place + 1) else { return [] }
    switch document.tokens.pennTag[token] {
    case .verbPast, .verbPresent, .verbThirdPersonSingular, .verbPastParticiple: break
    default: return []
    }
    guard !isNegatedOrReported(verb, in: range) else { return [] }
    // "has also", "which still".
    while range.contains(verb - 1), !view.words[verb - 1].isMark, !view.words[verb - 1].isCapital,
      document.tokens.partOfSpeech[Int(view.words[verb - 1].token)] == .adverb
        || document.tokens.partOfSpeech[Int(view.words[verb - 1].token)] == .auxiliary
    {
      verb -= 1
    }
    if range.contains(verb - 2), gazetteer.relativeWords.contains(view.words[verb - 1].id) {
      verb -= view.words[verb - 2].id == WordScanner.Mark.comma ? 2 : 1
    }
    var found = whoEnds(at: verb, from: mention)
    let after = raw[mention].words.upperBound
    if range.contains(after + 2), ["along", "together"].contains(text(after..<after + 1)),
      view.words[after + 1].id == ids.with
    {
      found += whoBegin(at: after + 2, after: mention)
    }
    return found
  }

  /// Verbs of being in an agreement, with their preposition.
  private static let belongings: [String: String] = [
    "accede": "to", "adhere": "to", "belong": "to", "remain": "in", "stay": "in",
  ]

  /// "a pact by which A and B are to supply C", "a deal under which A sells B": those who act, and to whom, under it.
  private mutating func thoseActing(under mention: Int) -> [Int32] {
    let range = view.sentences[raw[mention].sentence]
    var start = raw[mention].words.upperBound
    if range.contains(start), view.words[start].id == WordScanner.Mark.comma { start += 1 }
    guard range.contains(start + 2), ["by", "under"].contains(text(start..<start + 1)),
      text(start + 1..<start + 2) == "which"
    else { return [] }
    start += 2
    if view.words[start].has(.article) { start += 1 }
    var index = mention + 1
    while index < raw.count, raw[index].words.lowerBound < start { index += 1 }
    guard index < raw.count, raw[index].words.lowerBound == start, raw[index].kind == .country,
      raw[index].entities.count == 1, !raw[index].usage.contains(.possessive)
    else { return [] }
    var states = list(beginningAt: index).filter { drafts[Int($0)].kind == .country }
    // Whom what they do is done to.
    while index < raw.count, raw[index].sentence == raw[mention].sentence {
      let other = raw[index]
      index += 1
      guard other.kind == .country, other.entities.count == 1, let draft = other.entities.first,
        !states.contains(draft), !other.usage.contains(.possessive), !other.usage.contains(.modifier), isObject(other)
      else { continue }
      states.append(draft)
      break
    }
    return states.count > 1 ? states : []
  }

  /// "In a declaration issued in Rabat, both countries undertook to", "Under the accord, A and B will": those of the main
  /// clause who bind themselves by it.
  private mutating func thosePledging(in mention: Int) -> [Int32] {
    guard document.tokens.areTagged else { return [] }
    let range = view.sentences[raw[mention].sentence]
    var opening = raw[mention].words.lowerBound - 1
    if range.contains(opening), view.words[opening].has(.determiner) { opening -= 1 }
    guard opening == range.lowerBound, ["In", "Under"].contains(text(opening..<opening + 1)) else { return [] }
    var index = mention + 1
    while index < raw.count, raw[index].sentence == raw[mention].sentence {
      let first = index
      index += 1
      let start = raw[first].words.lowerBound
      var before = start - 1
      while range.contains(before), view.words[before].has(.article) { before -= 1 }
      guard before > opening, view.words[before].id == WordScanner.Mark.comma else { continue }
      var states: [Int32]
      switch raw[first].kind {
      case .group: states = statesMeant(by: first)
      case .country: states = list(beginningAt: first).filter { drafts[Int($0)].kind == .country }
      default: return []
      }
      guard states.count > 1,
        let verb = (raw[first].words.upperBound..<range.upperBound).first(where: {
          document.tokens.partOfSpeech[Int(view.words[$0].token)] == .verb
        })
      else { return [] }
      let lemma = document.tokens.lemmaText(Int(view.words[verb].token))
      if text(opening..<opening + 1) == "In", !Self.pledges.contains(lemma) { states = [] }
      return states
    }
    return []
  }

  private static let pledges: Set = [
    "affirm", "agree", "commit", "pledge", "promise", "reaffirm", "resolve", "undertake", "vow",
  ]

  private static let ties: Set = ["bind", "commit", "oblige", "obligate", "require"]

  private static let partyNouns: Set = ["party", "parties", "signatory", "signatories"]
}
