import Diplomacy
import Linguistics
import Provenance

/// What is to be seen of two actors in a text: what the rules found, how they hang together in the tree, which words
/// stand around them. Names are left out, so that a model learns constructions and not actors.
struct PairFeatures {
  let view: SentenceView
  let arguments: Arguments
  let contexts: ContextReader
  let source: EntityMention
  let target: EntityMention
  private var features = FeatureSet()

  /// - Parameters:
  ///   - view: the sentence that names the target.
  ///   - source: who acts; may stand in another sentence, and covers no token where the text does not name it.
  init(
    view: SentenceView, arguments: Arguments, contexts: ContextReader, source: EntityMention, target: EntityMention
  ) {
    self.view = view
    self.arguments = arguments
    self.contexts = contexts
    self.source = source
    self.target = target
  }

  /// - Parameters:
  ///   - claims: what the rules found between the two, in order of the text; the source is entity 0.
  ///   - best: the one of them that the rules would choose.
  ///   - near: the predicate nearest to both, where the rules found no claim.
  /// - Complexity: O(tokens of the sentence), but for walks to the root.
  static func read(
    view: SentenceView, arguments: Arguments, contexts: ContextReader, source: EntityMention, target: EntityMention,
    claims: [Claim], best: Claim?, near: PairCode
  ) -> FeatureSet {
    var reader = PairFeatures(
      view: view, arguments: arguments, contexts: contexts, source: source, target: target)
    reader.addRules(claims, best, near)
    if source.sentence == target.sentence { reader.addTree() } else { reader.features.add(.apart) }
    reader.addWords()
    reader.addShape()
    reader.features.finish()
    return reader.features
  }

  /// What is to be seen of one claim that the rules made: its reading, and how its ends hang together. No bags of words,
  /// so that it costs little.
  ///
  /// - Complexity: O(tokens on the way between the two).
  static func read(
    _ claim: Claim, view: SentenceView, source: EntityMention, target: EntityMention, words: OperatorWords
  ) -> FeatureSet {
    let arguments = Arguments(view: view)
    var reader = PairFeatures(
      view: view, arguments: arguments, contexts: ContextReader(view: view, arguments: arguments, words: words),
      source: source, target: target)
    reader.addReading(claim)
    reader.addTree()
    reader.addShape()
    reader.features.finish()
    return reader.features
  }

  // MARK: Rules

  private mutating func addReading(_ claim: Claim) {
    let isMutual: UInt64 = claim.kind == .cooperation ? 1 : 0
    features.add(.ruleEvent, code(claim.event))
    features.add(.ruleEventDirection, code(claim.event), isMutual, code(claim.modality))
    features.add(.ruleSign, claim.weight < 0 ? 1 : 2, isMutual)
    for (place, part) in claim.evidence.rule.split(separator: " ").prefix(6).enumerated() {
      features.add(place == 0 ? .rulePredicate : .ruleOperator, FeatureSet.hash(part.utf8))
    }
  }

  private mutating func addRules(_ claims: [Claim], _ best: Claim?, _ near: PairCode) {
    for claim in claims {
      point(.claim, to: claim.event)
      features.add(.claimEvent, code(claim.event))
      features.add(.claimReading, code(claim.event), code(claim.modality), direction(claim))
    }
    if let best {
      point(.rule, to: best.event)
      if direction(best) != 1 { point(.ruleAsked, to: best.event) }
      if best.evidence.rule.hasPrefix("verb:") { point(.ruleVerb, to: best.event) }
      if best.modality == .asserted { point(.ruleAsserted, to: best.event) }
      features.add(.ruleEvent, code(best.event))
      features.add(.ruleEventDirection, code(best.event), direction(best), code(best.modality))
      features.add(.ruleSign, best.weight < 0 ? 1 : 2, direction(best))
      for (place, part) in best.evidence.rule.split(separator: " ").prefix(6).enumerated() {
        features.add(place == 0 ? .rulePredicate : .ruleOperator, FeatureSet.hash(part.utf8))
      }
      features.add(.ruleAgreement, best.event == near.event ? 1 : 0, near.event == nil ? 1 : 0)
    } else {
      features.add(.ruleNone, near.event == nil ? 1 : 0)
    }
    if near.event != nil {
      point(.near, to: near.event)
      if best == nil { point(.nearAlone, to: near.event) }
      features.add(.nearEvent, code(near.event), best == nil ? 1 : 0)
      features.add(.nearPredicate, code(near.event), code(best?.event))
    }
  }

  private mutating func point(_ template: TiedTemplate, to event: EventType?) {
    if let event { features.point(template, to: PairModel.Outcome(event)) }
  }

  /// Points to what the predicate of a token comes to where it stands.
  private mutating func point(_ template: TiedTemplate, toPredicateOf token: Int) {
    guard let event = view.predicate(token)?.entry.event else { return }
    point(template, to: composed(event, at: token))
  }

