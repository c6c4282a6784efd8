import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// Ties of others come in, the graph goes out, and both come back the same.
struct InterchangeCommandTests {
  private let folder: TemporaryDirectory
  private var graph: String { folder("g.sqlite") }

  init() throws { folder = try TemporaryDirectory() }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private let ties = """
    source,target,weight,kind,begin,end,remark
    USA,Japan,0.9,cooperation,1951-09-08,,treaty
    Prussia,FRA,-1,stance,1870,1871,war
    Soviet Union,CHN,0,stance,1960,,
    Tokyo Club,Japan,0.5,stance,,,
    """

  @Test func tiesBecomeClaimsLikeThoseOfTexts() async throws {
    let path = try folder.write("ties.csv", ties)
    let run = await CommandRun.entente("import", path, "--format", "edges", "--graph", graph)
    #expect(run.status == .badInput)
    #expect(
      run.output == """
        ties.csv: 3 claims added from 4 rows
          1 bad row
          names: 3 countries, 0 known, 2 new (Prussia, Tokyo Club)
          columns without use: remark

        """)
    #expect(
      run.errors
        == "entente: \(path):4: a weight of 0 says neither support nor opposition; leave such rows out\n")
    let again = await CommandRun.entente("import", path, "--format", "edges", "--json", "--graph", graph)
    #expect(again.status == .success)
    #expect(try json(again.output)["unchanged"] as? Bool == true)
    let path1 = await CommandRun.entente("path", "United States", "Tokyo Club", "--graph", graph)
    #expect(path1.status == .success && path1.output.contains("Japan"))
    let shown = await CommandRun.entente("show", "japan", "--graph", graph)
    #expect(shown.output.contains("“USA,Japan,0.9,cooperation,1951-09-08,,treaty”"))
    #expect(shown.output.contains("[ties.csv, 1951-09-08, line 2, c1]"))
    // What still holds has not aged.
    #expect(shown.output.contains("cooperates with +0.45"))
  }

  @Test func theSameFileWithOtherRowsIsRefusedOrReplaces() async throws {
    let path = try folder.write("ties.csv", "source,target,weight\nUSA,Japan,0.9\n")
    _ = await CommandRun.entente("import", path, "--format", "edges", "--graph", graph)
    try folder.write("ties.csv", "source,target,sign\nUSA,Iran,-\n")
    let refused = await CommandRun.entente("import", path, "--format", "edges", "--graph", graph)
    #expect(refused.status == .badInput && refused.errors.contains("--replace"))
    let replaced = await CommandRun.entente("import", path, "--format", "edges", "--replace", "--graph", graph)
    #expect(replaced.status == .success)
    let claims = await CommandRun.entente("export", "--format", "claims", "--graph", graph)
    #expect(claims.output.split(separator: "\n").count == 1 && claims.output.contains(#""name": "Iran""#))
  }

  @Test func namesLinkToWhatTheGraphKnows() async throws {
    let graph = try SampleGraph.write(graph)
    let path = try folder.write(
      "ties.csv", "source,target,sign\nKono,GSOMIA,-\nMinister,GSOMIA,+\n#4,ROK,+\n999,Japan,+\n")
    let run = await CommandRun.entente("import", path, "--format", "edges", "--json", "--graph", graph)
    #expect(run.status == .badInput)
    let report = try json(run.output)
    #expect(report["added"] as? Int == 2 && report["new"] as? Int == 0 && report["bad"] as? Int == 2)
    #expect(run.errors.contains("\"Minister\" is ambiguous: #3 Taro Kono, #4 Mark Esper"))
    #expect(run.errors.contains("--country-codes cow"))
    let stance = await CommandRun.entente("show", "Taro Kono", "--graph", graph)
    #expect(stance.output.contains("1 for, 1 against"))
  }

  @Test(arguments: ["graphml", "gexf", "node-link", "dot", "csv", "claims"])
  func whatGoesOutComesBackTheSame(format: String) async throws {
    let graph = try SampleGraph.write(graph)
    let ties = try folder.write("ties.csv", ties)
    _ = await CommandRun.entente("import", ties, "--format", "edges", "--graph", graph)
    let file = folder("out." + format)
    let out = await CommandRun.entente("export", file, "--format", format, "--graph", graph)
    #expect(out.status == .success && out.output.isEmpty && out.errors.isEmpty)
    let other = folder("other.sqlite")
    let written = format == "csv" ? folder("out.edges.csv") : file
    let back = await CommandRun.entente("import", written, "--format", format, "--graph", other)
    #expect(back.status == .success, "\(back.errors)")
    func edges(_ path: String) throws -> [String] {
      let stored = try StoredGraph(path: path)
      let graph = stored.graph
      return graph.edges.map { id in
        let edge = graph[id]
        let ends = [graph.entity(edge.source), graph.entity(edge.target)].map { "\($0.name) (\($0.kind))" }
        let claims = graph.claims(of: id).count
        return "\(edge.kind) \((edge.kind.isDirected ? ends : ends.sorted()).joined(separator: ", ")) \(edge.weight) "
          + "\(edge.supporting) \(edge.opposing) \(edge.stories) \(edge.firstDate?.description ?? "") \(claims)"
      }.sorted()
    }
    #expect(try edges(other) == edges(graph))
    // Claims know each other in every graph.
    let claims = folder("again.jsonl")
    _ = await CommandRun.entente("export", claims, "--format", "claims", "--graph", other)
    let known = await CommandRun.entente("import", claims, "--format", "claims", "--json", "--graph", other)
    #expect(try json(known.output)["added"] as? Int == 0)
    #expect(try json(known.output)["known"] as? Int == json(known.output)["rows"] as? Int)
  }

  @Test func eventDataIsToldByReason() async throws {
    let header =
      "Event ID\tEvent Date\tEvent Type\tIntensity\tActor Name\tActor Country\tPrimary Actor Sector\tRecipient Name\t"
      + "Recipient Country\tPrimary Recipient Sector\n"
    let path = try folder.write(
      "p.tsv",
      header + "A1\t2023-02-01\tSANCTION\t-6.0\tUSA\tUSA\tGOV\tRUS\tRUS\tGOV\n"
        + "A2\t2023-02-01\tPROTEST\t-5\tFRA\tFRA\tCVL\tFRA\tFRA\tGOV\n")
    let run = await CommandRun.entente("import", path, "--format", "polecat", "--graph", graph)
    #expect(run.status == .success)
    #expect(
      run.output == """
        p.tsv: 1 claim added from 2 rows
          1 skipped: one side is people at large, no state and no organization
          names: 2 countries, 0 known, 0 new

        """)
    let unknown = await CommandRun.entente("import", path, "--graph", graph)
    #expect(unknown.status == .usage && unknown.errors.contains("say --format"))
    let wrong = await CommandRun.entente("import", path, "--name", "x", "--format", "icews", "--graph", graph)
    #expect(wrong.status == .badInput && wrong.errors.contains("is no table of ICEWS events"))
    let documents = await CommandRun.entente("list", "documents", "--graph", graph)
    #expect(!documents.output.contains("x "), "what is no such file leaves no trace")
  }

  @Test func evidenceOfRowsIsTheirLine() async throws {
    let path = try folder.write("t.csv", "source,target,weight\nJapan,Iceland,0.5\n")
    _ = await CommandRun.entente("import", path, "--format", "edges", "--graph", folder("new.sqlite"))
    let run = await CommandRun.entente("path", "Japan", "Iceland", "--graph", folder("new.sqlite"))
    #expect(run.output.contains("t.csv, line 2"))
    let empty = try folder.write("e.csv", "source,target,weight\n")
    _ = await CommandRun.entente("import", empty, "--format", "edges", "--graph", folder("e.sqlite"))
    let nobody = await CommandRun.entente("path", "Japan", "Iceland", "--graph", folder("e.sqlite"))
    #expect(nobody.status == .noResult && nobody.errors.contains("the graph is empty"))
  }

  @Test func aBombIsRefused() async throws {
    let path = try folder.write(
      "b.graphml",
      "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><graphml>&b;</graphml>")
    let run = await CommandRun.entente("import", path, "--graph", graph)
    #expect(run.status == .badInput && run.errors.contains("document type declaration"))
    let missing = await CommandRun.entente("import", folder("none.graphml"), "--graph", graph)
    #expect(missing.status == .badInput && missing.errors.contains("no such file"))
  }

  @Test(arguments: [
    ["import"], ["import", "x.csv", "--format", "gdelt", "--map", "source=a"],
    ["import", "x", "--map", "a=b", "--format", "edges"],
    ["export", "a.json", "-o", "b.json"], ["export", "--format", "csv"], ["edit", "merge", "Japan"],
    ["edit", "role", "Kono", "Minister"], ["edit", "add-claim", "A", "B"],
    ["edit", "add-claim", "A", "B", "--weight", "0"],
  ])
  func wrongCommandLines(arguments: [String]) async throws {
    let run = await CommandRun.run(
      arguments + (arguments.count > 1 && arguments[0] == "export" ? ["--graph", graph] : []))
    #expect(run.status == .usage && !run.errors.isEmpty && run.output.isEmpty)
  }
}
