import Foundation

/// A file written piece by piece that comes to its place whole or not at all, for what is larger than memory.
///
/// ```swift
/// let stream = try AtomicStream("graph.graphml")
/// try stream.write("<graphml>…")
/// try stream.commit()
/// ```
///
/// Until it is committed it lies under another name beside its place, and is gone if it never is.
public final class AtomicStream {
  private let path: String
  private let target: String
  private let temporary: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// - Throws: `AtomicFile.Failure` where the file cannot be made.
  public init(_ path: String) throws(AtomicFile.Failure) {
    self.path = path
    // A link is kept and what it leads to replaced.
    target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    let exists = stat(target, &status) == 0
    guard !exists || status.st_mode & S_IFMT != S_IFDIR else {
      throw AtomicFile.Failure(path: path, reason: "it is a folder")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe cannot be replaced, and is written to.
      temporary = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else if exists, access(target, W_OK) != 0 {
      throw AtomicFile.Failure(path: path, reason: String(cString: strerror(errno)))
    } else {
      let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
      var template = Array((folder + "/.entente-XXXXXX").utf8CString)
      descriptor = mkstemp(&template)
      temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if descriptor >= 0 { fchmod(descriptor, exists ? status.st_mode & 0o777 : AtomicStream.newFileMode()) }
    }
    guard descriptor >= 0 else { throw AtomicFile.Failure(path: path, reason: String(cString: strerror(errno))) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  public func write(_ text: String) throws(AtomicFile.Failure) { try write(text.utf8) }

  public func write(_ bytes: some Sequence<UInt8>) throws(AtomicFile.Failure) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Puts the file into its place.
  public func commit() throws(AtomicFile.Failure) {
    try flush()
    if temporary != nil, fsync(descriptor) != 0 { throw failure }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw failure }
    if let temporary, rename(temporary, target) != 0 {
      let failure = failure
      unlink(temporary)
      throw failure
    }
  }

  private var failure: AtomicFile.Failure { AtomicFile.Failure(path: path, reason: String(cString: strerror(errno))) }

  private func flush() throws(AtomicFile.Failure) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// What the process gives to new files.
  private static func newFileMode() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}
