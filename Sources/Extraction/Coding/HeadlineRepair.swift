import Linguistics

/// Sets right the tree of a headline: "Seoul, Tokyo trade barbs over curbs", "Netherlands bars export of tools".
///
/// Parsers learn from running text and take a headline's verb for a noun. Where the words before a verb of the lexicon
/// are one noun phrase or a list of names, and what follows may be its object, the verb becomes the root; what the
/// parser made of the phrases on either side of it stays.
struct HeadlineRepair {
  let lexicon: PredicateLexicon
  private static let longest = 26

  func repair(
    _ document: inout Document, sentence: Range<Int>, word: (Int) -> Int32, isName: (Int) -> Bool
  ) {
    let isClosed = isClosed(document, sentence)
    guard (3...(isClosed ? 60 : Self.longest)).contains(sentence.count), !isClosed || isVerbless(document, sentence),
      let verb = verb(document, sentence, word, isName, isClosed: isClosed)
    else { return }
    let items = items(before: verb, document, sentence)
    guard !items.isEmpty else { return }
    if isSound(document, verb, items) { return }
    document.tokens.head[verb] = Int32(verb)
    document.tokens.relation[verb] = .root
    document.tokens.partOfSpeech[verb] = .verb
    attachSubject(items, verb, &document, sentence)
    attachRest(verb, &document, sentence)
  }

  /// "Japan on Friday lifted sanctions" read as one noun phrase: a sentence whose root is a noun without a copula.
  private func isVerbless(_ document: Document, _ sentence: Range<Int>) -> Bool {
    guard let root = sentence.first(where: { Int(document.tokens.head[$0]) == $0 }) else { return false }
    switch document.tokens.partOfSpeech[root] {
    case .noun, .properNoun: break
    default: return false
    }
    return !sentence.contains {
      Int(document.tokens.head[$0]) == root
        && [.copula, .nominalSubject, .passiveSubject, .expletive].contains(document.tokens.relation[$0])
    }
  }

  /// A full stop makes a sentence of it.
  private func isClosed(_ document: Document, _ sentence: Range<Int>) -> Bool {
    let last = document.form(sentence.upperBound - 1)
    return [".", "?", "!", ":", "\"", "”"].contains(last)
  }

  // MARK: The verb

  /// The first word that may be the verb of a headline, if nothing before it but a noun phrase or a list of names.
  private func verb(
    _ document: Document, _ sentence: Range<Int>, _ word: (Int) -> Int32, _ isName: (Int) -> Bool, isClosed: Bool
  ) -> Int? {
    var names = 0
    var isList = false
    var isDated = false
    for token in sentence.lowerBound..<min(sentence.upperBound - 1, sentence.lowerBound + 12) {
      if token > sentence.lowerBound, !isName(token),
        isClosed
          ? names > 0 && isPastVerb(token, document, word, isName, isAfterDate: isDated)
          : mayBeVerb(token, document, word, isName, afterList: isList && names > 1)
      {
        return token
      }
      if isName(token) { names += 1 }
      switch document.tokens.partOfSpeech[token] {
      case .coordinatingConjunction: isList = true
      case .punctuation:
        let form = document.form(token)
        if form == "," { isList = true } else if form != "-" && form != "–" && form != "'" { return nil }
      case .properNoun, .noun, .adjective, .numeral, .determiner, .particle, .other:
        if isDate(token, document) { isDated = true }
      // "Japan on Friday lifted".
      case .adposition where isClosed && isDate(token + 1, document): isDated = true
      case .adverb where isClosed && names > 0: isDated = true
      default: if !isName(token) { return nil }
      }
    }
    return nil
  }

  private static let dates: Set = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  private func isDate(_ token: Int, _ document: Document) -> Bool { Self.dates.contains(document.form(token)) }

  /// In running text only what was tagged a verb of the past or the third person, right behind the subject.
  private func isPastVerb(
    _ token: Int, _ document: Document, _ word: (Int) -> Int32, _ isName: (Int) -> Bool, isAfterDate: Bool
  ) -> Bool {
    guard lexicon.isVerb(word(token)) else { return false }
    // "Manila rejects Beijing's claim" with the verb taken for a plural.
    if document.tokens.partOfSpeech[token] == .noun, isName(token - 1), isName(token + 1),
      document.form(token).hasSuffix("s"), document.form(token).first?.isLowercase ?? false
    {
      return true
    }
    guard document.tokens.partOfSpeech[token] == .verb else { return false }
    switch document.tokens.pennTag[token] {
    case .verbPast, .verbPastParticiple, .verbThirdPersonSingular: break
    default: return false
    }
    let previous = token - 1
    return isName(previous) || isAfterDate || document.tokens.partOfSpeech[previous] == .noun
  }

