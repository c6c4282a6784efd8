/// Seconds that repetitions of the same work took.
struct Samples {
  /// Ascending; never empty.
  private let seconds: [Double]

  init(_ durations: [Duration]) {
    precondition(!durations.isEmpty, "at least one repetition")
    seconds = durations.map { Double($0.components.seconds) + Double($0.components.attoseconds) * 1e-18 }.sorted()
  }

  var count: Int { seconds.count }

  var least: Double { seconds[0] }

  var median: Double { (seconds[(count - 1) / 2] + seconds[count / 2]) / 2 }

  /// By nearest rank.
  var p95: Double { seconds[(count * 95 + 99) / 100 - 1] }
}

/// Runs work again and again, and takes the time.
struct Stopwatch {
  /// Rounds before the first that counts.
  var warmUps = 1
  var repetitions = 5

  /// The times of several rounds of the same work.
  func time(_ body: () async throws -> Void) async rethrows -> Samples {
    for _ in 0..<warmUps { try await body() }
    var durations: [Duration] = []
    for _ in 0..<repetitions { durations.append(try await ContinuousClock().measure { try await body() }) }
    return Samples(durations)
  }

  /// The times of many pieces of work, each a sample of its own, after the first ones for warming up.
  func time<Item>(each items: [Item], _ body: (Item) async throws -> Void) async rethrows -> Samples {
    for item in items.prefix(warmUps * 10) { try await body(item) }
    var durations: [Duration] = []
    for item in items { durations.append(try await ContinuousClock().measure { try await body(item) }) }
    return Samples(durations)
  }
}

/// Calls `body` with every index below `count`, on so many threads, and adds up what it returns. Which thread takes
/// which index is fixed.
func sum(below count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Int) async -> Int {
  if threads == 1 { return (0..<count).reduce(0) { $0 + body($1) } }
  return await withTaskGroup(of: Int.self) { group in
    for first in 0..<threads {
      group.addTask { stride(from: first, to: count, by: threads).reduce(0) { $0 + body($1) } }
    }
    return await group.reduce(0, +)
  }
}

/// Keeps a result from being optimized away.
@inline(never)
func keep<Value>(_ value: Value) {}
