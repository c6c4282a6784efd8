package import Diplomacy
import Linguistics
import Provenance

/// Two whom a sentence names, each on its own: whom it may relate although no rule says so.
package struct OpenPair: Sendable {
  package let sentence: Int
  package let source: ID<Entity>
  package let target: ID<Entity>
  /// Whether the rules have a claim of the first toward the second in this sentence, or of both together.
  package let isRuled: Bool
  package let features: [UInt32]
  /// How many entities the sentence names.
  package let crowd: Int
  /// Predicates on the way: bit 0 of opposition, 1 of favour, that nothing was read from; 2 and 3 such as the rules read for
  /// others.
  let readings: UInt32

  /// Whether anything is left to tell of an outcome. What the rules read for others it does not tell of these two: in
  /// "Sweden said that Libya attacked Chad" the deed is Libya's. And a summit of twenty is not made into 190 ties.
  package func allows(_ outcome: OpenPairModel.Outcome) -> Bool {
    switch outcome {
    case .favours: readings & 0b1010 != 0b1000
    case .opposes: readings & 0b0101 != 0b0100
    case .cooperates: crowd <= SentenceCoder.largestClique
    }
  }
}

/// Goes through the pairs of a document's sentences with what is to be seen of each.
///
/// Pairs of one state's own people, and of a name with itself, are left out, and so are sentences that name more than
/// ``largestCrowd``: in lists hardly anybody does anything to the next.
struct OpenPairs {
  static let largestCrowd = 12
  /// Sentences with more mentions than this are left to the rules.
  private static let mostMentions = 32
  /// Groups of more are left to the rules.
  private static let largestGroup = 3
  /// Steps up the tree.
  private static let maximumDepth = 24

  private let context: CodingContext
  private let words: OperatorWords
  /// Signed ones, in order of the text.
  private let claims: [Claim]
  private let tally: ClaimTally

  /// - Parameter claims: what the rules found, in order of the text.
  init(_ context: CodingContext, words: OperatorWords, claims: [Claim]) {
    self.context = context
    self.words = words
    self.claims = claims.filter(\.kind.isSigned)
    tally = ClaimTally(self.claims, entities: context.found.entities.count)
  }

  /// One end of a pair as its sentence shows it.
  private struct End {
    var mention: EntityMention
    /// The entities of ``mention``, numbered within the sentence.
    var members: [Int]
    /// The tokens from the head up to the root, in ``ancestors``.
    var way: Range<Int>
    /// The first verb above, or the root.
    var clause: Int
    var relation: UInt32
    var speakers: [ID<Entity>]
  }

