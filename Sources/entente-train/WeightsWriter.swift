import Linguistics

/// Lays trained weights out as ``WeightsFormat`` says.
struct WeightsWriter {
  private var sections: [(kind: WeightsFormat.Section, bytes: [UInt8])] = []

  mutating func add(_ kind: WeightsFormat.Section, _ bytes: [UInt8]) { sections.append((kind, bytes)) }

  /// The size of each section, for people.
  var sizes: [String] { sections.map { "\($0.kind.name): \($0.bytes.count) bytes" } }

  /// The whole file.
  func bytes() -> [UInt8] {
    var offset = aligned(WeightsFormat.headerLength + sections.count * 16)
    var directory: [UInt8] = []
    var body: [UInt8] = []
    for section in sections {
      directory.append(littleEndian: section.kind.rawValue)
      directory.append(littleEndian: UInt32(0))
      directory.append(littleEndian: UInt32(offset))
      directory.append(littleEndian: UInt32(section.bytes.count))
      body += section.bytes
      body.pad(to: WeightsFormat.alignment)
      offset = aligned(offset + section.bytes.count)
    }
    directory.pad(to: WeightsFormat.alignment)
    let rest = directory + body
    var file = WeightsFormat.magic
    file.append(littleEndian: WeightsFormat.version)
    file.append(littleEndian: UInt32(sections.count))
    file.append(littleEndian: WeightsFormat.fingerprint)
    file.append(littleEndian: rest.withUnsafeBytes { WeightsFormat.checksum($0) })
    file.pad(to: WeightsFormat.headerLength)
    return file + rest
  }

  private func aligned(_ count: Int) -> Int {
    (count + WeightsFormat.alignment - 1) / WeightsFormat.alignment * WeightsFormat.alignment
  }

  // MARK: Sections

  static func tagPairs(_ classes: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = []
    for pair in classes { bytes += [UInt8(pair >> 8), UInt8(pair & 255)] }
    return bytes + [255, 255]
  }

  /// Distributes items over buckets; of a full bucket or of two items with one check the lighter item is left out.
  private static func buckets<Item>(
    _ items: [(key: UInt64, size: Double, item: Item)], perBucket: Int, fill: Double, check: (UInt64) -> UInt64
  ) -> (buckets: [[(key: UInt64, item: Item)]], dropped: Int) {
    let count = max(1, Int((Double(items.count) / (Double(perBucket) * fill)).rounded(.up)))
    var buckets = [[(key: UInt64, item: Item)]](repeating: [], count: count)
    var dropped = 0
    for item in items.sorted(by: { $0.size != $1.size ? $0.size > $1.size : $0.key < $1.key }) {
      let at = TransitionTable.bucket(item.key, count: UInt64(count))
      if buckets[at].count == perBucket || buckets[at].contains(where: { check($0.key) == check(item.key) }) {
        dropped += 1
      } else {
        buckets[at].append((item.key, item.item))
      }
    }
    return (buckets, dropped)
  }

