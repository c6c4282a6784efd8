import Diplomacy
import Linguistics

// "It is regrettable that X withdrew": a judgment with an empty subject, of whoever does what the clause tells.

extension SentenceCoder {
  /// "It is terrible what X has done", "it was wrong of X to leave".
  mutating func codeCleft(at adjective: Int) {
    guard view.partOfSpeech(adjective) == .adjective, view.word(adjective) >= 0,
      view.children(adjective).contains(where: { view.relation($0) == .copula }),
      let predicate = anyCue(at: adjective),
      case let weight = predicate.entry.weight ?? 0, abs(weight) >= 0.2,
      predicate.entry.kind == .evaluate || predicate.entry.kind == .state,
      view.children(adjective).contains(where: { child in
        (view.relation(child) == .expletive || view.relation(child) == .nominalSubject) && child < adjective
          && view.form(child).lowercased() == "it"
      }), weight < 0 || !Self.demanding.contains(view.lemma(adjective)),
      let clause = clauseJudged(after: adjective), !view.hasPassiveSubject(clause)
    else { return }
    let context = contexts.context(of: adjective)
    let judges = holders(in: context)
    let doers = arguments.unique(
      view.children(clause, .nominalSubject).flatMap { arguments.parties(at: $0) })
    guard context.modality == .asserted || context.modality == .planned else { return }
    stance(
      from: judges, to: opposite(judges, among: doers, above: 0.8), weight: context.isNegated ? -weight : weight,
      predicate, unnegated(context), factor: 0.8, event: (weight < 0) != context.isNegated ? .accuse : .support,
      isSpeech: true)
  }

  /// The verb of the clause that begins right behind an adjective, wherever the parse hung it.
  private func clauseJudged(after adjective: Int) -> Int? {
    let marker = adjective + 1
    guard marker + 1 < view.tokens.upperBound, ["that", "what", "how"].contains(view.form(marker).lowercased()) else {
      return nil
    }
    for token in marker + 1..<min(view.tokens.upperBound, marker + 10) {
      if view.relation(token) == .nominalSubject, let verb = view.head(token), verb > token, view.isVerbal(verb) {
        return verb
      }
      if view.isVerbal(token) || view.form(token) == "," { return nil }
    }
    return nil
  }

  /// Adjectives that ask for what the clause tells rather than praise it.
  private static let demanding: Set = [
    "critical", "crucial", "essential", "imperative", "important", "indispensable", "necessary", "pivotal", "possible",
    "significant", "urgent", "vital",
  ]
}
