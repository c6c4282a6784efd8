import Diplomacy
import Linguistics
import Provenance

/// One parsed sentence with its mentions and the lexicon's word ids, as the coder reads it.
///
/// A class, since every part of the coder holds on to it.
final class SentenceView {
  let context: CodingContext
  // Lent, not copied: each holds a dozen arrays.
  var document: Document { @inline(__always) _read { yield context.document } }
  var found: DocumentEntities { @inline(__always) _read { yield context.found } }
  var lexicon: PredicateLexicon { @inline(__always) _read { yield context.lexicon } }
  let index: Int
  let tree: DependencyTree
  /// For each token of the sentence the word id of its lemma, or −1.
  private let words: [Int32]
  /// The words that some token of the sentence has, as a title or otherwise.
  let wordMask: WordMask
  /// For each token of the sentence the mention it heads, or −1.
  private let headed: [Int32]
  /// For each token of the sentence the predicate entry chosen for it, if any.
  private(set) var predicates: [ChosenPredicate?]

  init(_ context: CodingContext, sentence: Int) {
    self.context = context
    let document = context.document
    let found = context.found
    let lexicon = context.lexicon
    index = sentence
    let tree = DependencyTree(document, sentence: sentence)
    self.tree = tree
    var wordMask = WordMask([])
    words = document.utf8.withUnsafeBufferPointer { text in
      tree.tokens.map { token in
        let lemma = Int(document.tokens.lemma[token])
        var word = lexicon.canonical(context.lemmaWords[lemma])
        if document.tokens.partOfSpeech[token] == .verb, !lexicon.isVerb(word),
          lexicon.mayBePast(
            UnsafeBufferPointer(
              rebasing: text[Int(document.tokens.start[token])..<Int(document.tokens.end[token])]))
        {
          word = lexicon.verb(ofPastForm: document.form(token)) ?? word
        }
        wordMask.insert(word)
        wordMask.insert(context.titleWords[lemma])
        return word
      }
    }
    self.wordMask = wordMask
    let base = tree.tokens.lowerBound
    var headed = [Int32](repeating: -1, count: tree.tokens.count)
    for m in found.sentenceMentions[sentence] {
      let mention = found.mentions[m]
      guard !mention.tokens.isEmpty, tree.tokens.contains(mention.tokens.lowerBound),
        !mention.isAffiliationModifier || Self.isOrigin(m, of: found, in: document)
      else { continue }
      // The head of a mention is the token whose own head lies outside it; names nested in it come later and
      // do not displace the larger mention.
      var head = -1
      // "a treaty with Peru" is headed by its noun, wherever the parse hangs Peru.
      let isDescription =
        mention.form == .nominal && mention.entities.count == 1
        && found.entities[mention.entities[0].index].kind == .agreement
      for token in isDescription ? 0..<0 : mention.tokens where tree.tokens.contains(token) {
        let above = Int(document.tokens.head[token])
        if above == token || !mention.tokens.contains(above) {
          // Of several, the last noun: "U.S. Chairman … Gen. Mark Milley".
          if head < 0 || document.tokens.relation[head] == .caseMarker
            || document.tokens.partOfSpeech[head] == .punctuation
            || document.tokens.partOfSpeech[head] == .adjective && document.tokens.partOfSpeech[token] == .noun
            || Self.isArgument(document.tokens.relation[token])
              && (!Self.isArgument(document.tokens.relation[head])
                || document.tokens.partOfSpeech[token] == .properNoun)
          {
            head = token
          }
        }
      }
      if head < 0 {
        head = mention.head
        for _ in 0..<4 where isDescription {
          let above = Int(document.tokens.head[head])
          guard above != head, mention.tokens.contains(above) else { break }
          head = above
        }
      }
      let slot = head - base
      if slot >= 0, slot < headed.count {
        if headed[slot] < 0 || found.mentions[Int(headed[slot])].tokens.count < mention.tokens.count {
          headed[slot] = Int32(m)
        }
      }
    }
    self.headed = headed
    // While senses are chosen no token has one yet.
    predicates = [ChosenPredicate?](repeating: nil, count: tree.tokens.count)
    predicates = PredicateChooser(view: self).choose()
  }

  /// Whether an adjective tells of somebody of whom nothing else is known whose he is: "German journalist X".
  private static func isOrigin(_ index: Int, of found: DocumentEntities, in document: Document) -> Bool {
    let mention = found.mentions[index]
    let noun = mention.tokens.upperBound
    guard mention.isModifier, found.enclosing[index] < 0, noun + 1 < document.tokens.count,
      Int(document.tokens.head[mention.head]) == noun, document.tokens.partOfSpeech[noun] == .noun,
      document.tokens.partOfSpeech[noun + 1] == .properNoun
    else { return false }
    return found.tokenMention[noun] < 0 && found.tokenMention[noun + 1] < 0
  }

