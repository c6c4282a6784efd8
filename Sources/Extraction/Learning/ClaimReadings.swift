package import Diplomacy
import Provenance

/// The sentences that a document's claims were read from, so that how a claim was read can be looked at once more.
package struct ClaimReadings {
  let views: [Int: SentenceView]
  let words: OperatorWords

  /// What is to be seen of a signed claim; nil where its sentence does not name each of its ends on its own.
  ///
  /// - Complexity: O(mentions of the sentence + tokens between the two ends).
  package func features(of claim: Claim) -> FeatureSet? {
    guard claim.kind.isSigned, let view = views[claim.evidence.sentence],
      let source = mention(of: claim.source, in: view, near: claim.evidence.cue),
      let target = mention(of: claim.target, in: view, near: claim.evidence.cue), source.span != target.span
    else { return nil }
    return PairFeatures.read(claim, view: view, source: source, target: target, words: words)
  }

  /// The mention of an entity that stands nearest to a cue; of two the earlier one.
  private func mention(of entity: ID<Entity>, in view: SentenceView, near cue: Span) -> EntityMention? {
    var best: (mention: EntityMention, distance: Int32)?
    for mention in view.found.mentions(inSentence: view.index)
    where mention.entities.contains(entity) && view.tokens.contains(mention.head) {
      let distance = abs(mention.span.start - cue.start)
      if best == nil || distance < best!.distance { best = (mention, distance) }
    }
    return best?.mention
  }
}
