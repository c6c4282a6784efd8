#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Seconds that repetitions of the same work took, by the clock on the wall and of the processors.
struct Samples {
  /// Ascending; never empty.
  private let seconds: [Double]
  /// Ascending; as many, or none.
  private let processorSeconds: [Double]

  init(_ laps: [Lap]) {
    precondition(!laps.isEmpty, "at least one repetition")
    seconds = laps.map { Samples.seconds($0.elapsed) }.sorted()
    processorSeconds = laps.compactMap(\.processor).map(Samples.seconds).sorted()
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  var count: Int { seconds.count }

  var least: Double { seconds[0] }

  var median: Double { Samples.median(seconds) }

  /// By nearest rank.
  var p95: Double { seconds[(count * 95 + 99) / 100 - 1] }

  /// The median of what the processors spent; nil for work that was done elsewhere.
  var processor: Double? { processorSeconds.isEmpty ? nil : Samples.median(processorSeconds) }

  private static func median(_ ascending: [Double]) -> Double {
    (ascending[(ascending.count - 1) / 2] + ascending[ascending.count / 2]) / 2
  }
}

/// How long one piece of work took.
struct Lap {
  /// By the clock on the wall.
  var elapsed: Duration
  /// That the processors spent on this process, on all threads together; nil for work done elsewhere.
  var processor: Duration?

  static func time(_ body: () async throws -> Void) async rethrows -> Lap {
    let busy = processorTime()
    let elapsed = try await ContinuousClock().measure { try await body() }
    return Lap(elapsed: elapsed, processor: processorTime() - busy)
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }
}

/// Runs work again and again, and takes the time.
struct Stopwatch {
  /// Rounds before the first that counts.
  var warmUps = 1
  var repetitions = 5

  /// The times of several rounds of the same work.
  func time(_ body: () async throws -> Void) async rethrows -> Samples {
    for _ in 0..<warmUps { try await body() }
    var laps: [Lap] = []
    for _ in 0..<repetitions { laps.append(try await Lap.time(body)) }
    return Samples(laps)
  }

  /// The times of many pieces of work, each a sample of its own, after the first ones for warming up.
  func time<Item>(each items: [Item], _ body: (Item) async throws -> Void) async rethrows -> Samples {
    for item in items.prefix(warmUps * 10) { try await body(item) }
    var laps: [Lap] = []
    for item in items { laps.append(try await Lap.time { try await body(item) }) }
    return Samples(laps)
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
