import Diplomacy
package import Linguistics
package import Provenance

// What the rules find of a pair, and what the fitted model makes of it.

extension PairCoder {
  /// A pair as the rules read it, with what the model looks at.
  package struct Reading: Sendable {
    package var features: FeatureSet
    /// What the rules alone say.
    package var ruled: PairCode
    /// Everything that the rules found between the two.
    var claims: [Claim]
    /// Predicates of the sentence that tell of an event, with their tokens' spans.
    var cues: [(event: EventType, weight: Double, span: Span)]
    /// The word that joins the two in the tree.
    var joint: Span?
    /// The claim that the rules would choose, if it says what the first does to the second, and what is to be seen of it.
    package var claim: (features: FeatureSet, isNegative: Bool)?
  }

  /// Reads a pair; nil where a span covers no token.
  ///
  /// - Complexity: O(tokens of the document).
  package func read(_ document: Document, source: Span?, target: Span?) -> Reading? {
    let found = marked(document, [source, target])
    func mention(_ party: Int) -> EntityMention? { found.mentions.first { $0.entities == [ID(party)] } }
    guard let first = source == nil ? mention(1).map({ absent(0, beside: $0, document) }) : mention(0),
      let second = target == nil ? mention(0).map({ absent(1, beside: $0, document) }) : mention(1)
    else { return nil }
    let all = coder.claims(in: document, found: found).filter(\.kind.isSigned)
    // The direction asked for first, then the surest.
    let best = all.filter { $0.modality != .negated }.max { a, b in rank(a) < rank(b) }
    let near = nearest(document, found, first, second)
    let view = SentenceView(CodingContext(document, found: found, lexicon: lexicon), sentence: second.sentence)
    let arguments = Arguments(view: view)
    let contexts = ContextReader(view: view, arguments: arguments, words: OperatorWords(lexicon))
    let features = PairFeatures.read(
      view: view, arguments: arguments, contexts: contexts, source: first, target: second, claims: all, best: best,
      near: near)
    var claim: (features: FeatureSet, isNegative: Bool)?
    if let best, best.kind == .cooperation || best.source == ID(0), source != nil, target != nil,
      first.sentence == second.sentence
    {
      claim = (
        PairFeatures.read(best, view: view, source: first, target: second, words: contexts.words), best.weight < 0
      )
    }
    var ruled = near
    if let best, best.event != nil {
      ruled = PairCode(
        event: best.event, weight: best.weight, modality: best.modality, confidence: best.confidence,
        cue: best.evidence.cue, rule: best.evidence.rule)
    }
    let cues = view.tokens.compactMap { token -> (event: EventType, weight: Double, span: Span)? in
      guard let entry = view.predicate(token)?.entry, let event = entry.event else { return nil }
      return (event, entry.weight ?? event.intensity, document.span(ofTokens: token..<token + 1))
    }
    var joint = second.head
    while view.tokens.contains(joint), !view.isVerbal(joint), let head = view.head(joint) { joint = head }
    return Reading(
      features: features, ruled: ruled, claims: all, cues: cues,
      joint: view.isVerbal(joint) ? document.span(ofTokens: joint..<joint + 1) : nil, claim: claim)
  }

  /// A party that the sentence does not name: it covers no token, and hangs on the root.
  private func absent(_ party: Int, beside other: EntityMention, _ document: Document) -> EntityMention {
    let tokens = document.sentences[other.sentence].tokens
    return EntityMention(
      span: Span(Int(document.sentences[other.sentence].span.end), Int(document.sentences[other.sentence].span.end)),
      tokens: tokens.upperBound..<tokens.upperBound, head: DependencyTree(document, sentence: other.sentence).root,
      sentence: other.sentence, form: .nominal, entities: [ID(party)])
  }

  /// The code of a pair: the rules' reading of the event that the model holds for likeliest.
  package func decide(_ reading: Reading, _ decision: PairModel.Decision) -> PairCode {
    guard let outcome = decision.outcome else {
      return PairCode(
        event: nil, weight: 0, modality: .asserted, confidence: decision.confidence, cue: nil, rule: "model:none")
    }
    func fits(_ event: EventType?) -> Bool { event.map { PairModel.Outcome($0) == outcome } ?? false }
    if fits(reading.ruled.event) {
      var code = reading.ruled
      code.confidence = decision.confidence
      if (code.weight < 0) != outcome.isConflict { code.weight = code.event!.intensity }
      return code
    }
    let ruledName = reading.ruled.event?.rawValue ?? "none"
    let rule = "model:\(outcome.event.rawValue) over:\(ruledName)"
    if let claim = reading.claims.first(where: { fits($0.event) && $0.modality != .negated }) {
      return PairCode(
        event: claim.event, weight: claim.event!.intensity, modality: claim.modality, confidence: decision.confidence,
        cue: claim.evidence.cue, rule: rule)
    }
    let cue = reading.cues.first { fits($0.event) }
    return PairCode(
      event: cue?.event ?? outcome.event, weight: (cue?.event ?? outcome.event).intensity,
      modality: reading.ruled.modality, confidence: decision.confidence,
      cue: cue?.span ?? reading.ruled.cue ?? reading.joint, rule: rule)
  }
}