  /// - Parameter least: a feature all of whose weights are smaller is left out.
  static func transitions(_ weights: [(key: UInt64, weights: SIMD4<Double>)], least: Double) -> [UInt8] {
    var largest = 1.0
    var items: [(key: UInt64, size: Double, item: SIMD4<Double>)] = []
    for entry in weights {
      let size = max(entry.weights.max(), -entry.weights.min())
      largest = max(largest, size)
      if size >= least { items.append((entry.key, size, entry.weights)) }
    }
    let scale = 32_000 / largest
    let laid = buckets(items, perBucket: TransitionTable.placesPerBucket, fill: 0.75) {
      UInt64(TransitionTable.check($0))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(laid.buckets.count * 64)
    for bucket in laid.buckets {
      for place in 0..<8 {
        bytes.append(littleEndian: place < bucket.count ? TransitionTable.check(bucket[place].key) : 0)
      }
      for place in 0..<TransitionTable.placesPerBucket {
        for action in 0..<4 {
          let weight = place < bucket.count ? (bucket[place].item[action] * scale).rounded() : 0
          bytes.append(littleEndian: Int16(weight))
        }
      }
    }
    return bytes
  }

  /// - Parameter least: a smaller weight is left out.
  static func classes(
    _ weights: [(key: UInt64, weights: [(label: UInt8, weight: Double)])], least: Double
  ) -> [UInt8] {
    var largest = 1.0
    var items: [(key: UInt64, size: Double, item: [(label: UInt8, weight: Double)])] = []
    for entry in weights {
      let kept = entry.weights.filter { abs($0.weight) >= least }
      guard let size = kept.map({ abs($0.weight) }).max() else { continue }
      largest = max(largest, size)
      items.append((entry.key, size, kept))
    }
    let scale = 32_000 / largest
    let laid = buckets(items, perBucket: ClassTable.placesPerBucket, fill: 0.75) { UInt64(ClassTable.check($0)) }
    var places: [UInt8] = []
    var values: [UInt8] = []
    var labels: [UInt8] = []
    for bucket in laid.buckets {
      for place in 0..<ClassTable.placesPerBucket {
        guard place < bucket.count else {
          places.append(littleEndian: UInt64(0))
          continue
        }
        let row = bucket[place].item
        places.append(
          littleEndian: UInt64(ClassTable.check(bucket[place].key)) | UInt64(row.count) << 32
            | UInt64(labels.count) << 40)
        for entry in row {
          labels.append(entry.label)
          values.append(littleEndian: Int16((entry.weight * scale).rounded()))
        }
      }
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(laid.buckets.count))
    bytes.append(littleEndian: UInt32(labels.count))
    bytes.pad(to: ClassTable.headerLength)
    return bytes + places + values + labels
  }

  static func lexicon(_ entries: [UInt64: Lexicon.Entry]) -> [UInt8] {
    let items = entries.map { (key: $0.key, size: 0.0, item: $0.value) }
    let laid = buckets(items, perBucket: 8, fill: 0.6) { UInt64(Lexicon.check($0)) }
    var bytes: [UInt8] = []
    for bucket in laid.buckets {
      for place in 0..<8 {
        guard place < bucket.count else {
          bytes.append(littleEndian: UInt64(0))
          continue
        }
        let entry = bucket[place].item
        bytes.append(
          littleEndian: UInt64(Lexicon.check(bucket[place].key)) | UInt64(entry.cluster) << 32
            | UInt64(entry.ambiguity) << 48 | UInt64(entry.fixedTag) << 56)
      }
    }
    return bytes
  }

  static func texts(_ entries: [(key: UInt64, text: [UInt8])]) -> [UInt8] {
    let items = entries.map { (key: $0.key, size: 0.0, item: $0.text) }
    let laid = buckets(items, perBucket: 8, fill: 0.6) { UInt64(ClassTable.check($0)) }
    var places: [UInt8] = []
    var pool: [UInt8] = []
    var offsets: [[UInt8]: Int] = [:]
    for bucket in laid.buckets {
      for place in 0..<8 {
        guard place < bucket.count else {
          places.append(littleEndian: UInt64(0))
          continue
        }
        let text = bucket[place].item
        let offset: Int
        if let known = offsets[text] {
          offset = known
        } else {
          offset = pool.count
          offsets[text] = offset
          pool += text
        }
        places.append(
          littleEndian: UInt64(ClassTable.check(bucket[place].key)) | UInt64(text.count) << 32 | UInt64(offset) << 40)
      }
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(laid.buckets.count))
    bytes.append(littleEndian: UInt32(pool.count))
    bytes.pad(to: 64)
    return bytes + places + pool
  }

  static func hashes(_ values: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in values { bytes.append(littleEndian: value) }
    return bytes
  }
}

extension [UInt8] {
  mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  mutating func pad(to multiple: Int) {
    while count % multiple != 0 { append(0) }
  }
}
