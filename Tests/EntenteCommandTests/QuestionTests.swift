import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct QuestionTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func members(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func pathOverTheEnemyOfAFriend() async throws {
    let run = await CommandRun.entente("path", "mark esper", "SEOUL", "--json", "--graph", graph)
    #expect(run.status == .success && run.errors.isEmpty)
    let paths = try #require(try members(run.output)["paths"] as? [[String: Any]])
    #expect(paths.count == 1)
    let pact = "General Security of Military Information Agreement"
    #expect(paths[0]["nodes"] as? [String] == ["Mark Esper", "Taro Kono", pact, "South Korea"])
    #expect(paths[0]["sign"] as? String == "negative")
    let edges = try #require(paths[0]["edges"] as? [[String: Any]])
    #expect(edges.map { $0["kind"] as? String } == ["cooperation", "stance", "stance"])
    #expect(edges.map { $0["target"] as? String }[1] == pact)
    let evidence = try #require(edges[2]["evidence"] as? [[String: Any]])
    #expect(evidence[0]["document"] as? String == "note")
    #expect(evidence[0]["sentence"] as? Int == 2)
    #expect(evidence[0]["text"] as? String == "Seoul wants to scrap GSOMIA.")
    let strength = try #require(paths[0]["strength"] as? Double)
    let weights = edges.compactMap { $0["weight"] as? Double }
    #expect(abs(strength - weights.reduce(1) { $0 * abs($1) }) < 1e-5)
  }

  @Test func pathInWords() async throws {
    let run = await CommandRun.entente("path", "Kono", "Seoul", "--graph", graph)
    #expect(run.status == .success)
    #expect(run.output.contains("2 steps"))
    #expect(run.output.contains("“Kono backs GSOMIA.”"))
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Taro Kono backed the General Security of Military Information Agreement (GSOMIA)"))
    #expect(words.contains("(reported on 18 November 2019) [1]; South Korea rejected GSOMIA"))
    #expect(run.output.contains("note, Wire, 18 November 2019, sentence 2"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func noPathSaysWhy() async throws {
    let none = await CommandRun.entente("path", "Kono", "Iceland", "--graph", graph)
    #expect(none.status == .noResult)
    #expect(none.errors.contains("Nothing connects \"Taro Kono\" and \"Iceland\""))
    let long = await CommandRun.entente("path", "Esper", "Seoul", "--max-hops", "2", "--graph", graph, "--json")
    #expect(long.status == .noResult)
    #expect(long.errors.contains("has 3 steps: ask with --max-hops 3"))
    #expect(try members(long.output)["paths"] as? [String] == [])
  }

  @Test func namesThatAreUnknownOrAmbiguous() async {
    let unknown = await CommandRun.entente("show", "Taro Kuno", "--graph", graph)
    #expect(unknown.status == .noResult)
    #expect(unknown.errors == "entente: nothing is called \"Taro Kuno\"; did you mean \"Taro Kono\"?\n")
    let ambiguous = await CommandRun.entente("show", "minister", "--graph", graph)
    #expect(ambiguous.status == .usage)
    #expect(ambiguous.errors.contains("  #3  Taro Kono (official, JP)\n  #4  Mark Esper (official, US)"))
    let chosen = await CommandRun.entente("show", "#4", "--graph", graph)
    #expect(chosen.output.hasPrefix("Mark Esper  official, US\n"))
  }

  @Test func showGivesNamesTiesAndSentences() async throws {
    let run = await CommandRun.entente("show", "gsomia", "--graph", graph)
    #expect(run.status == .success)
    #expect(run.output.contains("  parties   Japan, South Korea\n"))
    #expect(run.output.contains("  status    expiring, 2019-11-23\n"))
    #expect(run.output.contains("←opposes −"))
    #expect(run.output.contains("Seoul wants to scrap GSOMIA."))
    let json = await CommandRun.entente("show", "gsomia", "--json", "--graph", graph)
    let ties = try #require(try members(json.output)["ties"] as? [[String: Any]])
    #expect(ties.map { $0["source_name"] as? String } == ["South Korea", "Taro Kono"])
  }

  @Test func textsCannotControlTheTerminal() async {
    let run = await CommandRun.entente("show", "Kono", "--graph", graph)
    #expect(run.output.contains("␛[31mBad␇ words"))
    #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func lists() async {
    let officials = await CommandRun.entente("list", "officials", "--graph", graph)
    #expect(
      officials.output.split(separator: "\n").map { $0.prefix(10) } == ["name      ", "Taro Kono ", "Mark Esper"])
    let documents = await CommandRun.entente("list", "documents", "--graph", graph)
    #expect(documents.output.contains("note  2019-11-18  Wire               4       5  A note\n"))
    let none = await CommandRun.entente("list", "organizations", "--graph", graph)
    #expect(none.status == .noResult && none.errors == "entente: no organizations\n")
    let ties = await CommandRun.entente("list", "ties", "--limit", "1", "--json", "--graph", graph)
    #expect(ties.output.hasPrefix("[\n  {\n    \"kind\": \"affiliation\""))
    let wrong = await CommandRun.entente("list", "planets", "--graph", graph)
    #expect(wrong.status == .usage && wrong.errors.contains("planets"))
  }

  @Test func exportIsTheWholeGraphAndAlwaysTheSame() async throws {
    let first = await CommandRun.entente("export", "--graph", graph)
    let second = await CommandRun.entente("export", "--graph", graph, "-o", folder("e.json"))
    #expect(second.status == .success && second.output.isEmpty)
    #expect(try folder.text("e.json") == first.output)
    let members = try members(first.output)
    #expect((members["nodes"] as? [Any])?.count == 7)
    #expect((members["edges"] as? [Any])?.count == 5)
    #expect((members["documents"] as? [Any])?.count == 1)
  }

  @Test func renderWritesEachFormat() async throws {
    for (name, start) in [("a.svg", "<svg"), ("a.dot", "digraph"), ("a.png", "\u{89}PNG"), ("a.pdf", "%PDF")] {
      let run = await CommandRun.entente("render", "-o", folder(name), "--graph", graph)
      #expect(run.status == .success, "\(run.errors)")
      #expect(run.output == "wrote \(folder(name))\n")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder(name)))
      #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    }
    let svg = try folder.text("a.svg")
    #expect(svg.contains("Taro Kono") && !svg.contains("Iceland"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func renderAroundOneEntity() async {
    let run = await CommandRun.entente(
      "render", "--focus", "Esper", "--radius", "1", "--format", "dot", "-o", "-", "--graph", graph)
    #expect(run.output.contains("Mark Esper") && run.output.contains("Taro Kono"))
    #expect(!run.output.contains("South Korea"))
    let wrong = await CommandRun.entente("render", "--layout", "neat", "-o", "-", "--graph", graph)
    #expect(wrong.status == .usage && wrong.errors.contains("Did you mean 'neato'?"))
    let both = await CommandRun.entente("render", "--focus", "Esper", "--all", "--graph", graph)
    #expect(both.status == .usage)
  }

  @Test func overviewNamesAConnection() async {
    let run = await CommandRun.entente("overview", "--graph", graph)
    #expect(run.status == .success)
    #expect(
      run.output.hasPrefix("1 documents, 7 nodes, 5 edges") || run.output.hasPrefix("1 document, 7 nodes, 5 edges"))
    #expect(run.output.contains("PATH, "))
  }
}
