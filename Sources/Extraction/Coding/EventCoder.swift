import Diplomacy
import Linguistics
import Provenance

/// Codes who supports or opposes whom and what, and who does something together, from parsed sentences.
///
/// Each predicate of the lexicon is read where it stands: its arguments from the dependency tree, its modality,
/// negation and attribution from what governs it, and the polarity of what it is about from the predicates nested in
/// it. Rules code nothing that no words between the parties say. Of pairs that they leave open a fitted model may find a
/// relation likely, from how the two hang together in a sentence; its claims say so and carry its probability.
struct EventCoder: Sendable {
  let lexicon: PredicateLexicon
  let words: OperatorWords
  /// Reads pairs that no rule relates; nil: they stay unrelated.
  let openPairs: OpenPairReader?
  /// Sentences over which "the move" is that of whoever acted last.
  private static let reach = 1

  /// - Parameter weights: nil: the rules alone decide.
  init(lexicon: PredicateLexicon, weights: CoderWeights? = nil) {
    self.lexicon = lexicon
    let words = OperatorWords(lexicon)
    self.words = words
    openPairs = weights.map { OpenPairReader(model: $0.openPairs, events: $0.pairs.events, words: words) }
  }

  /// - Complexity: O(tokens) but for walks up and down a tree, which are bounded by constants.
  func claims(in document: Document, found: DocumentEntities) -> [Claim] { code(document, found: found).claims }

  /// The claims of a document, and the views of the sentences that name anybody, in order.
  ///
  /// - Complexity: as ``claims(in:found:)``.
  func code(_ document: Document, found: DocumentEntities) -> (claims: [Claim], views: [SentenceView]) {
    var views: [SentenceView] = []
    var sheet = ClaimSheet()
    let context = CodingContext(document, found: found, lexicon: lexicon)
    var doers: [ID<Entity>] = []
    var toldIn = 0
    for sentence in document.sentences.indices {
      let zone = document.sentences[sentence].zone
      guard zone == .body || zone == .headline || zone == .caption, !found.sentenceMentions[sentence].isEmpty else {
        continue
      }
      let view = SentenceView(context, sentence: sentence)
      var coder = SentenceCoder(
        view: view, words: words, dates: ClaimDates(found, sentence: sentence),
        priorDoers: sentence - toldIn <= Self.reach ? doers : [])
      coder.run()
      let acting = coder.mainDoers()
      if !acting.isEmpty { (doers, toldIn) = (acting, sentence) }
      views.append(view)
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
    if let openPairs {
      for claim in openPairs.claims(in: context, views: views, beside: sheet.sorted()) { sheet.add(claim) }
    }
    return (sheet.sorted(), views)
  }
}
