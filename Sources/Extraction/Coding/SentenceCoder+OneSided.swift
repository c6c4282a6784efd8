import Diplomacy
import Linguistics
import Provenance

// Predicates with an actor and an object: acts, judgments, demands, turns and pledges.

extension SentenceCoder {
  /// "attacked", "sanctioned", "gave aid to", "sanctions against".
  mutating func codeAct(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    // "the withdrawal of X's troops" is X's deed; "Spain beat Italy 2-1" is none of states.
    if predicate.entry.category == .noun, predicate.entry.event == .retreat,
      predicate.entry.targets.first == .preposition(contexts.words.of)
    {
      return
    }
    if predicate.entry.event == .assault, predicate.entry.category == .verb, hasScore(after: predicate.token) { return }
    let sources = arguments.sources(of: predicate)
    var targets = targets(of: predicate).filter { target in !sources.contains { $0.entity == target.entity } }
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
    if weight < 0, predicate.entry.category == .verb, !targets.isEmpty, predicate.companionNoun != nil,
      isSentToServe(predicate)
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
    if weight > 0, !sources.isEmpty { _ = codeRefusal(predicate, from: sources, to: targets, context) }
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
        || !targets.isEmpty
    {
      accuse(sources, predicate, context)
    }
    // An act upon an act: "imposed sanctions for the attack on Israel" needs no more; the inner noun codes itself.
  }

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
      return view.lexicon.isWord(view.word(purpose), .fighting)
        && view.children(purpose, .oblique).contains { view.preposition(of: $0) == against && against >= 0 }
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
        ["-", "–", "—", "to"].contains(view.document.form(token + 1))
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
    return arguments.fillers(.preposition(view.lexicon.functionWords.against), of: predicate).filter {
      view.isNominal($0)
    }
    .flatMap { arguments.parties(at: $0) }
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
    guard weight != 0, !context.isRequested, !(weight > 0 && isHarmed(predicate)) else { return }
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
      let actors = arguments.unique(arguments.parties(at: content) + agents).filter { party in
        guard !sources.contains(where: { $0.entity == party.entity }) else { return false }
        // "highlighted Japan's role" says less than "highlighted Japan".
        return isNamed || !isAgreement(party.entity) && (weight < 0 || weight >= 0.2 || party.directness == 1)
      }
      stance(from: sources, to: actors, weight: weight * sign, predicate, context)
      guard !isNamed else { continue }
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
    }.flatMap { clause in
      arguments.subjectTokens(of: clause).flatMap { arguments.parties(at: $0) }
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

  /// "urged Seoul to keep the pact": pressure on Seoul, support for the pact.
  mutating func codeDemand(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    // "prompted condemnation from X" asks for nothing.
    if view.lexicon.isWord(view.word(predicate.token), .drawing),
      arguments.objects(of: predicate.token).contains(where: { view.predicate($0) != nil })
    {
      return
    }
    // "was encouraged by X's decision": a feeling about X, and no demand of X's.
    if view.lemma(predicate.token) == "encourage", view.hasPassiveSubject(predicate.token),
      view.children(predicate.token, .openComplement).isEmpty
    {
      stance(
        from: arguments.objects(of: predicate.token).flatMap { arguments.parties(at: $0) }, to: sources, weight: 0.3,
        predicate, context, factor: 0.8, event: .support)
      return
    }
    var addressees: [Party] = []
    let hasContent = view.children(predicate.token).contains {
      [.openComplement, .clausalComplement, .adverbialClause].contains(view.relation($0))
    }
    for slot in predicate.entry.targets where slot != .thatClause && slot != .infinitive {
      addressees = arguments.fillers(slot, of: predicate).filter { view.isNominal($0) && view.predicate($0) == nil }
        .flatMap { arguments.parties(at: $0) }
        // "urged the Japanese side to": whoever is to act is put under pressure; "urged Japan's participation" less so.
        .filter { $0.directness == 1 || hasContent }
      if !addressees.isEmpty { break }
    }
    addressees = arguments.unique(addressees).filter { party in !sources.contains { $0.entity == party.entity } }
    // "called on the president yesterday": a visit.
    if !hasContent, predicate.entry.category == .verb, predicate.entry.name == "call on", !addressees.isEmpty,
      addressees.allSatisfy({ view.found.entities[$0.entity.index].kind == .official })
    {
      if context.claimModality == .asserted {
        pairwise(sources, addressees, weight: EventType.consult.intensity, predicate, context)
      }
      return
    }
    if addressees.isEmpty {
      // "demands that X change its name".
      addressees = view.children(predicate.token, .clausalComplement)
        .flatMap { arguments.subjectTokens(of: $0) }.flatMap { arguments.parties(at: $0) }
        .filter { party in !sources.contains { $0.entity == party.entity } }
    }
    // "called for X to be admitted": nobody asks anything of X.
    let isUndergone = view.children(predicate.token).contains { clause in
      [.openComplement, .clausalComplement, .adverbialClause].contains(view.relation(clause))
        && view.isInfinitive(clause) && view.children(clause).contains { view.relation($0) == .passiveAuxiliary }
    }
    let pressured = isUndergone ? [] : addressees.filter { !isAgreement($0.entity) }
    let weight = predicate.entry.weight ?? EventType.request.intensity
    stance(from: sources, to: pressured, weight: -abs(weight), predicate, context)
    for content in effects.contents(of: predicate) {
      if view.mention(headedBy: content) != nil {
        let things = arguments.parties(at: content).filter { isAgreement($0.entity) }
        stance(from: sources, to: things, weight: 0.4, predicate, context, event: .support)
        continue
      }
      for effect in effects.effects(of: content) {
        guard !sources.contains(where: { $0.entity == effect.party.entity }),
          !pressured.contains(where: { $0.entity == effect.party.entity }), !effect.path.isEmpty,
          isAgreement(effect.party.entity) || effect.party.directness == 1 && effect.path.count <= 2
        else { continue }
        let factor = isAgreement(effect.party.entity) ? 0.9 : 0.6
        stance(
          from: sources, to: [effect.party], weight: 0.4 * effect.sign, predicate, context, factor: factor,
          event: effect.sign > 0 ? .support : .accuse, path: effect.path)
      }
    }
  }

  /// "scrap the pact", "lift sanctions on Iran", "strengthen the alliance": a stance toward what is turned.
  mutating func codeTurn(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    if isDecline(predicate.token) { codeState(predicate, context) }
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    var context = context
    var sign = 1.0
    // "refused to sign", "failed to renew" reach here as cancelled: what was not done counts against its object.
    if context.isNegated {
      context.isNegated = false
      sign = -1
    }
    if context.isCancelled { return }
    let weight = abs(predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0.4)
    for effect in effects.effects(of: predicate.token) {
      guard !sources.contains(where: { $0.entity == effect.party.entity }) else { continue }
      let isAgreement = isAgreement(effect.party.entity)
      // Furthering something that merely belongs to another actor says little about that actor.
      // "strengthen cooperation with X" is done with X and says no more.
      let isShared =
        predicate.entry.kind == .uphold
        && arguments.objects(of: predicate.token).contains { view.predicate($0)?.entry.kind == .mutual }
      let isDirect =
        predicate.entry.kind == .reverse
        ? effect.path.count <= 2 : effect.path.count == 1 && !effect.isMutual && effect.party.directness == 1
      guard isAgreement || isDirect && !isShared else { continue }
      let composed = negationsInside(effect, of: predicate) * sign
      // "secured an end to the fighting between X and Y" is for neither.
      if !isAgreement, effect.isMutual, predicate.entry.kind == .reverse, composed > 0 { continue }
      stance(
        from: sources, to: [effect.party], weight: weight * composed, predicate, context,
        factor: isAgreement ? 0.95 : 0.6, event: event(predicate, sign: composed), path: effect.path)
      // What the author tells in passing is no reproach.
      if isAgreement, composed < 0, predicate.entry.category == .verb,
        !context.speakers.isEmpty || isToldOutright(predicate.token)
      {
        accuse(sources, predicate, context)
      }
    }
    codeOwners(of: predicate, sources, weight: weight * sign, context)
  }

  /// "committed to the defense of Japan", "pledged to uphold the treaty".
  mutating func codeCommitment(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    let weight = predicate.entry.weight ?? 0.3
    // "A and B commit to": a joint pledge is something they do together.
    let subjects =
      view.hasPassiveSubject(predicate.token)
      ? arguments.objects(of: predicate.token) : arguments.subjectTokens(of: predicate.token)
    if predicate.entry.category != .noun, sources.count > 1,
      sources.allSatisfy({ $0.directness > 0.8 }),
      // The owner of a commitment that someone else affirms does not affirm it with him.
      sources.count == arguments.unique(subjects.flatMap { arguments.parties(at: $0) }).count,
      !context.isNegated, !context.isCancelled, context.modality == .asserted
    {
      pairwise(sources, [], weight: EventType.agree.intensity, predicate, context)
    }
    // "is committed to close cooperation with X": for X.
    if predicate.entry.event == .agree, view.lemma(predicate.token) != "agree", !context.isNegated, !context.isCancelled
    {
      for content in effects.contents(of: predicate)
      where view.predicate(content)?.entry.kind == .mutual && (view.predicate(content)?.entry.weight ?? 0) > 0
        && view.partOfSpeech(content) == .noun
      {
        let partners = arguments.fillers(.preposition(view.lexicon.functionWords.with), of: view.predicate(content)!)
          .filter { view.isNominal($0) }.flatMap { arguments.parties(at: $0) }
        stance(
          from: sources,
          to: partners.filter { partner in
            !isAgreement(partner.entity) && !sources.contains { isSameSide($0.entity, partner.entity) }
          }, weight: 0.3, predicate, context, factor: 0.75, event: .support)
      }
    }
    for content in effects.contents(of: predicate) {
      // "agreed to prepare a visit by X" is agreed with X, if with anybody, and does X no favor.
      for effect in effects.effects(of: content)
      where !sources.contains(where: { $0.entity == effect.party.entity })
        && (!effect.isMutual || isAgreement(effect.party.entity))
        && !(predicate.entry.event == .agree && effect.path.last == "visit")
      {
        stance(
          from: sources, to: [effect.party], weight: abs(weight) * effect.sign, predicate, context, factor: 0.7,
          path: effect.path)
        // "agreed to allow the transit of X's goods" is agreed with X.
        if predicate.entry.event == .agree, effect.sign > 0, !isAgreement(effect.party.entity),
          context.claimModality == .asserted, view.lemma(predicate.token) == "agree"
        {
          pairwise(sources, [effect.party], weight: EventType.agree.intensity, predicate, context)
        }
      }
    }
  }

  /// "rejected the attempts of X", "blocked Y's bid": what is turned down is turned down to its owner.
  private mutating func codeOwners(
    of predicate: ChosenPredicate, _ sources: [Party], weight: Double, _ context: ClauseContext
  ) {
    guard weight > 0 else { return }
    // "ratified X's accession", "the ratification of X's bid": good for X.
    if predicate.entry.kind == .uphold {
      let contents =
        arguments.objects(of: predicate.token)
        + (predicate.entry.category == .noun ? effects.contents(of: predicate) : [])
      for content in contents where view.mention(headedBy: content) == nil {
        guard view.lexicon.isWord(view.word(content), .belonging) || view.lexicon.isWord(view.word(content), .attempts)
        else { continue }
        let owners = view.children(content, .possessive).filter { view.partOfSpeech($0) != .pronoun }
          .flatMap { arguments.parties(at: $0) }.filter { owner in
            !isAgreement(owner.entity) && !sources.contains { isSameSide($0.entity, owner.entity) }
          }
        stance(from: sources, to: owners, weight: weight, predicate, context, factor: 0.85, event: .support)
      }
      return
    }
    guard predicate.entry.kind == .reverse, predicate.entry.event == .reject, predicate.entry.category == .verb else {
      return
    }
    for object in arguments.objects(of: predicate.token)
    where view.mention(headedBy: object) == nil {
      // Of what is no proposal of anybody's only who plainly owns it: "rejected the League's involvement".
      let isAttempt = view.lexicon.isWord(view.word(object), .attempts)
      guard isAttempt || view.predicate(object) == nil else { continue }
      let named =
        isAttempt
        ? arguments.modifiers(of: object) : view.children(object, .possessive).flatMap { arguments.parties(at: $0) }
      let owners = named.filter { owner in
        !isAgreement(owner.entity) && !sources.contains { $0.entity == owner.entity }
          && !claims.contains {
            $0.kind == .stance && $0.target == owner.entity && $0.evidence.sentence == view.index
              && $0.source == sources[0].entity
          }
      }
      stance(
        from: sources, to: owners, weight: -weight, predicate, context, factor: 0.8, event: .reject)
    }
  }
}