  private func mayBeVerb(
    _ token: Int, _ document: Document, _ word: (Int) -> Int32, _ isName: (Int) -> Bool, afterList: Bool
  ) -> Bool {
    guard lexicon.isVerb(word(token)) else { return false }
    switch document.tokens.partOfSpeech[token] {
    case .verb, .noun, .properNoun: break
    default: return false
    }
    let previous = token - 1
    switch document.tokens.partOfSpeech[previous] {
    case .noun, .properNoun, .numeral, .other: break
    default: if !isName(previous) { return false }
    }
    let form = document.form(token).lowercased()
    let isThirdPerson = form.hasSuffix("s") && !form.hasSuffix("ss")
    // "Turkish, Greek navies clash", "warships shadow a convoy": a bare form needs a plural before it.
    let isBare = !form.hasSuffix("s") && !form.hasSuffix("ing") && form == document.tokens.lemmaText(token).lowercased()
    let isAfterPlural = document.tokens.pennTag[previous] == .nounPlural
    guard
      isThirdPerson && document.tokens.partOfSpeech[previous] != .adjective || isBare && (afterList || isAfterPlural)
    else { return false }
    // "US sanctions hit", "talks on": a verb or "of" behind it has it for a noun.
    let next = token + 1
    if document.tokens.partOfSpeech[next] == .verb || document.tokens.partOfSpeech[next] == .auxiliary,
      !document.form(next).hasSuffix("ing")
    {
      return false
    }
    if document.form(next) == "of" || document.form(next) == "," { return false }
    // Before a preposition a noun is as likely, unless it was taken for a verb or follows a list.
    if document.tokens.partOfSpeech[next] == .adposition, document.tokens.partOfSpeech[token] != .verb, !afterList {
      return isName(previous) && isThirdPerson
    }
    return true
  }

  /// Whether the tree has the verb with its subjects already.
  private func isSound(_ document: Document, _ verb: Int, _ items: [Range<Int>]) -> Bool {
    guard document.tokens.partOfSpeech[verb] == .verb, Int(document.tokens.head[verb]) == verb else { return false }
    let first = items[0]
    let subject = first.first {
      Int(document.tokens.head[$0]) == verb && document.tokens.relation[$0] == .nominalSubject
    }
    guard let subject else { return false }
    return items.dropFirst().allSatisfy { item in
      item.contains { Int(document.tokens.head[$0]) == subject && document.tokens.relation[$0] == .conjunct }
    }
  }

  // MARK: The subject

  /// The noun phrase before the verb, or the items of a list.
  private func items(
    before verb: Int, _ document: Document, _ sentence: Range<Int>
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    let end =
      (sentence.lowerBound..<verb).first {
        document.tokens.partOfSpeech[$0] == .adposition || document.tokens.partOfSpeech[$0] == .adverb
          || isDate($0, document)
      } ?? verb
    for token in sentence.lowerBound..<end {
      let isBorder = document.form(token) == "," || document.tokens.partOfSpeech[token] == .coordinatingConjunction
      guard isBorder else { continue }
      if start < token { result.append(start..<token) }
      start = token + 1
    }
    if start < end { result.append(start..<end) }
    return result
  }

  private func attachSubject(_ items: [Range<Int>], _ verb: Int, _ document: inout Document, _ sentence: Range<Int>) {
    var subject = -1
    for item in items {
      let head = head(of: item, document)
      for token in item where token != head {
        let above = Int(document.tokens.head[token])
        if !item.contains(above) || above == token {
          document.tokens.head[token] = Int32(head)
          if document.tokens.relation[token] == .root || document.tokens.relation[token] == .nominalSubject {
            document.tokens.relation[token] = .compound
          }
        }
      }
      document.tokens.head[head] = Int32(subject < 0 ? verb : subject)
      document.tokens.relation[head] = subject < 0 ? .nominalSubject : .conjunct
      if subject < 0 { subject = head }
    }
    let covered = Set(items.flatMap { Array($0) })
    let past = items.last?.upperBound ?? verb
    for token in sentence.lowerBound..<verb where !covered.contains(token) {
      document.tokens.head[token] = Int32(token < past ? subject : verb)
      guard token >= past else { continue }
      switch document.tokens.partOfSpeech[token] {
      case .adposition where token + 1 < verb:
        document.tokens.head[token] = Int32(token + 1)
        document.tokens.relation[token] = .caseMarker
      case .adverb: document.tokens.relation[token] = .adverbialModifier
      case .punctuation: document.tokens.relation[token] = .punctuation
      default: document.tokens.relation[token] = .oblique
      }
    }
  }

