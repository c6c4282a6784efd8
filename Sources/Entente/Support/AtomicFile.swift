import Foundation

/// Writes a file whole or not at all: under another name beside it, then renamed into place.
public enum AtomicFile {
  /// Why a file could not be written. What was there before is untouched.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    public var path: String
    /// What the system said.
    public var reason: String

    public var description: String {
      "\(path): cannot be written: \(reason). What was there before is untouched; name another file with -o."
    }
  }

  /// Replaces the file at `path`, or makes it. Its folder must exist.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Failure) {
    // A link is kept and what it leads to replaced.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) {
      guard !isFolder.boolValue else { throw Failure(path: path, reason: "it is a folder") }
      if !isRegular(target) {
        // A device or a pipe cannot be replaced, and is written to.
        return try put(Array(bytes), descriptor: open(target, O_WRONLY | O_CLOEXEC), path: path)
      }
      guard access(target, W_OK) == 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
    }
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    var template = Array((folder + "/.entente-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(Failure) {
      try put(Array(bytes), descriptor: descriptor, path: path, mode: mode(of: target))
      guard rename(temporary, target) == 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
    } catch {
      if descriptor >= 0 { unlink(temporary) }
      throw error
    }
  }

  private static func put(
    _ bytes: [UInt8], descriptor: Int32, path: String, mode: mode_t? = nil
  ) throws(Failure) {
    func failure() -> Failure { Failure(path: path, reason: String(cString: strerror(errno))) }
    guard descriptor >= 0 else { throw failure() }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = failure()
        close(descriptor)
        throw error
      }
      written += count
    }
    if let mode {
      fchmod(descriptor, mode)
      guard fsync(descriptor) == 0 else {
        let error = failure()
        close(descriptor)
        throw error
      }
    }
    guard close(descriptor) == 0 else { throw failure() }
  }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Of the file that is replaced, else what the process gives to new files.
  private static func mode(of path: String) -> mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}
