import Diplomacy
import PathQueries
import Provenance
import RelationGraph
import TestSupport
import Testing

@testable import Reports

struct PathReportTests {
  private func report(
    _ from: ID<Entity>, _ to: ID<Entity>, count: Int = 1, avoiding avoided: Set<ID<Entity>> = []
  ) throws -> PathReport {
    let constraints = PathConstraints(avoiding: Set(avoided.map(SmallWorld.node)))
    let paths = try PathFinder(SmallWorld.graph, by: .hops)
      .paths(from: SmallWorld.node(from), to: SmallWorld.node(to), count: count, constraints)
    return PathReport(
      graph: SmallWorld.graph, paths: paths, quotations: SmallWorld.graph.quotations(of: SmallWorld.claims))
  }

  @Test func inWordsAPersonWouldWrite() throws {
    let text = try report(SmallWorld.america, SmallWorld.korea, avoiding: [SmallWorld.pact]).text()
    #expect(
      text == """
        3 steps, strength 0.05, trust 1.00; hostile on the whole: the enemy of a friend
          Mark Milley is Chairman of the United States [1]; Milley met Taro Kono on 12 November 2019 [2];
          Kono pressed South Korea (reported on 17 November 2019) [3].
            United States ←belongs to— Mark Milley  (1 claim, 1 story)
            Mark Milley —cooperates with +0.25— Taro Kono  (1 claim, 1 story, 2019-11-12)
            Taro Kono —opposes −0.20→ South Korea  (1 claim, 1 story, 2019-11-17)

        [1] “Sentence 6.”
            d6, Wire, sentence 3
        [2] “Sentence 1.”
            d1, Wire, 12 November 2019, sentence 3
        [3] “Sentence 7.”
            d7, Wire, 17 November 2019, sentence 3

        """)
  }

  @Test func contestedTiesTellBothSides() throws {
    let text = try report(SmallWorld.milley, SmallWorld.korea, count: 2).text()
    #expect(text.contains("Path 1: 2 steps"))
    #expect(
      text.contains(
        "South\n  Korea kept GSOMIA on 22 November 2019 [2], but threatened to end it in August 2019 [3].\n"),
      "\(text)")
    // A sentence that two paths cite has one number.
    #expect(text.split(separator: "\n").count { $0.contains("“Sentence 1.”") } <= 1)
  }

  @Test func jsonSaysTheSame() throws {
    let report = try report(SmallWorld.milley, SmallWorld.korea, count: 2)
    let paths = try #require(try members(report.json)["paths"] as? [[String: Any]])
    #expect(paths.count == 2)
    let text = report.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for path in paths {
      let summary = try #require(path["summary"] as? String)
      #expect(text.contains(summary))
      let strength = try #require(path["strength"] as? Double)
      #expect(text.contains("strength \(TextStyle.share(strength))"))
      let edges = try #require(path["edges"] as? [[String: Any]])
      #expect(edges.count == path["hops"] as? Int)
      for edge in edges {
        for evidence in try #require(edge["evidence"] as? [[String: Any]]) {
          let number = try #require(evidence["number"] as? Int)
          #expect(summary.contains("[\(number)]"))
          #expect(text.contains("[\(number)] “\(try #require(evidence["text"] as? String))”"))
        }
      }
    }
  }

  @Test func everyNumberOfTheTextHasANote() throws {
    let world = SmallWorld.entities.map(\.id)
    for from in world {
      for to in world where from != to {
        let text = try report(from, to, count: 5).text()
        for number in 1..<20 where text.contains("[\(number)]") {
          #expect(text.contains("\n[\(number)] “") || text.hasPrefix("[\(number)]"))
        }
      }
    }
  }

  @Test func withoutSentences() throws {
    var report = try report(SmallWorld.milley, SmallWorld.korea)
    report.citesSentences = false
    #expect(
      report.text().contains("Mark Milley backed the Military Information Agreement (GSOMIA) on 12 November 2019;"))
    #expect(!report.text().contains("[1]") && !report.text().contains("“"))
    report.quotations = [:]
    #expect(report.text().contains("Mark Milley supports the Military Information Agreement (GSOMIA); South Korea"))
  }

  @Test func whatIsCutOffIsAnnounced() throws {
    var report = try report(SmallWorld.milley, SmallWorld.korea, count: 2)
    report.cap = 2
    #expect(report.text().hasPrefix("2 paths in all.\n"))
    report.isProven = false
    #expect(
      report.text().hasPrefix("There are more paths than the 2 asked for by --cap; these have the fewest steps.\n"))
    #expect(try members(report.json)["truncated"] as? Bool == true)
    report.cap = nil
    #expect(report.text().hasPrefix("The search reached its limit"))
  }

  @Test func daysOfTheSteps() throws {
    let found = try SmallWorld.graph.earliestPath(
      from: SmallWorld.node(SmallWorld.milley), to: SmallWorld.node(SmallWorld.korea))
    let report = PathReport(
      graph: SmallWorld.graph, paths: [found.path], quotations: SmallWorld.graph.quotations(of: SmallWorld.claims),
      dates: [found.dates])
    #expect(report.text().contains("(walked on 2019-11-12, 1 claim, 1 story, 2019-11-12)"))
    let paths = try #require(try members(report.json)["paths"] as? [[String: Any]])
    let edges = try #require(paths[0]["edges"] as? [[String: Any]])
    #expect(edges.map { $0["walked_on"] as? String } == found.dates.map { $0?.description })
  }

  @Test(
    arguments: [
      ([0.5], "friendly on the whole"), ([-0.5, -0.5], "friendly on the whole: the enemy of an enemy"),
      ([0.5, -0.5], "hostile on the whole: the enemy of a friend"),
      ([-0.5, 0.5, 0.5], "hostile on the whole: the friend of a friend of an enemy"),
      ([-0.5, -0.5, -0.5, -0.5, -0.5], "hostile on the whole"),
    ])
  func signsInWords(weights: [Double], words: String) throws {
    let graph = Graph(
      signed: weights.enumerated().map { ($0, $0 + 1, $1) }, nodes: weights.count + 1)
    let path = try PathFinder(graph).path(from: ID(0), to: ID(weights.count))
    #expect(SignWording.text(path) == words)
  }
}

