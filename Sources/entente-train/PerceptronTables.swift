import Linguistics

/// Whole-number perceptron weights of the four transitions, with what averaging needs.
///
/// Weights move by whole steps and sums are whole numbers, so training gives the same bytes on every machine.
final class TransitionWeights {
  private struct Row {
    var key: UInt64 = 0
    var weights = SIMD4<Int32>()
  }
  private var rows: UnsafeMutablePointer<Row>
  private var sums: UnsafeMutablePointer<SIMD4<Int64>>
  private var capacity = 1 << 20
  private(set) var count = 0

  init() {
    rows = .allocate(capacity: capacity)
    rows.initialize(repeating: Row(), count: capacity)
    sums = .allocate(capacity: capacity)
    sums.initialize(repeating: SIMD4(), count: capacity)
  }

  deinit {
    rows.deallocate()
    sums.deallocate()
  }

  @inline(__always)
  func score(_ keys: UnsafePointer<UInt64>, _ keyCount: Int) -> SIMD4<Int32> {
    var sum = SIMD4<Int32>()
    let mask = capacity - 1
    for index in 0..<keyCount {
      let key = keys[index]
      var place = Int(truncatingIfNeeded: key >> 1) & mask
      while rows[place].key != 0 {
        if rows[place].key == key {
          sum &+= rows[place].weights
          break
        }
        place = (place + 1) & mask
      }
    }
    return sum
  }

  /// Adds `step` to the features' weights at time `now`.
  func update(_ keys: UnsafePointer<UInt64>, _ keyCount: Int, _ step: SIMD4<Int32>, now: Int64) {
    if (count + keyCount) * 10 > capacity * 7 { grow() }
    let mask = capacity - 1
    let timed = SIMD4<Int64>(truncatingIfNeeded: step) &* SIMD4(repeating: now)
    for index in 0..<keyCount {
      let key = keys[index]
      var place = Int(truncatingIfNeeded: key >> 1) & mask
      while rows[place].key != 0, rows[place].key != key { place = (place + 1) & mask }
      if rows[place].key == 0 {
        rows[place].key = key
        count += 1
      }
      rows[place].weights &+= step
      sums[place] &+= timed
    }
  }

  private func grow() {
    let oldRows = rows
    let oldSums = sums
    let oldCapacity = capacity
    capacity *= 2
    rows = .allocate(capacity: capacity)
    rows.initialize(repeating: Row(), count: capacity)
    sums = .allocate(capacity: capacity)
    sums.initialize(repeating: SIMD4(), count: capacity)
    let mask = capacity - 1
    for old in 0..<oldCapacity where oldRows[old].key != 0 {
      var place = Int(truncatingIfNeeded: oldRows[old].key >> 1) & mask
      while rows[place].key != 0 { place = (place + 1) & mask }
      rows[place] = oldRows[old]
      sums[place] = oldSums[old]
    }
    oldRows.deallocate()
    oldSums.deallocate()
  }

  /// The averaged weights of every feature, sorted by key.
  func averaged(now: Int64) -> [(key: UInt64, weights: SIMD4<Double>)] {
    var result: [(key: UInt64, weights: SIMD4<Double>)] = []
    result.reserveCapacity(count)
    for place in 0..<capacity where rows[place].key != 0 {
      var average = SIMD4<Double>()
      for action in 0..<4 {
        average[action] = Double(rows[place].weights[action]) - Double(sums[place][action]) / Double(now)
      }
      result.append((rows[place].key, average))
    }
    result.sort { $0.key < $1.key }
    return result
  }
}

/// Whole-number perceptron weights of many classes, sparse: a feature lists the classes it has been updated for.
final class ClassWeights {
  private struct Row {
    var key: UInt64 = 0
    var first: Int32 = -1
  }
  private struct Entry {
    var next: Int32
    var label: Int32
    var weight: Int32
    var sum: Int64
  }
  private var rows: UnsafeMutablePointer<Row>
  private var capacity = 1 << 18
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity = 1 << 20
  private var entryCount = 0
  private(set) var count = 0

  init() {
    rows = .allocate(capacity: capacity)
    rows.initialize(repeating: Row(), count: capacity)
    entries = .allocate(capacity: entryCapacity)
  }

  deinit {
    rows.deallocate()
    entries.deallocate()
  }

  @inline(__always)
  func add(_ keys: UnsafePointer<UInt64>, _ keyCount: Int, to scores: UnsafeMutablePointer<Int32>) {
    let mask = capacity - 1
    for index in 0..<keyCount {
      let key = keys[index]
      var place = Int(truncatingIfNeeded: key >> 1) & mask
      while rows[place].key != 0 {
        if rows[place].key == key {
          var entry = rows[place].first
          while entry >= 0 {
            scores[Int(entries[Int(entry)].label)] &+= entries[Int(entry)].weight
            entry = entries[Int(entry)].next
          }
          break
        }
        place = (place + 1) & mask
      }
    }
  }

  /// Moves the features' weights towards `right` and away from `wrong` at time `now`.
  func update(_ keys: UnsafePointer<UInt64>, _ keyCount: Int, right: Int, wrong: Int, now: Int64) {
    if (count + keyCount) * 10 > capacity * 7 { grow() }
    let mask = capacity - 1
    for index in 0..<keyCount {
      let key = keys[index]
      var place = Int(truncatingIfNeeded: key >> 1) & mask
      while rows[place].key != 0, rows[place].key != key { place = (place + 1) & mask }
      if rows[place].key == 0 {
        rows[place].key = key
        count += 1
      }
      add(place, right, 1, now)
      add(place, wrong, -1, now)
    }
  }

  private func add(_ place: Int, _ label: Int, _ step: Int32, _ now: Int64) {
    var entry = rows[place].first
    while entry >= 0 {
      if entries[Int(entry)].label == Int32(label) {
        entries[Int(entry)].weight += step
        entries[Int(entry)].sum += Int64(step) * now
        return
      }
      entry = entries[Int(entry)].next
    }
    if entryCount == entryCapacity {
      let old = entries
      entries = .allocate(capacity: entryCapacity * 2)
      entries.moveInitialize(from: old, count: entryCount)
      old.deallocate()
      entryCapacity *= 2
    }
    entries[entryCount] = Entry(next: rows[place].first, label: Int32(label), weight: step, sum: Int64(step) * now)
    rows[place].first = Int32(entryCount)
    entryCount += 1
  }

  private func grow() {
    let old = rows
    let oldCapacity = capacity
    capacity *= 2
    rows = .allocate(capacity: capacity)
    rows.initialize(repeating: Row(), count: capacity)
    for index in 0..<oldCapacity where old[index].key != 0 {
      var place = Int(truncatingIfNeeded: old[index].key >> 1) & (capacity - 1)
      while rows[place].key != 0 { place = (place + 1) & (capacity - 1) }
      rows[place] = old[index]
    }
    old.deallocate()
  }

  /// The averaged weights of every feature, sorted by key, classes in order.
  func averaged(now: Int64) -> [(key: UInt64, weights: [(label: UInt8, weight: Double)])] {
    var result: [(key: UInt64, weights: [(label: UInt8, weight: Double)])] = []
    for place in 0..<capacity where rows[place].key != 0 {
      var row: [(label: UInt8, weight: Double)] = []
      var entry = rows[place].first
      while entry >= 0 {
        let e = entries[Int(entry)]
        row.append((UInt8(e.label), Double(e.weight) - Double(e.sum) / Double(now)))
        entry = e.next
      }
      row.sort { $0.label < $1.label }
      result.append((rows[place].key, row))
    }
    result.sort { $0.key < $1.key }
    return result
  }
}
