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
      guard !hasSubject, let root = sentence.first(where: { Int(document.tokens.head[$0]) == $0 }), root < start || root == verb
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
        mention.entities.count == 1 && found.entities[mention.entities[0].index].kind == .country && !mention.isPossessive
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
