import Diplomacy
import Linguistics

// Cooperation that one side will not have, and words of others that it throws back.

extension SentenceCoder {
  /// "ruled out meeting leaders from X", "refused to recognize Y": what would have been good for someone, refused.
  ///
  /// - Returns: Whether the context refuses it, so that nothing else is to be coded.
  mutating func codeRefusal(
    _ predicate: ChosenPredicate, from sources: [Party], to targets: [Party], _ context: ClauseContext
  ) -> Bool {
    let isUnwilling = isUnwilling(predicate, context)
    guard context.isCancelled || isUnwilling, predicate.entry.category == .verb else { return false }
    guard context.modality == .asserted || context.modality == .planned,
      isUnwilling || context.operators.contains(where: { Self.refusing.contains($0) })
    else { return true }
    var context = context
    context.isCancelled = false
    context.isNegated = false
    context.modality = .asserted
    let refused = targets.filter { target in
      target.directness > 0.7 && !isAgreement(target.entity) && !sources.contains { $0.entity == target.entity }
    }
    stance(
      from: sources.filter { !isAgreement($0.entity) }, to: refused, weight: EventType.reject.intensity, predicate,
      context, factor: 0.75, event: .reject)
    return true
  }

  /// "will not accept", "said it would not meet", "did not give permission": what one does not want to do.
  private func isUnwilling(_ predicate: ChosenPredicate, _ context: ClauseContext) -> Bool {
    guard context.isNegated, !context.isCancelled, !context.isRequested,
      context.operators.allSatisfy({ Self.plainlyFuture.contains($0) })
    else { return false }
    // "will not admit X unless": that is still open.
    let isConditional = view.children(predicate.token, .adverbialClause).contains { clause in
      view.children(clause, .marker).contains { contexts.words.isConditional(view.word($0)) }
    }
    guard !isConditional else { return false }
    return context.modality == .planned || context.modality == .asserted && Self.owed.contains(predicate.entry.name)
  }

  /// Names of the predicates that tell of what one does not leave undone by chance.
  private static let owed: Set = [
    "cooperate", "cooperate with", "collaborate", "engage with", "give permission", "grant permission", "grant access",
    "give access", "grant visa", "issue visa", "give approval", "give consent",
  ]

  private static let plainlyFuture: Set = ["negation", "future", "said", "according to"]

  /// "failed to reach a deal with X": what did not come about between them stands between them.
  ///
  /// - Returns: Whether it was said so.
  mutating func codeFailure(_ predicate: ChosenPredicate, between parties: [Party], _ context: ClauseContext) -> Bool {
    guard context.isCancelled, predicate.entry.category == .verb, [.agree, .support].contains(predicate.entry.event),
      context.modality == .asserted, context.operators.contains(where: { Self.failing.contains($0) }),
      parties.allSatisfy({ $0.directness > 0.7 })
    else { return false }
    var context = context
    context.isCancelled = false
    for source in parties.prefix(Self.largestClique) {
      stance(
        from: [source], to: parties.filter { $0.entity != source.entity }, weight: -0.2, predicate, context,
        factor: 0.8, event: .reject)
    }
    return true
  }

  private static let failing: Set = ["fail", "fail to", "unable"]

  /// Names of the predicates that tell of a will, not of failure or prevention.
  private static let refusing: Set = [
    "refuse", "refuse to", "decline", "decline to", "rule out", "reject", "boycott", "cancel", "call off", "suspend",
    "halt", "scrap", "abandon", "oppose", "shun", "end", "stop", "break off", "pull out of", "withdraw from",
    "renounce",
    "exclude", "dismiss", "forgo", "refrain from", "object", "object to", "resist", "balk", "balk at", "unwilling",
    "reluctant", "hesitant", "loath", "hesitate", "averse", "decline", "opposed", "baulk",
  ]

  /// "a charge that nobody owns", "that demand", "the accusation": what somebody said before.
  func isSpokenBefore(_ noun: Int) -> Bool {
    view.mention(headedBy: noun) == nil && arguments.modifiers(of: noun).isEmpty
      && view.lexicon.entries(forWord: view.word(noun)).contains { entry in
        entry.category == .noun && entry.companions.isEmpty && (entry.event == .accuse || entry.kind == .demand)
      }
  }

  /// "asked whether X would pledge", "asked when talks would begin": a question, which demands nothing.
  func isQuestion(_ predicate: ChosenPredicate) -> Bool {
    guard predicate.entry.category == .verb,
      view.children(predicate.token).allSatisfy({ view.relation($0) != .openComplement })
    else { return false }
    return view.children(predicate.token).contains { clause in
      guard view.relation(clause) == .clausalComplement || view.relation(clause) == .adverbialClause,
        clause > predicate.token
      else { return false }
      return view.children(clause).contains { child in
        child < clause && Self.interrogative.contains(view.form(child).lowercased())
      }
    }
  }

  private static let interrogative: Set = ["whether", "if", "why", "how", "when", "where", "what", "who", "which"]
}
