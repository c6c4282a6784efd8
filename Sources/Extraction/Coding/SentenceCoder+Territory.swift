import Diplomacy
import Linguistics

// Deeds toward those who live, serve or rule in a country, told by where they are.

extension SentenceCoder {
  /// Words looked at behind a verb of giving.
  private static let reliefWindow = 30
  /// Words looked at behind a deployment.
  private static let missionWindow = 18
  private static let reliefDirectness = 0.8
  private static let victimDirectness = 0.85

  /// "provided shelter to the displaced in X", "gave five million to rebuild schools in X": a country in which what is
  /// given does good has it.
  func relieved(by verb: Int, _ givers: [Party]) -> [Party] {
    guard view.isVerbal(verb) else { return [] }
    var result: [Party] = []
    for token in verb + 1..<max(verb + 1, min(view.tokens.upperBound, verb + Self.reliefWindow)) {
      // "gave arms to rebels in X" does X no good.
      if view.lexicon.isWord(view.word(token), .insurgents) { break }
      guard let mention = view.mention(headedBy: token), mention.isPlace, isIn(token), isWithin(token, verb) else {
        continue
      }
      result += arguments.countries(at: token, directness: Self.reliefDirectness).filter { country in
        !givers.contains { isSameSide($0.entity, country.entity) }
      }
    }
    return arguments.unique(result)
  }

  /// "the largest donor of relief in X".
  func placesHelped(by donor: Int) -> [Party] {
    view.children(donor, .nominalModifier).flatMap { [$0] + view.children($0, .nominalModifier) }.filter { isIn($0) }
      .flatMap { arguments.countries(at: $0, directness: Self.reliefDirectness) }
  }

  /// "help farmers", "provided tents": whoever is helped, or what is given, is told without a name.
  func helpsSomebody(_ verb: Int) -> Bool {
    let objects = arguments.objects(of: verb).filter {
      view.mention(headedBy: $0) == nil && view.isNominal($0) && view.partOfSpeech($0) != .pronoun
    }
    return objects.contains { view.lexicon.isWord(view.word(verb), .serving) || isGift($0) }
  }

  /// "stormed an army base in X", "the assault on the Y-held town": whose post it is, or who has it in his hands.
  func victims(of deed: ChosenPredicate, _ attackers: [Party]) -> [Party] {
    let noun = deed.entry.category == .noun
    let struck =
      noun
      ? deed.entry.targets.flatMap { arguments.fillers($0, of: deed) } : arguments.objects(of: deed.token)
    var result: [Party] = []
    for object in struck where view.mention(headedBy: object) == nil && view.isNominal(object) {
      for token in max(view.tokens.lowerBound, object - 6)..<object where isHolder(token, of: object) {
        result += arguments.parties(at: token)
      }
      guard result.isEmpty, isPost(object), view.predicate(object) == nil,
        object != deed.companionNoun || isGround(object)
      else { continue }
      let places =
        view.children(object).filter { view.relation($0) == .nominalModifier } + view.children(deed.token, .oblique)
      for place in places where place > object && isIn(place) {
        result += arguments.countries(at: place, directness: Self.victimDirectness)
      }
    }
    return arguments.unique(result).filter { victim in
      !isAgreement(victim.entity) && !attackers.contains { isSameSide($0.entity, victim.entity) }
    }
  }

  /// "were expelled from X": whoever rules there sent them away.
  func expulsion(by deed: ChosenPredicate) -> (ousters: [Party], ousted: [Party])? {
    guard deed.entry.category == .verb, view.lexicon.isWord(view.word(deed.token), .ousting),
      view.hasPassiveSubject(deed.token)
    else { return nil }
    let from = view.lexicon.functionWords.from
    let ousters = view.children(deed.token, .oblique).filter { view.preposition(of: $0) == from }
      .flatMap { arguments.countries(at: $0, directness: Self.victimDirectness) }
    let ousted = arguments.objects(of: deed.token).flatMap { arguments.parties(at: $0) }.filter { party in
      !isAgreement(party.entity) && !ousters.contains { isSameSide($0.entity, party.entity) }
    }
    return ousters.isEmpty || ousted.isEmpty ? nil : (ousters, ousted)
  }

  /// "sent 200 troops to X on a peacekeeping mission": what a force is for, told right behind.
  func isForPeace(_ deed: Int) -> Bool {
    (deed..<min(view.tokens.upperBound, deed + Self.missionWindow)).contains {
      view.lexicon.isWord(view.word($0), .peacekeeping)
    }
  }

  /// Whether a name stands before a noun as who has it in his hands: "the X-held town".
  private func isHolder(_ token: Int, of noun: Int) -> Bool {
    guard token + 2 < noun, view.mention(headedBy: token) != nil, view.document.form(token + 1) == "-" else {
      return false
    }
    return view.lexicon.isWord(view.word(token + 2), .holding)
  }

  private func isPost(_ noun: Int) -> Bool {
    if view.lexicon.isWord(view.word(noun), .posts) { return true }
    return view.children(noun).contains {
      [.compound, .adjectivalModifier].contains(view.relation($0)) && view.lexicon.isWord(view.word($0), .posts)
    }
  }

  /// Whether a noun tells of men or ground itself and not, as "military operation", of a deed.
  private func isGround(_ noun: Int) -> Bool { view.lexicon.isWord(view.word(noun), .posts) }

  private func isIn(_ token: Int) -> Bool {
    let words = view.lexicon.functionWords
    return [words.in, words.into, contexts.words.to].contains(view.preposition(of: token))
  }

  /// Whether a word hangs on a verb by nominals and purposes alone, and on no other clause.
  private func isWithin(_ token: Int, _ verb: Int) -> Bool {
    var token = token
    for _ in 0..<8 {
      if view.lexicon.isWord(view.word(token), .insurgents) { return false }
      switch view.relation(token) {
      case .oblique, .agent, .nominalModifier, .object, .indirectObject, .conjunct, .adnominalClause, .openComplement:
        break
      case .adverbialClause: guard view.isInfinitive(token) else { return false }
      default: return false
      }
      guard let head = view.head(token) else { return false }
      if head == verb { return true }
      token = head
    }
    return false
  }
}
