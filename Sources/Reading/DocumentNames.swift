import Provenance

/// The ids given out in one run.
struct DocumentNames {
  /// Digests by id.
  private var taken: [String: Set<String>] = [:]

  enum Admission {
    case asIs(ReadItem)
    case renamed(ReadItem, ReadingWarning.Remark)
    case repeated(ReadingWarning.Remark)
  }

  mutating func admit(_ item: ReadItem) -> Admission {
    let wanted = item.metadata.id
    let digest = item.metadata.sha256 ?? ""
    guard let known = taken[wanted] else {
      taken[wanted] = [digest]
      return .asIs(item)
    }
    if known.contains(digest) { return .repeated(.alreadyRead(id: wanted)) }
    taken[wanted]!.insert(digest)
    var number = known.count + 1
    while taken["\(wanted)-\(number)"] != nil { number += 1 }
    let name = "\(wanted)-\(number)"
    taken[name] = [digest]
    return .renamed(item.called(name), .renamed(from: wanted, to: name))
  }
}

extension ReadItem {
  fileprivate func called(_ id: String) -> ReadItem {
    switch self {
    case .text(var source):
      source.metadata.id = id
      return .text(source)
    case .conllu(var metadata, let bytes):
      metadata.id = id
      return .conllu(metadata: metadata, bytes: bytes)
    }
  }
}
