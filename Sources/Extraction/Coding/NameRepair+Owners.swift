import Linguistics

extension NameRepair {
  /// "in the face of X's unlawful and unprovoked war", "against X's brutal, costly war": an owner that hangs on the noun
  /// before it, or on one of the adjectives behind it, is the owner of the noun that follows.
  ///
  /// - Complexity: O(tokens of the sentence).
  func giveToOwned(_ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool) {
    var owner = sentence.lowerBound
    while owner + 2 < sentence.upperBound {
      defer { owner += 1 }
      guard document.tokens.relation[owner] == .possessive, document.tokens.partOfSpeech[owner] != .pronoun else {
        continue
      }
      // A name of several words hangs on its first one.
      var mark = owner + 1
      while mark + 1 < sentence.upperBound, document.tokens.relation[mark] == .flat,
        Int(document.tokens.head[mark]) == owner
      { mark += 1 }
      guard document.tokens.pennTag[mark] == .possessiveEnding else { continue }
      let head = Int(document.tokens.head[owner])
      let isBehind = head < owner
      guard isBehind || document.tokens.partOfSpeech[head] == .adjective && sentence.contains(head),
        let noun = owned(behind: mark, document, sentence), noun != head
      else { continue }
      // The noun must hang on what the owner hung on, so that the tree stays one.
      guard isBelow(noun, head, document), !isBelow(head, noun, document), !isBelow(noun, owner, document) else {
        continue
      }
      if !isBehind {
        // The adjective had the noun's place.
        document.tokens.head[noun] = Int(document.tokens.head[head]) == head ? Int32(noun) : document.tokens.head[head]
        document.tokens.relation[noun] = document.tokens.relation[head]
        for child in sentence where child < head && child != owner && Int(document.tokens.head[child]) == head {
          document.tokens.head[child] = Int32(noun)
        }
        document.tokens.head[head] = Int32(noun)
        document.tokens.relation[head] = .adjectivalModifier
      } else {
        for adjective in mark + 1..<noun where Int(document.tokens.head[adjective]) == head {
          document.tokens.head[adjective] = Int32(noun)
          document.tokens.relation[adjective] = .adjectivalModifier
        }
      }
      document.tokens.head[owner] = Int32(noun)
    }
  }

  /// The noun behind an apostrophe with nothing but adjectives between.
  private func owned(behind mark: Int, _ document: Document, _ sentence: Range<Int>) -> Int? {
    var token = mark + 1
    while token < sentence.upperBound, token - mark < 10 {
      switch document.tokens.partOfSpeech[token] {
      case .adjective, .adverb, .coordinatingConjunction, .numeral: break
      case .punctuation:
        guard [",", "-"].contains(document.form(token)) else { return nil }
      case .verb:
        guard document.tokens.morphology[token].contains(.participle) else { return nil }
      case .noun:
        // The last of a run of nouns.
        var noun = token
        while noun + 1 < sentence.upperBound, document.tokens.partOfSpeech[noun + 1] == .noun,
          Int(document.tokens.head[noun]) == noun + 1
        { noun += 1 }
        return noun
      default: return nil
      }
      token += 1
    }
    return nil
  }
}
