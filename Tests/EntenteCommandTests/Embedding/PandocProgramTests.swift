import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// A report with a picture, a path and a table through the real pandoc. Each test is left out where a program is missing;
/// `make check-reports` installs them.
struct PandocProgramTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
    let program = try #require(Self.program)
    try FileManager.default.createSymbolicLink(
      atPath: folder("entente-pandoc"), withDestinationPath: program.path)
    try folder.write(
      "report.md",
      """
      # The pact

      <!-- entente: render --focus GSOMIA -->
      ![old](old.svg)
      <!-- /entente -->

      ```entente
      path Esper GSOMIA
      ```

      - An item with a table:

        ``` entente
        list officials
        ```

      <!-- entente: console list officials -->
      <!-- /entente -->

      """)
  }

  /// Where a program lies; nil where it is not installed.
  static func path(of name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]).map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func has(_ programs: String...) -> Bool { programs.allSatisfy { path(of: $0) != nil } }

  /// The command beside the tests.
  static var program: URL? {
    let beside = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])].compactMap(\.self)
    let folders = beside.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
    return folders.flatMap { [$0.appendingPathComponent("entente"), $0.appendingPathComponent("entente-cli")] }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs a program in the folder, and returns its status and what it said.
  @discardableResult
  private func run(_ name: String, _ arguments: String...) throws -> (status: Int32, output: String) {
    try run(name, arguments)
  }

  private func run(
    _ name: String, _ arguments: [String], graph: String? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.path(of: name)))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["ENTENTE_GRAPH": graph ?? self.graph]) { $1 }
    let log = folder("\(name)-\(UUID().uuidString).log")
    try Data().write(to: URL(fileURLWithPath: log))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self))
  }

  private func pandoc(_ output: String, _ extra: String...) throws {
    let (status, said) = try run(
      "pandoc",
      ["report.md", "--filter", folder("entente-pandoc"), "--metadata", "title=R", "-s", "-o", output] + extra)
    #expect(status == 0, "\(said)")
  }

  @Test(.enabled(if: has("pandoc", "python3"), "pandoc or python3 is not installed: make check-reports"))
  func webPagesHoldThePicture() throws {
    try pandoc("r.html")
    let page = try folder.text("r.html")
    #expect(
      page.contains("<svg style=\"max-width:100%;height:auto\" xmlns") && page.contains("<strong>Taro Kono</strong>")
        && !page.contains("old.svg"))
    #expect(page.contains("Mark Esper conferred with Taro Kono") && page.contains("$ entente list officials"))
    try pandoc("r.epub")
    let listing = try run("python3", "-m", "zipfile", "-e", "r.epub", "epub").status
    #expect(listing == 0)
    let chapter = try FileManager.default.subpathsOfDirectory(atPath: folder("epub")).filter { $0.hasSuffix(".xhtml") }
      .map { try folder.text("epub/" + $0) }.joined()
    #expect(chapter.contains("<svg style=\"max-width:100%;height:auto\" xmlns") && !chapter.contains("entente:"))
  }

  @Test(
    .enabled(if: has("pandoc", "rsvg-convert"), "pandoc or rsvg-convert is not installed: make check-reports"),
    arguments: [("docx", "word/media/"), ("odt", "Pictures/"), ("pptx", "ppt/media/")])
  func officeDocumentsHoldThePicture(format: String, media: String) throws {
    try pandoc("r." + format)
    #expect(try run("python3", "-m", "zipfile", "-e", "r." + format, format).status == 0)
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder(format + "/" + media))
      .filter { $0.hasSuffix(".png") }
    let picture = try #require(pictures.first)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder(format + "/" + media + picture))))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // Its width in pixels stands in the header.
    #expect(bytes.count > 24 && Int(bytes[18]) << 8 + Int(bytes[19]) > 300)
  }

  @Test(
    .enabled(if: has("pandoc", "rsvg-convert"), "pandoc or rsvg-convert is not installed: make check-reports"))
  func typesettersGetFiles() throws {
    try pandoc("r.tex")
    let source = try folder.text("r.tex")
    #expect(
      source.contains("\\includegraphics") && source.contains("entente-media/") && source.contains("\\begin{longtable}")
    )
    let media = try FileManager.default.contentsOfDirectory(atPath: folder("entente-media"))
    #expect(media.count == 1 && media[0].hasSuffix(".pdf"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder("entente-media/" + media[0]))).starts(with: Data("%PDF".utf8)))
    try pandoc("r.rst")
    #expect(try folder.text("r.rst").contains("entente-media/\(media[0].dropLast(4)).png"))
  }

  @Test(
    .enabled(
      if: has("pandoc", "rsvg-convert", "weasyprint", "pdftotext"),
      "pandoc, rsvg-convert, weasyprint or pdftotext is not installed: make check-reports"))
  func anEngineForPagesMakesPDF() throws {
    try pandoc("w.pdf", "--pdf-engine=weasyprint")
    try expectReport("w.pdf")
  }

  @Test(
    .enabled(
      if: has("pandoc", "rsvg-convert", "xelatex", "pdftotext"),
      "pandoc, rsvg-convert, xelatex or pdftotext is not installed: make check-reports"))
  func anEngineForTeXMakesPDF() throws {
    try pandoc("x.pdf", "--pdf-engine=xelatex")
    try expectReport("x.pdf")
  }

  @Test(
    .enabled(
      if: has("pandoc", "rsvg-convert", "xelatex", "pdftotext"),
      "pandoc, rsvg-convert, xelatex or pdftotext is not installed: make check-reports"))
  func namesOutOfTextsAreNeverRun() throws {
    let name = "\\input{secret} $x^2$ %c <script>alert(1)</script> `id` ^[note] {{ @doe [a](b)"
    let hostile = folder("h.sqlite")
    let entities = [
      Entity(id: ID(0), name: name, details: .organization(Organization())),
      Entity(id: ID(1), name: "Japan", details: .country(Country(code: "JP"))),
    ]
    let claim = Claim(
      kind: .stance, source: ID(0), target: ID(1), event: .reject, weight: -0.6, confidence: 0.9,
      evidence: Evidence(document: "note", sentence: 0, span: Span(0, 14), cue: Span(0, 4)))
    let text = "\\input{secret}\n"
    let metadata = DocumentMetadata(id: "note", title: "\\input{secret}", sha256: SHA256.hexadecimal(of: text.utf8))
    try GraphStore(path: hostile).add(
      CodedDocument(
        source: SourceText(metadata: metadata, text: text), sentences: [Span(0, 14)], entities: entities,
        claims: [claim]), entities: entities)
    try folder.write("secret.tex", "LEAKED")
    let words = ["render", "list", "list documents", "evidence #0 Japan", "stance Japan", "console show Japan"]
    try folder.write("report.md", words.map { "``` entente\n\($0)\n```\n\n" }.joined())
    for output in ["n.tex", "n.html", "n.pdf"] {
      let (status, said) = try run(
        "pandoc",
        [
          "report.md", "--filter", folder("entente-pandoc"), "--metadata", "title=R", "-s", "-o", output,
          "--pdf-engine=xelatex",
        ], graph: hostile)
      #expect(status == 0, "\(said)")
    }
    let page = try folder.text("n.html")
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)"))
    #expect(try !folder.text("n.tex").contains("\n\\input{secret}"))
    #expect(try run("pdftotext", "-layout", "n.pdf", "out.txt").status == 0)
    let set = try folder.text("out.txt")
    #expect(set.contains("\\input{secret}") && !set.contains("LEAKED"), "\(set)")
  }

  /// What can be read in the PDF: the text, the table, and the words of the picture.
  private func expectReport(_ file: String) throws {
    #expect(try run("pdftotext", "-layout", file, "out.txt").status == 0)
    let text = try folder.text("out.txt")
    for words in ["Mark Esper conferred with", "Defense Minister of Japan", "supports", "opposes", "South Korea"] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(!text.contains("entente:"))
  }
}
