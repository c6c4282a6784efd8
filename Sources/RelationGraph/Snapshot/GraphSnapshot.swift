import Diplomacy
public import Provenance

/// A graph as bytes that can be used where they lie: what lets a question to a large graph be answered without
/// building it anew.
///
/// Columns are written as they are in memory and need no reading; entities alone are read one by one. A checksum over
/// everything, the length, and the ranges of all numbers are held against each other before anything is used, so
/// that a file that was cut, damaged or forged is refused and never misread.
///
///     0   "ENTENTE" and a zero
///     8   version of the format, 32 bits
///     12  0x0A0B0C0D as the machine that wrote it has it, 32 bits
///     16  length of everything, 64 bits
///     24  XXH64 of all that follows
///     32  beginning and length of each section, 64 bits each
///     …   sections, each at a multiple of 16
public struct GraphSnapshot: Sendable {
  public var graph: Graph
  public var names: NameIndex
  /// What the graph was derived from, as whoever wrote it put it.
  public var origin: String

  /// Why bytes are no snapshot that can be used.
  public enum Failure: Error, Hashable, Sendable {
    /// They begin with something else.
    case foreign
    /// Another version of the program or another kind of machine wrote them.
    case otherVersion
    /// Some are missing or wrong.
    case corrupt
  }

  public init(graph: Graph, names: NameIndex, origin: String) {
    self.graph = graph
    self.names = names
    self.origin = origin
  }

  /// Grows with every change of what is written.
  static let version: UInt32 = 3
  private static let magic: [UInt8] = Array("ENTENTE\0".utf8)
  private static let byteOrder: UInt32 = 0x0A0B_0C0D
  private static let headerLength = 32

  /// The sections in their order.
  private enum Section: Int, CaseIterable {
    case summary, entities, outgoingOffsets, incomingOffsets, incoming, kind, source, target, weight, trust, supporting
    case opposing, asserted, uncounted, stories, first, last, claimOffsets, claims, claimDates, claimEnds, nameKeys
    case nameNodes
  }

  // MARK: Writing

