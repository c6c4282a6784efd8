import Diplomacy
import Linguistics

/// An actor or agreement that fills a slot of a predicate.
struct Party: Hashable {
  var entity: ID<Entity>
  /// The token that named it.
  var token: Int
  /// 1 where the argument itself names it; less where a modifier of the argument does ("Japan's efforts").
  var directness: Double
}

/// Finds what fills the slots of a predicate by walking the dependency tree.
struct Arguments {
  let view: SentenceView
  /// Ends walks on malformed or hostile trees.
  static let maximumDepth = 12
  let words: FunctionWords

  init(view: SentenceView) {
    self.view = view
    words = view.lexicon.functionWords
  }

  /// Whether a slot of an event noun holds what is acted upon although it might hold who acts: "invasion of",
  /// "withdrawal from" beside "decision of", "pressure from".
  func suffers(_ slot: Slot, of noun: ChosenPredicate) -> Bool {
    guard noun.entry.category == .noun, noun.entry.kind != .mutual, noun.entry.kind != .state else { return false }
    return noun.entry.targets.first == slot
  }

  // MARK: Nominals

  /// The entities a nominal stands for, with its conjuncts: "Japan, the U.S. and South Korea".
  func parties(at token: Int, depth: Int = 0) -> [Party] {
    guard depth < Self.maximumDepth else { return [] }
    var result = own(token, depth: depth)
    for child in view.children(token) where view.relation(child) == .conjunct && view.isNominal(child) {
      // ", according to the ministry" may hang on the list before it.
      if isSource(child, after: token) { continue }
      // "blamed Somalia, not Ethiopia".
      if view.children(child, .adverbialModifier).contains(where: { view.lemma($0) == "not" }) { continue }
      // "Iran and its proxies": Iran once more, whatever else the pronoun was taken for.
      if view.mention(headedBy: child) == nil,
        view.children(child, .possessive).contains(where: { view.partOfSpeech($0) == .pronoun })
      {
        continue
      }
      for party in parties(at: child, depth: depth + 1) where !result.contains(where: { $0.entity == party.entity }) {
        result.append(party)
      }
    }
    return result
  }

  /// Whether "according to" stands right before a conjunct, whichever word of it the parse hung that on.
  private func isSource(_ conjunct: Int, after token: Int) -> Bool {
    let according = words.accord
    guard according >= 0 else { return false }
    return (max(token + 1, conjunct - 8)..<max(conjunct, token + 1)).contains { view.word($0) == according }
  }

  /// "Presidents A of X and B of Y", where the names hang on the office: those joined to the first of them.
  private func namedBeside(_ token: Int, _ mention: EntityMention, depth: Int) -> [Party] {
    guard view.partOfSpeech(token) == .noun else { return [] }
    return view.children(token).filter { view.relation($0) == .apposition && mention.tokens.contains($0) }
      .flatMap { view.children($0, .conjunct) }
      .filter { $0 >= mention.tokens.upperBound && view.isNominal($0) }
      .flatMap { parties(at: $0, depth: depth + 1) }
  }

  /// The entities of one nominal without its conjuncts.
  private func own(_ token: Int, depth: Int) -> [Party] {
    if let mention = view.mention(headedBy: token) {
      guard !mention.isPlace else { return [] }
      let named = mention.entities.map { Party(entity: $0, token: token, directness: 1) }
      if mention.form == .name { return named + namedBeside(token, mention, depth: depth) }
      return mention.form == .nominal && mention.entities.count == 1 && view.partOfSpeech(token) == .noun
        ? named + shared(token, with: mention, depth: depth) : named
    }
    if view.partOfSpeech(token) == .pronoun || view.partOfSpeech(token) == .determiner,
      let noun = relativized(by: token)
    {
      let found = parties(at: noun, depth: depth + 1)
      return found.isEmpty ? authors(of: noun).flatMap { parties(at: $0, depth: depth + 1) } : found
    }
    return modifiers(of: token, depth: depth)
  }

