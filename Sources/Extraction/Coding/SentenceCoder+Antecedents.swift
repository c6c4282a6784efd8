import Diplomacy
import Linguistics

/// Who did something in a sentence, as what the sentence after it takes up.
struct MainDeed {
  var doers: [ID<Entity>] = []
  /// Whether it was something good.
  var isFriendly = false
}

// Judgments of deeds that were told before: "condemned the move", "called the decision regrettable".

extension SentenceCoder {
  /// "Y condemned the move": whoever made it, in the clause or the sentences before.
  mutating func codeJudgedDeed(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, predicate.entry.kind == .evaluate,
      let weight = predicate.entry.weight ?? predicate.entry.event?.intensity, abs(weight) >= 0.2,
      !context.isRequested, context.claimModality == .asserted || context.isNegated
    else { return }
    let deeds = arguments.objects(of: predicate.token).filter(isUnownedDeed)
    guard !deeds.isEmpty else { return }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) && $0.directness > 0.7 }
    guard !sources.isEmpty else { return }
    let isAttack = deeds.contains { deed in
      view.lexicon.entries(forWord: view.word(deed)).contains { $0.category == .noun && $0.event == .assault }
    }
    let doers = doers(
      before: predicate.token, besides: sources, ofAttack: isAttack, ofDecision: deeds.contains(where: isDecision))
    stance(
      from: sources, to: doers, weight: weight * (context.isNegated ? -0.6 : 1), predicate, unnegated(context),
      factor: 0.7)
  }

  /// "the decision", "the move": what a whole text may be about.
  func isDecision(_ noun: Int) -> Bool { Self.decisions.contains(view.lemma(noun)) }

  private static let decisions: Set = [
    "announcement", "decision", "measure", "move", "plan", "policy", "reversal", "step", "withdrawal",
  ]

  /// "the move", "such attacks": a deed without a word of whose it is.
  func isUnownedDeed(_ noun: Int) -> Bool {
    guard view.lexicon.isWord(view.word(noun), .deeds), view.mention(headedBy: noun) == nil else { return false }
    return view.children(noun).allSatisfy { child in
      switch view.relation(child) {
      case .determiner:
        ["the", "this", "that", "these", "those", "such"].contains(view.form(child).lowercased())
      case .punctuation, .caseMarker: true
      case .adjectivalModifier, .compound: view.mention(headedBy: child) == nil
      default: false
      }
    } && view.children(noun).contains { view.relation($0) == .determiner }
  }

  /// Who did what a later word takes up: the subject of the clause nearest before, else of the sentences before.
  func doers(
    before verb: Int, besides judges: [Party], ofAttack isAttack: Bool = false, ofDecision isDecision: Bool = false
  ) -> [Party] {
    func others(_ parties: [Party]) -> [Party] {
      parties.filter { party in
        party.directness > 0.8 && !isAgreement(party.entity)
          && !judges.contains { isSameSide($0.entity, party.entity) }
      }
    }
    var token = verb - 1
    while token >= view.tokens.lowerBound {
      defer { token -= 1 }
      guard view.partOfSpeech(token) == .verb, isDeed(token), !isInsideSubject(token, of: verb),
        !(isAttack && isFriendly(token))
      else { continue }
      let subjects = view.children(token, .nominalSubject)
      guard !subjects.isEmpty, !view.hasPassiveSubject(token) else { continue }
      let found = others(subjects.flatMap { arguments.parties(at: $0) })
      if !found.isEmpty { return found }
    }
    if isAttack, priorDeedIsFriendly { return [] }
    let near = others(priorDoers.map { Party(entity: $0, token: verb, directness: 0.9) })
    if !near.isEmpty || !isDecision { return near }
    return others(leadDoers.map { Party(entity: $0, token: verb, directness: 0.85) })
  }

  /// "X, where Y cut short a visit, condemned the attack": what is told of the judge in passing is not what is judged.
  private func isInsideSubject(_ token: Int, of verb: Int) -> Bool {
    var token = token
    for _ in 0..<8 {
      guard let head = view.head(token), head != verb else { return false }
      if view.relation(head) == .nominalSubject, view.head(head) == verb { return true }
      token = head
    }
    return false
  }

  /// Whether a verb, or the noun it carries, tells of something good.
  private func isFriendly(_ verb: Int) -> Bool {
    let entry = view.predicate(verb)?.entry
    return (entry?.weight ?? entry?.event?.intensity ?? 0) > 0
  }

  /// A verb that tells what its subject does, rather than says, thinks or asks.
  private func isDeed(_ verb: Int) -> Bool {
    guard let kind = view.predicate(verb)?.entry.kind else { return true }
    switch kind {
    case .report, .evaluate, .demand, .state: return false
    default: return true
    }
  }

  /// Who acts in the main clause of the sentence, or in what it reports; empty where it tells of words or views.
  func mainDeed() -> MainDeed {
    var verb = view.tree.root
    for _ in 0..<3 {
      guard view.isVerbal(verb) else { return MainDeed() }
      guard view.predicate(verb)?.entry.kind == .report else { break }
      // "announced that it would leave", "X fired a missile, Y said".
      guard let clause = view.children(verb, .clausalComplement).first else { break }
      verb = clause
    }
    guard isDeed(verb) || view.predicate(verb)?.entry.kind == .report else { return MainDeed() }
    if view.predicate(verb)?.entry.kind == .report, view.lemma(verb) != "announce" { return MainDeed() }
    let doers = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
      $0.directness > 0.8 && !isAgreement($0.entity)
    }.map(\.entity)
    return MainDeed(doers: doers, isFriendly: isFriendly(verb))
  }

  /// "used the drones against X's cities", "answered with proceedings against X": what is against somebody.
  ///
  /// Only where no predicate of the lexicon has told so.
  mutating func codeOpposition() {
    let against = view.lexicon.functionWords.against
    guard against >= 0 else { return }
    for marker in view.tokens where view.word(marker) == against && view.relation(marker) == .caseMarker {
      guard let nominal = view.head(marker), nominal > marker, let head = view.head(nominal) else { continue }
      let targets = arguments.parties(at: nominal).filter { $0.directness > 0.8 && !isAgreement($0.entity) }
      guard !targets.isEmpty else { continue }
      var actors: [Int] = []
      let top: Int
      if view.relation(nominal) == .nominalModifier, view.partOfSpeech(head) == .noun {
        guard view.mention(headedBy: head) == nil, view.lexicon.isWord(view.word(head), .opposing) else { continue }
        actors = arguments.nounActors(of: head)
        top = head
      } else if view.isVerbal(head) {
        guard view.lexicon.isWord(view.word(head), .turning) else { continue }
        let objects = arguments.objects(of: head)
        guard objects.allSatisfy({ view.mention(headedBy: $0) == nil }) else { continue }
        actors = arguments.subjectTokens(of: head)
        top = head
      } else {
        continue
      }
      let sources = arguments.unique(actors.flatMap { arguments.parties(at: $0) }).filter { source in
        !isAgreement(source.entity) && !targets.contains { isSameSide($0.entity, source.entity) }
      }
      guard !sources.isEmpty, let predicate = anyCue(at: top) else { continue }
      let context = contexts.context(of: top)
      guard context.claimModality == .asserted, !context.isRequested else { continue }
      let isTold = claims.contains { claim in
        claim.evidence.sentence == view.index && targets.contains { $0.entity == claim.target }
          && sources.contains { $0.entity == claim.source }
      }
      guard !isTold else { continue }
      // "sided with X against Y": X is backed.
      if view.lemma(top) == "side" {
        let with = view.lexicon.functionWords.with
        let backed = view.children(top, .oblique).filter { view.preposition(of: $0) == with && with >= 0 }
          .flatMap { arguments.parties(at: $0) }
        stance(
          from: sources, to: opposite(sources, among: backed, above: 0.8), weight: 0.4, predicate, context,
          factor: 0.8, event: .support)
      }
      stance(from: sources, to: targets, weight: -0.35, predicate, context, factor: 0.75, event: .reject)
    }
  }
}
