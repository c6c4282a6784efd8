import Diplomacy
import Foundation
import Provenance
import RelationGraph
import TestSupport
import Testing

@testable import Reports

/// Questions about a graph as a whole.
struct WholeGraphReportTests {
  /// Two friends against two others, and a friendship across.
  private let torn = Graph(
    signed: [(0, 1, 0.5), (1, 2, -0.5), (0, 2, -0.5), (2, 3, 0.75), (3, 0, 0.25), (1, 3, -0.25)], nodes: 5)
  private let square = Graph(signed: [(0, 1, 0.5), (1, 2, -0.5), (0, 2, -0.5), (2, 3, 0.75), (3, 0, 0.25)], nodes: 5)

  @Test func balance() throws {
    let report = BalanceReport(graph: torn)
    #expect(
      report.text() == """
        3 friendly ties, 3 hostile ones
        Frustration index 1: 1 tie goes against any two camps, and no camps do better.

        Triads: 2 of 4 balanced (2 of two friendships and an enmity, 2 of two friends with an enemy in common)

        Camp 1 (2)
          N0, N1

        Camp 2 (2)
          N2, N3

        Against it
          +0.25  N0 – N3, friends across the camps

        """)
    let json = try members(report.json)
    #expect(json["frustration"] as? Int == 1 && json["lower"] as? Int == 1 && json["upper"] as? Int == 1)
    #expect(json["optimal"] as? Bool == true)
    #expect(json["camps"] as? [[String]] == [["N0", "N1"], ["N2", "N3"]])
    let frustrated = try #require(json["frustrated"] as? [[String: Any]])
    #expect(frustrated.map { $0["a"] as? String } == ["N0"] && frustrated.map { $0["b"] as? String } == ["N3"])
    let triads = try #require(json["triads"] as? [String: Int])
    #expect(triads == ["+++": 0, "++-": 2, "+--": 2, "---": 0, "balanced": 2, "total": 4])
  }

  @Test func everyoneAgainstEveryone() throws {
    let enemies = Graph(
      signed: (0..<5).flatMap { a in ((a + 1)..<5).map { (a, $0, -0.5) } }, nodes: 5)
    let json = try members(BalanceReport(graph: enemies).json)
    // Of five enemies two and three in a camp leave 1 + 3 ties within.
    #expect(json["frustration"] as? Int == 4 && json["friendly_ties"] as? Int == 0)
    #expect(BalanceReport(graph: enemies).text().contains("0 of 10 balanced (10 of three enemies)"))
    let blocs = BlocReport(graph: enemies)
    #expect(blocs.blocs.groups.allSatisfy { $0.count == 1 })
  }

  @Test func longListsAreCutAndSaySo() {
    let text = BalanceReport(graph: torn).text(mostNames: 1, mostTies: 0)
    #expect(text.contains("\nCamp 1 (2)\n  N0 and 1 more\n") && text.hasSuffix("\nAgainst it\n  and 1 more\n"))
    #expect(BlocReport(graph: torn).text(mostNames: 1).contains("\nBloc 2 (2)\n  N2 and 1 more\n"))
  }

  @Test func boundsThatDoNotMeet() {
    var report = BalanceReport(graph: torn)
    report.index.lower = 0
    #expect(
      report.text().contains("Frustration index between 0 and 1: these camps leave 1; --deadline gives more time."))
  }

  @Test func emptyGraphs() throws {
    let empty = Graph(entities: [], claims: [])
    let json = try members(BalanceReport(graph: empty).json)
    #expect(json["frustration"] as? Int == 0 && json["optimal"] as? Bool == true)
    #expect((json["camps"] as? [[String]])?.joined().isEmpty == true)
    #expect((try members(BlocReport(graph: empty).json)["blocs"] as? [Any])?.isEmpty == true)
    #expect((try members(RankReport(graph: empty).json)["nodes"] as? [Any])?.isEmpty == true)
    let comparison = ComparisonReport(
      before: empty, after: empty, days: (nil, nil), comparison: GraphComparison(from: empty, to: empty))
    #expect(comparison.isEmpty && comparison.text().hasSuffix("\nNothing changed.\n"))
    #expect((try members(comparison.json)["turned"] as? [Any])?.isEmpty == true)
  }

  @Test func rank() throws {
    let report = RankReport(graph: square, by: .betweenness)
    #expect(
      report.text()
        == """
           name  kind     of  tied to  friendly  hostile  betweenness  PageRank
        1  N0    country  ZZ        3         2        1       0.1667    \(pageRank(report, 0))
        2  N2    country  ZZ        3         1        2       0.1667    \(pageRank(report, 1))
        3  N1    country  ZZ        2         1        1       0.0000    \(pageRank(report, 2))
        4  N3    country  ZZ        2         2        0       0.0000    \(pageRank(report, 3))

        """.replacing("0.1667", with: betweenness(report, 0)))
    let sampled = RankReport(graph: square, sources: 2)
    #expect(sampled.text().hasSuffix("\nBetweenness is an estimate from shortest ways out of 2 of 5 nodes.\n"))
    #expect(try members(sampled.json)["exact"] as? Bool == false)
    #expect(RankReport(graph: SmallWorld.graph, kinds: [.official]).rows.count == 2)
    #expect(RankReport(graph: square, EdgeFilter(sign: .negative)).rows.map(\.degree) == [2, 1, 1])
  }

  private func pageRank(_ report: RankReport, _ row: Int) -> String { TextStyle.fraction(report.rows[row].pageRank) }
  private func betweenness(_ report: RankReport, _ row: Int) -> String {
    TextStyle.fraction(report.rows[row].betweenness)
  }

  @Test func blocs() throws {
    let report = BlocReport(graph: torn)
    #expect(report.blocs.groups == [[ID(0), ID(1)], [ID(2), ID(3)]])
    let relation = try #require(report.relations.first)
    #expect((relation.friendly, relation.hostile, relation.balance) == (1, 3, -1))
    #expect(report.brokers.map(\.node) == [ID(2), ID(0), ID(1), ID(3)])
    #expect(report.brokers.map(\.across) == [1, 0.75, 0.75, 0.5])
    let text = report.text()
    #expect(text.contains("\nBloc 1 (2)\n  N0, N1\n\nBloc 2 (2)\n  N2, N3\n"))
    #expect(text.contains("\n  −1.00  blocs 1 and 2: 1 friendly tie, 3 hostile ones\n"))
    let json = try members(report.json)
    #expect(json["blocs"] as? [[String]] == [["N0", "N1"], ["N2", "N3"]])
    let brokers = try #require(json["brokers"] as? [[String: Any]])
    #expect(brokers.map { $0["name"] as? String } == ["N2", "N0", "N1", "N3"])
  }

  @Test func discourse() throws {
    let graph = Graph(
      signed: [(0, 3, 0.5), (1, 3, 0.5), (2, 3, -0.5), (0, 4, -0.25), (1, 4, -0.5), (2, 4, -0.5)], nodes: 5)
    let report = DiscourseReport(graph: graph)
    #expect(
      report.text() == """
          +2     N0 and N1  (congruence 2, conflict 0)
                 agree about N3 and N4

        """)
    let conflict = DiscourseReport(graph: graph, by: .conflict, normalization: .average)
    #expect(
      conflict.text() == """
          0      N0 and N2  (congruence 0.50, conflict 0.50)
                 agree about N4
                 differ about N3
          0      N1 and N2  (congruence 0.50, conflict 0.50)
                 agree about N4
                 differ about N3

        """)
    let pairs = try #require(try members(conflict.json)["pairs"] as? [[String: Any]])
    #expect(pairs.map { $0["conflict"] as? Double } == [0.5, 0.5])
    #expect(pairs.map { $0["disputed"] as? [String] } == [["N3"], ["N3"]])
    #expect(DiscourseReport(graph: graph, targets: [.agreement]).ties.isEmpty)
    #expect(DiscourseReport(graph: graph, EdgeFilter(nodeKinds: [.official])).ties.isEmpty)
  }

  @Test func comparison() throws {
    let days = (before: CalendarDate(iso: "2019-11-12"), after: CalendarDate(iso: "2019-11-22"))
    let graphs = [days.before, days.after].map { day in
      Graph(
        entities: SmallWorld.entities, claims: SmallWorld.claims,
        weighting: EdgeWeighting(shrinkage: 0, halfLife: nil, asOf: day))
    }
    let report = ComparisonReport(
      before: graphs[0], after: graphs[1], days: days,
      comparison: GraphComparison(from: graphs[0], to: graphs[1]),
      quotations: graphs[1].quotations(of: SmallWorld.claims))
    #expect(
      report.text() == """
        From 12 November 2019 to 22 November 2019

        Turned (1)
          −0.35 → +0.36  South Korea supports Military Information Agreement [1][2]

        Appeared (1)
          none  → −0.20  Taro Kono opposes South Korea [3]

        [1] “Sentence 4.”
            d4, Wire, 22 November 2019, sentence 3
        [2] “Sentence 3.”
            d3, Wire, August 2019, sentence 3
        [3] “Sentence 7.”
            d7, Wire, 17 November 2019, sentence 3

        """)
    let json = try members(report.json)
    let turned = try #require(json["turned"] as? [[String: Any]])
    #expect(turned.map { $0["before"] as? Double } == [-0.35] && turned.map { $0["after"] as? Double } == [0.364286])
    #expect(json["appeared_count"] as? Int == 1 && json["from"] as? String == "2019-11-12")
  }
}

