import Diplomacy
import Linguistics
import Provenance

// What one asks of others.

extension SentenceCoder {
  /// "urged Seoul to keep the pact": pressure on Seoul, support for the pact.
  mutating func codeDemand(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    // "asked whether X would pledge" asks for an answer.
    if isQuestion(predicate) { return }
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
}
