import Diplomacy
import Linguistics
import Provenance

// Predicates that bind all their parties: meetings, ties, disputes, and the state they are in.

extension SentenceCoder {
  /// "met", "signed", "talks between", "dispute with".
  mutating func codeMutual(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0
    var sides = sides(of: predicate)
    // "I speak to them every day" is no talk of theirs with each other, whoever "I" is.
    if predicate.entry.category == .verb, sides.first.isEmpty,
      arguments.subjectTokens(of: predicate.token).contains(where: { view.partOfSpeech($0) == .pronoun }),
      view.children(predicate.token, .nominalSubject).contains(where: { view.partOfSpeech($0) == .pronoun })
    {
      return
    }
    // A message promised is not yet conveyed.
    if predicate.entry.name == "convey message", context.modality != .asserted { return }
    // "issued separate statements": each for itself.
    if weight >= 0, sides.second.isEmpty, isSeparate(predicate) { return }
    if sides.first.isEmpty, sides.second.isEmpty { sides.first = impliedSides(of: predicate) }
    if predicate.entry.category == .verb, weight > 0, sides.first.count == 1,
      sides.second.allSatisfy({ isAgreement($0.entity) })
    {
      sides.second = otherParty(of: predicate, than: sides.first[0])
    }
    // "A and B align themselves with this statement", "A and B met with reporters": not with each other.
    if weight > 0, predicate.entry.category == .verb, sides.second.isEmpty, let other = otherSide(of: predicate) {
      if isUtterance(other) { sides.second = issuers(of: other) }
      if sides.second.isEmpty { return }
    }
    // "leads a coalition against X": those in it stand against X.
    if weight >= 0, predicate.entry.category == .noun {
      let foes = arguments.fillers(.preposition(view.lexicon.functionWords.against), of: predicate)
        .filter { view.isNominal($0) }.flatMap { arguments.parties(at: $0) }
      if !foes.isEmpty, foes.allSatisfy({ $0.directness == 1 }) {
        sides.first.removeAll { side in foes.contains { $0.entity == side.entity } }
        sides.second.removeAll { side in foes.contains { $0.entity == side.entity } }
        if context.claimModality == .asserted, context.operators.allSatisfy({ $0 == "said" }) {
          stance(
            from: sides.first + sides.second, to: foes, weight: -0.35, predicate, context, factor: 0.85, event: .reject)
        }
      }
    }
    let everyone = arguments.unique(sides.first + sides.second)
    var agreements = everyone.filter { isAgreement($0.entity) }
    let first = sides.first.filter { !isAgreement($0.entity) }
    let second = sides.second.filter { party in
      !isAgreement(party.entity) && !first.contains { $0.entity == party.entity }
    }
    let parties = first + second
    // Whoever is still negotiating a pact is not yet for it.
    if predicate.entry.event == .consult { agreements = [] }
    if predicate.entry.category == .verb, predicate.entry.event != .consult {
      // "agreed on the importance of the pact".
      for content in effects.contents(of: predicate) where view.mention(headedBy: content) == nil {
        for effect in effects.effects(of: content) where isAgreement(effect.party.entity) && effect.sign > 0 {
          if !agreements.contains(where: { $0.entity == effect.party.entity }) { agreements.append(effect.party) }
        }
      }
    }
    if weight >= 0 {
      if predicate.entry.category == .noun, isSoured(predicate.token) {
        // "ties have been strained": what sours them does not undo them.
        var context = context
        context.isCancelled = false
        for source in parties.prefix(Self.largestClique) where second.isEmpty || predicate.entry.event == .cooperate {
          stance(
            from: [source], to: parties.filter { $0.entity != source.entity }, weight: -0.3, predicate, context,
            factor: 0.9, event: .accuse)
        }
        return
      }
      if codeFailure(predicate, between: first.count > 1 ? first : parties, context) { return }
      if codeRefusal(predicate, from: first, to: second, context) { return }
      codeReadiness(predicate, from: first, to: second, context)
      var context = context
      if context.isCancelled { context.isNegated = true }
      pairwise(first, second, weight: weight, predicate, context)
      // "signed the accord", "agreed on the pact": each backs it.
      for agreement in agreements where predicate.entry.category == .verb && !context.isNegated {
        stance(
          from: parties, to: [agreement], weight: max(0.4, weight), predicate, context, factor: 0.9, event: .support)
      }
    } else {
      // What is to be ended or avoided exists all the same.
      var context = context
      context.isCancelled = false
      if context.modality == .requested || context.modality == .planned { context.modality = .asserted }
      let befallen = second.isEmpty && first.count == 1 && predicate.entry.category == .noun ? scene(of: predicate) : []
      if !befallen.isEmpty, predicate.entry.event == .assault {
        // "Russia's war in Ukraine".
        stance(from: first, to: befallen, weight: weight, predicate, context, factor: 0.9)
      } else if second.isEmpty {
        for source in parties.prefix(Self.largestClique) {
          stance(
            from: [source], to: parties.filter { $0.entity != source.entity }, weight: weight, predicate, context,
            factor: 0.9)
        }
      } else if predicate.entry.category == .noun, isAimed(predicate) {
        // "Russia's war against Ukraine" is not Ukraine's against Russia.
        stance(from: first, to: second, weight: weight, predicate, context, factor: 0.9)
      } else {
        stance(from: first, to: second, weight: weight, predicate, context, factor: 0.9)
        stance(from: second, to: first, weight: weight, predicate, context, factor: 0.9)
      }
      if predicate.entry.category == .verb {
        for agreement in agreements {
          stance(from: parties, to: [agreement], weight: weight, predicate, context, factor: 0.8)
        }
      }
    }
  }

