import Diplomacy
import Linguistics

/// Chooses for each token of a sentence the entry of the lexicon that fits best: the right part of speech,
/// and as many companions (particles, prepositions, nouns) present as possible.
struct PredicateChooser {
  let view: SentenceView

  func choose() -> [ChosenPredicate?] {
    var chosen = [ChosenPredicate?](repeating: nil, count: view.tokens.count)
    let base = view.tokens.lowerBound
    var consumed: Set<Int> = []
    for token in view.tokens {
      guard let category = category(of: token) else { continue }
      for entry in view.lexicon.entries(forWord: view.word(token)) where entry.category == category {
        guard let bound = bind(entry, at: token) else { continue }
        chosen[token - base] = bound
        if let noun = bound.companionNoun { consumed.insert(noun) }
        break
      }
    }
    for noun in consumed { chosen[noun - base] = nil }
    return chosen
  }

  private func category(of token: Int) -> PredicateEntry.Category? {
    // What lies inside a name is no predicate: "Defense Support Agreement", "Security Treaty".
    if let mention = view.found.mention(at: token), mention.form == .name,
      view.document.tokens.partOfSpeech[token] == .properNoun || mention.head != token
    {
      return nil
    }
    return switch view.partOfSpeech(token) {
    case .verb: .verb
    case .noun: .noun
    case .adjective: .adjective
    case .properNoun where view.relation(token) != .flat && view.mention(headedBy: token) == nil: .noun
    default: nil
    }
  }

  private func bind(_ entry: PredicateEntry, at token: Int) -> ChosenPredicate? {
    var chosen = ChosenPredicate(token: token, entry: entry, boundArguments: [], companionNoun: nil)
    for (place, companion) in entry.companions.enumerated() {
      let isLast = place == entry.companions.count - 1
      if let particle = view.children(token).first(where: { child in
        view.word(child) == companion
          && [.verbParticle, .adverbialModifier, .compound].contains(view.relation(child))
      }) {
        _ = particle
        continue
      }
      if isLast, case let arguments = underPreposition(companion, of: token), !arguments.isEmpty {
        chosen.boundArguments = arguments
        continue
      }
      if let noun = view.children(token).first(where: { child in
        view.word(child) == companion && (view.relation(child) == .object || view.relation(child) == .oblique
          || view.relation(child) == .passiveSubject || view.relation(child) == .openComplement)
      }) {
        chosen.companionNoun = noun
        continue
      }
      return nil
    }
    return chosen
  }

  private func underPreposition(_ preposition: Int32, of token: Int) -> [Int] {
    view.children(token).filter { child in
      switch view.relation(child) {
      case .oblique, .agent, .nominalModifier, .adverbialClause, .adnominalClause, .openComplement,
        .clausalComplement:
        return view.preposition(of: child) == preposition
      default: return false
      }
    }
  }
}
