import Diplomacy
import Linguistics

/// What it would mean for someone or something if a proposition came true.
struct Effect {
  var party: Party
  /// + good for it, − bad for it: scrapping a pact is − for the pact, revoking the decision to scrap it +.
  var sign: Double
  /// Names of the predicates composed, outermost first.
  var path: [String]
  /// Whether it comes from doing something together ("cooperation with X"), which says more of ties than of views.
  var isMutual = false
}

/// Composes the polarity of nested predicates: whether "revoke its decision to withdraw from the pact" is for or
/// against the pact.
struct Effects {
  let view: SentenceView
  let arguments: Arguments
  let context: ContextReader
  private static let maximumDepth = 8

  /// The effects of the proposition or thing that a token heads.
  func effects(of token: Int, depth: Int = 0) -> [Effect] {
    guard depth < Self.maximumDepth else { return [] }
    var result: [Effect]
    if view.mention(headedBy: token) != nil {
      result = arguments.parties(at: token).map { Effect(party: $0, sign: 1, path: []) }
    } else if let predicate = view.predicate(token) {
      result = effects(of: predicate, depth: depth)
    } else {
      result = unspecific(token, depth: depth)
    }
    if view.mention(headedBy: token) == nil {
      for child in view.children(token)
      where view.relation(child) == .conjunct && (view.isVerbal(child) || view.isNominal(child)) {
        result += effects(of: child, depth: depth + 1)
      }
    }
    if view.mention(headedBy: token) == nil, context.hasNegation(token) {
      for i in result.indices {
        result[i].sign = -result[i].sign
        result[i].path.insert("not", at: 0)
      }
    }
    return result
  }

  private func effects(of predicate: ChosenPredicate, depth: Int) -> [Effect] {
    let entry = predicate.entry
    var result: [Effect] = []
    func compose(_ tokens: [Int], _ factor: Double) {
      for token in tokens {
        for var effect in effects(of: token, depth: depth + 1) {
          effect.sign *= factor
          effect.path.insert(entry.name, at: 0)
          result.append(effect)
        }
      }
    }
    let content = contents(of: predicate)
    switch entry.kind {
    case .reverse: compose(content, -1)
    case .uphold, .modal, .commit, .cause, .light:
      compose(content, 1)
      if entry.kind == .uphold { compose(foes(of: predicate, besides: content), -1) }
      // "the procedure for X's accession": good for X.
      if entry.category == .noun, view.lexicon.isWord(view.word(predicate.token), .belonging) {
        for child in view.children(predicate.token, .possessive) where view.partOfSpeech(child) != .pronoun {
          for party in arguments.parties(at: child)
          where !result.contains(where: { $0.party.entity == party.entity }) {
            result.append(Effect(party: party, sign: 1, path: [entry.name]))
          }
        }
      }
    // Whoever is called on is not favored by it.
    case .demand: compose(content.filter { view.mention(headedBy: $0) == nil || isAgreement($0) }, 1)
    // "the announcement of an extension of the truce" is good for the truce as the extension is.
    case .report:
      compose(
        content.filter { content in
          !view.isNominal(content)
            || entry.category == .noun
              && (isAgreement(content)
                || [.uphold, .reverse].contains(view.predicate(content)?.entry.kind ?? .report))
        }, 1)
    case .act, .evaluate, .state:
      let weight = entry.weight ?? entry.event?.intensity ?? 0
      let sign: Double = weight < 0 ? -1 : weight > 0 ? 1 : 0
      // "the withdrawal of X's troops", "the denuclearization of X": who is to give way is not favored by it.
      // "the release of X" is good for X.
      let isConcession =
        entry.category == .noun && (entry.event == .retreat || entry.event == .concede)
        && !["release", "return"].contains(entry.name)
      // "threats of an attack on X": the one deed is what the other consists of.
      if sign < 0, entry.category == .noun, entry.kind == .act {
        let of = content.filter { isHostileDeed($0) && view.preposition(of: $0) == context.words.of }
        compose(of, 1)
        compose(content.filter { !of.contains($0) }, isConcession ? -sign : sign)
      } else if sign != 0 {
        compose(content, isConcession ? -sign : sign)
      }
      if sign > 0 { compose(foes(of: predicate, besides: content), -1) }
      // "a return to the deal" is good for the deal.
      if isConcession {
        for index in result.indices where view.found.entities[result[index].party.entity.index].kind == .agreement {
          result[index].sign = -result[index].sign
        }
      }
      // "deter Russian aggression": to stop a hostile act is against whoever does it.
      if sign < 0, entry.category == .noun, entry.kind == .act {
        for party in doers(of: predicate.token)
        where !result.contains(where: { $0.party.entity == party.entity }) {
          result.append(Effect(party: party, sign: 1, path: [entry.name]))
        }
      }
    case .mutual:
      let weight = entry.weight ?? entry.event?.intensity ?? 0
      let sign: Double = weight < 0 ? -1 : 1
      let parties = entry.category == .noun ? arguments.modifiers(of: predicate.token) : []
      // "A-B-C cooperation": who values it favors the tie, and not each of the three.
      if parties.count > 2 { return [] }
      // "an end to X's war against Y": X's deed, which is bad for Y alone.
      if sign < 0, entry.category == .noun, let struck = struck(by: predicate) {
        compose(struck, -1)
        for party in doers(of: predicate.token)
        where !result.contains(where: { $0.party.entity == party.entity }) {
          result.append(Effect(party: party, sign: 1, path: [entry.name]))
        }
        return result
      }
      compose(content.filter { isAgreement($0) || !isTopic($0) }, sign)
      for i in result.indices { result[i].isMutual = true }
      for party in parties where !result.contains(where: { $0.party.entity == party.entity }) {
        result.append(Effect(party: party, sign: sign, path: [entry.name], isMutual: true))
      }
    }
    return result
  }