  /// "Bosnian and U.N. diplomats": those besides whom the mention names.
  private func shared(_ token: Int, with mention: EntityMention, depth: Int) -> [Party] {
    var result: [Party] = []
    for child in view.children(token) where child < mention.tokens.lowerBound {
      guard [.adjectivalModifier, .compound].contains(view.relation(child)),
        view.mention(headedBy: child).map({ !$0.isPossessive }) ?? false
      else { continue }
      for party in parties(at: child, depth: depth + 1)
      where !mention.entities.contains(party.entity) && !result.contains(where: { $0.entity == party.entity })
        && view.found.entities[party.entity.index].kind != .agreement
      {
        result.append(Party(entity: party.entity, token: party.token, directness: 1))
      }
    }
    // "the governments of A, B and C" with the first alone inside the mention.
    guard view.document.tokens.pennTag[token] == .nounPlural, mention.tokens.count < 8 else { return result }
    for inside in mention.tokens where inside > token && view.tokens.contains(inside) {
      for child in view.children(inside)
      where view.relation(child) == .conjunct && child >= mention.tokens.upperBound
        && view.mention(headedBy: child) != nil
      {
        for party in parties(at: child, depth: depth + 1)
        where !mention.entities.contains(party.entity) && !result.contains(where: { $0.entity == party.entity }) {
          result.append(Party(entity: party.entity, token: party.token, directness: 1))
        }
      }
    }
    return result
  }

  /// The noun that a relative pronoun stands for.
  func relativized(by token: Int) -> Int? {
    guard [.whDeterminer, .whPronoun].contains(view.document.tokens.pennTag[token]) else { return nil }
    var clause = view.head(token)
    for _ in 0..<4 {
      guard let verb = clause else { return nil }
      if view.relation(verb) == .relativeClause { return view.head(verb) }
      clause = view.head(verb)
    }
    return nil
  }

  // MARK: Actors

  /// "passed a resolution that condemned X": who issued what speaks.
  private func authors(of noun: Int) -> [Int] {
    guard view.lexicon.isWord(view.word(noun), .documents), view.relation(noun) == .object,
      view.mention(headedBy: noun) == nil, let verb = view.head(noun), view.isVerbal(verb),
      view.lexicon.isWord(view.word(verb), .issuing)
    else { return [] }
    return subjectTokens(of: verb)
  }

