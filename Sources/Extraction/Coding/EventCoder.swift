import Diplomacy
import Linguistics
import Provenance

/// Codes who supports or opposes whom and what, and who does something together, from parsed sentences.
///
/// Each predicate of the lexicon is read where it stands: its arguments from the dependency tree, its modality,
/// negation and attribution from what governs it, and the polarity of what it is about from the predicates nested in
/// it. Nothing is coded that no words between the parties say: co-occurrence alone gives no claim.
struct EventCoder: Sendable {
  let lexicon: PredicateLexicon
  private let words: OperatorWords

  init(lexicon: PredicateLexicon) {
    self.lexicon = lexicon
    words = OperatorWords(lexicon)
  }

  /// - Complexity: O(tokens) but for walks up and down a tree, which are bounded by constants.
  func claims(in document: Document, found: DocumentEntities) -> [Claim] {
    var sheet = ClaimSheet()
    let lemmaWords = lexicon.words(ofLemmas: document.tokens.lemmas)
    let document = repaired(document, found: found, lemmaWords: lemmaWords)
    for sentence in document.sentences.indices {
      let zone = document.sentences[sentence].zone
      guard zone == .body || zone == .headline || zone == .caption, !found.sentenceMentions[sentence].isEmpty else {
        continue
      }
      let view = SentenceView(
        document: document, found: found, lexicon: lexicon, lemmaWords: lemmaWords, sentence: sentence)
      var coder = SentenceCoder(view: view, words: words, dates: ClaimDates(found, sentence: sentence))
      coder.run()
      for claim in coder.claims { sheet.add(claim) }
      for rebuttal in coder.rebuttals {
        let source = rebuttal.source.entity
        for accuser in sheet.accusers(upTo: sentence, of: { coder.isSameSide($0, source) })
        where !coder.isSameSide(accuser, source) {
          var claim = rebuttal.claim
          claim.target = accuser
          sheet.add(claim)
        }
      }
    }
    return sheet.sorted()
  }

  /// The document with the trees of those sentences that name anybody set right.
  func repaired(_ document: Document, found: DocumentEntities, lemmaWords: [Int32]) -> Document {
    var result = document
    let repair = TreeRepair(lexicon: lexicon)
    let names = NameRepair(lexicon: lexicon)
    for sentence in document.sentences.indices where !found.sentenceMentions[sentence].isEmpty {
      let tokens = document.sentences[sentence].tokens
      names.repair(&result, sentence: tokens, lemmaWords: lemmaWords, found: found)
      repair.repair(&result, sentence: tokens, lemmaWords: lemmaWords) { found.tokenMention[$0] >= 0 }
    }
    return result
  }
}
