import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// Bad input costs only itself: a clear message with file and place, the right exit status, and nothing lost.
struct BadInputTests {
  private let folder: TemporaryDirectory
  private var graph: String { folder("g.sqlite") }

  init() throws { folder = try TemporaryDirectory() }

  private func documents() async throws -> [String] {
    let run = await CommandRun.entente("list", "documents", "--json", "--graph", graph)
    let rows = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    return (rows ?? []).compactMap { $0["id"] as? String }
  }

  @Test func badFilesStopNoOther() async throws {
    try folder.write("in/1-good.txt", "Kono met Esper in Bangkok.")
    try folder.write("in/2-empty.txt", "")
    try folder.write("in/3-binary.txt", [0, 1, 2, 3, 255])
    try folder.write("in/4-korean.txt", "한국과 일본의 국방장관이 방콕에서 만났다.")
    try folder.write("in/5-broken.txt", Array("Seoul said “no”. “Yes”, said Tokyo.".utf8) + [0xE2, 0x80])
    try folder.write("in/6-good.md", "# Talks\n\nMoon met Abe.")
    let run = await CommandRun.entente("add", folder("in"), folder("absent.txt"), "--graph", graph)
    #expect(run.status == .badInput)
    #expect(run.output == "4 documents added, 3 failed\n")
    #expect(run.errors.contains("2-empty.txt: holds no text\n"))
    #expect(run.errors.contains("3-binary.txt: is not text"))
    #expect(run.errors.contains("absent.txt: no such file or directory\n"))
    #expect(run.errors.contains("5-broken.txt: 1 broken UTF-8 sequence replaced, the first at byte 43\n"))
    #expect(try await documents() == ["1-good", "4-korean", "5-broken", "6-good"])
  }

  @Test func aBrokenLineOfForty() async throws {
    let lines = (1...40).map {
      $0 == 17 ? #"{"id": "17", "text": "cut of"# : #"{"id": "\#($0)", "text": "Text \#($0) says."}"#
    }
    let path = try folder.write("forty.jsonl", lines.joined(separator: "\n"))
    let run = await CommandRun.entente("add", path, "--graph", graph)
    #expect(run.status == .badInput)
    #expect(run.output == "39 documents added, 1 failed\n")
    #expect(run.errors == "entente: \(path):17:22: not JSON: a string has no closing quote\n")
  }

  @Test func aDirectoryWithoutTexts() async throws {
    try folder.write("pictures/a.png", [1])
    let run = await CommandRun.entente("add", folder("pictures"), "--graph", graph)
    #expect(run.status == .badInput)
    #expect(run.errors.contains("pictures: holds no file that Entente reads (.txt .md .html .json .jsonl .conllu)"))
  }

  @Test func addingTwiceChangesNothing() async throws {
    try folder.write("in/a.txt", "Kono met Esper.")
    try folder.write("in/b.jsonl", #"{"id": "b", "text": "Abe met Moon."}"#)
    _ = await CommandRun.entente("add", folder("in"), "--graph", graph)
    let before = await CommandRun.entente("export", "--graph", graph)
    let again = await CommandRun.entente("add", folder("in"), "--graph", graph)
    #expect(again.status == .success)
    #expect(again.output == "0 documents added, 2 unchanged\n")
    #expect(await CommandRun.entente("export", "--graph", graph).output == before.output)
  }

  @Test func anotherTextUnderAnId() async throws {
    let path = try folder.write("a.txt", "Kono met Esper.")
    _ = await CommandRun.entente("add", path, "--graph", graph)
    try folder.write("a.txt", "Kono did not meet Esper.")
    let refused = await CommandRun.entente("add", path, "--graph", graph)
    #expect(refused.status == .badInput)
    #expect(refused.errors.contains("--replace"))
    let replaced = await CommandRun.entente("add", path, "--replace", "--json", "--graph", graph)
    #expect(replaced.status == .success)
    #expect(replaced.output == #"{"added": 0, "unchanged": 0, "replaced": 1, "failed": 0}"# + "\n")
  }

  @Test func aFileThatIsNoGraph() async throws {
    try folder.write("g.sqlite", "This is a shopping list, not a database. It is long enough to be taken for one.")
    let text = try folder.write("a.txt", "Kono met Esper.")
    for arguments in [["add", text], ["list"]] {
      let run = await CommandRun.run(arguments + ["--graph", graph])
      #expect(run.status == .store)
      #expect(run.errors.contains("g.sqlite: not a graph file"))
    }
    #expect(try folder.text("g.sqlite").hasPrefix("This is a shopping list"))
  }

  @Test func aGraphThatIsMissing() async {
    for arguments in [["list", "countries"], ["show", "Japan"], ["export", "--format=json"]] {
      let run = await CommandRun.entente(arguments[0], arguments[1], "--graph", graph)
      #expect(run.status == .store)
      #expect(run.errors.contains("no graph there"))
    }
    #expect(!FileManager.default.fileExists(atPath: graph))
  }

  @Test func outputThatCannotBeWritten() async throws {
    let path = try SampleGraph.write(graph)
    let missing = await CommandRun.entente("render", "-o", folder("no/such/folder/a.svg"), "--graph", path)
    #expect(missing.status == .output)
    #expect(missing.errors.contains("no/such/folder/a.svg: cannot be written: No such file or directory"))
    let isFolder = await CommandRun.entente("export", "-o", folder.path, "--graph", path)
    #expect(isFolder.status == .output && isFolder.errors.contains("it is a folder"))
    let closed = await CommandRun.entente("list", "--graph", path, failingOutput: true)
    #expect(closed.status == .output)
  }

  @Test func aFailedWriteLeavesTheOldFile() throws {
    try folder.write("old.svg", "old")
    #expect(throws: AtomicFile.Failure.self) { try AtomicFile.write(Array("new".utf8), to: folder("sub/old.svg")) }
    try AtomicFile.write(Array("new".utf8), to: folder("old.svg"))
    #expect(try folder.text("old.svg") == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old.svg"])
  }

  @Test(arguments: [
    ["frobnicate"], ["path", "Japan"], ["path", "a", "b", "--k", "0"], ["path", "a", "b", "--by", "luck"],
    ["add", "x.txt", "--jobs", "0"], ["render", "--format", "bmp"], ["list", "--limit", "0"], ["--no-such-option"],
  ])
  func wrongCommandLines(arguments: [String]) async {
    let run = await CommandRun.run(arguments)
    #expect(run.status == .usage)
    #expect(!run.errors.isEmpty && run.output.isEmpty)
  }

  @Test func conlluIsRead() async throws {
    let path = try folder.write(
      "p.conllu", "1\tKono\tKono\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n")
    let bad = try folder.write("q.conllu", "1\tKono\n")
    let run = await CommandRun.entente("extract", path, bad)
    #expect(run.status == .badInput)
    #expect(run.output.hasPrefix(#"{"document": {"id": "p", "#))
    #expect(run.errors.contains("q.conllu"))
    let parsed = await CommandRun.entente("parse", path)
    #expect(parsed.output.contains("1\tKono\tKono\tPROPN\tNNP"))
  }
}
