import Diplomacy
import Provenance
import RelationGraph
import TestSupport
import Testing

@Suite("A graph")
struct GraphTests {
  @Test("numbers nodes by entity and edges by source, target and kind, whatever the order given")
  func order() {
    let entities = [country(9, "C"), country(3, "A"), country(5, "B")]
    let claims = [
      recorded(4, .cooperation, from: 9, to: 3),
      recorded(2, from: 9, to: 5),
      recorded(3, .membership, from: 3, to: 9, weight: 1),
      recorded(1, .cooperation, from: 3, to: 9),
    ]
    let graph = Graph(entities: entities, claims: claims)
    #expect(graph.entities.map(\.name) == ["A", "B", "C"])
    #expect(graph.edges.map { graph[$0].kind } == [.cooperation, .membership, .stance])
    #expect(graph.edges.map { [graph[$0].source.index, graph[$0].target.index] } == [[0, 2], [0, 2], [2, 1]])
    #expect(Array(graph.claims(of: ID(0))) == [ID(1), ID(4)])
    #expect(graph.node(of: ID(5)) == ID(1))
    #expect(graph.node(of: ID(4)) == nil)
    #expect(graph.edges(between: ID(2), and: ID(0)) == [ID(0), ID(1)])
  }

  @Test("has compressed rows both ways", arguments: 0..<10 as Range<UInt64>)
  func rows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph(
      entities: (0..<8).map { country($0, "\($0)") },
      claims: randomClaims(60, entities: 8, stories: 60, using: &random))
    for node in graph.nodes {
      #expect(Array(graph.outgoing(node)) == graph.edges.filter { graph[$0].source == node })
      #expect(Array(graph.incoming(node)) == graph.edges.filter { graph[$0].target == node })
      #expect(graph.degree(node) == graph.outgoing(node).count + graph.incoming(node).count)
    }
  }

  @Test("is the same for the same claims in any order", arguments: 0..<10 as Range<UInt64>)
  func shuffled(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entities = (0..<6).map { country($0 * 1000, "\($0)") }
    let claims = randomClaims(80, entities: 6, stories: 10, using: &random).map { recorded in
      var recorded = recorded
      recorded.claim.source = ID(recorded.claim.source.index * 1000)
      recorded.claim.target = ID(recorded.claim.target.index * 1000)
      return recorded
    }
    let graph = Graph(entities: entities, claims: claims)
    let again = Graph(entities: entities.shuffled(using: &random), claims: claims.shuffled(using: &random))
    #expect(graph.edges.map { graph[$0] } == again.edges.map { again[$0] })
    #expect(graph.edges.map { Array(graph.claims(of: $0)) } == again.edges.map { Array(again.claims(of: $0)) })
  }

  @Test("leaves out claims of an actor about itself or about an unknown entity, and says so")
  func omissions() {
    let graph = Graph(
      entities: [country(1, "A"), country(4_000_000_000, "B")],
      claims: [
        recorded(1, from: 1, to: 1), recorded(2, from: 1, to: 77), recorded(3, from: 1, to: 4_000_000_000),
      ])
    #expect(graph.omissions.reflexive == 1)
    #expect(graph.omissions.unknownEntity == 1)
    #expect(graph.edgeCount == 1)
  }

  @Test("may be empty")
  func empty() {
    let graph = Graph(entities: [], claims: [])
    #expect(graph.nodeCount == 0 && graph.edgeCount == 0)
    #expect(graph.node(of: ID(1)) == nil)
    #expect(graph.subgraph().nodes.isEmpty)
    #expect(NameIndex(graph).resolve("Japan") == .unknown(suggestions: []))
  }

  @Test("keeps nodes without edges in its whole")
  func whole() {
    let graph = Graph(
      entities: [country(1, "A"), country(2, "B"), country(3, "C")],
      claims: [recorded(1, from: 1, to: 2, modality: .negated)])
    #expect(graph.subgraph().nodes.count == 3)
    #expect(graph.subgraph().edges == [ID(0)])
    #expect(graph.subgraph(EdgeFilter()).edges == [])
    #expect(graph.subgraph(inducedBy: [ID(0), ID(1)], EdgeFilter(includesUncounted: true)).edges == [ID(0)])
    #expect(graph.subgraph(inducedBy: [ID(0), ID(2)]).nodes == [ID(0), ID(2)])
  }
}

@Suite("Inner tools")
struct InnerToolTests {
  @Test("packed dates keep their order and their precision")
  func packedDates() throws {
    let dates = try ["2018", "2019", "2019-03", "2019-03-01", "2019-11-12", "9999-12-31"].map {
      try #require(CalendarDate(iso: $0))
    }
    let packed = dates.map { PackedDate($0) }
    #expect(packed == packed.sorted())
    #expect(packed.map(\.date) == dates)
    #expect(PackedDate(nil).date == nil && !PackedDate(nil).isKnown)
  }

  @Test("windows are half-open")
  func windows() throws {
    let window = DateWindow(begin: CalendarDate(iso: "2019-11-01"), end: CalendarDate(iso: "2019-12"))
    #expect(window.contains(try #require(CalendarDate(iso: "2019-11-01"))))
    #expect(window.contains(try #require(CalendarDate(iso: "2019-11-30"))))
    #expect(!window.contains(try #require(CalendarDate(iso: "2019-12-01"))))
    #expect(!window.contains(try #require(CalendarDate(iso: "2019-10-31"))))
    #expect(DateWindow().contains(try #require(CalendarDate(iso: "1648-10-24"))))
  }
}