/// Whatever the graph, JSON is valid, the figures in it are those of the text, and the answer is always the same.
struct ReportPropertyTests {
  @Test(arguments: 0..<30)
  func figuresAgree(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let nodes = Int.random(in: 1...12, using: &random)
    let ties = (0..<Int.random(in: 0...25, using: &random)).map { _ in
      (
        Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random),
        Double(Int.random(in: -4...4, using: &random)) / 4
      )
    }
    let graph = Graph(signed: ties, nodes: nodes)

    let balance = BalanceReport(graph: graph)
    let json = try members(balance.json)
    let index = try #require(json["frustration"] as? Int)
    #expect((json["frustrated"] as? [Any])?.count == index)
    #expect(
      balance.text().contains(index == 0 ? "Balanced:" : "Frustration index \(index):")
        || json["optimal"] as? Bool == false)
    #expect(balance.text() == BalanceReport(graph: graph).text())

    let rank = RankReport(graph: graph, by: .pageRank)
    let rows = try #require(try members(rank.json)["nodes"] as? [[String: Any]])
    for (row, line) in zip(rows, rank.text().split(separator: "\n").dropFirst()) {
      let cells = line.split(separator: " ").map(String.init)
      #expect(cells[1] == row["name"] as? String)
      #expect(cells[4] == (row["degree"] as? Int).map { String($0) })
      let (told, exact) = (try #require(Double(cells[cells.count - 1])), try #require(row["pagerank"] as? Double))
      #expect(abs(told - exact) <= 0.000051)
    }

    let blocs = BlocReport(graph: graph)
    let groups = try #require(try members(blocs.json)["blocs"] as? [[String]])
    for (number, group) in groups.enumerated() {
      let named = blocs.text().components(separatedBy: "\nBloc \(number + 1) (\(group.count))\n  ")[1]
        .split(separator: "\n")[0].components(separatedBy: ", ")
      #expect(Set(named) == Set(group))
    }
    #expect(Set(groups.joined()).count == groups.joined().count)
  }
}
