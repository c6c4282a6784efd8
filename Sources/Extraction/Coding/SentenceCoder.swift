import Diplomacy
import Linguistics
import Provenance

/// Codes one sentence.
struct SentenceCoder {
  let view: SentenceView
  let arguments: Arguments
  let contexts: ContextReader
  let effects: Effects
  let dates: ClaimDates
  private(set) var claims: [Claim] = []
  /// Charges denied without saying whose: the text before tells.
  private(set) var rebuttals: [Rebuttal] = []

  /// A meeting of more parties than this is coded as a star around its first party instead of all pairs, so that
  /// a summit of twenty gives 19 edges and not 190.
  static let largestClique = 6

  init(view: SentenceView, words: OperatorWords, dates: ClaimDates) {
    self.view = view
    arguments = Arguments(view: view)
    contexts = ContextReader(view: view, arguments: arguments, words: words)
    effects = Effects(view: view, arguments: arguments, context: contexts)
    self.dates = dates
  }

  mutating func run() {
    for token in view.tokens {
      guard let predicate = view.predicate(token) else { continue }
      code(predicate)
    }
  }

  /// "Both governments deny the charges."
  struct Rebuttal {
    var source: Party
    var claim: Claim
  }

  /// A denial of a charge that names no accuser.
  private mutating func noteRebuttal(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, predicate.entry.event == .reject || predicate.entry.complement == .negated,
      !context.isNegated, !context.isCancelled
    else { return }
    let charges = arguments.objects(of: predicate.token).filter { token in
      view.mention(headedBy: token) == nil && arguments.modifiers(of: token).isEmpty
        && view.lexicon.entries(forWord: view.word(token)).contains { $0.category == .noun && $0.event == .accuse }
    }
    guard !charges.isEmpty else { return }
    let before = claims.count
    for source in arguments.sources(of: predicate) {
      add(
        .stance, source, source, weight: EventType.reject.intensity, event: .reject, predicate, context, factor: 0.85,
        path: [], isSpeech: false)
    }
    for claim in claims[before...] {
      rebuttals.append(Rebuttal(source: Party(entity: claim.source, token: predicate.token, directness: 1), claim: claim))
    }
    claims.removeSubrange(before...)
  }

  private mutating func code(_ predicate: ChosenPredicate) {
    let context = contexts.context(of: predicate.token)
    noteRebuttal(predicate, context)
    switch predicate.entry.kind {
    case .act: codeAct(predicate, context)
    case .mutual: codeMutual(predicate, context)
    case .evaluate: codeEvaluation(predicate, context)
    case .demand: codeDemand(predicate, context)
    case .reverse, .uphold: codeTurn(predicate, context)
    case .commit: codeCommitment(predicate, context)
    case .state: codeState(predicate, context)
    case .report, .modal, .cause, .light: break
    }
    codeWish(predicate, context)
  }

  // MARK: One-sided predicates

  /// "attacked", "sanctioned", "gave aid to", "sanctions against".
  private mutating func codeAct(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    let sources = arguments.sources(of: predicate)
    let targets = targets(of: predicate).filter { target in !sources.contains { $0.entity == target.entity } }
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
    if predicate.entry.event == .support || predicate.entry.event == .accuse { judgeGrounds(predicate, sources, context) }
    if weight < 0, predicate.entry.category == .verb { accuse(sources, predicate, context) }
    // An act upon an act: "imposed sanctions for the attack on Israel" needs no more; the inner noun codes itself.
  }

  /// "congratulated them on signing the pact": what someone is praised or blamed for is judged with them.
  private mutating func judgeGrounds(_ predicate: ChosenPredicate, _ sources: [Party], _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    for child in view.children(predicate.token) where view.relation(child) == .adverbialClause {
      let mark = view.preposition(of: child)
      guard ["for", "on", "over", "of"].contains(where: { view.lexicon.word($0) == mark && mark >= 0 }) else { continue }
      for effect in effects.effects(of: child) where isAgreement(effect.party.entity) {
        stance(
          from: sources, to: [effect.party], weight: weight * effect.sign, predicate, context, factor: 0.8,
          path: effect.path)
      }
    }
  }

