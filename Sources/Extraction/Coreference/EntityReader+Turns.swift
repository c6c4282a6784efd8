import Diplomacy
import Linguistics

/// Who speaks in a text of turns: an interview, a briefing, a press conference.
extension EntityReader {
  /// Fills ``turns`` from labels such as "Q:", "A:", "MS. SILVA:" and "Foreign Minister Silva:".
  ///
  /// A text has turns once a label names a person of the text, or a question. Labels that name nobody known, those of
  /// journalists and their media among them, begin turns of nobody.
  mutating func findTurns() {
    var speaker: Int32 = -2
    var found: [Int32] = []
    found.reserveCapacity(view.sentences.count)
    var index = 0
    for (sentence, range) in view.sentences.enumerated() {
      while index < raw.count, raw[index].sentence < sentence { index += 1 }
      if let end = labelEnd(range) {
        let named = speakerNamed(in: range.lowerBound..<end, from: index)
        if let named {
          speaker = named
        } else if isQuestion(range.lowerBound) {
          speaker = -1
        } else if isAnswer(range.lowerBound, until: end) {
          speaker = interviewee() ?? -1
        } else if speaker > -2 {
          speaker = -1
        }
      } else if let first = range.first, speaker > -2, isLoneLetter(first, 0x51), range.count > 2 {
        // "Q Does the ministry have a comment?"
        speaker = -1
      }
      found.append(speaker)
    }
    if speaker > -2 { turns = found }
  }

  /// Who speaks a sentence of a text of turns: a draft, −1 for nobody known, nil where the text has none.
  func turn(at sentence: Int) -> Int32? {
    guard sentence < turns.count, turns[sentence] > -2 else { return nil }
    return turns[sentence]
  }

  /// The state that a person serves, or the body of many states, or the person where neither is known.
  mutating func stateOf(_ person: Int32) -> Int32 {
    guard drafts[Int(person)].kind == .official else { return person }
    if let role = drafts[Int(person)].roles.last(where: \.isStated) {
      if role.country >= 0 { return countryDraft(role.country) }
      if role.organization >= 0 {
        let body = organizations[Int(role.organization)].entity
        if body >= 0 { return body }
      }
    }
    if drafts[Int(person)].country >= 0 { return countryDraft(drafts[Int(person)].country) }
    return holderCountries.count == 1 ? holderCountries[0] : person
  }

  /// The colon after a few capitals that open a sentence.
  private func labelEnd(_ range: Range<Int>) -> Int? {
    var isBracketed = false
    for place in range.prefix(9) {
      let word = view.words[place]
      if word.id == WordScanner.Mark.colon { return place > range.lowerBound && !isBracketed ? place : nil }
      if word.id == WordScanner.Mark.openBracket {
        isBracketed = true
      } else if word.id == WordScanner.Mark.closeBracket {
        isBracketed = false
      } else if !isBracketed, word.isMark ? word.id != WordScanner.Mark.stop : !word.isCapital {
        return nil
      }
    }
    return nil
  }

  private func speakerNamed(in words: Range<Int>, from first: Int) -> Int32? {
    var index = first
    while index < raw.count, raw[index].words.lowerBound < words.upperBound {
      if raw[index].kind == .person, let draft = raw[index].entities.first { return draft }
      index += 1
    }
    return nil
  }

  private func isQuestion(_ first: Int) -> Bool {
    isLoneLetter(first, 0x51) || ["question", "reporter"].contains(text(first..<first + 1).lowercased())
  }

  private func isAnswer(_ first: Int, until end: Int) -> Bool {
    end == first + 1 && (isLoneLetter(first, 0x41) || text(first..<end).lowercased() == "answer")
  }

  private func isLoneLetter(_ place: Int, _ letter: UInt8) -> Bool {
    let word = view.words[place]
    return word.end - word.start == 1 && document.utf8[Int(word.start)] == letter
  }

  /// Whoever answers: the first official whom the text names.
  private func interviewee() -> Int32? {
    for mention in raw where mention.kind == .person {
      if let draft = mention.entities.first, drafts[Int(draft)].roles.contains(where: \.isStated) { return draft }
    }
    return nil
  }
}
