import Provenance

/// A file of JSON lines: each line a record of its own, so that a broken one costs only itself.
final class JSONLinesFile {
  private var input: LineInput
  private let path: String?
  private var isDone = false
  private var records = 0
  /// Bytes of the lines handed out so far.
  private(set) var bytesRead = 0

  init(path: String?, limit: Int) throws(ReadingError) {
    input = try LineInput(path: path, limit: limit)
    self.path = path
  }

  /// Hands out what the next line gives; false at the end.
  func next(_ emit: (ReadEvent) -> Void) -> Bool {
    guard !isDone else { return false }
    do {
      guard let line = try input.next() else {
        if records == 0 { emit(.failure(ReadingError(.empty, path: path))) }
        return false
      }
      bytesRead += line.count + 1
      guard line.contains(where: { $0 > 0x20 }) else { return true }
      records += 1
      read(line, emit)
      return true
    } catch {
      isDone = true
      emit(.failure(error))
      return false
    }
  }

  private func read(_ line: [UInt8], _ emit: (ReadEvent) -> Void) {
    var bytes = line
    do {
      if String(validating: line, as: UTF8.self) == nil {
        let decoded = try TextDecoding.decode(line)
        if let remark = decoded.remark { emit(.warning(ReadingWarning(remark, path: path, line: input.line))) }
        bytes = Array(decoded.text.utf8)
      }
    } catch { return emit(.failure(ReadingError(error, path: path, line: input.line))) }
    do {
      let value = try JSONReader.value(of: bytes)
      emitRecord(value, path: path, line: input.line, number: records, isOnly: false, emit)
    } catch {
      emit(.failure(ReadingError(.malformedJSON(error.rule), path: path, line: input.line, column: error.offset + 1)))
    }
  }
}

/// A `.json` file: one record, an array of records, or records one after the other.
final class JSONFile {
  private var reader: JSONReader
  private let bytes: [UInt8]
  private let path: String
  private var opening: [ReadEvent] = []
  private var state = State.outside
  private var records = 0

  private enum State { case outside, inArray(first: Bool), done }

  init(_ raw: [UInt8], path: String) {
    self.path = path
    var bytes: [UInt8] = []
    do {
      let decoded = try TextDecoding.decode(raw)
      bytes = Array(decoded.text.utf8)
      if let remark = decoded.remark { opening.append(.warning(ReadingWarning(remark, path: path))) }
    } catch {
      opening.append(.failure(ReadingError(error, path: path)))
      state = .done
    }
    if opening.isEmpty, !bytes.contains(where: { $0 > 0x20 }) {
      opening.append(.failure(ReadingError(.empty, path: path)))
      state = .done
    }
    self.bytes = bytes
    reader = JSONReader(bytes)
  }

  /// Hands out what the next record gives; false at the end.
  func next(_ emit: (ReadEvent) -> Void) -> Bool {
    for event in opening { emit(event) }
    opening.removeAll()
    do {
      switch state {
      case .done: return false
      case .inArray(let first):
        guard let element = try reader.nextElement(first: first) else {
          state = .outside
          return true
        }
        state = .inArray(first: false)
        emitRecord(element, isOnly: false)
      case .outside:
        if reader.enterArray() {
          state = .inArray(first: true)
          return true
        }
        guard let value = try reader.next() else {
          if records == 0 { emit(.failure(ReadingError(.notADocument("the array holds no record"), path: path))) }
          return false
        }
        var probe = reader
        emitRecord(value, isOnly: records == 0 && ((try? probe.next()) ?? nil) == nil)
      }
      return true
    } catch {
      // Where a value ends is unknown now, so nothing after it can be read.
      state = .done
      let place = place(of: error.offset)
      emit(.failure(ReadingError(.malformedJSON(error.rule), path: path, line: place.line, column: place.column)))
      return false
    }
    func emitRecord(_ located: JSONValue.Located, isOnly: Bool) {
      records += 1
      Reading.emitRecord(
        located.value, path: path, line: place(of: located.offset).line, number: records, isOnly: isOnly, emit)
    }
  }

  /// Line and column, from 1. Counted on from the last place asked for.
  private func place(of offset: Int) -> (line: Int, column: Int) {
    let end = min(offset, bytes.count)
    while counted < end {
      if bytes[counted] == 0x0A {
        line += 1
        lineStart = counted + 1
      }
      counted += 1
    }
    return (line, end - lineStart + 1)
  }

  private var counted = 0
  private var line = 1
  private var lineStart = 0
}

/// Turns a JSON value into an item. A record without id is named for its file, and its number where the file has several.
private func emitRecord(
  _ value: JSONValue, path: String?, line: Int, number: Int, isOnly: Bool, _ emit: (ReadEvent) -> Void
) {
  do {
    var record = try RecordReader.record(of: value)
    if let remark = record.remark { emit(.warning(ReadingWarning(remark, path: path, line: line))) }
    let stem = path.map { fileStem($0) } ?? "stdin"
    if record.source.metadata.id.isEmpty { record.source.metadata.id = isOnly ? stem : "\(stem)-\(number)" }
    record.source.metadata.path = path
    record.source.metadata.sha256 = SHA256.hexadecimal(of: record.source.text.utf8)
    emit(.item(.text(record.source)))
  } catch { emit(.failure(ReadingError(error, path: path, line: line))) }
}
