import Diplomacy
import Linguistics

// Who speaks behind a quotation, and adjectives of several nations before one noun.

extension NameRepair {
  private static let quotes: Set = ["\"", "”", "''", "’", "»"]
  private static let openings: Set = ["\"", "“", "``", "‘", "«"]

  /// "“…,” the spokesman X wrote, accusing": a name between a quotation and a verb of speech is who speaks, and the
  /// quotation is what is said.
  ///
  /// - Complexity: O(tokens of the sentence).
  func readQuotation(
    _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard sentence.count < 120, Self.openings.contains(document.form(sentence.lowerBound)) else { return }
    var verb = sentence.lowerBound + 3
    while verb < sentence.upperBound {
      defer { verb += 1 }
      guard document.tokens.partOfSpeech[verb] == .verb, isName(verb - 1),
        lexicon.traits(ofWord: word(verb)).contains(.report),
        document.tokens.pennTag[verb] == .verbPast || document.tokens.pennTag[verb] == .verbThirdPersonSingular
          || document.tokens.pennTag[verb] == .verbPastParticiple
      else { continue }
      var start = verb - 1
      while start > sentence.lowerBound, isName(start - 1) || document.form(start - 1) == "," && isName(start - 2) {
        start -= 1
      }
      if document.tokens.partOfSpeech[start - 1] == .determiner { start -= 1 }
      guard start > sentence.lowerBound + 1, Self.quotes.contains(document.form(start - 1)) else { continue }
      var name = -1
      for token in start..<verb {
        let above = Int(document.tokens.head[token])
        if document.tokens.partOfSpeech[token] != .determiner, above == token || !(start..<verb).contains(above) {
          name = token
          break
        }
      }
      guard name >= 0, Int(document.tokens.head[name]) != verb || document.tokens.relation[name] != .nominalSubject
      else { return }
      let hasSubject = sentence.contains {
        $0 != name && Int(document.tokens.head[$0]) == verb && document.tokens.relation[$0] == .nominalSubject
      }
      guard !hasSubject, let root = sentence.first(where: { Int(document.tokens.head[$0]) == $0 }),
        root < start || root == verb
      else { return }
      document.tokens.head[verb] = Int32(verb)
      document.tokens.relation[verb] = .root
      document.tokens.head[name] = Int32(verb)
      document.tokens.relation[name] = .nominalSubject
      if root != verb {
        document.tokens.head[root] = Int32(verb)
        document.tokens.relation[root] = .clausalComplement
      }
      return
    }
  }

  /// "X, ending days of talks, tonight signed", "X, declaring that Y had lied, asked": the finite verb behind the
  /// comma is the sentence's, and the participle beside the name tells in passing.
  func resumeParticiple(
    _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard sentence.count < 100, let comma = sentence.first(where: { document.form($0) == "," }),
      comma > sentence.lowerBound, isName(comma - 1), comma + 3 < sentence.upperBound,
      document.tokens.pennTag[comma + 1] == .verbGerund, document.form(comma + 1).hasSuffix("ing")
    else { return }
    let participle = comma + 1
    guard let root = sentence.first(where: { Int(document.tokens.head[$0]) == $0 }) else { return }
    var name = comma - 1
    for _ in 0..<10 {
      let above = Int(document.tokens.head[name])
      guard above < comma, above >= sentence.lowerBound, above != name else { break }
      name = above
    }
    // The finite verb of the lexicon behind the next comma that has no subject of its own.
    var verb = participle + 2
    while verb < sentence.upperBound {
      if document.tokens.partOfSpeech[verb] == .verb, lexicon.isVerb(word(verb)),
        document.tokens.pennTag[verb] == .verbPast || document.tokens.pennTag[verb] == .verbThirdPersonSingular,
        document.form(verb - 1) == ","
          || verb > participle + 3 && document.form(verb - 2) == ","
            && [.adverb, .noun].contains(document.tokens.partOfSpeech[verb - 1])
      {
        break
      }
      verb += 1
    }
    guard verb < sentence.upperBound, verb != root, participle == root || verb < sentence.upperBound,
      !sentence.contains(where: {
        Int(document.tokens.head[$0]) == verb
          && [.nominalSubject, .passiveSubject, .coordinator].contains(document.tokens.relation[$0]) && $0 != name
      }), isBelow(verb, root, document), root > comma
    else { return }
    document.tokens.head[verb] = Int32(verb)
    document.tokens.relation[verb] = .root
    document.tokens.head[root] = Int32(verb)
    document.tokens.relation[root] = root == participle ? .adverbialClause : .clausalComplement
    if root != participle {
      document.tokens.head[participle] = Int32(verb)
      document.tokens.relation[participle] = .adverbialClause
      document.tokens.head[root] = Int32(participle)
    }
    document.tokens.head[name] = Int32(verb)
    document.tokens.relation[name] = .nominalSubject
  }

  /// "reiterates its view of X's war, which violates the charter, and reaffirms": a second verb of the same kind and form
  /// as the sentence's goes with that, and not with what is said of the war in passing.
  ///
  /// - Returns: Whether it did so.
  func raiseFromRelative(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32
  ) -> Bool {
    guard document.tokens.relation[verb] == .conjunct, verb - 2 > sentence.lowerBound,
      document.tokens.partOfSpeech[verb - 1] == .coordinatingConjunction, document.form(verb - 2) == ","
    else { return false }
    let clause = Int(document.tokens.head[verb])
    guard clause < verb, sentence.contains(clause), document.tokens.relation[clause] == .relativeClause,
      let root = sentence.first(where: { Int(document.tokens.head[$0]) == $0 }), root < clause,
      document.tokens.pennTag[root] == document.tokens.pennTag[verb], document.tokens.partOfSpeech[root] == .verb,
      isVoiced(word(root)), isVoiced(word(verb))
    else { return false }
    document.tokens.head[verb] = Int32(root)
    return true
  }

