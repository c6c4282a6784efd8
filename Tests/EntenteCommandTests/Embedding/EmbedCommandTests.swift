import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

struct EmbedCommandTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func embed(_ arguments: String...) async -> CommandRun {
    await CommandRun.run(["embed", "--graph", graph] + arguments)
  }

  /// A page without its comments, which the reader of XML does not know.
  private func bare(_ page: String) -> String {
    page.components(separatedBy: "<!--").enumerated().map { place, part in
      place == 0 ? part : part.components(separatedBy: "-->").dropFirst().joined(separator: "-->")
    }.joined()
  }

  private func pair(_ words: String) -> String { "<!-- entente: \(words) -->\n<!-- /entente -->\n" }

  @Test(arguments: [
    ("path Esper GSOMIA", "Mark Esper conferred with Taro Kono"),
    ("show Kono", "**Taro Kono**, Defense Minister of Japan."),
    ("evidence Seoul GSOMIA", "“Seoul wants to scrap GSOMIA.” — note, Wire, 18 November 2019, sentence 3"),
    ("list officials", "| **Mark Esper** | Defense Secretary of the United States |"),
    ("list ties --limit 2", "| tie |"),
    ("list documents", "| A note | Wire | 18 November 2019 | 5 |"), ("balance", "Balanced: two camps"),
    ("timeline Seoul GSOMIA --since 2019", "| 18 November 2019 | South Korea"),
    ("stance GSOMIA", "**Against GSOMIA**\n\n- South Korea rejected GSOMIA (reported on 18 November 2019) \\[2\\].\n"),
    ("stance Iceland", "Nobody's stance is told."), ("compare 2019-11-01 2019-11-30", "**New**"),
    ("path Esper Iceland", "Nothing connects"),
    ("path Kono Esper --by date --avoid Japan", "Taro Kono conferred with Mark Esper"),
    ("list agreements --as-of 2019-11-30", "agreement of Japan and South Korea, expiring (23 November 2019)"),
  ])
  func everyCommandAnswers(words: String, answer: String) async throws {
    let report = try folder.write("r.md", "Before\n\n" + pair(words) + "\nAfter\n")
    let run = await embed(report)
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output == "\(report): 1 block, 1 refreshed\n")
    let text = try folder.text("r.md")
    #expect(text.contains(answer), "\(text)")
    #expect(
      text.hasPrefix("Before\n\n<!-- entente: \(words) -->\n\n") && text.hasSuffix("<!-- /entente -->\n\nAfter\n"))
    let again = await embed(report)
    #expect(again.output == "\(report): 1 block, all current\n")
    #expect(try folder.text("r.md") == text)
  }

  @Test func picturesLieBesideMarkdownAndWithinHTML() async throws {
    let markdown = try folder.write("my brief.md", pair("render --focus GSOMIA"))
    #expect(await embed(markdown).status == .success)
    let text = try folder.text("my brief.md")
    #expect(text.contains("](my%20brief-render-focus-gsomia.svg)"))
    #expect(text.contains("![Ties around GSOMIA.") && text.contains("Seoul") == false)
    _ = try XMLReader.elements(of: try folder.text("my brief-render-focus-gsomia.svg"))
    let html = try folder.write(
      "p.html", "<body>\n  " + pair("render") + "  " + pair("render --no-style") + pair("render") + "</body>\n")
    #expect(await embed(html).status == .success)
    let page = try folder.text("p.html")
    let elements = try XMLReader.elements(of: bare(page))
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count && elements.count { $0.name == "svg" } == 3)
    let inline = try folder.write("i.md", pair("render"))
    #expect(await embed(inline, "--svg", "inline").status == .success)
    let figure = try folder.text("i.md")
    let body = try #require(figure.range(of: "<figure>\n<svg"))
    let end = try #require(figure.range(of: "</figure>"))
    #expect(!figure[body.lowerBound..<end.lowerBound].contains("\n\n"))
  }

  @Test func checkTellsWhatIsStaleAndWritesNothing() async throws {
    let report = try folder.write("r.md", "# A\n\n" + pair("render") + pair("list"))
    let before = try folder.text("r.md")
    let stale = await embed("--check", report)
    #expect(stale.status == .noResult)
    #expect(stale.output == "\(report):3: stale: render\n\(report):5: stale: list\n")
    #expect(try folder.text("r.md") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".svg") })
    #expect(await embed(report).status == .success)
    let current = await embed("--check", report)
    #expect(current.status == .success && current.output.isEmpty)
    try folder.write("r-render.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"old\"/>")
    #expect(await embed("--check", report).status == .noResult)
    #expect(await embed(report).output == "\(report): 2 blocks, 1 refreshed\n")
    #expect(await embed("--check", report).status == .success)
  }

  @Test(arguments: [
    ("show Kona", "nothing is called \"Kona\"; did you mean \"Kono\"?"),
    ("delete all", "a block has no command \"delete\""),
    ("render -o out.svg", "Unknown option '-o'"), ("render --graph other.sqlite", "Unknown option '--graph'"),
    ("render --format png", "a block's picture is SVG"), ("show Minister", "is ambiguous"),
    ("show \"Kono", "is never closed"), ("add .", "a block has no command"), ("path Kono", "Missing expected argument"),
    ("timeline Kono Kono", "both names are"), ("list --help", "a block gives no help"),
    ("render --link-base javascript:alert(1)", "--link-base needs a web address"),
    ("render --id-prefix \"<\"", "id prefix"),
  ])
  func anErrorNamesItsLineAndTheOthersAreDone(words: String, message: String) async throws {
    let report = try folder.write(
      "r.md", "\n<!-- entente: \(words) -->\nkept\n<!-- /entente -->\n" + pair("list officials"))
    let run = await embed(report)
    #expect(run.status == .badInput)
    #expect(run.output == "\(report): 2 blocks, 1 refreshed, 1 problem\n")
    #expect(run.errors.contains("r.md:2: ") && run.errors.lowercased().contains(message.lowercased()), "\(run.errors)")
    let text = try folder.text("r.md")
    #expect(
      text.hasPrefix("\n<!-- entente: \(words) -->\nkept\n<!-- /entente -->\n<!-- entente: list officials -->\n\n|"))
    #expect(await embed("--check", report).status == .badInput)
  }

  @Test func nothingButItsOwnPicturesIsReplaced() async throws {
    let report = try folder.write("r.md", pair("render"))
    try folder.write("r-render.svg", "my own drawing")
    let run = await embed(report)
    #expect(run.status == .badInput && run.errors.contains("r.md:1: r-render.svg beside the report is no picture"))
    #expect(try folder.text("r-render.svg") == "my own drawing" && folder.text("r.md") == pair("render"))
    try FileManager.default.removeItem(atPath: folder("r-render.svg"))
    try folder.write("secret", "kept")
    try FileManager.default.createSymbolicLink(atPath: folder("r-render.svg"), withDestinationPath: folder("secret"))
    #expect(await embed(report).errors.contains("no plain file"))
    #expect(try folder.text("secret") == "kept")
  }

  @Test func whatCannotBeReadOrWrittenIsTold() async throws {
    #expect(await embed(folder("none.md")).status == .badInput)
    #expect(await embed(try folder.write("a.txt", "")).status == .usage)
    #expect(await embed("--syntax", "markdown", try folder.write("a.txt", pair("list"))).status == .success)
    let latin = await embed(try folder.write("l.md", [0x61, 0x0A, 0xE9, 0x0A]))
    #expect(latin.status == .badInput && latin.errors.contains("l.md:2: the report is not UTF-8"))
    #expect(await CommandRun.entente("embed", folder("a.txt"), "--graph", folder("no.sqlite")).status == .store)
    let report = try folder.write("closed/r.md", pair("list"))
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder("closed"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder("closed")) }
    // Root writes everywhere.
    if getuid() != 0 {
      let run = await embed(report)
      #expect(run.status == .output && run.errors.contains("cannot be written: Permission denied"))
      #expect(try folder.text("closed/r.md") == pair("list"))
    }
  }

  @Test func linesEndAsTheyDidAndJSONTellsAll() async throws {
    let report = try folder.write("r.md", "a\r\n```entente list officials\r\n```\r\nb\r\n")
    let run = await embed("--json", report)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let first = try #require((object["reports"] as? [[String: Any]])?.first)
    #expect(first["blocks"] as? Int == 1 && (first["stale"] as? [Any])?.count == 1)
    let bytes = Array(try folder.text("r.md").utf8)
    for (place, byte) in bytes.enumerated() where byte == 0x0A { #expect(bytes[place - 1] == 0x0D) }
  }

  @Test func namesOutOfTextsAreOnlyNames() async throws {
    let path = folder("h.sqlite")
    let name = "<img src=x onerror=alert(1)> --> [a](javascript:b) `c`|d"
    let entities = [
      Entity(id: ID(0), name: name, details: .organization(Organization())),
      Entity(id: ID(1), name: "Japan", details: .country(Country(code: "JP"))),
    ]
    let claim = Claim(
      kind: .stance, source: ID(0), target: ID(1), event: .reject, weight: -0.6, confidence: 0.9,
      evidence: Evidence(document: "note", sentence: 0, span: Span(0, 4), cue: Span(0, 4)))
    let text = "<b>|\n"
    try GraphStore(path: path).add(
      CodedDocument(
        source: SourceText(
          metadata: DocumentMetadata(
            id: "note", title: "</table>", publisher: "<!-- /entente -->", sha256: SHA256.hexadecimal(of: text.utf8)),
          text: text), sentences: [Span(0, 4)], entities: entities, claims: [claim]), entities: entities)
    let words = [
      "render", "show Japan", "list", "list documents", "list ties", "timeline #0 Japan", "evidence #0 Japan",
    ]
    for (file, form) in [("h.md", "inline"), ("f.md", "file"), ("h.html", "inline")] {
      let report = try folder.write(file, words.map(pair).joined())
      let run = await CommandRun.entente("embed", "--graph", path, "--svg", form, report)
      #expect(run.status == .success, "\(run.errors)")
      let once = try folder.text(file)
      #expect(!once.contains("<img src=x") && !once.contains("<b>") && !once.contains("</table>|"))
      #expect(once.components(separatedBy: "<!-- /entente -->").count == words.count + 1)
      #expect(await CommandRun.entente("embed", "--graph", path, "--svg", form, report).output.contains("all current"))
    }
    _ = try XMLReader.elements(of: "<html>" + bare(folder.text("h.html")) + "</html>")
  }
}