  /// The tokens that name the actor of a verb or of a copular predicate.
  func subjectTokens(of token: Int, depth: Int = 0) -> [Int] {
    guard depth < Self.maximumDepth else { return [] }
    if view.isVerbal(token), view.hasPassiveSubject(token) {
      let by = words.by
      return view.children(token).filter { child in
        view.relation(child) == .agent || (view.relation(child) == .oblique && view.preposition(of: child) == by)
      }
    }
    // "is concerned by": an adjective that the parse took for a passive has its subject all the same.
    let isVerbal = view.isVerbal(token)
    let own = view.children(token).filter {
      let relation = view.relation($0)
      return [.nominalSubject, .outerSubject, .clausalSubject].contains(relation)
        || !isVerbal && relation == .passiveSubject
    }
    if !own.isEmpty { return own }
    guard let head = view.head(token) else { return [] }
    switch view.relation(token) {
    case .conjunct:
      // "was signed by A and B but collapsed": what was signed collapsed.
      if isVerbal, view.isVerbal(head), view.hasPassiveSubject(head), isActive(token) { return objects(of: head) }
      return view.isVerbal(head) || view.predicate(head) != nil ? subjectTokens(of: head, depth: depth + 1) : []
    case .openComplement:
      // "asked X to": the object acts, unless the subject bound itself ("promised X to").
      // "summoned the envoy to protest": the subject protests.
      if view.predicate(head)?.entry.kind != .commit, !view.lexicon.isWord(view.word(head), .calling) {
        let addressees = view.children(head).filter {
          [.object, .indirectObject].contains(view.relation($0)) && view.isNominal($0) && !isEvent($0)
        }
        if !addressees.isEmpty { return addressees }
        if let governor = view.predicate(head), [.demand, .cause].contains(governor.entry.kind),
          !governor.boundArguments.isEmpty
        {
          return governor.boundArguments
        }
      }
      if view.hasPassiveSubject(head) {
        // "is expected to sign": raising.
        return objects(of: head)
      }
      return subjectTokens(of: head, depth: depth + 1)
    case .adverbialClause:
      // "accused X of", "praised X for", "congratulated X on": the object did it.
      let preposition = view.preposition(of: token)
      // So it is in "stopped X from entering", "forced X into signing".
      let names = view.lexicon.functionWords
      if preposition >= 0,
        preposition == names.of || preposition == names.for || preposition == names.on || preposition == names.over
          || preposition == names.from || preposition == names.into
      {
        let objects = objects(of: head)
        if !objects.isEmpty { return objects }
      }
      // "thanked X for Y's partnership in providing aid": the owner of what it is done in.
      if preposition >= 0, preposition == names.in,
        let mark = view.children(token).first(where: { view.word($0) == preposition }), mark > view.tokens.lowerBound,
        view.partOfSpeech(mark - 1) == .noun,
        case let owners = view.children(mark - 1, .possessive).filter({ view.partOfSpeech($0) != .pronoun }),
        !owners.isEmpty
      {
        return owners
      }
      // "joined X in condemning Y": both condemn.
      if preposition >= 0, preposition == names.in, view.lexicon.isWord(view.word(head), .joining),
        !view.hasPassiveSubject(head)
      {
        return subjectTokens(of: head, depth: depth + 1) + view.children(head, .object)
      }
      if view.hasPassiveSubject(head) { return objects(of: head) }
      // "condemned the use of force by X to": nobody condemns in order to do what is condemned.
      if view.isInfinitive(token), let judgment = view.predicate(head)?.entry, judgment.kind == .evaluate,
        (judgment.weight ?? 0) < 0
      {
        let performers = objects(of: head).flatMap { object in
          view.children(object, .nominalModifier).filter { view.preposition(of: $0) == words.by }
        }
        if !performers.isEmpty { return performers }
      }
      return subjectTokens(of: head, depth: depth + 1)
    case .parataxis where isListed(token, after: head):
      return subjectTokens(of: head, depth: depth + 1)
    case .clausalComplement, .parataxis:
      // "told Y that discord would harm": what has an auxiliary has a subject, though the parse lost it.
      return view.children(token).contains { view.relation($0) == .marker || view.relation($0) == .auxiliary }
        || view.morphology(token).contains(.finite)
        ? [] : subjectTokens(of: head, depth: depth + 1)
    case .adnominalClause:
      if view.morphology(token).contains(.participle), view.morphology(token).contains(.past) {
        let by = words.by
        return view.children(token).filter {
          view.relation($0) == .agent || (view.relation($0) == .oblique && view.preposition(of: $0) == by)
        }
      }
      // "countries supporting …": the noun acts; "plans to scrap", "decision of withdrawing": its owner does.
      if view.predicate(head)?.entry.category == .noun
        || view.children(head).contains(where: { view.relation($0) == .possessive })
        || view.isInfinitive(token) && Self.undertakings.contains(view.lemma(head))
      {
        return nounActors(of: head, depth: depth + 1)
      }
      let authors = authors(of: head)
      return authors.isEmpty ? [head] : authors
    case .relativeClause:
      return view.hasPassiveSubject(token) ? [] : [head]
    default: return []
    }
  }

  /// What one does in order to do something else: "steps to isolate Y".
  private static let undertakings: Set = [
    "action", "campaign", "effort", "initiative", "measure", "mission", "operation", "program", "programme", "push",
    "scheme", "step", "strategy", "work",
  ]

  /// "X cuts ties with Y, recognizes Z": a headline's second verb, behind a comma, is the first one's subject's.
  private func isListed(_ verb: Int, after head: Int) -> Bool {
    guard verb > head, view.form(verb - 1) == ",", view.isVerbal(head),
      // A headline's first verb may have been taken for a noun.
      view.document.tokens.pennTag[verb] == view.document.tokens.pennTag[head]
        || view.document.tokens.pennTag[head] == .nounPlural
          && view.document.tokens.pennTag[verb] == .verbThirdPersonSingular,
      isActive(verb),
      !view.lexicon.traits(ofWord: view.word(verb)).contains(.report), !view.hasPassiveSubject(head)
    else { return false }
    return view.children(verb).allSatisfy {
      ![.nominalSubject, .passiveSubject, .clausalSubject, .expletive, .coordinator].contains(view.relation($0))
    }
  }

