import Diplomacy
import Linguistics

// Stances told by what is said, drawn or sought rather than done: warnings, reactions, bids to join, changes of side.

extension SentenceCoder {
  /// "warned Y that such a step would be a mistake": a word against Y, unless it is of what somebody else may do.
  mutating func codeWarning(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, predicate.entry.kind == .report,
      view.lexicon.isWord(view.word(predicate.token), .warning), context.claimModality == .asserted,
      !context.isRequested, !view.hasPassiveSubject(predicate.token)
    else { return }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) }
    let addressees = view.children(predicate.token).filter {
      [.object, .indirectObject].contains(view.relation($0)) && view.mention(headedBy: $0) != nil
    }.flatMap { arguments.parties(at: $0) }.filter { hearer in
      hearer.directness == 1 && !isAgreement(hearer.entity)
        && !sources.contains { isSameSide($0.entity, hearer.entity) }
    }
    guard !sources.isEmpty, !addressees.isEmpty, !warnsOfOthers(predicate.token, sources + addressees) else { return }
    stance(
      from: sources, to: addressees, weight: -0.2, predicate, context, factor: 0.9, event: .threaten)
  }

  /// Whether a warning is of what a third actor does: "warned X of Y's plans", "warned X that Y would attack".
  func warnsOfOthers(_ verb: Int, _ known: [Party]) -> Bool {
    func isThird(_ parties: [Party]) -> Bool {
      parties.contains { party in
        !isAgreement(party.entity) && !known.contains { isSameSide($0.entity, party.entity) }
      }
    }
    let words = view.lexicon.functionWords
    func isTopic(_ token: Int) -> Bool { [words.of, words.about].contains(view.preposition(of: token)) }
    for child in view.children(verb) {
      switch view.relation(child) {
      case .clausalComplement:
        if isThird(arguments.subjectTokens(of: child).flatMap { arguments.parties(at: $0) }) { return true }
      case .oblique where isTopic(child): if isThird(arguments.parties(at: child)) { return true }
      case .object, .indirectObject:
        // "warned X of Y's plans" with the plans hung on X.
        for plan in view.children(child, .nominalModifier) where isTopic(plan) {
          if isThird(arguments.parties(at: plan)) { return true }
        }
      default: continue
      }
    }
    return false
  }

  /// "…, drawing condemnation from X", "led to protests by X": X's word is for or against whoever drew it.
  mutating func codeReaction(_ predicate: ChosenPredicate) {
    guard predicate.entry.category == .noun, predicate.entry.kind == .evaluate || predicate.entry.kind == .act,
      let weight = predicate.entry.weight ?? predicate.entry.event?.intensity, abs(weight) >= 0.2,
      [.accuse, .reject, .support, .protest, .threaten].contains(predicate.entry.event)
    else { return }
    let first = view.firstConjunct(predicate.token)
    guard view.relation(first) == .object, let verb = view.head(first), view.isVerbal(verb),
      view.lexicon.isWord(view.word(verb), .drawing)
    else { return }
    // The verb may be one of asking elsewhere.
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted || context.claimModality == .planned && !context.isNegated else { return }
    let words = view.lexicon.functionWords
    var voices: [Int] = []
    for slot in [
      Slot.preposition(words.from), .preposition(words.by), .possessive, .adjectival, .preposition(words.in),
    ] {
      voices = arguments.fillers(slot, of: predicate).filter { view.isNominal($0) || view.mention(headedBy: $0) != nil }
      if !voices.isEmpty { break }
    }
    let judges = arguments.unique(voices.flatMap { arguments.parties(at: $0) }).filter { !isAgreement($0.entity) }
    guard !judges.isEmpty else { return }
    let doers = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
      doer in !judges.contains { isSameSide($0.entity, doer.entity) }
    }
    var plain = context
    plain.modality = .asserted
    stance(from: judges, to: doers, weight: weight, predicate, plain, factor: 0.8)
  }

  /// "suspended its participation in the pact", "resumed its role in the force": against or for what one has a share in.
  mutating func codeShare(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, !context.isRequested, !context.isCancelled,
      context.modality == .asserted || context.modality == .planned
    else { return }
    let weight: Double
    switch predicate.entry.kind {
    case .reverse: weight = -0.4
    case .uphold: weight = 0.4
    case .light where ["resume", "continue"].contains(view.lemma(predicate.token)): weight = 0.4
    default: return
    }
    let words = view.lexicon.functionWords
    for share in arguments.objects(of: predicate.token)
    where view.lexicon.isWord(view.word(share), .shares) && view.mention(headedBy: share) == nil {
      let wholes = (Array(view.children(share)) + Array(view.children(predicate.token))).filter { child in
        child > share && [.nominalModifier, .oblique].contains(view.relation(child))
          && [words.in, words.of, words.with].contains(view.preposition(of: child))
      }.flatMap { arguments.parties(at: $0) }.filter { whole in
        if isAgreement(whole.entity) { return true }
        guard case .organization(let body) = view.found.entities[whole.entity.index].details else { return false }
        return body.isIntergovernmental
      }
      let sources = arguments.sources(of: predicate).filter { source in
        !isAgreement(source.entity) && !wholes.contains { $0.entity == source.entity }
      }
      stance(
        from: sources, to: arguments.unique(wholes), weight: context.isNegated ? -weight : weight, predicate,
        unnegated(context), factor: 0.9, event: weight < 0 ? .reject : .support)
    }
  }

  /// "hopes to join NATO", "the decision to join the union": whoever wishes to belong to a body is for it.
  mutating func codeAspiration(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .joining),
      !context.isNegated, !context.isCancelled, !context.isRequested, context.modality != .asserted,
      let governor = view.head(predicate.token), let wish = view.predicate(governor)?.entry,
      [.openComplement, .adnominalClause, .adverbialClause, .clausalComplement].contains(
        view.relation(view.firstConjunct(predicate.token))),
      wish.kind == .modal || wish.kind == .commit
        || wish.kind == .demand && wish.category == .verb
          && view.lexicon.isWord(view.word(governor), .aspiring)
    else { return }
    let bodies =
      (arguments.objects(of: predicate.token)
      + arguments.fillers(.preposition(contexts.words.to), of: predicate)).flatMap { arguments.parties(at: $0) }
    let sources = arguments.unique(
      arguments.subjectTokens(of: predicate.token).flatMap { arguments.parties(at: $0) })
    aspire(sources, to: bodies, predicate)
  }

  /// "seeks NATO membership", "its bid for accession to the union".
  mutating func codeBelonging(at noun: Int) {
    guard view.lexicon.isWord(view.word(noun), .belonging), view.partOfSpeech(noun) == .noun,
      view.mention(headedBy: noun) == nil, let above = view.head(noun)
    else { return }
    var seekers: [Party] = []
    let isSought =
      [.object, .oblique].contains(view.relation(noun)) && view.isVerbal(above)
      && view.lexicon.isWord(view.word(above), .aspiring)
    let isBid =
      [.nominalModifier, .compound].contains(view.relation(noun)) && view.partOfSpeech(above) == .noun
      && (view.lexicon.isWord(view.word(above), .attempts) || view.lexicon.isWord(view.word(above), .aspiring))
    if isSought {
      seekers = arguments.subjectTokens(of: above).flatMap { arguments.parties(at: $0) }
    } else if isBid {
      seekers = view.children(above, .possessive).flatMap { arguments.parties(at: $0) }
      if seekers.isEmpty { seekers = arguments.nounActors(of: above).flatMap { arguments.parties(at: $0) } }
    }
    guard !seekers.isEmpty else { return }
    let words = view.lexicon.functionWords
    var bodies: [Party] = []
    for child in view.children(noun) {
      switch view.relation(child) {
      case .compound, .adjectivalModifier: bodies += arguments.parties(at: child)
      case .nominalModifier
      where [words.of, words.in, contexts.words.to, words.into].contains(view.preposition(of: child)):
        bodies += arguments.parties(at: child)
      default: continue
      }
    }
    if isBid {
      bodies += view.children(above, .compound).filter { $0 != noun }.flatMap { arguments.parties(at: $0) }
    }
    let context = contexts.context(of: above)
    guard !context.isNegated, !context.isCancelled, context.modality != .hypothetical,
      let cue = view.predicate(noun) ?? view.predicate(above)
    else { return }
    aspire(arguments.unique(seekers), to: bodies, cue)
  }

  private mutating func aspire(_ sources: [Party], to bodies: [Party], _ predicate: ChosenPredicate) {
    let targets = arguments.unique(bodies).filter { body in
      guard case .organization(let details) = view.found.entities[body.entity.index].details else { return false }
      return details.isIntergovernmental
    }
    let seekers = sources.filter { source in
      !isAgreement(source.entity) && !targets.contains { $0.entity == source.entity }
    }
    stance(
      from: seekers, to: targets, weight: 0.35, predicate, ClauseContext(), factor: 0.85, event: .support)
  }

  /// "dropped X for Y", "switched recognition from X to Y": against the one, for the other.
  mutating func codeSwap(at verb: Int) {
    guard view.partOfSpeech(verb) == .verb, view.lexicon.isWord(view.word(verb), .swapping),
      !view.hasPassiveSubject(verb)
    else { return }
    let words = view.lexicon.functionWords
    func states(_ preposition: Int32) -> [Party] {
      guard preposition >= 0 else { return [] }
      let under = view.children(verb) + view.children(verb, .object).flatMap { Array(view.children($0)) }
      return under.filter {
        [.oblique, .nominalModifier].contains(view.relation($0)) && view.preposition(of: $0) == preposition
      }.flatMap { arguments.parties(at: $0) }.filter(isState)
    }
    let objects = view.children(verb, .object)
    let dropped = objects.filter { view.mention(headedBy: $0) != nil }.flatMap { arguments.parties(at: $0) }
      .filter(isState)
    var old = dropped
    var new = states(words.for)
    if old.isEmpty {
      guard objects.isEmpty || objects.contains(where: { Self.allegiances.contains(view.lemma($0)) }) else { return }
      old = states(words.from)
      new = states(contexts.words.to)
    }
    guard !old.isEmpty, !new.isEmpty, let predicate = anyCue(at: verb) else { return }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted || context.claimModality == .planned, !context.isRequested else { return }
    let sources = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) })
    guard !sources.isEmpty else { return }
    // "The minister left Chad for Kenya": a person's journey.
    if view.lemma(verb) == "leave", sources.allSatisfy({ view.found.entities[$0.entity.index].kind == .official }) {
      return
    }
    stance(from: sources, to: old, weight: -0.4, predicate, context, event: .reject)
    stance(from: sources, to: new, weight: 0.4, predicate, context, event: .support)
  }

  private static let allegiances: Set = [
    "allegiance", "alliance", "camp", "loyalty", "recognition", "relation", "side", "support", "tie",
  ]

  private func isState(_ party: Party) -> Bool {
    party.directness == 1 && view.found.entities[party.entity.index].kind == .country
  }

  /// The predicate at a token, or one of its senses that only names it as the cue.
  func anyCue(at token: Int) -> ChosenPredicate? {
    view.predicate(token)
      ?? view.lexicon.entries(forWord: view.word(token)).first.map {
        ChosenPredicate(token: token, entry: $0, boundArguments: [], companionNoun: nil)
      }
  }

  /// "X and his counterpart Y urged": they do it together.
  mutating func codeCounterparts(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.word(noun) == view.lexicon.functionWords.counterpart,
      view.lexicon.functionWords.counterpart >= 0
    else { return }
    // "joined their French counterparts in a drill".
    if view.relation(noun) == .object, view.mention(headedBy: noun) == nil, let verb = view.head(noun),
      view.lexicon.isWord(view.word(verb), .joining) || view.lexicon.isWord(view.word(verb), .greeting)
    {
      let others = arguments.modifiers(of: noun).filter {
        view.partOfSpeech($0.token) != .pronoun && !isAgreement($0.entity)
      }
      let subjects = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
        subject in !isAgreement(subject.entity) && !others.contains { $0.entity == subject.entity }
      }
      let context = contexts.context(of: verb)
      guard !others.isEmpty, !subjects.isEmpty, context.claimModality == .asserted, !context.isRequested else { return }
      pairwise(
        subjects, others, weight: 0.3,
        ChosenPredicate(token: noun, entry: Self.together, boundArguments: [], companionNoun: nil), context)
      return
    }
    var token = noun
    for _ in 0..<5 {
      switch view.relation(token) {
      case .conjunct, .apposition, .flat, .descriptiveModifier, .compound:
        guard let head = view.head(token) else { return }
        token = head
      case .nominalSubject:
        guard let verb = view.head(token), token < verb else { return }
        let parties = arguments.unique(arguments.parties(at: token)).filter {
          $0.directness > 0.8 && !isAgreement($0.entity)
        }
        guard parties.count > 1, parties.count <= 4 else { return }
        let context = contexts.context(of: verb)
        guard context.claimModality == .asserted, !context.isRequested else { return }
        let cue = ChosenPredicate(token: noun, entry: Self.together, boundArguments: [], companionNoun: nil)
        pairwise([parties[0]], Array(parties.dropFirst()), weight: 0.3, cue, context)
        return
      default: return
      }
    }
  }

  /// "a pact X reached with Y", "the accord that X signed with Y": it is theirs together.
  mutating func codeStruck(at verb: Int) {
    guard view.partOfSpeech(verb) == .verb, view.lexicon.isWord(view.word(verb), .striking),
      view.relation(verb) == .relativeClause || view.relation(verb) == .adnominalClause,
      let noun = view.head(verb), noun < verb,
      view.mention(headedBy: noun)?.entities.contains(where: { isAgreement($0) })
        ?? view.lexicon.entries(forWord: view.word(noun)).contains(where: {
          $0.category == .noun && $0.kind == .mutual && ($0.weight ?? $0.event?.intensity ?? 0) > 0
        })
    else { return }
    let makers = arguments.unique(
      view.children(verb).filter { [.nominalSubject, .agent].contains(view.relation($0)) }
        .flatMap { arguments.parties(at: $0) }
    ).filter { !isAgreement($0.entity) }
    let with = view.lexicon.functionWords.with
    let partners = view.children(verb, .oblique).filter { view.preposition(of: $0) == with }
      .flatMap { arguments.parties(at: $0) }.filter { partner in
        !isAgreement(partner.entity) && !makers.contains { $0.entity == partner.entity }
      }
    guard !makers.isEmpty, makers.count + partners.count > 1 else { return }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted, !context.isRequested else { return }
    pairwise(
      makers + partners, [], weight: EventType.agree.intensity,
      ChosenPredicate(token: verb, entry: Self.together, boundArguments: [], companionNoun: nil), context)
  }

  /// "enables X's war against Y", "sustains X's occupation of Y": for X, and against Y.
  mutating func codeAbetting(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb,
      predicate.entry.kind == .uphold || predicate.entry.kind == .cause
        || predicate.entry.kind == .act && [.aid, .support].contains(predicate.entry.event),
      (predicate.entry.weight ?? 0.1) > 0, !context.isRequested, !context.isNegated, !context.isCancelled
    else { return }
    for object in arguments.objects(of: predicate.token) {
      guard let deed = view.predicate(object), deed.entry.category == .noun,
        (deed.entry.weight ?? deed.entry.event?.intensity ?? 0) < -0.3, deed.entry.event == .assault
      else { continue }
      let owners =
        view.children(object, .possessive).filter { view.partOfSpeech($0) != .pronoun }
        .flatMap { arguments.parties(at: $0) }
        + arguments.fillers(.adjectival, of: deed).flatMap { arguments.parties(at: $0) }
      let sources = arguments.sources(of: predicate).filter { source in
        !isAgreement(source.entity) && !owners.contains { isSameSide($0.entity, source.entity) }
      }
      guard !owners.isEmpty, !sources.isEmpty else { continue }
      stance(from: sources, to: owners, weight: 0.4, predicate, context, factor: 0.8, event: .support)
      let victims = deed.entry.targets.flatMap { arguments.fillers($0, of: deed) }.filter { view.isNominal($0) }
        .flatMap { arguments.parties(at: $0) }.filter { victim in
          victim.directness == 1 && !owners.contains { isSameSide($0.entity, victim.entity) }
        }
      stance(from: sources, to: victims, weight: -0.3, predicate, context, factor: 0.7, event: .reject)
    }
  }
}
