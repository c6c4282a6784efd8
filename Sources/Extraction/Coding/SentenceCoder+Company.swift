import Diplomacy
import Linguistics

// What several do together without a verb of doing so: who acts along with whom, who toils with whom, who speaks with
// one voice.

extension SentenceCoder {
  /// The cue of those who act together.
  static let together = PredicateEntry(
    category: .noun, kind: .mutual, event: .cooperate, weight: 0.3, sources: [], targets: [], complement: .none,
    companions: [], name: "together")

  /// "A, together with B, launched", "in coordination with B, A imposed", "alongside B": they do it together.
  mutating func codeCompany(at token: Int) {
    let words = view.lexicon.functionWords
    let word = view.word(token)
    guard word >= 0 else { return }
    var companions: [Party] = []
    var top = token
    if view.lexicon.isWord(word, .company), view.preposition(of: token) == words.in,
      view.mention(headedBy: token) == nil
    {
      companions = view.children(token, .nominalModifier).filter { view.preposition(of: $0) == words.with }
        .flatMap { arguments.parties(at: $0) }
    } else if word == words.with, isBracketed(token) || isHandInHand(token), let nominal = view.head(token),
      nominal > token
    {
      // "X and, with Y, formed", "working hand in hand with Y".
      top = nominal
      companions = arguments.parties(at: nominal)
    } else if word == words.next || word == words.beside {
      // "spoke standing next to X".
      let marker = word == words.next ? token + 1 : token
      guard marker < view.tokens.upperBound, view.relation(marker) == .caseMarker, let nominal = view.head(marker),
        nominal > marker, isPerson(nominal)
      else { return }
      top = nominal
      companions = arguments.parties(at: nominal)
    } else if word == words.alongside || (word == words.together || word == words.along) && isBeforeWith(token) {
      let marker = word == words.alongside ? token : token + 1
      guard view.relation(marker) == .caseMarker, let nominal = view.head(marker), nominal > marker else { return }
      top = nominal
      companions = arguments.parties(at: nominal)
    } else {
      return
    }
    companions = companions.filter { $0.directness > 0.7 && !isAgreement($0.entity) }
    guard !companions.isEmpty, var (verb, actors) = actors(above: top) else { return }
    // "said the government, in agreement with X, had decided": whoever stands right before the phrase.
    // "imposed sanctions on Y, in agreement with X": what stands there after the verb is its object.
    if view.lexicon.isWord(word, .company), token < verb || isOfReport(verb), let named = named(before: token) {
      actors = named
    }
    // "which remain in the accord along with X": what all of them are, and none of them does.
    if word == words.along || word == words.together, isStative(above: top) { return }
    // "criticized A along with B" has B for an object.
    if word == words.along || word == words.together, token > verb { return }
    let others = actors.filter { actor in
      actor.directness > 0.7 && !isAgreement(actor.entity)
        && !companions.contains { isSameSide($0.entity, actor.entity) }
    }
    guard !others.isEmpty else { return }
    let context = contexts.context(of: verb)
    guard context.claimModality == .asserted || context.claimModality == .planned, !context.isRequested else { return }
    pairwise(others, companions, weight: 0.3, cue(at: token), context)
  }

  private func isOfReport(_ verb: Int) -> Bool {
    view.lexicon.traits(ofWord: view.word(verb)).contains(.report)
  }

  private func cue(at token: Int) -> ChosenPredicate {
    ChosenPredicate(token: token, entry: Self.together, boundArguments: [], companionNoun: nil)
  }

  /// ", with Y," before the verb of the clause.
  private func isBracketed(_ marker: Int) -> Bool {
    guard view.relation(marker) == .caseMarker, marker > view.tokens.lowerBound,
      view.form(marker - 1) == ",", let nominal = view.head(marker), nominal > marker,
      let mention = view.mention(headedBy: nominal), let verb = view.head(nominal), view.isVerbal(verb), verb > nominal
    else { return false }
    var end = max(mention.tokens.upperBound, nominal + 1)
    for child in view.children(nominal, .conjunct) {
      end = max(end, view.mention(headedBy: child)?.tokens.upperBound ?? child + 1)
    }
    return end < view.tokens.upperBound && view.form(end) == ","
  }

