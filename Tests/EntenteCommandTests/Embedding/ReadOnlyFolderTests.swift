import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// The program where it may read and not write. Root writes everywhere: the program runs as nobody then.
struct ReadOnlyFolderTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(
      "closed/r.md", "<!-- entente: render -->\n<!-- /entente -->\n\n<!-- entente: list -->\n<!-- /entente -->\n")
    _ = try SampleGraph.write(folder("closed/g.sqlite"))
    try setMode(0o555)
  }

  private func setMode(_ mode: Int) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder("closed")) {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder("closed/" + name))
    }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder("closed"))
  }

  /// What the program is to be run by so that it has no rights of root; nil where that cannot be had.
  private static let runner: [String]? = {
    guard let program = PandocProgramTests.program?.path else { return nil }
    guard getuid() == 0 else { return [program] }
    guard let setpriv = PandocProgramTests.path(of: "setpriv") else { return nil }
    let line = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", program]
    // Where the build lies may be closed to it.
    return (try? run(line + ["--version"]))?.status == 0 ? line : nil
  }()

  private static func run(_ line: [String]) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(.enabled(if: runner != nil, "the program cannot be run without the rights of root"))
  func nothingIsLostAndTheReasonIsTold() throws {
    defer { try? setMode(0o755) }
    let runner = try #require(Self.runner)
    let before = try FileManager.default.contentsOfDirectory(atPath: folder("closed")).sorted()
    let text = try folder.text("closed/r.md")
    for arguments in [
      ["embed", folder("closed/r.md")], ["report", "-o", folder("closed/b.md")],
      ["report", "-o", folder("closed/b.html")], ["render", "-o", folder("closed/b.svg")],
      ["render", "-o", folder("closed/b.svg"), "--snippet", "latex"],
    ] {
      let (status, errors) = try Self.run(runner + arguments + ["--graph", folder("closed/g.sqlite")])
      #expect(status == ExitStatus.output.rawValue, "\(arguments): \(errors)")
      #expect(errors.contains("cannot be written: Permission denied"), "\(errors)")
    }
    let check = try Self.run(
      runner + ["embed", "--check", folder("closed/r.md"), "--graph", folder("closed/g.sqlite")])
    #expect(check.status == ExitStatus.noResult.rawValue && check.errors.isEmpty, "\(check.errors)")
    #expect(try folder.text("closed/r.md") == text)
    let after = try FileManager.default.contentsOfDirectory(atPath: folder("closed")).sorted()
    #expect(after == before)
  }
}