  /// Calls `body` for each ordered pair, with the mentions that stand nearest to each other.
  ///
  /// - Parameter includesRuled: whether pairs for which the rules have a claim are gone through too.
  /// - Complexity: O(pairs of mentions · depth of the tree).
  func visit(
    _ view: SentenceView, includesRuled: Bool,
    _ body: (OpenPair, _ source: EntityMention, _ target: EntityMention, _ way: [Int]) -> Void
  ) {
    let found = context.found
    let mentions = found.mentions(inSentence: view.index).filter { mention in
      !mention.isAffiliationModifier && !mention.tokens.isEmpty && mention.entities.count <= Self.largestGroup
        && view.tokens.contains(mention.head)
    }
    guard mentions.count > 1, mentions.count <= Self.mostMentions else { return }
    var entities: [ID<Entity>] = []
    for mention in mentions {
      for entity in mention.entities where !entities.contains(entity) { entities.append(entity) }
      guard entities.count <= Self.largestCrowd else { return }
    }
    guard entities.count > 1 else { return }
    let arguments = Arguments(view: view)
    let contexts = ContextReader(view: view, arguments: arguments, words: words)
    var ancestors: [Int] = []
    let ends = mentions.map { mention -> End in
      let start = ancestors.count
      var token = mention.head
      ancestors.append(token)
      while ancestors.count - start < Self.maximumDepth, let above = view.head(token) {
        ancestors.append(above)
        token = above
      }
      let way = ancestors[start...]
      let clause = way.first { view.isVerbal($0) || view.relation($0) == .root } ?? token
      var speakers: [ID<Entity>] = []
      for group in contexts.context(of: mention.head).speakers { speakers += group.map(\.entity) }
      return End(
        mention: mention, members: mention.entities.map { entities.firstIndex(of: $0)! }, way: start..<ancestors.count,
        clause: clause, relation: UInt32(view.relation(mention.head).rawValue), speakers: speakers)
    }
    let own = claims(inSentence: view.index)
    let scene = Scene(view)
    // For each pair of entities the mentions nearest to each other.
    var nearest = [(gap: Int, source: Int, target: Int)](
      repeating: (Int.max, 0, 0), count: entities.count * entities.count)
    for (i, source) in ends.enumerated() {
      for (j, target) in ends.enumerated() where i != j && source.mention.span != target.mention.span {
        let gap =
          abs(source.mention.head - target.mention.head) + (source.mention.isPlace ? 20 : 0)
          + (target.mention.isPlace ? 20 : 0)
        for a in source.members {
          for b in target.members where a != b && gap < nearest[a * entities.count + b].gap {
            nearest[a * entities.count + b] = (gap, i, j)
          }
        }
      }
    }
    var features = OpenPairFeatures()
    for (a, source) in entities.enumerated() where found.entities[source.index].kind != .agreement {
      for (b, target) in entities.enumerated() where a != b && !isSameSide(source, target) {
        let (gap, i, j) = nearest[a * entities.count + b]
        guard gap < Int.max else { continue }
        let isRuled = own.contains { claim in
          claim.source == source && claim.target == target
            || claim.kind == .cooperation && claim.source == target && claim.target == source
        }
        if isRuled, !includesRuled { continue }
        features.removeAll()
        let seen = read(
          into: &features, (source, ends[i]), (target, ends[j]), view, ancestors, ends, scene, own,
          crowd: entities.count)
        if isRuled { features.add(.ruled) }
        body(
          OpenPair(
            sentence: view.index, source: source, target: target, isRuled: isRuled, features: features.keys,
            crowd: entities.count, readings: seen.readings),
          ends[i].mention, ends[j].mention, seen.way)
      }
    }
  }

  private func claims(inSentence sentence: Int) -> ArraySlice<Claim> {
    var low = 0
    var high = claims.count
    while low < high {
      let middle = (low + high) / 2
      if claims[middle].evidence.sentence < sentence { low = middle + 1 } else { high = middle }
    }
    return claims[low...].prefix { $0.evidence.sentence == sentence }
  }

  /// Signs of the predicates of a sentence.
  private struct Scene {
    /// For each token 0, or one more than class and sign of its predicate.
    var senses: [UInt8]
    var base: Int
    var favourable: UInt32 = 0
    var adverse: UInt32 = 0

    init(_ view: SentenceView) {
      base = view.tokens.lowerBound
      senses = [UInt8](repeating: 0, count: view.tokens.count)
      for token in view.tokens {
        guard let entry = view.predicate(token)?.entry else { continue }
        if entry.usualWeight > 0.05 { favourable += 1 } else if entry.usualWeight < -0.05 { adverse += 1 }
        senses[token - base] = entry.sense
      }
    }

    /// 0 as many of both, 1 more favourable, 2 more adverse.
    var lean: UInt32 { favourable > adverse ? 1 : favourable < adverse ? 2 : 0 }
  }

