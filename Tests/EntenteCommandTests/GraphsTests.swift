import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// The graphs that the README shows are what the command makes of their sources: the whole way through, byte by byte.
///
/// `make graphs` records them anew, as does running this test with `ENTENTE_RECORD` set.
struct GraphsTests {
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "graphs")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).filter { name in
      FileManager.default.fileExists(atPath: root.appendingPathComponent(name + "/question.txt").path)
    }.sorted()
  }

  @Test func thereAreGraphs() { #expect(Self.names.contains("gsomia-2019")) }

  @Test(arguments: names)
  func graphIsWhatItsSourcesSay(name: String) async throws {
    let folder = Self.root.appendingPathComponent(name)
    let temporary = try TemporaryDirectory()
    let graph = temporary("g.sqlite")
    let question = try String(contentsOf: folder.appendingPathComponent("question.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let added = await CommandRun.entente("add", folder.appendingPathComponent("sources").path, "--graph", graph)
    #expect(added.status == .success && added.errors.isEmpty, "\(added.errors)")
    var made = [
      ("graph.json", await CommandRun.entente("export", "--graph", graph)),
      ("graph.dot", await CommandRun.entente("render", "--format", "dot", "-o", "-", "--graph", graph)),
      ("graph.svg", await CommandRun.entente("render", "--format", "svg", "-o", "-", "--graph", graph)),
      (
        "path.txt",
        await CommandRun.entente("path", question[0], question[1], "--by", "strength", "--k", "3", "--graph", graph)
      ),
    ]
    // The gallery: a picture a line, its name and its arguments separated by tabs.
    let gallery = try String(contentsOf: folder.appendingPathComponent("pictures.tsv"), encoding: .utf8)
    for line in gallery.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let run = await CommandRun.run(["render", "--graph", graph] + fields.dropFirst() + ["-o", "-"])
      made.append((fields[0] + ".svg", run))
    }
    let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] != nil
    for (file, run) in made {
      #expect(run.status == .success, "\(file): \(run.errors)")
      // Documents say where they were read from, which is this machine's business.
      let text = run.output.replacingOccurrences(of: folder.path + "/", with: "")
      let url = folder.appendingPathComponent(file)
      if isRecording {
        try text.write(to: url, atomically: true, encoding: .utf8)
      } else {
        let golden = try String(contentsOf: url, encoding: .utf8)
        #expect(text == golden, "\(name)/\(file) is not what its sources give; see what changed, then run: make graphs")
      }
    }
  }

  @Test func aSecondRunGivesTheSameBytes() async throws {
    let sources = Self.root.appendingPathComponent("gsomia-2019/sources").path
    let temporary = try TemporaryDirectory()
    var exports: Set<String> = []
    for (run, jobs) in [("a", "1"), ("b", "8")] {
      let graph = temporary(run + ".sqlite")
      _ = await CommandRun.entente("add", sources, "--graph", graph, "--jobs", jobs)
      exports.insert(await CommandRun.entente("export", "--graph", graph).output)
    }
    #expect(exports.count == 1)
  }
}
