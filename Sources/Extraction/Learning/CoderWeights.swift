internal import CAssets

/// The file of fitted weights: a header, the two pair models, the model of readings, and the confidences of claims.
///
/// Little-endian. Magic `ENTENTEC`, version, checksum of what follows (FNV-1a, 64 bits), then per model its number
/// of classes and keys, biases, keys, weights and tied weights, then the five settings of ``PairModel`` and the numbers of
/// ``ClaimConfidence``, trust first.
package struct CoderWeights: Hashable, Sendable {
  package static let magic: [UInt8] = Array("ENTENTEC".utf8)
  package static let version: UInt32 = 2

  package var pairs: PairModel
  package var claims: ClaimConfidence

  package init(pairs: PairModel, claims: ClaimConfidence) {
    self.pairs = pairs
    self.claims = claims
  }

  /// What is wrong with a file of weights.
  package enum Failure: Error, Hashable, CustomStringConvertible {
    case notWeights
    case version(UInt32)
    case checksum
    case truncated
    case malformed(String)

    package var description: String {
      switch self {
      case .notWeights: "not weights of the event coder: the file must begin with ENTENTEC"
      case .version(let found):
        "weights of version \(found), this program reads \(CoderWeights.version); make them anew with entente-train coder"
      case .checksum: "the weights of the event coder are damaged: the checksum differs; make them anew"
      case .truncated: "the weights of the event coder break off; make them anew with entente-train coder"
      case .malformed(let rule): "the weights of the event coder break a rule: \(rule)"
      }
    }
  }

  /// The weights embedded in the program.
  ///
  /// - Complexity: O(bytes) the first time.
  package static func embedded() throws(Failure) -> CoderWeights { try loaded.get() }

  private static let loaded = Result { () throws(Failure) -> CoderWeights in
    let asset = entente_coder_weights()
    return try CoderWeights(UnsafeRawBufferPointer(start: asset.bytes, count: asset.count))
  }

  package init(bytes: [UInt8]) throws(Failure) {
    var result: Result<CoderWeights, Failure> = .failure(.truncated)
    bytes.withUnsafeBytes { buffer in
      do throws(Failure) { result = .success(try CoderWeights(buffer)) } catch { result = .failure(error) }
    }
    self = try result.get()
  }

  /// - Complexity: O(bytes).
  package init(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    guard bytes.count >= 8, bytes.prefix(8).elementsEqual(CoderWeights.magic) else { throw .notWeights }
    var reader = WordReader(bytes: bytes, offset: 8)
    let version = try reader.word()
    guard version == CoderWeights.version else { throw .version(version) }
    let low = try reader.word()
    let high = try reader.word()
    let checksum = FeatureSet.checksum(UnsafeRawBufferPointer(rebasing: bytes[reader.offset...]))
    guard checksum == UInt64(low) | UInt64(high) << 32 else { throw .checksum }
    let events = try CoderWeights.model(&reader)
    let relations = try CoderWeights.model(&reader)
    let readings = try CoderWeights.model(&reader)
    guard events.classCount == PairModel.Outcome.allCases.count else { throw .malformed("15 classes of events") }
    guard relations.classCount == PairModel.Relation.allCases.count else { throw .malformed("3 classes of relations") }
    guard readings.classCount == 2 else { throw .malformed("2 classes of readings") }
    pairs = PairModel(
      events: events, relations: relations, eventSharpness: try reader.number(),
      relationSharpness: try reader.number(), noneThreshold: try reader.number(), signWeight: try reader.number(),
      noneDiscount: try reader.number())
    let trust = try reader.number()
    let count = Int(try reader.word())
    guard count == ClaimConfidence.Cue.allCases.count else { throw .malformed("one number for each cue of a claim") }
    var points: [Int32] = []
    for _ in 0..<count { points.append(try reader.number()) }
    claims = ClaimConfidence(points: points, readings: readings, trust: trust)
  }

  private static func model(_ reader: inout WordReader) throws(Failure) -> LinearModel {
    let classes = Int(try reader.word())
    let count = Int(try reader.word())
    guard classes < 256, count < 1 << 24, reader.remaining >= classes * 4 + count * (4 + 2 * classes) else {
      throw .truncated
    }
    var biases: [Int32] = []
    for _ in 0..<classes { biases.append(try reader.number()) }
    var keys: [UInt32] = []
    keys.reserveCapacity(count)
    for _ in 0..<count {
      let key = try reader.word()
      guard keys.isEmpty || keys[keys.count - 1] < key else { throw .malformed("keys in order") }
      keys.append(key)
    }
    let weights = try reader.shorts(count * classes)
    let tiedCount = Int(try reader.word())
    guard tiedCount == 0 || tiedCount == TiedTemplate.allCases.count else {
      throw .malformed("a weight for each tied template")
    }
    return LinearModel(biases: biases, keys: keys, weights: weights, tied: try reader.shorts(tiedCount))
  }

  /// The file's bytes.
  package var bytes: [UInt8] {
    var body: [UInt8] = []
    func add(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) }
    }
    for model in [pairs.events, pairs.relations, claims.readings] {
      add(UInt32(model.classCount))
      add(UInt32(model.keys.count))
      for value in model.biases { add(value) }
      for value in model.keys { add(value) }
      for value in model.weights { add(value) }
      if body.count % 4 != 0 { add(UInt16(0)) }
      add(UInt32(model.tied.count))
      for value in model.tied { add(value) }
      if body.count % 4 != 0 { add(UInt16(0)) }
    }
    for value in [
      pairs.eventSharpness, pairs.relationSharpness, pairs.noneThreshold, pairs.signWeight, pairs.noneDiscount,
      claims.trust,
    ] { add(value) }
    add(UInt32(claims.points.count))
    for value in claims.points { add(value) }
    let checksum = body.withUnsafeBytes { FeatureSet.checksum($0) }
    let content = body
    body = CoderWeights.magic
    add(CoderWeights.version)
    add(UInt32(truncatingIfNeeded: checksum))
    add(UInt32(truncatingIfNeeded: checksum >> 32))
    return body + content
  }
}

/// Reads numbers one after another.
private struct WordReader {
  let bytes: UnsafeRawBufferPointer
  var offset: Int

  var remaining: Int { bytes.count - offset }

  mutating func word() throws(CoderWeights.Failure) -> UInt32 {
    guard remaining >= 4 else { throw .truncated }
    defer { offset += 4 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  mutating func number() throws(CoderWeights.Failure) -> Int32 { Int32(bitPattern: try word()) }

  /// Filled up to a multiple of four bytes.
  mutating func shorts(_ count: Int) throws(CoderWeights.Failure) -> [Int16] {
    guard remaining >= count * 2 + (count % 2) * 2 else { throw .truncated }
    let start = offset
    offset += count * 2 + (count % 2) * 2
    return (0..<count).map { Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 2 * $0, as: Int16.self)) }
  }
}

extension FeatureSet {
  /// FNV-1a over all bytes as they are.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
