public import Diplomacy
import Provenance
import Reading

/// Reads a table of ties: a header row, then one tie a row with `source`, `target`, and `weight` or `sign`.
///
/// Optional columns: `kind`, `event`, `date` for what happened, `begin` and `end` for what holds (begin ≤ t < end, an
/// empty end is open), `confidence`, `modality`, `source_kind`, `target_kind`, `id`, `document`, `title`, `publisher`,
/// `reported`, `text`. A bad row costs itself alone.
///
/// - Complexity: linear in the bytes; memory in the longest row.
public struct EdgeListReader: Sendable {
  public var mapping: ColumnMapping
  /// Of rows that do not say; stance where nil.
  public var kind: ClaimKind?
  /// What a source or target is that does not say and is not known.
  public var nodeKind: EntityKind?

  public init(mapping: ColumnMapping = ColumnMapping(), kind: ClaimKind? = nil, nodeKind: EntityKind? = nil) {
    self.mapping = mapping
    self.kind = kind
    self.nodeKind = nodeKind
  }

  /// Calls `emit` with each row in order.
  ///
  /// - Returns: Columns that nothing was made of.
  /// - Throws: ``InterchangeError`` where the header names no ties, `ReadingError`, or what `emit` throws.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws -> [String] {
    let reader = try DelimitedReader(path: path, onRead: onRead)
    guard let header = try reader.next() else { throw InterchangeError(path: path, rule: "is empty") }
    let columns: (places: [ColumnMapping.Field: Int], unused: [String])
    do throws(ColumnProblem) {
      columns = try mapping.places(in: (0..<header.count).map { header.text($0) })
    } catch {
      throw InterchangeError(path: path, line: header.line, rule: error.rule)
    }
    let parser = RowParser(columns: columns.places, kind: kind ?? .stance, nodeKind: nodeKind)
    while let row = try reader.next() {
      do throws(RowProblem) {
        try emitted(parser.parse(row), emit)
      } catch {
        switch error {
        case .rule(let rule): try emit(.bad(line: row.line, rule: rule))
        case .stopped(let reason): throw reason
        }
      }
    }
    return columns.unused
  }

  private func emitted(_ row: CodedRow, _ emit: (ImportItem) throws -> Void) throws(RowProblem) {
    do { try emit(.row(row)) } catch { throw .stopped(error) }
  }
}

/// Why a row makes no claim.
enum RowProblem: Error {
  case rule(String)
  /// The receiver wants no more.
  case stopped(any Error)
}

/// Makes a claim of a row.
private struct RowParser {
  let columns: [ColumnMapping.Field: Int]
  let kind: ClaimKind
  let nodeKind: EntityKind?

  func parse(_ row: DelimitedReader.Row) throws(RowProblem) -> CodedRow {
    if row.isBroken { throw .rule("a quotation mark is never closed; write one within a cell twice") }
    func cell(_ field: ColumnMapping.Field) -> String? {
      let text = DelimitedText.unguarded(FieldText.trimmed(row.text(columns[field])))
      return FieldText.isMissing(text) ? nil : text
    }
    guard let source = cell(.source) else { throw .rule("the source is empty") }
    guard let target = cell(.target) else { throw .rule("the target is empty") }
    let kind = try cell(.kind).map { text throws(RowProblem) in try FieldText.claimKind(text) } ?? self.kind
    let event = try cell(.event).map { text throws(RowProblem) in try FieldText.event(text) }
    let validity = try validity(cell)
    let text = cell(.text) ?? row.excerpt
    var coded = CodedRow(
      line: row.line, key: cell(.id), kind: kind,
      source: ActorName(source, kind: try nodeKind(cell(.sourceKind))),
      target: ActorName(target, kind: try nodeKind(cell(.targetKind))), event: event,
      weight: try weight(cell, kind: kind, event: event),
      modality: try cell(.modality).map { text throws(RowProblem) in try FieldText.modality(text) } ?? .asserted,
      date: validity.date, validity: validity.validity, document: cell(.document), title: cell(.title),
      publisher: cell(.publisher), reported: try date(cell(.reported)), text: text, rule: "imported tie")
    if let confidence = cell(.confidence) {
      guard let value = Double(confidence), (0...1).contains(value) else {
        throw .rule("the confidence \"\(FieldText.shown(confidence))\" is no number from 0 to 1")
      }
      coded.confidence = value
    }
    return coded
  }

  private func nodeKind(_ text: String?) throws(RowProblem) -> EntityKind? {
    guard let text else { return nodeKind }
    return try FieldText.entityKind(text)
  }

  private func weight(
    _ cell: (ColumnMapping.Field) -> String?, kind: ClaimKind, event: EventType?
  ) throws(RowProblem) -> Double {
    guard kind.isSigned else { return 1 }
    var weight: Double
    if let text = cell(.weight) {
      guard let value = FieldText.number(text) else {
        throw .rule("the weight \"\(FieldText.shown(text))\" is not a number")
      }
      weight = value
    } else if let event, columns[.weight] == nil, columns[.sign] == nil {
      weight = event.intensity
    } else if cell(.sign) != nil {
      weight = 1
    } else {
      throw .rule("neither a weight nor a sign")
    }
    if let sign = cell(.sign) {
      guard let factor = FieldText.sign(sign) else {
        throw .rule("the sign \"\(FieldText.shown(sign))\" is none of +, -, 1, -1, positive, negative")
      }
      weight = cell(.weight) == nil ? factor : abs(weight) * factor
    }
    if let rule = CodedRow.brokenRule(weight: weight, of: kind) { throw .rule(rule) }
    return weight
  }

  private func validity(
    _ cell: (ColumnMapping.Field) -> String?
  ) throws(RowProblem) -> (date: CalendarDate?, validity: Validity) {
    let (begin, end) = (try date(cell(.begin)), try date(cell(.end)))
    if let begin, let end, end.dayNumber <= begin.dayNumber {
      throw .rule(
        "it ends (\(end)) no later than it begins (\(begin)); the end is the first day that is no longer part")
    }
    // What has columns for its time holds; what has a date happened.
    guard columns[.begin] != nil || columns[.end] != nil, begin != nil || end != nil || cell(.date) == nil else {
      return (try date(cell(.date)), .event)
    }
    return (begin, .lasting(until: end))
  }

  private func date(_ text: String?) throws(RowProblem) -> CalendarDate? {
    try text.map { text throws(RowProblem) in try FieldText.date(text) }
  }
}
