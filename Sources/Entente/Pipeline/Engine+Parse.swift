extension Engine {
  /// A document as CoNLL-U.
  public func conllu(of document: Document) -> String {
    String(decoding: CoNLLUWriter().bytes(of: document), as: UTF8.self)
  }

  /// A CoNLL-U file with its own words and sentences, and tags and heads made anew.
  public func reparsed(conllu bytes: [UInt8], metadata: DocumentMetadata) -> (text: String, errors: [ReadingError]) {
    let reading = CoNLLUReader().read(bytes, id: metadata.id)
    let errors = reading.errors.map {
      ReadingError(.notADocument($0.description), path: metadata.path, line: $0.line)
    }
    let text = reading.documents.map { document in
      var document = document
      // Tokens that are given are kept as words of their own: no name is taken for one word.
      analyzer.annotate(&document)
      return conllu(of: document)
    }.joined()
    return (text, errors)
  }
}
