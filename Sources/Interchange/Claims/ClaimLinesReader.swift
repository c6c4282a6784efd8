import Reading

/// Reads claims as JSON lines: those that Entente exports, or another program's coding with at least `kind`, `source`,
/// `target`, and `weight` or `event`.
///
/// - Complexity: linear in the bytes; memory in the longest line.
public struct ClaimLinesReader: Sendable {
  public init() {}

  private static let longestLine = 16 << 20

  /// Calls `emit` with each line's claim in order.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws {
    var input = try LineInput(path: path, limit: ClaimLinesReader.longestLine)
    var total = 0
    while let line = try input.next() {
      total += line.count + 1
      onRead(total)
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      try emit(item(line, number: input.line))
    }
  }

  private func item(_ line: [UInt8], number: Int) -> ImportItem {
    do throws(JSONReader.Failure) {
      let value = try JSONReader.value(of: line)
      do throws(RowProblem) {
        return .row(try ClaimText.row(value, line: number))
      } catch {
        guard case .rule(let rule) = error else { return .bad(line: number, rule: "is no claim") }
        return .bad(line: number, rule: rule)
      }
    } catch {
      return .bad(line: number, rule: "is no JSON: \(error.rule) (byte \(error.offset + 1))")
    }
  }
}
