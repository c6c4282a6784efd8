import Diplomacy
import RelationGraph
import TestSupport
import Testing

@Suite("Signed networks of the literature")
struct KnownNetworksTests {
  /// The ties of a network, in a year where its ties come and go.
  private func graph(_ network: String, year: Int? = nil) throws -> PairGraph {
    let table = try ExpectedTable("signed-networks.tsv", besideSource: #filePath)
    let rows = table.rows.filter { row in
      guard table.value("network", in: row) == network else { return false }
      guard let year else { return true }
      return (Int(table.value("begin", in: row)) ?? .min) <= year && year < (Int(table.value("end", in: row)) ?? .max)
    }
    let names = Set(rows.flatMap { [table.value("source", in: $0), table.value("target", in: $0)] }).sorted()
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return PairGraph(
      Graph(
        entities: names.enumerated().map { country($0, $1) },
        claims: rows.enumerated().map { place, row in
          recorded(
            place + 1, from: number[table.value("source", in: row)] ?? 0,
            to: number[table.value("target", in: row)] ?? 0,
            weight: Double(table.value("sign", in: row)) ?? 0)
        }))
  }

  @Test(
    "have the published frustration index, with proof",
    arguments: [
      ("highland tribes", 16, 58, 7), ("congress", 219, 521, 18), ("militants Iraq", 19, 23, 1),
      ("militants Syria", 14, 21, 0),
    ])
  func frustration(network: String, nodes: Int, ties: Int, index: Int) throws {
    let graph = try graph(network)
    #expect((graph.nodeCount, graph.tieCount) == (nodes, ties))
    let found = graph.frustrationIndex()
    #expect((found.lower, found.upper) == (index, index))
    #expect(found.frustrated.count == index)
  }

  @Test(
    "have the published triangles",
    arguments: [("highland tribes", 68, 9), ("congress", 212, 7), ("militants Iraq", 5, 1), ("militants Syria", 13, 0)])
  func triangles(network: String, total: Int, unbalanced: Int) throws {
    let census = try graph(network).triadCensus()
    #expect((census.total, census.unbalanced) == (total, unbalanced))
  }

  @Test("European alliances were a tie short of balance until 1907", arguments: 1872...1914)
  func alliances(year: Int) throws {
    let found = try graph("alliances", year: year).frustrationIndex()
    #expect(found.isOptimal)
    #expect(found.upper == (year < 1907 ? 1 : 0))
    // In order of their codes: AUH, DEU, FRA, GBR, ITA, RUS.
    if year >= 1907 { #expect(found.camps == [[ID(0), ID(1), ID(4)], [ID(2), ID(3), ID(5)]]) }
  }

  @Test("European blocs of 1914 are those of the war to come")
  func blocs() throws {
    let blocs = try graph("alliances", year: 1914).blocs()
    #expect(blocs.groups == [[ID(0), ID(1), ID(4)], [ID(2), ID(3), ID(5)]])
    #expect(blocs.imbalance == 0)
  }
}
