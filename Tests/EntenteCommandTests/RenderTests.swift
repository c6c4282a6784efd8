import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// Every view of `entente render`, over the small graph by hand.
struct RenderTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func render(_ arguments: String...) async -> CommandRun {
    await CommandRun.run(["render", "--graph", graph, "-o", "-"] + arguments)
  }

  /// What is drawn of a picture, by kind.
  private func kinds(_ svg: String) throws -> [String: Int] {
    try XMLReader.elements(of: svg).compactMap { $0.attributes["data-kind"] }.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
  }

  @Test(arguments: [
    [], ["--focus", "GSOMIA"], ["--focus", "Kono", "--focus", "Esper", "--radius", "0"], ["--path", "Esper", "GSOMIA"],
    ["--path", "Japan", "South Korea", "--by", "hops"], ["--top", "2"], ["--backbone"],
    ["--backbone", "--alpha", "0.9"],
    ["--all"], ["--between", "2019-11-01", "2019-11-30"], ["--as-of", "2019-11"], ["--kinds", "stance"],
    ["--node-kinds", "official,agreement"], ["--min-weight", "0.1"], ["--min-sources", "1"], ["--cluster", "country"],
    ["--cluster", "bloc"], ["--cluster", "kind"], ["--matrix"], ["--matrix", "--cluster", "bloc"],
    ["--compare", "2019-11-01", "2019-11-30"], ["--timeline"], ["--timeline", "--period", "day"], ["--theme", "dark"],
    ["--theme", "grey"], ["--theme", "colourblind"], ["--no-style"], ["--labels", "counts"], ["--labels", "none"],
    ["--roll-up"], ["--layout", "sfdp"], ["--layout", "circo"], ["--timeline", "--focus", "Kono"],
    ["--compare", "2019-11-01", "2019-11-30", "--focus", "Kono", "--no-style"],
  ])
  func everyViewIsAPictureAndAlwaysTheSame(arguments: [String]) async throws {
    let run = await CommandRun.run(["render", "--graph", graph, "-o", "-"] + arguments)
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    let elements = try XMLReader.elements(of: run.output)
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(elements.contains { $0.attributes["data-kind"] != nil })
    #expect(elements.contains { $0.name == "desc" && !$0.text.isEmpty })
    let again = await CommandRun.run(["render", "--graph", graph, "-o", "-"] + arguments)
    #expect(run.output == again.output)
  }

  @Test func aPathIsStrongAndHasItsSentences() async throws {
    let run = await render("--path", "Esper", "GSOMIA")
    #expect(run.output.contains(">From Mark Esper to GSOMIA</text>"))
    #expect(run.output.contains("2 steps, friendly on the whole"))
    #expect(run.output.contains("[1]") && run.output.contains("“Kono met Esper.” — Wire, 18 November 2019"))
    #expect(run.output.contains("[2]") && run.output.contains("“Kono backs GSOMIA.”"))
    #expect(run.output.contains("stroke-width=\"2.4\"") && run.output.contains("opacity=\".3\""))
    let none = await render("--path", "Esper", "Iceland")
    #expect(none.status == .noResult && none.errors.contains("Nothing connects"))
    let unknown = await render("--path", "Esper", "Kona")
    #expect(unknown.status == .noResult && unknown.errors.contains("did you mean \"Kono\"?"))
  }

  @Test func filtersAreToldInThePicture() async throws {
    let run = await render("--kinds", "stance", "--min-weight", "0.05", "--between", "2019-11-01", "2019-11-30")
    for words in [
      "1 text, 18 November 2019 · only stance", "ties of weight 0.05 or more", "ties of 1–30 November 2019",
    ] {
      // A caption may break between any two words.
      let text = run.output.replacing(/<\/?tspan[^>]*>/, with: " ")
      #expect(text.contains(words))
    }
    #expect(try kinds(run.output)["cooperation"] == nil)
    #expect(try kinds(run.output)["stance"] == 2)
    #expect(run.output.contains("Not shown: "))
    let later = await render("--between", "2020-01-01", "2020-12-31")
    #expect(later.status == .success && later.output.contains("Nothing to show."))
    let before = await render("--as-of", "2019-10-01")
    #expect(before.output.contains("as of 1 October 2019") && before.output.contains("Nothing to show."))
  }

  @Test func captionsIdsAndLinksAreTheCallers() async throws {
    let run = await render(
      "--title", "A <b>", "--subtitle", "B & C", "--source", "D", "--id-prefix", "fig-1", "--link-base",
      "https://example.org/g", "--focus", "Kono")
    #expect(run.output.contains("A &lt;b&gt;</text>") && run.output.contains(">B &amp; C</text>"))
    #expect(run.output.contains(">D</text>"))
    let elements = try XMLReader.elements(of: run.output)
    #expect(elements.compactMap { $0.attributes["id"] }.allSatisfy { $0.hasPrefix("fig-1") })
    let links = elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
    #expect(links.contains("https://example.org/g/entity/3"))
    #expect(links.contains("https://example.org/g/tie/stance-3-5"))
    for base in ["javascript:alert(1)//", "java\tscript:x", "data:text/html,"] {
      let unsafe = await render("--link-base", base)
      #expect(unsafe.status == .usage && unsafe.output.isEmpty)
    }
    let prefix = await render("--id-prefix", "1\" onload=\"x")
    #expect(prefix.status == .usage && prefix.errors.contains("An id prefix must be"))
  }

  @Test func whatBelongsTogetherIsFramed() async throws {
    let run = await render("--cluster", "country")
    let groups = try XMLReader.elements(of: run.output).filter { $0.attributes["role"] == "group" }
    #expect(groups.count == 2)
    #expect(run.output.contains(">Japan</title>") && run.output.contains(">United States</title>"))
    let kinds = await render("--cluster", "kind")
    for name in ["Countries", "Officials", "Agreements"] { #expect(kinds.output.contains(">\(name)</title>")) }
  }

  @Test func wordsStandBesideTheLines() async {
    #expect(await render().output.contains(">backed</text>"))
    #expect(await render("--labels", "counts").output.contains(">1 claim</text>"))
    let none = await render("--labels", "none").output
    #expect(!none.contains(">backed</text>") && !none.contains(">1 claim</text>"))
  }

  @Test func whatIsNewIsSaid() async throws {
    let run = await render("--compare", "2019-11-01", "2019-11-30")
    #expect(run.output.contains(">What changed</text>"))
    #expect(run.output.contains("from 1 November 2019 to 30 November 2019"))
    let marks = try XMLReader.elements(of: run.output).filter { $0.attributes["data-change"] == "appeared" }
    #expect(marks.count == 3)
    #expect(run.output.contains(">new</tspan>"))
    // The other way round the earlier date still comes first.
    #expect(await render("--compare", "2019-11-30", "2019-11-01").output == run.output)
    let same = await render("--compare", "2019-11-29", "2019-11-30")
    #expect(same.status == .success && !same.output.contains("data-change"))
  }

  @Test func onePeriodStandsBesideTheOther() async throws {
    let run = await render("--timeline", "--period", "week")
    #expect(run.output.contains(">Week by week</text>") && run.output.contains(">18–24 November 2019</text>"))
    #expect(run.output.contains(">3 ties</text>"))
  }

  @Test(arguments: [
    ["--radius", "1"], ["--focus", "Kono", "--radius", "-1"], ["--path", "Kono"], ["--path", "a", "b", "c"],
    ["--path", "a", "b", "--top", "3"], ["--top", "0"], ["--alpha", "0.1"], ["--backbone", "--alpha", "2"],
    ["--between", "2019"], ["--between", "2020", "2019"], ["--between", "now", "then"], ["--compare", "2019-11-01"],
    ["--compare", "2019", "2020", "--timeline"], ["--timeline", "--path", "a", "b"], ["--matrix", "--timeline"],
    ["--period", "week"], ["--timeline", "--period", "fortnight"], ["--theme", "sepia"], ["--cluster", "colour"],
    ["--labels", "all"], ["--layout", "fdp"], ["--format", "gif"], ["--compare", "2019", "2020", "--as-of", "2019"],
    ["--between", "2019", "2020", "--since", "2019"], ["--kinds", "love"], ["--min-weight", "2"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) async {
    let run = await CommandRun.run(["render", "--graph", graph, "-o", folder("x.svg")] + arguments)
    #expect(run.status == .usage, "\(run.output)")
    #expect(!run.errors.isEmpty && !FileManager.default.fileExists(atPath: folder("x.svg")))
  }

  @Test func tablesAreNotForGraphviz() async {
    for format in ["dot", "svg-graphviz"] {
      let run = await render("--matrix", "--format", format)
      #expect(run.status != .success && run.errors.contains("no graphs for Graphviz"))
    }
  }

  @Test func anOutputThatIsAFolder() async {
    let run = await CommandRun.entente("render", "-o", folder.path, "--graph", graph)
    #expect(run.status == .output && run.errors.contains("it is a folder"))
  }
}
