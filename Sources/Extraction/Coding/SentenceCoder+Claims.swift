import Diplomacy
import Linguistics
import Provenance

// Turning parties and weights into claims.

extension SentenceCoder {
  /// Whose judgment an evaluation in this place is: the speaker's, else the holder's of the text.
  func holders(in context: ClauseContext) -> [Party] {
    if let speakers = context.speakers.last, !speakers.isEmpty { return speakers }
    if view.textHolders.isEmpty, context.speakers.isEmpty { return voice() }
    return view.textHolders.map { Party(entity: $0, token: view.tree.root, directness: 0.8) }
  }

  /// Who says "we" and "our" in a sentence that is all quotation.
  private func voice() -> [Party] {
    for index in view.found.sentenceMentions[view.index] {
      let mention = view.found.mentions[index]
      guard mention.form == .pronoun, mention.isHolder, mention.entities.count == 1 else { continue }
      return [Party(entity: mention.entities[0], token: mention.head, directness: 0.8)]
    }
    return []
  }

  func targets(of predicate: ChosenPredicate) -> [Party] {
    if predicate.entry.category == .noun, arguments.agentsBesideOwner(of: predicate) != nil {
      return arguments.unique(
        view.children(predicate.token, .possessive).flatMap { arguments.parties(at: $0) })
    }
    for slot in predicate.entry.targets {
      let found = arguments.fillers(slot, of: predicate).flatMap { token -> [Party] in
        let parties = arguments.parties(at: token)
        if !parties.isEmpty { return parties }
        if let meant = meant(at: token, under: slot, of: predicate) { return [meant] }
        return view.isVerbal(token) ? arguments.subjectTokens(of: token).flatMap { arguments.parties(at: $0) } : []
      }
      if !found.isEmpty { return arguments.unique(found) }
    }
    // "warned of sanctions against X": whom the deed would befall.
    if predicate.entry.event == .threaten, predicate.entry.category == .verb {
      for slot in predicate.entry.targets {
        for token in arguments.fillers(slot, of: predicate) {
          guard let deed = view.predicate(token), deed.entry.category == .noun,
            (deed.entry.weight ?? deed.entry.event?.intensity ?? 0) < 0
          else { continue }
          let befallen = deed.entry.targets.flatMap { arguments.fillers($0, of: deed) }.filter { view.isNominal($0) }
            .flatMap { arguments.parties(at: $0) }
          if !befallen.isEmpty { return arguments.unique(befallen) }
        }
      }
    }
    // "repeated his accusation that X had lied": of whom the clause tells.
    if predicate.entry.category == .noun, predicate.entry.event == .accuse {
      let verb = view.relation(predicate.token) == .object ? view.head(predicate.token) : nil
      let clauses =
        view.children(predicate.token, .adnominalClause) + view.children(predicate.token, .clausalComplement)
        + (verb.map { view.children($0, .clausalComplement).filter { $0 > predicate.token } } ?? [])
      // "that" may have been read as a relative pronoun.
      let relatives = view.children(predicate.token, .relativeClause)
      for clause in clauses.filter({ clause in view.children(clause).contains { view.relation($0) == .marker } })
        + relatives.filter({ view.form($0 - 1) != "which" && !view.children($0, .nominalSubject).isEmpty })
      {
        let accused = arguments.unique(arguments.subjectTokens(of: clause).flatMap { arguments.parties(at: $0) })
        if !accused.isEmpty { return accused }
      }
    }
    // "made the remarks during a visit to Russia": whom one visits.
    if predicate.entry.category == .noun, predicate.entry.event == .consult, predicate.entry.name == "visit" {
      return view.children(predicate.token, .nominalModifier).filter { view.preposition(of: $0) == contexts.words.to }
        .flatMap { token -> [Party] in
          guard let mention = view.mention(headedBy: token), mention.isPlace, mention.entities.count == 1,
            view.found.entities[mention.entities[0].index].kind == .country
          else { return [] }
          return [Party(entity: mention.entities[0], token: token, directness: 0.8)]
        }
    }
    // "faces attacks from X", "suffered a defeat by X": whom the deed befalls.
    if predicate.entry.category == .noun, (predicate.entry.event?.intensity ?? 0) < -0.3,
      view.relation(predicate.token) == .object, let verb = view.head(predicate.token),
      arguments.isUndergone(by: verb)
    {
      return arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) })
    }
    // "seized a Greek tanker", "expelled Swedish diplomats": whose the object is.
    if predicate.entry.kind == .act, let noun = predicate.companionNoun {
      // "closed its ports": a pronoun there mostly stands for who acts.
      return arguments.modifiers(of: noun).filter { view.partOfSpeech($0.token) != .pronoun }
    }
    return []
  }

  /// "hit out at X", "furious at X", "rallied around X": what a word of judging or aiming takes is no place.
  func meant(at token: Int, under slot: Slot, of predicate: ChosenPredicate) -> Party? {
    guard case .preposition(let preposition) = slot,
      view.lexicon.isWord(preposition, .aiming)
        || preposition == view.lexicon.functionWords.in && isSeat(predicate.companionNoun),
      let mention = view.mention(headedBy: token), mention.isPlace,
      mention.entities.count == 1, view.found.entities[mention.entities[0].index].kind == .country
    else { return nil }
    switch predicate.entry.event {
    case .accuse, .support, .reject, .threaten: break
    // "suspended flights to X", "returned the works to X": what is sent there, or no longer is.
    case .sanction, .coerce, .retreat, .aid:
      guard preposition != view.lexicon.functionWords.at,
        predicate.companionNoun != nil || hasPlainObject(predicate.token)
      else {
        return nil
      }
    default: return nil
    }
    guard predicate.entry.kind == .evaluate || predicate.entry.kind == .act, predicate.entry.category != .noun else {
      return nil
    }
    return Party(entity: mention.entities[0], token: token, directness: 0.85)
  }

  /// "closed its embassy in X": what one state has in another for its sake.
  private func isSeat(_ noun: Int?) -> Bool {
    guard let noun else { return false }
    return ["embassy", "consulate", "mission", "legation"].contains(view.lemma(noun))
  }

  /// Whether a verb has an object that is none of those who act.
  private func hasPlainObject(_ verb: Int) -> Bool {
    view.children(verb, .object).contains { view.mention(headedBy: $0) == nil && view.partOfSpeech($0) != .pronoun }
  }

  func isAgreement(_ entity: ID<Entity>) -> Bool { view.found.entities[entity.index].kind == .agreement }

  func unnegated(_ context: ClauseContext) -> ClauseContext {
    var context = context
    context.isNegated = false
    context.isCancelled = false
    if context.modality == .requested { context.modality = .asserted }
    return context
  }

  /// The sign of an effect with a negation on the predicate itself left to the caller.
  func negationsInside(_ effect: Effect, of predicate: ChosenPredicate) -> Double {
    effect.path.first == "not" ? -effect.sign : effect.sign
  }

  func event(_ predicate: ChosenPredicate, sign: Double) -> EventType? {
    guard let event = predicate.entry.event else { return sign < 0 ? .reject : .support }
    return event.isConflict == (sign < 0) ? event : sign < 0 ? .reject : .support
  }

  mutating func stance(
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

  mutating func pairwise(
    _ first: [Party], _ second: [Party], weight: Double, _ predicate: ChosenPredicate, _ context: ClauseContext
  ) {
    func pair(_ a: Party, _ b: Party) {
      guard !isAgreement(a.entity), !isAgreement(b.entity) else { return }
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

  mutating func add(
    _ kind: ClaimKind, _ source: Party, _ target: Party, weight: Double, event: EventType?,
    _ predicate: ChosenPredicate, _ context: ClauseContext, factor: Double, path: [String], isSpeech: Bool
  ) {
    if weight > -0.5, isDomestic(source.entity, target.entity), !isQuarrel(source.entity, target.entity, weight) {
      return
    }
    let sentence = view.document.sentences[view.index]
    var speakers: [ID<Entity>] = []
    for group in context.speakers {
      for speaker in group where speaker.entity != source.entity && !speakers.contains(speaker.entity) {
        speakers.append(speaker.entity)
      }
    }
    if isSpeech { speakers = [] }
    let rule = Evidence.Reading(
      method: .rule, category: predicate.entry.category.rawValue, predicate: predicate.entry.name,
      // A path through the predicate itself begins with it.
      nested: Array(path.first == predicate.entry.name ? path.dropFirst() : path[...]), operators: context.operators
    ).text
    let modality = isSpeech ? .asserted : context.claimModality
    let composed = EventComposition.compose(event, weight: weight, modality: modality)
    let confidence = 0.85 * source.directness * target.directness * factor * context.certainty
    claims.append(
      Claim(
        kind: kind, source: source.entity, target: target.entity, event: composed.event,
        weight: min(1, max(-1, composed.weight)), modality: modality,
        attribution: speakers, date: dates.date(at: predicate.token, in: view), confidence: confidence,
        evidence: Evidence(
          document: view.document.metadata.id, sentence: view.index, span: sentence.span, cue: cue(predicate),
          rule: rule)))
  }

  /// A state and one of its own officials or bodies: "the president protects American workers" tells of no relation.
  func isDomestic(_ a: ID<Entity>, _ b: ID<Entity>) -> Bool {
    let (first, second) = (view.found.entities[a.index], view.found.entities[b.index])
    let isMixed =
      (first.kind == .country) != (second.kind == .country)
      || [first.kind, second.kind].contains(.official) && [first.kind, second.kind].contains(.organization)
    guard isMixed, let code = first.countryCode, code == second.countryCode else { return false }
    return !isArmedGroup(a) && !isArmedGroup(b)
  }

  /// "the president accused the central bank", "parliament rebuked the premier": a person and a body at odds at home.
  private func isQuarrel(_ a: ID<Entity>, _ b: ID<Entity>, _ weight: Double) -> Bool {
    weight <= -0.3 && view.found.entities[a.index].kind != .country && view.found.entities[b.index].kind != .country
  }

  func cue(_ predicate: ChosenPredicate) -> Span {
    var last = predicate.token
    if let noun = predicate.companionNoun, noun > last, noun - last < 6 { last = noun }
    return view.document.span(ofTokens: predicate.token..<last + 1)
  }
}
