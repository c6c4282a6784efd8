import Linguistics

// Those to whom something is given, read as a part of what is given.

extension TreeRepair {
  /// "gave Niger four helicopters" with Niger in the phrase of the helicopters: a number or an article begins a phrase of
  /// its own.
  func readReceiver(_ name: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool) {
    let noun = Int(document.tokens.head[name])
    guard noun > name + 1, noun - name < 8, sentence.contains(noun), !isName(noun),
      document.tokens.relation[noun] == .object
    else { return }
    let verb = Int(document.tokens.head[noun])
    guard verb < name, sentence.contains(verb), document.tokens.partOfSpeech[verb] == .verb, name - verb < 8 else {
      return
    }
    var begins = false
    for token in name + 1..<noun where Int(document.tokens.head[token]) == noun {
      switch document.tokens.relation[token] {
      case .numericModifier, .determiner:
        begins = begins || !isName(token)
      default: continue
      }
    }
    guard begins, (verb + 1..<name).allSatisfy({ isName($0) || document.tokens.partOfSpeech[$0] == .determiner }) else {
      return
    }
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = .indirectObject
  }

  /// "warned Peru they could impose sanctions" with Peru for a second subject of the clause: it is warned.
  func giveToAddressee(
    _ pronoun: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32,
    _ isName: (Int) -> Bool
  ) {
    let clause = Int(document.tokens.head[pronoun])
    guard pronoun > sentence.lowerBound + 1, clause > pronoun, sentence.contains(clause), isName(pronoun - 1) else {
      return
    }
    var name = pronoun - 1
    while name > sentence.lowerBound,
      document.tokens.relation[name] == .flat || Int(document.tokens.head[name]) < pronoun,
      Int(document.tokens.head[name]) >= sentence.lowerBound, Int(document.tokens.head[name]) != name,
      isName(Int(document.tokens.head[name]))
    {
      name = Int(document.tokens.head[name])
    }
    guard Int(document.tokens.head[name]) == clause,
      [.nominalSubject, .oblique, .unmarkedOblique, .vocative].contains(document.tokens.relation[name])
    else { return }
    var verb = name - 1
    while verb > sentence.lowerBound, isName(verb) || document.tokens.partOfSpeech[verb] == .determiner { verb -= 1 }
    guard document.tokens.partOfSpeech[verb] == .verb, lexicon.isWord(word(verb), .addressing),
      Int(document.tokens.head[clause]) == verb
    else { return }
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = .object
  }
}