  /// Notes all that is to be seen of a pair; returns the tokens on the way between the two, the joint last.
  private func read(
    into features: inout OpenPairFeatures, _ first: (entity: ID<Entity>, end: End),
    _ second: (entity: ID<Entity>, end: End),
    _ view: SentenceView, _ ancestors: [Int], _ ends: [End], _ scene: Scene, _ own: ArraySlice<Claim>, crowd: Int
  ) -> (way: [Int], readings: UInt32) {
    let (source, target) = (first.end, second.end)
    let kinds = kind(first.entity) * 5 + kind(second.entity)
    features.add(.kinds, kinds)
    features.add(.targetKind, kind(second.entity))
    features.add(.forms, UInt32(source.mention.form.rawValue), UInt32(target.mention.form.rawValue))
    let usage = UInt64(source.mention.usage.rawValue) | UInt64(target.mention.usage.rawValue) << 16
    features.add(.usage, bits: usage)
    features.add(.kindsUsage, bits: usage, with: kinds)
    features.add(.crowd, UInt32(min(crowd, 8)))
    let gap =
      min(
        source.mention.tokens.upperBound, target.mention.tokens.upperBound)..<max(
        min(source.mention.tokens.upperBound, target.mention.tokens.upperBound),
        max(source.mention.tokens.lowerBound, target.mention.tokens.lowerBound))
    var between = 0
    for end in ends
    where end.mention.tokens.lowerBound >= gap.lowerBound && end.mention.tokens.upperBound <= gap.upperBound {
      between += 1
    }
    features.add(.between, UInt32(min(between, 4)))
    let isFirst = source.mention.tokens.lowerBound <= target.mention.tokens.lowerBound
    features.add(.order, isFirst ? 1 : 0)
    features.add(.distance, bucket(gap.count))
    // What the rules found.
    let company = company(own, first.entity, second.entity)
    features.add(.company, bits: company)
    features.add(.kindsCompany, bits: company, with: kinds)
    let elsewhere = tally.elsewhere(first.entity, second.entity, own)
    let forward = elsewhere & 7
    features.add(.elsewhere, bits: elsewhere)
    features.add(.kindsElsewhere, bits: elsewhere & 0xFF, with: kinds)
    // Who speaks.
    var speech: UInt64 = 0
    if source.speakers.isEmpty, target.speakers.isEmpty { speech |= 1 }
    if target.speakers.contains(first.entity) { speech |= 2 }
    if target.speakers.contains(second.entity) { speech |= 4 }
    features.add(.speech, bits: speech)
    features.add(.kindsSpeech, bits: speech & 2, with: kinds)
    var holder: UInt64 = 0
    if isHolder(first.entity) { holder |= 1 }
    if isHolder(second.entity) { holder |= 2 }
    features.add(.holder, bits: holder)
    features.add(.kindsHolder, bits: holder, with: kinds)
    // Signs around.
    let lean = scene.lean
    features.add(.favourable, min(scene.favourable, 4))
    features.add(.adverse, min(scene.adverse, 4))
    features.add(.kindsAdverse, kinds, min(scene.adverse, 4))
    features.add(.lean, lean)
    features.add(.kindsLean, kinds, lean)
    features.add(.leanElsewhere, bits: forward, with: lean)
    // The clauses.
    let clause: UInt32 = source.clause == target.clause ? 1 : 0
    let relations = source.relation * 64 + target.relation
    features.add(.clause, clause)
    features.add(.kindsClause, kinds, clause)
    features.add(.relations, relations)
    features.add(.relationsInClause, relations, clause)
    features.add(.leanRelations, relations, lean)
    features.add(.clauseElsewhere, bits: forward, with: clause)
    features.add(.clauseCompany, bits: company, with: clause)
    let way = readWay(into: &features, source, target, view, ancestors, scene, lean: lean, clause: clause)
    let others = own.filter { $0.source != first.entity || $0.target != second.entity }
    let readings = readings(way, view, others)
    features.add(.readings, readings)
    features.add(.kindsReadings, kinds, readings)
    features.add(.companyReadings, bits: company, with: readings)
    return (way, readings)
  }

  /// Whether the way between the two leads over predicates of favour and of opposition that nothing was read from yet, and
  /// over some that the rules read for others: "attacked" in "Sweden said that Libya attacked Chad" tells of Libya.
  private func readings(_ way: [Int], _ view: SentenceView, _ others: [Claim]) -> UInt32 {
    var result: UInt32 = 0
    for token in way {
      guard let entry = view.predicate(token)?.entry, entry.usualWeight != 0 else { continue }
      let start = view.document.tokens.start[token]
      let isRead = others.contains { $0.evidence.cue.start <= start && start < $0.evidence.cue.end }
      result |= 1 << ((isRead ? 2 : 0) + (entry.usualWeight < 0 ? 0 : 1))
    }
    return result
  }