/// Blocks that show a command line as a terminal does.
struct ConsoleBlockTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func embed(_ words: String, in name: String = "r.md") async throws -> (run: CommandRun, text: String) {
    let report = try folder.write(name, "<!-- entente: console \(words) -->\n<!-- /entente -->\n")
    let run = await CommandRun.entente("embed", "--graph", graph, report)
    return (run, try folder.text(name))
  }

  @Test(arguments: [
    ["list", "officials", "--limit", "1"], ["path", "Mark Esper", "GSOMIA", "--sentences", "1"], ["stance", "Kono"],
    ["show", "Kono"], ["neighbors", "Kono"], ["between", "Kono", "South Korea"], ["timeline", "Seoul", "GSOMIA"],
    ["rank"], ["balance"], ["overview"], ["list", "ties", "--json"],
  ])
  func aBlockShowsWhatATerminalDoes(words: [String]) async throws {
    let line = words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
    let (run, text) = try await embed(line)
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    let shown = await CommandRun.run([words[0], "--graph", graph] + words.dropFirst())
    let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    let body = lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    #expect(text.contains("\n\n```console\n$ entente \(line)\n\(body)\n```\n\n<!-- /entente -->\n"), "\(text)")
    let page = try await embed(line, in: "p.html").text
    #expect(page.contains("<pre><code>$ entente \(words[0])") && page.contains("&#10;"))
    _ = try XMLReader.elements(
      of: "<div>"
        + page.split(separator: "\n").dropFirst().dropLast().joined().replacingOccurrences(of: "&#10;", with: "\n")
        + "</div>")
  }

  @Test(arguments: [
    ("add .", "console shows no command \"add\""), ("edit rename Kono Kona", "it shows those that only ask"),
    ("export", "console shows no command"), ("render", "console shows no command"), ("", "console shows no command"),
    ("list --graph other.sqlite", "a block names no file"), ("list --graph=other.sqlite", "a block names no file"),
    ("path Esper GSOMIA -o out.txt", "a block names no file"),
    ("path Esper GSOMIA --output=out.txt", "a block names no file"), ("list --help", "a block gives no help"),
    ("path Esper", "Missing expected argument"), ("show Nobody", "nothing is called"), ("console list", "no command"),
  ])
  func whatDoesMoreThanAskIsRefused(words: String, message: String) async throws {
    let (run, text) = try await embed(words)
    #expect(run.status == .badInput && run.errors.contains("r.md:1: ") && run.errors.contains(message), "\(run.errors)")
    #expect(text == "<!-- entente: console \(words) -->\n<!-- /entente -->\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasPrefix("out") })
  }
}
