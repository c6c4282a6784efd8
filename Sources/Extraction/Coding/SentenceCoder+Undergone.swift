import Diplomacy
import Linguistics

// What others feel toward or do for a subject that only undergoes it.

extension SentenceCoder {
  /// "faces criticism from X", "came under fire from X", "has the backing of X".
  mutating func codeUndergone(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.word(noun) >= 0, view.mention(headedBy: noun) == nil else { return }
    let first = view.firstConjunct(noun)
    guard let verb = view.head(first), view.isVerbal(verb), verb < noun else { return }
    let lemma = view.lemma(verb)
    switch view.relation(first) {
    case .object: guard Self.undergoing.contains(lemma) else { return }
    case .oblique:
      guard let marker = Self.coming[lemma], view.children(first).contains(where: { view.form($0) == marker }) else {
        return
      }
    default: return
    }
    guard let (weight, event, cue) = reaction(noun) else { return }
    let words = view.lexicon.functionWords
    let voices = (Array(view.children(noun)) + Array(view.children(verb))).filter { child in
      child > noun && [.nominalModifier, .oblique, .agent].contains(view.relation(child))
        && (view.preposition(of: child) == words.from || view.preposition(of: child) == words.by
          || view.preposition(of: child) == words.of && view.head(child) == noun && weight > 0)
    }
    let judges = arguments.unique(voices.flatMap { arguments.parties(at: $0) }).filter {
      !isAgreement($0.entity) && $0.directness > 0.9
    }
    guard !judges.isEmpty else { return }
    let context = contexts.context(of: verb)
    guard context.modality == .asserted, !context.isNegated, !context.isCancelled, !context.isRequested else { return }
    let subjects = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) })
    for subject in subjects where subject.directness > 0.7 {
      let others = judges.filter { !isSameSide($0.entity, subject.entity) }
      stance(from: others, to: [subject], weight: weight, cue, context, factor: 0.8, event: event)
    }
  }

  /// How good or bad a noun for a reaction is.
  private func reaction(_ noun: Int) -> (Double, EventType, ChosenPredicate)? {
    for entry in view.lexicon.entries(forWord: view.word(noun))
    where entry.category == .noun && entry.companions.isEmpty && (entry.kind == .act || entry.kind == .evaluate) {
      guard let event = entry.event, [.accuse, .reject, .support, .protest, .threaten, .aid].contains(event) else {
        continue
      }
      let weight = entry.weight ?? event.intensity
      guard abs(weight) >= 0.2 else { continue }
      return (weight, event, ChosenPredicate(token: noun, entry: entry, boundArguments: [], companionNoun: nil))
    }
    guard view.form(noun) == "fire", let cue = anyCue(at: noun) else { return nil }
    return (EventType.accuse.intensity, .accuse, cue)
  }

  /// Verbs whose subject has what others feel or do.
  private static let undergoing: Set = [
    "attract", "draw", "earn", "encounter", "enjoy", "face", "get", "have", "meet", "receive", "secure", "suffer",
    "win",
  ]

  /// Verbs that lead into it under a preposition.
  private static let coming = ["be": "under", "come": "under", "meet": "with", "remain": "under", "run": "into"]
}