  private func isAgreement(_ token: Int) -> Bool {
    view.mention(headedBy: token)?.entities.contains { view.found.entities[$0.index].kind == .agreement } ?? false
  }

  /// "reach a deal on the border of X": about what, and not with whom.
  private func isTopic(_ token: Int) -> Bool {
    let words = view.lexicon.functionWords
    return [words.on, words.over, words.about].contains(view.preposition(of: token)) && view.preposition(of: token) >= 0
      && view.mention(headedBy: token) == nil && view.predicate(token) == nil
  }

  private func isHostile(_ entry: PredicateEntry) -> Bool {
    entry.kind == .act && (entry.weight ?? entry.event?.intensity ?? 0) < 0
  }

  private func isHostileDeed(_ noun: Int) -> Bool {
    guard let entry = view.predicate(noun)?.entry else { return false }
    return entry.category == .noun && isHostile(entry)
  }

  /// Whom a war or a campaign is against that has an owner; nil where it is told as one between its sides.
  private func struck(by deed: ChosenPredicate) -> [Int]? {
    guard !doers(of: deed.token).isEmpty else { return nil }
    let words = view.lexicon.functionWords
    let under = view.children(deed.token, .nominalModifier).filter {
      let preposition = view.preposition(of: $0)
      return preposition >= 0 && (preposition == words.against || preposition == words.on)
    }
    return under.isEmpty ? nil : under
  }

  /// "the defense of X against Y": what stands under "against" beside something friendly.
  private func foes(of predicate: ChosenPredicate, besides content: [Int]) -> [Int] {
    let against = view.lexicon.functionWords.against
    guard against >= 0, !content.isEmpty, view.wordMask.mayContain(WordMask([against])) else { return [] }
    return view.children(predicate.token).filter { child in
      [.nominalModifier, .oblique].contains(view.relation(child)) && !content.contains(child)
        && view.preposition(of: child) == against
    }
  }

  /// Whose deed an event noun is by its owner or its adjective of origin.
  private func doers(of noun: Int) -> [Party] {
    view.children(noun).flatMap { child -> [Party] in
      switch view.relation(child) {
      case .possessive: return arguments.parties(at: child)
      case .adjectivalModifier, .compound:
        return view.partOfSpeech(child) == .adjective ? arguments.parties(at: child) : []
      default: return []
      }
    }
  }

