import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct PathCommandTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func path(_ arguments: String...) async -> CommandRun {
    await CommandRun.run(["path"] + arguments + ["--graph", graph])
  }

  private func members(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func everyConstraintThatCutsIsNamed() async throws {
    for (arguments, cause) in [
      (["--sign", "friendly"], "sign (--sign)"), (["--kinds", "cooperation,affiliation"], "edge kinds (--kinds)"),
      (["--node-kinds", "official"], "node kinds (--node-kinds)"),
      (["--min-weight", "0.9"], "minimum weight (--min-weight)"),
      (["--min-sources", "2"], "minimum sources (--min-sources)"), (["--since", "2020"], "dates (--since, --until)"),
      (["--until", "2018-12"], "dates (--since, --until)"), (["--avoid", "GSOMIA"], "nodes to avoid (--avoid)"),
      (["--via", "Iceland"], "nodes to pass through (--via)"),
    ] {
      let run = await CommandRun.run(["path", "Kono", "Seoul", "--graph", graph] + arguments)
      #expect(run.status == .noResult && run.output.isEmpty)
      #expect(run.errors.contains("What cuts it: \(cause)."), "\(arguments): \(run.errors)")
    }
  }

  @Test func boundsThatDoNotCut() async {
    let plain = await path("Kono", "Seoul")
    for arguments in [
      ["--since", "2019-11-18", "--until", "2019-11-18"],
      ["--until", "2019-11"], ["--via", "GSOMIA"], ["--kinds", "stances"], ["--node-kinds", "Agreements,country"],
      ["--max-hops", "2"], ["--min-weight", "0.1"], ["--min-sources", "1"], ["--avoid", "Iceland"],
      ["--hub-penalty", "1"], ["--as-of", "2019-11-18"],
    ] {
      let run = await CommandRun.run(["path", "Kono", "Seoul", "--graph", graph] + arguments)
      #expect(run.status == .success && run.output == plain.output, "\(arguments): \(run.errors)")
    }
  }

  @Test func asOfADayBeforeAnythingWasSaid() async {
    let run = await path("Kono", "Seoul", "--as-of", "2019-11-17")
    #expect(run.status == .noResult && run.errors.contains("Nothing connects"))
  }

  @Test func kBestAndAll() async throws {
    let best = await path("Esper", "Seoul", "--k", "5", "--json")
    #expect((try members(best.output)["paths"] as? [Any])?.count == 1)
    let all = await path("Esper", "Seoul", "--all", "--max-hops", "3")
    #expect(all.output.hasPrefix("1 path in all.\n"))
    let capped = await path("Kono", "United States", "--all", "--cap", "1", "--json")
    #expect(try members(capped.output)["proven"] as? Bool == true)
  }

  @Test func inOrderOfTime() async throws {
    let run = await path("Esper", "Seoul", "--by", "date", "--json")
    let paths = try #require(try members(run.output)["paths"] as? [[String: Any]])
    let edges = try #require(paths[0]["edges"] as? [[String: Any]])
    #expect(edges.map { $0["walked_on"] as? String } == ["2019-11-18", "2019-11-18", "2019-11-18"])
    let same = await path("Esper", "Seoul", "--time-respecting", "--json")
    #expect(same.output == run.output)
    let wrong = await path("Esper", "Seoul", "--by", "date", "--k", "2")
    #expect(wrong.status == .usage && wrong.errors.contains("--k does not go with paths in order of time"))
  }

  @Test func officialsAsTheirCountries() async throws {
    let run = await path("Kono", "Seoul", "--roll-up")
    #expect(run.status == .success)
    #expect(run.output.contains("Japan (Taro Kono) backed the General Security"))
    #expect(run.output.contains("Japan —supports"))
    let countries = await path("Kono", "Esper", "--roll-up", "--json")
    let paths = try #require(try members(countries.output)["paths"] as? [[String: Any]])
    #expect(paths[0]["nodes"] as? [String] == ["Japan", "United States"])
  }

  @Test func namesThatNoTextSays() async {
    let run = await path("pyongyang", "Seoul")
    #expect(run.status == .noResult && run.errors.contains("nothing is called \"pyongyang\""))
    let known = await CommandRun.entente("neighbors", "US", "--graph", graph)
    #expect(known.output.hasPrefix("United States: 1 neighbour\n"))
  }

  @Test func sameSourceAndTarget() async throws {
    let run = await path("Seoul", "ROK", "--json")
    #expect(run.status == .noResult && run.errors == "entente: \"South Korea\" is both ends; a path needs two.\n")
    #expect(try members(run.output)["reason"] as? String == "same_node")
  }

  @Test func formats() async throws {
    let json = await path("Kono", "Seoul", "--json")
    let byName = await path("Kono", "Seoul", "-o", folder("p.json"))
    #expect(byName.status == .success && byName.output.isEmpty)
    #expect(try folder.text("p.json") == json.output)
    #expect(await path("Kono", "Seoul", "--format", "json").output == json.output)
    let dot = await path("Kono", "Seoul", "--format", "dot")
    #expect(dot.output.hasPrefix("digraph") && dot.output.contains("Taro Kono"))
    let svg = await path("Kono", "Seoul", "-o", folder("p.svg"))
    #expect(svg.status == .success)
    let picture = try folder.text("p.svg")
    #expect(picture.hasPrefix("<svg") && XMLParser(data: Data(picture.utf8)).parse())
    let both = await path("Kono", "Seoul", "--json", "--format", "svg")
    #expect(both.status == .usage && both.errors.contains("--json and --format svg exclude each other"))
  }

  @Test(
    arguments: [
      (["--k", "0"], "--k needs a number from 1 on"), (["--max-hops", "0"], "--max-hops needs"),
      (["--hub-penalty", "11"], "--hub-penalty needs a number from 0 to 10"),
      (["--all", "--k", "2"], "exclude each other"),
      (["--cap", "0"], "--cap needs"), (["--min-weight", "2"], "--min-weight needs a number from 0 to 1"),
      (["--min-weight", "nan"], "--min-weight needs"), (["--min-sources", "0"], "--min-sources needs"),
      (["--since", "November"], "a date is written 2019-11-12"), (["--until", "2019-02-30"], "a date is written"),
      (["--since", "2020", "--until", "2019"], "is later than"), (["--kinds", "love"], "there are stance"),
      (["--sign", "neutral"], "there are friendly and hostile"), (["--node-kinds", ""], "there are country"),
    ])
  func wrongOptions(arguments: [String], message: String) async {
    let run = await CommandRun.run(["path", "Kono", "Seoul", "--graph", graph] + arguments)
    #expect(run.status == .usage && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