  /// "signed a treaty with Chile", where the words belong to the name of the treaty: who else is bound by it, as they say.
  private func otherParty(of predicate: ChosenPredicate, than first: Party) -> [Party] {
    for token in arguments.objects(of: predicate.token) {
      guard let agreement = view.mention(headedBy: token), agreement.entities.count == 1,
        case .agreement(let details) = view.found.entities[agreement.entities[0].index].details,
        details.parties.count == 2, details.parties.contains(first.entity)
      else { continue }
      for index in view.found.sentenceMentions[view.index] {
        let mention = view.found.mentions[index]
        guard mention.entities.count == 1, mention.entities[0] != first.entity,
          details.parties.contains(mention.entities[0]), agreement.span.contains(mention.span)
        else { continue }
        return [Party(entity: mention.entities[0], token: mention.head, directness: 1)]
      }
    }
    return []
  }

  /// Whether what several do or have is each one's own.
  private func isSeparate(_ predicate: ChosenPredicate) -> Bool {
    view.children(predicate.companionNoun ?? predicate.token, .adjectivalModifier).contains {
      view.lexicon.isWord(view.word($0), .separating)
    }
  }

  /// "blamed each other", "recognized one another": everyone does it to the others.
  mutating func codeReciprocal(_ predicate: ChosenPredicate, _ context: ClauseContext) -> Bool {
    guard predicate.entry.category == .verb, predicate.entry.kind == .act || predicate.entry.kind == .evaluate,
      let weight = predicate.entry.weight ?? predicate.entry.event?.intensity, weight != 0
    else { return false }
    let isReciprocal = view.children(predicate.token).contains { child in
      switch view.relation(child) {
      case .object, .oblique, .indirectObject:
        let next = child + 1
        let words = view.form(child).lowercased()
        if words == "other" || words == "another" {
          return child > view.tokens.lowerBound
            && ["each", "one"].contains(view.form(child - 1).lowercased())
        }
        return next < view.tokens.upperBound && (words == "each" || words == "one")
          && ["other", "another"].contains(view.form(next).lowercased())
      default: return false
      }
    }
    guard isReciprocal else { return false }
    let sources = arguments.sources(of: predicate).filter { !isAgreement($0.entity) }
    guard sources.count > 1 else { return false }
    for source in sources.prefix(Self.largestClique) {
      stance(
        from: [source], to: sources.filter { $0.entity != source.entity }, weight: weight, predicate, context,
        factor: 0.95)
    }
    return true
  }

  /// Whether ties are said to be bad: "tense relations", "relations remain strained".
  func isSoured(_ noun: Int) -> Bool {
    func isBad(_ token: Int, orTurned: Bool = false) -> Bool {
      guard let entry = view.predicate(token)?.entry,
        entry.kind == .state || entry.kind == .evaluate || orTurned && entry.kind == .reverse
      else { return false }
      return (entry.weight ?? 0) < 0
    }
    for child in view.children(noun)
    where view.relation(child) == .adjectivalModifier && isBad(child, orTurned: true) { return true }
    // "ties have been strained".
    if view.relation(noun) == .passiveSubject, let head = view.head(noun) { return isBad(head, orTurned: true) }
    guard view.relation(noun) == .nominalSubject, let head = view.head(noun) else { return false }
    return isBad(head) || isDecline(head) || isNadir(head)
      || view.children(head).contains { view.relation($0) == .openComplement && isBad($0) }
  }

