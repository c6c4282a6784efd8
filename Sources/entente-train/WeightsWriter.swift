import Linguistics

/// Lays trained weights out as ``WeightsFormat`` says.
struct WeightsWriter {
  private var sections: [(kind: WeightsFormat.Section, bytes: [UInt8])] = []

  mutating func add(_ kind: WeightsFormat.Section, _ bytes: [UInt8]) { sections.append((kind, bytes)) }

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

  static func tagPairs(_ classes: TagClasses) -> [UInt8] {
    var bytes: [UInt8] = []
    for pair in classes.pairs { bytes += [UInt8(pair >> 8), UInt8(pair & 255)] }
    return bytes + [255, 255]
  }

  /// ``HashBuckets`` of values by key; of two keys with one check in one bucket the later one is left out.
  static func buckets(_ items: [(key: UInt64, value: UInt32)]) -> [UInt8] {
    // Few enough a bucket that none overflows; where one does, there are more buckets.
    var count = max(1, items.count / 4)
    while true {
      var buckets = [[UInt64]](repeating: [], count: count)
      for item in items {
        let at = HashBuckets.bucket(item.key, count: UInt64(count))
        let check = UInt64(HashBuckets.check(item.key))
        if buckets[at].contains(where: { $0 & 0xFFFF_FFFF == check }) { continue }
        buckets[at].append(check | UInt64(item.value) << 32)
      }
      if buckets.allSatisfy({ $0.count <= HashBuckets.places }) {
        var bytes: [UInt8] = []
        for bucket in buckets {
          for place in 0..<HashBuckets.places { bytes.append(littleEndian: place < bucket.count ? bucket[place] : 0) }
        }
        return bytes
      }
      count += max(1, count / 8)
    }
  }

  static func texts(_ entries: [(key: UInt64, text: [UInt8])]) -> [UInt8] {
    var items: [(key: UInt64, value: UInt32)] = []
    var pool: [UInt8] = []
    var offsets: [[UInt8]: Int] = [:]
    for entry in entries {
      let offset: Int
      if let known = offsets[entry.text] {
        offset = known
      } else {
        offset = pool.count
        offsets[entry.text] = offset
        pool += entry.text
      }
      items.append((entry.key, UInt32(offset) << 8 | UInt32(entry.text.count)))
    }
    let places = buckets(items)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(places.count / HashBuckets.length))
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
