/// Reads and codes: each thing that was read with what it was found to say, in order of the input.
struct CodingStage: Sendable {
  let engine: Engine

  /// What came of one thing that was read.
  enum Result: Sendable {
    /// The documents of one input; a CoNLL-U file may hold several.
    case coded([CodedDocument])
    case warning(ReadingWarning)
    case failure(ReadingError)
    /// What the filter held back.
    case heldBack(DocumentMetadata)
  }

  /// - Parameters:
  ///   - width: most inputs in work at once.
  ///   - isWanted: asked before a text is analysed.
  ///   - consume: called in order; false ends the work.
  func run(
    _ reader: Reader, width: Int, isWanted: (DocumentMetadata) throws -> Bool = { _ in true },
    onRead: (Int) -> Void = { _ in }, consume: (Result) async throws -> Bool
  ) async throws {
    let events = reader.makeIterator()
    var filterError: (any Error)?
    try await forEachInOrder(width: width) { () -> Work? in
      guard filterError == nil, !Task.isCancelled, let event = events.next() else { return nil }
      onRead(events.bytesRead)
      switch event {
      case .warning(let warning): return .done(.warning(warning))
      case .failure(let error): return .done(.failure(error))
      case .item(let item):
        do {
          return try isWanted(item.metadata) ? .item(item) : .done(.heldBack(item.metadata))
        } catch {
          filterError = error
          return nil
        }
      }
    } transform: { [engine] work in
      switch work {
      case .done(let result): [result]
      case .item(let item): CodingStage.code(item, engine)
      }
    } consume: { results in
      for result in results where try await !consume(result) { return false }
      return true
    }
    if let filterError { throw filterError }
  }

  private enum Work: Sendable {
    case done(Result)
    case item(ReadItem)
  }

  private static func code(_ item: ReadItem, _ engine: Engine) -> [Result] {
    switch item {
    case .text(let source): return [.coded([engine.code(source)])]
    case .conllu(let metadata, let bytes):
      let reading = engine.documents(conllu: bytes, metadata: metadata)
      return reading.errors.map { .failure($0) } + [.coded(reading.documents.map { engine.code($0) })]
    }
  }
}

extension Engine {
  /// The documents of a CoNLL-U file, completed where they lack tags or heads.
  public func documents(
    conllu bytes: [UInt8], metadata: DocumentMetadata
  ) -> (documents: [Document], errors: [ReadingError]) {
    let reading = CoNLLUReader().read(bytes, id: metadata.id)
    let errors = reading.errors.map { error in
      ReadingError(.notADocument(error.description), path: metadata.path, line: error.line)
    }
    let documents = reading.documents.map { document in
      var document = document
      document.metadata.path = metadata.path
      document.metadata.sha256 = SHA256.hexadecimal(of: document.utf8)
      complete(&document)
      return document
    }
    return (documents, errors)
  }
}
