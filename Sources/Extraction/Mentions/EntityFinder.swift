public import Linguistics
import Provenance

/// Finds the countries, officials, organizations and agreements of a document, and all that stands for them.
///
/// Tags and a parse are used where the document has them, and needed nowhere.
public struct EntityFinder: Sendable {
  /// An object: to hand the finder on copies no tables, and other modules need not know what it is made of.
  private final class Tables: Sendable {
    let gazetteer: GazetteerTables
    let dates: DateResolver

    init(_ gazetteer: GazetteerTables) {
      self.gazetteer = gazetteer
      dates = DateResolver(vocabulary: gazetteer.vocabulary)
    }
  }

  private let tables: Tables
  private var gazetteer: GazetteerTables { @inline(__always) _read { yield tables.gazetteer } }

  public init(gazetteer: Gazetteer) { tables = Tables(gazetteer.tables) }

  /// - Complexity: O(bytes of the text); each rule looks at a window of bounded length.
  public func find(in document: Document) -> DocumentEntities { find(in: document, words: words(of: document)) }

  /// The same with the document's words, which need not be looked up again.
  func find(in document: Document, words: DocumentWords) -> DocumentEntities {
    var reader = EntityReader(document: document, gazetteer: gazetteer, words: words)
    reader.readMentions()
    reader.linkNames()
    reader.findIssuers()
    reader.nameOfficesBefore()
    reader.shareCountries()
    reader.inferCountries()
    reader.findHolders()
    reader.findTurns()
    reader.addAcronyms()
    reader.linkTheRest()
    reader.nameLeaders()
    let found = tables.dates.expressions(in: reader.view, of: document, publication: document.metadata.date)
    return reader.result(dates: found)
  }

  /// The names of several tokens, which a parser may take as one word each: token ranges, in order, disjoint.
  ///
  /// Titles and articles are left out: "Toshimitsu Motegi", not "Foreign Minister Toshimitsu Motegi".
  public func nameRanges(in document: Document) -> [Range<Int>] {
    nameRanges(in: document, words: words(of: document))
  }

  private func nameRanges(in document: Document, words: DocumentWords) -> [Range<Int>] {
    var reader = EntityReader(document: document, gazetteer: gazetteer, words: words)
    reader.readMentions()
    return reader.nameRanges()
  }

  /// The names, and the sentences that mention nobody and nothing. The words remember these too.
  ///
  /// What is read without tags is a name, a pronoun, an office, a body or an agreement by its form, or may become one by
  /// what the rest of the text says; tags take readings away and add none. So nothing is lost.
  func plan(for document: Document, words: inout DocumentWords) -> AnalysisPlan {
    var reader = EntityReader(document: document, gazetteer: gazetteer, words: words)
    reader.readMentions()
    words.passedOver = reader.sentencesWithoutMentions()
    return AnalysisPlan(names: reader.nameRanges(), passedOver: words.passedOver)
  }

  /// The words of a document and the gazetteer's names among them. Tags and trees change neither.
  func words(of document: Document) -> DocumentWords { DocumentWords(document, gazetteer: gazetteer) }
}

/// The words of a document as rules see them, and the gazetteer's names among them.
struct DocumentWords: Sendable {
  let view: WordView
  let matches: NameMatches
  let cues: TextCues
  /// For each sentence whether a first reading found nothing in it; empty before that.
  fileprivate(set) var passedOver: [Bool] = []

  init(_ document: Document, gazetteer: GazetteerTables) {
    view = WordView(document, vocabulary: gazetteer.vocabulary)
    matches = NameMatches(view, gazetteer: gazetteer)
    cues = TextCues(document, view: view, matches: matches, gazetteer: gazetteer)
  }
}