  /// - Complexity: O(bytes).
  public func encoded() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.headerLength + 16 * Section.allCases.count)
    for section in Section.allCases {
      bytes.append(contentsOf: repeatElement(0, count: (16 - bytes.count % 16) % 16))
      let begin = bytes.count
      append(section, to: &bytes)
      Self.put(UInt64(begin), at: Self.headerLength + 16 * section.rawValue, in: &bytes)
      Self.put(UInt64(bytes.count - begin), at: Self.headerLength + 16 * section.rawValue + 8, in: &bytes)
    }
    bytes.replaceSubrange(0..<8, with: Self.magic)
    Self.put(Self.version, at: 8, in: &bytes)
    Self.put(Self.byteOrder, at: 12, in: &bytes)
    Self.put(UInt64(bytes.count), at: 16, in: &bytes)
    let checksum = bytes.withUnsafeBytes { XXHash64.hash(UnsafeRawBufferPointer(rebasing: $0[Self.headerLength...])) }
    Self.put(checksum, at: 24, in: &bytes)
    return bytes
  }

  private static func put(_ value: some FixedWidthInteger, at place: Int, in bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: value, toByteOffset: place, as: type(of: value)) }
  }

  private func append(_ section: Section, to bytes: inout [UInt8]) {
    func column<Element>(_ column: FlatColumn<Element>) { column.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    let columns = graph.columns
    switch section {
    case .summary: bytes.append(contentsOf: summary)
    case .entities:
      var writer = SnapshotWriter()
      writer.addList(graph.entities) { $0.add($1) }
      bytes.append(contentsOf: writer.bytes)
    case .outgoingOffsets: column(graph.outgoingOffsets)
    case .incomingOffsets: column(graph.incomingOffsets)
    case .incoming: column(graph.incoming)
    case .kind: bytes.append(contentsOf: columns.kind.lazy.map { UInt8($0.order) })
    case .source: column(columns.source)
    case .target: column(columns.target)
    case .weight: column(columns.weight)
    case .trust: column(columns.trust)
    case .supporting: column(columns.supporting)
    case .opposing: column(columns.opposing)
    case .asserted: column(columns.asserted)
    case .uncounted: column(columns.uncounted)
    case .stories: column(columns.stories)
    case .first: column(columns.first)
    case .last: column(columns.last)
    case .claimOffsets: column(columns.claimOffsets)
    case .claims: column(columns.claims)
    case .claimDates: column(columns.claimDates)
    case .claimEnds: column(columns.claimEnds)
    case .nameKeys: column(names.keys)
    case .nameNodes: column(names.nodes)
    }
  }

  private var summary: [UInt8] {
    var writer = SnapshotWriter()
    writer.add(origin)
    writer.add(graph.weighting.shrinkage)
    writer.add(graph.weighting.planned)
    writer.add(graph.weighting.requested)
    writer.addOptional(graph.weighting.halfLife) { $0.add($1) }
    writer.add(graph.weighting.asOf)
    writer.add(graph.reference)
    writer.add(graph.omissions.reflexive)
    writer.add(graph.omissions.unknownEntity)
    writer.add(graph.omissions.later)
    writer.add(graph.omissions.ended)
    return writer.bytes
  }

  // MARK: Reading

  /// What the bytes say they were derived from, without a look at the rest.
  public static func origin(of bytes: UnsafeRawBufferPointer) throws(Failure) -> String {
    try checkHeader(bytes)
    var reader = SnapshotReader(try section(.summary, of: bytes))
    return try reader.text()
  }

  /// Takes bytes as a graph.
  ///
  /// - Parameters:
  ///   - bytes: Beginning at a multiple of 16.
  ///   - owner: What keeps the bytes in memory and as they are, as long as it is referred to.
  /// - Complexity: O(bytes) to check them.
  public init(bytes: UnsafeRawBufferPointer, owner: AnyObject) throws(Failure) {
    try Self.checkHeader(bytes)
    let checksum = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    guard XXHash64.hash(UnsafeRawBufferPointer(rebasing: bytes[Self.headerLength...])) == checksum else {
      throw .corrupt
    }
    var reader = SnapshotReader(try Self.section(.summary, of: bytes))
    origin = try reader.text()
    let weighting = try Self.weighting(&reader)
    let reference = try reader.date()
    var omissions = Graph.Omissions()
    omissions.reflexive = try reader.count()
    omissions.unknownEntity = try reader.count()
    omissions.later = try reader.count()
    omissions.ended = try reader.count()

    var entityReader = SnapshotReader(try Self.section(.entities, of: bytes))
    let entities = try entityReader.list { reader throws(Failure) in try reader.entity() }

    let columns = try Self.columns(bytes, owner)
    graph = Graph(
      entities: entities, weighting: weighting, reference: reference, omissions: omissions, columns: columns,
      outgoingOffsets: try Self.column(.outgoingOffsets, bytes, owner),
      incomingOffsets: try Self.column(.incomingOffsets, bytes, owner),
      incoming: try Self.column(.incoming, bytes, owner))
    names = NameIndex(
      entities, keys: try Self.column(.nameKeys, bytes, owner), nodes: try Self.column(.nameNodes, bytes, owner))
    guard graph.isConsistent, names.isConsistent else { throw .corrupt }
  }

  private static func weighting(_ reader: inout SnapshotReader) throws(Failure) -> EdgeWeighting {
    let (shrinkage, planned, requested) = (try reader.double(), try reader.double(), try reader.double())
    let halfLife = try reader.optional { reader throws(Failure) in try reader.double() }
    guard shrinkage >= 0, (0...1).contains(planned), (0...1).contains(requested), halfLife ?? 1 > 0 else {
      throw .corrupt
    }
    return EdgeWeighting(
      shrinkage: shrinkage, planned: planned, requested: requested, halfLife: halfLife, asOf: try reader.date())
  }

  private static func checkHeader(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    guard bytes.count >= 8, bytes[..<8].elementsEqual(magic) else { throw .foreign }
    guard bytes.count >= headerLength + 16 * Section.allCases.count else { throw .corrupt }
    guard bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == version,
      bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == byteOrder
    else { throw .otherVersion }
    guard bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == UInt64(bytes.count) else { throw .corrupt }
  }

  private static func section(
    _ section: Section, of bytes: UnsafeRawBufferPointer
  ) throws(Failure) -> UnsafeRawBufferPointer {
    let entry = headerLength + 16 * section.rawValue
    let begin = bytes.loadUnaligned(fromByteOffset: entry, as: UInt64.self)
    let length = bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)
    guard begin % 16 == 0, begin <= UInt64(bytes.count), length <= UInt64(bytes.count) - begin else { throw .corrupt }
    return UnsafeRawBufferPointer(rebasing: bytes[Int(begin)..<Int(begin + length)])
  }

  private static func column<Element>(
    _ section: Section, _ bytes: UnsafeRawBufferPointer, _ owner: AnyObject
  ) throws(Failure) -> FlatColumn<Element> {
    let section = try self.section(section, of: bytes)
    guard section.count % MemoryLayout<Element>.stride == 0 else { throw .corrupt }
    return FlatColumn(bytes: section, owner: owner)
  }

  private static func columns(
    _ bytes: UnsafeRawBufferPointer, _ owner: AnyObject
  ) throws(Failure) -> EdgeColumns {
    let codes = try section(.kind, of: bytes)
    let kinds = ClaimKind.allCases.sorted { $0.order < $1.order }
    guard codes.allSatisfy({ $0 < kinds.count }) else { throw .corrupt }
    return EdgeColumns(
      kind: FlatColumn(codes.map { kinds[Int($0)] }), source: try column(.source, bytes, owner),
      target: try column(.target, bytes, owner), weight: try column(.weight, bytes, owner),
      trust: try column(.trust, bytes, owner), supporting: try column(.supporting, bytes, owner),
      opposing: try column(.opposing, bytes, owner), asserted: try column(.asserted, bytes, owner),
      uncounted: try column(.uncounted, bytes, owner), stories: try column(.stories, bytes, owner),
      first: try column(.first, bytes, owner), last: try column(.last, bytes, owner),
      claimOffsets: try column(.claimOffsets, bytes, owner), claims: try column(.claims, bytes, owner),
      claimDates: try column(.claimDates, bytes, owner), claimEnds: try column(.claimEnds, bytes, owner))
  }
}
