import Diplomacy
import Linguistics

// Judgments that are told beside the clause they are about.

extension SentenceCoder {
  /// "X scrapped the pact, a step Y condemned", "X said Y lied, a charge Y rejected": the verdict is on who did or said it.
  mutating func codeVerdict(at verb: Int) {
    guard view.partOfSpeech(verb) == .verb, let predicate = view.predicate(verb),
      predicate.entry.kind == .evaluate || predicate.entry.kind == .reverse || predicate.entry.kind == .act,
      let weight = predicate.entry.weight ?? predicate.entry.event?.intensity, abs(weight) >= 0.2,
      let noun = resumed(by: verb) ?? resumed(by: view.firstConjunct(verb))
    else { return }
    let isCharge = view.lexicon.isWord(view.word(noun), .charges)
    guard isCharge || view.lexicon.isWord(view.word(noun), .resumptive) else { return }
    var judges = view.children(verb, .nominalSubject).flatMap { arguments.parties(at: $0) }
    // "a charge X rejected" with X hung on the noun.
    if judges.isEmpty, view.tokens.contains(verb - 1), let mention = view.mention(headedBy: verb - 1),
      !mention.isPossessive
    {
      judges = arguments.parties(at: verb - 1)
    }
    // "a move praised by X".
    if judges.isEmpty, view.document.tokens.pennTag[verb] == .verbPastParticiple {
      judges = view.children(verb).filter {
        view.relation($0) == .agent
          || view.relation($0) == .oblique && view.preposition(of: $0) == view.lexicon.functionWords.by
      }.flatMap { arguments.parties(at: $0) }
    }
    judges = judges.filter { !isAgreement($0.entity) }
    guard !judges.isEmpty, let deed = clause(before: noun, isSpeech: isCharge) else { return }
    let doers = arguments.unique(arguments.subjectTokens(of: deed).flatMap { arguments.parties(at: $0) }).filter {
      doer in
      doer.directness > 0.7 && !isAgreement(doer.entity) && !judges.contains { isSameSide($0.entity, doer.entity) }
    }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted else { return }
    stance(from: judges, to: doers, weight: isCharge ? -abs(weight) : weight, predicate, context, factor: 0.8)
  }

  /// The noun that a reduced relative clause is about, where it stands beside another clause.
  private func resumed(by verb: Int) -> Int? {
    if view.relation(verb) == .relativeClause || view.relation(verb) == .adnominalClause, let noun = view.head(verb),
      noun < verb
    {
      return view.relation(noun) == .apposition || view.relation(noun) == .parataxis ? noun : nil
    }
    // "…, a step X condemned" read as a clause of its own.
    guard view.relation(verb) == .parataxis || view.relation(verb) == .conjunct else { return nil }
    return view.children(verb).first { child in
      child < verb && [.unmarkedOblique, .object, .oblique].contains(view.relation(child))
        && view.partOfSpeech(child) == .noun && view.preposition(of: child) < 0
        && child > view.tokens.lowerBound + 1 && view.form(child - 2) == ","
    }
  }

  /// The verb before a noun with a subject of its own: of a charge, the verb of saying.
  private func clause(before noun: Int, isSpeech: Bool) -> Int? {
    var token = noun - 1
    while token > view.tokens.lowerBound, noun - token < 30 {
      defer { token -= 1 }
      guard view.partOfSpeech(token) == .verb, !view.children(token, .nominalSubject).isEmpty else { continue }
      if isSpeech {
        guard let entry = view.predicate(token)?.entry, entry.kind == .report || entry.event == .accuse else {
          continue
        }
      }
      return token
    }
    return nil
  }

  /// "complained that X had turned it down", "charged that X was blocking the flow": X is to blame.
  mutating func codeComplaint(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .complaining),
      context.claimModality == .asserted, !context.isRequested
    else { return }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) }
    guard !sources.isEmpty else { return }
    for clause in view.children(predicate.token, .clausalComplement) {
      let named = arguments.subjectTokens(of: clause).flatMap { arguments.parties(at: $0) }
      let blamed = opposite(sources, among: named, above: 0.8)
      stance(
        from: sources, to: blamed, weight: EventType.accuse.intensity, predicate, context, factor: 0.85,
        event: .accuse)
    }
  }

  /// "Russia's unprovoked war", "X's brazen attack": a hard word for a deed is one for whoever did it.
  mutating func codeEpithet(at adjective: Int) {
    guard view.partOfSpeech(adjective) == .adjective, view.relation(adjective) == .adjectivalModifier,
      let entry = view.predicate(adjective)?.entry, entry.category == .adjective, entry.kind == .evaluate,
      let weight = entry.weight, weight <= -0.3, let noun = view.head(adjective), view.mention(headedBy: noun) == nil
    else { return }
    let owners = view.children(noun, .possessive).filter { view.partOfSpeech($0) != .pronoun }
      .flatMap { arguments.parties(at: $0) }.filter { $0.directness == 1 && !isAgreement($0.entity) }
    guard !owners.isEmpty, let predicate = view.predicate(adjective) else { return }
    let context = contexts.context(of: noun)
    let judges = holders(in: context).filter { judge in !owners.contains { isSameSide($0.entity, judge.entity) } }
    stance(
      from: judges, to: owners, weight: weight, predicate, unnegated(context), factor: 0.75, event: .accuse,
      isSpeech: true)
  }
}
