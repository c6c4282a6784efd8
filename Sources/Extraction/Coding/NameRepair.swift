import Diplomacy
import Linguistics
import Provenance

/// Sets right what a parser makes of names side by side, and of sentences whose verb it took for a modifier.
///
/// Each rule looks at one token and a window around it, so that work is linear, and leaves the tree a tree.
struct NameRepair {
  let lexicon: PredicateLexicon
  static let window = 30

  /// - Complexity: O(tokens of the sentence).
  func repair(_ document: inout Document, sentence: Range<Int>, lemmaWords: [Int32], found: DocumentEntities) {
    guard sentence.count > 3 else { return }
    let lemmas = document.tokens.lemma
    func word(_ token: Int) -> Int32 { lemmaWords[Int(lemmas[token])] }
    func isName(_ token: Int) -> Bool { sentence.contains(token) && found.tokenMention[token] >= 0 }
    joinHyphened(&document, sentence, word, isName, found)
    if let number = sentenceNumber(of: sentence, document) {
      let mentions = found.sentenceMentions[number].lazy.map { found.mentions[$0] }
      joinLists(&document, sentence, mentions)
      joinAdjectives(&document, sentence, mentions, found)
    }
    readQuotation(&document, sentence, word, isName)
    giveToOwned(&document, sentence, isName)
    resumeSubjects(&document, sentence, word, isName)
    resumeParticiple(&document, sentence, word, isName)
    for token in sentence {
      if document.tokens.relation[token] == .conjunct { giveToName(token, &document, sentence, found) }
      switch document.tokens.partOfSpeech[token] {
      case .verb:
        giveObjectToGerund(token, &document, sentence)
        giveNamedObject(token, &document, sentence, word, found)
        findAgent(of: token, &document, sentence, isName)
        findSubject(of: token, &document, sentence, isName)
        findAccused(of: token, &document, sentence, isName)
        raiseConjunct(token, &document, sentence, word, isName)
      case .adposition where document.form(token) == "out":
        giveToVerb(token, &document, sentence)
      case .noun where document.tokens.relation[token] == .compound && isName(token + 1):
        readGerundSubject(token, &document, sentence, word)
      case .noun, .adjective, .adverb:
        readPossessiveApposition(token, &document, sentence, word, isName)
      default: continue
      }
    }
    raiseVerb(&document, sentence, word, isName)
  }

  // MARK: Lists

