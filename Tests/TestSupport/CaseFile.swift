package import Foundation

/// One case of a text case file: a statement, what is expected of it, and where it stands.
package struct TextCase: Sendable, CustomStringConvertible {
  /// The comment lines above it: what the case is about.
  package var about: String
  package var statement: String
  package var expected: [String]
  package var file: String
  package var line: Int

  package var description: String { "\(file):\(line) \(statement.prefix(60))" }
}

/// Reads a text case file: `# about` lines, the statement, `----`, the expected rows, and an empty line.
///
/// A statement may have several lines; they are kept as lines.
package enum CaseFile {
  package struct FormatError: Error, CustomStringConvertible {
    package var description: String
  }

  package static func read(_ url: URL) throws -> [TextCase] {
    let name = url.lastPathComponent
    var cases: [TextCase] = []
    var about: [String] = []
    var statement: [String] = []
    var expected: [String]?
    var start = 0
    func finish(_ line: Int) throws {
      guard !statement.isEmpty else { return }
      guard let rows = expected else {
        throw FormatError(description: "\(name):\(start): a case needs a line '----' between statement and rows")
      }
      cases.append(
        TextCase(
          about: about.joined(separator: " "), statement: statement.joined(separator: "\n"), expected: rows, file: name,
          line: start))
      statement = []
      expected = nil
    }
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("#"), statement.isEmpty {
        if cases.count > 0 || !about.isEmpty, index > 0, lines[index - 1].isEmpty { about = [] }
        about.append(String(line.dropFirst().drop(while: { $0 == " " })))
      } else if line == "----" {
        expected = []
      } else if line.isEmpty {
        if expected != nil { try finish(index) }
      } else if expected != nil {
        expected!.append(line)
      } else {
        if statement.isEmpty { start = index + 1 }
        statement.append(line)
      }
    }
    try finish(lines.count)
    return cases
  }

  /// All case files (`*.cases`) in the folder `Cases` beside a test's source file, in order of name.
  package static func all(besideSource file: String) throws -> [TextCase] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Cases")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "cases" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { try read($0) }
  }
}