  private func composed(_ event: EventType, at token: Int) -> EventType? {
    let context = contexts.context(of: token)
    let modality = context.claimModality
    return EventComposition.compose(
      event, weight: event.intensity, modality: context.modality, isRefused: modality == .negated
    ).event
  }

  /// The event that an attitude, a demand or a pledge without an event of its own comes down to.
  private func implied(by token: Int) -> EventType? {
    guard let entry = view.predicate(token)?.entry, entry.event == nil else { return nil }
    let isNegative = (entry.weight ?? 0) < 0
    switch entry.kind {
    case .evaluate: return isNegative ? .accuse : .support
    case .demand: return .request
    case .commit: return .agree
    case .reverse: return .reject
    case .uphold: return .support
    case .mutual: return isNegative ? .accuse : .consult
    default: return nil
    }
  }

  private func direction(_ claim: Claim) -> UInt64 {
    claim.kind == .cooperation ? 2 : claim.source == ID(0) ? 0 : 1
  }

  // MARK: Tree

  private mutating func addTree() {
    let fromSource = ancestors(source.head)
    let fromTarget = ancestors(target.head)
    guard let join = fromSource.first(where: { fromTarget.contains($0) }) else { return }
    let up = fromSource.prefix { $0 != join }
    let down = fromTarget.prefix { $0 != join }
    let upRelations = hash(up.map { UInt64(view.relation($0).rawValue) })
    let downRelations = hash(down.map { UInt64(view.relation($0).rawValue) })
    features.add(.pathRelations, upRelations, downRelations)
    features.add(.joinWord, word(join))
    features.add(.joinSense, sense(join))
    features.add(.joinRelations, upRelations, downRelations, sense(join))
    point(.joint, toPredicateOf: join)
    point(.impliedJoint, to: implied(by: join))
    for token in up.dropFirst() + down.dropFirst() {
      point(.path, toPredicateOf: token)
      point(.impliedPath, to: implied(by: token))
    }
    for token in [join] + up.dropFirst() + down.dropFirst() {
      features.add(.pathWord, word(token))
      features.add(.pathSense, sense(token))
    }
    if view.isVerbal(join) {
      features.add(.joinVoice, view.hasPassiveSubject(join) ? 1 : 0, contexts.hasNegation(join) ? 1 : 0)
    }
    let context = contexts.context(of: join)
    features.add(.joinModality, code(context.claimModality), sense(join))
    for child in view.children(join) where !source.tokens.contains(child) && !target.tokens.contains(child) {
      features.add(.joinChild, UInt64(view.relation(child).rawValue), word(child))
      point(.dependent, toPredicateOf: child)
    }
    features.add(.sourceRelation, UInt64(view.relation(source.head).rawValue), preposition(source.head))
    features.add(.targetRelation, UInt64(view.relation(target.head).rawValue), preposition(target.head))
    for (depth, token) in fromSource.dropFirst().prefix(3).enumerated() {
      features.add(.sourceAbove, UInt64(min(depth, 1)), word(token))
      features.add(.sourceAboveSense, UInt64(min(depth, 1)), sense(token))
    }
    for (depth, token) in fromTarget.dropFirst().prefix(3).enumerated() {
      features.add(.targetAbove, UInt64(min(depth, 1)), word(token))
      features.add(.targetAboveSense, UInt64(min(depth, 1)), sense(token))
    }
    let sourceVerb = fromSource.first { view.isVerbal($0) }
    let targetVerb = fromTarget.first { view.isVerbal($0) }
    if let sourceVerb { point(.sourceVerb, toPredicateOf: sourceVerb) }
    if let targetVerb { point(.targetVerb, toPredicateOf: targetVerb) }
    features.add(.commonVerb, sourceVerb == targetVerb ? 1 : 0, targetVerb.map { sense($0) } ?? 0)
  }

  private func ancestors(_ token: Int) -> [Int] {
    var result = [token]
    while let head = view.head(result[result.count - 1]), result.count < 32 { result.append(head) }
    return result
  }

  // MARK: Words

  /// Where a token stands: before both, between them, behind both; and who of the two comes first.
  private enum Region: UInt64 { case before = 1, between, after }

