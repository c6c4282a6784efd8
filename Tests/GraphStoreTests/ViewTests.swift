import Diplomacy
import GRDB
import GraphStore
import Provenance
import TestSupport
import Testing

@Suite("Views for other SQL clients")
struct ViewTests {
  private let directory: TemporaryDirectory
  private var path: String { directory("graph.sqlite") }

  init() throws {
    directory = try TemporaryDirectory()
    let store = try GraphStore(path: directory("graph.sqlite"))
    try store.add(coded("a"), entities: everyone)
    try store.add(coded("b", "Kono backs the pact. Both met again.", date: "2019-12-01"))
    var third = coded("c", "Kono denies it all.. Nobody met.")
    third.claims[0].weight = -0.5
    third.claims[0].confidence = 1
    third.claims[1].modality = .negated
    try store.add(third)
  }

  private func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "null" : "\($0.storage.value ?? "")" }.joined(separator: "|")
      }
    }
  }

  @Test("node")
  func node() throws {
    #expect(
      try rows("SELECT id, kind, name, country, acronym, status, status_date FROM node ORDER BY id") == [
        "0|country|Japan|JP|null|null|null", "1|country|South Korea|KR|null|null|null",
        "2|organization|Ministry of Defense|JP|null|null|null", "3|organization|NATO|null|null|null|null",
        "4|official|Taro Kono|JP|null|null|null", "5|official|the Pentagon chief|null|null|null|null",
        "6|agreement|General Security of Military Information Agreement|null|GSOMIA|expiring|2019-11-23",
      ])
  }

  @Test("claim and evidence")
  func claim() throws {
    #expect(
      try rows(
        "SELECT id, kind, source_name, event, weight, modality, date, effective_date, document, story FROM claim LIMIT 2"
      )
        == [
          "1|stance|Taro Kono|SUPPORT|0.5|asserted|2019-11|2019-11|a|1",
          "2|cooperation|Japan|CONSULT|0.25|planned|null|2019-11-12|a|1",
        ])
    #expect(
      try rows("SELECT claim, document, title, sentence, text, cue, rule FROM evidence WHERE claim = 1") == [
        "1|a|Title of a|0|Kono backs the pact.|backs|verb:back"
      ])
    #expect(
      try rows("SELECT * FROM story") == [
        "1|1|1|2019-11-12|2019-11-12", "2|1|1|2019-12-01|2019-12-01", "3|1|1|2019-11-12|2019-11-12",
      ])
  }

  @Test("edge weighs as the default weighting without decay")
  func edge() throws {
    let weight = (0.83 * 0.5 * 2 - 0.5) / (1 + 0.83 * 2 + 1)
    #expect(
      try rows(
        """
        SELECT kind, source_name, target_name, abs(weight - \(weight)) < 1e-12, supporting, opposing, uncounted,
          stories, first_date, last_date
        FROM edge WHERE kind = 'stance'
        """) == ["stance|Taro Kono|General Security of Military Information Agreement|1|2|1|0|3|2019-11|2019-11"])
    #expect(
      try rows(
        """
        SELECT kind, abs(weight - \(0.75 * 0.25 * 2 / 2.5)) < 1e-12, supporting, opposing, uncounted, stories
        FROM edge WHERE kind = 'cooperation'
        """) == ["cooperation|1|2|0|1|2"])
  }
}
