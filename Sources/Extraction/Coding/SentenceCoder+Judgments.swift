import Diplomacy
import Linguistics

// What speakers and actors hold against, or in favor of, others by how they name and answer their deeds.

extension SentenceCoder {
  /// "another example of X's flagrant disrespect", "responded to X's provocations": a bad deed named as somebody's own.
  mutating func codeOwnedDeed(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.mention(headedBy: noun) == nil, isBadDeed(noun) || isAnswered(noun)
    else { return }
    let owners = deedOwners(of: noun)
    guard !owners.isEmpty, let predicate = anyCue(at: noun) else { return }
    if let (verb, actors) = answerers(of: noun) {
      let context = contexts.context(of: verb)
      guard !context.isNegated, !context.isCancelled, context.modality != .hypothetical, !context.isRequested else {
        return
      }
      let sources = actors.filter { actor in
        !isAgreement(actor.entity) && !owners.contains { isSameSide($0.entity, actor.entity) }
      }
      stance(from: sources, to: owners, weight: -0.3, predicate, context, factor: 0.8, event: .reject)
      return
    }
    let context = contexts.context(of: noun)
    guard !context.isNegated, !context.isCancelled, !context.isRequested, context.modality != .hypothetical else {
      return
    }
    // Of several who speak the last said it; whoever is denounced for it does not.
    let judges = holders(in: context).filter { judge in
      judge.directness > 0.7 && !isAgreement(judge.entity)
        && !owners.contains { isSameSide($0.entity, judge.entity) }
    }
    stance(
      from: judges, to: owners, weight: EventType.accuse.intensity, predicate, unnegated(context), factor: 0.65,
      event: .accuse, isSpeech: true)
  }

  /// A noun that nobody uses of what he thinks well of: "aggression", "provocations", "disrespect".
  private func isBadDeed(_ noun: Int) -> Bool {
    if view.lexicon.isWord(view.word(noun), .misdeeds) { return true }
    // "flagrant violations": an epithet makes a bad deed of a violation.
    let isHarmful = view.lexicon.entries(forWord: view.word(noun)).contains { entry in
      entry.category == .noun && entry.companions.isEmpty && (entry.weight ?? entry.event?.intensity ?? 0) <= -0.3
        && (entry.kind == .act && (entry.event == .assault || entry.event == .coerce)
          || entry.kind == .evaluate && entry.event == .accuse)
    }
    return isHarmful
  }

  /// "in response to X's launch": what is answered is somebody's deed, if it is no plea.
  private func isAnswered(_ noun: Int) -> Bool {
    guard view.relation(noun) == .nominalModifier, let answer = view.head(noun),
      view.lexicon.isWord(view.word(answer), .answers), view.preposition(of: answer) == view.lexicon.functionWords.in
    else { return false }
    // A response may be to a plea; retaliation and protest are for nothing good.
    return view.lexicon.isWord(view.word(noun), .deeds) || !view.lexicon.isWord(view.word(answer), .answering)
  }

  /// Whose deed a noun is: its owner, or its adjective of origin.
  private func deedOwners(of noun: Int) -> [Party] {
    var result: [Party] = []
    for child in view.children(noun) {
      switch view.relation(child) {
      case .possessive where view.partOfSpeech(child) != .pronoun: result += arguments.parties(at: child)
      case .adjectivalModifier:
        guard let mention = view.mention(headedBy: child), mention.entities.count == 1,
          view.found.entities[mention.entities[0].index].kind == .country
        else { continue }
        result += arguments.parties(at: child)
      // "an aggression from the government of X", "provocations by X".
      case .nominalModifier:
        let words = view.lexicon.functionWords
        guard [words.by, words.from].contains(view.preposition(of: child)),
          view.lexicon.isWord(view.word(noun), .misdeeds)
        else { continue }
        result += arguments.parties(at: child).map {
          Party(entity: $0.entity, token: $0.token, directness: $0.directness > 0.8 ? 1 : $0.directness)
        }
      default: continue
      }
    }
    return arguments.unique(result).filter { $0.directness == 1 && !isAgreement($0.entity) }
  }

