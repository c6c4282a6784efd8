import Diplomacy
import Linguistics

// With whom something is done together, where that is nobody who is known.

extension SentenceCoder {
  /// "met with reporters", "aligned themselves with this statement": a nominal under "with" that names no actor.
  func otherSide(of predicate: ChosenPredicate) -> Int? {
    let with = view.lexicon.functionWords.with
    guard with >= 0, predicate.entry.targets.contains(.preposition(with)) else { return nil }
    return (predicate.boundArguments + view.children(predicate.token, .oblique)).first { token in
      guard token > predicate.token, view.partOfSpeech(token) == .noun, view.preposition(of: token) == with,
        view.mention(headedBy: token) == nil, arguments.parties(at: token).isEmpty
      else { return false }
      return isUtterance(token)
        || predicate.entry.event == .consult && view.document.tokens.pennTag[token] == .nounPlural
          && view.predicate(token) == nil
    }
  }

  /// "this statement", "the declaration".
  func isUtterance(_ noun: Int) -> Bool { view.lexicon.isWord(view.word(noun), .utterances) }

  /// Whose a statement is that is called "this": whose text it stands in.
  func issuers(of utterance: Int) -> [Party] {
    guard view.children(utterance, .determiner).contains(where: { view.form($0).lowercased() == "this" }) else {
      return []
    }
    return view.textHolders.map { Party(entity: $0, token: utterance, directness: 0.9) }
  }

  /// "contact between the two foes": a word for several that tells how they stand to each other.
  mutating func codeFoes(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.word(noun) >= 0, let mention = view.mention(headedBy: noun),
      mention.entities.count == 2, mention.form == .nominal,
      let entry = view.lexicon.entries(forWord: view.word(noun)).first(where: {
        $0.category == .noun && $0.kind == .state && $0.companions.isEmpty
      }), let weight = entry.weight, weight < 0, !view.lexicon.isWord(view.word(noun), .partisans)
    else { return }
    let sides = mention.entities.map { Party(entity: $0, token: noun, directness: 0.9) }
    var context = contexts.context(of: noun)
    context.modality = .asserted
    context.isNegated = false
    context.isCancelled = false
    let predicate = ChosenPredicate(token: noun, entry: entry, boundArguments: [], companionNoun: nil)
    stance(from: [sides[0]], to: [sides[1]], weight: weight, predicate, context, factor: 0.8)
    stance(from: [sides[1]], to: [sides[0]], weight: weight, predicate, context, factor: 0.8)
  }
}
