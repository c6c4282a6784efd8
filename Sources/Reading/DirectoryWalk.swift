/// The files under a directory, in order of names.
struct DirectoryWalk {
  enum Entry {
    case file(String, InputFormat)
    case passedOver(String)
    case failure(ReadingError)
  }

  /// Directories entered, so that a link to one above ends.
  private var entered: Set<FileIdentity> = []

  /// Hands out every file; returns the number of those of a known format.
  mutating func files(under root: String, _ emit: (Entry) -> Void) -> Int {
    var found = 0
    var pending = [root]
    while let path = pending.popLast() {
      do {
        let status = try FileSystem.kind(of: path)
        if status.kind == .directory {
          guard entered.insert(status.identity).inserted else { continue }
          let base = path.hasSuffix("/") ? path : path + "/"
          pending += try FileSystem.entries(of: path).reversed().map { base + $0 }
        } else if let format = InputFormat(fileName: path) {
          found += 1
          emit(.file(path, format))
        } else {
          emit(.passedOver(path))
        }
      } catch { emit(.failure(error)) }
    }
    return found
  }
}
