public import Linguistics
import Provenance

/// Finds the countries, officials, organizations and agreements of a document, and all that stands for them.
///
/// Tags and a parse are used where the document has them, and needed nowhere.
public struct EntityFinder: Sendable {
  private let gazetteer: GazetteerTables
  private let dates: DateResolver

  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer.tables
    dates = DateResolver(vocabulary: gazetteer.tables.vocabulary)
  }

  /// - Complexity: O(bytes of the text); each rule looks at a window of bounded length.
  public func find(in document: Document) -> DocumentEntities { find(in: document, words: words(of: document)) }

  /// The same with the document's words, which need not be looked up again.
  func find(in document: Document, words: DocumentWords) -> DocumentEntities {
    var reader = EntityReader(document: document, gazetteer: gazetteer, words: words)
    reader.readMentions()
    reader.linkNames()
    reader.findIssuers()
    reader.nameOfficesBefore()
    reader.inferCountries()
    reader.findHolders()
    reader.addAcronyms()
    reader.linkTheRest()
    let found = dates.expressions(in: reader.view, of: document, publication: document.metadata.date)
    return reader.result(dates: found)
  }

  /// The names of several tokens, which a parser may take as one word each: token ranges, in order, disjoint.
  ///
  /// Titles and articles are left out: "Toshimitsu Motegi", not "Foreign Minister Toshimitsu Motegi".
  public func nameRanges(in document: Document) -> [Range<Int>] {
    nameRanges(in: document, words: words(of: document))
  }

  func nameRanges(in document: Document, words: DocumentWords) -> [Range<Int>] {
    var reader = EntityReader(document: document, gazetteer: gazetteer, words: words)
    reader.readMentions()
    return reader.nameRanges()
  }

  /// The words of a document and the gazetteer's names among them. Tags and trees change neither.
  func words(of document: Document) -> DocumentWords { DocumentWords(document, gazetteer: gazetteer) }
}

/// The words of a document as rules see them, and the gazetteer's names among them.
struct DocumentWords: Sendable {
  let view: WordView
  let matches: NameMatches

  init(_ document: Document, gazetteer: GazetteerTables) {
    view = WordView(document, vocabulary: gazetteer.vocabulary)
    matches = NameMatches(view, gazetteer: gazetteer)
  }
}
