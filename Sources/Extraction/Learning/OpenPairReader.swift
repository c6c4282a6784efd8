import Diplomacy
import Linguistics
import Provenance

/// Claims what a fitted model finds likely between two whom a sentence names and no rule relates.
struct OpenPairReader {
  let model: OpenPairModel
  /// Tells the event, of the sign that was found; see ``PairModel/events``.
  let events: LinearModel
  let words: OperatorWords

  /// The claims beyond those of the rules; each carries its probability as its confidence.
  ///
  /// - Parameters:
  ///   - views: the sentences that name anybody.
  ///   - claims: what the rules found in the whole document.
  /// - Complexity: O(pairs of mentions in a sentence) for each sentence.
  func claims(in context: CodingContext, views: [SentenceView], beside claims: [Claim]) -> [Claim] {
    let pairs = OpenPairs(context, words: words, claims: claims)
    var result: [Claim] = []
    for view in views {
      let dates = ClaimDates(context.found, sentence: view.index)
      pairs.visit(view, includesRuled: false) { pair, source, target, way in
        for (outcome, probability) in model.decide(pair.features) {
          guard pair.allows(outcome), !isExcluded(target, view) else { continue }
          if let claim = claim(pair, outcome, probability, view, dates, source, target, way: way) {
            result.append(claim)
          }
        }
      }
    }
    return result
  }

  /// "blamed Somalia, not Ethiopia".
  private func isExcluded(_ mention: EntityMention, _ view: SentenceView) -> Bool {
    view.children(mention.head).contains {
      view.relation($0) == .adverbialModifier && view.lemma($0) == "not"
    }
  }

  /// Nil where the words say that nothing of the kind took place.
  private func claim(
    _ pair: OpenPair, _ outcome: OpenPairModel.Outcome, _ probability: Double, _ view: SentenceView,
    _ dates: ClaimDates,
    _ source: EntityMention, _ target: EntityMention, way: [Int]
  ) -> Claim? {
    // The predicate on the way between the two that is of the sign found; the joint where there is none.
    guard let joint = way.last else { return nil }
    let cue = way.reversed().first { token in
      view.predicate(token)?.entry.event.map { $0.isConflict == (outcome == .opposes) } ?? false
    }
    if let cue, isDeedOfAnother(cue, view, than: source, way) { return nil }
    let token = cue ?? joint
    let coder = SentenceCoder(view: view, words: words, dates: dates)
    let context = coder.contexts.context(of: token)
    guard !coder.hasScore(after: token), context.claimModality != .hypothetical, context.claimModality != .negated
    else {
      return nil
    }
    let event = event(outcome, coder, source, target)
    let composed = EventComposition.compose(event, weight: event.intensity, modality: context.claimModality)
    var speakers: [ID<Entity>] = []
    for group in context.speakers {
      for speaker in group where speaker.entity != pair.source && !speakers.contains(speaker.entity) {
        speakers.append(speaker.entity)
      }
    }
    let sentence = view.document.sentences[view.index]
    return Claim(
      kind: outcome == .cooperates ? .cooperation : .stance, source: pair.source, target: pair.target,
      event: composed.event, weight: composed.weight, modality: context.claimModality, attribution: speakers,
      date: dates.date(at: token, in: view), confidence: probability,
      evidence: Evidence(
        document: view.document.metadata.id, sentence: view.index, span: sentence.span,
        cue: view.document.span(ofTokens: token..<token + 1),
        rule: Evidence.Reading(
          method: .model, predicate: cue.flatMap { view.predicate($0)?.entry.name } ?? view.lemma(token),
          operators: context.operators
        ).text))
  }

  /// "Washington said critics attacked Iran": whose deed it is, stands beside it.
  private func isDeedOfAnother(_ verb: Int, _ view: SentenceView, than source: EntityMention, _ way: [Int]) -> Bool {
    guard let entry = view.predicate(verb)?.entry, entry.category == .verb, entry.kind == .act else { return false }
    let subjects = view.children(verb, .nominalSubject)
    return !subjects.isEmpty && !subjects.contains { $0 == source.head || way.contains($0) }
  }

  /// The likeliest event of the sign that was found; acts of two together are talks, accords or deeds.
  private func event(
    _ outcome: OpenPairModel.Outcome, _ coder: SentenceCoder, _ source: EntityMention, _ target: EntityMention
  ) -> EventType {
    let near = PairCoder.nearest(source, target, coder.view, coder.contexts)
    let scores = events.scores(
      PairFeatures.read(
        view: coder.view, arguments: coder.arguments, contexts: coder.contexts, source: source, target: target,
        claims: [], best: nil, near: near))
    let candidates = PairModel.Outcome.allCases.filter { candidate in
      switch outcome {
      case .favours: !candidate.isConflict && candidate != .consult
      case .opposes: candidate.isConflict
      case .cooperates: candidate == .consult || candidate == .agree || candidate == .cooperate
      }
    }
    var best = candidates[0]
    for candidate in candidates where scores[candidate.rawValue] > scores[best.rawValue] { best = candidate }
    return best.event
  }
}
