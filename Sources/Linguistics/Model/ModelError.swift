/// Why weights cannot be used.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes do not begin with the magic of a weights file.
  case notWeights
  /// The file's version is not the one this program reads.
  case version(found: UInt32, expected: UInt32)
  /// The weights were trained with other features than this program computes.
  case fingerprint(found: UInt64, expected: UInt64)
  /// The file ends too early, or a part of it lies outside of it.
  case truncated(section: String)
  /// The bytes are not those that were written.
  case checksum
  /// A part the program needs is absent, or its contents contradict each other.
  case malformed(section: String)

  public var description: String {
    switch self {
    case .notWeights:
      "Weights must begin with the bytes \"ENTENTEW\"; these do not. Give a file written by entente-train."
    case .version(let found, let expected):
      "Weights have format version \(found), but this program reads version \(expected). Train them again with the entente-train of this version."
    case .fingerprint(let found, let expected):
      "Weights were trained for the features \(hexadecimal(found)), but this program computes \(hexadecimal(expected)). Train them again with the entente-train of this version."
    case .truncated(let section):
      "Weights end before their \(section) is complete. Copy or train the file again."
    case .checksum:
      "Weights do not match their checksum, so bytes of them have changed. Copy or train the file again."
    case .malformed(let section):
      "Weights hold no usable \(section). Train them again with the entente-train of this version."
    }
  }

  private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