  private mutating func addWords() {
    let (first, second) = isSourceFirst ? (source, target) : (target, source)
    let order: UInt64 = isSourceFirst ? 0 : 8
    var last: UInt64 = 0
    var beforeLast: UInt64 = 0
    var entered = -1
    for token in view.tokens {
      let region: Region =
        token < first.tokens.lowerBound || first.sentence != view.index && token < second.tokens.lowerBound
        ? .before : token < second.tokens.lowerBound ? .between : .after
      let place = region.rawValue + order
      var value: UInt64
      if source.tokens.contains(token) || target.tokens.contains(token) {
        let isSource = source.tokens.contains(token)
        addInside(token, isSource: isSource)
        if entered == (isSource ? 0 : 1) { continue }
        entered = isSource ? 0 : 1
        value = isSource ? 1 : 2
      } else {
        entered = -1
        if view.partOfSpeech(token) == .punctuation { continue }
        value = word(token)
        features.add(.word, value)
        features.add(.regionWord, value, place)
        features.add(.regionPart, UInt64(view.partOfSpeech(token).rawValue), place)
        if view.predicate(token) != nil {
          features.add(.sense, sense(token))
          point(view.isVerbal(token) ? .verb : .noun, toPredicateOf: token)
          if region == .between { point(.between, toPredicateOf: token) }
          features.add(.regionSense, sense(token), place)
          features.add(.senseName, senseName(token))
          if view.isVerbal(token) {
            features.add(.sentenceModality, code(contexts.context(of: token).claimModality), sense(token))
          }
        }
        if view.isVerbal(token) || view.partOfSpeech(token) == .noun { features.add(.stem, stem(token)) }
      }
      if last != 0 {
        features.add(.pair, last, value)
        features.add(.regionPair, last, value, place)
      }
      if beforeLast != 0 { features.add(.skipPair, beforeLast, value) }
      beforeLast = last
      last = value
    }
  }

  private mutating func addInside(_ token: Int, isSource: Bool) {
    guard view.partOfSpeech(token) != .punctuation else { return }
    features.add(isSource ? .sourceWord : .targetWord, word(token))
    for entry in view.lexicon.entries(forWord: view.word(token)) where entry.companions.isEmpty {
      features.add(isSource ? .sourceSense : .targetSense, code(entry.event), code(entry.kind))
      point(isSource ? .sourceWord : .targetWord, to: entry.event)
    }
  }

  // MARK: Shape

  private mutating func addShape() {
    let gap =
      isSourceFirst
      ? target.tokens.lowerBound - source.tokens.upperBound : source.tokens.lowerBound - target.tokens.upperBound
    features.add(.order, isSourceFirst ? 1 : 0)
    features.add(.distance, bucket(gap))
    features.add(.length, bucket(view.tokens.count))
    features.add(.sourceShape, shape(source))
    features.add(.targetShape, shape(target))
    features.add(.both, shape(source), shape(target))
  }

  private var isSourceFirst: Bool { source.tokens.lowerBound <= target.tokens.lowerBound }

  private func bucket(_ count: Int) -> UInt64 {
    switch count {
    case ..<1: 0
    case 1...3: UInt64(count)
    case 4...6: 4
    case 7...12: 5
    case 13...24: 6
    default: 7
    }
  }

  /// Part of speech of the head, its length, and whether it is possessive.
  private func shape(_ mention: EntityMention) -> UInt64 {
    guard view.tokens.contains(mention.head) else { return 0 }
    let next = mention.tokens.upperBound
    let isOwner =
      next < view.document.tokens.count && view.document.tokens.pennTag[next] == .possessiveEnding ? 1 : 0
    return UInt64(view.partOfSpeech(mention.head).rawValue) * 16 + UInt64(min(mention.tokens.count, 4)) * 2
      + UInt64(isOwner)
  }

  // MARK: Values

  /// The lemma; names and numbers by their kind alone.
  private func word(_ token: Int) -> UInt64 {
    if source.tokens.contains(token) { return 1 }
    if target.tokens.contains(token) { return 2 }
    switch view.partOfSpeech(token) {
    case .properNoun: return 3
    case .numeral: return 4
    default: return FeatureSet.hash(view.lemma(token).utf8)
    }
  }

  private func stem(_ token: Int) -> UInt64 { FeatureSet.hash(view.lemma(token).utf8.prefix(5)) }

  private func preposition(_ token: Int) -> UInt64 {
    for child in view.children(token) where view.relation(child) == .caseMarker {
      return FeatureSet.hash(view.lemma(child).utf8)
    }
    return 0
  }

  /// What the lexicon says of a token: event, else class, with the sign.
  private func sense(_ token: Int) -> UInt64 {
    guard let entry = view.predicate(token)?.entry else { return 0 }
    let sign: UInt64 = (entry.weight ?? entry.event?.intensity ?? 0) < 0 ? 1 : 0
    return 1 + code(entry.event) * 64 + code(entry.kind) * 2 + sign
  }

  private func senseName(_ token: Int) -> UInt64 {
    view.predicate(token).map { FeatureSet.hash($0.entry.name.utf8) } ?? 0
  }

  private func hash(_ values: [UInt64]) -> UInt64 { FeatureSet.hash(values.map { UInt8(truncatingIfNeeded: $0) }) }

  private func code(_ event: EventType?) -> UInt64 {
    guard let event else { return 0 }
    return UInt64(EventType.allCases.firstIndex(of: event)!) + 1
  }

  private func code(_ kind: PredicateEntry.Class) -> UInt64 {
    UInt64(PredicateEntry.Class.allCases.firstIndex(of: kind)!)
  }

  private func code(_ modality: Modality) -> UInt64 { UInt64(Modality.allCases.firstIndex(of: modality)!) }
}