  /// The last word of an item that hangs on nothing in it.
  private func head(of item: Range<Int>, _ document: Document) -> Int {
    item.last { token in
      let above = Int(document.tokens.head[token])
      return (!item.contains(above) || above == token) && document.tokens.partOfSpeech[token] != .punctuation
    } ?? item.upperBound - 1
  }

  // MARK: The rest

  /// Hangs on the verb what hung on words before it or on nothing.
  private func attachRest(_ verb: Int, _ document: inout Document, _ sentence: Range<Int>) {
    gatherObject(after: verb, &document, sentence)
    var hasObject = sentence.contains {
      $0 > verb && Int(document.tokens.head[$0]) == verb && document.tokens.relation[$0] == .object
    }
    for token in verb + 1..<sentence.upperBound {
      let above = Int(document.tokens.head[token])
      let isLoose =
        above < verb || above == token || above == verb && isNominalRelation(document.tokens.relation[token])
      guard isLoose else { continue }
      var prepositions = 0
      var hasTo = false
      var hasMarker = false
      var isOwner = false
      for child in sentence where Int(document.tokens.head[child]) == token && child != token {
        switch document.tokens.relation[child] {
        case .caseMarker:
          if child > token { isOwner = true } else { prepositions += 1 }
        case .marker:
          if document.tokens.partOfSpeech[child] == .particle { hasTo = true } else { hasMarker = true }
        default: continue
        }
      }
      document.tokens.head[token] = Int32(verb)
      switch document.tokens.partOfSpeech[token] {
      case .punctuation: document.tokens.relation[token] = .punctuation
      case .adverb: document.tokens.relation[token] = .adverbialModifier
      case .verb where hasTo: document.tokens.relation[token] = .openComplement
      case .verb where hasMarker: document.tokens.relation[token] = .adverbialClause
      case .verb: document.tokens.relation[token] = hasObject ? .adverbialClause : .clausalComplement
      default:
        if isOwner, let noun = owned(by: token, verb, document, sentence) {
          document.tokens.head[token] = Int32(noun)
          document.tokens.relation[token] = .possessive
        } else if prepositions > 0 || hasObject {
          document.tokens.relation[token] = .oblique
        } else {
          document.tokens.relation[token] = .object
          hasObject = true
        }
      }
    }
  }

  /// The noun phrase right behind the verb is its object: "trade barbs", "summons Russian ambassador".
  private func gatherObject(after verb: Int, _ document: inout Document, _ sentence: Range<Int>) {
    var end = verb + 1
    scan: while end < sentence.upperBound {
      switch document.tokens.partOfSpeech[end] {
      case .noun, .properNoun, .adjective, .numeral, .determiner, .pronoun: end += 1
      // "truce offer" may be read as a noun and a verb.
      case .verb
      where end > verb + 1 && end + 1 == sentence.upperBound && document.tokens.partOfSpeech[end - 1] == .noun:
        document.tokens.partOfSpeech[end] = .noun
        end += 1
      case .particle where document.form(end).hasSuffix("s"): end += 1
      default:
        break scan
      }
    }
    let phrase = verb + 1..<end
    guard
      let object = phrase.last(where: {
        document.tokens.partOfSpeech[$0] == .noun || document.tokens.partOfSpeech[$0] == .properNoun
      })
    else { return }
    // A name of several words has its head in front.
    let head =
      phrase.contains(Int(document.tokens.head[object])) && document.tokens.relation[object] == .flat
      ? Int(document.tokens.head[object]) : object
    for token in phrase where token != head {
      let above = Int(document.tokens.head[token])
      guard !phrase.contains(above) || above == token else { continue }
      document.tokens.head[token] = Int32(head)
      if token + 1 < head, document.tokens.partOfSpeech[token + 1] == .particle,
        Int(document.tokens.head[token + 1]) == token
      {
        document.tokens.relation[token] = .possessive
      } else if document.tokens.relation[token] != .possessive {
        document.tokens.relation[token] =
          document.tokens.partOfSpeech[token] == .adjective ? .adjectivalModifier : .compound
      }
    }
    document.tokens.head[head] = Int32(verb)
    document.tokens.relation[head] = .object
  }

  private func isNominalRelation(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .flat, .compound, .nominalModifier, .apposition, .adjectivalModifier, .possessive, .adnominalClause: true
    default: false
    }
  }

  /// The noun after a possessive whose own head hangs on the verb or on nothing.
  private func owned(by owner: Int, _ verb: Int, _ document: Document, _ sentence: Range<Int>) -> Int? {
    var token = owner + 2
    while token < sentence.upperBound, token - owner < 6 {
      if document.tokens.partOfSpeech[token] == .noun {
        let above = Int(document.tokens.head[token])
        if above <= verb || above == token { return token }
      }
      token += 1
    }
    return nil
  }
}
