import Linguistics

// Verbs that a parser took for parts of the phrase behind or before them.

extension TreeRepair {
  /// "has frozen food aid" read as having aid that is frozen: the participle is the verb and "has" its auxiliary.
  func raisePerfect(_ participle: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let noun = Int(document.tokens.head[participle])
    guard document.tokens.pennTag[participle] == .verbPastParticiple, noun > participle,
      document.tokens.relation[noun] == .object, sentence.contains(noun)
    else { return }
    let auxiliary = Int(document.tokens.head[noun])
    guard auxiliary < participle, participle - auxiliary <= 2, sentence.contains(auxiliary),
      document.tokens.partOfSpeech[auxiliary] == .auxiliary, document.tokens.lemmaText(auxiliary) == "have",
      auxiliary + 1 == participle || document.tokens.partOfSpeech[auxiliary + 1] == .adverb
    else { return }
    let above = Int(document.tokens.head[auxiliary])
    document.tokens.head[participle] = Int32(above == auxiliary ? participle : above)
    document.tokens.relation[participle] = document.tokens.relation[auxiliary]
    for token in sentence where Int(document.tokens.head[token]) == auxiliary && token != participle {
      document.tokens.head[token] = Int32(participle)
    }
    document.tokens.head[auxiliary] = Int32(participle)
    document.tokens.relation[auxiliary] = .auxiliary
    document.tokens.head[noun] = Int32(participle)
    document.tokens.relation[noun] = .object
  }

  /// "supports X's stand and condemns Y's attack" with the second verb taken for a plural noun.
  func readJoinedVerb(
    _ token: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) {
    let first = Int(document.tokens.head[token])
    guard token > sentence.lowerBound, token + 1 < sentence.upperBound, first < token,
      document.tokens.relation[first] == .object || document.tokens.relation[first] == .oblique,
      document.form(token).hasSuffix("s"), document.form(token).first?.isLowercase ?? false,
      document.tokens.partOfSpeech[token - 1] == .coordinatingConjunction, lexicon.isVerb(word(token)),
      !lexicon.traits(ofWord: word(token)).contains(.noun)
    else { return }
    let verb = Int(document.tokens.head[first])
    guard verb < first, sentence.contains(verb), document.tokens.partOfSpeech[verb] == .verb,
      document.tokens.pennTag[verb] == .verbThirdPersonSingular
    else { return }
    switch document.tokens.partOfSpeech[token + 1] {
    case .properNoun, .determiner, .adjective, .pronoun, .noun: break
    default: return
    }
    document.tokens.partOfSpeech[token] = .verb
    document.tokens.pennTag[token] = .verbThirdPersonSingular
    document.tokens.head[token] = Int32(verb)
    document.tokens.relation[token] = .conjunct
    var object: Int?
    for later in token + 1..<min(sentence.upperBound, token + 30)
    where Int(document.tokens.head[later]) == first && document.tokens.relation[later] == .conjunct {
      document.tokens.head[later] = Int32(object ?? token)
      document.tokens.relation[later] = object == nil ? .object : .conjunct
      object = object ?? later
    }
  }

  /// "spoke with X, secretary to Prime Minister Y": what stands right behind an office held "to" somebody is the office's.
  ///
  /// - Returns: Whether it was.
  func giveToOffice(_ name: Int, _ document: inout Document, _ sentence: Range<Int>) -> Bool {
    let verb = Int(document.tokens.head[name])
    for marker in max(sentence.lowerBound + 1, name - 6)..<max(name, sentence.lowerBound + 1)
    where Int(document.tokens.head[marker]) == name && document.tokens.relation[marker] == .caseMarker {
      let office = marker - 1
      guard document.form(marker) == "to", office > verb,
        lexicon.isWord(lexicon.word(document.tokens.lemmaText(office).lowercased()), .attached)
      else { return false }
      // The office must not hang on the name.
      var ancestor = office
      for _ in 0..<16 {
        let above = Int(document.tokens.head[ancestor])
        if above == name { return false }
        if above == ancestor || above == verb { break }
        ancestor = above
      }
      guard Int(document.tokens.head[ancestor]) == verb else { return false }
      document.tokens.head[name] = Int32(office)
      document.tokens.relation[name] = .nominalModifier
      return true
    }
    return false
  }

  /// "I welcome Y's decision," X said" with verb and object both read as what is said: the noun is the verb's.
  func readQuotedObject(_ noun: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let speech = Int(document.tokens.head[noun])
    guard speech > noun, sentence.contains(speech) else { return }
    for verb in (max(sentence.lowerBound, noun - 8)..<noun).reversed() {
      if document.form(verb) == "," { return }
      guard Int(document.tokens.head[verb]) == speech, document.tokens.relation[verb] == .clausalComplement,
        document.tokens.partOfSpeech[verb] == .verb
      else { continue }
      let isTaken = (verb + 1..<noun).contains {
        Int(document.tokens.head[$0]) == verb && document.tokens.relation[$0] == .object
      }
      let isMarked = (verb + 1..<noun).contains {
        Int(document.tokens.head[$0]) == noun
          && [.caseMarker, .copula, .nominalSubject].contains(document.tokens.relation[$0])
      }
      guard !isTaken, !isMarked else { return }
      document.tokens.head[noun] = Int32(verb)
      document.tokens.relation[noun] = .object
      return
    }
  }

  /// "views X's growth as a threat" with the threat hung on what is viewed: it goes with the verb.
  func readNamedAs(
    _ name: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, under verb: Int? = nil
  ) {
    let object = Int(document.tokens.head[name])
    guard object < name, sentence.contains(object), name - object < 12 else { return }
    let isGiven = verb != nil
    let verb = verb ?? Int(document.tokens.head[object])
    guard verb < object, sentence.contains(verb), lexicon.isWord(word(verb), .naming),
      isGiven || document.tokens.relation[object] == .object && document.tokens.partOfSpeech[verb] == .verb,
      (object + 1..<name).contains(where: {
        document.form($0) == "as" && Int(document.tokens.head[$0]) == name
          && document.tokens.relation[$0] == .caseMarker
      })
    else { return }
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = .oblique
  }
}
