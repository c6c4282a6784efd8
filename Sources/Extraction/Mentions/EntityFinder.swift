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
  public func find(in document: Document) -> DocumentEntities {
    var reader = EntityReader(document: document, gazetteer: gazetteer)
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
    var reader = EntityReader(document: document, gazetteer: gazetteer)
    reader.readMentions()
    return reader.nameRanges()
  }
}
