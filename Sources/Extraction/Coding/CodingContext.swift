import Diplomacy
import Linguistics

/// What all sentences of a document are coded against: its trees, its mentions, and the lexicon's words for its lemmas.
///
/// A class, so that a sentence's view holds one reference.
final class CodingContext: Sendable {
  let document: Document
  let found: DocumentEntities
  let lexicon: PredicateLexicon
  /// For each distinct lemma of the document the lexicon's word, or −1.
  let lemmaWords: [Int32]
  /// For each distinct lemma that is none of the lexicon's words the word that it is in small letters, or −1.
  let titleWords: [Int32]
  /// Whose judgment the text's own words are: the official who says "I" in it, else the governments that issued it.
  let textHolders: [ID<Entity>]

  /// Sets right the trees of those sentences that name anybody.
  ///
  /// - Complexity: O(tokens).
  init(_ document: Document, found: DocumentEntities, lexicon: PredicateLexicon) {
    let lemmaWords = lexicon.words(ofLemmas: document.tokens.lemmas)
    let tokenMention = found.tokenMention
    let repair = TreeRepair(lexicon: lexicon)
    let names = NameRepair(lexicon: lexicon)
    var document = document
    for sentence in document.sentences.indices where !found.sentenceMentions[sentence].isEmpty {
      let tokens = document.sentences[sentence].tokens
      names.repair(&document, sentence: tokens, lemmaWords: lemmaWords, found: found)
      repair.repair(&document, sentence: tokens, lemmaWords: lemmaWords) {
        tokens.contains($0) && tokenMention[$0] >= 0
      }
    }
    self.document = document
    self.found = found
    self.lexicon = lexicon
    self.lemmaWords = lemmaWords
    if let holder = found.holder {
      let speaksForSelf = found.mentions.contains { $0.isHolder && $0.form == .pronoun && $0.entities == [holder] }
      textHolders = [speaksForSelf ? holder : found.holderCountry ?? holder]
    } else {
      textHolders = found.holderCountries
    }
    titleWords = lexicon.titleWords(ofLemmas: document.tokens.lemmas, words: lemmaWords)
  }
}
