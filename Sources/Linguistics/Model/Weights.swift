internal import CAssets

/// The models' weights, used where they lie.
///
/// - Complexity: opening embedded weights reads the header and narrows the network's matrices; vectors and tables lie
///   where they are.
package struct Weights: Sendable {
  package let tagPairs: TagSet
  package let network: Network
  package let lemmas: LemmaTables
  package let casings: CaseRestorer
  /// Keeps bytes alive that were given rather than embedded.
  private let owner: AlignedBytes?

  /// The weights embedded in the program.
  package static func embedded(_ precision: NetworkPrecision = .bytes) throws(ModelError) -> Weights {
    let asset = entente_linguistics_weights()
    return try Weights(UnsafeRawBufferPointer(start: asset.bytes, count: asset.count), owner: nil, precision: precision)
  }

  /// Weights read from elsewhere; their checksum is verified.
  ///
  /// - Complexity: O(bytes).
  package init(copying bytes: [UInt8], precision: NetworkPrecision = .bytes) throws(ModelError) {
    let owner = AlignedBytes(bytes)
    guard bytes.count >= WeightsFormat.headerLength else {
      throw Weights.hasMagic(UnsafeRawBufferPointer(owner.buffer)) ? .truncated(section: "header") : .notWeights
    }
    let buffer = UnsafeRawBufferPointer(owner.buffer)
    try Weights.checkHeader(buffer)
    let stored = buffer.load(fromByteOffset: 24, as: UInt64.self)
    let body = UnsafeRawBufferPointer(rebasing: buffer[WeightsFormat.headerLength...])
    guard WeightsFormat.checksum(body) == stored else { throw .checksum }
    try self.init(buffer, owner: owner, precision: precision)
  }

  private static func hasMagic(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 8 && bytes.prefix(8).elementsEqual(WeightsFormat.magic)
  }

  private static func checkHeader(_ bytes: UnsafeRawBufferPointer) throws(ModelError) {
    guard hasMagic(bytes) else { throw .notWeights }
    guard bytes.count >= WeightsFormat.headerLength else { throw .truncated(section: "header") }
    let version = bytes.load(fromByteOffset: 8, as: UInt32.self)
    guard version == WeightsFormat.version else { throw .version(found: version, expected: WeightsFormat.version) }
    let fingerprint = bytes.load(fromByteOffset: 16, as: UInt64.self)
    guard fingerprint == WeightsFormat.fingerprint else {
      throw .fingerprint(found: fingerprint, expected: WeightsFormat.fingerprint)
    }
  }

  private init(
    _ bytes: UnsafeRawBufferPointer, owner: AlignedBytes?, precision: NetworkPrecision
  ) throws(ModelError) {
    try Weights.checkHeader(bytes)
    let sectionCount = Int(bytes.load(fromByteOffset: 12, as: UInt32.self))
    guard sectionCount < 1024, bytes.count >= WeightsFormat.headerLength + sectionCount * 16 else {
      throw .truncated(section: "directory")
    }
    func section(_ kind: WeightsFormat.Section) throws(ModelError) -> UnsafeRawBufferPointer {
      for index in 0..<sectionCount {
        let entry = WeightsFormat.headerLength + index * 16
        guard bytes.load(fromByteOffset: entry, as: UInt32.self) == kind.rawValue else { continue }
        let offset = Int(bytes.load(fromByteOffset: entry + 8, as: UInt32.self))
        let length = Int(bytes.load(fromByteOffset: entry + 12, as: UInt32.self))
        guard offset % WeightsFormat.alignment == 0, offset + length <= bytes.count else {
          throw .truncated(section: kind.name)
        }
        guard length > 0 else { throw .malformed(section: kind.name) }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
      }
      throw .malformed(section: kind.name)
    }
    guard let pairs = TagSet(try section(.tagPairs)) else {
      throw .malformed(section: WeightsFormat.Section.tagPairs.name)
    }
    tagPairs = pairs
    guard let network = Network(try section(.network), precision: precision), network.shape.tagCount == pairs.count
    else {
      throw .malformed(section: WeightsFormat.Section.network.name)
    }
    self.network = network
    guard let casings = CaseRestorer(try section(.casings)) else {
      throw .malformed(section: WeightsFormat.Section.casings.name)
    }
    self.casings = casings
    guard
      let lemmas = LemmaTables(
        exceptions: try section(.lemmaExceptions), rules: try section(.lemmaRules), verbs: try section(.verbs))
    else { throw .malformed(section: WeightsFormat.Section.lemmaRules.name) }
    self.lemmas = lemmas
    self.owner = owner
  }
}

/// Bytes at an address that is a multiple of 64.
private final class AlignedBytes: @unchecked Sendable {
  let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    buffer = .allocate(byteCount: max(64, bytes.count), alignment: 64)
    buffer.copyBytes(from: bytes)
    for index in bytes.count..<buffer.count { buffer[index] = 0 }
  }

  deinit { buffer.deallocate() }
}
