import EntenteCommand
import Foundation
import TestSupport
import Testing

struct ExplainTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func file(_ text: String) throws -> String {
    let path = folder("report.txt")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func showsWhyEachClaimWasMade() async throws {
    let path = try file("Norway will impose sanctions on Hungary. The weather was fine.")
    let run = await CommandRun.entente("explain", path)
    #expect(run.status == .success && run.errors.isEmpty)
    #expect(run.output.contains("[Norway e1] will impose sanctions on [Hungary e2]."))
    #expect(run.output.contains("Norway e1 → Hungary e2; stance; "))
    #expect(run.output.contains("operators future"))
    #expect(run.output.contains("The weather was fine."))
    let claims = await CommandRun.entente("explain", "--claims", path)
    #expect(!claims.output.contains("weather"))
  }

  @Test func jsonHasEverySentence() async throws {
    let path = try file("Norway condemned Hungary. The weather was fine.")
    let run = await CommandRun.entente("explain", "--json", path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let sentences = try #require(object["sentences"] as? [[String: Any]])
    #expect(sentences.count == 2)
    let claims = try #require(sentences[0]["claims"] as? [[String: Any]])
    #expect(claims.first?["method"] as? String == "rule")
    #expect(claims.first?["predicate"] as? String == "condemn")
    #expect((claims.first?["cue_end"] as? Int ?? 0) > 0)
  }

  @Test func missingFileIsToldAndNothingElse() async {
    let run = await CommandRun.entente("explain", folder("nowhere.txt"))
    #expect(run.status == .badInput)
    #expect(run.output.isEmpty && run.errors.contains("nowhere.txt"))
  }
}
