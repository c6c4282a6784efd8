import Entente
import Foundation

/// How fast documents go into a graph file, and its claims become a graph.
enum StoreSuite {
  /// Of one document.
  private static let claimCount = 20
  private static let timedDocuments = 2000

  static func run(_ settings: Settings) async throws -> [Measurement] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("graph.sqlite").path

    let network = ScaleFreeNetwork(nodes: max(100, settings.claims / 10), edges: settings.claims)
    let store = try GraphStore(path: path)
    try store.upsert(network.entities())
    var random = SplitMix64(seed: 3)
    var laps: [Lap] = []
    var first = 0
    while first < network.edgeCount {
      // Reports of usual length are timed; the rest, which is there to make the file large, goes in by fewer.
      let isTimed = laps.count < timedDocuments
      let last = min(network.edgeCount, first + (isTimed ? claimCount : 50 * claimCount))
      let document = document(network, first..<last, &random)
      let lap = try await Lap.time { try store.add(document) }
      if isTimed { laps.append(lap) }
      first = last
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    var watch = settings.stopwatch
    watch.repetitions = min(watch.repetitions, 3)
    let reading = try await watch.time {
      try? FileManager.default.removeItem(atPath: path + ".snapshot")
      keep(try StoredGraph(path: path))
    }
    let opening = try await watch.time { keep(try StoredGraph(path: path)) }
    let again = try store.documents().prefix(1000).map(\.metadata)
    let standing = try await settings.stopwatch.time {
      for metadata in again { keep(try store.standing(ofDocument: metadata.id, sha256: metadata.sha256 ?? "")) }
    }
    return [
      Measurement(
        "store/add a document", Samples(laps),
        note: "\(laps.count) documents of \(claimCount) claims, a transaction each"),
      Measurement(
        "store/pass over a document known already", standing, amount: Double(again.count), of: "documents"),
      Measurement(
        "store/file to graph", reading, note: "\(network.edgeCount) claims; a large graph is kept as a snapshot too"),
      Measurement("store/snapshot to graph", opening, note: "\(network.edgeCount) claims"),
      Measurement("store/file size", Double(size) / Double(network.edgeCount), "bytes/claim"),
    ]
  }

  /// A document of one sentence a claim.
  private static func document(
    _ network: ScaleFreeNetwork, _ edges: Range<Int>, _ random: inout SplitMix64
  ) -> CodedDocument {
    let sentence = "Actor number one spoke well of actor number two, and said so again. "
    let length = sentence.utf8.count
    let id = "document-\(edges.lowerBound)"
    var metadata = DocumentMetadata(id: id, title: "Report \(edges.lowerBound)", publisher: "Wire")
    metadata.date = CalendarDate(year: 2019, month: 11, day: 1 + random.below(28))
    let text = id + ". " + String(repeating: sentence, count: edges.count)
    metadata.sha256 = SHA256.hexadecimal(of: Array(text.utf8))
    var coded = CodedDocument(source: SourceText(metadata: metadata, text: text))
    for (place, edge) in edges.enumerated() {
      let span = Span(place * length, (place + 1) * length)
      var claim = network.claim(edge, &random).claim
      claim.evidence = Evidence(
        document: id, sentence: place, span: span, cue: Span(place * length, place * length + 5), rule: "made up")
      coded.sentences.append(span)
      coded.claims.append(claim)
      coded.mentions.append(
        Mention(span: Span(place * length, place * length + 16), form: .name, entities: [claim.source]))
    }
    // Signatures as of texts that have nothing in common.
    coded.signature = (0..<64).map { _ in UInt32(truncatingIfNeeded: random.next()) }
    return coded
  }
}
