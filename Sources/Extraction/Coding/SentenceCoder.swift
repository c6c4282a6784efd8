import Diplomacy
import Linguistics
import Provenance

/// Codes one sentence.
struct SentenceCoder {
  let view: SentenceView
  let arguments: Arguments
  let contexts: ContextReader
  let effects: Effects
  let dates: ClaimDates
  /// Who acted in the sentences right before: "the move" is theirs.
  let priorDoers: [ID<Entity>]
  /// Who acted in the first sentence of the text: "the decision" that nobody right before took is theirs.
  let leadDoers: [ID<Entity>]
  /// Whether what they did was friendly, so that no attack can be meant.
  let priorDeedIsFriendly: Bool
  var claims: [Claim] = []
  /// Charges denied without saying whose: the text before tells.
  var rebuttals: [Rebuttal] = []

  /// A meeting of more parties than this is coded as a star around its first party instead of all pairs, so that
  /// a summit of twenty gives 19 edges and not 190.
  static let largestClique = 6

  init(
    view: SentenceView, words: OperatorWords, dates: ClaimDates, prior: MainDeed = MainDeed(),
    lead: MainDeed = MainDeed()
  ) {
    self.view = view
    arguments = Arguments(view: view)
    contexts = ContextReader(view: view, arguments: arguments, words: words)
    effects = Effects(view: view, arguments: arguments, context: contexts)
    self.dates = dates
    priorDoers = prior.doers
    leadDoers = lead.doers
    priorDeedIsFriendly = prior.isFriendly
  }

  mutating func run() {
    for token in view.tokens {
      codeParticipants(at: token)
      codeBinding(at: token)
      codeLabel(at: token)
      codeJointVoice(at: token)
      codeCompany(at: token)
      codeSharedToil(at: token)
      codeVerdict(at: token)
      codeEpithet(at: token)
      codeBelonging(at: token)
      codeSwap(at: token)
      codeCounterparts(at: token)
      codeStruck(at: token)
      codeOwnedDeed(at: token)
      codeBenefit(token)
      codeBlame(at: token)
      codeConformity(at: token)
      codeFeeling(at: token)
      codePartisan(at: token)
      codeLetter(at: token)
      codeBond(at: token)
      codeManner(at: token)
      codeFoes(at: token)
      codeUndergone(at: token)
      codeCleft(at: token)
      guard let predicate = view.predicate(token) else { continue }
      let before = claims.count
      code(predicate)
      codeAuthorship(at: token)
      if claims.count == before { codeNearest(predicate) }
    }
    codeOpposition()
    for token in view.tokens where view.partOfSpeech(token) == .auxiliary { codeObligation(at: token) }
  }

  /// "Both governments deny the charges."
  struct Rebuttal {
    var source: Party
    var claim: Claim
  }

  /// A denial of a charge that names no accuser.
  mutating func noteRebuttal(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, predicate.entry.event == .reject || predicate.entry.complement == .negated,
      !context.isNegated, !context.isCancelled
    else { return }
    answerOwnedCharges(predicate, context)
    let charges =
      arguments.objects(of: predicate.token).filter { $0 != predicate.companionNoun && isSpokenBefore($0) }
      + (predicate.companionNoun.map { isSpokenBefore($0) ? [$0] : [] } ?? [])
    guard !charges.isEmpty else { return }
    let before = claims.count
    for source in arguments.sources(of: predicate) {
      add(
        .stance, source, source, weight: EventType.reject.intensity, event: .reject, predicate, context, factor: 0.85,
        path: [], isSpeech: false)
    }
    for claim in claims[before...] {
      rebuttals.append(
        Rebuttal(source: Party(entity: claim.source, token: predicate.token, directness: 1), claim: claim))
    }
    claims.removeSubrange(before...)
  }

  /// "denied Congo's accusation": the owner of the charge made it, and it is thrown back.
  private mutating func answerOwnedCharges(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let sources = arguments.sources(of: predicate)
    for token in arguments.objects(of: predicate.token) {
      guard view.mention(headedBy: token) == nil,
        view.lexicon.entries(forWord: view.word(token)).contains(where: { $0.category == .noun && $0.event == .accuse })
      else { continue }
      let owners = arguments.modifiers(of: token).filter { owner in !sources.contains { $0.entity == owner.entity } }
      stance(
        from: sources, to: owners, weight: EventType.reject.intensity, predicate, context, factor: 0.9, event: .reject)
      stance(
        from: owners, to: sources, weight: EventType.accuse.intensity, predicate, context, factor: 0.9, event: .accuse)
    }
  }

  mutating func code(_ predicate: ChosenPredicate) {
    let context = contexts.context(of: predicate.token)
    // "said B should provide it with aid": nothing has been done yet, and A is no judge of what B will do.
    if context.isDeontic, predicate.entry.category == .verb,
      predicate.entry.kind == .act || predicate.entry.kind == .mutual,
      (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) > 0, !context.speakers.isEmpty
    {
      codeWish(predicate, context)
      codeExhortation(predicate, context)
      return
    }
    noteRebuttal(predicate, context)
    // "called King X an opportunist" is no call.
    if isName(predicate) { return codeNaming(predicate, context) }
    let before = claims.count
    codeJoining(predicate, context)
    // Whoever has joined a body is a member, which says more.
    if predicate.entry.kind != .reverse, claims[before...].contains(where: { $0.kind == .membership }) { return }
    if codeBrokering(predicate, context) || codeReciprocal(predicate, context) { return }
    switch predicate.entry.kind {
    case .act: codeAct(predicate, context)
    case .mutual: codeMutual(predicate, context)
    case .evaluate: codeEvaluation(predicate, context)
    case .demand: codeDemand(predicate, context)
    case .reverse, .uphold: codeTurn(predicate, context)
    case .commit: codeCommitment(predicate, context)
    case .state: codeState(predicate, context)
    case .report, .modal, .cause, .light: break
    }
    codeNaming(predicate, context)
    codeRemark(predicate, context)
    codeAffirmation(predicate, context)
    codeEncounter(predicate, context)
    codeGreeting(predicate, context)
    codeComplaint(predicate, context)
    codeOneVoice(predicate, context)
    codeReceipt(predicate, context)
    codeWish(predicate, context)
    codeConsequence(predicate, context)
    codeExhortation(predicate, context)
    codeWarning(predicate, context)
    codeJudgedDeed(predicate, context)
    codeShare(predicate, context)
    codePermission(predicate, context)
    codeBar(predicate, context)
    codeConditionalThreat(predicate, context)
    codeReaction(predicate)
    codeAspiration(predicate, context)
    codeAbetting(predicate, context)
    codePersuasion(predicate, context)
  }
}
