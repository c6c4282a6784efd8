import Diplomacy
import Linguistics
import Provenance

// What states become members of and parties to.

extension SentenceCoder {
  private static let joining: Set = ["join", "rejoin", "accede"]
  private static let binding: Set = ["join", "rejoin", "accede", "ratify", "sign"]
  /// What only those do who are bound by an agreement.
  private static let presupposing: Set = [
    "abandon", "abide", "abrogate", "adhere", "breach", "comply", "exit", "honor", "honour", "implement",
    "leave", "pull", "quit", "renounce", "scrap", "suspend", "terminate", "uphold", "violate", "withdraw",
  ]
  /// What only members of a body do, or those whom it takes in together.
  private static let leaving: Set = ["exit", "leave", "pull", "quit", "suspend", "withdraw"]
  private static let founding: Set = ["create", "establish", "form", "found"]

  /// "Finland joined NATO", "Chad ratified the treaty": what has been done makes a member or a party.
  mutating func codeJoining(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, !context.isRequested else { return }
    if Self.founding.contains(view.lemma(predicate.token)) { return codeFounding(predicate, context) }
    if Self.presupposing.contains(view.lemma(predicate.token)) { return codeBound(predicate, context) }
    guard context.claimModality == .asserted, isPast(predicate.token),
      Self.binding.contains(view.lemma(predicate.token))
    else { return }
    let isJoining = Self.joining.contains(view.lemma(predicate.token))
    let isSigning = ["ratify", "sign"].contains(view.lemma(predicate.token))
    let sources =
      isSigning
      ? statesActing(in: predicate)
      : arguments.sources(of: predicate).filter { party in
        view.found.entities[party.entity.index].kind == .country && party.directness == 1
      }
    guard !sources.isEmpty else { return }
    for token in arguments.objects(of: predicate.token)
      + arguments.fillers(.preposition(contexts.words.to), of: predicate)
    {
      guard view.mention(headedBy: token) != nil else { continue }
      for target in arguments.parties(at: token) where target.directness == 1 {
        switch view.found.entities[target.entity.index].details {
        case .agreement(let agreement):
          state(.party, sources.filter { !agreement.parties.contains($0.entity) }, target, predicate)
        case .organization(let organization) where organization.isIntergovernmental && isJoining:
          state(.membership, sources, target, predicate)
        default: continue
        }
      }
    }
  }

  /// "Peru quit the pact", "Chad suspended its participation in the treaty", "Togo will withdraw from the Convention": only
  /// who is a party can.
  private mutating func codeBound(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard context.claimModality == .asserted || context.claimModality == .planned else { return }
    let sources = statesActing(in: predicate)
    guard !sources.isEmpty else { return }
    var tokens = arguments.objects(of: predicate.token)
    tokens += view.children(predicate.token, .oblique).filter {
      let preposition = view.preposition(of: $0)
      return ["from", "of", "with", "by", "to"].contains { view.lexicon.word($0) == preposition && preposition >= 0 }
    }
    // "its participation in the treaty", "the operation of all treaty obligations".
    for token in tokens
    where view.mention(headedBy: token) == nil && Self.bonds.contains(view.lemma(token)) {
      tokens += view.children(token, .nominalModifier)
    }
    let isLeaving = Self.leaving.contains(view.lemma(predicate.token))
    for token in tokens {
      for target in arguments.parties(at: token) where target.directness == 1 {
        switch view.found.entities[target.entity.index].details {
        case .agreement(let agreement):
          state(.party, sources.filter { !agreement.parties.contains($0.entity) }, target, predicate)
        case .organization(let organization) where organization.isIntergovernmental && isLeaving:
          state(.membership, sources, target, predicate)
        default: continue
        }
      }
    }
  }

  /// "A, B and C formed the Confederation": who founds a body together is in it.
  private mutating func codeFounding(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard context.claimModality == .asserted else { return }
    let sources = arguments.sources(of: predicate).filter {
      view.found.entities[$0.entity.index].kind == .country && $0.directness == 1
    }
    guard sources.count > 1 else { return }
    for token in arguments.objects(of: predicate.token) where view.mention(headedBy: token) != nil {
      for target in arguments.parties(at: token) where target.directness == 1 {
        guard case .organization(let body) = view.found.entities[target.entity.index].details, body.isIntergovernmental
        else { continue }
        state(.membership, sources, target, predicate)
      }
    }
  }

