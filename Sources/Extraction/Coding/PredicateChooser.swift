import Diplomacy
import Linguistics

/// Chooses for each token of a sentence the sense of the lexicon that fits best.
///
/// A lemma may have several senses. The one with the most companions present (particles, prepositions, nouns) wins;
/// among equals the one whose slots are filled by what it takes: clauses by verbs of speech, demand and intent,
/// agreements and events by verbs that end or further them, actors by verbs that act on or judge them.
struct PredicateChooser {
  let view: SentenceView

  func choose() -> [ChosenPredicate?] {
    var chosen = [ChosenPredicate?](repeating: nil, count: view.tokens.count)
    let base = view.tokens.lowerBound
    var consumed: Set<Int> = []
    for token in view.tokens {
      guard var category = category(of: token) else { continue }
      // "remain tense" may be tagged a noun; the lexicon knows better.
      if category == .noun || category == .verb {
        let traits = view.lexicon.traits(ofWord: view.word(token))
        if !traits.contains(category == .noun ? .noun : .verb), traits.contains(.adjective) { category = .adjective }
      }
      if category == .noun, isUntaggedVerb(token) { category = .verb }
      let best = bestSense(of: category, at: token)
      chosen[token - base] = best
      if let noun = best?.companionNoun { consumed.insert(noun) }
    }
    for noun in consumed {
      // A dispute that is settled was one all the same.
      // So was an alliance between two others that is reaffirmed.
      if let entry = chosen[noun - base]?.entry, entry.kind == .mutual,
        (entry.weight ?? 0) < 0 || isBetweenOthers(noun)
      {
        continue
      }
      chosen[noun - base] = nil
    }
    return chosen
  }

  private func bestSense(of category: PredicateEntry.Category, at token: Int) -> ChosenPredicate? {
    var best: ChosenPredicate?
    var bestScore: Double?
    // A companion that the sentence has no word for is not there.
    view.lexicon.forEachSense(ofWord: view.word(token), category, among: view.wordMask) { entry in
      guard let bound = bind(entry, at: token) else { return }
      guard let first = best else {
        best = bound
        return
      }
      // A companion outweighs a better fit of slots, but not a clause that the sense has no place for. Nothing is weighed
      // where no other sense has its companions.
      func score(_ sense: ChosenPredicate) -> Double { 3.5 * Double(sense.entry.companions.count) + fit(sense) }
      let before = bestScore ?? score(first)
      let now = score(bound)
      if now > before { best = bound }
      bestScore = max(now, before)
    }
    return best
  }

  private func isBetweenOthers(_ noun: Int) -> Bool {
    let between = view.lexicon.functionWords.between
    return between >= 0
      && view.children(noun, .nominalModifier).contains {
        view.preposition(of: $0) == between && view.mention(headedBy: $0) != nil
      }
  }

  private func category(of token: Int) -> PredicateEntry.Category? {
    // Nor does "cessation of hostilities" tell of hostilities.
    if isInsideAgreement(token) { return nil }
    // What lies inside a name is no predicate: "Defense Support Agreement", "Security Treaty".
    if let mention = view.found.mention(at: token), mention.form == .name {
      let heads = view.mention(headedBy: token) != nil
      if view.partOfSpeech(token) == .properNoun || heads && mention.form == .name { return nil }
    }
    if let mention = view.mention(headedBy: token), mention.form != .name,
      view.partOfSpeech(token) == .noun || view.partOfSpeech(token) == .properNoun
    {
      // "the deal", "both ministers": things and people, not events.
      return nil
    }
    return switch view.partOfSpeech(token) {
    case .verb: .verb
    case .noun: .noun
    case .adjective: .adjective
    case .properNoun where view.relation(token) != .flat && view.mention(headedBy: token) == nil: .noun
    default: nil
    }
  }

  /// "Canada sanctions Belarus": what has a subject and no copula is a verb, whatever its tag.
  private func isUntaggedVerb(_ token: Int) -> Bool {
    guard view.relation(token) == .root || view.relation(token) == .parataxis, view.lexicon.isVerb(view.word(token))
    else { return false }
    var hasSubject = false
    for child in view.children(token) {
      switch view.relation(child) {
      case .copula: return false
      case .nominalSubject, .passiveSubject: hasSubject = true
      default: continue
      }
    }
    return hasSubject
  }

