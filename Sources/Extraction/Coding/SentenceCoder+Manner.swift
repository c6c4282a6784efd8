import Diplomacy
import Linguistics

// How somebody takes what others do, said beside a verb of learning or seeing.

extension SentenceCoder {
  /// "learned of X's decision with regret", "has seen with growing alarm the conduct of X's vessels".
  mutating func codeManner(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.word(noun) >= 0, view.mention(headedBy: noun) == nil else {
      return
    }
    let with = view.lexicon.functionWords.with
    var verb: Int?
    var things: [Int] = []
    let first = view.firstConjunct(noun)
    if view.preposition(of: first) == with {
      verb = view.head(first)
    } else if let thing = view.head(noun), view.relation(noun) == .possessive || view.relation(noun) == .compound,
      thing > noun, view.preposition(of: thing) == with
    {
      // "noted with satisfaction X's ratification" read as one phrase.
      verb = view.head(thing)
      things = [thing]
    }
    guard let verb, view.isVerbal(verb), let feeling = feeling(noun), Self.receiving.contains(view.lemma(verb)) else {
      return
    }
    let words = view.lexicon.functionWords
    things += view.children(verb).filter { child in
      guard child != first, child != noun else { return false }
      switch view.relation(child) {
      case .object, .clausalComplement: return true
      case .oblique:
        let preposition = view.preposition(of: child)
        return [words.of, words.at, contexts.words.to].contains(preposition)
          || preposition < 0 && view.partOfSpeech(child) == .noun && !view.isDate(child)
      default: return false
      }
    }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted, !context.isRequested else { return }
    let sources = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
      !isAgreement($0.entity) && $0.directness > 0.7
    }
    var met: [Party] = []
    for thing in things {
      if view.isVerbal(thing) {
        met +=
          view.hasPassiveSubject(thing)
          ? [] : arguments.subjectTokens(of: thing).flatMap { arguments.parties(at: $0) }
      } else {
        met += arguments.parties(at: thing)
      }
    }
    stance(
      from: sources, to: opposite(sources, among: arguments.unique(met), above: 0.6), weight: feeling.weight,
      feeling.cue, context, factor: 0.8, event: feeling.weight < 0 ? .accuse : .support)
  }

  /// A noun for what one feels, and how good that is for whom it is about.
  private func feeling(_ noun: Int) -> (weight: Double, cue: ChosenPredicate)? {
    for entry in view.lexicon.entries(forWord: view.word(noun))
    where entry.category == .noun && entry.companions.isEmpty {
      guard entry.event == .accuse || entry.event == .support, let weight = entry.weight, abs(weight) >= 0.1,
        entry.kind == .evaluate || entry.kind == .act
      else { continue }
      return (
        weight < 0 ? min(weight, -0.2) : weight,
        ChosenPredicate(token: noun, entry: entry, boundArguments: [], companionNoun: nil)
      )
    }
    return nil
  }

  /// Verbs of taking notice of what others do.
  private static let receiving: Set = [
    "follow", "greet", "hear", "learn", "meet", "note", "observe", "react", "read", "receive", "regard", "respond",
    "see",
    "take", "view", "watch", "witness",
  ]
}
