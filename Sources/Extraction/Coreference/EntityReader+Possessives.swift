import Diplomacy
import Linguistics
import Provenance

// Whose "its" and "their" are, where the noun that is owned or the verb above tells more than the order of names.

extension EntityReader {
  /// "hold X accountable for its war", "impose costs on X as long as its aggression continues", "support X in the defense
  /// of its territory": the one judged, struck or helped, and not whoever judges, strikes or helps.
  ///
  /// Where the owner is the subject of the very verb that the noun hangs on ("X continued its attacks"), the parse
  /// decides, and nil is returned.
  func blamedOrHelped(byOwner mention: Int) -> Int32? {
    guard document.tokens.areParsed else { return nil }
    let owner = raw[mention].words.lowerBound
    guard let noun = owned(by: owner) else { return nil }
    let lemma = document.tokens.lemmaText(noun)
    let isDeed = Self.deeds.contains(lemma)
    let isWelfare = Self.welfare.contains(lemma)
    let isGround = !isDeed && !isWelfare && isUnderFor(owner)
    guard isDeed || isWelfare || isGround else { return nil }
    let clause = verb(above: noun)
    if isDeed, let clause {
      // "Y remains a threat, and we condemn its war": what is judged was spoken of before.
      if Self.judgments.contains(document.tokens.lemmaText(clause)), !isUnderFor(owner) { return nil }
      if subject(of: clause, before: mention) != nil,
        [.object, .nominalSubject, .passiveSubject].contains(document.tokens.relation[noun])
      {
        return nil
      }
    }
    var index = mention - 1
    while index >= 0, mention - index < 12, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      index -= 1
      guard candidate.entities.count == 1, let draft = candidate.entities.first, candidate.kind != .pronoun,
        candidate.words.upperBound <= owner, owner - candidate.words.upperBound < 16
      else { continue }
      switch drafts[Int(draft)].kind {
      case .country, .organization: break
      case .official, .agreement: continue
      }
      if isSubject(candidate) { return nil }
      guard let verb = verb(above: Int(view.words[candidate.words.upperBound - 1].token)) else { continue }
      let governing = document.tokens.lemmaText(verb)
      // "told X that its attack": whoever is told of it has not done it.
      if Self.telling.contains(governing) { return nil }
      let isHelped = Self.helping.contains(governing)
      if isDeed { return isHelped ? nil : draft }
      return isWelfare && isHelped || isGround && Self.judgments.contains(governing) ? draft : nil
    }
    return nil
  }

  /// "As Russian forces unleash their assault": a plural subject of the verb whose object is owned.
  func pluralSubject(overOwner mention: Int) -> [Int32] {
    guard document.tokens.areParsed, let noun = owned(by: raw[mention].words.lowerBound),
      document.tokens.relation[noun] == .object, let verb = verb(above: noun),
      let subject = subject(of: verb, before: mention)
    else { return [] }
    let last = Int(view.words[raw[subject].words.upperBound - 1].token)
    let tag = document.tokens.pennTag[last]
    return tag == .nounPlural || tag == .properNounPlural ? raw[subject].entities : []
  }

  /// "itself", "themselves".
  func isReflexive(_ word: Word) -> Bool {
    let length = Int(word.end - word.start)
    guard length > 5, length < 11 else { return false }
    let end = document.utf8[Int(word.end) - 4..<Int(word.end)]
    return end.elementsEqual("self".utf8) || end.elementsEqual("lves".utf8)
  }

  /// "to ensure that X can defend itself": the subject of the verb, or the actor right before the infinitive.
  func ownSubject(ofReflexive mention: Int) -> [Int32] {
    guard document.tokens.areParsed else { return [] }
    var token = Int(view.words[raw[mention].words.lowerBound].token)
    for _ in 0..<4 {
      guard let verb = verb(above: token) else { return [] }
      if let subject = subject(of: verb, before: mention) { return raw[subject].entities }
      token = verb
      // An infinitive shares the subject above it, or is its noun's owner's.
      switch document.tokens.relation[verb] {
      case .openComplement, .conjunct, .adverbialClause: continue
      case .adnominalClause:
        if let owner = owner(of: Int(document.tokens.head[verb]), before: mention) { return raw[owner].entities }
      default: return []
      }
    }
    return []
  }

  /// The mention that owns a noun.
  private func owner(of noun: Int, before mention: Int) -> Int? {
    var index = mention - 1
    while index >= 0, mention - index < 12, raw[index].sentence == raw[mention].sentence {
      let owns = raw[index].words.contains {
        let token = Int(view.words[$0].token)
        return Int(document.tokens.head[token]) == noun && document.tokens.relation[token] == .possessive
      }
      if owns, !raw[index].entities.isEmpty { return index }
      index -= 1
    }
    return nil
  }

  /// Names that stand beside a subject pronoun as objects of the same verb.
  func namedBeside(subject mention: Int) -> [Int32] {
    guard document.tokens.areParsed, !raw[mention].words.isEmpty else { return [] }
    let pronoun = Int(view.words[raw[mention].words.lowerBound].token)
    guard document.tokens.relation[pronoun] == .nominalSubject else { return [] }
    let verb = Int(document.tokens.head[pronoun])
    var result: [Int32] = []
    var index = mention + 1
    while index < raw.count, index - mention < 8, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      index += 1
      guard candidate.entities.count == 1, candidate.kind != .pronoun, !candidate.words.isEmpty else { continue }
      let isBeside = candidate.words.contains {
        let token = Int(view.words[$0].token)
        return Int(document.tokens.head[token]) == verb
          && [.object, .indirectObject].contains(document.tokens.relation[token])
      }
      if isBeside { result.append(candidate.entities[0]) }
    }
    return result
  }

  /// The noun that a possessive pronoun hangs on.
  private func owned(by word: Int) -> Int? {
    let token = Int(view.words[word].token)
    let noun = Int(document.tokens.head[token])
    return document.tokens.relation[token] == .possessive && noun > token ? noun : nil
  }

  /// "for its", "over their".
  private func isUnderFor(_ word: Int) -> Bool {
    let range = view.sentences[sentence(of: word)]
    return range.contains(word - 1) && (view.words[word - 1].id == ids.for || view.words[word - 1].id == ids.on)
  }

  private func sentence(of word: Int) -> Int {
    var low = 0
    var high = view.sentences.count - 1
    while low < high {
      let middle = (low + high) / 2
      if view.sentences[middle].upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The nearest verb that a token hangs on.
  private func verb(above token: Int) -> Int? {
    var current = token
    for _ in 0..<8 {
      let head = Int(document.tokens.head[current])
      guard head != current else { return nil }
      if document.tokens.partOfSpeech[head] == .verb { return head }
      current = head
    }
    return nil
  }

  /// The mention that is the subject of a verb, among those before another mention of its sentence.
  private func subject(of verb: Int, before mention: Int) -> Int? {
    var index = mention - 1
    while index >= 0, mention - index < 12, raw[index].sentence == raw[mention].sentence {
      let candidate = raw[index]
      if !candidate.entities.isEmpty, !candidate.words.isEmpty,
        candidate.words.contains(where: {
          let token = Int(view.words[$0].token)
          return Int(document.tokens.head[token]) == verb
            && [.nominalSubject, .passiveSubject].contains(document.tokens.relation[token])
        })
      {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// What is done to others.
  private static let deeds: Set = [
    "abuse", "aggression", "annexation", "assault", "atrocity", "attack", "blockade", "bombardment", "bombing",
    "brutality", "coercion", "crackdown", "crime", "encroachment", "hostility", "incursion", "interference",
    "intrusion",
    "invasion", "meddling", "misconduct", "occupation", "offensive", "onslaught", "provocation", "raid", "repression",
    "shelling", "threat", "violation", "war", "wrongdoing",
  ]

  /// What is to be kept for whoever has it.
  private static let welfare: Set = [
    "border", "citizen", "citizenry", "democracy", "freedom", "independence", "integrity", "people", "reconstruction",
    "recovery", "security", "sovereignty", "territory",
  ]

  private static let helping: Set = ["aid", "assist", "back", "enable", "equip", "help", "support"]

  private static let judgments: Set = [
    "applaud", "assail", "blame", "castigate", "censure", "chastise", "chide", "commend", "condemn", "congratulate",
    "criticise", "criticize", "denounce", "fault", "hail", "hold", "honor", "honour", "laud", "penalise", "penalize",
    "praise", "punish", "rebuke", "reprimand", "reproach", "reward", "salute", "sanction", "slam", "thank",
  ]

  private static let telling: Set = ["advise", "assure", "brief", "inform", "notify", "remind", "tell", "warn"]
}
