import Linguistics

/// Sets right attachments that a parser often gets wrong and that the lexicon of predicates can tell.
///
/// Each rule looks at one token and its neighbours, needs the words' senses to agree, and leaves the tree a tree.
struct TreeRepair {
  let lexicon: PredicateLexicon
  private let to: Int32
  private let that: Int32

  init(lexicon: PredicateLexicon) {
    self.lexicon = lexicon
    to = lexicon.word("to")
    that = lexicon.word("that")
  }

  /// - Parameter isName: Whether a token lies inside the mention of an actor or agreement.
  /// - Complexity: O(tokens of the sentence).
  func repair(_ document: inout Document, sentence: Range<Int>, lemmaWords: [Int32], isName: (Int) -> Bool) {
    guard sentence.count > 2 else { return }
    let lemmas = document.tokens.lemma
    func word(_ token: Int) -> Int32 { lemmaWords[Int(lemmas[token])] }
    for token in sentence {
      switch document.tokens.relation[token] {
      case .adverbialClause where document.tokens.partOfSpeech[token] == .verb:
        attachInfinitive(token, &document, sentence, word)
      case .openComplement where document.tokens.partOfSpeech[token] == .verb:
        attachInfinitive(token, &document, sentence, word)
      case .conjunct where document.tokens.partOfSpeech[token] == .verb:
        readGerund(token, &document, sentence)
      case .apposition: readObject(token, &document, isName)
      case .relativeClause: attachThatClause(token, &document, sentence, word)
      case .root where document.tokens.partOfSpeech[token] == .noun,
        .nominalSubject where document.tokens.partOfSpeech[token] == .noun:
        readHeadlineVerb(token, &document, sentence, word, isName)
        if document.tokens.relation[token] == .nominalSubject { attachSubject(token, &document) }
      case .nominalSubject: attachSubject(token, &document)
      case .adjectivalModifier where document.tokens.partOfSpeech[token] == .verb:
        raiseParticiple(token, &document, sentence, isName)
      default: continue
      }
    }
  }

  /// "suspended its plan to leave", "was urged by X to leave": an infinitive that its noun or verb asks for tells
  /// what, not what for.
  private func attachInfinitive(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) {
    let head = Int(document.tokens.head[verb])
    guard head < verb, verb - head < 30 else { return }
    var marker = verb - 1
    while marker > head, verb - marker < 4, document.tokens.partOfSpeech[marker] == .adverb { marker -= 1 }
    guard marker > head, word(marker) == to, Int(document.tokens.head[marker]) == verb else { return }
    let before = marker - 1
    if before > head, document.tokens.partOfSpeech[before] == .noun,
      takesInfinitive(word(before), .noun), Int(document.tokens.head[before]) == head
    {
      document.tokens.head[verb] = Int32(before)
      document.tokens.relation[verb] = .adnominalClause
    } else if document.tokens.partOfSpeech[head] == .verb,
      lexicon.entries(forWord: word(head)).contains(where: {
        $0.category == .verb && $0.kind == .demand && $0.targets.contains(.infinitive)
      })
    {
      document.tokens.relation[verb] = .openComplement
    }
  }

  /// "congratulated X on signing": a gerund under a preposition is coordinated with nothing.
  private func readGerund(_ verb: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let marker = verb - 1
    guard marker > Int(document.tokens.head[verb]), Int(document.tokens.head[marker]) == verb,
      document.tokens.relation[marker] == .marker,
      document.tokens.partOfSpeech[marker] == .subordinatingConjunction
        || document.tokens.partOfSpeech[marker] == .adposition
    else { return }
    document.tokens.relation[verb] = .adverbialClause
  }

  /// "slams X over a raid": a verb has no appositions, and its object no preposition.
  private func readObject(_ name: Int, _ document: inout Document, _ isName: (Int) -> Bool) {
    let verb = Int(document.tokens.head[name])
    guard verb + 1 == name, document.tokens.partOfSpeech[verb] == .verb, isName(name) else { return }
    document.tokens.relation[name] = .object
    let end = min(document.tokens.count, name + 12)
    for token in name + 1..<max(end, name + 1)
    where Int(document.tokens.head[token]) == verb && document.tokens.relation[token] == .object {
      document.tokens.relation[token] = .oblique
    }
  }

  /// "told reporters in the capital that X will leave": a clause with a conjunction and a subject of its own hangs on
  /// the verb of speech, not on the noun before it.
  private func attachThatClause(
    _ clause: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) {
    var hasMarker = false
    var hasSubject = false
    for token in max(sentence.lowerBound, clause - 40)..<clause where Int(document.tokens.head[token]) == clause {
      switch document.tokens.relation[token] {
      case .marker: hasMarker = word(token) == that || hasMarker
      case .nominalSubject, .passiveSubject: hasSubject = true
      default: continue
      }
    }
    guard hasMarker, hasSubject else { return }
    var above = Int(document.tokens.head[clause])
    if lexicon.entries(forWord: word(above)).contains(where: {
      $0.category == .noun && $0.targets.contains(.thatClause)
    }) {
      document.tokens.relation[clause] = .adnominalClause
      return
    }
    for _ in 0..<5 {
      let next = Int(document.tokens.head[above])
      guard next != above, sentence.contains(next) else { return }
      above = next
      if document.tokens.partOfSpeech[above] == .verb,
        lexicon.entries(forWord: word(above)).contains(where: {
          $0.category == .verb && $0.targets.contains(.thatClause)
        })
      {
        document.tokens.head[clause] = Int32(above)
        document.tokens.relation[clause] = .clausalComplement
        return
      }
    }
  }

