import Diplomacy
import Linguistics

// What is coded where the tree gives a telling verb an actor but nobody it is aimed at.

extension SentenceCoder {
  /// Words looked at behind the verb.
  private static let window = 12

  /// "retaliated with a ban on goods from X": the actor named next in the clause, at lower confidence.
  mutating func codeNearest(_ predicate: ChosenPredicate) {
    guard predicate.entry.category == .verb, view.partOfSpeech(predicate.token) == .verb,
      predicate.entry.kind == .act || predicate.entry.kind == .evaluate,
      let weight = predicate.entry.weight ?? predicate.entry.event?.intensity, abs(weight) >= 0.3,
      predicate.entry.event != .consult, predicate.entry.event != .cooperate
    else { return }
    guard !hasScore(after: predicate.token), view.children(predicate.token, .clausalComplement).isEmpty,
      // "condemned the attack on X", "regretted the loss of Y": the object says what it is about.
      !arguments.objects(of: predicate.token).contains(where: { view.predicate($0) != nil || view.isVerbal($0) })
    else { return }
    let context = contexts.context(of: predicate.token)
    guard context.claimModality == .asserted, !context.isRequested, !context.isDeontic else { return }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) && $0.directness > 0.8 }
    guard !sources.isEmpty, let target = nearest(after: predicate.token, isFriendly: weight > 0)
    else { return }
    let targets = target.filter { party in !sources.contains { isSameSide($0.entity, party.entity) } }
    stance(from: sources, to: targets, weight: weight, predicate, context, factor: 0.6)
  }

  /// "Russia's brutal war": the deed may stand some adjectives behind its owner.
  private func ownsDeed(_ owner: Int) -> Bool {
    guard [.possessive, .adjectivalModifier, .compound].contains(view.relation(owner)) else { return false }
    return (owner + 1..<max(owner + 1, min(view.tokens.upperBound, owner + 8))).contains { arguments.isHostileDeed($0) }
  }

  /// The parties of the first mention behind a verb in its clause.
  ///
  /// What is done for those whom somebody's deed struck, or against somebody, is not done for them.
  private func nearest(after verb: Int, isFriendly: Bool) -> [Party]? {
    var token = verb + 1
    var hasComma = false
    while token < min(view.tokens.upperBound, verb + 1 + Self.window) {
      if let mention = view.mention(headedBy: token) {
        // "armed Chadian rebels".
        if mention.isModifier, let noun = view.head(token), view.lexicon.isWord(view.word(noun), .insurgents) {
          return nil
        }
        guard !mention.isPlace, mention.form != .pronoun || !mention.isPossessive,
          !isFriendly || !ownsDeed(token) && view.preposition(of: token) != view.lexicon.functionWords.against
        else { return nil }
        // ", laden with Kuwaiti crude", ", with X acting as host": past a comma another phrase has begun.
        if hasComma, view.relation(token) == .compound || view.relation(token) == .adjectivalModifier { return nil }
        return mention.entities.filter { !isAgreement($0) }.map { Party(entity: $0, token: token, directness: 0.7) }
      }
      switch view.partOfSpeech(token) {
      case .verb where !view.form(token).hasSuffix("ing"), .auxiliary, .subordinatingConjunction: return nil
      case .punctuation:
        if view.form(token) != "," && view.form(token) != "-" { return nil }
        hasComma = hasComma || view.form(token) == ","
      default: break
      }
      token += 1
    }
    return nil
  }
}
