package import Diplomacy
package import Linguistics

extension ClaimConfidence {
  /// The claims of a document with fitted confidences in place of the coder's own estimates.
  ///
  /// - Complexity: O(claims · mentions of a sentence).
  package func calibrated(
    _ claims: [Claim], in document: Document, found: DocumentEntities, readings: ClaimReadings
  ) -> [Claim] {
    let counts = ClaimConfidence.countsBySentence(claims, sentences: document.sentences.count)
    return claims.map { claim in
      let features = readings.features(of: claim)
      let cues = ClaimConfidence.cues(
        of: claim, in: document, found: found, claimsInSentence: counts[claim.evidence.sentence],
        hasEndElsewhere: features == nil)
      var claim = claim
      claim.confidence = probability(of: cues, support: features.map(support))
      return claim
    }
  }

  /// How many signed claims each sentence gave.
  package static func countsBySentence(_ claims: [Claim], sentences: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: sentences)
    for claim in claims where claim.kind.isSigned { counts[claim.evidence.sentence] += 1 }
    return counts
  }

  /// What bears on the confidence of a claim that still has the coder's own estimate.
  package static func cues(
    of claim: Claim, in document: Document, found: DocumentEntities, claimsInSentence: Int, hasEndElsewhere: Bool
  ) -> [Cue] {
    var cues: [Cue] = [.base]
    switch claim.kind {
    case .stance: cues.append(.stance)
    case .cooperation: cues.append(.cooperation)
    case .affiliation: cues.append(.affiliation)
    case .party: cues.append(.party)
    case .membership: cues.append(.membership)
    }
    switch claim.confidence {
    case 0.84...: cues.append(.surest)
    case 0.7...: cues.append(.sure)
    case 0.55...: cues.append(.fair)
    case 0.4...: cues.append(.doubtful)
    default: cues.append(.weak)
    }
    if claim.kind.isSigned {
      cues += readingCues(of: claim, claimsInSentence: claimsInSentence)
      if hasEndElsewhere { cues.append(.endElsewhere) }
      if document.sentences[claim.evidence.sentence].tokens.count > 40 { cues.append(.longSentence) }
      if document.sentences[claim.evidence.sentence].zone == .headline { cues.append(.headline) }
    }
    let mentions = found.mentions(inSentence: claim.evidence.sentence)
    let source = bestMention(of: claim.source, among: mentions)
    let target = bestMention(of: claim.target, among: mentions)
    switch source?.form {
    case .pronoun: cues.append(.sourcePronoun)
    case .nominal: cues.append(.sourceNominal)
    case .name, nil: break
    }
    switch target?.form {
    case .pronoun: cues.append(.targetPronoun)
    case .nominal: cues.append(.targetNominal)
    case .name, nil: break
    }
    if (source?.entities.count ?? 1) > 1 || (target?.entities.count ?? 1) > 1 { cues.append(.group) }
    if source?.usage.contains(.uncertain) ?? true || target?.usage.contains(.uncertain) ?? true {
      cues.append(.uncertainLink)
    }
    if found.entities[claim.target.index].kind == .agreement { cues.append(.agreementTarget) }
    if found.entities[claim.source.index].kind == .official { cues.append(.officialSource) }
    return cues
  }

  private static func readingCues(of claim: Claim, claimsInSentence: Int) -> [Cue] {
    var cues: [Cue] = []
    let reading = claim.evidence.reading
    switch reading.category {
    case "verb": cues.append(.verb)
    case "noun": cues.append(.noun)
    case "adjective": cues.append(.adjective)
    default: break
    }
    if reading.method == .model { cues.append(.modelled) }
    if claim.weight < 0 { cues.append(.negative) }
    switch claim.modality {
    case .asserted: break
    case .planned: cues.append(.planned)
    case .requested: cues.append(.requested)
    case .hypothetical: cues.append(.hypothetical)
    case .negated: cues.append(.negated)
    }
    if !claim.attribution.isEmpty { cues.append(.attributed) }
    if !reading.nested.isEmpty { cues.append(reading.nested.count > 1 ? .deeplyComposed : .composed) }
    if reading.operators.contains("hedge") { cues.append(.hedged) }
    if claimsInSentence > 6 { cues.append(.manyClaims) }
    return cues
  }

  /// The plainest mention of an entity in a sentence: a name before a noun before a pronoun.
  private static func bestMention(of entity: ID<Entity>, among mentions: ArraySlice<EntityMention>) -> EntityMention? {
    var best: EntityMention?
    for mention in mentions where mention.entities.contains(entity) {
      if best == nil || mention.form.rawValue < best!.form.rawValue { best = mention }
    }
    return best
  }
}