  /// "welcomed Japan's efforts", "condemned the attack", "supports the treaty".
  private mutating func codeEvaluation(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    guard weight != 0 else { return }
    // "X is vital" is the speaker's judgment; "X is wary of Y" has a holder of its own.
    if predicate.entry.category == .adjective, predicate.entry.sources.isEmpty {
      return codeJudgment(predicate, context, weight: weight)
    }
    var sources = arguments.sources(of: predicate)
    if sources.isEmpty, predicate.entry.category == .noun { sources = context.speakers.last ?? [] }
    guard !sources.isEmpty else { return }
    var context = context
    var sign = 1.0
    // "does not support" is opposition of a weaker kind, not the absence of a claim.
    if context.isNegated {
      context.isNegated = false
      sign = -0.6
    }
    for content in effects.contents(of: predicate) {
      let actors = arguments.parties(at: content).filter { party in !sources.contains { $0.entity == party.entity } }
      stance(from: sources, to: actors, weight: weight * sign, predicate, context)
      guard view.mention(headedBy: content) == nil else { continue }
      for effect in effects.effects(of: content) where !sources.contains(where: { $0.entity == effect.party.entity }) {
        let isNamed = actors.contains { $0.entity == effect.party.entity }
        guard !isNamed, isAgreement(effect.party.entity) || abs(weight) >= 0.2 && !effect.isMutual else { continue }
        stance(
          from: sources, to: [effect.party], weight: weight * sign * effect.sign, predicate, context,
          factor: isAgreement(effect.party.entity) ? 0.9 : 0.7, path: effect.path)
      }
    }
  }

