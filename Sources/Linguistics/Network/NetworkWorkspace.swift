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
  /// What a recurrent layer mixes, or what arcs and relations are read from.
  private(set) var mixed = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var mapped = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  /// The column of each row's largest sum.
  let places: UnsafeMutablePointer<Int32>
  private(set) var packed = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  /// As many zeros as the longest piece has columns, and as many of the smallest numbers behind them.
  private var edges = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  /// Score of each row (column) of a piece as the head of each row, in rows of ``NetworkShape/padded(_:)`` columns.
  private(set) var scores = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var isReserved = false

  static let mostRows = fullBatch + longest + 1

  init() {
    tokens = .allocate(capacity: NetworkWorkspace.mostRows)
    tags = .allocate(capacity: NetworkWorkspace.mostRows)
    heads = .allocate(capacity: NetworkWorkspace.mostRows)
    labels = .allocate(capacity: NetworkWorkspace.mostRows)
    keys = .allocate(capacity: NetworkWorkspace.mostRows * NetworkFeatures.count)
    places = .allocate(capacity: NetworkWorkspace.mostRows)
    vectorRows = .allocate(capacity: NetworkWorkspace.mostRows * NetworkFeatures.count)
  }

  deinit {
    tokens.deallocate()
    tags.deallocate()
    heads.deallocate()
    labels.deallocate()
    keys.deallocate()
    vectorRows.deallocate()
    places.deallocate()
    release()
  }

  private func release() {
    x.deallocate()
    sums.deallocate()
    cells.deallocate()
    mixed.deallocate()
    mapped.deallocate()
    packed.deallocate()
    edges.deallocate()
    scores.deallocate()
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

  private static let mostColumns = NetworkShape.padded(longest + 1)

  /// What the scores of a row begin with: zeros for so many heads, and the smallest numbers for columns behind them.
  func edge(after heads: Int) -> UnsafePointer<Int32> { UnsafePointer(edges + NetworkWorkspace.mostColumns - heads) }

  /// Makes room for full batches, once.
  func reserve(_ shape: NetworkShape) {
    guard !isReserved else { return }
    isReserved = true
    release()
    let rows = NetworkWorkspace.mostRows
    let columns = NetworkWorkspace.mostColumns
    x = .allocate(capacity: rows * shape.width)
    sums = .allocate(capacity: rows * max(shape.tagColumns, shape.labelColumns))
    cells = .allocate(capacity: shape.width)
    mixed = .allocate(capacity: rows * max(shape.width * 3, shape.reading * 4))
    mapped = .allocate(capacity: rows * shape.reading)
    packed = .allocate(capacity: columns * shape.reading)
    edges = .allocate(capacity: 2 * columns)
    edges.initialize(repeating: 0, count: columns)
    (edges + columns).initialize(repeating: .min, count: columns)
    scores = .allocate(capacity: (NetworkWorkspace.longest + 1) * columns)
  }
}
