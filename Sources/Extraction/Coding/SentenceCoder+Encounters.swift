import Diplomacy
import Linguistics

// Meetings told by who speaks to whom in them, and by who took part.

extension SentenceCoder {
  /// "told his counterpart that", "during talks, X assured Y": those who speak to each other meet.
  mutating func codeEncounter(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .addressing),
      context.claimModality == .asserted, !context.isRequested, !view.hasPassiveSubject(predicate.token)
    else { return }
    let speakers = arguments.sources(of: predicate).filter { $0.directness == 1 }
    guard !speakers.isEmpty else { return }
    var hearers: [Party] = []
    for child in view.children(predicate.token) {
      switch view.relation(child) {
      case .object, .indirectObject: hearers += arguments.parties(at: child).filter { $0.directness == 1 }
      default: continue
      }
    }
    let isMeeting = view.children(predicate.token, .oblique).contains { tellsOfMeeting($0) }
    let actors = hearers.filter { hearer in
      speakers.allSatisfy { isAbroad($0.entity, hearer.entity, isMeeting: isMeeting) }
    }
    guard !actors.isEmpty else { return }
    meet(speakers, actors, predicate, context)
  }

  /// "received tanks from X": X gave them.
  mutating func codeReceipt(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .getting),
      context.claimModality == .asserted, !context.isRequested
    else { return }
    let objects = arguments.objects(of: predicate.token)
    let isInvited = objects.contains { view.lemma($0) == "invitation" }
    guard isInvited || objects.contains(where: { view.lexicon.isWord(view.word($0), .goods) }) else { return }
    let from = view.lexicon.functionWords.from
    let givers = arguments.fillers(.preposition(from), of: predicate).filter { view.isNominal($0) }
      .flatMap { arguments.parties(at: $0) }.filter { $0.directness > 0.8 && !isAgreement($0.entity) }
    let takers = arguments.subjectTokens(of: predicate.token).flatMap { arguments.parties(at: $0) }
      .filter { taker in !givers.contains { $0.entity == taker.entity } }
    guard !givers.isEmpty, !takers.isEmpty else { return }
    if isInvited {
      stance(from: givers, to: takers, weight: 0.3, predicate, context, factor: 0.85, event: .support)
      return
    }
    stance(from: givers, to: takers, weight: EventType.aid.intensity, predicate, context, factor: 0.85, event: .aid)
    for giver in givers {
      for taker in takers {
        add(
          .cooperation, giver, taker, weight: EventType.aid.intensity, event: .aid, predicate, context, factor: 0.8,
          path: [], isSpeech: false)
      }
    }
  }

  /// "was embraced by X", "greeted Y at the airport": one person receives another.
  mutating func codeGreeting(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard predicate.entry.category == .verb, view.lexicon.isWord(view.word(predicate.token), .greeting),
      context.claimModality == .asserted, !context.isRequested
    else { return }
    let hosts = arguments.sources(of: predicate).filter { $0.directness == 1 }
    let guests = arguments.objects(of: predicate.token).flatMap { arguments.parties(at: $0) }.filter { guest in
      guest.directness == 1 && !hosts.isEmpty
        && hosts.allSatisfy { isAbroad($0.entity, guest.entity, isMeeting: false) }
    }
    if guests.isEmpty, hosts.count > 1, view.lexicon.isWord(view.word(predicate.token), .greeting),
      arguments.objects(of: predicate.token).isEmpty,
      hosts.allSatisfy({ view.found.entities[$0.entity.index].kind == .official })
    {
      // "A and B embraced".
      pairwise(hosts, [], weight: EventType.consult.intensity, predicate, context)
    }
    guard !guests.isEmpty else { return }
    meet(hosts, guests, predicate, context)
  }

  /// Two persons of different states; at a meeting also states themselves.
  private func isAbroad(_ a: ID<Entity>, _ b: ID<Entity>, isMeeting: Bool) -> Bool {
    let (first, second) = (view.found.entities[a.index], view.found.entities[b.index])
    if isMeeting { return a != b && !isAgreement(a) && !isAgreement(b) && !isDomestic(a, b) }
    guard first.kind == .official, second.kind == .official, let one = first.countryCode, let other = second.countryCode
    else { return false }
    return one != other
  }

  /// "during talks", "in a phone call", "at a meeting".
  private func tellsOfMeeting(_ noun: Int) -> Bool {
    guard let entry = view.predicate(noun)?.entry, entry.category == .noun, entry.event == .consult,
      entry.kind == .mutual
    else { return false }
    let words = view.lexicon.functionWords
    let preposition = view.preposition(of: noun)
    return [words.in, words.during, words.at].contains(preposition) && arguments.modifiers(of: noun).isEmpty
  }

  private mutating func meet(
    _ first: [Party], _ second: [Party], _ predicate: ChosenPredicate, _ context: ClauseContext
  ) {
    for a in first.prefix(Self.largestClique) {
      for b in second.prefix(Self.largestClique) where a.entity != b.entity {
        add(
          .cooperation, a, b, weight: EventType.consult.intensity, event: .consult, predicate, context, factor: 0.8,
          path: [], isSpeech: false)
      }
    }
  }

  /// "A and B released a joint statement", "concluded a joint exercise": they do it together.
  mutating func codeJointVoice(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.mention(headedBy: noun) == nil,
      view.relation(noun) == .object || view.lexicon.isWord(view.word(noun), .utterances),
      view.children(noun).contains(where: {
        view.relation($0) == .adjectivalModifier && view.form($0).lowercased() == "joint"
      }), let verb = view.head(noun), view.isVerbal(verb)
    else { return }
    let speakers = arguments.unique(arguments.subjectTokens(of: verb).flatMap { arguments.parties(at: $0) }).filter {
      $0.directness > 0.8 && !isAgreement($0.entity)
    }
    guard speakers.count > 1 else { return }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted, !context.isRequested else { return }
    pairwise(
      speakers, [], weight: 0.3,
      ChosenPredicate(token: noun, entry: Self.together, boundArguments: [], companionNoun: nil), context)
  }

  /// "Participants included the leaders of A, B and C", "the meeting brought together A and B".
  mutating func codeParticipants(at verb: Int) {
    guard view.partOfSpeech(verb) == .verb, view.lexicon.isWord(view.word(verb), .gathering),
      !view.hasPassiveSubject(verb),
      let subject = arguments.subjectTokens(of: verb).first, view.mention(headedBy: subject) == nil
    else { return }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted || context.claimModality == .planned, !context.isRequested else { return }
    var entry = view.predicate(subject)?.entry
    if entry?.kind != .mutual || (entry?.weight ?? 0) < 0 {
      guard view.lexicon.isWord(view.word(subject), .participants) else { return }
      entry = view.children(subject, .nominalModifier).compactMap { view.predicate($0)?.entry }.first {
        $0.kind == .mutual
      }
    }
    guard let entry, (entry.weight ?? entry.event?.intensity ?? 0) >= 0 else { return }
    var parties: [Party] = []
    for object in arguments.objects(of: verb) {
      let named = arguments.parties(at: object)
      parties +=
        named.isEmpty || view.mention(headedBy: object) == nil && named.count < 2 ? listed(after: object) : named
    }
    parties = arguments.unique(parties.filter { !isAgreement($0.entity) && $0.directness > 0.7 })
    guard parties.count > 1 else { return }
    let predicate = ChosenPredicate(token: subject, entry: entry, boundArguments: [], companionNoun: nil)
    pairwise(parties, [], weight: max(entry.weight ?? 0.2, 0.1), predicate, context)
  }

  /// The actors named behind a dash or colon after a noun, one after the other: "six nations -- A, B and C".
  private func listed(after noun: Int) -> [Party] {
    var token = noun + 1
    let end = min(view.tokens.upperBound, noun + 8)
    while token < end, !["-", "--", "–", "—", ":"].contains(view.form(token)) { token += 1 }
    guard token < end else { return [] }
    var found: [Party] = []
    var gap = 0
    token += 1
    while token < view.tokens.upperBound, gap < 5 {
      if let mention = view.mention(headedBy: token), !mention.isPlace {
        found += mention.entities.map { Party(entity: $0, token: token, directness: 0.9) }
        gap = 0
        token = max(token + 1, mention.tokens.upperBound)
        continue
      }
      switch view.partOfSpeech(token) {
      case .verb, .auxiliary: return found
      default: gap += 1
      }
      token += 1
    }
    return found
  }
}
