import Diplomacy
import Linguistics

// What others must do, whatever the verb.

extension SentenceCoder {
  /// "agreed that X must not have such weapons", "said X must come clean": pressure on X by whoever says so.
  mutating func codeObligation(at auxiliary: Int) {
    guard view.relation(auxiliary) == .auxiliary, contexts.words.isDeontic(view.word(auxiliary)),
      let verb = view.head(auxiliary), verb > auxiliary, view.isVerbal(verb), !view.hasPassiveSubject(verb)
    else { return }
    guard let above = view.head(verb), view.relation(verb) == .clausalComplement,
      let governor = view.predicate(above)?.entry
    else { return }
    let isAgreed = governor.kind == .mutual || governor.kind == .commit
    guard governor.kind == .report || isAgreed else { return }
    if isEnjoyment(verb) { return }
    let context = contexts.context(of: verb)
    let holders = isAgreed && !context.wishers.isEmpty ? context.wishers : holders(in: context)
    let bound = arguments.unique(
      view.children(verb, .nominalSubject).flatMap { arguments.parties(at: $0) })
    // Of an official whose country is not known it cannot be told whether the country is another.
    guard
      holders.allSatisfy({ holder in
        let entity = view.found.entities[holder.entity.index]
        return entity.kind != .official || entity.countryCode != nil
      })
    else { return }
    let pressed = opposite(holders, among: bound, above: 0.8).filter { party in
      !claims.contains {
        $0.kind == .stance && $0.target == party.entity && $0.evidence.sentence == view.index
          && holders.map(\.entity).contains($0.source)
      }
    }
    guard !pressed.isEmpty, let cue = anyCue(at: verb) ?? anyCue(at: above) else { return }
    var told = context
    told.modality = .asserted
    told.isNegated = false
    told.isCancelled = false
    stance(
      from: holders.filter { !isAgreement($0.entity) }, to: pressed, weight: EventType.request.intensity, cue, told,
      factor: 0.75, event: .request, isSpeech: true)
  }

  /// "should get more aid", "must have a say": no burden, unless it is denied.
  func isEnjoyment(_ verb: Int) -> Bool {
    Self.enjoying.contains(view.lemma(verb)) && !contexts.hasNegation(verb)
  }

  private static let enjoying: Set = ["be", "become", "enjoy", "get", "have", "live", "receive", "remain", "win"]

  /// "are trying to persuade X to give up": pressure, whether it bears fruit or not.
  mutating func codePersuasion(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.kind == .cause, predicate.entry.category == .verb, context.modality == .planned,
      Self.persuading.contains(view.lemma(predicate.token)), !context.isRequested
    else { return }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) }
    let pressed = arguments.objects(of: predicate.token).flatMap { arguments.parties(at: $0) }
    stance(
      from: sources, to: opposite(sources, among: pressed, above: 0.8), weight: -0.2, predicate,
      unnegated(context), factor: 0.8, event: .request)
  }

  private static let persuading: Set = ["persuade", "convince", "coax", "cajole", "induce", "get", "compel"]
}
