import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// The filter over trees by hand, and through the real pandoc where it is installed.
struct PandocTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private static let pandoc = ["/usr/bin/pandoc", "/usr/local/bin/pandoc", "/opt/homebrew/bin/pandoc"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static var program: URL? {
    let beside = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])].compactMap(\.self)
    let folders = beside.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
    return folders.flatMap { [$0.appendingPathComponent("entente"), $0.appendingPathComponent("entente-cli")] }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private func filtered(_ blocks: String, target: String = "html") async throws -> String {
    let document = "{\"pandoc-api-version\":[1,22],\"meta\":{},\"blocks\":[\(blocks)]}"
    let data = try await PandocFilter(target: target, searchPath: "").filter(Data(document.utf8)) { words, scope in
      guard words[0] != "fail" else { return .failure(.init("no such thing")) }
      if words[0] == "picture" {
        return .success([.picture(ReportPicture(svg: "<svg id=\"\(scope)\"/>", alternative: "a"))])
      }
      return .success([.paragraph(Prose("\\textbf{x} <b>") + .strong("y") + .citation([1]))])
    }
    return String(decoding: data, as: UTF8.self)
  }

  @Test func blocksAreReplacedWhereverTheyStand() async throws {
    let code = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"list\\nofficials\"]}"
    let answer =
      "{\"c\":[{\"c\":\"\\\\textbf{x}\",\"t\":\"Str\"},{\"t\":\"Space\"},{\"c\":\"<b>\",\"t\":\"Str\"},{\"c\":[{\"c\":\"y\",\"t\":\"Str\"}],\"t\":\"Strong\"},{\"t\":\"Space\"},{\"c\":\"[1]\",\"t\":\"Str\"}],\"t\":\"Para\"}"
    #expect(try await filtered(code).contains("\"blocks\":[\(answer)]"))
    let nested = "{\"t\":\"BlockQuote\",\"c\":[{\"t\":\"BulletList\",\"c\":[[\(code)]]}]}"
    #expect(try await filtered(nested).contains("[[\(answer)]]"))
    let inline = "{\"t\":\"Para\",\"c\":[{\"t\":\"Code\",\"c\":[[\"\",[],[]],\"entente list\"]}]}"
    #expect(try await filtered(inline).contains("\"blocks\":[\(answer)]"))
    func raw(_ text: String) -> String { "{\"t\":\"RawBlock\",\"c\":[\"html\",\"\(text)\"]}" }
    let pair = [raw("<!-- entente: list -->"), "{\"t\":\"HorizontalRule\"}", raw("<!-- /entente -->\\n")]
    #expect(try await filtered(pair.joined(separator: ",")).contains("\"blocks\":[\(answer)]"))
    #expect(try await filtered(raw("<!-- entente: list -->\\n<!-- /entente -->")).contains("\"blocks\":[\(answer)]"))
    let other = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"swift\"],[]],\"list\"]}"
    #expect(try await filtered(other + "," + raw("<!-- other -->")).contains("swift"))
  }

  @Test func whatCannotBeAnsweredIsTold() async throws {
    for (words, message) in [
      ("fail x", "\"fail x\": no such thing"), ("", "a block is empty"), ("show \\\"x", "never closed"),
    ] {
      let code = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"\(words)\"]}"
      let failure = await #expect(throws: PandocFilter.Failure.self) { try await filtered(code) }
      #expect(failure?.description.contains(message) == true)
    }
    let open = "{\"t\":\"RawBlock\",\"c\":[\"html\",\"<!-- entente: list -->\"]}"
    await #expect(throws: PandocFilter.Failure.self) { try await filtered(open) }
    await #expect(throws: PandocFilter.Failure.self) {
      try await PandocFilter(target: "html", searchPath: "").filter(Data("{}".utf8)) { _, _ in .success([]) }
    }
    let picture = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"picture\"]}"
    #expect(try await filtered(picture + "," + picture).contains("<svg id=\\\"e2p\\\"/>"))
    let failure = await #expect(throws: PandocFilter.Failure.self) { try await filtered(picture, target: "docx") }
    #expect(failure?.description.contains("install librsvg2-bin") == true)
  }

  @Test(arguments: [
    ("html", PandocFilter.PictureForm.svg), ("html5+smart", .svg), ("epub3", .svg), ("revealjs", .svg), ("latex", .pdf),
    ("beamer", .pdf), ("docx", .png), ("odt", .png), ("gfm-raw_html", .png),
  ])
  func picturesFitTheTarget(target: String, form: PandocFilter.PictureForm) {
    #expect(PandocFilter.PictureForm(target: target) == form)
  }

  @Test(.enabled(if: pandoc != nil, "pandoc is not installed: apt-get install pandoc librsvg2-bin"))
  func theRealPandocSetsThePictures() throws {
    let program = try #require(Self.program, "the program is built beside its tests")
    let graph = try SampleGraph.write(folder("g.sqlite"))
    try FileManager.default.createSymbolicLink(atPath: folder("entente-pandoc"), withDestinationPath: program.path)
    try folder.write(
      "r.md",
      "# R\n\n```entente\nrender --focus GSOMIA\n```\n\n- a\n\n  ```entente\n  path Esper GSOMIA\n  ```\n\n<!-- entente: list officials -->\nold\n<!-- /entente -->\n"
    )
    func pandoc(_ output: String, _ extra: [String] = []) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.pandoc ?? "")
      process.arguments = [folder("r.md"), "--filter", folder("entente-pandoc"), "-s", "-o", folder(output)] + extra
      process.environment = ProcessInfo.processInfo.environment.merging([
        "ENTENTE_GRAPH": graph, "ENTENTE_MEDIA": folder("media"),
      ]) { $1 }
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try pandoc("r.html", ["--metadata", "title=R"]) == 0)
    let page = try folder.text("r.html")
    #expect(page.contains("<svg xmlns") && page.contains("<strong>Taro Kono</strong>") && !page.contains("<p>old</p>"))
    #expect(page.contains("Mark Esper conferred with Taro Kono"))
    let hasConverter = ["/usr/bin/rsvg-convert", "/usr/local/bin/rsvg-convert", "/opt/homebrew/bin/rsvg-convert"]
      .contains { FileManager.default.isExecutableFile(atPath: $0) }
    guard hasConverter else { return }
    #expect(try pandoc("r.docx") == 0)
    let archive = try Data(contentsOf: URL(fileURLWithPath: folder("r.docx")))
    #expect(archive.range(of: Data("word/media/".utf8)) != nil && archive.range(of: Data(".png".utf8)) != nil)
    #expect(try pandoc("r.tex") == 0)
    #expect(try folder.text("r.tex").contains("\\includegraphics"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("media")).contains { $0.hasSuffix(".pdf") })
  }
}
