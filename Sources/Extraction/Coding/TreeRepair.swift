import Diplomacy
import Linguistics

/// Sets right attachments that a parser often gets wrong and that the lexicon of predicates can tell.
///
/// Each rule looks at one token and its neighbours, needs the words' senses to agree, and leaves the tree a tree.
struct TreeRepair {
  let lexicon: PredicateLexicon
  /// Words looked at on either side of a verb; keeps work linear in sentences without end.
  private static let window = 40
  private let to: Int32
  private let that: Int32
  private let with: Int32

  init(lexicon: PredicateLexicon) {
    self.lexicon = lexicon
    to = lexicon.word("to")
    that = lexicon.word("that")
    with = lexicon.word("with")
  }

  /// - Parameter isName: Whether a token lies inside the mention of an actor or agreement.
  /// - Complexity: O(tokens of the sentence).
  func repair(_ document: inout Document, sentence: Range<Int>, lemmaWords: [Int32], isName: (Int) -> Bool) {
    guard sentence.count > 2 else { return }
    joinTitles(&document, sentence, isName)
    let lemmas = document.tokens.lemma
    func word(_ token: Int) -> Int32 { lemmaWords[Int(lemmas[token])] }
    HeadlineRepair(lexicon: lexicon).repair(&document, sentence: sentence, word: word, isName: isName)
    for token in sentence {
      switch document.tokens.relation[token] {
      case .adverbialClause where document.tokens.partOfSpeech[token] == .verb:
        readReducedRelative(token, &document, sentence)
        readParticiple(token, &document, sentence)
        if document.tokens.relation[token] == .adverbialClause { attachInfinitive(token, &document, sentence, word) }
      case .clausalComplement where document.tokens.partOfSpeech[token] == .verb:
        readObjectTold(token, &document, sentence, word)
      case .openComplement where document.tokens.partOfSpeech[token] == .verb:
        attachInfinitive(token, &document, sentence, word)
        readPurpose(token, &document, sentence, word, isName)
      case .conjunct where document.tokens.partOfSpeech[token] == .verb:
        readGerund(token, &document, sentence)
      case .conjunct where document.tokens.partOfSpeech[token] == .noun:
        readJoinedVerb(token, &document, sentence, word)
      case .apposition:
        readObject(token, &document, isName)
        readSubject(token, &document, sentence)
      case .openComplement where isName(token): readNamedObject(token, &document, isName)
      case .compound where isName(token): readReceiver(token, &document, sentence, isName)
      case .possessive where document.tokens.partOfSpeech[Int(document.tokens.head[token])] == .verb:
        giveToNoun(token, &document, sentence)
      case .nominalModifier: readNamedAs(token, &document, sentence, word)
      case .oblique:
        if isName(token), giveToOffice(token, &document, sentence) { continue }
        giveToEvent(token, &document, sentence, word)
      case .relativeClause: attachThatClause(token, &document, sentence, word)
      case .clausalComplement where document.tokens.partOfSpeech[token] == .noun:
        readStraySubject(token, &document, sentence)
        if document.tokens.relation[token] == .clausalComplement { readQuotedObject(token, &document, sentence) }
      case .parataxis where document.tokens.partOfSpeech[token] == .verb:
        readRootSubject(token, &document, sentence, isName)
      case .adnominalClause where document.tokens.partOfSpeech[token] == .verb:
        readParticiple(token, &document, sentence)
      case .root where document.tokens.partOfSpeech[token] == .noun,
        .nominalSubject where document.tokens.partOfSpeech[token] == .noun:
        readHeadlineVerb(token, &document, sentence, word, isName)
        if document.tokens.relation[token] == .nominalSubject { attachSubject(token, &document) }
      case .nominalSubject where Int(document.tokens.head[token]) < token && isName(token):
        readStraySubject(token, &document, sentence)
        attachSubject(token, &document)
      case .nominalSubject where document.tokens.partOfSpeech[token] == .pronoun:
        giveToAddressee(token, &document, sentence, word, isName)
        attachSubject(token, &document)
      case .nominalSubject: attachSubject(token, &document)
      case .adjectivalModifier
      where document.tokens.partOfSpeech[token] == .verb || document.tokens.partOfSpeech[token] == .adjective:
        raisePerfect(token, &document, sentence)
        raiseParticiple(token, &document, sentence, isName)
      default: continue
      }
    }
    for token in sentence where document.tokens.partOfSpeech[token] == .verb {
      uncross(token, &document, sentence, word, isName)
      uncrossObject(token, &document, sentence, isName)
    }
  }

