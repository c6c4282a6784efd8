import CAssets
import Diplomacy
import Testing

@Suite("Tables of codes")
struct CodeDataTests {
  private func rows(_ asset: entente_asset) -> [[Substring]] {
    String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  @Test("countries: in order, no code twice, every country of the gazetteer")
  func countries() {
    let table = rows(entente_asset_country_codes())
    #expect(table.allSatisfy { $0.count == 4 })
    let codes = table.map { String($0[0]) }
    #expect(codes == Set(codes).sorted())
    #expect(codes == rows(entente_gazetteer_countries()).map { String($0[0]) }.sorted())
    for column in 1...3 {
      let all = table.flatMap { $0[column].split(separator: "|") }
      #expect(Set(all).count == all.count, "column \(column)")
    }
    #expect(table.allSatisfy { $0[1].isEmpty || $0[1].utf8.count == 3 })
    #expect(table.flatMap { $0[2].split(separator: "|") }.allSatisfy { (2...990).contains(Int($0) ?? 0) })
  }

  @Test("CAMEO: in order, known types, intensities on the scale, the root codes' signs")
  func cameo() {
    let table = rows(entente_asset_cameo())
    #expect(table.allSatisfy { $0.count == 3 })
    let codes = table.map { String($0[0]) }
    #expect(codes == Set(codes).sorted())
    for row in table {
      #expect(row[1].isEmpty ? row[0].hasPrefix("01") : EventType(rawValue: String(row[1])) != nil, "\(row)")
      let value = Double(row[2]) ?? 99
      #expect(abs(value) <= 10, "\(row)")
      if let root = Int(row[0].prefix(2)), root >= 9 { #expect(value < 0, "\(row)") }
      if let root = Int(row[0].prefix(2)), (3...8).contains(root) { #expect(value > 0, "\(row)") }
    }
    #expect(Set(codes.filter { $0.utf8.count == 2 }).count == 20)
  }
}
