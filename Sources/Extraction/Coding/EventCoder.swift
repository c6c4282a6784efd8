import Diplomacy
import Linguistics
import Provenance

/// Codes who supports or opposes whom and what, and who does something together, from parsed sentences.
///
/// Each predicate of the lexicon is read where it stands: its arguments from the dependency tree, its modality,
/// negation and attribution from what governs it, and the polarity of what it is about from the predicates nested in
/// it. Nothing is coded that no words between the parties say: co-occurrence alone gives no claim.
///
/// A class, since it is handed on with its tables.
final class EventCoder: Sendable {
  let lexicon: PredicateLexicon
  let words: OperatorWords
  /// Sentences over which "the move" is that of whoever acted last.
  private static let reach = 1

  init(lexicon: PredicateLexicon) {
    self.lexicon = lexicon
    words = OperatorWords(lexicon)
  }

  /// - Complexity: O(tokens) but for walks up and down a tree, which are bounded by constants.
  func claims(in document: Document, found: DocumentEntities) -> [Claim] { code(document, found: found).claims }

  /// The claims of a document, and the views of those sentences that made any, by sentence.
  ///
  /// - Complexity: as ``claims(in:found:)``.
  func code(_ document: Document, found: DocumentEntities) -> (claims: [Claim], views: [Int: SentenceView]) {
    var views: [Int: SentenceView] = [:]
    var sheet = ClaimSheet()
    let context = CodingContext(document, found: found, lexicon: lexicon)
    var prior = MainDeed()
    var lead = MainDeed()
    var toldIn = 0
    for sentence in document.sentences.indices {
      let zone = document.sentences[sentence].zone
      guard zone == .body || zone == .headline || zone == .caption, !found.sentenceMentions[sentence].isEmpty else {
        continue
      }
      let view = SentenceView(context, sentence: sentence)
      var coder = SentenceCoder(
        view: view, words: words, dates: ClaimDates(found, sentence: sentence),
        prior: sentence - toldIn <= Self.reach ? prior : MainDeed(), lead: lead)
      coder.run()
      let deed = coder.mainDeed()
      if !deed.doers.isEmpty {
        (prior, toldIn) = (deed, sentence)
        if lead.doers.isEmpty, zone == .body { lead = deed }
      }
      if !coder.claims.isEmpty { views[sentence] = view }
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
    return (sheet.sorted(), views)
  }
}