  /// A verb of what one thinks, asks or pledges.
  private func isVoiced(_ word: Int32) -> Bool {
    lexicon.entries(forWord: word).contains {
      $0.category == .verb && ($0.kind == .evaluate || $0.kind == .demand || $0.kind == .commit)
    }
  }

  /// "called X a rogue state", "declared the pact dead" with X taken for a part of what it is called: it is the object.
  func giveNamedObject(
    _ verb: Int, _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ found: DocumentEntities
  ) {
    guard lexicon.isWord(word(verb), .naming) else { return }
    var start = verb + 1
    if start < sentence.upperBound, document.tokens.partOfSpeech[start] == .determiner { start += 1 }
    guard start < sentence.upperBound, found.tokenMention[start] >= 0 else { return }
    let mention = found.mentions[Int(found.tokenMention[start])]
    guard !mention.isPossessive, mention.form == .name else { return }
    let end = mention.tokens.upperBound
    guard end < sentence.upperBound, end > start else { return }
    // What it is called: an article or an adjective follows at once.
    switch document.tokens.partOfSpeech[end] {
    case .determiner:
      guard document.form(end) == "a" || document.form(end) == "an" || document.form(end) == "the" else { return }
    case .adjective: break
    default: return
    }
    var complement = -1
    for token in end..<min(sentence.upperBound, end + 8) {
      if Int(document.tokens.head[token]) == verb,
        [.openComplement, .object, .clausalComplement].contains(document.tokens.relation[token])
      {
        complement = token
        break
      }
      if document.tokens.partOfSpeech[token] == .punctuation || document.tokens.partOfSpeech[token] == .adposition {
        break
      }
    }
    guard complement >= 0 else { return }
    var top = start
    for _ in 0..<8 {
      let above = Int(document.tokens.head[top])
      guard above != top, mention.tokens.contains(above) else { break }
      top = above
    }
    guard !isBelow(verb, top, document) else { return }
    document.tokens.head[top] = Int32(verb)
    document.tokens.relation[top] = .object
    document.tokens.relation[complement] = .openComplement
    if start == verb + 2, document.tokens.partOfSpeech[verb + 1] == .determiner {
      document.tokens.head[verb + 1] = Int32(top)
    }
  }

  /// "President X of A and President Y of B" with the second title joined to A: the title is the name's.
  func giveToName(_ name: Int, _ document: inout Document, _ sentence: Range<Int>, _ found: DocumentEntities) {
    let title = name - 1
    guard title >= sentence.lowerBound, document.tokens.partOfSpeech[name] == .properNoun,
      document.tokens.relation[title] == .conjunct, Int(document.tokens.head[title]) < title,
      document.tokens.head[title] != document.tokens.head[name],
      found.tokenMention[name] >= 0, found.tokenMention[name] == found.tokenMention[title],
      !isBelow(name, title, document)
    else { return }
    document.tokens.head[title] = Int32(name)
    document.tokens.relation[title] = .descriptiveModifier
  }

  /// "Chilean, Peruvian and U.S. troops": all of them hang on the noun, whatever the parse made of the first ones.
  func joinAdjectives(
    _ document: inout Document, _ sentence: Range<Int>, _ mentions: some Sequence<EntityMention>,
    _ found: DocumentEntities
  ) {
    // The adjectives of nations met one after the other, with nothing but commas and conjunctions between them.
    var run: [Int] = []
    var end = -1
    for mention in mentions where !mention.tokens.isEmpty && sentence.contains(mention.tokens.lowerBound) {
      let isCountry =
        mention.entities.count == 1 && found.entities[mention.entities[0].index].kind == .country
        && !mention.isPossessive
      let start = mention.tokens.lowerBound
      if end >= 0, start >= end {
        let gap = end..<start
        let isList =
          !gap.isEmpty && gap.count < 3
          && gap.allSatisfy {
            document.form($0) == "," || document.tokens.partOfSpeech[$0] == .coordinatingConjunction
          }
        if !isList { run = [] }
      }
      guard isCountry else {
        if start >= end { run = [] }
        continue
      }
      switch mention.form {
      case .nominal:
        let noun = mention.tokens.upperBound - 1
        guard document.tokens.partOfSpeech[noun] == .noun else { break }
        for adjective in run where !isBelow(noun, adjective, document) {
          let above = Int(document.tokens.head[adjective])
          guard above != noun, !run.contains(above) else { continue }
          document.tokens.head[adjective] = Int32(noun)
          document.tokens.relation[adjective] = .adjectivalModifier
        }
        run = []
      case .name:
        guard start >= end else { continue }
        let token = mention.tokens.upperBound - 1
        // "Georgia" is no adjective; "Georgian" and "U.S." are.
        let isOwnName = document.form(token) == found.entities[mention.entities[0].index].name
        if isOwnName || mention.tokens.count > 2 { run = [] } else { run.append(token) }
      default: run = []
      }
      end = max(end, mention.tokens.upperBound)
    }
  }
}