  /// The verb that answers a deed, and who does: "countered X's coercion", "in response to X's raids".
  private func answerers(of noun: Int) -> (verb: Int, actors: [Party])? {
    let first = view.firstConjunct(noun)
    guard let head = view.head(first) else { return nil }
    switch view.relation(first) {
    case .object, .oblique:
      guard view.isVerbal(head), view.lexicon.isWord(view.word(head), .countering) else { return nil }
      let actors = arguments.unique(arguments.subjectTokens(of: head).flatMap { arguments.parties(at: $0) })
      return actors.isEmpty ? nil : (head, actors)
    case .nominalModifier:
      // "in response to", "in retaliation for".
      let words = view.lexicon.functionWords
      guard view.lexicon.isWord(view.word(head), .answers), view.preposition(of: head) == words.in else { return nil }
      var token = head
      for _ in 0..<6 {
        guard let above = view.head(token) else { return nil }
        token = above
        guard view.isVerbal(token) else { continue }
        let actors = arguments.unique(arguments.subjectTokens(of: token).flatMap { arguments.parties(at: $0) })
        if !actors.isEmpty { return (token, actors) }
      }
      return nil
    default: return nil
    }
  }

  /// "ready to work with X", "hopes to deepen ties with X": who wishes to do things together is well disposed.
  mutating func codeReadiness(
    _ predicate: ChosenPredicate, from first: [Party], to second: [Party], _ context: ClauseContext
  ) {
    guard !context.isNegated, !context.isCancelled, !context.isRequested,
      context.modality == .planned || context.modality == .hypothetical,
      context.operators.contains(where: { Self.willing.contains($0) }), !context.operators.contains("if")
    else { return }
    var context = context
    context.modality = .asserted
    // "said his country was ready to work with X": he is as well disposed as it is.
    let voices = (context.speakers.last ?? []).filter { speaker in
      first.contains { isSameSide($0.entity, speaker.entity) && $0.entity != speaker.entity }
    }
    stance(
      from: first.filter { $0.directness > 0.7 } + voices,
      to: second.filter { $0.directness > 0.7 && !isAgreement($0.entity) },
      weight: 0.3, predicate, context, factor: 0.8, event: .support)
  }

  /// Names of the predicates that tell of good will rather than of a plan.
  private static let willing: Set = [
    "ready", "willing", "eager", "keen", "hope", "hope to", "wish", "want", "want to", "seek", "seek to", "stand ready",
    "desire", "aspire", "aspire to", "strive", "prepared", "interested", "happy", "glad", "determined",
    "committed", "commit to", "like", "readiness", "willingness", "wish to", "desire to", "would like",
  ]

