#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls to the system that reading needs. Errors keep what the system said.
package enum FileSystem {
  enum Kind { case directory, file }

  /// Bytes of a file, or nil for what has no size.
  package static func size(of path: String) -> Int? { (try? kind(of: path))?.size }

  /// Whether a path leads to a directory.
  package static func isDirectory(_ path: String) -> Bool { (try? kind(of: path))?.kind == .directory }

  /// What lies at a path, links followed, with its identity.
  static func kind(of path: String) throws(ReadingError) -> (kind: Kind, identity: FileIdentity, size: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      throw ReadingError(code == ENOENT || code == ENOTDIR ? .notFound : .unreadable(message(code)), path: path)
    }
    let kind: Kind = status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    let identity = FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    return (kind, identity, Int(status.st_size))
  }

  /// Names in a directory without hidden ones, sorted by their bytes.
  static func entries(of path: String) throws(ReadingError) -> [String] {
    guard let directory = opendir(path) else { throw ReadingError(.unreadable(message(errno)), path: path) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// Tells files apart whatever they are called, so that links in circles end.
struct FileIdentity: Hashable {
  var device: UInt64
  var node: UInt64
}

/// An open file, read from the beginning to the end.
package struct FileInput: ~Copyable {
  private let descriptor: Int32
  private let path: String?

  /// Opens a file; nil is standard input.
  package init(path: String?) throws(ReadingError) {
    self.path = path
    if let path {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 {
        let code = errno
        throw ReadingError(code == ENOENT ? .notFound : .unreadable(FileSystem.message(code)), path: path)
      }
    } else {
      descriptor = 0
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Appends up to `count` bytes; false at the end.
  package func read(into bytes: inout [UInt8], count: Int) throws(ReadingError) -> Bool {
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while true {
        let got = systemRead(descriptor, buffer.baseAddress!, count)
        if got < 0, errno == EINTR { continue }
        code = got < 0 ? errno : 0
        return initialized = max(0, got)
      }
    }
    guard code == 0 else { throw ReadingError(.unreadable(FileSystem.message(code)), path: path) }
    bytes += chunk
    return !chunk.isEmpty
  }

  /// Everything up to the end.
  package func readAll(limit: Int, expected: Int = 0) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit) + (1 << 16))
    while try read(into: &bytes, count: max(1 << 16, min(expected - bytes.count, 1 << 22))) {
      if bytes.count > limit { throw ReadingError(.tooLarge(limit: limit), path: path) }
    }
    return bytes
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
