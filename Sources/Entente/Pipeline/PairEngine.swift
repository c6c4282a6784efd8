/// Codes the relation of given pairs of actors in given texts.
public struct PairEngine: Sendable {
  private let engine: Engine
  private let coder: PairCoder

  public init() throws {
    engine = try Engine()
    coder = try PairCoder()
  }

  /// What a text says of two actors that it names; nil where it does not name both.
  public func code(_ text: String, source: String, target: String) -> PairCode? {
    let document = engine.analyze(SourceText(metadata: DocumentMetadata(id: "pair"), text: text))
    guard let spans = PairSpans(of: source, and: target, in: document.utf8) else { return nil }
    return coder.code(document, source: spans.source, target: spans.target)
  }

  /// Reads pairs as JSON lines and hands out the coded lines in order.
  ///
  /// - Parameter path: nil for standard input.
  public func code(path: String?, emit: (Result<String, ReadingError>) throws -> Void) async throws {
    do {
      try await RawInput.forEachJSONLine(path: path) { line, value in
        switch value {
        case .failure(let error): try emit(.failure(error))
        case .success(let value):
          guard let text = value["text"]?.text, let source = value["source"]?.text, let target = value["target"]?.text
          else {
            let rule = "a pair has the strings \"text\", \"source\" and \"target\""
            return try emit(.failure(ReadingError(.notADocument(rule), path: path, line: line)))
          }
          let coded = code(text, source: source, target: target)
          try emit(.success(PairEngine.line(id: value["id"] ?? .null, coded, text: text)))
        }
      }
    } catch let error as ReadingError {
      try emit(.failure(error))
    }
  }

  private static func line(id: JSONValue, _ code: PairCode?, text: String) -> String {
    let event = code?.event
    let cue = code?.cue.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    let name: JSONText
    if case .number(let digits) = id, let number = Int(digits) {
      name = .integer(number)
    } else {
      name = JSONText(id.text)
    }
    return JSONText.object([
      .init("id", name), .init("event", JSONText(event?.rawValue)), .init("weight", .decimal(code?.weight ?? 0)),
      .init("modality", .string((code?.modality ?? .asserted).rawValue)),
      .init("confidence", .decimal(code?.confidence ?? 0)), .init("cue", JSONText(cue)),
      .init("rule", JSONText(code.flatMap { $0.rule.isEmpty ? nil : $0.rule })),
    ]).line
  }
}