  private func sentenceNumber(of tokens: Range<Int>, _ document: Document) -> Int? {
    var low = 0
    var high = document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if document.sentences[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < document.sentences.count && document.sentences[low].tokens == tokens ? low : nil
  }

  /// "A, the B, C and D", "A as well as B": names with nothing but commas and conjunctions between them are joined to
  /// the first, where the parse hung them on one another; behind "as well as" wherever it hung them.
  private func joinLists(
    _ document: inout Document, _ sentence: Range<Int>, _ mentions: some Sequence<EntityMention>
  ) {
    var heads: [Int] = []
    var end = -1
    for mention in mentions {
      guard !mention.isAffiliationModifier, mention.form != .pronoun, !mention.tokens.isEmpty,
        mention.tokens.lowerBound >= end
      else { continue }
      let head = head(of: mention.tokens, document)
      let gap = end..<max(end, mention.tokens.lowerBound)
      // "X, Y's ally": two names, and no list.
      let isOwner = mention.isPossessive && gap.count == 1
      var isList = end >= 0 && !gap.isEmpty && gap.count < 5 && !isOwner
      var isAlso = false
      if isList {
        for token in gap {
          switch document.tokens.partOfSpeech[token] {
          case .coordinatingConjunction, .determiner: continue
          case .punctuation: if document.form(token) != "," { isList = false }
          default:
            let form = document.form(token).lowercased()
            if form == "as" || form == "well" { isAlso = form == "well" || isAlso } else { isList = false }
          }
        }
      }
      if isList, let first = heads.first, head != first {
        let above = Int(document.tokens.head[head])
        let isInside = heads.contains(above) && document.tokens.relation[head] != .conjunct
        let isNested = heads.dropFirst().contains(above)
        if (isAlso || isInside || isNested) && !isBelow(first, head, document) {
          document.tokens.head[head] = Int32(first)
          document.tokens.relation[head] = .conjunct
        }
        heads.append(head)
      } else {
        heads = [head]
      }
      end = mention.tokens.upperBound
    }
  }

  /// The first word of a mention that hangs on nothing in it.
  private func head(of tokens: Range<Int>, _ document: Document) -> Int {
    tokens.first { token in
      let above = Int(document.tokens.head[token])
      return (above == token || !tokens.contains(above)) && document.tokens.relation[token] != .caseMarker
        && document.tokens.relation[token] != .determiner
    } ?? tokens.lowerBound
  }

  // MARK: Subjects

  /// "X, who was on a visit, called Y": the verb behind the clause about X is X's.
  private func resumeSubjects(
    _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard sentence.count < 120 else { return }
    for pronoun in sentence.dropFirst(2) {
      guard
        document.tokens.pennTag[pronoun] == .whPronoun || document.tokens.pennTag[pronoun] == .whDeterminer
          || document.tokens.pennTag[pronoun] == .whPossessive, document.form(pronoun - 1) == ",", isName(pronoun - 2)
      else { continue }
      var name = pronoun - 2
      for _ in 0..<8 {
        let above = Int(document.tokens.head[name])
        guard above < pronoun - 1, above >= sentence.lowerBound, above != name, isName(above) else { break }
        name = above
      }
      // The first verb right behind a comma that has no subject of its own.
      var verb = pronoun + 2
      let end = min(sentence.upperBound, pronoun + Self.window)
      while verb < end {
        if document.form(verb - 1) == ",", document.tokens.partOfSpeech[verb] == .verb, lexicon.isVerb(word(verb)),
          document.tokens.pennTag[verb] == .verbPast || document.tokens.pennTag[verb] == .verbThirdPersonSingular
        {
          break
        }
        verb += 1
      }
      guard verb < end, Int(document.tokens.head[verb]) != name || document.tokens.relation[verb] != .nominalSubject
      else { continue }
      let hasSubject = sentence.contains {
        Int(document.tokens.head[$0]) == verb
          && [.nominalSubject, .passiveSubject, .coordinator].contains(document.tokens.relation[$0])
      }
      guard !hasSubject, !isBelow(name, verb, document) else { continue }
      // The verb must hang in the clause about the name, or on the name itself.
      guard isBelow(verb, name, document) || Int(document.tokens.head[verb]) > pronoun else { continue }
      let isRoot = Int(document.tokens.head[name]) == name
      if isRoot {
        document.tokens.head[verb] = Int32(verb)
        document.tokens.relation[verb] = .root
      } else {
        let above = Int(document.tokens.head[name])
        switch document.tokens.relation[name] {
        case .apposition, .conjunct, .parataxis: break
        default: continue
        }
        guard !isBelow(above, verb, document) else { continue }
        var top = above
        for _ in 0..<12 where Int(document.tokens.head[top]) != top { top = Int(document.tokens.head[top]) }
        guard Int(document.tokens.head[top]) == top, top != verb else { continue }
        document.tokens.head[verb] = Int32(top)
        document.tokens.relation[verb] = .parataxis
      }
      document.tokens.head[name] = Int32(verb)
      document.tokens.relation[name] = .nominalSubject
    }
  }

  // MARK: Names

  /// "A-B tensions", "A-B-C talks": all hang on the noun, the others joined to the first.
  private func joinHyphened(
    _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool,
    _ found: DocumentEntities
  ) {
    // "the A-B pact" names the pact.
    func isNamed(_ noun: Int, with first: Int) -> Bool {
      let mention = found.tokenMention[noun]
      return mention >= 0 && found.mentions[Int(mention)].tokens.contains(first)
    }
    func isTie(_ word: Int32) -> Bool {
      lexicon.entries(forWord: word).contains { $0.category == .noun && $0.kind == .mutual }
    }
    func isDash(_ token: Int) -> Bool { ["-", "–", "/"].contains(document.form(token)) }
    var next = sentence.lowerBound + 1
    while next < sentence.upperBound - 1 {
      let dash = next
      next += 1
      guard isName(dash - 1), isName(dash + 1), isDash(dash) else { continue }
      var first = dash - 1
      for _ in 0..<4 {
        let above = Int(document.tokens.head[first])
        guard above < first, above >= sentence.lowerBound, isName(above), document.tokens.relation[first] == .flat
        else {
          break
        }
        first = above
      }
      var members = [first, dash + 1]
      var last = dash
      var noun = dash + 2
      while noun < sentence.upperBound, noun < last + 6 {
        if noun + 1 < sentence.upperBound, isName(noun - 1), isName(noun + 1), members.count < 8, isDash(noun) {
          last = noun
          members.append(noun + 1)
          noun += 2
        } else if document.tokens.partOfSpeech[noun] == .adjective
          || isName(noun) && document.tokens.partOfSpeech[noun] != .noun
        {
          noun += 1
        } else {
          break
        }
      }
      next = last + 1
      guard noun < sentence.upperBound, document.tokens.partOfSpeech[noun] == .noun,
        !isName(noun) || isNamed(noun, with: first)
      else { continue }
      // The last of a run of nouns: "A-B peace talks".
      while noun + 1 < sentence.upperBound, noun < last + 6, document.tokens.partOfSpeech[noun + 1] == .noun,
        Int(document.tokens.head[noun]) == noun + 1, isTie(word(noun + 1)) || !isTie(word(noun))
      {
        noun += 1
      }
      if members.contains(Int(document.tokens.head[noun])), Int(document.tokens.head[first]) != noun,
        Int(document.tokens.head[first]) == first || !isBelow(Int(document.tokens.head[first]), first, document)
      {
        // The noun hung on the name: it takes the name's place.
        let top = Int(document.tokens.head[first])
        document.tokens.head[noun] = Int32(top == first ? noun : top)
        document.tokens.relation[noun] = document.tokens.relation[first]
      }
      guard !members.contains(where: { isBelow(noun, $0, document) }) else { continue }
      document.tokens.head[first] = Int32(noun)
      document.tokens.relation[first] = .compound
      for member in members.dropFirst() {
        document.tokens.head[member] = Int32(first)
        document.tokens.relation[member] = .conjunct
        document.tokens.head[member - 1] = Int32(member)
        document.tokens.relation[member - 1] = .punctuation
      }
    }
  }

  /// Whether a token hangs, over a few steps, on another.
  func isBelow(_ token: Int, _ other: Int, _ document: Document) -> Bool {
    var current = token
    for _ in 0..<16 {
      if current == other { return true }
      let above = Int(document.tokens.head[current])
      if above == current { return false }
      current = above
    }
    return true
  }

  /// "X, Y's longtime ally, did": the noun stands beside X, whatever it was taken for.
  private func readPossessiveApposition(
    _ noun: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard noun + 1 < sentence.upperBound, document.form(noun + 1) == "," || noun + 2 == sentence.upperBound,
      document.tokens.relation[noun] != .apposition,
      lexicon.entries(forWord: word(noun)).contains(where: { $0.category == .noun && $0.kind == .state })
    else { return }
    var token = noun - 1
    while token > sentence.lowerBound, noun - token < 5,
      document.tokens.partOfSpeech[token] == .adjective || document.tokens.partOfSpeech[token] == .noun
        || document.tokens.partOfSpeech[token] == .adverb, !isName(token)
    {
      token -= 1
    }
    guard token - 2 > sentence.lowerBound, document.tokens.partOfSpeech[token] == .particle, isName(token - 1) else {
      return
    }
    let owner = token - 1
    var comma = owner - 1
    while comma > sentence.lowerBound, isName(comma), owner - comma < 5 { comma -= 1 }
    guard document.form(comma) == ",", comma > sentence.lowerBound, isName(comma - 1) else { return }
    var named = comma - 1
    for _ in 0..<5 {
      let above = Int(document.tokens.head[named])
      guard above < named, above >= sentence.lowerBound, isName(above) else { break }
      named = above
    }
    var top = owner
    for _ in 0..<5 {
      let above = Int(document.tokens.head[top])
      guard above > comma, above < noun, isName(above) else { break }
      top = above
    }
    guard !isBelow(named, noun, document), !isBelow(named, top, document) else { return }
    document.tokens.partOfSpeech[noun] = .noun
    document.tokens.head[noun] = Int32(named)
    document.tokens.relation[noun] = .apposition
    document.tokens.head[top] = Int32(noun)
    document.tokens.relation[top] = .possessive
    for between in token + 1..<noun {
      document.tokens.head[between] = Int32(noun)
      document.tokens.relation[between] = .adjectivalModifier
    }
  }

  // MARK: Verbs

  /// "that scrapping X would harm": a gerund read as a part of the name that is its object.
  private func readGerundSubject(
    _ gerund: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) {
    let name = Int(document.tokens.head[gerund])
    guard name > gerund, name - gerund < 6, sentence.contains(name), document.form(gerund).hasSuffix("ing"),
      document.tokens.relation[name] == .nominalSubject, gerund > sentence.lowerBound,
      document.tokens.partOfSpeech[gerund - 1] != .determiner, document.tokens.partOfSpeech[gerund - 1] != .adjective,
      lexicon.entries(forWord: word(gerund)).contains(where: { $0.kind == .reverse || $0.kind == .uphold })
    else { return }
    document.tokens.head[gerund] = document.tokens.head[name]
    document.tokens.relation[gerund] = .nominalSubject
    document.tokens.head[name] = Int32(gerund)
    document.tokens.relation[name] = .compound
  }

  /// "was signed on May 8 by A, then president": a name under "by" that hangs on what follows it is the agent.
  private func findAgent(
    of verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool
  ) {
    guard verb > sentence.lowerBound, document.tokens.relation[verb - 1] == .passiveAuxiliary else { return }
    var token = verb + 1
    let end = min(sentence.upperBound - 1, verb + 14)
    while token < end {
      if document.tokens.partOfSpeech[token] == .verb { return }
      if document.form(token) == "by", document.tokens.relation[token] == .caseMarker {
        let name = Int(document.tokens.head[token])
        guard name > token, name < sentence.upperBound, isName(name) else { return }
        let above = Int(document.tokens.head[name])
        // "was embraced on the tarmac by X".
        let isInside =
          document.tokens.relation[name] == .nominalModifier && above > verb && above < token && !isName(above)
          && document.tokens.relation[above] == .oblique
        if above > name || isInside, !isBelow(verb, name, document) {
          document.tokens.head[name] = Int32(verb)
          document.tokens.relation[name] = .agent
        }
        return
      }
      token += 1
    }
  }

  /// "after X and Y had struck a deal": a name under a word that may be a conjunction, right before a finite verb
  /// without a subject, is its subject.
  private func findSubject(
    of verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool
  ) {
    var token = verb - 1
    var isFinite = document.tokens.pennTag[verb] == .verbPast
    while token > sentence.lowerBound, verb - token < 4 {
      switch document.tokens.partOfSpeech[token] {
      case .auxiliary:
        if document.tokens.relation[token] == .auxiliary { isFinite = true } else { return }
      case .adverb: break
      default:
        guard isFinite else { return }
        var top = token
        for _ in 0..<8 {
          let above = Int(document.tokens.head[top])
          // "after X and its allies lifted".
          guard above < token, above >= sentence.lowerBound, above != top,
            isName(above) || document.tokens.relation[top] == .conjunct
          else { break }
          top = above
        }
        let above = Int(document.tokens.head[top])
        let isShared =
          above == Int(document.tokens.head[verb]) && document.tokens.relation[verb] == .conjunct && above < top
        guard isName(top), document.tokens.relation[top] == .oblique, above == verb || isShared else { return }
        let near = max(sentence.lowerBound, verb - Self.window)..<verb
        var conjunction = -1
        for child in near {
          let over = Int(document.tokens.head[child])
          if over == verb,
            [.nominalSubject, .passiveSubject, .clausalSubject].contains(document.tokens.relation[child])
          {
            return
          }
          if over == top, document.tokens.relation[child] == .caseMarker { conjunction = child }
        }
        guard conjunction >= 0, Self.conjunctions.contains(document.form(conjunction).lowercased()) else { return }
        if isShared { document.tokens.relation[verb] = .adverbialClause }
        document.tokens.head[top] = Int32(verb)
        document.tokens.relation[top] = .nominalSubject
        document.tokens.head[conjunction] = Int32(verb)
        document.tokens.relation[conjunction] = .marker
        return
      }
      token -= 1
    }
  }

  /// "pulled the country out of the pact" with the pact hung on the country.
  private func giveToVerb(_ out: Int, _ document: inout Document, _ sentence: Range<Int>) {
    guard out + 2 < sentence.upperBound, document.form(out + 1) == "of",
      document.tokens.relation[out] == .caseMarker, document.tokens.head[out] == document.tokens.head[out + 1]
    else { return }
    let nominal = Int(document.tokens.head[out])
    let object = Int(document.tokens.head[nominal])
    guard nominal > out, sentence.contains(nominal), object < out, sentence.contains(object),
      document.tokens.relation[nominal] == .nominalModifier, document.tokens.relation[object] == .object,
      sentence.contains(Int(document.tokens.head[object]))
    else { return }
    document.tokens.head[nominal] = document.tokens.head[object]
    document.tokens.relation[nominal] = .oblique
  }

  /// "accused X of lying" with X taken for the subject of the gerund.
  private func findAccused(
    of verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ isName: (Int) -> Bool
  ) {
    let name = verb + 1
    guard name + 2 < sentence.upperBound, isName(name), document.tokens.relation[name] == .nominalSubject else {
      return
    }
    let gerund = Int(document.tokens.head[name])
    guard gerund > name, gerund - name < 10, document.form(gerund).hasSuffix("ing"),
      (name + 1..<gerund).contains(where: {
        document.form($0) == "of" && Int(document.tokens.head[$0]) == gerund && document.tokens.relation[$0] == .marker
      }), isBelow(gerund, verb, document)
    else { return }
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = .object
  }

  /// "regretted that the talks had failed and urged X to": a verb of urging joined to a clause about a thing is joined
  /// to the verb above, whose subject can urge.
  private func raiseConjunct(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    if raiseFromRelative(verb, &document, sentence, word) { return }
    guard document.tokens.relation[verb] == .conjunct,
      document.tokens.pennTag[verb] == .verbPast || document.tokens.pennTag[verb] == .verbPastParticiple,
      lexicon.entries(forWord: word(verb)).contains(where: { $0.category == .verb && $0.kind == .demand })
    else { return }
    let clause = Int(document.tokens.head[verb])
    guard clause < verb, sentence.contains(clause), verb - clause < Self.window,
      document.tokens.relation[clause] == .clausalComplement
    else { return }
    let matrix = Int(document.tokens.head[clause])
    guard matrix < clause, sentence.contains(matrix), document.tokens.partOfSpeech[matrix] == .verb else { return }
    var hasActor = false
    for token in max(sentence.lowerBound, matrix - Self.window)..<verb {
      switch document.tokens.relation[token] {
      case .nominalSubject, .passiveSubject:
        let above = Int(document.tokens.head[token])
        if above == verb { return }
        if above == clause, isName(token) { return }
        if above == matrix, isName(token) { hasActor = true }
      default: continue
      }
    }
    guard hasActor else { return }
    document.tokens.head[verb] = Int32(matrix)
  }

  private static let conjunctions: Set = ["after", "before", "since", "until", "as", "while"]
}
