/// Everything between a text and what it says: reading, analysis, extraction.
///
/// ```swift
/// let engine = try Engine()
/// let coded = engine.code(SourceText(metadata: DocumentMetadata(id: "note"), text: "Kono met Esper in Bangkok."))
/// ```
///
/// An engine holds the models and lexicons, which are read-only, so that one serves any number of tasks at once.
public struct Engine: Sendable {
  private let builder = DocumentBuilder()
  let analyzer: Analyzer
  private let finder: EntityFinder
  private let extractor: Extractor

  /// Loads the models and lexicons that are embedded in the program.
  public init() throws {
    analyzer = try Analyzer()
    finder = EntityFinder(gazetteer: Gazetteer())
    extractor = try Extractor(finder: finder)
  }

  /// The tokens, sentences, tags and dependencies of a text.
  ///
  /// - Complexity: linear in the length of the text.
  public func analyze(_ source: SourceText) -> Document {
    var document = builder.document(from: source)
    complete(&document)
    return document
  }

  /// Tags and parses a document that is not, and leaves one that another tool analysed as it is.
  public func complete(_ document: inout Document) {
    if !document.tokens.areTagged || !document.tokens.areParsed {
      analyzer.annotate(&document, names: finder.nameRanges(in: document))
    }
  }

  /// The entities and claims of a text.
  public func code(_ source: SourceText) -> CodedDocument { extractor.extract(source, analyzer: analyzer) }

  /// The entities and claims of a document that is analysed already.
  public func code(_ document: Document) -> CodedDocument { extractor.extract(document) }
}
