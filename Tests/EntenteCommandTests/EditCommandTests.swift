import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// What people put right, from the command line.
struct EditCommandTests {
  private let folder: TemporaryDirectory
  private let graph: String

  init() throws {
    folder = try TemporaryDirectory()
    graph = try SampleGraph.write(folder("g.sqlite"))
  }

  private func edit(_ arguments: String...) async -> CommandRun {
    await CommandRun.run(["edit"] + arguments + ["--graph", graph, "--author", "Ada"])
  }

  private func show(_ name: String) async -> String { await CommandRun.entente("show", name, "--graph", graph).output }

  @Test func mergingAndTakingBack() async {
    let before = await CommandRun.entente("export", "--graph", graph).output
    let run = await edit("merge", "Taro Kono", "Mark Esper", "--reason", "a test")
    #expect(run.status == .success && run.output.hasPrefix("1   merge Taro Kono ← Mark Esper  (Ada, "))
    #expect(run.output.hasSuffix(": a test)\n"))
    #expect(await show("Esper").hasPrefix("Taro Kono  official"))
    let circle = await edit("merge", "Mark Esper", "Taro Kono")
    #expect(
      circle.status == .usage && circle.errors.contains("one already by edit 1") && circle.errors.contains("circle"))
    let kinds = await edit("merge", "Taro Kono", "Japan")
    #expect(kinds.status == .usage && kinds.errors.contains("only what is of one kind"))
    let undo = await edit("undo", "1")
    #expect(undo.status == .success && undo.output.contains("undo 1"))
    #expect(await CommandRun.entente("export", "--graph", graph).output == before)
    let log = await CommandRun.entente("edit", "log", "--graph", graph).output
    #expect(log.contains("[taken back by 2]") && log.split(separator: "\n").count == 2)
    #expect(await edit("undo", "1").status == .usage)
    #expect(await edit("undo", "9").status == .usage)
  }

  @Test func rejectingWhatShowNames() async throws {
    let shown = await show("South Korea")
    #expect(shown.contains("sentence 3, c3]"))
    let run = await edit("reject", "c3", "--json")
    #expect(run.status == .success && run.output.contains(#""action": "reject""#))
    #expect(await show("South Korea").contains("No ties."))
    #expect(await edit("reject", "c3").status == .noResult)
    #expect(await edit("reject", "c99").status == .noResult)
    #expect(await edit("reject", "3").status == .usage)
    let json = await CommandRun.entente("show", "GSOMIA", "--json", "--graph", graph).output
    #expect(json.contains(#""claim": "c2""#) && !json.contains(#""claim": "c3""#))
  }

  @Test func namesKindsOfficesAndClaims() async {
    #expect(await edit("rename", "GSOMIA", "The Pact").status == .success)
    #expect(await show("the pact").hasPrefix("The Pact  agreement\n  also      GSOMIA, General Security"))
    #expect(await edit("alias", "Japan", "Nippon").status == .success)
    #expect(await show("nippon").hasPrefix("Japan"))
    #expect(await edit("alias", "Japan", "Tokyo", "--remove").status == .success)
    #expect(await edit("kind", "Iceland", "organization", "--country", "is").status == .success)
    #expect(await show("Iceland").hasPrefix("Iceland  organization, IS"))
    #expect(await edit("kind", "Iceland", "organization", "--country", "zz").status == .usage)
    let role = await edit("role", "Taro Kono", "Defense Minister", "--from", "2019-09-11", "--to", "2020-09-16")
    #expect(role.output.contains("2019-09-11 ≤ t < 2020-09-16"))
    #expect(await show("Taro Kono").contains("2019-09-11 – 2020-09-16"))
    let claim = await edit("add-claim", "Iceland", "The Pact", "--event", "SUPPORT", "--text", "Heard on the radio.")
    #expect(claim.status == .success)
    let shown = await show("Iceland")
    #expect(shown.contains("supports +0.25→ The Pact") && shown.contains("“Heard on the radio.”"))
    #expect(await edit("split", "Taro Kono", "--name", "Yohei Kono", "--claim", "c2").status == .success)
    #expect(await show("Yohei Kono").contains("supports"))
  }

  @Test func aGivenNameLinksTextsThatAreReadLater() async throws {
    #expect(await edit("alias", "South Korea", "Blue House").status == .success)
    let path = try folder.write("later.txt", "Taro Kono criticized the Blue House on Monday.")
    #expect(await CommandRun.entente("add", path, "--graph", graph).status == .success)
    let shown = await show("Taro Kono")
    #expect(shown.contains("→ South Korea"))
    #expect(await edit("undo", "1").status == .success)
    #expect(await CommandRun.entente("show", "Blue House", "--graph", graph).status == .noResult)
  }

  @Test func theLogTravels() async throws {
    _ = await edit("merge", "Taro Kono", "Mark Esper")
    _ = await edit("reject", "c2")
    let path = folder("edits.jsonl")
    #expect(await CommandRun.entente("edit", "export", path, "--graph", graph).status == .success)
    let other = try SampleGraph.write(folder("other.sqlite"))
    let carried = await CommandRun.entente("edit", "import", path, "--graph", other)
    #expect(carried.status == .success && carried.output == "2 edits carried over\n")
    let again = await CommandRun.entente("edit", "import", path, "--json", "--graph", other)
    #expect(again.output == #"{"made": 0, "known": 2, "bad": 0}"# + "\n")
    let left = await CommandRun.entente("export", "--format", "claims", "--graph", other).output
    #expect(await left == CommandRun.entente("export", "--format", "claims", "--graph", graph).output)
    try folder.write("bad.jsonl", "{}\nnonsense\n")
    let bad = await CommandRun.entente("edit", "import", folder("bad.jsonl"), "--graph", other)
    #expect(bad.status == .badInput && bad.errors.contains("bad.jsonl:1:") && bad.errors.contains("bad.jsonl:2:"))
  }

  @Test func aGraphThatIsMissingIsNotMade() async {
    for arguments in [["merge", "a", "b"], ["undo", "1"], ["log"], ["export"], ["import", "x"]] {
      let run = await CommandRun.run(["edit"] + arguments + ["--graph", folder("none.sqlite")])
      #expect(run.status == .store && run.errors.contains("no graph there"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder("none.sqlite")))
    let empty = await CommandRun.entente("edit", "log", "--graph", graph)
    #expect(empty.status == .noResult)
  }
}