  private func isInsideAgreement(_ token: Int) -> Bool {
    var index = Int(view.found.tokenMention[token])
    while index >= 0 {
      let mention = view.found.mentions[index]
      if mention.entities.contains(where: { view.found.entities[$0.index].kind == .agreement }) { return true }
      index = Int(view.found.enclosing[index])
    }
    return false
  }

  // MARK: Companions

  private func bind(_ entry: PredicateEntry, at token: Int) -> ChosenPredicate? {
    var chosen = ChosenPredicate(token: token, entry: entry, boundArguments: [], companionNoun: nil)
    for (place, companion) in entry.companions.enumerated() {
      let isLast = place == entry.companions.count - 1
      if hasParticle(companion, of: token) { continue }
      // "go on strike", "take into custody": the preposition of the companion that follows.
      if !isLast, let noun = companionNoun(entry.companions[place + 1], of: token, among: entry.companions),
        view.preposition(of: noun) == companion
      {
        continue
      }
      if isLast,
        case let arguments = underPreposition(companion, of: token, as: entry),
        !arguments.isEmpty
      {
        chosen.boundArguments = arguments
        continue
      }
      if let noun = companionNoun(companion, of: token, among: entry.companions) {
        // An agreement stays an argument of its own: "signed the pact".
        // Of "struck a deal" it tells what was struck.
        if let mention = view.mention(headedBy: noun),
          !(entry.kind == .mutual && view.lexicon.isWord(view.word(token), .striking)),
          !(entry.kind == .act && entry.event == .retreat && view.lexicon.isWord(view.word(token), .proclaiming)),
          mention.entities.contains(where: { view.found.entities[$0.index].kind == .agreement })
        {
          return nil
        }
        // "make X's war a failure" makes no war.
        if entry.kind == .act, (entry.weight ?? 0) < 0, ownsDeed(noun) { return nil }
        chosen.companionNoun = noun
        continue
      }
      return nil
    }
    return chosen
  }

  /// Whether a companion tells of somebody's hostile deed: "Putin's war".
  private func ownsDeed(_ noun: Int) -> Bool {
    view.children(noun).contains {
      view.relation($0) == .possessive && view.partOfSpeech($0) != .pronoun && view.mention(headedBy: $0) != nil
    }
      && view.lexicon.entries(forWord: view.word(noun)).contains {
        $0.category == .noun && ($0.event == .assault || $0.event == .threaten)
      }
  }

  private func hasParticle(_ companion: Int32, of token: Int) -> Bool {
    // "pulled out of the pact" parsed as a phrase with two prepositions.
    let next = token + 1
    if next + 1 < view.tokens.upperBound, view.word(next) == companion, view.relation(next) == .caseMarker,
      view.relation(next + 1) == .caseMarker, view.head(next) == view.head(next + 1)
    {
      return true
    }
    // "rules out tanks" with the adverb taken for a preposition of the object.
    if next < view.tokens.upperBound, view.word(next) == companion,
      [.caseMarker, .adjectivalModifier, .adverbialModifier, .compound].contains(view.relation(next)),
      view.lexicon.isWord(companion, .particles), view.partOfSpeech(token) == .verb, let object = view.head(next),
      object > next, view.head(object) == token,
      view.relation(object) == .object
    {
      return true
    }
    return view.children(token).contains { child in
      // "pulled the state out of the pact".
      if view.relation(child) == .oblique, view.partOfSpeech(token) == .verb {
        return view.children(child).contains { marker in
          view.relation(marker) == .caseMarker && view.word(marker) == companion && marker + 1 < child
            && view.relation(marker + 1) == .caseMarker && view.head(marker + 1) == child
        }
      }
      guard view.word(child) == companion else { return false }
      switch view.relation(child) {
      case .verbParticle, .adverbialModifier, .compound: return true
      case .adjectivalModifier: return view.partOfSpeech(token) == .noun
      default: return false
      }
    }
  }

