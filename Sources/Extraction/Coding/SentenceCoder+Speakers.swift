import Diplomacy
import Linguistics
import Provenance

// What those who are quoted wish, allege and deny.

extension SentenceCoder {
  /// "agreed that the pact should not be scrapped": whoever agrees or says so stands for the pact.
  mutating func codeWish(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard context.isDeontic || !context.wishers.isEmpty else { return }
    let holders = context.wishers.isEmpty ? holders(in: context) : context.wishers
    guard !holders.isEmpty, [.reverse, .uphold, .act, .mutual].contains(predicate.entry.kind),
      // "should be kept out of the summit": the occasion is only named.
      predicate.entry.category == .verb || predicate.entry.event != .consult
    else { return }
    for effect in effects.effects(of: predicate.token) {
      guard isAgreement(effect.party.entity) || context.isDeontic else { continue }
      stance(
        from: holders.filter {
          $0.entity != effect.party.entity && !isOneSide($0.entity, effect.party.entity)
            || isAgreement(effect.party.entity)
        }, to: [effect.party], weight: 0.4 * effect.sign,
        predicate, unnegated(context), factor: isAgreement(effect.party.entity) ? 0.9 : 0.6,
        event: effect.sign > 0 ? .support : .accuse, path: effect.path)
    }
  }

  /// "A said B must withdraw its troops": pressure on B.
  mutating func codeExhortation(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard context.isDeontic, isSaidOutright(predicate.token), predicate.entry.category == .verb,
      !view.hasPassiveSubject(predicate.token), !isEnjoyment(predicate.token),
      [.act, .reverse, .uphold, .mutual, .light, .evaluate, .commit].contains(predicate.entry.kind)
    else { return }
    // Of an official whose country is not known it cannot be told whether the country is another.
    let holders = holders(in: context).filter { party in
      let entity = view.found.entities[party.entity.index]
      return entity.kind != .official || entity.countryCode != nil
    }
    guard !holders.isEmpty else { return }
    let subjects = arguments.unique(arguments.subjectTokens(of: predicate.token).flatMap { arguments.parties(at: $0) })
    // Those who count themselves in ask nothing of others.
    guard subjects.allSatisfy({ subject in !holders.contains { isOneSide($0.entity, subject.entity) } }) else { return }
    stance(
      from: holders, to: subjects.filter { !isAgreement($0.entity) && $0.directness > 0.8 },
      weight: EventType.request.intensity, predicate, unasserted(context), factor: 0.75, event: .request,
      isSpeech: true)
  }

  /// Whether a clause is what a verb of speech says, or the whole sentence: not what a notice or a rule says.
  private func isSaidOutright(_ verb: Int) -> Bool {
    guard let head = view.head(view.firstConjunct(verb)) else { return true }
    switch view.relation(view.firstConjunct(verb)) {
    case .clausalComplement, .parataxis: return view.predicate(head)?.entry.kind == .report
    default: return false
    }
  }

  /// The same actor, or an official or a body and the country served.
  private func isOneSide(_ a: ID<Entity>, _ b: ID<Entity>) -> Bool {
    if a == b { return true }
    let (first, second) = (view.found.entities[a.index], view.found.entities[b.index])
    return first.countryCode != nil && first.countryCode == second.countryCode
  }

  /// "A said scrapping the pact would send the wrong signal": who speaks of what comes of it stands for the pact.
  mutating func codeConsequence(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard let speakers = context.speakers.last, !speakers.isEmpty,
      predicate.entry.category == .verb
        || view.children(predicate.token).contains(where: { view.relation($0) == .copula })
    else { return }
    let sign: Double
    switch predicate.entry.kind {
    case .reverse: sign = -1
    case .uphold: sign = 1
    case .act, .evaluate: sign = (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) < 0 ? -1 : 1
    default: return
    }
    for token in view.children(predicate.token) {
      guard [.nominalSubject, .clausalSubject].contains(view.relation(token)),
        predicate.entry.category == .verb || view.relation(token) == .clausalSubject
      else { continue }
      let sign = sendsWrongSignal(predicate) ? -1 : sign
      for effect in effects.effects(of: token) where isAgreement(effect.party.entity) {
        stance(
          from: speakers, to: [effect.party], weight: 0.3 * sign * effect.sign * (context.isNegated ? -1 : 1),
          predicate,
          unasserted(context), factor: 0.75, event: sign * effect.sign > 0 ? .support : .accuse, path: effect.path,
          isSpeech: true)
      }
    }
  }

  /// "would send the wrong signal": the adjective decides whether what is sent is bad.
  private func sendsWrongSignal(_ predicate: ChosenPredicate) -> Bool {
    let objects = arguments.objects(of: predicate.token) + (predicate.companionNoun.map { [$0] } ?? [])
    return objects.contains { object in
      view.children(object, .adjectivalModifier).contains {
        ["wrong", "bad", "dangerous", "negative", "false"].contains(view.lemma($0))
      }
    }
  }

  private func unasserted(_ context: ClauseContext) -> ClauseContext {
    var context = unnegated(context)
    context.modality = .asserted
    return context
  }

  /// "A said B violated the truce" is also A's accusation of B.
  mutating func accuse(_ actors: [Party], _ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isNegated, !context.isCancelled, context.modality == .asserted else { return }
    // What a government's own text tells of others' hostile deeds it holds against them.
    let speakers = holders(in: context)
    for actor in actors where !speakers.contains(where: { isSameSide($0.entity, actor.entity) }) {
      stance(
        from: speakers, to: [actor], weight: EventType.accuse.intensity, predicate, context, factor: 0.6,
        event: .accuse, isSpeech: true)
    }
  }
}
