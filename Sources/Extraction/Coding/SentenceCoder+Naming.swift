import Diplomacy
import Linguistics

// What speakers call others and the deeds of others, and what they say of them in passing.

extension SentenceCoder {
  /// "called the sanctions illegal", "described X as a reliable partner": the complement tells how the namer stands.
  mutating func codeNaming(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .naming),
      !context.isRequested, context.claimModality == .asserted
    else { return }
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    guard let (object, weight) = called(predicate) else { return }
    var named = arguments.parties(at: object).filter { $0.directness > 0.7 }
    // "called the move regrettable".
    if named.isEmpty, isUnownedDeed(object) {
      named = doers(before: predicate.token, besides: sources, ofDecision: isDecision(object))
    }
    if weight < 0 {
      stance(
        from: sources, to: masters(of: predicate, sources), weight: weight, predicate, context, factor: 0.8,
        event: .accuse)
    }
    stance(
      from: sources, to: named.filter { party in !sources.contains { $0.entity == party.entity } }, weight: weight,
      predicate, context, factor: 0.85, event: weight < 0 ? .accuse : .support)
  }

  /// What a verb of naming has for an object, and how good or bad it calls that.
  private func called(_ predicate: ChosenPredicate) -> (object: Int, weight: Double)? {
    var objects = view.children(predicate.token, .object)
    var weight = 0.0
    // "called X's move deeply unfortunate" with all of it read as one phrase.
    if objects.isEmpty, let noun = view.children(predicate.token, .openComplement).first(where: { view.isNominal($0) }),
      let adjective = view.children(noun, .adjectivalModifier).first(where: { $0 > noun })
    {
      objects = [noun]
      weight = judgment(of: adjective)
    }
    // "called X a liar" with both for complements.
    if objects.isEmpty, weight == 0 {
      let complements = view.children(predicate.token, .openComplement).filter { view.isNominal($0) }
      if complements.count == 2, view.mention(headedBy: complements[0]) != nil {
        objects = [complements[0]]
        weight = judgment(of: complements[1])
      }
    }
    for child in view.children(predicate.token) where weight == 0 {
      switch view.relation(child) {
      case .openComplement where !view.isVerbal(child): weight = judgment(of: child)
      case .oblique, .adverbialClause:
        // "called X a stupid man" with the man for an adverbial.
        let isBare =
          view.relation(child) == .oblique && view.preposition(of: child) < 0 && child > (objects.first ?? child)
          && view.mention(headedBy: child) == nil && !view.isDate(child)
        if isBare || view.preposition(of: child) == view.lexicon.functionWords.as { weight = judgment(of: child) }
      case .object, .apposition:
        if objects.count > 1, child == objects[1] || child != objects[0] { weight = judgment(of: child) }
      default: continue
      }
    }
    guard abs(weight) >= 0.2, let object = objects.first else { return nil }
    return (object, weight)
  }

  /// Whether a verb that may tell of a talk on the telephone calls somebody names.
  func isName(_ predicate: ChosenPredicate) -> Bool {
    predicate.entry.event == .consult && predicate.entry.name == "call" && called(predicate) != nil
  }

  /// "denounced the drills as a provocation by X", "called him a puppet of X": who is behind what is called so.
  private func masters(of predicate: ChosenPredicate, _ sources: [Party]) -> [Party] {
    let words = view.lexicon.functionWords
    var result: [Party] = []
    for child in view.children(predicate.token)
    where [.openComplement, .oblique, .object, .apposition, .adverbialClause].contains(view.relation(child))
      && view.mention(headedBy: child) == nil && view.partOfSpeech(child) == .noun && judgment(of: child) < 0
    {
      let isMinion = view.lexicon.isWord(view.word(child), .minions)
      for modifier in view.children(child) {
        switch view.relation(modifier) {
        case .nominalModifier, .oblique, .agent:
          let preposition = view.preposition(of: modifier)
          guard preposition == words.by || isMinion && preposition == words.of else { continue }
        case .possessive: guard isMinion else { continue }
        default: continue
        }
        result += arguments.parties(at: modifier).filter { party in
          party.directness > 0.8 && !isAgreement(party.entity)
            && !sources.contains { isSameSide($0.entity, party.entity) }
        }
      }
    }
    return arguments.unique(result)
  }

  /// How good or bad it is to be called something; 0 where the lexicon does not know.
  func judgment(of token: Int) -> Double {
    func own(_ token: Int) -> Double {
      guard view.mention(headedBy: token) == nil else { return 0 }
      for entry in view.lexicon.entries(forWord: view.word(token)) where entry.companions.isEmpty {
        switch (entry.category, entry.kind) {
        case (.adjective, .evaluate), (.adjective, .state), (.noun, .evaluate), (.noun, .state), (.noun, .act):
          let weight = entry.weight ?? entry.event?.intensity ?? 0
          if weight != 0 { return weight }
        default: continue
        }
      }
      return 0
    }
    // "a rogue state" by a row of its own; "a historic mistake" is none the better for it.
    if let entry = view.predicate(token)?.entry, entry.category == .noun, !entry.companions.isEmpty,
      entry.kind == .evaluate || entry.kind == .state, let weight = entry.weight, weight != 0
    {
      return weight
    }
    let plain = own(token)
    for child in view.children(token) where view.relation(child) == .adjectivalModifier {
      let weight = own(child)
      if abs(weight) >= 0.2 { return weight > 0 && plain <= -0.2 ? plain : weight }
    }
    // "an act of aggression", "a sign of strength".
    if view.lexicon.isWord(view.word(token), .instances) {
      let of = view.lexicon.functionWords.of
      if let inner = view.children(token, .nominalModifier).first(where: { view.preposition(of: $0) == of }) {
        return own(inner)
      }
    }
    return own(token)
  }

  /// "said X has taken positive steps", "said X had failed to stop the rebels": what a speaker finds good or bad in
  /// what others do.
  mutating func codeRemark(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb else { return }
    let speakers = holders(in: context)
    guard !speakers.isEmpty, context.modality == .asserted, !context.isNegated, !context.isCancelled,
      !context.isRequested,
      !context.isDeontic,
      isToldOutright(predicate.token)
    else { return }
    let subjects = arguments.unique(
      arguments.subjectTokens(of: predicate.token).flatMap { arguments.parties(at: $0) }
    ).filter { subject in
      subject.directness > 0.8 && !isAgreement(subject.entity)
        && !speakers.contains { isSameSide($0.entity, subject.entity) }
    }
    guard !subjects.isEmpty else { return }
    var weight = 0.0
    if view.lexicon.isWord(view.word(predicate.token), .reproaches) || lacks(predicate.token) {
      weight = EventType.accuse.intensity
    } else if view.lexicon.isWord(view.word(predicate.token), .shortcomings),
      !view.children(predicate.token, .openComplement).isEmpty
    {
      weight = EventType.accuse.intensity
    } else if let kept = keepsWord(predicate) {
      weight = kept
    } else if predicate.entry.kind == .light || predicate.entry.kind == .uphold || predicate.entry.kind == .cause {
      let objects = arguments.objects(of: predicate.token) + (predicate.companionNoun.map { [$0] } ?? [])
      for object in objects where view.mention(headedBy: object) == nil {
        for child in view.children(object) where view.relation(child) == .adjectivalModifier {
          let found = judgment(of: child)
          if abs(found) >= 0.25, abs(found) > abs(weight) { weight = found }
        }
      }
    }
    if weight == 0, view.lexicon.isWord(view.word(predicate.token), .showing) { weight = shownMerit(predicate) }
    guard weight != 0 else { return }
    stance(
      from: speakers, to: subjects, weight: weight, predicate, context, factor: 0.75,
      event: weight < 0 ? .accuse : .support, isSpeech: true)
  }

  /// Whether a verb heads what is said, or the sentence: also under "keeps" and "continues to".
  func isToldOutright(_ verb: Int) -> Bool {
    var token = view.firstConjunct(verb)
    for _ in 0..<3 {
      switch view.relation(token) {
      case .clausalComplement, .root: return true
      case .openComplement:
        guard let head = view.head(token), ["keep", "continue", "begin", "start"].contains(view.lemma(head)) else {
          return false
        }
        token = view.firstConjunct(head)
      // "We do it because X threatens us."
      case .adverbialClause:
        guard view.children(token).contains(where: { view.relation($0) == .marker && view.form($0) == "because" }),
          let head = view.head(token)
        else { return false }
        token = view.firstConjunct(head)
      default: return false
      }
    }
    return false
  }

  /// "has no right to", "has little credibility".
  private func lacks(_ verb: Int) -> Bool {
    guard view.lemma(verb) == "have" else { return false }
    return arguments.objects(of: verb).contains { object in
      view.lexicon.isWord(view.word(object), .standing)
        && view.children(object).contains { ["no", "little"].contains(view.form($0).lowercased()) }
    }
  }

  /// "demonstrated courageous leadership", "played a central role": what is shown to the good of others.
  private func shownMerit(_ predicate: ChosenPredicate) -> Double {
    let objects = arguments.objects(of: predicate.token) + (predicate.companionNoun.map { [$0] } ?? [])
    for object in objects where view.lexicon.isWord(view.word(object), .merits) && view.mention(headedBy: object) == nil
    {
      let adjectives = view.children(object, .adjectivalModifier)
      guard !adjectives.isEmpty else { continue }
      let isBad = adjectives.contains { judgment(of: $0) < 0 }
      return isBad ? EventType.accuse.intensity : 0.3
    }
    return 0
  }

  /// "is honouring its commitments", "broke its promises": whether one does what one has promised.
  private func keepsWord(_ predicate: ChosenPredicate) -> Double? {
    guard
      predicate.entry.kind == .uphold || predicate.entry.kind == .commit || predicate.entry.kind == .reverse
        || predicate.entry.kind == .act,
      arguments.objects(of: predicate.token).contains(where: { object in
        view.mention(headedBy: object) == nil && view.lexicon.isWord(view.word(object), .promises)
      })
    else { return nil }
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    return weight < 0 || predicate.entry.kind == .reverse ? EventType.accuse.intensity : 0.3
  }

  /// "said X is a threat to Y", "called X ...", "the threat posed by X": what a speaker takes somebody for.
  mutating func codeLabel(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.lexicon.isWord(view.word(noun), .labels),
      view.mention(headedBy: noun) == nil
    else { return }
    var named: [Party] = []
    if view.children(noun).contains(where: { view.relation($0) == .copula }) {
      named = arguments.subjectTokens(of: noun).flatMap { arguments.parties(at: $0) }
    } else if view.relation(noun) == .openComplement || view.relation(noun) == .object, let verb = view.head(noun),
      view.lexicon.isWord(view.word(verb), .becoming)
    {
      named = arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }
    } else {
      for clause in view.children(noun, .adnominalClause) where view.lemma(clause) == "pose" {
        named += arguments.subjectTokens(of: clause).flatMap { arguments.parties(at: $0) }
      }
    }
    guard !named.isEmpty else { return }
    let context = contexts.context(of: noun)
    guard context.claimModality == .asserted || context.modality == .planned && !context.isNegated else { return }
    let predicate = ChosenPredicate(token: noun, entry: Self.label, boundArguments: [], companionNoun: nil)
    let sources = holders(in: context).filter { holder in
      named.allSatisfy { !isSameSide($0.entity, holder.entity) }
    }
    stance(
      from: sources, to: named.filter { !isAgreement($0.entity) && $0.directness > 0.7 },
      weight: EventType.accuse.intensity, predicate, context, factor: 0.75, event: .accuse, isSpeech: true)
  }

  /// What a hard word says of whoever is called so.
  private static let label = PredicateEntry(
    category: .noun, kind: .evaluate, event: .accuse, weight: EventType.accuse.intensity, sources: [], targets: [],
    complement: .same, companions: [], name: "label")

  /// The same actor, or two of one state. A group under arms stands for itself alone.
  func isSameSide(_ a: ID<Entity>, _ b: ID<Entity>) -> Bool {
    if a == b { return true }
    let (first, second) = (view.found.entities[a.index], view.found.entities[b.index])
    return first.countryCode != nil && first.countryCode == second.countryCode && !isArmedGroup(a) && !isArmedGroup(b)
  }

  func isArmedGroup(_ entity: ID<Entity>) -> Bool { view.found.armedGroups.contains(entity) }

  /// Those parties that are no agreement, of another side than the sources, and named more directly than a bound.
  func opposite(_ sources: [Party], among parties: [Party], above directness: Double) -> [Party] {
    parties.filter { party in
      party.directness > directness && !isAgreement(party.entity)
        && !sources.contains { isSameSide($0.entity, party.entity) }
    }
  }

  /// "reiterated that the treaty covers the islands": an agreement that is affirmed to hold is upheld.
  mutating func codeAffirmation(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, !context.isNegated, !context.isCancelled, !context.isRequested else {
      return
    }
    // "renewed a pledge that the treaty covers the islands".
    let pledges = arguments.objects(of: predicate.token).filter { view.lexicon.isWord(view.word($0), .promises) }
    guard !pledges.isEmpty || view.lexicon.isWord(view.word(predicate.token), .affirming) else { return }
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    let clauses =
      view.children(predicate.token, .clausalComplement)
      + pledges.flatMap { view.children($0, .clausalComplement) + view.children($0, .adnominalClause) }
    for clause in clauses {
      guard !contexts.hasNegation(clause), (view.predicate(clause)?.entry.weight ?? 0.1) >= 0,
        view.predicate(clause)?.entry.kind != .reverse
      else { continue }
      for subject in arguments.subjectTokens(of: clause) {
        let agreements = arguments.parties(at: subject).filter { isAgreement($0.entity) }
        stance(from: sources, to: agreements, weight: 0.35, predicate, context, factor: 0.85, event: .support)
      }
    }
  }

  /// "said X was behind the attack".
  mutating func codeAuthorship(at deed: Int) {
    guard let predicate = view.predicate(deed), predicate.entry.category == .noun,
      (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) < -0.2,
      view.preposition(of: deed) == view.lexicon.functionWords.behind,
      view.children(deed).contains(where: { view.relation($0) == .copula })
    else { return }
    let context = contexts.context(of: deed)
    guard context.claimModality == .asserted, let speakers = context.speakers.last else { return }
    stance(
      from: speakers, to: arguments.subjectTokens(of: deed).flatMap { arguments.parties(at: $0) },
      weight: EventType.accuse.intensity, predicate, context, factor: 0.85, event: .accuse, isSpeech: true)
  }
}
