import Diplomacy
import Linguistics

/// Memberships that nouns tell: who is in the chair of a body, whose allies its members are, who enters it.
extension EntityReader {
  /// "Turkey's NATO allies", "their EU partners", "Hungary's fellow EU members": whose fellows they are is of it too.
  func ownersOfFellows(of index: Int) -> [Int32] {
    let mention = raw[index]
    let range = view.sentences[mention.sentence]
    let next = mention.words.upperBound
    guard range.contains(next), isWord(next, Self.fellows) else { return [] }
    var place = mention.words.lowerBound - 1
    if isWord(place, ["fellow", "other"]) { place -= 1 }
    if range.contains(place), view.words[place].id == WordScanner.Mark.possessive { place -= 1 }
    var before = index - 1
    while before >= 0, raw[before].sentence == mention.sentence, index - before < 4 {
      let owner = raw[before]
      before -= 1
      guard owner.usage.contains(.possessive), owner.words.contains(place) || owner.words.upperBound == place + 1 else {
        continue
      }
      guard owner.kind == .country || owner.kind == .pronoun || owner.kind == .group || owner.kind == .person else {
        return []
      }
      return owner.entities.map(stateServed)
    }
    return []
  }

  private static let fellows: Set = ["allies", "ally", "members", "partners"]

  /// "Malaysia, this year's chair of the body,", "Laos, which chairs the body,", "Peru's presidency of the body", "the
  /// body's current chair, Laos".
  func holdersOfChair(of index: Int) -> [Int32] {
    let mention = raw[index]
    let range = view.sentences[mention.sentence]
    var place = mention.words.lowerBound - 1
    while range.contains(place), view.words[place].has(.article) { place -= 1 }
    guard range.contains(place), !view.words[place].isMark else { return [] }
    // "which chairs the body".
    if isWord(place, ["chairs", "chaired"]) {
      guard range.contains(place - 2), gazetteer.relativeWords.contains(view.words[place - 1].id) else {
        return countryEnding(at: place, before: index).map { [$0] } ?? []
      }
      let end = view.words[place - 2].id == WordScanner.Mark.comma ? place - 2 : place - 1
      return countryEnding(at: end, before: index).map { [$0] } ?? []
    }
    if view.words[place].id == ids.of, isWord(place - 1, Self.chairs) {
      // "Peru's presidency of", "Laos, this year's chair of", "holds the rotating presidency of".
      var start = place - 2
      while range.contains(start), place - start < 8 {
        if let owner = countryEnding(at: start + 1, before: index) { return [owner] }
        let word = view.words[start]
        if word.id == WordScanner.Mark.comma {
          if let told = countryEnding(at: start, before: index) { return [told] }
          break
        }
        if isWord(start, ["holds", "hold", "held", "is", "as", "assumes", "assumed"]) {
          let end =
            range.contains(start - 1) && gazetteer.relativeWords.contains(view.words[start - 1].id) ? start - 2 : start
          return countryEnding(at: end, before: index).map { [$0] } ?? []
        }
        guard !word.isMark || word.id == WordScanner.Mark.possessive, !word.has([.preposition, .conjunction]) else {
          break
        }
        start -= 1
      }
      return []
    }
    // "the body's current chair, Laos", "current ASEAN chair Laos".
    place = mention.words.upperBound
    if range.contains(place), view.words[place].id == WordScanner.Mark.possessive { place += 1 }
    let first = place
    while range.contains(place), place < first + 3, !view.words[place].isMark, !isWord(place, Self.chairs) {
      place += 1
    }
    guard isWord(place, Self.chairs), !(first..<place).contains(where: { view.words[$0].isCapital }) else { return [] }
    place += 1
    if range.contains(place), view.words[place].id == WordScanner.Mark.comma { place += 1 }
    var after = index + 1
    while after < raw.count, raw[after].words.lowerBound <= place {
      let told = raw[after]
      after += 1
      guard told.words.lowerBound == place, told.kind == .country, told.entities.count == 1,
        !told.usage.contains(.possessive), !told.usage.contains(.modifier), !told.usage.contains(.affiliation)
      else { continue }
      return told.entities
    }
    return []
  }

  private static let chairs: Set = ["Chair", "Presidency", "chair", "chairmanship", "presidency"]

  /// The country whose mention, or whose owner's mark, ends at a word.
  private func countryEnding(at word: Int, before index: Int) -> Int32? {
    var before = index - 1
    while before >= 0, raw[before].sentence == raw[index].sentence, index - before < 8 {
      let told = raw[before]
      before -= 1
      guard told.kind == .country, told.entities.count == 1, !told.usage.contains(.affiliation) else { continue }
      let end = told.words.upperBound
      if end == word
        || told.usage.contains(.possessive) && end + 1 == word && view.words[end].id == WordScanner.Mark.possessive
      {
        return told.entities[0]
      }
    }
    return nil
  }

  /// "the EFTA countries Iceland and Norway", "BRICS members Brazil, India and China".
  func statesCalled(after index: Int) -> [Int32] {
    let mention = raw[index]
    guard isOfStates(mention.entities[0]) else { return [] }
    let next = mention.words.upperBound
    guard view.sentences[mention.sentence].contains(next + 1), view.words[next].has(.countryNounPlural) else {
      return []
    }
    guard let first = mentionIndex(at: next + 1, after: index), raw[first].kind == .country else { return [] }
    let named = list(beginningAt: first)
    return named.count > 1 && named.allSatisfy { drafts[Int($0)].kind == .country } ? named : []
  }

  /// "As NATO allies, A and B discussed": whoever speaks or acts as one.
  func thoseActingAsMembers(of index: Int) -> [Int32] {
    let mention = raw[index]
    let range = view.sentences[mention.sentence]
    let next = mention.words.upperBound
    guard isWord(range.lowerBound, ["As"]), mention.words.lowerBound - range.lowerBound < 7,
      range.contains(next + 2), isWord(next, ["Allies", "Members", "allies", "ally", "member", "members"]),
      view.words[next + 1].id == WordScanner.Mark.comma
    else { return [] }
    guard let first = mentionIndex(at: next + 2, after: index) else { return [] }
    return list(beginningAt: first).map(stateServed).filter { drafts[Int($0)].kind == .country }
  }

  /// "the admission of Finland to the alliance", "Peru's entry into the bloc": who is in it from then on.
  func thoseAdmitted(to index: Int) -> [Int32] {
    let mention = raw[index]
    guard isOfStates(mention.entities[0]) else { return [] }
    let range = view.sentences[mention.sentence]
    var place = mention.words.lowerBound - 1
    while range.contains(place), view.words[place].has(.article) { place -= 1 }
    guard isWord(place, ["to", "into", "from"]) else { return [] }
    if isWord(place - 1, Self.entries) {
      return countryEnding(at: place - 1, before: index).map { [$0] } ?? []
    }
    guard let country = countryEnding(at: place, before: index) else { return [] }
    var start = place - 1
    while range.contains(start), place - start < 6, !isWord(start, ["of"]) { start -= 1 }
    return isWord(start, ["of"]) && isWord(start - 1, Self.entries) ? [country] : []
  }

  private static let entries: Set = ["admission", "departure", "entry", "exit", "withdrawal"]
}