  /// "rules out tanks for X", "approved $2 million for X": what is given or denied for somebody's good.
  mutating func codeBenefit(_ verb: Int) {
    guard view.partOfSpeech(verb) == .verb else { return }
    let word = view.word(verb)
    let isGranting = view.lexicon.isWord(word, .granting)
    guard isGranting || view.lexicon.isWord(word, .withholding) else { return }
    let words = view.lexicon.functionWords
    var beneficiaries: [Party] = []
    for object in arguments.objects(of: verb)
    where view.mention(headedBy: object) == nil && view.head(object) == verb {
      // "denied that it had supplied weapons" denies nobody any.
      guard isGift(object), !(verb + 1..<max(object, verb + 1)).contains(where: { view.relation($0) == .marker }) else {
        continue
      }
      for child in Array(view.children(object)) + Array(view.children(verb)) {
        guard child > object, [.nominalModifier, .oblique].contains(view.relation(child)),
          view.preposition(of: child) == words.for || view.preposition(of: child) == contexts.words.to
        else { continue }
        beneficiaries += arguments.parties(at: child).filter {
          $0.directness == 1 && !isAgreement($0.entity)
        }
      }
    }
    let isPlaced = beneficiaries.isEmpty && isGranting && view.predicate(verb)?.entry.event != .aid
    if isPlaced, arguments.objects(of: verb).contains(where: { view.mention(headedBy: $0) == nil && isGift($0) }) {
      let givers = arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }
      beneficiaries = relieved(by: verb, givers)
    }
    guard !beneficiaries.isEmpty, let predicate = anyCue(at: verb) else { return }
    let context = contexts.context(of: verb)
    guard context.modality == .asserted || context.modality == .planned, !context.isRequested else { return }
    let isUndone = context.isNegated || context.isCancelled
    let sources = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
      source in
      !isAgreement(source.entity) && !beneficiaries.contains { isSameSide($0.entity, source.entity) }
    }
    stance(
      from: sources, to: arguments.unique(beneficiaries), weight: isGranting != isUndone ? 0.4 : -0.3, predicate,
      unnegated(context), factor: 0.8, event: isGranting != isUndone ? .aid : .reject)
  }

  /// What is given to be of use: money, arms, goods, packages of them.
  func isGift(_ noun: Int) -> Bool {
    if view.lexicon.isWord(view.word(noun), .goods) { return true }
    switch view.document.tokens.pennTag[noun] {
    case .cardinalNumber, .symbol: return true
    default: break
    }
    if view.lemma(noun) == "dollar" || view.lemma(noun) == "euro" || view.lemma(noun) == "$" { return true }
    let of = view.lexicon.functionWords.of
    return view.lexicon.isWord(view.word(noun), .quantities)
      && view.children(noun).contains {
        (view.relation($0) == .nominalModifier && view.preposition(of: $0) == of || view.relation($0) == .compound)
          && view.lexicon.isWord(view.word($0), .goods)
      }
  }

  /// "all responsibility lies with X": whoever says so blames X.
  mutating func codeBlame(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.lexicon.isWord(view.word(noun), .blame),
      view.relation(noun) == .nominalSubject, let verb = view.head(noun),
      ["lie", "rest", "fall", "belong", "be"].contains(view.lemma(verb)),
      let predicate = anyCue(at: noun)
    else { return }
    let words = view.lexicon.functionWords
    let blamed = view.children(verb).filter {
      [.oblique, .nominalModifier].contains(view.relation($0))
        && [words.with, words.on, contexts.words.to].contains(view.preposition(of: $0))
    }.flatMap { arguments.parties(at: $0) }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted else { return }
    let judges = holders(in: context).filter { judge in
      !blamed.contains { isSameSide($0.entity, judge.entity) }
    }
    stance(
      from: judges, to: blamed.filter { !isAgreement($0.entity) }, weight: EventType.accuse.intensity, predicate,
      context, factor: 0.8, event: .accuse, isSpeech: true)
  }

  /// "were in breach of the treaty", "acts in line with the accord": against or for the agreement.
  mutating func codeConformity(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.preposition(of: noun) == view.lexicon.functionWords.in,
      view.mention(headedBy: noun) == nil
    else { return }
    let isBreach = view.lexicon.isWord(view.word(noun), .breaches)
    guard isBreach || view.lexicon.isWord(view.word(noun), .conformity), let predicate = anyCue(at: noun) else {
      return
    }
    // "of the spirit of the pact", "of its commitments under the accord".
    var agreements: [Party] = []
    var front = [noun]
    for _ in 0..<3 {
      front = front.flatMap { token in
        view.children(token).filter { [.nominalModifier, .oblique].contains(view.relation($0)) && $0 > noun }
      }
      agreements += front.flatMap { arguments.parties(at: $0) }.filter { isAgreement($0.entity) }
      if !agreements.isEmpty || front.isEmpty { break }
    }
    guard !agreements.isEmpty else { return }
    var actors: [Party] = []
    var top = noun
    if view.children(noun).contains(where: { view.relation($0) == .copula }) {
      actors = arguments.subjectTokens(of: noun).flatMap { arguments.parties(at: $0) }
    } else {
      for _ in 0..<5 where actors.isEmpty {
        guard let head = view.head(top) else { break }
        top = head
        if view.isVerbal(top) { actors = arguments.subjectTokens(of: top).flatMap { arguments.parties(at: $0) } }
      }
    }
    actors = arguments.unique(actors).filter { !isAgreement($0.entity) && $0.directness > 0.7 }
    let context = contexts.context(of: top)
    guard !actors.isEmpty, context.claimModality == .asserted, !context.isRequested else { return }
    stance(
      from: actors, to: arguments.unique(agreements), weight: isBreach ? -0.4 : 0.4, predicate, context, factor: 0.8,
      event: isBreach ? .reject : .support)
    guard isBreach else { return }
    let judges = holders(in: context).filter { judge in
      !isAgreement(judge.entity) && !actors.contains { isSameSide($0.entity, judge.entity) }
    }
    stance(
      from: judges, to: actors, weight: EventType.accuse.intensity, predicate, context, factor: 0.75, event: .accuse,
      isSpeech: true)
  }

  /// "to the dismay of X, Y backed": X takes it ill, or well, of Y.
  mutating func codeFeeling(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.relation(noun) == .oblique,
      view.preposition(of: noun) == contexts.words.to, view.mention(headedBy: noun) == nil,
      let verb = topVerb(above: noun),
      let entry = view.lexicon.entries(forWord: view.word(noun)).first(where: {
        $0.category == .noun && $0.companions.isEmpty && [.accuse, .support, .reject].contains($0.event)
      }), let weight = entry.weight, view.lexicon.isWord(view.word(noun), .feelings)
    else { return }
    let of = view.lexicon.functionWords.of
    let feeling = view.children(noun).filter {
      view.relation($0) == .possessive && view.partOfSpeech($0) != .pronoun
        || view.relation($0) == .nominalModifier && view.preposition(of: $0) == of
    }.flatMap { arguments.parties(at: $0) }
    let doers = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
      doer in !isAgreement(doer.entity) && !feeling.contains { isSameSide($0.entity, doer.entity) }
    }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted || context.claimModality == .planned else { return }
    stance(
      from: feeling.filter { !isAgreement($0.entity) }, to: doers, weight: weight,
      ChosenPredicate(token: noun, entry: entry, boundArguments: [], companionNoun: nil), context, factor: 0.8)
  }

  /// "must never be allowed to acquire it": whoever says so holds it against whom it is denied.
  mutating func codeBar(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, context.isNegated,
      view.lexicon.isWord(view.word(predicate.token), .permitting), view.hasPassiveSubject(predicate.token),
      contexts.hasNegation(predicate.token),
      view.children(predicate.token).contains(where: { view.relation($0) == .auxiliary && view.lemma($0) != "have" }),
      view.children(predicate.token).contains(where: { view.relation($0) == .openComplement })
    else { return }
    let barred = arguments.objects(of: predicate.token).flatMap { arguments.parties(at: $0) }
    let speakers = holders(in: context)
    var context = unnegated(context)
    context.modality = .asserted
    stance(
      from: speakers, to: opposite(speakers, among: barred, above: 0.8), weight: EventType.accuse.intensity, predicate,
      context, factor: 0.8, event: .accuse, isSpeech: true)
  }

  /// The verb that a phrase hangs on, or the one that governs its infinitive: "refused to sign, to the anger of X".
  private func topVerb(above phrase: Int) -> Int? {
    guard var verb = view.head(phrase), view.isVerbal(verb) else { return nil }
    for _ in 0..<3 where view.relation(verb) == .openComplement {
      guard let head = view.head(verb), view.isVerbal(head) else { break }
      verb = head
    }
    return verb
  }

  /// "let X open an office", "allowed X to use its bases": a favor, and its refusal none.
  mutating func codePermission(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .permitting),
      !context.isRequested, !context.isCancelled, context.modality == .asserted || context.modality == .planned,
      !view.hasPassiveSubject(predicate.token),
      view.children(predicate.token).contains(where: { clause in
        clause > predicate.token && view.isVerbal(clause)
          && [.openComplement, .clausalComplement, .adverbialClause].contains(view.relation(clause))
          && view.preposition(of: clause) < 0 || view.isInfinitive(clause) && view.head(clause) == predicate.token
      })
    else { return }
    let favored = arguments.objects(of: predicate.token).filter { view.partOfSpeech($0) != .pronoun }.flatMap {
      arguments.parties(at: $0)
    }.filter {
      $0.directness == 1 && !isAgreement($0.entity)
    }
    let sources = arguments.sources(of: predicate).filter { source in
      source.directness > 0.7 && !isAgreement(source.entity)
        && !favored.contains { isSameSide($0.entity, source.entity) }
    }
    stance(
      from: sources, to: favored, weight: context.isNegated ? -0.3 : 0.3, predicate, unnegated(context), factor: 0.8,
      event: context.isNegated ? .reject : .support)
  }

  /// "threatened to retaliate if X joined": the threat is to X.
  mutating func codeConditionalThreat(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .threatening),
      context.claimModality == .asserted, !context.isRequested
    else { return }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) && $0.directness > 0.7 }
    guard !sources.isEmpty else { return }
    let contents = view.children(predicate.token).filter {
      [.openComplement, .clausalComplement].contains(view.relation($0))
    }
    for clause in contents.flatMap({ Array(view.children($0)) }) + Array(view.children(predicate.token)) {
      guard [.adverbialClause, .clausalComplement].contains(view.relation(clause)), clause > predicate.token,
        view.children(clause).contains(where: {
          view.relation($0) == .marker && ["if", "unless"].contains(view.form($0).lowercased())
        })
      else { continue }
      let named = arguments.unique(arguments.subjectTokens(of: clause).flatMap { arguments.parties(at: $0) })
      let threatened = opposite(sources, among: named, above: 0.7)
      stance(
        from: sources, to: threatened, weight: EventType.threaten.intensity, predicate, context, factor: 0.8,
        event: .threaten)
    }
  }

  /// "X, a fierce critic of Y", "among Y's staunchest supporters": one stands for or against the other.
  mutating func codePartisan(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.lexicon.isWord(view.word(noun), .partisans),
      view.mention(headedBy: noun) == nil,
      let entry = view.lexicon.entries(forWord: view.word(noun)).first(where: {
        $0.category == .noun && $0.companions.isEmpty && ($0.weight ?? 0) != 0
      }), let weight = entry.weight
    else { return }
    var holders: [Party] = []
    var anchor = noun
    // "one of X's critics": the numeral stands in its place.
    if view.relation(noun) == .nominalModifier, let one = view.head(noun),
      view.partOfSpeech(one) == .numeral || view.lexicon.isWord(view.word(one), .quantities)
    {
      anchor = one
    }
    if view.relation(anchor) == .apposition, let named = view.head(anchor), view.mention(headedBy: named) != nil {
      holders =
        view.document.tokens.pennTag[noun] == .nounPlural
        ? arguments.parties(at: named) : Array(arguments.parties(at: named).prefix(1))
    } else if view.children(anchor).contains(where: { view.relation($0) == .copula }) {
      holders = arguments.subjectTokens(of: anchor).flatMap { arguments.parties(at: $0) }
    } else if view.relation(anchor) == .openComplement || view.relation(anchor) == .object,
      let verb = view.head(anchor),
      view.lexicon.isWord(view.word(verb), .becoming)
    {
      holders = arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }
    } else {
      return
    }
    let of = view.lexicon.functionWords.of
    let others =
      view.children(noun).filter {
        view.relation($0) == .possessive && view.partOfSpeech($0) != .pronoun
          || [.nominalModifier, .oblique].contains(view.relation($0))
            && [of, contexts.words.to].contains(view.preposition(of: $0))
      }.flatMap { arguments.parties(at: $0) } + (entry.event == .aid ? placesHelped(by: noun) : [])
    let context = contexts.context(of: anchor)
    guard !holders.isEmpty, !others.isEmpty, context.claimModality == .asserted else { return }
    let predicate = ChosenPredicate(token: noun, entry: entry, boundArguments: [], companionNoun: nil)
    for holder in arguments.unique(holders).filter({ $0.directness > 0.7 && !isAgreement($0.entity) }) {
      stance(
        from: [holder], to: others.filter { !isSameSide($0.entity, holder.entity) }, weight: weight, predicate, context,
        factor: 0.85)
    }
  }
}
