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
    let stream = try AtomicStream(path)
    try stream.write(bytes)
    try stream.commit()
  }
}
