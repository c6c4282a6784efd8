import Foundation

/// Turns a finished picture into PNG or PDF by librsvg's `rsvg-convert`, where that is installed.
///
/// Graphviz can write both by itself, but draws its own plain picture; this keeps Entente's.
public struct SVGConverter: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case png, pdf
  }

  private let program: URL

  /// - Parameter searchPath: Directories separated by colons, as in `PATH`.
  /// - Returns: nil where no `rsvg-convert` is there.
  public init?(searchPath: String) {
    let candidates = searchPath.split(separator: ":").map { "\($0)/rsvg-convert" }
    guard let path = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    program = URL(fileURLWithPath: path)
  }

  /// Converts a picture.
  ///
  /// - Parameters:
  ///   - scale: Pixels for each point, for PNG.
  /// - Throws: `RenderingError.failed` with what the program said.
  public func convert(_ svg: String, to format: Format, scale: Double = 2) throws -> [UInt8] {
    // Through files: two pipes to one process can wait on each other for ever.
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let source = directory.appendingPathComponent("picture.svg")
    let target = directory.appendingPathComponent("picture.\(format.rawValue)")
    let messages = directory.appendingPathComponent("messages")
    try Data(svg.utf8).write(to: source)
    try Data().write(to: messages)
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "--format", format.rawValue, "--zoom", format == .png ? String(scale) : "1", "--output", target.path,
      source.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let bytes = try? Data(contentsOf: target) else {
      let said = (try? Data(contentsOf: messages)).map { String(decoding: $0.prefix(2000), as: UTF8.self) } ?? ""
      throw RenderingError.failed(
        stage: .drawing, diagnostics: [Diagnostic(level: .error, stage: .drawing, text: "rsvg-convert: \(said)")])
    }
    return [UInt8](bytes)
  }
}
