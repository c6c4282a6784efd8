import Foundation

extension Engine {
  /// Texts in work at once where nothing else is said: two for each core.
  public static var defaultJobs: Int { 2 * ProcessInfo.processInfo.activeProcessorCount }

  /// What adding did with one text, in order of the input.
  public enum Addition: Sendable {
    case added(DocumentMetadata)
    /// Stored already with the same text.
    case unchanged(DocumentMetadata)
    case replaced(DocumentMetadata)
    case warning(ReadingWarning)
    case failure(ReadingError)
    /// Another text is stored under the id, or the text breaks a rule of the store.
    case refused(DocumentMetadata, StoreError)
  }

  /// Reads texts into a store: codes them on all cores, links their entities with those stored, and stores each in a
  /// transaction of its own, in order of the input.
  ///
  /// A text that is stored already is not even analysed. One bad text stops no other; what concerns the store itself
  /// (a full disk, another program's file) is thrown, and all texts before it stay stored. A cancelled task stops
  /// between two texts.
  public func add(
    _ reader: Reader, to store: GraphStore, onConflict conflict: GraphStore.Conflict = .refuse,
    jobs: Int = Engine.defaultJobs, onRead: (Int) -> Void = { _ in }, report: (Addition) -> Void
  ) async throws {
    var linker = try store.linker()
    func isWanted(_ metadata: DocumentMetadata) throws -> Bool {
      if conflict == .recode { return true }
      switch try store.standing(ofDocument: metadata.id, sha256: metadata.sha256 ?? "") {
      case .absent: return true
      case .same: return false
      case .different: return conflict == .replace
      }
    }
    try await CodingStage(engine: self).run(reader, width: jobs, isWanted: isWanted, onRead: onRead) { result in
      switch result {
      case .warning(let warning): report(.warning(warning))
      case .failure(let error): report(.failure(error))
      case .heldBack(let metadata):
        let isSame = try store.contains(documentID: metadata.id, sha256: metadata.sha256 ?? "")
        report(
          isSame
            ? .unchanged(metadata)
            : .refused(metadata, .documentDiffers(id: metadata.id, path: store.path)))
      case .coded(let documents):
        for document in documents { report(try store.take(document, &linker, onConflict: conflict)) }
      }
      return !Task.isCancelled
    }
  }
}

extension GraphStore {
  /// Links new texts with what is stored, and with what people put right of it.
  fileprivate func linker() throws(StoreError) -> CrossDocumentLinker {
    guard try !edits().isEmpty else { return CrossDocumentLinker(try recordedEntities()) }
    return CrossDocumentLinker(try recordedEntities(), curated: try entities(), survivors: try mergedEntities())
  }

  /// Links and stores one document. Where it is not stored, the linker goes back to what is.
  fileprivate func take(
    _ document: CodedDocument, _ linker: inout CrossDocumentLinker, onConflict conflict: Conflict
  ) throws(StoreError) -> Engine.Addition {
    let (linked, changed) = linker.link(document)
    let metadata = document.source.metadata
    do {
      switch try add(linked, entities: changed, onConflict: conflict) {
      case .added: return .added(metadata)
      case .replaced: return .replaced(metadata)
      case .unchanged:
        linker = try self.linker()
        return .unchanged(metadata)
      }
    } catch {
      switch error {
      case .documentDiffers, .invalidDocument:
        linker = try self.linker()
        return .refused(metadata, error)
      default: throw error
      }
    }
  }
}
