import Provenance

/// Reads files, directories and standard input as a lazy sequence of texts, warnings and errors.
///
/// ```swift
/// for event in Reader(["reports", "notes.md"]) {
///   if case .item(.text(let source)) = event { print(source.metadata.id) }
/// }
/// ```
///
/// Nothing is read before it is asked for, and one bad file or record never stops the others. Directories are
/// read recursively in order of names; hidden files are passed over. `-` is standard input, as JSON lines.
///
/// An id is a record's own, or a file's name without extension. A second text of one run under the same id is
/// called `id-2`, `id-3` and so on, in order of reading; the same text under the same id is passed over.
public struct Reader: Sequence, Sendable {
  public var paths: [String]
  /// Most bytes of one text, one record or one `.json` file.
  public var limit: Int

  /// - Parameter paths: files, directories, or `-`.
  public init(_ paths: [String], limit: Int = 512 << 20) {
    self.paths = paths
    self.limit = limit
  }

  /// Bytes of all files that will be read; nil where standard input is among them. For showing progress.
  public func totalBytes() -> Int? {
    var sum = 0
    for path in paths {
      if path == "-" { return nil }
      var walk = DirectoryWalk()
      guard let status = try? FileSystem.kind(of: path) else { continue }
      if status.kind == .file { sum += status.size }
      guard status.kind == .directory else { continue }
      _ = walk.files(under: path) { entry in
        if case .file(let path, _) = entry { sum += (try? FileSystem.kind(of: path).size) ?? 0 }
      }
    }
    return sum
  }

  public func makeIterator() -> Iterator { Iterator(paths: paths, limit: limit) }

  /// Reads one event after the other.
  public final class Iterator: IteratorProtocol {
    private var pending: [Step]
    private var ready: [ReadEvent] = []
    private var records: OpenRecords?
    private var names = DocumentNames()
    private let limit: Int
    private var finishedBytes = 0

    /// Bytes of the input that were read so far.
    public var bytesRead: Int { finishedBytes + (records?.bytesRead ?? 0) }

    fileprivate init(paths: [String], limit: Int) {
      self.limit = limit
      pending = paths.reversed().map { Step.named($0) }
    }

    public func next() -> ReadEvent? {
      while true {
        if !ready.isEmpty { return ready.removeFirst() }
        if let open = records {
          var batch: [ReadEvent] = []
          if !open.next({ batch.append($0) }) {
            finishedBytes += open.bytesRead
            records = nil
          }
          for event in batch { admit(event) }
        } else if let step = pending.popLast() {
          take(step)
        } else {
          return nil
        }
      }
    }

    private enum Step {
      /// By the user.
      case named(String)
      /// In a directory.
      case file(String, InputFormat)
      case event(ReadEvent)
    }

    private func take(_ step: Step) {
      switch step {
      case .event(let event): ready.append(event)
      case .file(let path, let format): read(path, format)
      case .named("-"): open(path: nil)
      case .named(let path):
        do {
          guard try FileSystem.kind(of: path).kind == .directory else {
            // Named outright, a file of unknown extension is taken for plain text.
            return read(path, InputFormat(fileName: path) ?? .plainText)
          }
          var steps: [Step] = []
          var walk = DirectoryWalk()
          let found = walk.files(under: path) { entry in
            switch entry {
            case .file(let path, let format): steps.append(.file(path, format))
            case .passedOver(let path):
              steps.append(.event(.warning(ReadingWarning(.passedOver(extension: pathExtension(path)), path: path))))
            case .failure(let error): steps.append(.event(.failure(error)))
            }
          }
          if found == 0 { steps.append(.event(.failure(ReadingError(.directoryWithoutTexts, path: path)))) }
          pending += steps.reversed()
        } catch { ready.append(.failure(error)) }
      }
    }

    private func read(_ path: String, _ format: InputFormat) {
      if format == .jsonLines { return open(path: path) }
      do throws(ReadingError) {
        let size = try FileSystem.kind(of: path).size
        guard size <= limit else { throw ReadingError(.tooLarge(limit: limit), path: path) }
        let bytes = try FileInput(path: path).readAll(limit: limit, expected: size)
        finishedBytes += bytes.count
        if format == .json {
          records = OpenRecords(JSONFile(bytes, path: path))
          return
        }
        let file = try FileReader.read(bytes, path: path, format: format)
        for remark in file.remarks { ready.append(.warning(ReadingWarning(remark, path: path))) }
        admit(.item(file.item))
      } catch { ready.append(.failure(error)) }
    }

    private func open(path: String?) {
      do { records = OpenRecords(try JSONLinesFile(path: path, limit: limit)) } catch { ready.append(.failure(error)) }
    }

    /// Gives an item its path, digest and a name of its own.
    private func admit(_ event: ReadEvent) {
      guard case .item(let item) = event else { return ready.append(event) }
      switch names.admit(item) {
      case .asIs(let item): ready.append(.item(item))
      case .renamed(let item, let remark):
        ready.append(.warning(ReadingWarning(remark, path: item.metadata.path)))
        ready.append(.item(item))
      case .repeated(let remark): ready.append(.warning(ReadingWarning(remark, path: item.metadata.path)))
      }
    }
  }
}

/// A file of records that is being read.
private final class OpenRecords {
  private var lines: JSONLinesFile?
  private var file: JSONFile?

  var bytesRead: Int { lines?.bytesRead ?? 0 }

  init(_ lines: JSONLinesFile) { self.lines = lines }
  init(_ file: JSONFile) { self.file = file }

  /// Hands out what the next record gives; false at the end.
  func next(_ emit: (ReadEvent) -> Void) -> Bool {
    if let lines { return lines.next(emit) }
    return file?.next(emit) ?? false
  }
}
