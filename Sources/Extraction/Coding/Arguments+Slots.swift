import Diplomacy
import Linguistics

// What fills the slots that the lexicon gives a predicate.

extension Arguments {
  /// The tokens that fill a slot of a predicate.
  func fillers(_ slot: Slot, of predicate: ChosenPredicate) -> [Int] {
    let token = predicate.token
    switch slot {
    case .subject: return subjectTokens(of: token)
    case .object:
      guard !predicate.boundArguments.isEmpty else { return objects(of: token) }
      // "called on Spain" has its object under the preposition, "threatened Russia with sanctions" beside it.
      if predicate.boundArguments.contains(where: { bound in
        view.mention(headedBy: bound)?.entities.contains { view.found.entities[$0.index].kind == .agreement } ?? false
      }) {
        return predicate.boundArguments
      }
      let own = objects(of: token).filter { $0 != predicate.companionNoun }
      return own.isEmpty ? predicate.boundArguments : own
    case .indirectObject: return view.children(token, .indirectObject)
    case .thatClause: return view.children(token, .clausalComplement)
    case .infinitive:
      return view.children(token).filter {
        view.relation($0) == .openComplement || (view.relation($0) == .adnominalClause && view.isVerbal($0))
      }
    case .possessive:
      // "rejected Japan's proposal": the owner of the companion.
      return view.children(token, .possessive)
        + (predicate.companionNoun.map { view.children($0, .possessive) } ?? [])
    case .adjectival:
      return view.children(token).filter {
        [.adjectivalModifier, .compound, .descriptiveModifier].contains(view.relation($0))
      }
    case .between:
      return prepositional(words.between, of: predicate)
        + prepositional(words.among, of: predicate)
    case .preposition(let word): return prepositional(word, of: predicate)
    }
  }

  /// Nominals and gerunds under a preposition of a predicate, of its companion noun, or of the verb that
  /// carries it ("imposed sanctions on Iran" hangs "on" on either).
  private func prepositional(_ word: Int32, of predicate: ChosenPredicate) -> [Int] {
    guard word >= 0 else { return [] }
    func under(_ token: Int) -> [Int] {
      view.children(token).filter { child in
        switch view.relation(child) {
        case .adverbialClause where view.isInfinitive(child): return false
        case .oblique, .agent, .nominalModifier, .adverbialClause, .adnominalClause:
          return view.preposition(of: child) == word
        // "is opposed to X".
        case .openComplement where view.mention(headedBy: child) != nil: return view.preposition(of: child) == word
        default: return false
        }
      }
    }
    var result = under(predicate.token)
    if result.isEmpty, let noun = predicate.companionNoun {
      result = under(noun)
      // "a new round of sanctions on X" with X hung on the round.
      if result.isEmpty, word != words.of, let measure = view.head(noun), measure != predicate.token,
        view.lexicon.isWord(view.word(measure), .quantities)
      {
        result = under(measure)
      }
    }
    if result.isEmpty, predicate.entry.category == .noun, let verb = view.head(predicate.token), view.isVerbal(verb),
      [.object, .indirectObject, .passiveSubject].contains(view.relation(predicate.token)),
      !(word == words.by && isJudged(predicate.token, by: verb))
    {
      // "with which it sought closer ties".
      result = under(verb).filter { $0 > predicate.token || relativized(by: $0) != nil }
      // "strengthen cooperation and improve interoperability with X" is cooperation with X as well.
      if result.isEmpty {
        result = view.children(verb, .conjunct).filter { view.isVerbal($0) }.flatMap { next in
          under(next) + view.children(next, .object).flatMap(under)
        }
      }
    }
    if result.isEmpty, predicate.entry.category == .verb {
      // "imposed sanctions on X", "spoke by phone with X".
      result = view.children(predicate.token).filter { child in
        switch view.relation(child) {
        // "discussed the negotiations with X" leaves X to the negotiations.
        case .object: !(predicate.entry.kind == .mutual && view.predicate(child)?.entry.kind == .mutual)
        // "seized a tanker in the waters of X" takes nothing of X's.
        case .oblique, .agent:
          word != words.of && view.mention(headedBy: child) == nil && view.predicate(child) == nil
        default: false
        }
      }.flatMap(under)
    }
    if result.isEmpty,
      let noun = predicate.entry.category == .noun
        ? predicate.token : word == words.on || word == words.against ? predicate.companionNoun : nil
    {
      // "the meeting held between A and B", "support provided by A to B", "lifted sanctions imposed on B".
      result = view.children(noun, .adnominalClause).filter { clause in
        view.isVerbal(clause)
          && (predicate.entry.kind == .mutual
            || view.morphology(clause).contains(.participle) && view.morphology(clause).contains(.past)
              && (view.predicate(clause).map { [.light, .uphold, .act].contains($0.entry.kind) } ?? true))
      }.flatMap(under)
    }
    if result.isEmpty, predicate.entry.category == .noun { result = following(word, predicate.token) }
    if result.isEmpty, let noun = predicate.companionNoun { result = following(word, noun) }
    // "the invasion of Chad by Libya", "exports of tools to Chad": the parse may hang the second on the first.
    if result.isEmpty, word != words.of,
      let noun = predicate.entry.category == .noun ? predicate.token : predicate.companionNoun
    {
      result = view.children(noun, .nominalModifier).filter {
        word == words.by || view.preposition(of: $0) == words.of && view.mention(headedBy: $0) == nil
      }.flatMap(under)
    }
    return result
  }