  /// "hit their lowest point", "sank to a new low".
  private func isNadir(_ verb: Int) -> Bool {
    guard Self.sinking.contains(view.lemma(verb)) else { return false }
    return view.children(verb).contains { child in
      guard child > verb, [.object, .oblique].contains(view.relation(child)) else { return false }
      let lemma = view.lemma(child)
      return ["low", "nadir", "bottom"].contains(lemma)
        || lemma == "point" && view.children(child).contains { ["lowest", "low"].contains(view.form($0)) }
    }
  }

  private static let sinking: Set = ["hit", "reach", "sink", "fall", "plumb", "drop", "plunge", "touch"]

  private static let souring: Set = [
    "worsen", "sour", "deteriorate", "fray", "rupture", "degrade", "crumble", "plunge",
  ]

  /// "have deteriorated": a verb of turning for the worse that takes no object.
  func isDecline(_ verb: Int) -> Bool {
    guard let entry = view.predicate(verb)?.entry, entry.kind == .reverse, entry.category == .verb else { return false }
    // "worsened" and "soured" as well where they take no object.
    return (entry.weight ?? 0) < 0
      && (entry.targets.isEmpty
        || Self.souring.contains(view.lemma(verb)) && !view.hasPassiveSubject(verb)
          && view.children(verb, .object).isEmpty)
  }

  /// Whether a conflict has an owner and a target: "A's war on B".
  func isAimed(_ predicate: ChosenPredicate) -> Bool {
    guard !arguments.fillers(.possessive, of: predicate).isEmpty else { return false }
    return ["against", "on", "upon"].contains { word in
      let id = view.lexicon.word(word)
      return id >= 0 && !arguments.fillers(.preposition(id), of: predicate).isEmpty
    }
  }

  /// The two sides of a mutual predicate: who does it, and with whom. The second side is empty where all stand on
  /// one: "A and B met", "talks between A and B".
  func sides(of predicate: ChosenPredicate) -> (first: [Party], second: [Party]) {
    var first: [Party] = []
    var second: [Party] = []
    func parties(_ slot: Slot) -> [Party] {
      arguments.fillers(slot, of: predicate).filter { token in
        if view.mention(headedBy: token) != nil { return true }
        // "with ASEAN members": who stands in a relation, not what happens.
        if let kind = view.predicate(token)?.entry.kind, kind != .state { return false }
        return view.isNominal(token) || view.partOfSpeech(token) == .adjective
      }.flatMap { arguments.parties(at: $0) }
    }
    if predicate.entry.category == .verb {
      first = arguments.sources(of: predicate)
      // "pledge to continue our consultations with X": whoever owns what is continued.
      if let noun = predicate.companionNoun {
        let owners = view.children(noun, .possessive).flatMap { arguments.parties(at: $0) }
        if !owners.isEmpty, !owners.contains(where: { owner in first.contains { $0.entity == owner.entity } }) {
          first = owners
        }
      }
      // "met Y to continue the consultations between the two governments": those between whom they are have them.
      let between = arguments.unique(parties(.between))
      if between.count > 1 { return (between, []) }
      for slot in predicate.entry.targets where slot != .thatClause && slot != .infinitive { second += parties(slot) }
      // "We were joined by X and Y": with us, and not by each other.
      if view.lemma(predicate.token) == "join", view.hasPassiveSubject(predicate.token), second.isEmpty {
        second = arguments.objects(of: predicate.token).flatMap { arguments.parties(at: $0) }
        if second.isEmpty { return ([], []) }
      }
      return (arguments.unique(first), arguments.unique(second))
    }
    for slot in predicate.entry.sources + [.between, .possessive, .adjectival] {
      guard slot != .subject, slot != .object else { continue }
      first += parties(slot)
    }
    let on = Slot.preposition(view.lexicon.functionWords.on)
    for slot in predicate.entry.targets where slot != .between && !predicate.entry.sources.contains(slot) {
      // "a conference on X": what is talked about sits at no table.
      if slot == on, predicate.entry.event == .consult { continue }
      second += parties(slot)
    }
    first = arguments.unique(first)
    // "efforts to strengthen cooperation with the U.S.", "held talks with": the other side is who does it. Whoever
    // speaks of a conflict without naming a side of it is not one of its sides.
    let isConflict = (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) < 0
    let isOwned = !arguments.fillers(.possessive, of: predicate).isEmpty && !first.isEmpty
    // "the unity of the state" is its own.
    if first.count + second.count == 1, ["cohesion", "integrity", "unity"].contains(view.lemma(predicate.token)),
      view.children(predicate.token, .possessive).isEmpty
    {
      return ([], [])
    }
    // "met on the sidelines of the ASEAN summit": the body names the occasion and takes no side.
    if predicate.entry.event == .consult, second.isEmpty, first.count == 1, isNamedAfter(first[0], predicate.token) {
      return ([], [])
    }
    if first.isEmpty || first.count + second.count < 2, !(isConflict && second.isEmpty && !isCaught(predicate.token)),
      !isOwned
    {
      first = arguments.unique(first + carriers(of: predicate.token))
    }
    return (first, arguments.unique(second))
  }

