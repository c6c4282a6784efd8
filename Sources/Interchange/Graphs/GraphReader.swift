import Reading

/// Reads a graph in a format of other programs, or one that Entente wrote.
///
/// Nothing of a file is followed or fetched, and entities are not expanded.
///
/// - Complexity: linear in the bytes. XML, JSON and tables are read in pieces and need memory for the nodes alone; DOT is
///   read whole, up to 512 MiB, and kept once.
public struct GraphReader: Sendable {
  public var format: InterchangeFormat

  /// Nil for formats that hold no graph.
  public init?(_ format: InterchangeFormat) {
    switch format {
    case .graphml, .gexf, .nodeLink, .csv, .dot: self.format = format
    case .claims, .edges, .gdelt, .icews, .polecat: return nil
    }
  }

  static let largestWhole = 512 << 20

  /// Calls `emit` with each claim, and at the end with each node that is tied to nothing.
  ///
  /// - Throws: ``InterchangeError`` where the file is not of the format, `ReadingError`, or what `emit` throws.
  public func read(
    path: String?, onRead: @escaping (Int) -> Void = { _ in }, emit: (ImportItem) throws -> Void
  ) throws {
    try withoutActuallyEscaping(emit) { emit in
      let assembler = GraphAssembler(path: path, emit: emit)
      switch format {
      case .graphml: try GraphMLParser(assembler).read(path: path, onRead: onRead)
      case .gexf: try GEXFParser(assembler).read(path: path, onRead: onRead)
      case .nodeLink: try NodeLinkParser(assembler).read(path: path, onRead: onRead)
      case .csv: try TableParser(assembler).read(path: path, onRead: onRead)
      default: try DotParser(assembler).read(try Self.whole(path, onRead), path: path)
      }
      try assembler.end(areNodesImplied: format == .dot)
    }
  }

  private static func whole(_ path: String?, _ onRead: (Int) -> Void) throws -> [UInt8] {
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try FileInput(path: path).readAll(limit: largestWhole, expected: path.flatMap(FileSystem.size) ?? 0)
    } catch {
      if case .tooLarge = error.problem {
        throw InterchangeError(
          path: path,
          rule: "is larger than \(largestWhole >> 20) MiB, the most that is read of DOT; other formats have no such "
            + "limit")
      }
      throw error
    }
    onRead(bytes.count)
    return bytes
  }

  /// Reads XML and says in this module's words what is wrong with it.
  static func readXML(
    path: String?, onRead: @escaping (Int) -> Void, _ body: (XMLStream.Event, Int) throws -> Void
  ) throws {
    do {
      try XMLStream.read(path: path, onRead: onRead, body)
    } catch let failure as XMLStream.Failure {
      throw InterchangeError(path: path, line: failure.line, rule: failure.rule)
    }
  }
}
