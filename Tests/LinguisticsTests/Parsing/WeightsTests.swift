import Linguistics
import Testing

@Suite("Weights that cannot be used say why")
struct WeightsTests {
  private func error(_ bytes: [UInt8]) -> ModelError? {
    do throws(ModelError) {
      _ = try Analyzer(weights: bytes)
      return nil
    } catch {
      return error
    }
  }

  /// A header alone.
  private func header(version: UInt32 = WeightsFormat.version, fingerprint: UInt64 = WeightsFormat.fingerprint)
    -> [UInt8]
  {
    var bytes = WeightsFormat.magic
    withUnsafeBytes(of: version.littleEndian) { bytes += $0 }
    bytes += [0, 0, 0, 0]
    withUnsafeBytes(of: fingerprint.littleEndian) { bytes += $0 }
    let empty = UnsafeRawBufferPointer(start: nil, count: 0)
    withUnsafeBytes(of: WeightsFormat.checksum(empty).littleEndian) { bytes += $0 }
    return bytes + [UInt8](repeating: 0, count: WeightsFormat.headerLength - bytes.count)
  }

  @Test func foreign() {
    #expect(error([]) == .notWeights)
    #expect(error([UInt8](repeating: 7, count: 200)) == .notWeights)
  }

  @Test func short() { #expect(error(WeightsFormat.magic + [1, 0]) == .truncated(section: "header")) }

  @Test func otherVersion() {
    #expect(error(header(version: 99)) == .version(found: 99, expected: WeightsFormat.version))
  }

  @Test func otherFeatures() {
    #expect(error(header(fingerprint: 1)) == .fingerprint(found: 1, expected: WeightsFormat.fingerprint))
  }

  @Test func changed() {
    var bytes = header()
    bytes += [UInt8](repeating: 3, count: 64)
    #expect(error(bytes) == .checksum)
  }

  @Test func withoutSections() {
    guard case .malformed = error(header()) else {
      Issue.record("weights without sections were taken")
      return
    }
  }

  @Test("and the embedded ones can") func embedded() throws { _ = try Analyzer() }

  @Test("Errors name the remedy") func remedy() {
    #expect(ModelError.checksum.description.contains("again"))
    #expect(ModelError.fingerprint(found: 10, expected: 11).description.contains("000000000000000a"))
  }
}