  /// "the attack was condemned by X": whoever judges a deed or ends it does not do it.
  private func isJudged(_ deed: Int, by verb: Int) -> Bool {
    guard view.relation(deed) == .passiveSubject, let kind = view.predicate(verb)?.entry.kind else { return false }
    switch kind {
    case .evaluate, .demand, .report, .reverse: return true
    default: return false
    }
  }

  /// The nominal under a preposition right behind a noun, wherever the parse hung it: "disputes with Japan".
  private func following(_ word: Int32, _ noun: Int) -> [Int] {
    let next = noun + 1
    guard next < view.tokens.upperBound, view.word(next) == word, view.relation(next) == .caseMarker,
      let nominal = view.head(next), nominal > next
    else { return [] }
    return [nominal]
  }

  /// The objects of a verb; of "condemned what it called an act of war" what it was called.
  func objects(of verb: Int) -> [Int] {
    let found = plainObjects(of: verb)
    guard found.count == 1 else { return found }
    return named(by: found[0]).map { [$0] } ?? found
  }

  /// What a free relative names: "what it called aggression", "what he described as interference".
  func named(by pronoun: Int) -> Int? {
    guard view.document.tokens.pennTag[pronoun] == .whPronoun, view.form(pronoun).lowercased() == "what" else {
      return nil
    }
    // Whichever of the pronoun and the verb the parse has above the other.
    let verb =
      view.children(pronoun).first { view.relation($0) == .relativeClause || view.relation($0) == .adnominalClause }
    guard let verb, view.lexicon.isWord(view.word(verb), .naming) else { return nil }
    for child in view.children(verb) where child > verb {
      switch view.relation(child) {
      case .object, .openComplement: if !view.isVerbal(child) { return child }
      case .oblique: if view.preposition(of: child) == words.as { return child }
      default: continue
      }
    }
    return nil
  }

  /// The objects of a verb: of a passive its subject, of a conjunct those shared with its neighbours.
  private func plainObjects(of verb: Int) -> [Int] {
    if view.partOfSpeech(verb) == .verb || view.partOfSpeech(verb) == .auxiliary {
      if view.hasPassiveSubject(verb) {
        var subjects = view.children(verb).filter {
          view.relation($0) == .passiveSubject || view.relation($0) == .passiveClausalSubject
        }
        // "Chad attacked by Libya": the headline leaves the auxiliary out.
        if subjects.isEmpty { subjects = view.children(verb, .nominalSubject) }
        if !subjects.isEmpty { return subjects }
        if view.relation(verb) == .conjunct, let head = view.head(verb), view.hasPassiveSubject(head) {
          return objects(of: head)
        }
        // "a move praised by X and condemned by Y".
        if view.relation(verb) == .conjunct, let head = view.head(verb), view.relation(head) == .adnominalClause,
          view.document.tokens.pennTag[head] == .verbPastParticiple
        {
          return objects(of: head)
        }
        // "walked out and was joined by X".
        if view.relation(verb) == .conjunct, let head = view.head(verb), view.isVerbal(head),
          !view.children(verb, .passiveAuxiliary).isEmpty || view.relation(head) != .relativeClause
        {
          return subjectTokens(of: head)
        }
        // "called for X to be expelled".
        if view.relation(verb) == .openComplement, let head = view.head(verb), head < verb {
          let raised = view.children(head).filter {
            $0 > head && $0 < verb && view.isNominal($0)
              && [.object, .indirectObject, .oblique].contains(view.relation($0)) && !view.isDate($0)
          }
          if let nearest = raised.last { return [nearest] }
        }
        // "Flanked by X, Y promised".
        if view.relation(verb) == .adverbialClause, view.morphology(verb).contains(.participle),
          !view.children(verb).contains(where: { view.relation($0) == .passiveAuxiliary }), let head = view.head(verb)
        {
          return subjectTokens(of: head)
        }
      }
      let own = view.children(verb, .object)
      if !own.isEmpty { return own }
      let indirect = view.children(verb, .indirectObject)
      if !indirect.isEmpty { return indirect }
      // "shot down a warplane" read as an adverbial: a bare noun phrase behind a verb is its object.
      let bare = view.children(verb, .oblique).filter { child in
        child > verb && child - verb < 8 && view.isNominal(child) && !view.isDate(child)
          && !view.children(child).contains { view.relation($0) == .caseMarker }
      }
      if !bare.isEmpty { return bare }
      // A participle after its noun: "the pact signed by both".
      if view.relation(verb) == .adnominalClause, view.morphology(verb).contains(.participle),
        view.morphology(verb).contains(.past), let noun = view.head(verb)
      {
        return [noun]
      }
      if view.relation(verb) == .relativeClause, let noun = view.head(verb), !view.hasPassiveSubject(verb),
        view.children(verb).contains(where: { view.relation($0) == .nominalSubject && relativized(by: $0) == nil }),
        view.children(verb).allSatisfy({ view.relation($0) != .clausalComplement })
      {
        return [noun]
      }
      // "strengthen and expand cooperation": the object hangs on one of the two.
      for child in view.children(verb) where view.relation(child) == .conjunct && view.isVerbal(child) {
        if view.children(child).allSatisfy({ view.relation($0) != .nominalSubject }) {
          let shared = view.children(child, .object)
          if !shared.isEmpty { return shared }
        }
      }
      if view.relation(verb) == .conjunct, let head = view.head(verb), view.isVerbal(head) {
        return view.children(head, .object).filter { $0 > verb }
      }
      return []
    }
    let own = view.children(verb, .object)
    // A headline's verb that is tagged a noun takes its object for an apposition.
    return own.isEmpty && view.predicate(verb)?.entry.category == .verb
      ? view.children(verb, .apposition).filter { $0 > verb } : own
  }
}
