import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// `entente render --format html`, over the small graph by hand.
struct ExplorerTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  /// What stands between two marks, the first time.
  private func part(_ text: String, from open: String, to close: String) -> String {
    guard let begin = text.range(of: open), let end = text.range(of: close, range: begin.upperBound..<text.endIndex)
    else { return "" }
    return String(text[begin.upperBound..<end.lowerBound])
  }

  @Test(arguments: [
    [], ["--all"], ["--focus", "GSOMIA"], ["--path", "Esper", "GSOMIA"], ["--top", "2"], ["--matrix"],
    ["--compare", "2019-11-01", "2019-11-30"], ["--cluster", "country"], ["--theme", "dark"], ["--theme", "grey"],
    ["--roll-up"], ["--kinds", "stance"], ["--labels", "counts"], ["--as-of", "2019-10-01"], ["--layout", "sfdp"],
    ["--link-base", "https://example.org/g"],
  ])
  func everyViewIsAPageAndAlwaysTheSame(arguments: [String]) async throws {
    let run = await CommandRun.run(["render", "--graph", graph, "--format", "html", "-o", "-"] + arguments)
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("<!doctype html>") && run.output.hasSuffix("</html>\n"))
    let svg = "<svg " + part(run.output, from: "<svg ", to: "</svg>") + "</svg>"
    let elements = try XMLReader.elements(of: svg)
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let data = part(run.output, from: "<script type=\"application/json\">", to: "</script>")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let edges = try #require(json["edges"] as? [[String: Any]])
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    // What is drawn is known, and what is known of lines is drawn.
    let parts = Set(edges.compactMap { $0["part"] as? String } + nodes.compactMap { $0["part"] as? String })
    for element in elements where element.attributes["data-kind"] != nil {
      let id = element.attributes["data-of"] ?? String((element.attributes["id"] ?? "").drop { $0 != "-" }.dropFirst())
      #expect(parts.contains(id), "\(element.attributes)")
    }
    let again = await CommandRun.run(["render", "--graph", graph, "--format", "html", "-o", "-"] + arguments)
    #expect(run.output == again.output)
  }

  @Test func theNameOfTheFileIsEnough() async throws {
    let run = await CommandRun.entente("render", "--graph", graph, "-o", folder("p.html"))
    #expect(run.status == .success && run.output == "wrote \(folder("p.html"))\n")
    let text = try folder.text("p.html")
    #expect(text.contains("Kono backs GSOMIA.") && text.contains("A note, Wire, 18 November 2019"))
    #expect(text.contains("\"aliases\": [\"GSOMIA\"") || text.contains("\"GSOMIA\""))
    // Escape sequences out of a text go no further.
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"))
  }

  @Test func costsAreTheEngines() async throws {
    let run = await CommandRun.entente("render", "--graph", graph, "--all", "--format", "html", "-o", "-")
    let data = part(run.output, from: "<script type=\"application/json\">", to: "</script>")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let stored = try StoredGraph(path: graph)
    let edges = try #require(json["edges"] as? [[String: Any]])
    #expect(edges.count == stored.graph.edgeCount)
    for record in edges {
      let order = try #require(record["order"] as? Int)
      let edge = stored.graph[ID<Edge>(order)]
      let units = (-Foundation.log(abs(edge.weight)) * 0x1p40).rounded() + 1
      #expect(record["cost"] as? Int == Int(units))
      #expect(record["signed"] as? Bool == edge.kind.isSigned)
    }
  }

  @Test(arguments: [["--timeline"], ["--no-style"], ["--snippet", "html"]])
  func whatNoPageCanBeIsRefused(arguments: [String]) async {
    let run = await CommandRun.run(
      ["render", "--graph", graph, "--format", "html", "-o", folder("x.html")] + arguments)
    #expect(run.status == .usage && !run.errors.isEmpty, "\(run.output)")
    #expect(!FileManager.default.fileExists(atPath: folder("x.html")))
  }

  @Test func picturesThatAreNoPagesAreAsTheyWere() async {
    let run = await CommandRun.entente("render", "--graph", graph, "-o", "-")
    #expect(!run.output.contains("data-of") && !run.output.contains("data-part"))
    #expect(run.output.contains(" style=\"max-width:100%;height:auto\""))
  }
}

/// Pages in a real browser, used by mouse, fingers and keys (`.scripts/explorer_check.py`).
@Suite(.serialized)
struct ExplorerBrowserTests {
  private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".scripts").path

  private static func installed(_ names: [String]) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return names.flatMap { name in path.split(separator: ":").map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let python = installed(["python3"])
  private static let isReady =
    python != nil
    && installed(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) != nil

  private func check(_ pages: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-B", Self.scripts + "/explorer_check.py"] + pages
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let failed = told.split(separator: "\n").filter { !$0.hasPrefix("ok") }.joined(separator: "\n")
    #expect(process.terminationStatus == 0, "\(failed)")
    #expect(told.contains("ok      "))
  }

  @Test(.enabled(if: isReady, "chromium or python3 is not installed: apt-get install chromium python3"))
  func aPageAnswersItsReader() async throws {
    let folder = try TemporaryDirectory()
    let graph = try SampleGraph.write(folder("g.sqlite"))
    _ = await CommandRun.entente("render", "--graph", graph, "--all", "-o", folder("page.html"))
    _ = await CommandRun.entente("render", "--graph", graph, "--matrix", "-o", folder("matrix.html"))
    try check([folder("page.html"), folder("matrix.html")])
  }

  @Test(.enabled(if: isReady, "chromium or python3 is not installed: apt-get install chromium python3"))
  func hostileNamesDoNothing() async throws {
    let folder = try TemporaryDirectory()
    let names = [
      "</script><script>broken=1</script>", "<img src=x onerror=broken=1>", "{{script}}", "a\u{2028}b", "\u{202E}evil",
      "O'Neil \"quoted\" & Sons", "<!-- <script>",
    ]
    let rows = names.indices.map { place in
      let (source, target) = (names[place], names[(place + 1) % names.count])
      let cells = [source, target, place % 2 == 0 ? "0.5" : "-0.5", "2019-11-1\(place)", "\(source) met \(target)."]
      return cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    try folder.write("h.csv", "source,target,weight,date,text\n" + rows.joined(separator: "\n") + "\n")
    let imported = await CommandRun.entente(
      "import", folder("h.csv"), "--format", "edges", "--graph", folder("h.sqlite"))
    #expect(imported.status == .success, "\(imported.errors)")
    let run = await CommandRun.entente(
      "render", "--graph", folder("h.sqlite"), "--all", "--title", "</title><script>broken=1</script>", "-o",
      folder("hostile.html"))
    #expect(run.status == .success, "\(run.errors)")
    try check([folder("hostile.html")])
  }
}
