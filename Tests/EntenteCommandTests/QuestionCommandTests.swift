import Entente
import EntenteCommand
import Foundation
import Synchronization
import TestSupport
import Testing

/// The questions other than paths: each in words and as JSON, with bounds, and where there is no answer.
struct QuestionCommandTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func ask(_ arguments: String...) async -> CommandRun { await CommandRun.run(arguments + ["--graph", graph]) }

  private func members(_ run: CommandRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func undatedClaimsStandAsideInComparisons() async throws {
    let rows = try folder.write(
      "t.csv", "source,target,weight,date\nJapan,Iceland,0.5,2019-11-10\nIceland,South Korea,0.5,\n")
    #expect(await CommandRun.entente("import", rows, "--format", "edges", "--graph", graph).status == .success)
    let run = await CommandRun.entente("compare", "2019-11-01", "2019-11-15", "--graph", graph)
    #expect(run.output.contains("1 claim without a date stands aside."))
    #expect(run.output.contains("Japan") && !run.output.contains("South Korea"))
    let json = await CommandRun.entente("compare", "2019-11-01", "2019-11-15", "--json", "--graph", graph)
    #expect(json.output.contains("\"undated\": 1"))
  }

  @Test(
    arguments: [
      ["neighbors", "Kono"], ["between", "Kono", "Seoul"], ["stance", "GSOMIA"], ["timeline", "Seoul", "GSOMIA"],
      ["rank"], ["balance"], ["blocs"], ["discourse"], ["compare", "2019-11-17", "2019-11-18"],
    ])
  func everyAnswerIsTextAndJSONAndAlwaysTheSame(arguments: [String]) async throws {
    let text = await CommandRun.run(arguments + ["--graph", graph])
    #expect(text.status == .success && text.errors.isEmpty && !text.output.isEmpty, "\(text.errors)")
    #expect(!text.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(await CommandRun.run(arguments + ["--graph", graph]).output == text.output)
    let json = await CommandRun.run(arguments + ["--json", "--graph", graph])
    #expect(json.status == .success && json.errors.isEmpty)
    #expect(try !members(json).isEmpty)
    #expect(await CommandRun.run(arguments + ["--json", "--graph", graph]).output == json.output)
  }

  @Test(
    arguments: [
      (["neighbors", "Iceland"], "\"Iceland\" has no ties"),
      (["neighbors", "Kono", "--kinds", "membership"], "\"Taro Kono\" has no ties within these bounds"),
      (["between", "Kono", "Iceland"], "\"Taro Kono\" and \"Iceland\" have no tie and nothing in common"),
      (["stance", "Iceland"], "nobody is said to support or oppose \"Iceland\""),
      (["timeline", "Kono", "Seoul"], "nothing is claimed between \"Taro Kono\" and \"South Korea\""),
      (["rank", "--min-sources", "9"], "nobody has a tie within these bounds"),
      (["balance", "--kinds", "affiliation"], "no tie is friendly or hostile within these bounds"),
      (["discourse", "--about", "officials"], "no two actors take a stance on the same entity"),
      (["blocs", "--since", "2030"], "no tie weighs anything within these bounds"),
      (["compare", "2018", "2019-01"], "nothing changed from 2018-12-31 to 2019-01-31"),
    ])
  func nothingThere(arguments: [String], message: String) async throws {
    let run = await CommandRun.run(arguments + ["--graph", graph])
    #expect(run.status == .noResult && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    let json = await CommandRun.run(arguments + ["--json", "--graph", graph])
    #expect(try !members(json).isEmpty)
  }

  @Test(
    arguments: [
      (["between", "Kono"], "two names at least"),
      (["between", "Seoul", "ROK"], "\"Seoul\" and \"ROK\" are both \"South Korea\""),
      (["timeline", "Seoul", "ROK"], "both names are \"South Korea\""),
      (["neighbors", "Kono", "--radius", "0"], "--radius needs"),
      (["compare", "2019-11", "2019-10"], "2019-10 is not later than 2019-11"),
      (["compare", "soon", "2019"], "a date is written"),
      (["compare", "2018", "2019", "--as-of", "2019"], "--as-of does not go with compare"),
      (["rank", "planets"], "there are country"), (["rank", "--by", "fame"], "fame"),
      (["blocs", "--resolution", "0"], "--resolution needs"), (["balance", "--deadline", "-1"], "--deadline"),
      (["stance", "minister"], "\"minister\" is ambiguous"),
    ])
  func wrongQuestions(arguments: [String], message: String) async {
    let run = await CommandRun.run(arguments + ["--graph", graph])
    #expect(run.status == .usage && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func unknownNamesComeWithSuggestions() async {
    for command in ["neighbors", "stance"] {
      let run = await ask(command, "Taro Kuno")
      #expect(run.status == .noResult && run.errors.contains("did you mean \"Taro Kono\"?"))
    }
  }

  @Test func neighborsOfAKind() async throws {
    let run = await ask("neighbors", "Kono", "--node-kinds", "official,country", "--json")
    let nodes = try #require(try members(run)["nodes"] as? [[String: Any]])
    // Kono himself is named by the question and need not be of the kind.
    #expect(nodes.map { $0["name"] as? String } == ["Japan", "Mark Esper"])
    let agreements = await ask("neighbors", "Kono", "--node-kinds", "agreement", "--sentences", "1")
    #expect(
      agreements.output.hasPrefix("Taro Kono: 2 neighbours") || agreements.output.hasPrefix("Taro Kono: 1 neighbour"))
    #expect(agreements.output.contains("[1] “Kono backs GSOMIA.”"))
  }

  @Test func stancesSideBySide() async throws {
    let run = await ask("stance", "GSOMIA")
    #expect(run.output.contains("\nSupport for GSOMIA\n  +0.24  Taro Kono"))
    #expect(run.output.contains("\nOpposition to GSOMIA\n  −0.28  South Korea"))
    #expect(run.output.contains("South Korea rejected GSOMIA (reported on 18 November 2019); told by Wire ["))
    let hostile = await ask("stance", "GSOMIA", "--sign", "hostile", "--json")
    let received = try #require(try members(hostile)["received"] as? [String: [Any]])
    #expect(received["supporting"]?.isEmpty == true && received["opposing"]?.count == 1)
  }

  @Test func balanceAsOthersReadIt() async throws {
    let run = await ask("balance", "--json")
    let json = try members(run)
    #expect(json["frustration"] as? Int == 0 && json["lower"] as? Int == 0 && json["upper"] as? Int == 0)
    #expect(json["optimal"] as? Bool == true && (json["frustrated"] as? [Any])?.isEmpty == true)
    let camps = try #require(json["camps"] as? [[String]])
    #expect(
      Set(camps.map(Set.init)) == [
        ["South Korea"], ["Taro Kono", "Mark Esper", "General Security of Military Information Agreement"],
      ])
  }

  @Test func rankOfAKind() async throws {
    let run = await ask("rank", "officials", "--by", "betweenness", "--json")
    let nodes = try #require(try members(run)["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["name"] as? String } == ["Taro Kono", "Mark Esper"])
    #expect(nodes.allSatisfy { $0["betweenness_error"] as? Double == 0 })
    let first = await ask("rank", "--limit", "1")
    #expect(first.output.split(separator: "\n").count == 2)
  }

  @Test func emptyGraph() async throws {
    let empty = folder("empty.sqlite")
    _ = try GraphStore(path: empty)
    for command in ["rank", "balance", "blocs"] {
      let run = await CommandRun.run([command, "--graph", empty])
      #expect(run.status == .noResult && run.output.isEmpty)
      let json = await CommandRun.run([command, "--json", "--graph", empty])
      #expect(json.status == .success)
      #expect(try !members(json).isEmpty)
    }
    let path = await CommandRun.entente("path", "A", "B", "--graph", empty)
    #expect(path.status == .noResult)
    let missing = await CommandRun.entente("balance", "--graph", folder("none.sqlite"))
    #expect(missing.status == .store)
  }

  @Test func colorsOnlyOnATerminal() async {
    let colored = Mutex("")
    let console = Console(
      write: { text in
        colored.withLock { $0 += text }
        return true
      }, writeError: { _ in }, outputIsTerminal: true, isColored: true)
    let status = await RootCommand.run(["balance", "--graph", graph], console: console)
    #expect(status == .success && colored.withLock { $0 }.contains("\u{1B}[1m"))
  }
}