  /// "X is vital", "the illegal annexation": the judgment of whoever speaks.
  private mutating func codeJudgment(_ predicate: ChosenPredicate, _ context: ClauseContext, weight: Double) {
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
        let targets = holders.contains { $0.entity == effect.party.entity } ? [] : [effect.party]
        stance(
          from: holders, to: targets, weight: weight * sign * effect.sign, predicate, unnegated(context),
          factor: 0.8, path: effect.path)
      }
    }
  }

  /// "urged Seoul to keep the pact": pressure on Seoul, support for the pact.
  private mutating func codeDemand(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    var addressees: [Party] = []
    for slot in predicate.entry.targets where slot != .thatClause && slot != .infinitive {
      addressees = arguments.fillers(slot, of: predicate).filter { view.isNominal($0) && view.predicate($0) == nil }
        .flatMap { arguments.parties(at: $0) }
      if !addressees.isEmpty { break }
    }
    addressees = arguments.unique(addressees).filter { party in !sources.contains { $0.entity == party.entity } }
    if addressees.isEmpty {
      // "demands that X change its name".
      addressees = view.children(predicate.token, .clausalComplement)
        .flatMap { arguments.subjectTokens(of: $0) }.flatMap { arguments.parties(at: $0) }
        .filter { party in !sources.contains { $0.entity == party.entity } }
    }
    let pressured = addressees.filter { !isAgreement($0.entity) }
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
          !pressured.contains(where: { $0.entity == effect.party.entity }), !effect.path.isEmpty
        else { continue }
        let factor = isAgreement(effect.party.entity) ? 0.9 : 0.6
        stance(
          from: sources, to: [effect.party], weight: 0.4 * effect.sign, predicate, context, factor: factor,
          event: effect.sign > 0 ? .support : .accuse, path: effect.path)
      }
    }
  }

  /// "scrap the pact", "lift sanctions on Iran", "strengthen the alliance": a stance toward what is turned.
  private mutating func codeTurn(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    var sources = arguments.sources(of: predicate)
    if sources.isEmpty { sources = context.wishers.isEmpty && context.isDeontic ? [] : [] }
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
      let isDirect = predicate.entry.kind == .reverse || effect.path.count == 1 && !effect.isMutual
      guard isAgreement || isDirect else { continue }
      let composed = negationsInside(effect, of: predicate) * sign
      stance(
        from: sources, to: [effect.party], weight: weight * composed, predicate, context,
        factor: isAgreement ? 0.95 : 0.6, event: event(predicate, sign: composed), path: effect.path)
      if isAgreement, composed < 0, predicate.entry.category == .verb { accuse(sources, predicate, context) }
    }
  }

  /// "committed to the defense of Japan", "pledged to uphold the treaty".
  private mutating func codeCommitment(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !context.isRequested else { return }
    let sources = arguments.sources(of: predicate)
    guard !sources.isEmpty else { return }
    let weight = predicate.entry.weight ?? 0.3
    // "A and B commit to": a joint pledge is something they do together.
    if predicate.entry.category != .noun, sources.count > 1, sources.allSatisfy({ $0.directness == 1 }),
      !context.isNegated, !context.isCancelled, context.modality == .asserted
    {
      pairwise(sources, [], weight: EventType.agree.intensity, predicate, context)
    }
    for content in effects.contents(of: predicate) {
      for effect in effects.effects(of: content)
      where !sources.contains(where: { $0.entity == effect.party.entity }) && (!effect.isMutual || isAgreement(effect.party.entity)) {
        stance(
          from: sources, to: [effect.party], weight: abs(weight) * effect.sign, predicate, context, factor: 0.7,
          path: effect.path)
      }
    }
  }

  // MARK: Mutual predicates

  /// "met", "signed", "talks between", "dispute with".
  private mutating func codeMutual(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    let sides = sides(of: predicate)
    let everyone = arguments.unique(sides.first + sides.second)
    var agreements = everyone.filter { isAgreement($0.entity) }
    let first = sides.first.filter { !isAgreement($0.entity) }
    let second = sides.second.filter { party in
      !isAgreement(party.entity) && !first.contains { $0.entity == party.entity }
    }
    let parties = first + second
    if predicate.entry.category == .verb {
      // "agreed on the importance of the pact".
      for content in effects.contents(of: predicate) where view.mention(headedBy: content) == nil {
        for effect in effects.effects(of: content) where isAgreement(effect.party.entity) && effect.sign > 0 {
          if !agreements.contains(where: { $0.entity == effect.party.entity }) { agreements.append(effect.party) }
        }
      }
    }
    if weight >= 0 {
      if predicate.entry.category == .noun, isSoured(predicate.token) { return }
      guard !(context.isCancelled && predicate.entry.category == .verb) else { return }
      var context = context
      if context.isCancelled { context.isNegated = true }
      pairwise(first, second, weight: weight, predicate, context)
      // "signed the accord", "agreed on the pact": each backs it.
      for agreement in agreements where predicate.entry.category == .verb && !context.isNegated {
        stance(
          from: parties, to: [agreement], weight: max(0.4, weight), predicate, context, factor: 0.9, event: .support)
      }
    } else {
      // What is to be ended or avoided exists all the same.
      var context = context
      context.isCancelled = false
      if context.modality == .requested || context.modality == .planned { context.modality = .asserted }
      if second.isEmpty {
        for source in parties.prefix(Self.largestClique) {
          stance(
            from: [source], to: parties.filter { $0.entity != source.entity }, weight: weight, predicate, context,
            factor: 0.9)
        }
      } else {
        stance(from: first, to: second, weight: weight, predicate, context, factor: 0.9)
        stance(from: second, to: first, weight: weight, predicate, context, factor: 0.9)
      }
      if predicate.entry.category == .verb {
        for agreement in agreements {
          stance(from: parties, to: [agreement], weight: weight, predicate, context, factor: 0.8)
        }
      }
    }
  }

  /// Whether ties are said to be bad: "tense relations", "relations remain strained".
  private func isSoured(_ noun: Int) -> Bool {
    func isBad(_ token: Int) -> Bool {
      guard let entry = view.predicate(token)?.entry, entry.kind == .state || entry.kind == .evaluate else { return false }
      return (entry.weight ?? 0) < 0
    }
    for child in view.children(noun) where view.relation(child) == .adjectivalModifier && isBad(child) { return true }
    guard view.relation(noun) == .nominalSubject, let head = view.head(noun) else { return false }
    return isBad(head) || view.children(head).contains { view.relation($0) == .openComplement && isBad($0) }
  }

  /// The two sides of a mutual predicate: who does it, and with whom. The second side is empty where all stand on
  /// one: "A and B met", "talks between A and B".
  private func sides(of predicate: ChosenPredicate) -> (first: [Party], second: [Party]) {
    var first: [Party] = []
    var second: [Party] = []
    func parties(_ slot: Slot) -> [Party] {
      arguments.fillers(slot, of: predicate).filter { token in
        if view.mention(headedBy: token) != nil { return true }
        // "with ASEAN members": who stands in a relation, not what happens.
        if let kind = view.predicate(token)?.entry.kind, kind != .state { return false }
        return view.isNominal(token) || view.partOfSpeech(token) == .adjective
      }.flatMap { arguments.parties(at: $0) }
    }
    if predicate.entry.category == .verb {
      first = arguments.sources(of: predicate)
      for slot in predicate.entry.targets where slot != .thatClause && slot != .infinitive { second += parties(slot) }
      return (arguments.unique(first), arguments.unique(second))
    }
    for slot in predicate.entry.sources + [.between, .possessive, .adjectival] {
      guard slot != .subject, slot != .object else { continue }
      first += parties(slot)
    }
    for slot in predicate.entry.targets where slot != .between && !predicate.entry.sources.contains(slot) {
      second += parties(slot)
    }
    first = arguments.unique(first)
    // "efforts to strengthen cooperation with the U.S.", "held talks with": the other side is who does it. Whoever
    // speaks of a conflict without naming a side of it is not one of its sides.
    let isConflict = (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) < 0
    if first.isEmpty || first.count + second.count < 2, !(isConflict && second.isEmpty) {
      first = arguments.unique(first + carriers(of: predicate.token))
    }
    return (first, arguments.unique(second))
  }

  /// Who carries an event noun in the clause: the subject of its verb, the owner of the noun above it.
  private func carriers(of noun: Int) -> [Party] {
    guard let head = view.head(noun) else { return [] }
    switch view.relation(noun) {
    case .object, .oblique, .openComplement, .passiveSubject:
      guard view.isVerbal(head) else { return [] }
      if let governor = view.predicate(head), governor.entry.kind == .demand || governor.entry.kind == .evaluate { return [] }
      return arguments.subjectTokens(of: head).flatMap { arguments.parties(at: $0) }
    case .nominalModifier:
      return arguments.nounActors(of: head).flatMap { arguments.parties(at: $0) }
    case .conjunct: return carriers(of: head)
    default: return []
    }
  }

  /// "relations remain tense", "X and Y are allies".
  private mutating func codeState(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? 0
    guard weight != 0 else { return }
    var parties: [Party] = []
    for token in arguments.subjectTokens(of: predicate.token) {
      if let noun = view.predicate(token), noun.entry.kind == .mutual {
        let sides = sides(of: noun)
        parties += sides.first + sides.second
      } else {
        parties += arguments.parties(at: token)
      }
    }
    if view.relation(predicate.token) == .adjectivalModifier, let noun = view.head(predicate.token) {
      guard let mutual = view.predicate(noun), mutual.entry.kind == .mutual, (mutual.entry.weight ?? 0) * weight < 0
      else { return }
      let sides = sides(of: mutual)
      parties += sides.first + sides.second
    }
    for slot in predicate.entry.targets {
      parties += arguments.fillers(slot, of: predicate).filter { view.isNominal($0) }.flatMap { arguments.parties(at: $0) }
    }
    parties = arguments.unique(parties).filter { !isAgreement($0.entity) }
    guard parties.count > 1 else { return codeJudgment(predicate, context, weight: weight) }
    if weight > 0 {
      pairwise(parties, [], weight: weight, predicate, context)
    } else {
      for source in parties.prefix(Self.largestClique) {
        stance(from: [source], to: parties.filter { $0.entity != source.entity }, weight: weight, predicate, context)
      }
    }
  }

  // MARK: What speakers wish and allege

  /// "agreed that the pact should not be scrapped": whoever agrees or says so stands for the pact.
  private mutating func codeWish(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard context.isDeontic || !context.wishers.isEmpty else { return }
    let holders = context.wishers.isEmpty ? holders(in: context) : context.wishers
    guard !holders.isEmpty, [.reverse, .uphold, .act, .mutual].contains(predicate.entry.kind) else { return }
    for effect in effects.effects(of: predicate.token) {
      guard isAgreement(effect.party.entity) || context.isDeontic else { continue }
      stance(
        from: holders.filter { $0.entity != effect.party.entity }, to: [effect.party], weight: 0.4 * effect.sign,
        predicate, unnegated(context), factor: isAgreement(effect.party.entity) ? 0.9 : 0.6,
        event: effect.sign > 0 ? .support : .accuse, path: effect.path)
    }
  }

  /// "A said B violated the truce" is also A's accusation of B.
  private mutating func accuse(_ actors: [Party], _ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard let speakers = context.speakers.last, !speakers.isEmpty, !context.isNegated, !context.isCancelled else { return }
    guard context.modality == .asserted else { return }
    for actor in actors where !speakers.contains(where: { $0.entity == actor.entity }) {
      stance(
        from: speakers, to: [actor], weight: EventType.accuse.intensity, predicate, context, factor: 0.6,
        event: .accuse, isSpeech: true)
    }
  }

  // MARK: Claims

  /// Whose judgment an evaluation in this place is: the speaker's, else the holder's of the text.
  private func holders(in context: ClauseContext) -> [Party] {
    if let speakers = context.speakers.last, !speakers.isEmpty { return speakers }
    if let holder = view.textHolder {
      return [Party(entity: holder, token: view.tree.root, directness: 0.8)]
    }
    return []
  }

  private func targets(of predicate: ChosenPredicate) -> [Party] {
    for slot in predicate.entry.targets {
      let found = arguments.fillers(slot, of: predicate).flatMap { token -> [Party] in
        let parties = arguments.parties(at: token)
        if !parties.isEmpty { return parties }
        return view.isVerbal(token) ? arguments.subjectTokens(of: token).flatMap { arguments.parties(at: $0) } : []
      }
      if !found.isEmpty { return arguments.unique(found) }
    }
    return []
  }

  private func isAgreement(_ entity: ID<Entity>) -> Bool { view.found.entities[entity.index].kind == .agreement }

  private func unnegated(_ context: ClauseContext) -> ClauseContext {
    var context = context
    context.isNegated = false
    context.isCancelled = false
    if context.modality == .requested { context.modality = .asserted }
    return context
  }

  /// The sign of an effect with a negation on the predicate itself left to the caller.
  private func negationsInside(_ effect: Effect, of predicate: ChosenPredicate) -> Double {
    effect.path.first == "not" ? -effect.sign : effect.sign
  }

  private func event(_ predicate: ChosenPredicate, sign: Double) -> EventType? {
    guard let event = predicate.entry.event else { return sign < 0 ? .reject : .support }
    return event.isConflict == (sign < 0) ? event : sign < 0 ? .reject : .support
  }

  private mutating func stance(
    from sources: [Party], to targets: [Party], weight: Double, _ predicate: ChosenPredicate, _ context: ClauseContext,
    factor: Double = 1, event: EventType? = nil, path: [String] = [], isSpeech: Bool = false
  ) {
    guard weight != 0 else { return }
    for source in sources where !isAgreement(source.entity) {
      for target in targets where target.entity != source.entity {
        add(
          .stance, source, target, weight: weight, event: event ?? self.event(predicate, sign: weight), predicate,
          context, factor: factor, path: path, isSpeech: isSpeech)
      }
    }
  }

  private mutating func pairwise(
    _ first: [Party], _ second: [Party], weight: Double, _ predicate: ChosenPredicate, _ context: ClauseContext
  ) {
    func pair(_ a: Party, _ b: Party) {
      add(
        .cooperation, a, b, weight: max(weight, 0.1), event: predicate.entry.event, predicate, context, factor: 1,
        path: [], isSpeech: false)
    }
    if second.isEmpty {
      let isStar = first.count > Self.largestClique
      for (i, a) in first.enumerated() {
        for b in first.dropFirst(i + 1) where !isStar || i == 0 { pair(a, b) }
      }
    } else {
      for a in first.prefix(Self.largestClique) {
        for b in second { pair(a, b) }
      }
    }
  }

  private mutating func add(
    _ kind: ClaimKind, _ source: Party, _ target: Party, weight: Double, event: EventType?,
    _ predicate: ChosenPredicate, _ context: ClauseContext, factor: Double, path: [String], isSpeech: Bool
  ) {
    let sentence = view.document.sentences[view.index]
    var speakers: [ID<Entity>] = []
    for group in context.speakers {
      for speaker in group where speaker.entity != source.entity && !speakers.contains(speaker.entity) {
        speakers.append(speaker.entity)
      }
    }
    if isSpeech { speakers = [] }
    let rule = ([predicate.entry.category.rawValue + ":" + predicate.entry.name] + path.dropFirst() + context.operators)
      .joined(separator: " ")
    let modality = isSpeech ? .asserted : context.claimModality
    let composed = EventComposition.compose(event, weight: weight, modality: modality)
    let confidence = 0.85 * source.directness * target.directness * factor * context.certainty
    claims.append(
      Claim(
        kind: kind, source: source.entity, target: target.entity, event: composed.event,
        weight: min(1, max(-1, composed.weight)), modality: modality,
        attribution: speakers, date: dates.date(at: predicate.token), confidence: confidence,
        evidence: Evidence(
          document: view.document.metadata.id, sentence: view.index, span: sentence.span, cue: cue(predicate),
          rule: rule)))
  }

  private func cue(_ predicate: ChosenPredicate) -> Span {
    var last = predicate.token
    if let noun = predicate.companionNoun, noun > last, noun - last < 6 { last = noun }
    return view.document.span(ofTokens: predicate.token..<last + 1)
  }
}
