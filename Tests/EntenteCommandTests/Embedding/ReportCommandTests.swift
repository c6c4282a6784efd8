import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

struct ReportCommandTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func report(_ arguments: String...) async -> CommandRun {
    await CommandRun.run(["report", "--graph", graph] + arguments)
  }

  @Test func aBriefHasItsParts() async throws {
    let run = await report("-o", folder("b.md"), "--path", "Esper", "GSOMIA", "Esper", "Iceland")
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    let text = try folder.text("b.md")
    for part in [
      "# Who stands where: GSOMIA\n", "1 text, 18 November 2019. Source: Wire.\n",
      "and of 3 ties among them that take a side: 2 friendly, 1 hostile.", "](b-diagram.svg)",
      "### General Security of Military Information Agreement (GSOMIA)\n",
      "Parties: Japan and South Korea. Status: expiring on 23 November 2019.", "- **For it**: Taro Kono \\[",
      "- **Against it**: South Korea \\[", "- **Taro Kono**, Defense Minister of Japan: backed",
      "## The strongest ties", "**From Mark Esper to General Security of Military Information Agreement**",
      "Nothing connects \"Mark Esper\" and \"Iceland\"", "## Evidence", "“Kono backs GSOMIA.” — note, Wire",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
    #expect(!text.contains("The most contested ties") && !text.contains("What changed"))
    _ = try XMLReader.elements(of: try folder.text("b-diagram.svg"))
    #expect(await report("-o", folder("c.md")).status == .success)
    #expect(await report().output.contains("Who stands where"))
  }

  @Test func everyCitationHasItsNote() async throws {
    let text = await report("--compare", "2019-11-01", "2019-11-30").output
    #expect(text.contains("## What changed from 1 November 2019 to 30 November 2019\n") && text.contains("**New**"))
    let halves = text.components(separatedBy: "## Evidence\n")
    let notes = halves[1].split(separator: "\n").count
    var cited: Set<Int> = []
    for piece in halves[0].components(separatedBy: "\\[").dropFirst() {
      if let number = Int(piece.prefix { $0.isNumber }) { cited.insert(number) }
    }
    #expect(cited == Set(1...notes))
  }

  @Test func htmlIsAPageOfItsOwn() async throws {
    let run = await report("-o", folder("b.html"), "--title", "<b>Who & what")
    #expect(run.status == .success)
    let text = try folder.text("b.html")
    #expect(text.hasPrefix("<!doctype html>") && text.contains("<title>&lt;b&gt;Who &amp; what</title>"))
    #expect(text.contains("default-src 'none'") && !text.contains("src=\"http") && !text.contains("<script"))
    #expect(
      text.contains("<a class=\"entente-cite\" href=\"#brief-n1\">[1]</a>") && text.contains("<li id=\"brief-n1\""))
  }

  @Test(arguments: ["markdown", "html", "latex", "typst", "quarto", "docc"])
  func aSnippetSaysWhatThePictureSays(syntax: String) async throws {
    let run = await CommandRun.entente(
      "render", "--graph", graph, "-o", folder("g.svg"), "--focus", "GSOMIA", "--snippet", syntax)
    #expect(run.status == .success)
    if syntax == "latex" {
      #expect(run.errors.contains("LaTeX sets no SVG; the picture is in") && run.errors.contains("g.pdf as well"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder("g.pdf"))).starts(with: Data("%PDF".utf8)))
    } else {
      #expect(run.errors.isEmpty && !FileManager.default.fileExists(atPath: folder("g.pdf")))
    }
    #expect(run.output.contains("South Korea opposes GSOMIA") && run.output.contains("Kono supports GSOMIA"))
    #expect(!run.output.contains("wrote "))
    let refused = await CommandRun.entente("render", "--graph", graph, "-o", "-", "--snippet", syntax)
    #expect(refused.status == .usage)
  }

  @Test func boundsAndBadInput() async throws {
    #expect(await report("--until", "2018").output.contains("Nothing is told of any tie."))
    #expect(await report("--compare", "2019").status == .usage)
    #expect(await report("--path", "Kono").status == .usage)
    #expect(await report("--path", "Kona", "Esper").status == .noResult)
    #expect(await report("-o", folder("no/b.md")).status == .output)
    let json = await report("--json")
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])?.count ?? 0 > 5)
    _ = try GraphStore(path: folder("e.sqlite"))
    #expect(await CommandRun.entente("report", "--graph", folder("e.sqlite")).status == .noResult)
  }
}