  /// "X blocked Y's bid" with X taken for a part of the name that follows: a name right before a verb that has no subject
  /// does not hang on what is behind the verb.
  private func uncross(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard verb > sentence.lowerBound, isName(verb - 1), !document.form(verb).hasSuffix("ing"),
      lexicon.isVerb(word(verb))
    else { return }
    var top = verb - 1
    for _ in 0..<6 {
      let above = Int(document.tokens.head[top])
      guard above != top, above < verb, above >= sentence.lowerBound, isName(above) else { break }
      top = above
    }
    let above = Int(document.tokens.head[top])
    let near = max(sentence.lowerBound, verb - Self.window)..<min(sentence.upperBound, verb + Self.window)
    guard above > verb, near.contains(above),
      [.possessive, .compound, .flat, .nominalModifier].contains(document.tokens.relation[top]),
      !near.contains(where: {
        Int(document.tokens.head[$0]) == verb
          && [.nominalSubject, .passiveSubject, .clausalSubject, .passiveAuxiliary].contains(
            document.tokens.relation[$0])
      })
    else { return }
    // The verb must govern what the name hung on.
    var ancestor = above
    for _ in 0..<8 where ancestor != verb {
      let next = Int(document.tokens.head[ancestor])
      if next == ancestor { break }
      ancestor = next
    }
    guard ancestor == verb else { return }
    document.tokens.head[top] = Int32(verb)
    document.tokens.relation[top] = .nominalSubject
    for token in verb + 1..<near.upperBound where Int(document.tokens.head[token]) == top {
      document.tokens.head[token] = Int32(token < above ? above : verb)
      let isOwner =
        token + 1 < sentence.upperBound && document.tokens.partOfSpeech[token + 1] == .particle
        && Int(document.tokens.head[token + 1]) == token
      document.tokens.relation[token] = token < above ? (isOwner ? .possessive : .compound) : .oblique
    }
  }

  /// "met with Foreign Minister Ana Silva" with title and name both hung on the verb: the title is the name's, and so is
  /// the preposition. Of "Japan, a close ally of Chad, has" only the first is the subject.
  private func joinTitles(_ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool) {
    for token in sentence.dropFirst() {
      let relation = document.tokens.relation[token]
      guard [.oblique, .nominalSubject, .object, .agent, .nominalModifier].contains(relation) else { continue }
      let head = document.tokens.head[token]
      let title = token - 1
      if document.tokens.partOfSpeech[token] == .properNoun, isName(token), isName(title),
        document.tokens.head[title] == head, document.tokens.relation[title] == relation, Int(head) != token
      {
        for child in max(sentence.lowerBound, title - 6)..<title
        where Int(document.tokens.head[child]) == title && document.tokens.relation[child] == .caseMarker {
          document.tokens.head[child] = Int32(token)
        }
        document.tokens.head[title] = Int32(token)
        document.tokens.relation[title] = .descriptiveModifier
      } else if relation == .nominalSubject, document.tokens.partOfSpeech[token] == .noun, Int(head) > token {
        let first = (max(sentence.lowerBound, token - 8)..<token).first {
          document.tokens.head[$0] == head && document.tokens.relation[$0] == .nominalSubject && isName($0)
        }
        guard let first, let comma = (first + 1..<token).first(where: { document.form($0) == "," }),
          comma + 1 < token,
          document.tokens.partOfSpeech[comma + 1] == .determiner
            || Int(document.tokens.head[comma + 1]) == token
        else { continue }
        document.tokens.head[token] = Int32(first)
        document.tokens.relation[token] = .apposition
      }
    }
  }

