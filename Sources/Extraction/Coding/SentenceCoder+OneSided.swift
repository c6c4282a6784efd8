import Diplomacy
import Linguistics
import Provenance

// Predicates with an actor and an object: acts and judgments.

extension SentenceCoder {
  /// "attacked", "sanctioned", "gave aid to", "sanctions against".
  mutating func codeAct(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested, !codeParting(predicate, context) else { return }
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    // "the withdrawal of X's troops" is X's deed; "Spain beat Italy 2-1" is none of states.
    if predicate.entry.category == .noun, predicate.entry.event == .retreat,
      predicate.entry.targets.first == .preposition(contexts.words.of)
    {
      return
    }
    if predicate.entry.event == .assault, predicate.entry.category == .verb, hasScore(after: predicate.token) { return }
    var sources = arguments.sources(of: predicate)
    if sources.isEmpty { sources = announcers(of: predicate) }
    var targets: [Party]
    if sources.isEmpty, let expulsion = expulsion(by: predicate) {
      (sources, targets) = expulsion
    } else {
      targets = self.targets(of: predicate).filter { target in !sources.contains { $0.entity == target.entity } }
    }
    // "a deal that they struck in January": nobody is hit.
    if predicate.entry.event == .assault, predicate.entry.category == .verb, view.lemma(predicate.token) == "strike" {
      targets.removeAll { isAgreement($0.entity) }
    }
    // "their withdrawal from the bloc": out of a body, and not out of a country.
    if predicate.entry.category == .noun, predicate.entry.event == .retreat {
      let left = targets.filter { view.found.entities[$0.entity.index].kind == .organization }
      stance(from: sources, to: left, weight: -0.5, predicate, context, factor: 0.9, event: .reject)
      targets.removeAll { target in left.contains { $0.entity == target.entity } }
    }
    // "recalled Ambassador X": one's own.
    if predicate.entry.name.hasPrefix("recall "), !sources.isEmpty {
      targets.removeAll { target in
        view.found.entities[target.entity.index].kind == .official
          && sources.contains {
            isSameSide($0.entity, target.entity) || view.found.entities[$0.entity.index].kind == .official
          }
      }
    }
    // "warned X of Y's plans" is no word against X.
    if predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .warning),
      warnsOfOthers(predicate.token, sources + targets)
    {
      return
    }
    // "Russia's aggression in Ukraine": where an owned deed of war is done is whom it befalls.
    if targets.isEmpty, predicate.entry.category == .noun, predicate.entry.event == .assault {
      targets = scene(of: predicate).filter { scene in
        !sources.contains { $0.entity == scene.entity || isDomestic($0.entity, scene.entity) }
      }
    }
    // "fired rockets into X", "crossed into X": the country entered.
    if targets.isEmpty, predicate.entry.category == .verb, weight < -0.4, !sources.isEmpty {
      targets = entered(from: predicate.token).filter { target in
        !sources.contains { $0.entity == target.entity || isDomestic($0.entity, target.entity) }
      }
    }
    if targets.isEmpty, !sources.isEmpty {
      if predicate.entry.event == .assault, weight < -0.4 {
        targets = victims(of: predicate, sources)
      } else if predicate.entry.event == .aid, weight > 0, !context.isNegated, !context.isCancelled,
        predicate.companionNoun != nil || helpsSomebody(predicate.token)
      {
        targets = relieved(by: predicate.token, sources)
      }
    }
    if weight < 0, !targets.isEmpty,
      predicate.entry.category == .verb && predicate.companionNoun != nil && isSentToServe(predicate)
        || predicate.entry.event == .mobilize && isForPeace(predicate.token)
    {
      stance(from: sources, to: targets, weight: 0.5, predicate, context, factor: 0.85, event: .aid)
      return
    }
    // "defended itself against X", "protected Y from X": backing one side is against the other.
    if weight > 0 {
      let foes = foes(of: predicate)
      targets.removeAll { target in foes.contains { $0.token == target.token } }
      stance(from: sources, to: foes, weight: -0.3, predicate, context, factor: 0.8, event: .reject)
    }
    // "refused to lift its veto": what would have been a concession is a refusal.
    if weight > 0, context.isCancelled, predicate.entry.category == .verb,
      predicate.entry.event == .retreat || predicate.entry.event == .concede
    {
      var context = context
      context.isCancelled = false
      context.modality = .asserted
      stance(
        from: sources, to: targets.filter { $0.directness > 0.8 }, weight: EventType.reject.intensity, predicate,
        context,
        factor: 0.8, event: .reject)
      return
    }
    // "handed X an ultimatum" is no gift.
    if weight > 0, predicate.entry.event == .aid, predicate.entry.category == .verb, isUnwelcome(predicate) {
      stance(
        from: sources, to: targets, weight: EventType.threaten.intensity, predicate, context, factor: 0.7,
        event: .threaten)
      return
    }
    if weight > 0, !sources.isEmpty, codeRefusal(predicate, from: sources, to: targets, context), context.isNegated {
      return
    }
    // "removes trade barriers between A and B": good for both, with each other.
    if weight > 0, predicate.entry.category == .verb, context.claimModality == .asserted {
      let sides = arguments.unique(
        arguments.fillers(.between, of: predicate).flatMap { arguments.parties(at: $0) }
      ).filter { !isAgreement($0.entity) }
      if sides.count > 1 { pairwise(sides, [], weight: min(weight, 0.4), predicate, context) }
    }
    // "dropped its opposition to sanctions on X": for what is against X.
    if targets.isEmpty, weight > 0, predicate.entry.category == .verb, predicate.companionNoun != nil {
      for slot in predicate.entry.targets {
        for token in arguments.fillers(slot, of: predicate) where view.mention(headedBy: token) == nil {
          for effect in effects.effects(of: token)
          where effect.sign < 0 && effect.party.directness == 1 && effect.path.count == 1 && !effect.isMutual {
            stance(
              from: sources, to: [effect.party], weight: weight * effect.sign, predicate, context, factor: 0.7,
              path: effect.path)
          }
        }
      }
    }
    switch predicate.entry.event {
    case .consult, .cooperate:
      // Visits, calls and receptions are done by both.
      if weight > 0 {
        if !sources.isEmpty, !targets.isEmpty {
          pairwise(sources, targets.filter { !isAgreement($0.entity) }, weight: weight, predicate, context)
        }
      } else {
        stance(from: sources, to: targets, weight: weight, predicate, context)
      }
    case .aid where weight > 0 && context.modality == .asserted && !sources.isEmpty && !targets.isEmpty:
      pairwise(sources, targets.filter { !isAgreement($0.entity) }, weight: weight, predicate, context)
      stance(from: sources, to: targets, weight: weight, predicate, context, factor: 0.9)
    default: stance(from: sources, to: targets, weight: weight, predicate, context)
    }
    if predicate.entry.event == .support || predicate.entry.event == .accuse {
      judgeGrounds(predicate, sources, context)
    }
    // To report a deed is to charge with it; to report a charge is not.
    if weight < 0, predicate.entry.category == .verb,
      [.sanction, .mobilize, .coerce, .assault].contains(predicate.entry.event),
      predicate.entry.event != .mobilize && !view.lexicon.isWord(view.word(predicate.token), .fighting)
        || !targets.isEmpty, !isDefence(predicate)
    {
      accuse(sources, predicate, context)
    }
    // An act upon an act: "imposed sanctions for the attack on Israel" needs no more; the inner noun codes itself.
  }

  /// "- New sanctions on X.": what a government's own list names without a verb that government does.
  private func announcers(of deed: ChosenPredicate) -> [Party] {
    guard deed.entry.category == .noun, [.sanction, .coerce, .aid].contains(deed.entry.event),
      view.head(deed.token) == nil,
      view.document.sentences[view.index].zone == .body, !view.textHolders.isEmpty,
      !view.tokens.contains(where: {
        view.partOfSpeech($0) == .auxiliary || view.partOfSpeech($0) == .verb && view.morphology($0).contains(.finite)
      })
    else { return [] }
    return view.textHolders.map { Party(entity: $0, token: deed.token, directness: 0.8) }
  }

  /// "recognized two regions of X as states", "the independence of X's breakaway region": to part a country is against it.
  private mutating func codeParting(_ predicate: ChosenPredicate, _ context: ClauseContext) -> Bool {
    guard predicate.entry.category == .verb, ["recognise", "recognize"].contains(view.lemma(predicate.token)) else {
      return false
    }
    let parts = arguments.objects(of: predicate.token).flatMap { object in
      view.lemma(object) == "independence" ? view.children(object, .nominalModifier) : [object]
    }.filter { view.mention(headedBy: $0) == nil && Self.partsOfCountries.contains(view.lemma($0)) }
    let parted = arguments.unique(parts.flatMap { arguments.modifiers(of: $0) }).filter {
      view.found.entities[$0.entity.index].kind == .country
    }
    guard !parted.isEmpty else { return false }
    stance(
      from: arguments.sources(of: predicate), to: parted, weight: -0.5, predicate, context, factor: 0.85,
      event: .reject)
    return true
  }

  private static let partsOfCountries: Set = [
    "area", "district", "enclave", "entity", "oblast", "province", "region", "republic", "territory",
  ]

  /// "repelled the attack", "push back X's aggression": who tells of it does not hold it against the defender.
  private func isDefence(_ predicate: ChosenPredicate) -> Bool {
    Self.defences.contains(predicate.entry.name)
      || arguments.objects(of: predicate.token).contains { arguments.isHostileDeed($0) }
  }

  private static let defences: Set = [
    "beat back", "combat", "drive back", "fend off", "fight back", "fight off", "liberate", "push back", "recapture",
    "repel", "repulse", "resist", "retake", "thwart",
  ]

  /// "sent thousands of soldiers to X to fight against Y", "deployed jets to X to defend it": for X's good.
  private func isSentToServe(_ predicate: ChosenPredicate) -> Bool {
    let against = view.lexicon.functionWords.against
    let carriers = [predicate.token] + (predicate.companionNoun.map { [$0] } ?? [])
    let purposes = carriers.flatMap { carrier in
      view.children(carrier).filter {
        $0 > predicate.token && view.isInfinitive($0)
          && [.adverbialClause, .openComplement, .adnominalClause].contains(view.relation($0))
      }
    }
    return purposes.contains { purpose in
      if view.lexicon.isWord(view.word(purpose), .serving) { return true }
      if view.lexicon.isWord(view.word(purpose), .fighting),
        view.children(purpose, .object).contains(where: { view.lexicon.isWord(view.word($0), .insurgents) })
      {
        return true
      }
      return view.lexicon.isWord(view.word(purpose), .fighting)
        && view.children(purpose, .oblique).contains { view.preposition(of: $0) == against && against >= 0 }
    }
  }

  /// Whether what is given or handed over does no good: "an ultimatum", "a blow", "a warning".
  private func isUnwelcome(_ predicate: ChosenPredicate) -> Bool {
    view.children(predicate.token, .object).contains { object in
      view.mention(headedBy: object) == nil && object != predicate.companionNoun
        && view.partOfSpeech(object) == .noun
        && view.lexicon.entries(forWord: view.word(object)).contains { entry in
          entry.category == .noun && entry.companions.isEmpty
            && (entry.weight ?? entry.event?.intensity ?? 0) <= -0.15 && entry.kind != .mutual
        }
    }
  }

  /// The countries under "into" behind a verb or its object.
  private func entered(from verb: Int) -> [Party] {
    let into = view.lexicon.functionWords.into
    guard into >= 0 else { return [] }
    let objects = view.children(verb, .object).flatMap { view.children($0, .nominalModifier) }
    return (view.children(verb, .oblique) + objects).filter { view.preposition(of: $0) == into }.flatMap {
      token -> [Party] in
      guard let mention = view.mention(headedBy: token) else { return [] }
      return mention.entities.filter { view.found.entities[$0.index].kind == .country }
        .map { Party(entity: $0, token: token, directness: 0.85) }
    }
  }

  /// The countries that an attack with an owner is said to take place in.
  func scene(of deed: ChosenPredicate) -> [Party] {
    guard view.children(deed.token, .possessive).contains(where: { view.partOfSpeech($0) != .pronoun }) else {
      return []
    }
    let inside = view.lexicon.functionWords.in
    return view.children(deed.token, .nominalModifier).filter { view.preposition(of: $0) == inside && inside >= 0 }
      .flatMap { token -> [Party] in
        guard let mention = view.mention(headedBy: token), mention.isPlace else { return [] }
        return mention.entities.filter { view.found.entities[$0.index].kind == .country }
          .map { Party(entity: $0, token: token, directness: 0.8) }
      }
  }

  /// Whether two numbers with a dash between them follow: the score of a game.
  func hasScore(after verb: Int) -> Bool {
    var token = verb + 1
    while token + 2 < view.tokens.upperBound, token - verb < 8 {
      if view.partOfSpeech(token) == .numeral, view.partOfSpeech(token + 2) == .numeral,
        ["-", "–", "—", "to"].contains(view.form(token + 1))
      {
        return true
      }
      token += 1
    }
    return false
  }

  /// Against whom something friendly is done.
  func foes(of predicate: ChosenPredicate) -> [Party] {
    guard predicate.entry.category == .verb, predicate.entry.companions.isEmpty,
      predicate.entry.targets.contains(.preposition(view.lexicon.functionWords.against))
    else { return [] }
    let under = arguments.fillers(.preposition(view.lexicon.functionWords.against), of: predicate).filter {
      view.isNominal($0)
    }
    // "to defend against X's war" with the war taken for the object.
    let deeds = arguments.fillers(.object, of: predicate).filter {
      view.mention(headedBy: $0) == nil && arguments.isHostileDeed($0) && !under.contains($0)
    }
    return (under + deeds).flatMap { arguments.parties(at: $0) }
  }

  /// "congratulated them on signing the pact": what someone is praised or blamed for is judged with them.
  mutating func judgeGrounds(_ predicate: ChosenPredicate, _ sources: [Party], _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    // "thanked X for Y's support", "congratulated X on Y's accession": whoever owns the merit is meant as well.
    if weight >= 0.2, predicate.entry.category == .verb {
      let words = view.lexicon.functionWords
      for word in [words.for, words.on, words.over] {
        for ground in arguments.fillers(.preposition(word), of: predicate)
        where view.isNominal(ground) && view.mention(headedBy: ground) == nil {
          guard (view.predicate(ground)?.entry.weight ?? 0.1) > 0 else { continue }
          let owners = view.children(ground, .possessive).filter { view.partOfSpeech($0) != .pronoun }
            .flatMap { arguments.parties(at: $0) }
          stance(
            from: sources,
            to: owners.filter { owner in
              !isAgreement(owner.entity) && !sources.contains { isSameSide($0.entity, owner.entity) }
            }, weight: weight, predicate, context, factor: 0.8)
        }
      }
    }
    for child in view.children(predicate.token) where view.relation(child) == .adverbialClause {
      let mark = view.preposition(of: child)
      guard ["for", "on", "over", "of"].contains(where: { view.lexicon.word($0) == mark && mark >= 0 }) else {
        continue
      }
      for effect in effects.effects(of: child) where isAgreement(effect.party.entity) {
        stance(
          from: sources, to: [effect.party], weight: weight * effect.sign, predicate, context, factor: 0.8,
          path: effect.path)
      }
    }
  }

  /// "welcomed Japan's efforts", "condemned the attack", "supports the treaty".
  mutating func codeEvaluation(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    guard weight != 0, !context.isRequested, !(weight > 0 && isHarmed(predicate)), !codeParting(predicate, context)
    else { return }
    // "X is vital" is the speaker's judgment; "X is wary of Y" has a holder of its own.
    if predicate.entry.category == .adjective, predicate.entry.sources.isEmpty {
      return codeJudgment(predicate, context, weight: weight)
    }
    // "the pact remains the cornerstone of": a judgment of whoever says so.
    if predicate.entry.category == .noun, isPredicative(predicate.token) {
      return codeJudgment(predicate, context, weight: weight)
    }
    var sources = arguments.sources(of: predicate)
    if sources.isEmpty, predicate.entry.category == .noun { sources = context.speakers.last ?? [] }
    guard !sources.isEmpty else { return }
    var context = context
    var sign = 1.0
    // "does not support" is opposition of a weaker kind, not the absence of a claim.
    if context.isNegated || context.isCancelled && weight > 0 && predicate.entry.category == .verb {
      // "could not be allowed to flout it" is no praise.
      if weight < 0, context.modality == .hypothetical, !contexts.hasNegation(predicate.token) { return }
      context.isNegated = false
      context.isCancelled = false
      sign = -0.6
    }
    for content in effects.contents(of: predicate) {
      let isNamed = view.mention(headedBy: content) != nil
      // "Y's planned release of water, which X opposes".
      if !isNamed, let owners = ownersTakenUp(by: content, sources), !owners.isEmpty {
        stance(from: sources, to: owners, weight: weight * sign, predicate, context, factor: 0.7)
        continue
      }
      // "condemned the attack on X by Y".
      var agents: [Party] = []
      if !isNamed, let deed = view.predicate(content), deed.entry.category == .noun,
        deed.entry.event?.isConflict ?? false
      {
        agents = arguments.fillers(.preposition(view.lexicon.functionWords.by), of: deed)
          .flatMap { arguments.parties(at: $0) }
      }
      if !isNamed { agents += blamed(beside: predicate.token) + blamed(beside: content) + performers(of: content) }
      // "supports an inquiry into whether X did it" is no support of X.
      if !isNamed, weight < 0 || !arguments.isHostileDeed(content) { agents += doersTold(of: content) }
      // "condemned the elections in X".
      if !isNamed, weight <= -0.25, view.lexicon.isWord(view.word(content), .domestic) { agents += places(of: content) }
      if isNamed, view.mention(headedBy: content)?.isPlace ?? false {
        agents += predicate.entry.targets.compactMap { slot in
          guard case .preposition(let preposition) = slot, preposition == view.preposition(of: content) else {
            return nil
          }
          return meant(at: content, under: slot, of: predicate)
        }
      }
      if !isNamed, weight >= 0.35, predicate.entry.event == .support {
        agents += arguments.dwelling(at: content)
      }
      let actors = arguments.unique(arguments.parties(at: content) + agents).filter { party in
        guard !sources.contains(where: { $0.entity == party.entity }) else { return false }
        // "highlighted Japan's role" says less than "highlighted Japan".
        return isNamed || !isAgreement(party.entity) && (weight < 0 || weight >= 0.2 || party.directness == 1)
      }
      stance(from: sources, to: actors, weight: weight * sign, predicate, context)
      guard !isNamed else { continue }
      // "condemned the cooperation between X and Y": both.
      if weight <= -0.3, sign > 0, let tie = view.predicate(content), tie.entry.kind == .mutual,
        tie.entry.category == .noun, (tie.entry.weight ?? tie.entry.event?.intensity ?? 0) > 0
      {
        let tied = arguments.unique(arguments.fillers(.between, of: tie).flatMap { arguments.parties(at: $0) })
        if tied.count > 1 {
          stance(
            from: sources, to: opposite(sources, among: tied, above: 0.8), weight: weight, predicate, context,
            factor: 0.85, event: .accuse)
        }
      }
      for effect in effects.effects(of: content) where !sources.contains(where: { $0.entity == effect.party.entity }) {
        let isNamed = actors.contains { $0.entity == effect.party.entity }
        // "praised Japan's efforts to strengthen ties with X" is no praise of X, "backs sanctions on X" is against X.
        // "reaffirmed its commitment to the defense of X" is for X.
        let isOwn = predicate.companionNoun != nil && effect.path.count <= 1
        let isTelling =
          abs(weight) >= (effect.party.directness == 1 ? 0.2 : 0.35) && !effect.isMutual
          && (weight < 0 || effect.sign < 0 || isOwn)
        // "stressed the importance of relations with X": for X.
        let isWarm =
          effect.isMutual && effect.sign > 0 && weight >= 0.2 && sign > 0 && predicate.companionNoun != nil
          && predicate.entry.category == .verb && effect.party.directness == 1
        guard !isNamed, isAgreement(effect.party.entity) || isTelling || isWarm else { continue }
        // "condemned the attack on X" tells how one stands toward the attacker, not toward X.
        if weight < 0, effect.sign < 0, !isAgreement(effect.party.entity),
          view.predicate(content)?.entry.kind == .act
        {
          continue
        }
        stance(
          from: sources, to: [effect.party], weight: weight * sign * effect.sign, predicate, context,
          factor: isAgreement(effect.party.entity) ? 0.9 : 0.7, path: effect.path)
      }
    }
  }

  /// The countries in which something takes place, under the noun or the verb that has it for an object.
  private func places(of noun: Int) -> [Party] {
    let inside = view.lexicon.functionWords.in
    let verb = view.relation(noun) == .object ? view.head(noun) : nil
    let under = view.children(noun, .nominalModifier) + (verb.map { view.children($0, .oblique) } ?? [])
    return under.filter { $0 > noun && view.preposition(of: $0) == inside && inside >= 0 }.flatMap { token -> [Party] in
      guard let mention = view.mention(headedBy: token), mention.entities.count == 1,
        view.found.entities[mention.entities[0].index].kind == .country
      else { return [] }
      return [Party(entity: mention.entities[0], token: token, directness: 0.85)]
    }
  }

  /// "the support provided by X": who does what a noun tells of.
  private func performers(of noun: Int) -> [Party] {
    view.children(noun, .adnominalClause).filter { clause in
      view.morphology(clause).contains(.participle) && view.morphology(clause).contains(.past)
        // "a move praised by X": who judges it does not perform it.
        && view.predicate(clause).map { ![.evaluate, .demand, .report].contains($0.entry.kind) } ?? true
    }.flatMap { clause in
      // "civilians affected by X's invasion": the invasion performs nothing.
      arguments.subjectTokens(of: clause).filter { !arguments.isHostileDeed($0) }.flatMap { arguments.parties(at: $0) }
    }
  }

  /// "praised the job X has done": whoever does what is judged.
  private func doersTold(of noun: Int) -> [Party] {
    (view.children(noun, .relativeClause) + view.children(noun, .adnominalClause)).filter { clause in
      view.isVerbal(clause) && !view.hasPassiveSubject(clause) && !view.isInfinitive(clause)
        // "the operation that X launched".
        && view.children(clause, .object).allSatisfy { arguments.relativized(by: $0) != nil }
    }.flatMap { clause in
      view.children(clause, .nominalSubject).filter { arguments.relativized(by: $0) == nil }
        .flatMap { arguments.parties(at: $0) }.filter { !isAgreement($0.entity) }
    }
  }

  /// The owner of what a relative pronoun takes up, where the noun right before it is a part of that only.
  private func ownersTakenUp(by pronoun: Int, _ sources: [Party]) -> [Party]? {
    guard var noun = arguments.relativized(by: pronoun), arguments.parties(at: noun).isEmpty else { return nil }
    for _ in 0..<4 {
      let owners = view.children(noun, .possessive).filter { view.partOfSpeech($0) != .pronoun }
        .flatMap { arguments.parties(at: $0) }.filter { owner in
          !isAgreement(owner.entity) && !sources.contains { isSameSide($0.entity, owner.entity) }
        }
      if !owners.isEmpty { return owners }
      guard view.relation(noun) == .nominalModifier, let head = view.head(noun), view.partOfSpeech(head) == .noun else {
        return nil
      }
      noun = head
    }
    return nil
  }

  /// "the harassment on the part of X": whose part it is.
  private func blamed(beside token: Int) -> [Party] {
    let words = view.lexicon.functionWords
    return view.children(token).filter {
      view.word($0) == words.part && words.part >= 0 && view.preposition(of: $0) == words.on
    }.flatMap { part in
      view.children(part, .nominalModifier).filter { view.preposition(of: $0) == words.of }
        .flatMap { arguments.parties(at: $0) }
    }
  }

  /// Whether a noun of support is only what a hostile deed is done to: "threatens the stability of X".
  private func isHarmed(_ predicate: ChosenPredicate) -> Bool {
    guard predicate.entry.category == .noun else { return false }
    var noun = predicate.token
    for _ in 0..<4 where view.relation(noun) == .conjunct { noun = view.head(noun) ?? noun }
    guard view.relation(noun) == .object, let verb = view.head(noun), let deed = view.predicate(verb)?.entry else {
      return false
    }
    return deed.category == .verb && deed.kind == .act && (deed.weight ?? deed.event?.intensity ?? 0) < 0
  }

  /// A noun that a clause says of its subject, where the subject is an agreement.
  private func isPredicative(_ noun: Int) -> Bool {
    guard
      view.relation(noun) == .openComplement || view.children(noun).contains(where: { view.relation($0) == .copula })
    else { return false }
    return arguments.subjectTokens(of: noun).contains { token in
      view.mention(headedBy: token)?.entities.contains { isAgreement($0) } ?? false
    }
  }

  /// "X is vital", "the illegal annexation": the judgment of whoever speaks.
  mutating func codeJudgment(_ predicate: ChosenPredicate, _ context: ClauseContext, weight: Double) {
    let holders = holders(in: context)
    guard !holders.isEmpty else { return }
    var subject: [Int] = arguments.subjectTokens(of: predicate.token)
    if view.relation(predicate.token) == .adjectivalModifier, let noun = view.head(predicate.token) {
      let isPredicate = view.children(noun).contains { view.relation($0) == .copula }
      subject = isPredicate ? arguments.subjectTokens(of: noun) : []
    }
    let sign = context.isNegated ? -0.6 : 1.0
    for token in subject {
      for effect in effects.effects(of: token) {
        guard
          isAgreement(effect.party.entity) || effect.party.directness == 1 && effect.path.count <= 1 && !effect.isMutual
        else {
          continue
        }
        let targets = holders.contains { $0.entity == effect.party.entity } ? [] : [effect.party]
        stance(
          from: holders, to: targets, weight: weight * sign * effect.sign, predicate, unnegated(context),
          factor: 0.8, path: effect.path)
      }
      // "X's actions are unacceptable".
      guard view.mention(headedBy: token) == nil, abs(weight) >= 0.25, isPlainlyGood(token, weight) else { continue }
      let owners = view.children(token, .possessive).filter { view.partOfSpeech($0) != .pronoun }
        .flatMap { arguments.parties(at: $0) }.filter { owner in
          !isAgreement(owner.entity) && !holders.contains { isSameSide($0.entity, owner.entity) }
        }
      stance(
        from: holders, to: owners, weight: weight * sign, predicate, unnegated(context), factor: 0.75)
    }
  }

  /// Whether what is called good or bad is no hostile deed, of which praise would say the contrary.
  private func isPlainlyGood(_ noun: Int, _ weight: Double) -> Bool {
    weight < 0 || (view.predicate(noun)?.entry.weight ?? view.predicate(noun)?.entry.event?.intensity ?? 0.1) > 0
  }
}
