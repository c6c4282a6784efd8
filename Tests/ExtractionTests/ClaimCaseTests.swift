import Diplomacy
import Extraction
import Linguistics
import Provenance
import TestSupport
import Testing

/// Sentences and the claims they must give, as text: `Cases/*.cases`.
///
/// A row is `stance A > B -`, `cooperation A <> B`, `party A > B`, and so on, with names as the graph has them, and after
/// the sign a modality where it matters. `! row` must not be there. `none` means no signed claim at all, and
/// `only` that no signed claims are there but those listed (negated and hypothetical ones aside).
struct ClaimCaseTests {
  static let cases = try! CaseFile.all(besideSource: #filePath)
  static let analyzer = try! Analyzer()
  static let extractor = try! Extractor()

  @Test(arguments: cases)
  func claims(of example: TextCase) {
    let source = SourceText(
      metadata: DocumentMetadata(id: "case", date: CalendarDate(iso: "2021-06-15")), text: example.statement)
    let coded = Self.extractor.extract(source, analyzer: Self.analyzer)
    let rows = Set(coded.claims.flatMap { Self.rows($0, coded.entities) })
    var listed: Set<String> = []
    for row in example.expected {
      if row == "none" || row == "only" { continue }
      if row.hasPrefix("! ") {
        let forbidden = String(row.dropFirst(2))
        #expect(!rows.contains(forbidden), "\(example): '\(forbidden)' is there; found \(rows.sorted())")
      } else {
        listed.insert(row)
        #expect(rows.contains(row), "\(example): '\(row)' is missing; found \(rows.sorted())")
      }
    }
    if example.expected.contains("none") || example.expected.contains("only") {
      let signed = Set(
        coded.claims.filter { $0.kind.isSigned && $0.modality != .negated && $0.modality != .hypothetical }
          .map { Self.row($0, coded.entities) })
      let plain = Set(listed.map { Self.withoutModality($0) })
      #expect(signed.subtracting(plain).isEmpty, "\(example): more than listed: \(signed.subtracting(plain).sorted())")
    }
  }

  /// A claim as a row, without and with its modality.
  static func rows(_ claim: Claim, _ entities: [Entity]) -> [String] {
    let row = row(claim, entities)
    let isVoid = claim.modality == .negated || claim.modality == .hypothetical
    return isVoid ? [row + " " + claim.modality.rawValue] : [row, row + " " + claim.modality.rawValue]
  }

  static func row(_ claim: Claim, _ entities: [Entity]) -> String {
    let (a, b) = (entities[claim.source.index].name, entities[claim.target.index].name)
    switch claim.kind {
    case .stance: return "stance \(a) > \(b) \(claim.weight < 0 ? "-" : "+")"
    case .cooperation: return "cooperation \(min(a, b)) <> \(max(a, b))"
    default: return "\(claim.kind.rawValue) \(a) > \(b)"
    }
  }

  static func withoutModality(_ row: String) -> String {
    for modality in Modality.allCases where row.hasSuffix(" " + modality.rawValue) {
      return String(row.dropLast(modality.rawValue.count + 1))
    }
    return row
  }
}
