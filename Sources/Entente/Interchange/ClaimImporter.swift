import Foundation

/// Takes files of claims that others coded into a graph.
///
/// ```swift
/// let importer = ClaimImporter(format: .edges)
/// let report = try importer.take("dyads.csv", into: store)
/// ```
///
/// Claims come to stand beside those of texts: with the file and row as their evidence, the time they were recorded
/// beside the time they speak of. The same file again changes nothing. Rows are stored some thousands at a time: an
/// import that is interrupted is taken up where it was.
public struct ClaimImporter: Sendable {
  public var format: InterchangeFormat
  /// How a table of ties is to be read.
  public var edges = EdgeListReader()
  /// Whether numbers are those of the Correlates of War list of states.
  public var usesCorrelatesOfWar = false
  public var conflict = GraphStore.Conflict.refuse

  public init(format: InterchangeFormat) { self.format = format }

  private static let batch = 5_000

  /// Whether a file's claims come line by line, so that an import can be taken up at a line.
  private var isByLine: Bool {
    switch format {
    case .edges, .claims, .gdelt, .icews, .polecat: true
    case .graphml, .gexf, .nodeLink, .csv, .dot: false
    }
  }

  /// Imports one file.
  ///
  /// - Parameters:
  ///   - id: The id of its document; nil for the file's name.
  ///   - onRead: told how many bytes and rows were read so far.
  ///   - onBad: told each row that breaks a rule.
  /// - Throws: `InterchangeError` where the file is not what it should be, `ReadingError`, `StoreError`, or
  ///   `CancellationError`, after which all before stays stored.
  public func take(
    _ path: String, id: String? = nil, into store: GraphStore, onRead: @escaping (Int, Int) -> Void = { _, _ in },
    onBad: @escaping (Int, String) -> Void = { _, _ in }
  ) throws -> ImportReport {
    let id = id ?? URL(fileURLWithPath: path).lastPathComponent
    var report = ImportReport(file: id, format: format)
    let file = ImportedFile(id: id, format: format.rawValue, path: path, sha256: try Self.hash(of: path, format))
    guard case .open(let session) = try store.beginImport(file, onConflict: conflict, canResume: isByLine) else {
      report.isUnchanged = true
      return report
    }
    let run = ImportRun(
      store: store, session: session, report: report, isByLine: isByLine, batch: Self.batch,
      linker: ActorLinker(
        try store.recordedEntities(), curated: try store.entities(), codes: CountryCodes(),
        usesCorrelatesOfWar: usesCorrelatesOfWar), onBad: onBad)
    do {
      run.report.unusedColumns = try read(path, onRead: { onRead($0, run.report.rows) }) { try run.take($0) }
      try run.finish()
    } catch let error where run.isEmpty && !(error is CancellationError) {
      // What is no file of the format leaves no trace.
      try store.remove(documentID: id)
      throw error
    }
    return run.report
  }

  private func read(
    _ path: String, onRead: @escaping (Int) -> Void, emit: (ImportItem) throws -> Void
  ) throws -> [String] {
    switch format {
    case .edges: return try edges.read(path: path, onRead: onRead, emit: emit)
    case .claims: try ClaimLinesReader().read(path: path, onRead: onRead, emit: emit)
    case .gdelt: try GDELTReader().read(path: path, onRead: onRead, emit: emit)
    case .icews: try ICEWSReader().read(path: path, onRead: onRead, emit: emit)
    case .polecat: try POLECATReader().read(path: path, onRead: onRead, emit: emit)
    case .graphml, .gexf, .nodeLink, .csv, .dot:
      try GraphReader(format)?.read(path: path, onRead: onRead, emit: emit)
    }
    return []
  }