  /// Whether a verb joined to a passive one is plainly active: a finite form of its own, or under an auxiliary of its own.
  private func isActive(_ verb: Int) -> Bool {
    switch view.document.tokens.pennTag[verb] {
    case .verbPast, .verbThirdPersonSingular, .verbPresent: true
    default: false
    }
  }

  /// A common noun that tells of an event: "took steps to …" leaves the actor to the subject.
  private func isEvent(_ token: Int) -> Bool {
    view.mention(headedBy: token) == nil && view.partOfSpeech(token) == .noun
      && !view.lexicon.entries(forWord: view.word(token)).isEmpty
  }

  /// The tokens that name the actor of an event noun: its owner, or the subject of the verb that carries it.
  func nounActors(of noun: Int, depth: Int = 0) -> [Int] {
    guard depth < Self.maximumDepth else { return [] }
    let possessors = view.children(noun, .possessive)
    // "have begun their assault": theirs whose verb it is, where nobody knows whom the pronoun means.
    let isUnclear =
      [.object, .oblique].contains(view.relation(noun))
      && possessors.allSatisfy { view.partOfSpeech($0) == .pronoun && view.mention(headedBy: $0) == nil }
    if !possessors.isEmpty, !isUnclear { return possessors }
    let by = view.children(noun).filter {
      view.relation($0) == .nominalModifier && view.preposition(of: $0) == words.by
    }
    if !by.isEmpty { return by }
    let modifying = view.children(noun).filter {
      [.compound, .adjectivalModifier, .descriptiveModifier].contains(view.relation($0)) && !parties(at: $0).isEmpty
    }
    if !modifying.isEmpty { return modifying }
    guard let head = view.head(noun) else { return [] }
    // "expelled diplomats in solidarity with": what stands under "in" is the subject's, whatever it was hung on.
    if view.relation(noun) == .nominalModifier, view.preposition(of: noun) == words.in,
      view.relation(head) == .object, let verb = view.head(head), view.isVerbal(verb)
    {
      return subjectTokens(of: verb, depth: depth + 1)
    }
    switch view.relation(noun) {
    case .object, .oblique, .passiveSubject:
      return view.isVerbal(head) ? subjectTokens(of: head, depth: depth + 1) : []
    // "X's ties with Y, and the importance of supporting Z": what has an article of its own has no owner of others'.
    case .conjunct where view.children(noun).contains { view.relation($0) == .determiner }:
      return carriers(of: noun, depth: depth)
    // "X's response to Y's war, including aid": what answers a deed is no part of it.
    case .nominalModifier
    where view.preposition(of: noun) == words.include && words.include >= 0 && isHostileDeed(head)
      && view.relation(head) == .nominalModifier && view.preposition(of: head) == words.to:
      return view.head(head).map { nounActors(of: $0, depth: depth + 1) } ?? []
    case .conjunct, .nominalModifier: return nounActors(of: head, depth: depth + 1)
    default: return []
    }
  }

  /// The subject of the verb that a list of nouns hangs on.
  private func carriers(of conjunct: Int, depth: Int) -> [Int] {
    var first = conjunct
    for _ in 0..<Self.maximumDepth where view.relation(first) == .conjunct {
      guard let head = view.head(first) else { return [] }
      first = head
    }
    guard let verb = view.head(first), view.isVerbal(verb) else {
      // Under a preposition the noun above carries all of them.
      guard let head = view.head(first), view.relation(first) == .nominalModifier else { return [] }
      return nounActors(of: head, depth: depth + 1)
    }
    switch view.relation(first) {
    case .object, .oblique, .passiveSubject: return subjectTokens(of: verb, depth: depth + 1)
    default: return []
    }
  }

