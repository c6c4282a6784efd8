import Diplomacy
import Linguistics

// Whose a common noun is: by who owns, runs or rules what it names.

extension Arguments {
  private static let backing: Set = [
    "back", "base", "support", "sponsor", "fund", "train", "arm", "make", "build", "control", "hold", "occupy", "equip",
  ]

  /// The entities that a common noun belongs to: "Japan's efforts", "Sudanese troops", "leaders of NATO".
  func modifiers(of token: Int, depth: Int = 0) -> [Party] {
    guard depth < Self.maximumDepth else { return [] }
    var result: [Party] = []
    // "a Turkey-based group": where it sits, not whose it is.
    if view.word(token) == words.base, view.partOfSpeech(token) != .noun { return [] }
    let rulers = rulers(token)
    if !rulers.isEmpty { return rulers }
    // "Russian-backed rebels", "Gulf-funded schools": whoever backs them is not who they are.
    if token > view.tokens.lowerBound, Self.backing.contains(view.lemma(token)),
      view.form(token - 1) == "-" || view.relation(token) == .adjectivalModifier && view.isVerbal(token)
    {
      return []
    }
    // "Lebanon's Hezbollah militia": the body, not the country it is of.
    if let body = view.children(token, .compound).last(where: { child in
      view.mention(headedBy: child)?.entities.contains {
        view.found.entities[$0.index].kind == .organization
      } ?? false
    }), !view.children(token, .possessive).isEmpty {
      return parties(at: body, depth: depth + 1).map {
        Party(entity: $0.entity, token: $0.token, directness: $0.directness * 0.85)
      }
    }
    // Rebels of a country are not that country's.
    let isRebel =
      view.lexicon.isWord(view.word(token), .insurgents)
      || token > view.tokens.lowerBound && view.lexicon.isWord(view.word(token - 1), .insurgents)
        && view.relation(token - 1) == .compound
    // "X's adviser, Y" is Y.
    if let name = namedAfter(token) {
      return view.mention(headedBy: name) == nil ? [] : parties(at: name, depth: depth + 1)
    }
    let isTopical =
      view.lexicon.isWord(view.word(token), .topical) && !view.children(token, .possessive).isEmpty
    for child in view.children(token) {
      switch view.relation(child) {
      // "X's Cuba policy" is X's.
      case .compound where isTopical, .adjectivalModifier where isTopical: continue
      case .possessive, .compound, .adjectivalModifier, .nominalModifier, .descriptiveModifier, .apposition:
        if view.relation(child) == .nominalModifier {
          let preposition = view.preposition(of: child)
          // "critics, including South Korea and China": some of those meant.
          guard
            preposition == words.of || preposition == words.by || preposition == words.from
              || preposition == words.include && words.include >= 0 || preposition < 0 && isNamedAmong(child)
          else { continue }
          // "those suffering from X's war": a deed that somebody bears is not who bears it.
          if view.mention(headedBy: child) == nil, isHostileDeed(child) { continue }
          // "attacks by X, including against Y": some of the deeds, and no party.
          if preposition == words.include, view.children(child).filter({ view.relation($0) == .caseMarker }).count > 1 {
            continue
          }
          // "talks between X and Y, including Z's meeting with": a part of what happens, and no party.
          if preposition == words.include, view.mention(headedBy: child) == nil, view.predicate(child) != nil {
            continue
          }
          // "the invasion of X": what is invaded does not own the invasion.
          if preposition != words.by, let noun = view.predicate(token), suffers(.preposition(preposition), of: noun) {
            continue
          }
        }
        // "the EFTA countries Iceland and Norway": the body only says which.
        if view.relation(child) == .compound, namesFollow(token) { continue }
        let inner =
          view.relation(child) == .apposition && view.mention(headedBy: child) == nil
          ? [] : parties(at: child, depth: depth + 1)
        // "Presidents X and Y" are the presidents.
        let isName =
          view.relation(child) == .apposition && child == token + 1
          && view.document.tokens.pennTag[token] == .nounPlural
        for party in inner where !result.contains(where: { $0.entity == party.entity }) {
          if isRebel, view.found.entities[party.entity.index].kind == .country { continue }
          result.append(
            Party(entity: party.entity, token: party.token, directness: party.directness * (isName ? 1 : 0.85)))
        }
      // "charities run by X", "missiles fired by X": whose hands they are in.
      case .adnominalClause where view.lexicon.isWord(view.word(child), .wielding):
        guard view.predicate(token)?.entry.kind != .mutual else { continue }
        let wielders = view.children(child).filter {
          view.relation($0) == .agent || view.relation($0) == .oblique && view.preposition(of: $0) == words.by
        }
        for party in wielders.flatMap({ parties(at: $0, depth: depth + 1) })
        where !result.contains(where: { $0.entity == party.entity }) {
          result.append(Party(entity: party.entity, token: party.token, directness: party.directness * 0.85))
        }
      default: continue
      }
    }
    if result.isEmpty { result = leaders(of: token, depth: depth) }
    return result
  }