  /// SHA-256 of a file's bytes, of a pair of tables those of both.
  private static func hash(of path: String, _ format: InterchangeFormat) throws -> String {
    var hash = SHA256()
    let paths = format == .csv ? TablePair(either: path).map { [$0.nodes, $0.edges] } ?? [path] : [path]
    for path in paths {
      let input = try FileInput(path: path)
      var buffer: [UInt8] = []
      while try input.read(into: &buffer, count: 1 << 20) {
        hash.update(buffer)
        buffer.removeAll(keepingCapacity: true)
        try Task.checkCancellation()
      }
    }
    return hash.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// One import in work.
private final class ImportRun {
  private let store: GraphStore
  private let session: ImportSession
  private let isByLine: Bool
  private let batch: Int
  private let onBad: (Int, String) -> Void
  private var linker: ActorLinker
  private var records: [ImportedRecord] = []
  private var line = 0
  private var isStored = false
  var report: ImportReport

  init(
    store: GraphStore, session: ImportSession, report: ImportReport, isByLine: Bool, batch: Int, linker: ActorLinker,
    onBad: @escaping (Int, String) -> Void
  ) {
    self.store = store
    self.session = session
    self.report = report
    self.isByLine = isByLine
    self.batch = batch
    self.linker = linker
    self.onBad = onBad
  }

  /// Whether nothing was stored, now or by an earlier run.
  var isEmpty: Bool { !isStored && session.resumesAfter == 0 }

  func take(_ item: ImportItem) throws {
    switch item {
    case .row(let row):
      guard row.line > session.resumesAfter || !isByLine else { return }
      // A row that makes several claims is stored in one piece.
      if records.count >= batch, row.line != line || !isByLine { try flush() }
      line = row.line
      report.rows += 1
      do throws(ActorLinker.Problem) {
        records.append(try record(row))
      } catch {
        bad(row.line, error.rule)
      }
    case .actor(let actor):
      do throws(ActorLinker.Problem) { _ = try linker.entity(for: actor) } catch { bad(0, error.rule) }
    case .skipped(let line, let reason):
      guard line > session.resumesAfter || !isByLine else { return }
      report.rows += 1
      report.skipped[reason, default: 0] += 1
    case .bad(let line, let rule):
      guard line > session.resumesAfter || !isByLine else { return }
      report.rows += 1
      bad(line, rule)
    }
  }

  private func bad(_ line: Int, _ rule: String) {
    report.bad += 1
    if report.problems.count < ImportReport.most { report.problems.append((line, rule)) }
    onBad(line, rule)
  }

  private func record(_ row: CodedRow) throws(ActorLinker.Problem) -> ImportedRecord {
    let source = try linker.entity(for: row.source)
    let target = try linker.entity(for: row.target)
    guard source != target else {
      throw ActorLinker.Problem(rule: "source and target are one, \"\(row.source.name)\"")
    }
    var attribution: [ID<Entity>] = []
    for actor in row.attribution { attribution.append(try linker.entity(for: actor)) }
    let text = row.text.isEmpty ? "\(row.source.name), \(row.kind.rawValue), \(row.target.name)" : row.text
    let whole = Span(0, text.utf8.count)
    let claim = Claim(
      kind: row.kind, source: source, target: target, event: row.event, weight: row.weight, modality: row.modality,
      attribution: attribution, date: row.date, validity: row.validity, confidence: row.confidence,
      evidence: Evidence(
        document: row.document ?? session.file.id, sentence: row.line - 1, span: whole,
        cue: row.cue.flatMap { Self.place(of: $0, in: text) } ?? whole, rule: row.rule))
    return ImportedRecord(
      claim: claim, line: max(1, row.line), key: row.key, storyKey: row.storyKey, source: row.document,
      title: row.title, publisher: row.publisher, date: row.reported, text: text)
  }

  private static func place(of cue: String, in text: String) -> Span? {
    guard !cue.isEmpty, let range = text.range(of: cue) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + cue.utf8.count)
  }

  private func flush() throws {
    try Task.checkCancellation()
    let result = try store.add(records, entities: linker.takeNew(), to: session, through: isByLine ? line : 0)
    report.added += result.added
    report.known += result.known
    records.removeAll(keepingCapacity: true)
    isStored = true
  }

  func finish() throws {
    try flush()
    try store.finish(session)
    let tally = linker.tally
    report.countries = tally.countries.count
    report.matched = tally.known.count
    let made = tally.made.filter { $0.kind != .country }
    report.made = made.count
    report.newNames = made.prefix(ImportReport.most).map(\.name)
  }
}