  /// Who shares what a clause tells of without naming anybody: "A and B were partners, but relations have frayed".
  private func impliedSides(of predicate: ChosenPredicate) -> [Party] {
    guard predicate.entry.category == .noun else { return [] }
    guard view.relation(predicate.token) == .nominalSubject && isSoured(predicate.token) else { return [] }
    var token = predicate.token
    for _ in 0..<10 {
      guard let head = view.head(token) else { break }
      token = head
      let subjects = arguments.unique(
        view.children(token, .nominalSubject).filter { $0 != predicate.token }.flatMap { arguments.parties(at: $0) }
      ).filter { $0.directness == 1 && !isAgreement($0.entity) }
      if subjects.count > 1 { return subjects }
    }
    return []
  }

  /// Whether a body of states stands before the noun of a meeting without a mark of owning it.
  private func isNamedAfter(_ party: Party, _ meeting: Int) -> Bool {
    guard case .organization(let body) = view.found.entities[party.entity.index].details, body.isIntergovernmental
    else {
      return false
    }
    return view.relation(party.token) == .compound && view.head(party.token) == meeting
  }

  /// "are locked in a dispute".
  private func isCaught(_ noun: Int) -> Bool {
    guard view.relation(noun) == .oblique, view.preposition(of: noun) == view.lexicon.functionWords.in,
      let verb = view.head(noun), view.isVerbal(verb)
    else { return false }
    return ["lock", "engage", "embroil", "mire", "entangle"].contains(view.lemma(verb))
  }

  /// Who carries an event noun in the clause: the subject of its verb, the owner of the noun above it.
  func carriers(of noun: Int) -> [Party] {
    // "X is at war", "X is on good terms".
    if [view.lexicon.functionWords.at, view.lexicon.functionWords.on, view.lexicon.functionWords.in].contains(
      view.preposition(of: noun)), view.children(noun).contains(where: { view.relation($0) == .copula })
    {
      return arguments.subjectTokens(of: noun).flatMap { arguments.parties(at: $0) }
    }
    guard let head = view.head(noun) else { return [] }
    // "told a joint news conference with X".
    if view.relation(noun) == .indirectObject, view.isVerbal(head) {
      return arguments.subjectTokens(of: head).flatMap { arguments.parties(at: $0) }
    }
    // "emphasized the importance of cooperation", "spoke of the war" take no part in it.
    if let event = view.predicate(noun), !isCaught(noun), arguments.isWitnessed(event) { return [] }
    if view.relation(noun) != .conjunct, let governor = view.predicate(head)?.entry,
      [.demand, .evaluate, .report].contains(governor.kind) || governor.kind == .mutual && governor.category == .verb
    {
      return []
    }
    switch view.relation(noun) {
    case .object, .oblique, .openComplement, .passiveSubject:
      guard view.isVerbal(head), !view.lexicon.isWord(view.word(head), .hosting) else { return [] }
      // "are locked in a dispute": those whom the passive is of.
      if view.relation(noun) == .oblique, view.hasPassiveSubject(head),
        view.preposition(of: noun) == view.lexicon.functionWords.in
      {
        return arguments.objects(of: head).flatMap { arguments.parties(at: $0) }
      }
      return arguments.subjectTokens(of: head).flatMap { arguments.parties(at: $0) }
    case .nominalModifier:
      // "the parties to the conflict": nobody who speaks of them.
      if view.lexicon.isWord(view.word(head), .participants) { return [] }
      // "hosting earlier rounds of talks".
      if let verb = view.head(head), view.isVerbal(verb), view.lexicon.isWord(view.word(verb), .hosting) { return [] }
      // "X, a state with deep ties to Y".
      if view.relation(head) == .apposition, let named = view.head(head), view.mention(headedBy: named) != nil {
        return arguments.parties(at: named)
      }
      return arguments.nounActors(of: head).flatMap { arguments.parties(at: $0) }
    case .conjunct: return carriers(of: head)
    // "which have been at war".
    case .relativeClause, .root, .clausalComplement, .adverbialClause:
      guard view.preposition(of: noun) == view.lexicon.functionWords.at,
        view.children(noun).contains(where: { view.relation($0) == .copula })
      else { return [] }
      return arguments.subjectTokens(of: noun).flatMap { arguments.parties(at: $0) }
    default: return []
    }
  }