  private func companionNoun(_ companion: Int32, of token: Int, among companions: [Int32]) -> Int? {
    func fits(_ child: Int) -> Bool {
      switch view.relation(child) {
      case .object, .passiveSubject, .openComplement: true
      case .oblique: companions.contains(view.preposition(of: child))
      default: false
      }
    }
    for child in view.children(token) {
      let word = view.word(child)
      if word == companion || isTitle(companion, of: child) {
        if fits(child) { return child }
      } else if view.lexicon.isWord(word, .quantities) || isShare(child), fits(child) {
        // "a new round of sanctions", "all of its forces": what it is a round of.
        let of = view.lexicon.functionWords.of
        let measured = view.children(child).first {
          view.word($0) == companion && view.relation($0) == .nominalModifier && view.preposition(of: $0) == of
        }
        if let measured { return measured }
      } else if view.relation(child) == .object, view.mention(headedBy: child) == nil {
        // "suspended supplies and flights to".
        if let joined = view.children(child, .conjunct).first(where: { view.word($0) == companion }) { return joined }
      }
    }
    return nil
  }

  /// "all of", "most of", "two of".
  private func isShare(_ token: Int) -> Bool {
    switch view.partOfSpeech(token) {
    case .pronoun, .determiner, .numeral, .adjective: view.mention(headedBy: token) == nil
    default: false
    }
  }

  /// "summoned Ambassador X": the title of a person named is the noun as well.
  private func isTitle(_ companion: Int32, of name: Int) -> Bool {
    guard companion >= 0, let mention = view.mention(headedBy: name), mention.tokens.count > 1,
      mention.entities.count == 1, view.found.entities[mention.entities[0].index].kind == .official
    else { return false }
    return mention.tokens.contains { view.tokens.contains($0) && view.titleWord($0) == companion }
  }

  /// "agreed with X to exchange" goes with "agree to"; "spoke today to calm fears" does not go with "speak to".
  private func mayTakeInfinitive(_ entry: PredicateEntry, at token: Int) -> Bool {
    entry.kind == .commit || entry.targets.contains(.infinitive)
      || view.lexicon.entries(forWord: view.word(token)).contains {
        $0.category == entry.category && $0.kind == .commit && $0.companions.isEmpty
          && $0.targets.contains(.infinitive)
      }
  }

  private func underPreposition(_ preposition: Int32, of token: Int, as entry: PredicateEntry) -> [Int] {
    let arguments = Arguments(view: view)
    return view.children(token).filter { child in
      switch view.relation(child) {
      // "spoke today to calm fears": an infinitive of purpose stands under no preposition.
      case .adverbialClause where view.isInfinitive(child) && !mayTakeInfinitive(entry, at: token): return false
      case .oblique, .agent, .nominalModifier, .adverbialClause, .adnominalClause, .openComplement, .clausalComplement:
        return view.preposition(of: child) == preposition && !view.isDate(child)
          // "for his part, called": a phrase that opens the clause belongs to no verb of its own, unless it names somebody.
          && (child > token || view.mention(headedBy: child) != nil || arguments.relativized(by: child) != nil)
      default: return false
      }
    }
  }

  // MARK: Senses

  private enum Filler { case clause, agreement, event, actor, other }