  /// Whether a word with this relation fills a slot of a clause. Of a title and a name that both do, the name counts.
  private static func isArgument(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .nominalSubject, .passiveSubject, .object, .indirectObject, .oblique, .agent: true
    default: false
    }
  }

  var tokens: Range<Int> { tree.tokens }

  /// Whose judgment the text's own words are.
  var textHolders: [ID<Entity>] { context.textHolders }

  func form(_ token: Int) -> String { context.document.form(token) }

  /// The word id of a token's lemma, −1 where the lexicon does not know it.
  func word(_ token: Int) -> Int32 { words[token - tokens.lowerBound] }

  /// The word id of a title, which a name may write with a capital.
  func titleWord(_ token: Int) -> Int32 {
    let word = word(token)
    if word >= 0 || partOfSpeech(token) != .properNoun { return word }
    return context.titleWords[Int(document.tokens.lemma[token])]
  }

  func lemma(_ token: Int) -> String { document.tokens.lemmaText(token) }

  func relation(_ token: Int) -> DependencyRelation { document.tokens.relation[token] }

  func partOfSpeech(_ token: Int) -> UniversalPartOfSpeech { document.tokens.partOfSpeech[token] }

  func morphology(_ token: Int) -> Morphology { document.tokens.morphology[token] }

  /// The syntactic head inside the sentence; nil for a root.
  func head(_ token: Int) -> Int? {
    let head = Int(document.tokens.head[token])
    return head == token || !tokens.contains(head) ? nil : head
  }

  func children(_ token: Int) -> DependencyTree.Children { tree.children(of: token) }

  func children(_ token: Int, _ relation: DependencyRelation) -> [Int] {
    children(token).filter { self.relation($0) == relation }
  }

  func predicate(_ token: Int) -> ChosenPredicate? { predicates[token - tokens.lowerBound] }

  /// The mention that a token heads.
  func mention(headedBy token: Int) -> EntityMention? {
    let m = headed[token - tokens.lowerBound]
    return m < 0 ? nil : found.mentions[Int(m)]
  }

  func isNominal(_ token: Int) -> Bool {
    switch partOfSpeech(token) {
    case .noun, .properNoun, .pronoun, .numeral, .symbol, .other: true
    default: mention(headedBy: token) != nil
    }
  }

  func isVerbal(_ token: Int) -> Bool {
    let part = partOfSpeech(token)
    return part == .verb || part == .auxiliary
  }

  /// The word of the preposition a nominal or a gerund stands under, or −1.
  func preposition(of token: Int) -> Int32 {
    for child in children(token) {
      switch relation(child) {
      case .caseMarker:
        // "pulled out of the pact" parsed as one chain of prepositions: the last is the one that governs.
        let next = child + 1
        if next < token, relation(next) == .caseMarker, head(next) == token, Self.particles.contains(lemma(child)) {
          return word(next)
        }
        return word(child)
      case .marker where partOfSpeech(token) == .verb || partOfSpeech(token) == .noun: return word(child)
      default: continue
      }
    }
    return -1
  }

  /// A verb under "to", which there is no preposition.
  func isInfinitive(_ token: Int) -> Bool {
    isVerbal(token) && children(token).contains { relation($0) == .marker && partOfSpeech($0) == .particle }
  }

  /// The token that a clause hangs on: climbs from a coordinated verb to the first one.
  func firstConjunct(_ token: Int) -> Int {
    var token = token
    while relation(token) == .conjunct, let head = head(token) { token = head }
    return token
  }

  /// "called Macron on Saturday" does not call on anybody.
  func isDate(_ token: Int) -> Bool {
    Self.dateWords.contains(lemma(token).lowercased())
      // "on April 8".
      || partOfSpeech(token) == .numeral && children(token).contains { Self.dateWords.contains(lemma($0).lowercased()) }
  }

  /// Adverbs of verbs that a parser may take for prepositions.
  private static let particles: Set = ["out", "away", "back", "up", "down", "off", "along", "together"]

  private static let dateWords: Set = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "weekend", "today", "yesterday",
    "tomorrow", "day", "week", "month", "year", "morning", "afternoon", "evening", "night",
  ]

  /// A finite past tense with a subject of its own, of a verb that takes "by" for a companion.
  private func isPlainPast(_ verb: Int) -> Bool {
    document.tokens.pennTag[verb] != .verbPastParticiple && lemma(verb) == "stand"
  }

  func hasPassiveSubject(_ token: Int) -> Bool {
    var hasAgent = false
    for child in children(token) {
      switch relation(child) {
      case .passiveSubject, .passiveAuxiliary, .passiveClausalSubject: return true
      // "stood by X": a past tense is no participle.
      case .agent: hasAgent = hasAgent || mention(headedBy: child) != nil && !isPlainPast(token)
      case .object, .auxiliary: return false
      default: continue
      }
    }
    // "Chad attacked by Libya".
    return hasAgent && relation(token) != .adnominalClause
  }
}

/// A token with the lexicon entry that fits it best, and the arguments its companions bound.
struct ChosenPredicate {
  var token: Int
  var entry: PredicateEntry
  /// Where the entry's last companion is a preposition: the tokens under it, which fill the object slot.
  var boundArguments: [Int]
  /// Where a companion is a noun, as in "hold talks": that noun, which is then no predicate of its own.
  var companionNoun: Int?
}
