import Foundation
package import Testing

/// Compares a text with the file of that name in the folder `Golden` beside the test.
///
/// With the environment variable `ENTENTE_RECORD_GOLDEN=1` the file is written instead, and the test passes: read the
/// difference before committing it.
package func expectGolden(
  _ text: String, named name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["ENTENTE_RECORD_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "There is no golden file \(name). Record it with ENTENTE_RECORD_GOLDEN=1.", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard text != expected else { return }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let place = zip(lines, expectedLines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let line = place ?? min(lines.count, expectedLines.count)
  let found = line < lines.count ? lines[line].prefix(300) : "(end)"
  let wanted = line < expectedLines.count ? expectedLines[line].prefix(300) : "(end)"
  Issue.record(
    "\(name) differs at line \(line + 1).\nexpected: \(wanted)\nfound:    \(found)", sourceLocation: sourceLocation)
}
