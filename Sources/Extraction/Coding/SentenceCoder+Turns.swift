import Diplomacy
import Linguistics

// Predicates that end or further what they are about, and pledges to.

extension SentenceCoder {
  /// "scrap the pact", "lift sanctions on Iran", "strengthen the alliance": a stance toward what is turned.
  mutating func codeTurn(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    if isDecline(predicate.token) { codeState(predicate, context) }
    // "X left Egypt on Sunday": people and troops go, and states stay where they are.
    if isDeparture(predicate) { return }
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
      // "left Chad for Libya": out of a country one travels.
      if predicate.entry.name == "leave", view.found.entities[effect.party.entity.index].kind == .country { continue }
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
    // "cancelled a visit to X": where one was to go.
    if predicate.entry.kind == .reverse, predicate.entry.event == .reject, predicate.companionNoun != nil,
      predicate.entry.targets.contains(.preposition(contexts.words.to))
    {
      let places = arguments.fillers(.preposition(contexts.words.to), of: predicate)
        .filter { view.mention(headedBy: $0)?.isPlace ?? false }
        .flatMap { arguments.countries(at: $0, directness: 0.85) }
      stance(
        from: sources, to: opposite(sources, among: places, above: 0.7), weight: -weight * sign, predicate, context,
        factor: 0.85)
    }
    codeOwners(of: predicate, sources, weight: weight * sign, context)
  }

  private static let departing: Set = ["leave", "depart", "exit", "quit", "vacate"]

  /// A verb of leaving with a country for its object.
  private func isDeparture(_ predicate: ChosenPredicate) -> Bool {
    guard predicate.entry.kind == .reverse, predicate.entry.category == .verb, predicate.entry.companions.isEmpty,
      Self.departing.contains(view.lemma(predicate.token))
    else { return false }
    let objects = arguments.objects(of: predicate.token)
    return !objects.isEmpty
      && objects.allSatisfy { token in
        view.mention(headedBy: token)?.entities.allSatisfy { view.found.entities[$0.index].kind == .country } ?? false
      }
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
