/// Sentences that the network reads at once, and its memory, reused from batch to batch.
///
/// A sentence takes a row for the node above its root and one for each of its nodes; ``tokens`` says what they look
/// like, and ``tags``, ``heads`` and ``labels`` are what the network found.
final class NetworkWorkspace {
  /// Longest run of nodes that is parsed as one: the cost of a tree grows with its square.
  static let longest = 240
  /// A batch is full with that many rows. It is what the nearest two memories of a processor hold.
  static let fullBatch = 160

  /// A run of nodes that makes one tree.
  struct Piece {
    /// Row of the node above the root.
    let row: Int
    let count: Int
  }

  private(set) var pieces: [Piece] = []
  private(set) var rows = 0

  private(set) var tokens: UnsafeMutablePointer<TokenFeatures>
  private(set) var tags: UnsafeMutablePointer<UInt8>
  /// Heads counted from the piece's row; 0 above its root.
  private(set) var heads: UnsafeMutablePointer<Int32>
  private(set) var labels: UnsafeMutablePointer<UInt8>

  /// Keys of the tokens' features and the places of their vectors, ``NetworkFeatures/count`` a row.
  let keys: UnsafeMutablePointer<UInt64>
  let vectorRows: UnsafeMutablePointer<Int32>
  /// Vectors of the tokens.
  private(set) var x = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var sums = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private(set) var cells = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var left = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var right = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var packed = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var zeros = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  /// Score of each row (column) of a piece as the head of each row, in rows of ``NetworkShape/padded(_:)`` columns.
  private(set) var arcs = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var isReserved = false

  static let mostRows = fullBatch + longest + 1

  init() {
    tokens = .allocate(capacity: NetworkWorkspace.mostRows)
    tags = .allocate(capacity: NetworkWorkspace.mostRows)
    heads = .allocate(capacity: NetworkWorkspace.mostRows)
    labels = .allocate(capacity: NetworkWorkspace.mostRows)
    keys = .allocate(capacity: NetworkWorkspace.mostRows * NetworkFeatures.count)
    vectorRows = .allocate(capacity: NetworkWorkspace.mostRows * NetworkFeatures.count)
  }

  deinit {
    tokens.deallocate()
    tags.deallocate()
    heads.deallocate()
    labels.deallocate()
    keys.deallocate()
    vectorRows.deallocate()
    release()
  }

  private func release() {
    x.deallocate()
    sums.deallocate()
    cells.deallocate()
    left.deallocate()
    right.deallocate()
    packed.deallocate()
    zeros.deallocate()
    arcs.deallocate()
  }

  var isFull: Bool { rows >= NetworkWorkspace.fullBatch }

  /// Takes in a run of nodes and returns the row of the first one. The batch must not be full.
  ///
  /// - Parameter count: between 1 and ``longest``. The caller sets the ``tokens`` of these rows.
  func add(count: Int) -> Int {
    pieces.append(Piece(row: rows, count: count))
    rows += count + 1
    return rows - count
  }

  func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    rows = 0
  }

  /// Makes room for full batches, once.
  func reserve(_ shape: NetworkShape) {
    guard !isReserved else { return }
    isReserved = true
    release()
    let rows = NetworkWorkspace.mostRows
    let widest = max(shape.width * 3, shape.tagColumns, shape.reading, shape.labelColumns)
    let columns = NetworkShape.padded(NetworkWorkspace.longest + 1)
    x = .allocate(capacity: rows * shape.width)
    sums = .allocate(capacity: rows * widest)
    cells = .allocate(capacity: shape.width)
    left = .allocate(capacity: rows * shape.reading)
    left.initialize(repeating: 0, count: rows * shape.reading)
    right = .allocate(capacity: rows * shape.reading)
    packed = .allocate(capacity: columns * shape.reading)
    zeros = .allocate(capacity: columns)
    zeros.initialize(repeating: 0, count: columns)
    arcs = .allocate(capacity: (NetworkWorkspace.longest + 1) * columns)
  }
}
