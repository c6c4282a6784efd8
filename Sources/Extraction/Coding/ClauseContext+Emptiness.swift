import Diplomacy
import Linguistics

// Words that tell that nothing was done, or done to nobody, without a negation on the verb.

extension ContextReader {
  private static let empty: Set = ["nobody", "none", "nothing", "noone"]

  /// "nothing", "nobody", "no one", "little" before an infinitive.
  func isEmpty(_ token: Int) -> Bool {
    guard view.mention(headedBy: token) == nil else { return false }
    switch view.partOfSpeech(token) {
    case .pronoun, .determiner, .noun, .adjective: break
    default: return false
    }
    let form = view.form(token).lowercased()
    if Self.empty.contains(form) {
      // "nothing but help".
      let next = token + 1
      return next >= view.tokens.upperBound || !["but", "except", "short"].contains(view.form(next))
    }
    if form == "little" {
      // "did little to help", but "did a little to help".
      return token > view.tokens.lowerBound && view.form(token - 1).lowercased() != "a"
    }
    return form == "one" && token > view.tokens.lowerBound && view.form(token - 1).lowercased() == "no"
  }

  /// "menaced nobody", "is directed against no one", "threatens no country": a deed done to none.
  func hasEmptyObject(_ verb: Int) -> Bool {
    guard view.isVerbal(verb) || view.partOfSpeech(verb) == .adjective, let predicate = view.predicate(verb) else {
      return false
    }
    switch predicate.entry.kind {
    case .act, .evaluate, .mutual: break
    default: return false
    }
    let isHostile = (predicate.entry.weight ?? predicate.entry.event?.intensity ?? 0) < 0
    return view.children(verb).contains { child in
      switch view.relation(child) {
      case .object: break
      case .oblique:
        guard predicate.boundArguments.contains(child) || view.preposition(of: child) == against else { return false }
      default: return false
      }
      if view.form(child).lowercased() == "little" { return false }
      return isEmpty(child)
        || isHostile && view.partOfSpeech(child) == .noun && child != predicate.companionNoun
          && view.children(child, .determiner).contains { words.isNegation(view.word($0)) }
    }
  }

  private var against: Int32 { view.lexicon.functionWords.against }

  /// "Our support for X will not waver": an attitude with an owner is there, whatever will not become of it.
  func isLasting(_ noun: Int, under verb: Int) -> Bool {
    guard let entry = view.predicate(noun)?.entry, entry.category == .noun, entry.kind == .evaluate,
      view.isVerbal(verb),
      hasNegation(verb), !Self.existing.contains(view.lemma(verb))
    else { return false }
    return view.children(noun).contains {
      view.relation($0) == .possessive
        || [.adjectivalModifier, .compound].contains(view.relation($0))
          && view.mention(headedBy: $0) != nil
    }
  }

  private static let existing: Set = ["be", "exist", "come", "materialize", "arrive", "follow", "suffice"]

  /// "ordered a freeze in relations with X", "a rupture in ties": what stands under "in" right behind a noun of ending is
  /// ended, whatever the parse hung it on.
  func readBrake(before token: Int, into context: inout ClauseContext) {
    guard view.partOfSpeech(token) == .noun, view.predicate(token)?.entry.kind == .mutual,
      view.preposition(of: token) == view.lexicon.functionWords.in
    else { return }
    guard let marker = view.children(token).first(where: { view.relation($0) == .caseMarker }),
      marker > view.tokens.lowerBound
    else { return }
    let brake = marker - 1
    guard view.partOfSpeech(brake) == .noun, !isGovernor(brake, of: token) else { return }
    let ends = view.lexicon.entries(forWord: view.word(brake)).contains { entry in
      entry.category == .noun && entry.companions.isEmpty
        && (entry.kind == .reverse || entry.event == .sanction || entry.event == .reject)
        && (entry.weight ?? entry.event?.intensity ?? 0) < 0
    }
    guard ends else { return }
    context.isCancelled.toggle()
    context.operators.append(view.lemma(brake))
  }

  /// Whether the walk up the tree will meet a noun as what governs another.
  private func isGovernor(_ noun: Int, of token: Int) -> Bool {
    view.head(token) == noun && view.predicate(noun)?.entry.kind == .reverse
  }

  /// "little sympathy", "scant regard", but not "a little sympathy": hardly any of what one may feel.
  func isScant(_ adjective: Int, of noun: Int) -> Bool {
    guard adjective < noun, view.partOfSpeech(noun) == .noun,
      ["little", "scant", "scarce"].contains(view.form(adjective)),
      let entry = view.predicate(noun)?.entry ?? view.lexicon.entries(forWord: view.word(noun)).first,
      entry.category == .noun, (entry.weight ?? entry.event?.intensity ?? 0) > 0
    else { return false }
    return adjective == view.tokens.lowerBound || view.form(adjective - 1).lowercased() != "a"
  }

  /// "denied X's claim that it had attacked": what a charge says that is thrown back.
  func isDeniedCharge(_ noun: Int) -> Bool {
    guard view.predicate(noun) == nil, view.lexicon.isWord(view.word(noun), .charges), let verb = view.head(noun),
      let denial = view.predicate(verb), denial.companionNoun == noun
    else { return false }
    return (denial.entry.weight ?? denial.entry.event?.intensity ?? 0) < 0
  }

  /// "instead of helping X", "rather than condemn X": what is not done.
  func isSetAside(_ verb: Int) -> Bool {
    guard view.isVerbal(verb) else { return false }
    return view.children(verb).contains { child in
      guard child < verb else { return false }
      switch view.relation(child) {
      case .marker, .coordinator, .caseMarker, .adverbialModifier: break
      default: return false
      }
      let next = child + 1
      guard next < verb else { return false }
      switch view.form(child).lowercased() {
      case "instead": return view.form(next) == "of"
      case "rather": return view.form(next) == "than"
      default: return false
      }
    }
  }

  /// "no evidence that X attacked".
  func isUnproven(_ noun: Int) -> Bool {
    view.partOfSpeech(noun) == .noun && Self.proofs.contains(view.lemma(noun)) && hasNegation(noun)
  }

  private static let proofs: Set = ["basis", "evidence", "indication", "proof", "record", "sign", "suggestion"]
}
