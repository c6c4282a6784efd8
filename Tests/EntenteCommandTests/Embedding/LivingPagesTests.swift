import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// README and the documentation show what the command says of the bundled graph, and nothing else.
///
/// `make docs` fills them anew, as does running this test with `ENTENTE_RECORD` set.
struct LivingPagesTests {
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All pages of the project that have blocks, from its root.
  private static let pages: [String] = {
    let catalog = "Sources/Entente/Entente.docc"
    let articles = FileManager.default.enumerator(atPath: root.appendingPathComponent(catalog).path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.map { catalog + "/" + $0 }
    return (["README.md"] + (articles ?? []).sorted()).filter { page in
      let text = (try? Data(contentsOf: root.appendingPathComponent(page))).map(Array.init) ?? []
      let found = LivingBlocks(text, .markdown)
      return !found.blocks.isEmpty || !found.problems.isEmpty
    }
  }()

  @Test func readmeAndReportsLive() {
    #expect(Self.pages.contains("README.md") && Self.pages.contains { $0.hasSuffix("Reports.md") })
  }

  @Test func everyBlockIsCurrent() async throws {
    let temporary = try TemporaryDirectory()
    let graph = temporary("g.sqlite")
    let sources = Self.root.appendingPathComponent("graphs/gsomia-2019/sources").path
    #expect(await CommandRun.entente("add", sources, "--graph", graph).status == .success)
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] != nil {
      let paths = Self.pages.map { Self.root.appendingPathComponent($0).path }
      #expect(await CommandRun.run(["embed", "--graph", graph] + paths).status == .success)
    }
    for page in Self.pages {
      let folder = Self.root.appendingPathComponent(page).deletingLastPathComponent()
      let copy = URL(fileURLWithPath: temporary(page)).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where file.hasSuffix(".svg") || file.hasSuffix(".md") {
        let target = copy.appendingPathComponent(file)
        guard !FileManager.default.fileExists(atPath: target.path) else { continue }
        try FileManager.default.copyItem(at: folder.appendingPathComponent(file), to: target)
      }
      let before = try temporary.text(page)
      let check = await CommandRun.entente("embed", "--check", "--graph", graph, temporary(page))
      #expect(
        check.status == .success,
        "\(page) is not what the graph says; see what changed, then run: make docs\n\(check.output)\(check.errors)")
      #expect(await CommandRun.entente("embed", "--graph", graph, temporary(page)).output.hasSuffix("all current\n"))
      #expect(try temporary.text(page) == before)
    }
  }
}
