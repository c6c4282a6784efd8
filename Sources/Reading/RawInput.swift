/// Input that is no document: lines of JSON values, or all bytes of standard input.
package enum RawInput {
  /// All bytes of a file, or of standard input where `path` is nil.
  package static func bytes(path: String? = nil, limit: Int = 512 << 20) throws(ReadingError) -> [UInt8] {
    try FileInput(path: path).readAll(limit: limit)
  }

  /// Calls `body` with each line's value, or with why it has none. Blank lines are passed over.
  package static func forEachJSONLine(
    path: String?, limit: Int = 512 << 20, _ body: (_ line: Int, Result<JSONValue, ReadingError>) async throws -> Void
  ) async throws {
    var input = try LineInput(path: path, limit: limit)
    while let line = try input.next() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let number = input.line
      let result: Result<JSONValue, ReadingError>
      do {
        let bytes = Array(try TextDecoding.decode(line).text.utf8)
        result = .success(try JSONReader.value(of: bytes))
      } catch let failure as JSONReader.Failure {
        result = .failure(
          ReadingError(.malformedJSON(failure.rule), path: path, line: number, column: failure.offset + 1))
      } catch {
        let problem = error as? ReadingError.Problem ?? .binary(nil)
        result = .failure(ReadingError(problem, path: path, line: number))
      }
      try await body(number, result)
    }
  }
}
