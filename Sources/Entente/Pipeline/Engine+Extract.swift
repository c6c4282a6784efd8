extension Engine {
  /// What comes of extracting, in order of the input.
  public enum Extraction: Sendable {
    case document(CodedDocument)
    case warning(ReadingWarning)
    case failure(ReadingError)
  }

  /// Reads texts and hands out what each says, on all cores and in order of the input.
  ///
  /// - Parameters:
  ///   - jobs: texts in work at once; each core is kept busy with two.
  ///   - emit: called for each result, never at once from two tasks.
  public func extract(
    _ reader: Reader, jobs: Int = Engine.defaultJobs, onRead: (Int) -> Void = { _ in },
    emit: (Extraction) throws -> Void
  ) async throws {
    try await CodingStage(engine: self).run(reader, width: jobs, onRead: onRead) { result in
      switch result {
      case .coded(let documents): for document in documents { try emit(.document(document)) }
      case .warning(let warning): try emit(.warning(warning))
      case .failure(let error): try emit(.failure(error))
      case .heldBack: break
      }
      return !Task.isCancelled
    }
  }
}