  /// The parties of the first slot that is filled.
  func sources(of predicate: ChosenPredicate) -> [Party] {
    // "in support of Ukraine": what stands under "of" is backed, not backing.
    let of = Slot.preposition(words.of)
    let isUnderIn =
      predicate.entry.category == .noun
      && view.preposition(of: predicate.token) == words.in
    // "underscored the U.S. commitment to X": the commitment is the owner's as well.
    if predicate.entry.category == .verb, predicate.entry.kind == .evaluate || predicate.entry.kind == .commit,
      let noun = predicate.companionNoun, isAttitude(noun), !isAttitudeVerb(predicate.token)
    {
      let owners = (view.children(noun, .possessive) + view.children(noun, .compound)).filter {
        view.partOfSpeech($0) != .pronoun
      }.flatMap { parties(at: $0) }
      if !owners.isEmpty { return unique(subjectTokens(of: predicate.token).flatMap { parties(at: $0) } + owners) }
    }
    // "X's annexation by Y": the owner bears it.
    if let agents = agentsBesideOwner(of: predicate) { return agents }
    for slot in predicate.entry.sources where !(isUnderIn && slot == of) && !suffers(slot, of: predicate) {
      // An agreement does nothing; under "of" it is what something is done to.
      let found = unique(fillers(slot, of: predicate).flatMap { parties(at: $0) }).filter {
        view.found.entities[$0.entity.index].kind != .agreement
      }
      if !found.isEmpty {
        return slot == .subject
          ? unique(found + alsoDoing(predicate.token) + accompanying(predicate.token)) : found
      }
    }
    if predicate.entry.category == .noun {
      return isWitnessed(predicate) || isDeplored(predicate)
        ? [] : unique(nounActors(of: predicate.token).flatMap { parties(at: $0) })
    }
    // "is committed to", "is opposed to": whoever is pledged or minded so.
    if predicate.entry.kind == .commit || view.lexicon.isWord(view.word(predicate.token), .dispositions),
      view.hasPassiveSubject(predicate.token)
    {
      let subjects = unique(objects(of: predicate.token).flatMap { parties(at: $0) })
      if !subjects.isEmpty { return subjects }
    }
    guard predicate.entry.sources.isEmpty || predicate.entry.sources.contains(.subject) else { return [] }
    let tokens = subjectTokens(of: predicate.token)
    let subjects = unique(tokens.flatMap { parties(at: $0) })
    // "Critics oppose the deal": a subject that nobody is known by is one all the same.
    let isNamedOtherwise = tokens.contains {
      // "the treaty that created the court".
      relativized(by: $0).map { view.partOfSpeech($0) == .noun } ?? false
        || view.partOfSpeech($0) == .noun || view.partOfSpeech($0) == .properNoun
        || view.document.tokens.pennTag[$0] == .personalPronoun
          && ["i", "we", "you"].contains(view.lemma($0).lowercased())
    }
    return subjects.isEmpty && !isNamedOtherwise ? actorBefore(predicate.token) : subjects
  }

  /// "face", "suffer": verbs whose subject undergoes what the noun tells, which the lexicon gives no actor.
  func isUndergone(by verb: Int) -> Bool {
    view.lexicon.entries(forWord: view.word(verb)).contains {
      $0.category == .verb && $0.kind == .light && $0.sources.isEmpty
    }
  }

  /// "commitment", "support", "concern": a noun that tells how its owner stands.
  private func isAttitude(_ noun: Int) -> Bool {
    view.lexicon.entries(forWord: view.word(noun)).contains {
      $0.category == .noun && $0.companions.isEmpty && ($0.kind == .evaluate || $0.kind == .commit)
    }
  }

  /// "oppose", "praise": a verb that tells by itself how its subject stands, unlike "underscore" and "express".
  private func isAttitudeVerb(_ verb: Int) -> Bool {
    view.lexicon.entries(forWord: view.word(verb)).contains {
      $0.category == .verb && $0.companions.isEmpty && $0.kind == .evaluate && abs($0.weight ?? 0) >= 0.3
    }
  }