  /// "hand in hand with", "side by side with", "shoulder to shoulder with".
  private func isHandInHand(_ marker: Int) -> Bool {
    guard marker - 3 >= view.tokens.lowerBound, view.relation(marker) == .caseMarker else { return false }
    let last = view.form(marker - 1).lowercased()
    return ["hand", "side", "shoulder", "arm"].contains(last) && view.form(marker - 3).lowercased() == last
  }

  /// Whether the verb of the clause that a phrase stands in is one of being somewhere or being part of something.
  private func isStative(above phrase: Int) -> Bool {
    var token = phrase
    for _ in 0..<6 {
      guard let head = view.head(token) else { return false }
      token = head
      if view.isVerbal(token) { return Self.stative.contains(view.lemma(token)) }
    }
    return false
  }

  private static let stative: Set = [
    "be", "belong", "have", "lie", "number", "rank", "remain", "sit", "stay", "border", "face", "suffer", "own",
  ]

  private func isPerson(_ token: Int) -> Bool {
    view.mention(headedBy: token)?.entities.contains { view.found.entities[$0.index].kind == .official } ?? false
  }

  private func isBeforeWith(_ token: Int) -> Bool {
    let next = token + 1
    return next < view.tokens.upperBound && view.word(next) == view.lexicon.functionWords.with
  }

  /// The actor whose mention ends at the comma before "in" and a noun.
  private func named(before noun: Int) -> [Party]? {
    var token = noun - 1
    while token > view.tokens.lowerBound, noun - token < 4, view.form(token) != "," { token -= 1 }
    guard token > view.tokens.lowerBound, view.form(token) == ",", let mention = view.found.mention(at: token - 1),
      mention.tokens.upperBound == token, !mention.isPlace, mention.form != .pronoun
    else { return nil }
    let parties = arguments.parties(at: mention.head)
    return parties.isEmpty ? nil : parties
  }

  /// The verb of the clause that a phrase stands in, and who acts in it.
  private func actors(above phrase: Int) -> (verb: Int, actors: [Party])? {
    var token = phrase
    for _ in 0..<6 {
      guard let head = view.head(token) else { return nil }
      token = head
      guard view.isVerbal(token) else { continue }
      let found = arguments.unique(arguments.subjectTokens(of: token).flatMap { arguments.parties(at: $0) })
      if !found.isEmpty { return (token, found) }
    }
    return nil
  }

  /// "the work of A, B and C to": they toil together.
  mutating func codeSharedToil(at noun: Int) {
    guard view.partOfSpeech(noun) == .noun, view.lexicon.isWord(view.word(noun), .toil),
      view.mention(headedBy: noun) == nil
    else { return }
    let of = view.lexicon.functionWords.of
    let owners = view.children(noun, .nominalModifier).filter { view.preposition(of: $0) == of }
      .flatMap { arguments.parties(at: $0) }
    let parties = arguments.unique(owners).filter { $0.directness > 0.8 && !isAgreement($0.entity) }
    guard parties.count > 1, parties.count <= Self.largestClique else { return }
    var context = contexts.context(of: noun)
    context.isCancelled = false
    guard context.claimModality == .asserted else { return }
    pairwise(parties, [], weight: 0.3, cue(at: noun), context)
  }

  /// "The United States, Japan and Australia condemn": the issuers of a text say together what it says.
  mutating func codeOneVoice(_ predicate: ChosenPredicate, _ context: ClauseContext) {
    guard !view.textHolders.isEmpty, context.speakers.isEmpty, context.claimModality == .asserted,
      [.evaluate, .demand, .commit].contains(predicate.entry.kind), predicate.entry.category != .noun,
      view.relation(predicate.token) == .root
    else { return }
    let speakers = arguments.sources(of: predicate).filter {
      $0.directness > 0.7 && view.found.entities[$0.entity.index].kind != .official && !isAgreement($0.entity)
    }
    guard speakers.count > 1, speakers.contains(where: { view.textHolders.contains($0.entity) }) else { return }
    pairwise(speakers, [], weight: 0.3, cue(at: predicate.token), context)
  }
}