  /// The object, the clause or the nominal that a predicate is about.
  func contents(of predicate: ChosenPredicate) -> [Int] {
    var tokens: [Int] = []
    func add(_ found: [Int]) { for token in found where !tokens.contains(token) { tokens.append(token) } }
    for slot in predicate.entry.targets {
      let found = arguments.fillers(slot, of: predicate)
      add(found)
      if found.isEmpty { continue }
      // A plain object ("its troops") leaves room for what stands under a preposition; an event or a name does not.
      let isPlain = found.allSatisfy { view.mention(headedBy: $0) == nil && view.predicate($0) == nil }
      if slot != .object || !isPlain { break }
    }
    for child in view.children(predicate.token) {
      switch view.relation(child) {
      case .openComplement, .clausalComplement: add([child])
      case .adnominalClause where predicate.entry.category == .noun: add([child])
      case .adverbialClause where predicate.boundArguments.contains(child): add([child])
      default: continue
      }
    }
    if predicate.entry.category == .verb, tokens.isEmpty { add(arguments.objects(of: predicate.token)) }
    // "X's Cuba policy" is X's.
    let isTopical =
      view.lexicon.isWord(view.word(predicate.token), .topical)
      && !view.children(predicate.token, .possessive).isEmpty
    if predicate.entry.category == .noun, tokens.isEmpty, !isTopical {
      for child in view.children(predicate.token) {
        if view.relation(child) == .nominalModifier,
          view.preposition(of: child) == context.words.of
            || view.preposition(of: child) == context.words.for
        {
          add([child])
        } else if view.relation(child) == .compound || view.relation(child) == .adjectivalModifier,
          view.mention(headedBy: child) != nil,
          // "Iran sanctions" hit Iran, "Iranian attacks" do not, and "U.S. fears" are felt there.
          view.partOfSpeech(child) != .adjective && predicate.entry.kind != .evaluate
            || !isHostile(predicate.entry)
              && !(predicate.entry.kind == .evaluate && predicate.entry.sources.contains(.adjectival))
        {
          add([child])
        }
      }
    }
    return tokens
  }

  /// A noun or verb that the lexicon does not know: what hangs on it by "of", and for verbs the object.
  private func unspecific(_ token: Int, depth: Int) -> [Effect] {
    var result: [Effect] = []
    for child in view.children(token) {
      switch view.relation(child) {
      case .nominalModifier:
        let preposition = view.preposition(of: child)
        // "the price for its attack": what is paid for is no part of the price.
        if preposition == context.words.of || preposition == context.words.for && !isHostileDeed(child) {
          result += effects(of: child, depth: depth + 1)
        }
      case .adnominalClause
      where view.predicate(child)?.entry.kind == .act && !view.isInfinitive(child) && view.preposition(of: child) < 0:
        // "forces surrounding X": what the noun does, and not what becomes of it.
        continue
      case .object where view.isVerbal(token) && isHostileDeed(child):
        // What an unknown verb makes of somebody's attack nobody knows.
        continue
      case .possessive:
        // "the treaty's protocols", "its amended version", "NATO's command".
        result += arguments.parties(at: child).filter {
          guard $0.directness == 1 else { return false }
          // "committed to X's security".
          if view.lexicon.isWord(view.word(token), .welfare), view.partOfSpeech(child) != .pronoun { return true }
          switch view.found.entities[$0.entity.index].details {
          case .agreement: return true
          case .organization(let body): return body.isIntergovernmental && view.partOfSpeech(child) != .pronoun
          default: return false
          }
        }.map { Effect(party: $0, sign: 1, path: []) }
      case .openComplement, .adnominalClause, .object:
        result += effects(of: child, depth: depth + 1)
      // "X's Cuba policy" is X's.
      case .compound, .adjectivalModifier:
        if view.lexicon.isWord(view.word(token), .topical), !view.children(token, .possessive).isEmpty { continue }
        result += arguments.parties(at: child).map { party in
          var party = party
          party.directness *= 0.85
          return Effect(party: party, sign: 1, path: [])
        }
      default: continue
      }
    }
    return result
  }
}