struct NoPathReportTests {
  private let graph = Graph(signed: [(0, 1, 0.5), (1, 2, -0.5), (3, 4, 0.5)], nodes: 5)

  private func report(_ to: Int, _ constraints: PathConstraints = PathConstraints()) throws -> NoPathReport {
    let finder = PathFinder(graph)
    let failure = #expect(throws: NoPath.self) { try finder.path(from: ID(0), to: ID(to), constraints) }
    return NoPathReport(
      graph: graph, failure: try #require(failure), constraints: constraints,
      alternative: try? finder.path(from: ID(0), to: ID(to)))
  }

  @Test func separateParts() throws {
    let report = try report(3)
    #expect(
      report.text == "Nothing connects \"N0\" and \"N3\": they lie in separate parts of the graph, of 3 nodes and "
        + "2 nodes. More texts may link them.")
    let json = try members(report.json)
    #expect(json["reason"] as? String == "separate" && json["component_sizes"] as? [Int] == [3, 2])
    #expect((json["paths"] as? [Any])?.isEmpty == true && json["proven"] as? Bool == true)
  }

  @Test func aConstraintThatCuts() throws {
    let report = try report(2, PathConstraints(filter: EdgeFilter(sign: .positive, minimumWeight: 0.1)))
    #expect(
      report.text == "No path over friendly ties, with no weight below 0.10 connects \"N0\" and \"N2\"; none was "
        + "overlooked. What cuts it: sign (--sign). Without it there is one of 2 steps, by way of \"N1\".")
    #expect(try members(report.json)["without_constraints"] as? [String] == ["N0", "N1", "N2"])
  }

  @Test func tooLong() throws {
    let report = try report(2, PathConstraints(maximumHops: 1))
    #expect(report.text.hasSuffix("The shortest has 2 steps: ask with --max-hops 2."))
    #expect(try members(report.json)["fewest_hops"] as? Int == 2)
  }

  @Test func sameNode() throws {
    let report = try report(0)
    #expect(report.text == "\"N0\" is both ends; a path needs two.")
    #expect(report.alternative == nil)
  }
}
