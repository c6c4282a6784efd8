import Diplomacy
import Extraction
import Foundation
import Linguistics
import Provenance
import TestSupport
import Testing

/// Sentences and the entities, mentions and dates they must give, as text: `Cases/Entities/*.cases`.
///
/// Rows: `country NAME`; `official NAME | CODE`; `organization NAME | CODE`; `agreement NAME | PARTY, PARTY`;
/// `affiliation A > B`, `party A > B`, `membership A > B`; `mention WORDS = NAME, NAME`; `date WORDS = DATE`. `! row` must
/// not be there, `no KIND` allows none of the kind.
struct EntityCaseTests {
  static let cases = try! all()
  static let finder = EntityFinder(gazetteer: Gazetteer())
  static let analyzer = try! Analyzer()

  static func all() throws -> [TextCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases").appendingPathComponent("Entities")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "cases" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { try CaseFile.read($0) }
  }

  @Test(arguments: cases)
  func entities(of example: TextCase) {
    let source = SourceText(
      metadata: DocumentMetadata(id: "case", date: CalendarDate(iso: "2021-06-15")), text: example.statement)
    let document = Self.analyzer.analyze(source) { Self.finder.nameRanges(in: $0) }
    let found = Self.finder.find(in: document)
    let rows = Self.rows(found, document)
    for row in example.expected {
      if row.hasPrefix("! ") {
        #expect(!rows.contains(String(row.dropFirst(2))), "\(example): \(row); found \(rows.sorted())")
      } else if row.hasPrefix("no ") {
        let kind = row.dropFirst(3)
        #expect(!rows.contains { $0.hasPrefix(kind + " ") }, "\(example): \(row); found \(rows.sorted())")
      } else {
        #expect(rows.contains(row), "\(example): '\(row)' is missing; found \(rows.sorted())")
      }
    }
  }

  static func rows(_ found: DocumentEntities, _ document: Document) -> Set<String> {
    var rows: Set<String> = []
    func name(_ id: ID<Entity>) -> String { found.entities[id.index].name }
    for entity in found.entities {
      rows.insert("\(entity.kind.rawValue) \(entity.name)")
      if let code = entity.countryCode { rows.insert("\(entity.kind.rawValue) \(entity.name) | \(code)") }
      if case .agreement(let agreement) = entity.details {
        rows.insert(
          "agreement \(entity.name) | " + agreement.parties.map(name).sorted().joined(separator: ", "))
      }
    }
    for fact in found.facts { rows.insert("\(fact.kind.rawValue) \(name(fact.source)) > \(name(fact.target))") }
    for mention in found.mentions {
      rows.insert("mention \(document.text(mention.span)) = " + mention.entities.map(name).joined(separator: ", "))
    }
    for date in found.dates { rows.insert("date \(document.text(date.span)) = \(date.date?.description ?? "nil")") }
    return rows
  }
}