  /// Whether a hostile deed is only what its clause judges or speaks of: "condemned the attack" attacks nobody.
  func isWitnessed(_ deed: ChosenPredicate) -> Bool {
    guard deed.entry.event?.isConflict ?? ((deed.entry.weight ?? 0) < 0) else { return false }
    var token = deed.token
    for _ in 0..<6 {
      guard let head = view.head(token) else { return false }
      switch view.relation(token) {
      case .conjunct: break
      case .object, .oblique, .passiveSubject, .nominalModifier, .nominalSubject:
        guard let governor = view.predicate(head)?.entry else {
          // "welcomed the truce agreed by the parties to the conflict": what is above the noun decides.
          if view.relation(token) == .nominalModifier, !view.isVerbal(head) { break }
          // "the treaty covers attacks on X": what no verb of the lexicon carries out.
          return view.relation(token) == .nominalSubject || isUndergone(by: head)
            || view.relation(token) != .nominalModifier && view.isVerbal(head)
        }
        if view.isVerbal(head), isUndergone(by: head) { return true }
        switch governor.kind {
        case .evaluate, .demand, .mutual, .state: return true
        case .act where governor.category == .noun:
          // "welcomed the lifting of sanctions"; "X's threat of attack" is X's.
          if view.relation(token) != .nominalModifier || !view.children(head, .possessive).isEmpty { return false }
        case .act: return governor.category == .verb && governor.event != .mobilize && view.relation(token) != .object
        case .report: return view.isVerbal(head) && [.assault, .mobilize].contains(deed.entry.event)
        case .light, .modal, .commit, .uphold, .reverse, .cause:
          if governor.category == .verb { return false }
        }
      default: return false
      }
      token = head
    }
    return false
  }

  /// Whether a friendly deed is what its clause finds fault with: "raised concerns over X's support for Y" supports nobody.
  private func isDeplored(_ deed: ChosenPredicate) -> Bool {
    guard (deed.entry.weight ?? deed.entry.event?.intensity ?? 0) > 0 else { return false }
    var token = deed.token
    for _ in 0..<4 {
      guard let head = view.head(token),
        [.object, .oblique, .nominalModifier, .conjunct].contains(view.relation(token))
      else { return false }
      if view.isVerbal(head) {
        guard let governor = view.predicate(head)?.entry else { return false }
        return governor.kind == .evaluate && (governor.weight ?? 0) < 0
      }
      token = head
    }
    return false
  }

  /// The back-off where the tree gives a finite active verb no actor: the last one named before it in the clause.
  ///
  /// Names in other roles, under prepositions, and behind another verb are passed over, and the party is marked as
  /// less direct, so that its claims are less sure.
  private func actorBefore(_ verb: Int) -> [Party] {
    guard view.partOfSpeech(verb) == .verb, !view.hasPassiveSubject(verb),
      view.morphology(verb).contains(.finite) || view.relation(verb) == .root
    else { return [] }
    var token = verb - 1
    while token >= view.tokens.lowerBound, verb - token <= 25 {
      defer { token -= 1 }
      if view.partOfSpeech(token) == .verb, view.relation(token) != .adnominalClause,
        view.relation(token) != .relativeClause, view.relation(token) != .adjectivalModifier,
        view.relation(token) != .adverbialClause || view.head(token) != verb
      {
        return []
      }
      guard let mention = view.mention(headedBy: token), !mention.isPlace, !mention.isPossessive, !mention.isModifier
      else { continue }
      // "X, having criticized Y, praised": what something is done to in passing.
      if view.relation(token) == .object, let other = view.head(token), other != verb, other < token,
        view.relation(other) == .adverbialClause || view.relation(other) == .adnominalClause
      {
        continue
      }
      let before = mention.tokens.lowerBound - 1
      if before >= view.tokens.lowerBound {
        let part = view.partOfSpeech(before)
        if part == .adposition { continue }
        if part == .determiner, before > view.tokens.lowerBound, view.partOfSpeech(before - 1) == .adposition {
          continue
        }
      }
      return mention.entities.map { Party(entity: $0, token: token, directness: 0.65) }
    }
    return []
  }

  func unique(_ parties: [Party]) -> [Party] {
    var result: [Party] = []
    for party in parties where !result.contains(where: { $0.entity == party.entity }) { result.append(party) }
    return result
  }
}