  /// "relations remain tense", "X and Y are allies".
  mutating func codeState(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    let weight = predicate.entry.weight ?? 0
    guard weight != 0 else { return }
    // A critic is not criticized in return.
    if predicate.entry.category == .noun, view.lexicon.isWord(view.word(predicate.token), .partisans) { return }
    var parties: [Party] = []
    var subjects = arguments.subjectTokens(of: predicate.token)
    // "after talks with X collapsed" with the verb hung on the talks.
    if view.relation(predicate.token) == .adnominalClause,
      view.document.tokens.pennTag[predicate.token] == .verbPast, let noun = view.head(predicate.token),
      view.predicate(noun)?.entry.kind == .mutual
    {
      subjects = [noun]
    }
    for token in subjects {
      if let noun = view.predicate(token), noun.entry.kind == .mutual {
        let sides = sides(of: noun)
        // "talks of A, B and C with D collapsed": the three do not stand against each other.
        if weight < 0, sides.first.count > 1, !sides.second.isEmpty, predicate.entry.targets.isEmpty {
          let sides = (
            first: sides.first.filter { !isAgreement($0.entity) },
            second: sides.second.filter { !isAgreement($0.entity) }
          )
          stance(from: sides.first, to: sides.second, weight: weight, predicate, context)
          stance(from: sides.second, to: sides.first, weight: weight, predicate, context)
          return
        }
        parties += sides.first + sides.second
      } else {
        parties += arguments.parties(at: token)
      }
    }
    // "Japan, a close ally of the United States".
    if view.relation(predicate.token) == .apposition, predicate.entry.category == .noun,
      let named = view.head(predicate.token), view.mention(headedBy: named) != nil
    {
      // "A and B, bitter enemies of C": all of them.
      let isPlural = view.document.tokens.pennTag[predicate.token] == .nounPlural
      let members = arguments.parties(at: named)
      if isPlural, members.count > 1, weight < 0 {
        let others = arguments.parties(at: predicate.token).filter { other in
          !members.contains { $0.entity == other.entity }
        }
        if !others.isEmpty {
          stance(from: members, to: others, weight: weight, predicate, context)
          return
        }
      }
      parties += members.prefix(isPlural ? 6 : 1) + arguments.parties(at: predicate.token)
    }
    if view.relation(predicate.token) == .adjectivalModifier, let noun = view.head(predicate.token) {
      guard let mutual = view.predicate(noun), mutual.entry.kind == .mutual, (mutual.entry.weight ?? 0) * weight < 0
      else { return }
      let sides = sides(of: mutual)
      parties += sides.first + sides.second
    }
    for slot in predicate.entry.targets {
      parties += arguments.fillers(slot, of: predicate).filter { view.isNominal($0) }.flatMap {
        arguments.parties(at: $0)
      }
    }
    // "has been cool toward the pact".
    if predicate.entry.category == .adjective {
      let agreements = parties.filter { isAgreement($0.entity) }
      stance(
        from: arguments.subjectTokens(of: predicate.token).flatMap { arguments.parties(at: $0) }, to: agreements,
        weight: context.isNegated ? -weight : weight, predicate, unnegated(context), factor: 0.8)
    }
    parties = arguments.unique(parties).filter { !isAgreement($0.entity) }
    guard parties.count > 1 else {
      if predicate.entry.kind == .state { codeJudgment(predicate, context, weight: weight) }
      return
    }
    if weight > 0 {
      pairwise(parties, [], weight: weight, predicate, context)
    } else {
      for source in parties.prefix(Self.largestClique) {
        stance(from: [source], to: parties.filter { $0.entity != source.entity }, weight: weight, predicate, context)
      }
    }
  }
}