  private static let bonds: Set = [
    "commitment", "compliance", "involvement", "membership", "obligation", "operation", "participation",
  ]

  /// The states of whoever acts: of a minister or president the one served.
  private func statesActing(in predicate: ChosenPredicate) -> [Party] {
    arguments.unique(
      arguments.sources(of: predicate).compactMap { party in
        guard party.directness == 1 else { return nil }
        switch view.found.entities[party.entity.index].details {
        case .country: return party
        case .official(let official):
          guard let code = official.roles.last(where: { $0.end == nil && $0.country != nil })?.country,
            let state = view.found.entities.first(where: { $0.kind == .country && $0.countryCode == code })
          else { return nil }
          return Party(entity: state.id, token: party.token, directness: 1)
        default: return nil
        }
      })
  }

  /// "the accession of X to the treaty", "our obligations under the treaty": whoever is bound is a party.
  mutating func codeBinding(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.lexicon.isWord(view.word(noun), .binding),
      view.mention(headedBy: noun) == nil
    else { return }
    var owners = view.children(noun, .possessive).flatMap { arguments.parties(at: $0) }
    var agreements: [Party] = []
    for child in view.children(noun, .nominalModifier) + view.children(noun, .oblique) {
      let named = arguments.parties(at: child)
      if named.contains(where: { isAgreement($0.entity) }) {
        agreements += named.filter { isAgreement($0.entity) }
      } else if view.preposition(of: child) == contexts.words.of {
        owners += named
      }
    }
    guard !agreements.isEmpty, !owners.isEmpty, let predicate = anyPredicate(at: noun) else { return }
    let context = contexts.context(of: noun)
    guard context.claimModality == .asserted || context.claimModality == .planned else { return }
    let states = arguments.unique(owners).filter { view.found.entities[$0.entity.index].kind == .country }
    for agreement in agreements {
      guard case .agreement(let details) = view.found.entities[agreement.entity.index].details else { continue }
      state(.party, states.filter { !details.parties.contains($0.entity) }, agreement, predicate)
    }
  }

  /// The predicate at a noun, or a plain one that only names it as the cue.
  private func anyPredicate(at noun: Int) -> ChosenPredicate? {
    if let predicate = view.predicate(noun) { return predicate }
    return view.lexicon.entries(forWord: view.word(noun)).first.map {
      ChosenPredicate(token: noun, entry: $0, boundArguments: [], companionNoun: nil)
    }
  }

  /// "Qatar brokered a truce between A and B": the parties make it with each other; who brokers is for it.
  mutating func codeBrokering(_ predicate: ChosenPredicate, _ context: ClauseContext) -> Bool {
    guard predicate.entry.category == .verb, ["broker", "mediate"].contains(view.lemma(predicate.token)) else {
      return false
    }
    var isDone = false
    for token in arguments.objects(of: predicate.token) where view.mention(headedBy: token) != nil {
      for target in arguments.parties(at: token) {
        guard case .agreement(let agreement) = view.found.entities[target.entity.index].details else { continue }
        isDone = true
        let sources = arguments.sources(of: predicate)
        let parties = agreement.parties.filter { id in !sources.contains { $0.entity == id } }
          .map { Party(entity: $0, token: token, directness: 1) }
        if context.claimModality == .asserted { pairwise(parties, [], weight: 0.4, predicate, context) }
        stance(from: sources, to: [target], weight: 0.4, predicate, context, event: .support)
      }
    }
    return isDone
  }

  /// "joined", "has joined", "joining" after a verb of the past is left out.
  private func isPast(_ verb: Int) -> Bool {
    view.document.tokens.pennTag[verb] == .verbPast
      || view.document.tokens.pennTag[verb] == .verbPastParticiple
        && view.children(verb).contains { view.relation($0) == .auxiliary && view.lemma($0) == "have" }
  }

  private mutating func state(_ kind: ClaimKind, _ sources: [Party], _ target: Party, _ predicate: ChosenPredicate) {
    let sentence = view.document.sentences[view.index]
    for source in sources {
      claims.append(
        Claim(
          kind: kind, source: source.entity, target: target.entity, weight: 1,
          date: dates.date(at: predicate.token, in: view), confidence: 0.8,
          evidence: Evidence(
            document: view.document.metadata.id, sentence: view.index, span: sentence.span, cue: cue(predicate),
            rule: "verb:" + predicate.entry.name)))
    }
  }
}