  /// A plural noun right before the name of one of those meant.
  private func namesFollow(_ token: Int) -> Bool {
    guard view.document.tokens.pennTag[token] == .nounPlural, token + 1 < view.tokens.upperBound,
      view.partOfSpeech(token + 1) == .properNoun
    else { return false }
    let mention = Int(view.found.tokenMention[token + 1])
    return mention >= 0 && view.found.mentions[mention].form == .name
      && view.found.mentions[mention].tokens.lowerBound == token + 1
  }

  /// The person named right behind a noun that somebody owns, as whom it stands for, known or not.
  private func namedAfter(_ noun: Int) -> Int? {
    guard view.document.tokens.pennTag[noun] == .noun else { return nil }
    let owners = view.children(noun, .possessive)
    guard !owners.isEmpty else { return nil }
    func isPerson(_ token: Int) -> Bool {
      guard let mention = view.mention(headedBy: token) else { return false }
      return mention.form == .name && mention.entities.count == 1
        && view.found.entities[mention.entities[0].index].kind == .official
    }
    return view.children(noun, .apposition).first { child in
      guard child > noun, child - noun < 4, view.partOfSpeech(child) == .properNoun else { return false }
      return isPerson(child) || view.mention(headedBy: child) == nil && owners.contains(where: isPerson)
    }
  }

  /// "fighters loyal to X".
  private func leaders(of noun: Int, depth: Int) -> [Party] {
    let next = noun + 1
    guard next < view.tokens.upperBound, view.lexicon.isWord(view.word(next), .loyal) else { return [] }
    return (Array(view.children(next)) + Array(view.children(noun))).filter {
      $0 > next && [.oblique, .nominalModifier].contains(view.relation($0)) && view.preposition(of: $0) == words.to
    }.flatMap { parties(at: $0, depth: depth + 1) }.map {
      Party(entity: $0.entity, token: $0.token, directness: $0.directness * 0.85)
    }
  }

  /// "war", "attacks", "sanctions": a noun that tells of something done to somebody.
  func isHostileDeed(_ noun: Int) -> Bool {
    guard let entry = view.predicate(noun)?.entry else { return false }
    return entry.category == .noun && (entry.kind == .act || entry.kind == .mutual)
      && (entry.weight ?? entry.event?.intensity ?? 0) < 0
  }

  /// "countries, among them X and Y".
  private func isNamedAmong(_ token: Int) -> Bool {
    view.children(token).contains {
      view.partOfSpeech($0) == .pronoun && $0 < token && view.preposition(of: $0) == words.among && words.among >= 0
    }
  }

  /// "the regime in Niger", "police in Chad": who rules there; "allies in Canada, Japan and Chile": those.
  private func rulers(_ token: Int) -> [Party] {
    let next = token + 1
    guard next < view.tokens.upperBound, view.word(next) == words.in, view.relation(next) == .caseMarker,
      let place = view.head(next), place > token
    else { return [] }
    let isList = Self.friends.contains(view.lemma(token))
    guard isList || view.lexicon.isWord(view.word(token), [.regimes, .organs]), view.mention(headedBy: token) == nil
    else { return [] }
    return countries(at: place, withList: isList, directness: 0.9)
  }

  private static let friends: Set = ["ally", "colleague", "counterpart", "friend", "partner"]

  /// The countries that a word and those joined to it name, be they only places.
  func countries(at token: Int, withList: Bool = true, directness: Double) -> [Party] {
    (withList ? [token] + view.children(token, .conjunct) : [token]).flatMap { token -> [Party] in
      guard let mention = view.mention(headedBy: token), mention.entities.count == 1,
        view.found.entities[mention.entities[0].index].kind == .country
      else { return [] }
      return [Party(entity: mention.entities[0], token: token, directness: directness)]
    }
  }

  /// "support for the people in Sudan": the countries where those live to whom one stands so.
  func dwelling(at token: Int) -> [Party] {
    guard view.mention(headedBy: token) == nil, view.partOfSpeech(token) == .noun,
      Self.inhabitants.contains(view.lemma(token))
    else { return [] }
    let verb = view.relation(token) == .object ? view.head(token) : nil
    let under = view.children(token, .nominalModifier) + (verb.map { view.children($0, .oblique) } ?? [])
    return unique(
      under.filter { $0 > token && $0 - token < 8 && view.preposition(of: $0) == words.in && words.in >= 0 }
        .flatMap { countries(at: $0, directness: 0.85) })
  }

  private static let inhabitants: Set = [
    "citizen", "city", "civilian", "community", "democracy", "election", "family", "farmer", "home", "hospital",
    "institution", "journalist", "people", "population", "protester", "resident", "school", "town", "victim", "village",
    "villager",
  ]
}
