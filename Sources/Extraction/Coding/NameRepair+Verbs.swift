import Linguistics

// Objects of gerunds, and verbs that a parser took for clauses about a noun.

extension NameRepair {
  /// "retaliated by banning exports": a bare noun phrase right behind a gerund is its object.
  func giveObjectToGerund(_ gerund: Int, _ document: inout Document, _ sentence: Range<Int>) {
    guard gerund > sentence.lowerBound, document.form(gerund).hasSuffix("ing"),
      document.tokens.relation[gerund - 1] == .marker, Int(document.tokens.head[gerund - 1]) == gerund,
      Int(document.tokens.head[gerund]) < gerund, document.form(gerund - 1) != "that"
    else { return }
    if document.tokens.relation[gerund] == .agent { document.tokens.relation[gerund] = .adverbialClause }
    var noun = gerund + 1
    while noun < sentence.upperBound, noun < gerund + 6 {
      switch document.tokens.partOfSpeech[noun] {
      case .determiner, .adjective, .numeral, .particle: noun += 1
      case .noun, .properNoun, .pronoun:
        let above = Int(document.tokens.head[noun])
        if above > noun, above < gerund + 6 {
          noun = above
          continue
        }
        guard above == Int(document.tokens.head[gerund]), above < gerund else { return }
        switch document.tokens.relation[noun] {
        case .agent, .oblique, .object, .nominalModifier:
          let hasPreposition = (gerund + 1..<noun).contains {
            Int(document.tokens.head[$0]) == noun && document.tokens.relation[$0] == .caseMarker
              && document.tokens.partOfSpeech[$0] == .adposition
          }
          guard !hasPreposition else { return }
          document.tokens.head[noun] = Int32(gerund)
          document.tokens.relation[noun] = .object
        default: return
        }
        return
      default: return
      }
    }
  }

  /// "Hundreds of X's troops crossed the border", "X's main party, the Front, accused Y": a sentence under a noun whose
  /// only finite verb was taken for a clause about the noun.
  func raiseVerb(
    _ document: inout Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool
  ) {
    guard document.form(sentence.upperBound - 1) == "." || document.form(sentence.upperBound - 1) == "\"",
      sentence.count < 90,
      let root = sentence.first(where: { Int(document.tokens.head[$0]) == $0 }),
      document.tokens.partOfSpeech[root] == .noun || document.tokens.partOfSpeech[root] == .properNoun
        || document.tokens.partOfSpeech[root] == .numeral
    else { return }
    var verb = -1
    for token in sentence where Int(document.tokens.head[token]) == root {
      switch document.tokens.relation[token] {
      case .copula, .nominalSubject, .passiveSubject, .expletive, .caseMarker: return
      case .adnominalClause, .parataxis, .relativeClause:
        guard token > root, verb < 0, document.tokens.partOfSpeech[token] == .verb else { continue }
        verb = token
      default: continue
      }
    }
    // The clause may hang on the noun under the root: "Hundreds of soldiers crossed".
    if verb < 0 {
      verb =
        sentence.first { token in
          let above = Int(document.tokens.head[token])
          return token > root && above > root && above < token && document.tokens.relation[token] == .adnominalClause
            && document.tokens.partOfSpeech[token] == .verb && Int(document.tokens.head[above]) == root
            && document.tokens.relation[above] == .nominalModifier
        } ?? -1
    }
    // "X, spokesman for Y, accused Z": behind the comma of what stands beside the name.
    if verb < 0, isName(root) {
      verb =
        sentence.dropFirst().first { token in
          token > root + 2 && document.form(token - 1) == "," && document.tokens.partOfSpeech[token] == .verb
            && document.tokens.pennTag[token] == .verbPast && document.tokens.relation[token] == .adnominalClause
            && isBelow(token, root, document)
        } ?? -1
    }
    guard verb > 0, verb - root < Self.window, lexicon.isVerb(word(verb)), !document.form(verb).hasSuffix("ing") else {
      return
    }
    let isFinite =
      document.tokens.pennTag[verb] == .verbPast || document.tokens.pennTag[verb] == .verbThirdPersonSingular
    var hasObject = false
    for token in sentence where Int(document.tokens.head[token]) == verb {
      switch document.tokens.relation[token] {
      case .nominalSubject, .passiveSubject, .agent: return
      case .marker: return
      case .auxiliary, .passiveAuxiliary: if document.tokens.relation[token] == .passiveAuxiliary { return }
      case .object: if token > verb { hasObject = true }
      case .clausalComplement: hasObject = true
      default: continue
      }
    }
    guard isFinite || hasObject else { return }
    document.tokens.head[verb] = Int32(verb)
    document.tokens.relation[verb] = .root
    document.tokens.head[root] = Int32(verb)
    document.tokens.relation[root] = .nominalSubject
    for token in sentence where token > verb && Int(document.tokens.head[token]) == root {
      document.tokens.head[token] = Int32(verb)
    }
  }
}
