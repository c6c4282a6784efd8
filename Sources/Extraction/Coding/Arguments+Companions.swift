import Diplomacy
import Linguistics

// Who does what a clause tells beside its subject.

extension Arguments {
  /// Who does a hostile deed that has an owner and stands before "by": "X's annexation by Y".
  func agentsBesideOwner(of predicate: ChosenPredicate) -> [Party]? {
    guard predicate.entry.category == .noun, predicate.entry.kind == .act,
      (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) < -0.3,
      view.children(predicate.token).contains(where: { view.relation($0) == .possessive })
    else { return nil }
    let agents = view.children(predicate.token, .nominalModifier).filter { view.preposition(of: $0) == words.by }
      .flatMap { parties(at: $0) }
    return agents.isEmpty ? nil : unique(agents)
  }

  /// "A, together with B, asked": who does it with the subject, told before the verb.
  func accompanying(_ verb: Int) -> [Party] {
    guard view.partOfSpeech(verb) == .verb, !view.hasPassiveSubject(verb) else { return [] }
    var result: [Party] = []
    func look(below token: Int) {
      for child in view.children(token) where child < verb && child > view.tokens.lowerBound {
        switch view.relation(child) {
        case .oblique, .nominalModifier:
          for marker in view.children(child)
          where view.relation(marker) == .caseMarker && view.word(marker) == words.with
            && marker > view.tokens.lowerBound && view.word(marker - 1) >= 0
            && (view.word(marker - 1) == words.together || view.word(marker - 1) == words.along)
          {
            result += parties(at: child).filter { $0.directness > 0.8 }
          }
        case .nominalSubject where token == verb, .adverbialModifier where token == verb: look(below: child)
        default: continue
        }
      }
    }
    look(below: verb)
    return result
  }

  /// "X welcomed the deal, and so has Y", "as did Y": who is said to do the same.
  func alsoDoing(_ verb: Int) -> [Party] {
    guard view.partOfSpeech(verb) == .verb else { return [] }
    var result: [Party] = likewise(verb)
    for clause in view.children(verb) where clause > verb {
      guard [.conjunct, .adverbialClause, .parataxis].contains(view.relation(clause)),
        [.auxiliary, .verb].contains(view.partOfSpeech(clause)), ["have", "do", "be"].contains(view.lemma(clause)),
        view.predicate(clause)?.companionNoun == nil
      else { continue }
      let marker = view.children(clause).first { ["so", "as"].contains(view.form($0).lowercased()) }
      guard let marker, marker < clause, clause - marker < 9 else { continue }
      for child in view.children(clause) where child > clause {
        guard [.nominalSubject, .object].contains(view.relation(child)), view.mention(headedBy: child) != nil else {
          continue
        }
        result += parties(at: child)
      }
    }
    return result
  }

  /// "X, like Y, opposes the deal".
  private func likewise(_ verb: Int) -> [Party] {
    var result: [Party] = []
    for subject in view.children(verb, .nominalSubject) where subject < verb {
      for child in view.children(subject, .nominalModifier)
      where child > subject && child < verb && view.mention(headedBy: child) != nil
        && view.children(child).contains(where: {
          view.relation($0) == .caseMarker && view.form($0) == "like" && $0 > view.tokens.lowerBound
            && view.form($0 - 1) == ","
        })
      {
        result += parties(at: child)
      }
    }
    return result
  }
}
