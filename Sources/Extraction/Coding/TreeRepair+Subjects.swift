import Linguistics

// Subjects and participles that a parser hung on the wrong verb.

extension TreeRepair {
  /// Words between a stray subject and its verb, and between a name and the verb behind its apposition.
  private static let straying = 3
  private static let apposition = 30

  /// "X fighters overran a base, officials said", "said X had fled" with the noun hung on the verb of speech: a noun
  /// right before a verb that has no subject, both hung on the same word, is that subject.
  func readStraySubject(_ noun: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let speech = Int(document.tokens.head[noun])
    guard speech != noun else { return }
    var verb = noun + 1
    let end = min(sentence.upperBound, noun + 1 + Self.straying)
    while verb < end, [.adverb, .auxiliary].contains(document.tokens.partOfSpeech[verb]) { verb += 1 }
    let isAided =
      verb > noun + 1 && verb < end && document.tokens.partOfSpeech[verb] == .verb
      && document.tokens.partOfSpeech[verb - 1] == .auxiliary
      && document.tokens.relation[verb - 1] == .clausalComplement && Int(document.tokens.head[verb - 1]) == speech
    guard verb < end, isAided || isFiniteVerb(verb, document), Int(document.tokens.head[verb]) == speech,
      document.tokens.relation[verb] == .clausalComplement, !hasSubject(verb, document, sentence)
    else { return }
    document.tokens.head[noun] = Int32(verb)
    document.tokens.relation[noun] = .nominalSubject
    guard isAided else { return }
    document.tokens.head[verb - 1] = Int32(verb)
    document.tokens.relation[verb - 1] = .auxiliary
  }

  /// "X, the head of the agency, accused Y" with the name for the root: it is the subject of the verb behind its
  /// apposition.
  func readRootSubject(_ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool) {
    let name = Int(document.tokens.head[verb])
    guard name < verb, verb - name < Self.apposition, sentence.contains(name), isName(name),
      document.tokens.relation[name] == .root, document.tokens.partOfSpeech[name] == .properNoun,
      isFiniteVerb(verb, document), !hasSubject(verb, document, sentence),
      (name + 1..<verb).contains(where: {
        Int(document.tokens.head[$0]) == name && document.tokens.relation[$0] == .apposition
      }),
      (max(name + 1, verb - 2)..<verb).contains(where: { document.form($0) == "," })
    else { return }
    document.tokens.head[verb] = Int32(verb)
    document.tokens.relation[verb] = .root
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = .nominalSubject
    for token in verb + 1..<sentence.upperBound where Int(document.tokens.head[token]) == name {
      document.tokens.head[token] = Int32(verb)
    }
  }

  /// "praised the job X has done" with all of it read as what is praised: the noun is the object, the rest says whose.
  func readObjectTold(
    _ told: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) {
    let verb = Int(document.tokens.head[told])
    guard verb < told, told - verb < Self.apposition, sentence.contains(verb),
      document.tokens.partOfSpeech[verb] == .verb,
      lexicon.entries(forWord: word(verb)).contains(where: { $0.category == .verb && $0.kind == .evaluate }),
      lexicon.traits(ofWord: word(verb)).isDisjoint(with: [.report, .demand])
    else { return }
    var object: Int?
    var subject: Int?
    for token in verb + 1..<told {
      let head = Int(document.tokens.head[token])
      switch document.tokens.relation[token] {
      case .marker where head == told: return
      case .object where head == verb || head == told: object = object ?? token
      case .nominalSubject where head == told: subject = subject ?? token
      default: continue
      }
    }
    guard let object, let subject, object < subject, subject - object < Self.straying,
      document.tokens.partOfSpeech[object] == .noun
    else { return }
    document.tokens.head[object] = Int32(verb)
    document.tokens.relation[object] = .object
    document.tokens.head[told] = Int32(object)
    document.tokens.relation[told] = .relativeClause
  }

