import Diplomacy
import Linguistics

// What those say who write to somebody, and who say that they are bound by nothing.

extension SentenceCoder {
  private static let letter = PredicateEntry(
    category: .noun, kind: .evaluate, event: .accuse, weight: EventType.accuse.intensity, sources: [], targets: [],
    complement: .same, companions: [], name: "letter")

  /// "sent a letter to X threatening to leave", "wrote a note to X demanding an answer": hard words that name nobody are
  /// meant for whoever is written to.
  mutating func codeLetter(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.lexicon.isWord(view.word(noun), .documents),
      view.relation(noun) == .object, view.mention(headedBy: noun) == nil, let verb = view.head(noun),
      view.lexicon.isWord(view.word(verb), .issuing)
    else { return }
    let participles = (Array(view.children(noun)) + Array(view.children(verb))).filter {
      $0 > noun && [.adnominalClause, .adverbialClause].contains(view.relation($0)) && view.preposition(of: $0) < 0
        && view.form($0).hasSuffix("ing")
    }
    guard let clause = participles.first, let entry = view.predicate(clause)?.entry else { return }
    let weight = entry.weight ?? entry.event?.intensity ?? 0
    let isThreat = view.lexicon.isWord(view.word(clause), .threatening)
    guard isThreat || weight < 0, [.act, .evaluate, .demand, .modal, .report].contains(entry.kind) else { return }
    // Whom the words name is coded from them.
    guard view.children(clause).allSatisfy({ view.relation($0) != .object || view.mention(headedBy: $0) == nil }) else {
      return
    }
    let readers = (Array(view.children(noun)) + Array(view.children(verb))).filter {
      $0 > verb && $0 < clause && [.oblique, .nominalModifier, .indirectObject].contains(view.relation($0))
        && (view.relation($0) == .indirectObject || view.preposition(of: $0) == contexts.words.to)
    }.flatMap { arguments.parties(at: $0) }
    let writers = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) })
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted, !context.isRequested else { return }
    stance(
      from: writers, to: opposite(writers, among: readers, above: 0.8),
      weight: isThreat ? EventType.threaten.intensity : weight,
      ChosenPredicate(token: clause, entry: Self.letter, boundArguments: [], companionNoun: nil), context, factor: 0.85,
      event: isThreat ? .threaten : entry.event)
  }

  /// "considers itself no longer bound by the treaty", "is bound by the pact": against or for it.
  mutating func codeBond(at word: Int) {
    guard view.lexicon.isWord(view.word(word), .bound), view.partOfSpeech(word) != .noun else { return }
    let agreements = view.children(word).filter {
      view.relation($0) == .agent
        || [.oblique, .nominalModifier].contains(view.relation($0))
          && [view.lexicon.functionWords.by, contexts.words.to].contains(view.preposition(of: $0))
    }.flatMap { arguments.parties(at: $0) }.filter { isAgreement($0.entity) }
    guard !agreements.isEmpty else { return }
    var holders = (view.children(word, .nominalSubject) + view.children(word, .passiveSubject))
      .flatMap { arguments.parties(at: $0) }
    var top = word
    if holders.isEmpty, view.relation(word) == .openComplement, let verb = view.head(word) {
      holders = arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }
      top = verb
    }
    let parties = arguments.unique(holders).filter { !isAgreement($0.entity) && $0.directness > 0.7 }
    var context = contexts.context(of: top)
    let isFree = contexts.hasNegation(word) != (top != word && contexts.hasNegation(top))
    context.isNegated = false
    guard !parties.isEmpty, context.claimModality == .asserted, !context.isRequested else { return }
    stance(
      from: parties, to: agreements, weight: isFree ? -0.4 : 0.3,
      ChosenPredicate(token: word, entry: Self.bond, boundArguments: [], companionNoun: nil), context, factor: 0.85,
      event: isFree ? .reject : .support)
  }

  private static let bond = PredicateEntry(
    category: .adjective, kind: .state, event: .support, weight: EventType.support.intensity, sources: [], targets: [],
    complement: .same, companions: [], name: "bound")
}
