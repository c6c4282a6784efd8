import Diplomacy
import Linguistics

/// "it" and "them" where an agreement, and no state, is meant.
extension EntityReader {
  /// Whether a name is one of a list, which "it" stands for none of.
  func isListed(_ candidate: RawMention) -> Bool {
    guard document.tokens.areParsed, candidate.form == .name else { return false }
    return candidate.words.contains { word in
      let token = Int(view.words[word].token)
      let next = candidate.words.upperBound
      if document.tokens.relation[token] == .conjunct { return true }
      guard next + 1 < view.words.count, view.words[next].id == WordScanner.Mark.comma || view.words[next].id == ids.and
      else { return false }
      let behind = Int(view.words[next + 1].token)
      return document.tokens.relation[behind] == .conjunct && Int(document.tokens.head[behind]) == token
    }
  }

  func isObjectOfDocumentVerb(_ mention: Int) -> Bool {
    guard isObjectPronoun(mention) else { return false }
    let token = Int(view.words[raw[mention].words.lowerBound].token)
    let lemma = document.tokens.lemmaText(Int(document.tokens.head[token]))
    return document.tokens.relation[token] == .object && Self.turning.contains(lemma) && lemma != "extend"
      || document.tokens.relation[token] == .oblique && Self.keeping.contains(lemma)
  }

  /// The agreement spoken of last, where a pronoun is the object of a verb such as "ratify" or "renounce".
  func agreementObject(_ mention: Int, isPlural: Bool) -> Int32? {
    guard isObjectPronoun(mention) else { return nil }
    let token = Int(view.words[raw[mention].words.lowerBound].token)
    let verb = Int(document.tokens.head[token])
    let lemma = document.tokens.lemmaText(verb)
    let reach: Int
    if document.tokens.relation[token] == .object, Self.turning.contains(lemma) {
      reach = 2
    } else if document.tokens.relation[token] == .object, Self.judging.contains(lemma) {
      // "welcomed it" right after a pact was spoken of.
      reach = 1
    } else if document.tokens.relation[token] == .oblique, Self.keeping.contains(lemma) {
      reach = 2
    } else {
      return nil
    }
    var index = mention - 1
    while index >= 0, raw[mention].sentence - raw[index].sentence <= reach, mention - index < Self.window {
      if raw[index].kind == .agreement, let draft = raw[index].entities.first, raw[index].entities.count == 1,
        drafts[Int(draft)].agreement?.isPlural == isPlural || !isPlural
      {
        return draft
      }
      index -= 1
    }
    return nil
  }

  /// Verbs of judging what was agreed as well as who did.
  private static let judging: Set = ["approve", "denounce", "endorse", "hail", "oppose", "reject", "scrap", "welcome"]

  /// Verbs that with a preposition are about documents: "abide by it", "adhere to it".
  private static let keeping: Set = ["abide", "adhere", "accede", "comply"]

  /// Verbs whose object is more likely a document than a state.
  private static let turning: Set = [
    "abrogate", "annul", "breach", "extend", "honor", "honour", "implement", "initial", "ratify", "renegotiate",
    "renew",
    "renounce", "repudiate", "revoke", "rescind", "sign", "terminate", "violate",
  ]
}