  private func readWay(
    into features: inout OpenPairFeatures, _ source: End, _ target: End, _ view: SentenceView, _ ancestors: [Int],
    _ scene: Scene, lean: UInt32, clause: UInt32
  ) -> [Int] {
    let (up, down) = (ancestors[source.way], ancestors[target.way])
    guard let joint = up.first(where: { down.contains($0) }) else { return [] }
    var way: [Int] = []
    // Relations of the way up, of the way down, senses: a bit each.
    var steps: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var counts: (up: UInt32, down: UInt32, verbs: UInt32) = (0, 0, 0)
    func note(_ token: Int, isEnd: Bool) {
      if view.isVerbal(token) { counts.verbs += 1 }
      let sense = scene.senses[token - scene.base]
      if sense != 0, !isEnd { steps.2 |= 1 << UInt64(sense) }
    }
    for token in up where token != joint {
      steps.0 |= 1 << UInt64(view.relation(token).rawValue)
      note(token, isEnd: counts.up == 0)
      if counts.up > 0 { way.append(token) }
      counts.up += 1
      if view.head(token) == joint { break }
    }
    for token in down where token != joint {
      steps.1 |= 1 << UInt64(view.relation(token).rawValue)
      note(token, isEnd: counts.down == 0)
      if counts.down > 0 { way.append(token) }
      counts.down += 1
      if view.head(token) == joint { break }
    }
    note(joint, isEnd: false)
    way.append(joint)
    features.add(.steps, min(counts.up, 5), min(counts.down, 5))
    features.add(.length, min(counts.up + counts.down, 9))
    features.add(.verbs, min(counts.verbs, 4))
    for (part, bits) in [steps.0, steps.1, steps.2].enumerated() {
      features.add(.step, bits: bits, from: UInt32(part) * 64)
      features.add(.leanStep, bits: bits, with: lean, from: UInt32(part) * 64)
      features.add(.clauseStep, bits: bits, with: clause, from: UInt32(part) * 64)
    }
    return way
  }

  // MARK: Values

  private func kind(_ entity: ID<Entity>) -> UInt32 {
    switch context.found.entities[entity.index].kind {
    case .country: 1
    case .official: 2
    case .organization: 3
    case .agreement: 4
    }
  }

  private func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ..<1: 0
    case 1...3: UInt32(count)
    case 4...6: 4
    case 7...12: 5
    case 13...24: 6
    default: 7
    }
  }

  private func isHolder(_ entity: ID<Entity>) -> Bool {
    context.found.holders.contains(entity) || context.found.holderCountries.contains(entity)
  }

  private func isSameSide(_ a: ID<Entity>, _ b: ID<Entity>) -> Bool {
    let code = context.found.entities[a.index].countryCode
    return code != nil && code == context.found.entities[b.index].countryCode
  }

  /// What the sentence's other claims say of either: whether it does or undergoes something, of which sign, with whom.
  private func company(_ own: ArraySlice<Claim>, _ source: ID<Entity>, _ target: ID<Entity>) -> UInt64 {
    if own.isEmpty { return 1 }
    var bits: UInt64 = 0
    for claim in own {
      let ends = (claim.source, claim.target)
      if ends == (source, target) || ends == (target, source) { continue }
      let sign = claim.isVoid ? 0 : claim.kind == .cooperation ? 3 : claim.weight < 0 ? 1 : 2
      let isMutual = claim.kind == .cooperation
      if claim.source == source || isMutual && claim.target == source { bits |= 1 << UInt64(1 + sign) }
      if claim.target == target || isMutual && claim.source == target { bits |= 1 << UInt64(5 + sign) }
      if claim.target == source, !isMutual { bits |= 1 << UInt64(9 + sign) }
      if claim.source == target, !isMutual { bits |= 1 << UInt64(13 + sign) }
    }
    return bits
  }
}
