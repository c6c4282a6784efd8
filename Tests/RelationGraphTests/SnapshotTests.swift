import Diplomacy
import Provenance
import TestSupport
import Testing

@testable import RelationGraph

/// Keeps bytes where a snapshot can use them.
private final class Bytes {
  let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    buffer = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    buffer.copyBytes(from: bytes)
  }

  deinit { buffer.deallocate() }
}

@Suite("A snapshot of a graph")
struct SnapshotTests {
  private func entities() -> [Entity] {
    [
      country(2, "Japan", code: "JP", aliases: ["Nippon", "日本"]),
      Entity(
        id: ID(5), name: "Taro Kono", aliases: ["Kono"],
        details: .official(
          Official(
            roles: [
              Role(title: "Defense Minister", country: "JP", begin: CalendarDate(iso: "2019-09-11")),
              Role(title: "Clerk", organization: ID(9), end: CalendarDate(iso: "2001")),
            ], isUnnamed: true))),
      Entity(id: ID(9), name: "", details: .organization(Organization(country: "KR", isIntergovernmental: false))),
      Entity(id: ID(300), name: "UN", details: .organization(Organization(isIntergovernmental: true))),
      Entity(
        id: ID(70_000), name: "General Security of Military Information Agreement",
        details: .agreement(
          Agreement(
            acronym: "GSOMIA", parties: [ID(2), ID(9)], status: .expiring, statusDate: CalendarDate(iso: "2019-11")))),
      agreement(70_001, "Pact"),
    ]
  }

  private func snapshot(_ seed: UInt64) -> GraphSnapshot {
    var random = SeededGenerator(seed: seed)
    let entities = entities()
    let claims = randomClaims(60, entities: 6, stories: 20, using: &random).map { recorded in
      var recorded = recorded
      recorded.claim.source = entities[recorded.claim.source.index].id
      recorded.claim.target = entities[recorded.claim.target.index].id
      if recorded.id.index % 7 == Int(seed % 7) {
        recorded.claim.validity = .lasting(until: seed % 3 == 0 ? nil : CalendarDate(iso: "2030"))
      }
      return recorded
    }
    let weighting = EdgeWeighting(halfLife: seed % 2 == 0 ? nil : 100, asOf: CalendarDate(iso: "2020-01"))
    let graph = Graph(entities: entities, claims: claims, weighting: weighting)
    return GraphSnapshot(graph: graph, names: NameIndex(graph), origin: "state \(seed)")
  }

  private func read(_ bytes: [UInt8]) throws(GraphSnapshot.Failure) -> GraphSnapshot {
    let memory = Bytes(bytes)
    return try GraphSnapshot(bytes: UnsafeRawBufferPointer(rebasing: memory.buffer[..<bytes.count]), owner: memory)
  }

  private func expectSame(_ a: Graph, _ b: Graph) {
    #expect(a.entities == b.entities)
    #expect((a.weighting, a.reference, a.omissions) == (b.weighting, b.reference, b.omissions))
    #expect(a.edges.map { a[$0] } == b.edges.map { b[$0] })
    #expect(a.edges.map { Array(a.claims(of: $0)) } == b.edges.map { Array(b.claims(of: $0)) })
    for node in a.nodes {
      #expect(Array(a.incoming(node)) == Array(b.incoming(node)))
      #expect(Array(a.outgoing(node)) == Array(b.outgoing(node)))
    }
    let day = EdgeFilter(dates: DateWindow(begin: CalendarDate(iso: "2019"), end: CalendarDate(iso: "2020")))
    #expect(a.edges(day) == b.edges(day))
  }

  @Test("gives back what it was made of", arguments: 0..<10 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let written = snapshot(seed)
    let bytes = written.encoded()
    #expect(bytes == written.encoded())
    let found = try read(bytes)
    #expect(found.origin == "state \(seed)")
    expectSame(found.graph, written.graph)
    for name in ["japan", "Kono", "gsomia", "un", "Nippon", "日本", "nobody", "Pakt"] {
      #expect(found.names.resolve(name) == written.names.resolve(name))
    }
    #expect(try bytes.withUnsafeBytes { try GraphSnapshot.origin(of: $0) } == "state \(seed)")
  }

  @Test("of an empty graph")
  func empty() throws {
    let graph = Graph(entities: [], claims: [])
    let found = try read(GraphSnapshot(graph: graph, names: NameIndex(graph), origin: "").encoded())
    #expect(found.graph.nodeCount == 0 && found.graph.edgeCount == 0)
    #expect(found.names.resolve("x") == .unknown(suggestions: []))
  }

  @Test("is refused where it is cut, at every length")
  func cut() {
    let bytes = snapshot(1).encoded()
    for length in 0..<bytes.count where length < 700 || length % 37 == 0 {
      #expect(throws: GraphSnapshot.Failure.self) { try read(Array(bytes[..<length])) }
    }
  }

  @Test("is refused where a bit is wrong")
  func damaged() {
    let bytes = snapshot(2).encoded()
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(throws: GraphSnapshot.Failure.self) { try read(damaged) }
    }
  }

  @Test("is refused or safe where it was forged with a right checksum", arguments: 0..<40 as Range<UInt64>)
  func forged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = snapshot(3).encoded()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 32..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    let checksum = bytes.withUnsafeBytes { XXHash64.hash(UnsafeRawBufferPointer(rebasing: $0[32...])) }
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: checksum, toByteOffset: 24, as: UInt64.self) }
    // Where only values changed it can be used; what matters is that nothing leads out of the bytes.
    guard let found = try? read(bytes) else { return }
    #expect(found.graph.nodes.map { found.graph.degree($0) }.reduce(0, +) == 2 * found.graph.edgeCount)
    #expect(found.graph.edges.map { found.graph.claims(of: $0).count }.reduce(0, +) == found.graph.claimCount)
  }

  @Test("says whether it is foreign or of another version")
  func foreign() {
    #expect(throws: GraphSnapshot.Failure.foreign) { try read(Array("SQLite format 3".utf8)) }
    var bytes = snapshot(4).encoded()
    bytes[8] += 1
    #expect(throws: GraphSnapshot.Failure.otherVersion) { try read(bytes) }
  }

  @Test(
    "has the checksums of the specification",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("The quick brown fox jumps over the lazy dog", 0x0B24_2D36_1FDA_71BC),
    ] as [(String, UInt64)])
  func checksums(text: String, hash: UInt64) { #expect(XXHash64.hash(text) == hash) }
}