  /// "lent Nepal money": a name right behind a verb is no part of the name before it.
  private func uncrossObject(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool
  ) {
    let name = verb + 1
    guard name < sentence.upperBound, isName(name), Int(document.tokens.head[name]) < verb,
      Int(document.tokens.head[name]) == verb - 1
        || Int(document.tokens.head[verb - 1]) == Int(document.tokens.head[name]),
      [.flat, .compound].contains(document.tokens.relation[name])
    else { return }
    let hasObject = (name + 1..<max(name + 1, min(sentence.upperBound, name + Self.window))).contains {
      Int(document.tokens.head[$0]) == verb && document.tokens.relation[$0] == .object
    }
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = hasObject ? .indirectObject : .object
  }

  /// "opposes Britain's plan": nobody owns a verb.
  private func giveToNoun(_ owner: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let verb = Int(document.tokens.head[owner])
    guard owner > verb, owner + 1 < sentence.upperBound, document.tokens.partOfSpeech[owner + 1] == .particle else {
      return
    }
    for noun in owner + 2..<min(sentence.upperBound, owner + 7)
    where Int(document.tokens.head[noun]) == verb && document.tokens.partOfSpeech[noun] == .noun {
      document.tokens.head[owner] = Int32(noun)
      return
    }
  }

  /// "discussed the negotiations with Iran": what stands right behind the noun of an event goes with it.
  private func giveToEvent(
    _ nominal: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) {
    let verb = Int(document.tokens.head[nominal])
    guard verb < nominal, sentence.contains(verb), document.tokens.partOfSpeech[verb] == .verb else { return }
    var preposition = nominal - 1
    while preposition > verb, nominal - preposition < 8,
      !(Int(document.tokens.head[preposition]) == nominal && document.tokens.relation[preposition] == .caseMarker)
    {
      preposition -= 1
    }
    let noun = preposition - 1
    guard noun > verb, Int(document.tokens.head[preposition]) == nominal, word(preposition) == with, with >= 0,
      Int(document.tokens.head[noun]) == verb, document.tokens.relation[noun] == .object,
      lexicon.entries(forWord: word(noun)).contains(where: {
        $0.category == .noun && $0.kind == .mutual && $0.targets.contains(.preposition(with))
      }),
      // "held talks with X": the verb that carries the noun keeps its partner.
      !lexicon.entries(forWord: word(verb)).contains(where: {
        $0.category == .verb && ($0.kind == .light || $0.companions.last == word(noun))
      })
    else { return }
    document.tokens.head[nominal] = Int32(noun)
    document.tokens.relation[nominal] = .nominalModifier
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
    } else if marker == head + 1, document.tokens.partOfSpeech[head] == .verb,
      lexicon.entries(forWord: word(head)).contains(where: {
        $0.category == .verb && $0.targets.contains(.infinitive) && ($0.kind == .commit || $0.kind == .modal)
      })
    {
      // "offered to send".
      document.tokens.relation[verb] = .openComplement
    } else if document.tokens.partOfSpeech[head] == .verb,
      lexicon.entries(forWord: word(head)).contains(where: {
        $0.category == .verb && $0.kind == .demand && $0.targets.contains(.infinitive)
          && ($0.companions.isEmpty || word(head + 1) == $0.companions[0])
      })
    {
      document.tokens.relation[verb] = .openComplement
    }
  }

  /// "called X to congratulate them": after a verb of meeting or calling an infinitive tells what for.
  private func readPurpose(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    let head = Int(document.tokens.head[verb])
    guard head < verb, sentence.contains(head), document.tokens.partOfSpeech[head] == .verb,
      lexicon.entries(forWord: word(head)).contains(where: {
        $0.category == .verb && $0.kind == .act && $0.event == .consult && $0.companions.isEmpty
      }),
      !lexicon.entries(forWord: word(head)).contains(where: {
        $0.category == .verb && $0.kind == .demand && $0.companions.isEmpty
      }),
      (head + 1..<verb).contains(where: {
        Int(document.tokens.head[$0]) == head && document.tokens.relation[$0] == .object && isName($0)
      })
    else { return }
    document.tokens.relation[verb] = .adverbialClause
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

  /// "called Ana Silva today to congratulate her": a name is no predicate of the one before it.
  private func readNamedObject(_ name: Int, _ document: inout Document, _ isName: (Int) -> Bool) {
    let verb = Int(document.tokens.head[name])
    guard verb < name, name - verb < 8, document.tokens.partOfSpeech[verb] == .verb,
      document.tokens.partOfSpeech[name] == .properNoun, (verb + 1..<name).allSatisfy(isName)
    else { return }
    document.tokens.relation[name] = .object
    let end = min(document.tokens.count, name + 16)
    for token in name + 1..<max(end, name + 1)
    where Int(document.tokens.head[token]) == verb && document.tokens.relation[token] == .openComplement {
      document.tokens.relation[token] = .adverbialClause
    }
  }

  /// "At the conference, the governments of A and B pledged": a noun phrase with an article behind the comma of a
  /// phrase that opens the sentence is the subject that the verb has not.
  private func readSubject(_ noun: Int, _ document: inout Document, _ sentence: Range<Int>) {
    let opening = Int(document.tokens.head[noun])
    let verb = Int(document.tokens.head[opening])
    guard opening < noun, noun < verb, sentence.contains(verb), document.tokens.partOfSpeech[verb] == .verb,
      document.tokens.relation[opening] == .oblique
    else { return }
    guard verb - opening < Self.window else { return }
    var hasComma = false
    for token in max(sentence.lowerBound, opening - Self.window)..<min(sentence.upperBound, verb + Self.window)
    where Int(document.tokens.head[token]) == verb {
      switch document.tokens.relation[token] {
      case .nominalSubject, .passiveSubject, .clausalSubject, .expletive, .outerSubject: return
      default: continue
      }
    }
    for token in opening..<noun where document.form(token) == "," { hasComma = true }
    guard hasComma, document.form(verb - 1) != "," else { return }
    document.tokens.head[noun] = Int32(verb)
    document.tokens.relation[noun] = .nominalSubject
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

  private static let conjunctions: Set = ["after", "before", "since", "until", "as", "because", "while"]

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
    // "warned that scrapping the pact would be a mistake".
    if gerund > 0, noun > subject, document.tokens.relation[gerund] == .clausalSubject,
      document.tokens.partOfSpeech[gerund] == .verb, document.form(gerund).hasSuffix("ing"),
      Int(document.tokens.head[gerund]) == noun
    {
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
    let isVerb = document.tokens.partOfSpeech[verb] == .verb
    guard isVerb || document.form(verb).hasSuffix("ed") && lexicon.verb(ofPastForm: document.form(verb)) != nil else {
      return
    }
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
    } else if relation == .oblique || relation == .nominalModifier,
      let conjunction = (max(sentence.lowerBound, name - 8)..<name).last(where: {
        Int(document.tokens.head[$0]) == noun && document.tokens.relation[$0] == .caseMarker
          && Self.conjunctions.contains(document.form($0).lowercased())
      })
    {
      // "soured after X blocked imports": a preposition that may be a conjunction.
      document.tokens.head[verb] = Int32(above)
      document.tokens.relation[verb] = .adverbialClause
      document.tokens.head[conjunction] = Int32(verb)
      document.tokens.relation[conjunction] = .marker
    } else {
      return
    }
    document.tokens.partOfSpeech[verb] = .verb
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
    var owner = -1
    for token in sentence where Int(document.tokens.head[token]) == noun && token != noun {
      switch document.tokens.relation[token] {
      case .copula, .caseMarker, .determiner: return
      case .nominalSubject where token > noun && isName(token) && object < 0: object = token
      case .compound, .nominalSubject, .adjectivalModifier,
        .descriptiveModifier where token < noun && isName(token):
        subject = token
      case .possessive where token > noun && owner < 0: owner = token
      case .apposition where owner >= 0 && object < 0 && document.tokens.partOfSpeech[token] == .noun: object = token
      case .apposition, .object, .nominalModifier,
        .compound where token > noun && isName(token) && object < 0:
        object = token
      default: continue
      }
    }
    guard subject >= 0, object >= 0 else { return }
    // "X views Y's expansion as a threat": the owner is the object's.
    if owner >= 0, owner < object { document.tokens.head[owner] = Int32(object) }
    for token in object + 1..<max(object + 1, min(sentence.upperBound, object + 12))
    where Int(document.tokens.head[token]) == object && document.tokens.relation[token] == .nominalModifier {
      readNamedAs(token, &document, sentence, word, under: noun)
    }
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