  private func takesInfinitive(_ word: Int32, _ category: PredicateEntry.Category) -> Bool {
    lexicon.entries(forWord: word).contains {
      $0.category == category && $0.targets.contains(.infinitive) && ($0.kind == .modal || $0.kind == .commit)
    }
  }

  /// A subject that the parse hung on the object of the verb between them, or that is the object of a gerund before it.
  private func attachSubject(_ subject: Int, _ document: inout Document) {
    let noun = Int(document.tokens.head[subject])
    var gerund = subject - 1
    if gerund > 0, document.tokens.partOfSpeech[gerund] == .determiner { gerund -= 1 }
    if gerund > 0, noun > subject, document.tokens.partOfSpeech[gerund] == .verb,
      document.tokens.relation[gerund] == .clausalComplement || document.tokens.relation[gerund] == .openComplement,
      document.tokens.partOfSpeech[noun] == .verb, document.form(gerund).hasSuffix("ing"),
      document.tokens.head[gerund] == document.tokens.head[noun], Int(document.tokens.head[gerund]) < gerund
    {
      // "said scrapping the pact would harm fishermen".
      document.tokens.head[gerund] = Int32(noun)
      document.tokens.relation[gerund] = .clausalSubject
      document.tokens.head[subject] = Int32(gerund)
      document.tokens.relation[subject] = .object
      return
    }
    guard noun > subject, document.tokens.relation[noun] == .object else { return }
    let verb = Int(document.tokens.head[noun])
    guard verb > subject, verb < noun, document.tokens.partOfSpeech[verb] == .verb else { return }
    document.tokens.head[subject] = Int32(verb)
  }

  /// "Morocco cut relations with Iran" read as one noun phrase: a name, a past verb and the noun it governs.
  private func raiseParticiple(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool
  ) {
    let noun = Int(document.tokens.head[verb])
    let name = verb - 1
    guard noun > verb, name >= sentence.lowerBound, isName(name),
      !document.form(verb).hasSuffix("ing")
    else { return }
    // The head of the name.
    var top = name
    for _ in 0..<8 {
      let above = Int(document.tokens.head[top])
      if above == noun || above == verb || above == top || !sentence.contains(above) { break }
      top = above
    }
    guard top < verb, Int(document.tokens.head[top]) == noun || Int(document.tokens.head[top]) == verb,
      [.compound, .nominalSubject, .adjectivalModifier, .descriptiveModifier].contains(document.tokens.relation[top])
    else { return }
    let relation = document.tokens.relation[noun]
    let above = Int(document.tokens.head[noun])
    if relation == .root {
      document.tokens.head[verb] = Int32(verb)
      document.tokens.relation[verb] = .root
    } else if [.nominalSubject, .vocative, .dislocated, .unspecified].contains(relation), sentence.contains(above),
      sentence.contains(where: {
        $0 > noun && Int(document.tokens.head[$0]) == above && document.tokens.relation[$0] == .nominalSubject
      })
    {
      // "X violated the truce, Y says".
      document.tokens.head[verb] = Int32(above)
      document.tokens.relation[verb] = .clausalComplement
    } else {
      return
    }
    document.tokens.head[noun] = Int32(verb)
    document.tokens.relation[noun] = .object
    document.tokens.head[top] = Int32(verb)
    document.tokens.relation[top] = .nominalSubject
    for token in sentence
    where Int(document.tokens.head[token]) == noun && document.tokens.relation[token] == .punctuation {
      document.tokens.head[token] = Int32(verb)
    }
  }

  /// "Libya slams Chad": a name, what may be a verb of the third person, another name.
  private func readHeadlineVerb(
    _ noun: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard noun > sentence.lowerBound, noun + 1 < sentence.upperBound, isName(noun - 1), isName(noun + 1),
      lexicon.isVerb(word(noun)), document.form(noun).utf8.last == 0x73
    else { return }
    var subject = -1
    var object = -1
    for token in sentence where Int(document.tokens.head[token]) == noun && token != noun {
      switch document.tokens.relation[token] {
      case .copula, .caseMarker, .determiner: return
      case .compound, .nominalSubject, .adjectivalModifier,
        .descriptiveModifier where token < noun && isName(token):
        subject = token
      case .apposition, .object, .nominalModifier,
        .compound where token > noun && isName(token) && object < 0:
        object = token
      default: continue
      }
    }
    guard subject >= 0, object >= 0 else { return }
    let above = Int(document.tokens.head[noun])
    if above != noun {
      // The noun that the parse took for the whole clause is under a preposition: "over border raid".
      guard above > noun, sentence.contains(above), document.tokens.relation[above] == .root else { return }
      document.tokens.head[noun] = Int32(noun)
      document.tokens.relation[noun] = .root
      document.tokens.head[above] = Int32(noun)
      document.tokens.relation[above] = .oblique
    }
    document.tokens.partOfSpeech[noun] = .verb
    document.tokens.relation[subject] = .nominalSubject
    document.tokens.relation[object] = .object
  }
}