  /// "Drones launched by X damaged Y" with "launched" for the verb: a participle with an agent and no auxiliary tells
  /// whose the subject is.
  func readReducedRelative(_ verb: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let participle = Int(document.tokens.head[verb])
    guard participle < verb, verb - participle < Self.apposition, sentence.contains(participle),
      document.tokens.pennTag[verb] == .verbPast, document.tokens.partOfSpeech[verb] == .verb,
      document.form(verb - 1) != ",", document.form(participle).hasSuffix("ed"),
      document.tokens.partOfSpeech[participle] == .verb
    else { return }
    var subject: Int?
    var hasAgent = false
    for token in max(sentence.lowerBound, participle - Self.apposition)..<verb {
      if Int(document.tokens.head[token]) == verb {
        switch document.tokens.relation[token] {
        case .nominalSubject where token == participle - 1: subject = token
        case .nominalSubject, .passiveSubject, .marker, .coordinator, .auxiliary, .passiveAuxiliary: return
        default: break
        }
        continue
      }
      guard Int(document.tokens.head[token]) == participle else { continue }
      switch document.tokens.relation[token] {
      case .passiveAuxiliary, .auxiliary, .object: return
      case .passiveSubject, .nominalSubject: if token == participle - 1 { subject = token }
      case .agent: hasAgent = true
      default: continue
      }
    }
    guard let subject, hasAgent else { return }
    let above = Int(document.tokens.head[participle])
    document.tokens.head[verb] = Int32(above == participle ? verb : above)
    document.tokens.relation[verb] = document.tokens.relation[participle]
    document.tokens.head[subject] = Int32(verb)
    document.tokens.relation[subject] = .nominalSubject
    document.tokens.head[participle] = Int32(subject)
    document.tokens.relation[participle] = .adnominalClause
    document.tokens.pennTag[participle] = .verbPastParticiple
    document.tokens.morphology[participle] = [.participle, .past]
    for token in verb + 1..<sentence.upperBound where Int(document.tokens.head[token]) == participle {
      document.tokens.head[token] = Int32(verb)
    }
  }

  /// "opened its borders to displaced Chadians" with "displaced" for an infinitive: a past participle is none.
  func readParticiple(_ participle: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let marker = participle - 1
    let form = document.form(participle)
    guard marker > sentence.lowerBound, Int(document.tokens.head[marker]) == participle,
      document.tokens.relation[marker] == .marker, document.form(marker) == "to", form.hasSuffix("ed"),
      lexicon.verb(ofPastForm: form) != nil
    else { return }
    let above = Int(document.tokens.head[participle])
    let noun = (participle + 1..<min(sentence.upperBound, participle + 5)).first {
      Int(document.tokens.head[$0]) == participle && document.tokens.relation[$0] == .object
    }
    guard let noun, above < marker else { return }
    document.tokens.head[noun] = Int32(above)
    document.tokens.relation[noun] = document.tokens.partOfSpeech[above] == .verb ? .oblique : .nominalModifier
    document.tokens.head[marker] = Int32(noun)
    document.tokens.relation[marker] = .caseMarker
    for token in participle..<sentence.upperBound where Int(document.tokens.head[token]) == participle {
      document.tokens.head[token] = Int32(noun)
    }
    document.tokens.head[participle] = Int32(noun)
    document.tokens.relation[participle] = .adjectivalModifier
    document.tokens.partOfSpeech[participle] = .adjective
    document.tokens.pennTag[participle] = .adjective
  }

  private func isFiniteVerb(_ token: Int, _ document: Document) -> Bool {
    switch document.tokens.pennTag[token] {
    case .verbPast, .verbThirdPersonSingular, .verbPresent: document.tokens.partOfSpeech[token] == .verb
    default: false
    }
  }

  private func hasSubject(_ verb: Int, _ document: Document, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, verb - Self.apposition)..<min(sentence.upperBound, verb + Self.apposition)
    return near.contains { token in
      guard Int(document.tokens.head[token]) == verb else { return false }
      switch document.tokens.relation[token] {
      case .nominalSubject, .passiveSubject, .clausalSubject, .expletive, .outerSubject: return true
      default: return false
      }
    }
  }
}