  private func fit(_ predicate: ChosenPredicate) -> Double {
    let arguments = Arguments(view: view)
    let entry = predicate.entry
    var score = 0.0
    for slot in entry.targets {
      for filler in arguments.fillers(slot, of: predicate) {
        score = max(score, affinity(entry.kind, to: kind(of: filler)))
      }
    }
    // A clause that the sense has no slot for speaks against it.
    let takesClause = entry.targets.contains(.infinitive) || entry.targets.contains(.thatClause)
    if !takesClause, entry.category == .verb,
      view.children(predicate.token).contains(where: {
        view.relation($0) == .clausalComplement || view.relation($0) == .openComplement
      })
    {
      score -= 1.5
    }
    // "denied that it had sold": the conjunction tells of a clause even where the parse has lost it.
    if entry.category == .verb, !entry.targets.contains(.thatClause),
      predicate.token + 1 < view.tokens.upperBound, view.relation(predicate.token + 1) == .marker,
      view.form(predicate.token + 1) == "that"
    {
      score -= 4
    }
    // "told X that" reports, "told X to" demands.
    if entry.kind == .demand, entry.category == .verb, entry.companions.isEmpty,
      !view.children(predicate.token).contains(where: { view.relation($0) == .openComplement }),
      view.lexicon.traits(ofWord: view.word(predicate.token)).contains(.report)
    {
      score -= 4
    }
    // "wants Japan to lift curbs" is a demand, "wants to lift curbs" a wish of one's own.
    if entry.kind == .demand, !entry.targets.isEmpty, isOwnIntent(predicate.token) { score -= 1 }
    // "asked them to leave" is a demand whatever "asked to leave" is.
    if entry.kind == .modal || entry.kind == .commit, entry.category == .verb,
      view.children(predicate.token).contains(where: {
        [.object, .indirectObject].contains(view.relation($0)) && view.isNominal($0) && $0 > predicate.token
          && !view.isDate($0)
      }), view.children(predicate.token).contains(where: { view.relation($0) == .openComplement }),
      view.lexicon.traits(ofWord: view.word(predicate.token)).contains(.demand)
    {
      score -= 5
    }
    // "reversed its decision to withdraw": what the companion is about decides, which a set phrase leaves out.
    if let noun = predicate.companionNoun, entry.kind == .act,
      view.lexicon.traits(ofWord: view.word(noun)).contains(.intent),
      view.children(noun).contains(where: { view.relation($0) == .adnominalClause && view.isVerbal($0) })
    {
      score -= 3
    }
    if entry.kind == .report || entry.kind == .light { score += 0.1 }
    // "insists that the state honor the pact": a bare verb under "that" is what is asked for.
    if entry.kind == .demand || entry.kind == .report, entry.category == .verb, entry.targets.contains(.thatClause),
      isMandative(predicate.token)
    {
      score += entry.kind == .demand ? 6 : -2
    }
    return score
  }

  /// Whether a verb has a clause for complement whose verb is bare although its subject is one.
  private func isMandative(_ token: Int) -> Bool {
    guard view.lexicon.traits(ofWord: view.word(token)).isSuperset(of: [.report, .demand]) else { return false }
    return view.children(token).contains { clause in
      guard view.relation(clause) == .clausalComplement,
        [.verbBase, .verbPresent].contains(view.document.tokens.pennTag[clause])
      else { return false }
      var hasSubject = false
      for child in view.children(clause) {
        switch view.relation(child) {
        case .auxiliary, .passiveAuxiliary, .copula: return false
        case .nominalSubject: hasSubject = view.mention(headedBy: child)?.entities.count == 1
        default: continue
        }
      }
      return hasSubject
    }
  }

  /// An infinitive without anybody to whom it is put.
  private func isOwnIntent(_ token: Int) -> Bool {
    let children = view.children(token)
    return children.contains { view.relation($0) == .openComplement }
      && !view.hasPassiveSubject(token)
      && !children.contains { [.object, .indirectObject, .oblique].contains(view.relation($0)) }
  }

  private func kind(of token: Int) -> Filler {
    if let mention = view.mention(headedBy: token) {
      return mention.entities.contains { view.found.entities[$0.index].kind == .agreement } ? .agreement : .actor
    }
    switch view.relation(token) {
    case .clausalComplement, .openComplement, .adverbialClause, .adnominalClause, .clausalSubject: return .clause
    default: break
    }
    if view.partOfSpeech(token) == .noun, !view.lexicon.entries(forWord: view.word(token)).isEmpty { return .event }
    return .other
  }

  private func affinity(_ kind: PredicateEntry.Class, to filler: Filler) -> Double {
    switch filler {
    case .clause:
      switch kind {
      case .demand, .commit, .modal, .report, .cause: 3
      case .reverse: 2.5
      case .evaluate, .uphold: 2
      default: 0
      }
    case .agreement:
      switch kind {
      case .reverse, .uphold: 3
      case .mutual, .evaluate: 2.8
      case .commit: 2
      default: 1
      }
    case .event:
      switch kind {
      case .evaluate: 3.1
      case .reverse, .uphold, .light: 3
      case .demand: 2.9
      case .commit, .modal: 2.5
      case .mutual: 1.5
      default: 1.5
      }
    case .actor:
      switch kind {
      case .act, .evaluate, .demand: 3
      case .mutual: 2.9
      case .reverse, .uphold: 1
      default: 0.5
      }
    case .other:
      switch kind {
      case .evaluate: 1.1
      case .act, .reverse, .uphold, .light: 1
      default: 0.5
      }
    }
  }
}
