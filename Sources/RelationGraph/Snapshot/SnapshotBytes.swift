import Diplomacy
import Provenance

/// Values one after another as a snapshot holds them: numbers in groups of seven bits, texts behind their length.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  mutating func add(_ value: Int) { add(UInt64(value)) }

  mutating func add(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func add(_ value: Double) { add(value.bitPattern) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ date: CalendarDate?) { add(UInt64(PackedDate(date).rawValue)) }

  /// Whether there is a value, then the value.
  mutating func addOptional<Value>(_ value: Value?, _ add: (inout SnapshotWriter, Value) -> Void) {
    self.add(value != nil)
    if let value { add(&self, value) }
  }

  mutating func addList<Value>(_ values: [Value], _ add: (inout SnapshotWriter, Value) -> Void) {
    self.add(values.count)
    for value in values { add(&self, value) }
  }
}

/// Reads what a ``SnapshotWriter`` wrote. What cannot have been written is an error, whatever the bytes are.
struct SnapshotReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number() throws(GraphSnapshot.Failure) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw .corrupt
  }

  mutating func count(below limit: Int = .max) throws(GraphSnapshot.Failure) -> Int {
    let value = try number()
    guard value < UInt64(limit) else { throw .corrupt }
    return Int(value)
  }

  mutating func id<Subject>() throws(GraphSnapshot.Failure) -> ID<Subject> { ID(try count(below: 1 << 32)) }

  mutating func bool() throws(GraphSnapshot.Failure) -> Bool {
    let value = try number()
    guard value < 2 else { throw .corrupt }
    return value == 1
  }

  mutating func double() throws(GraphSnapshot.Failure) -> Double { Double(bitPattern: try number()) }

  mutating func text() throws(GraphSnapshot.Failure) -> String {
    let length = try count()
    guard length <= bytes.count - place else { throw .corrupt }
    defer { place += length }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[place..<place + length]), as: UTF8.self)
  }

  mutating func date() throws(GraphSnapshot.Failure) -> CalendarDate? {
    let value = try count(below: 100_000_000)
    if value == 0 { return nil }
    let (month, day) = (value / 100 % 100, value % 100)
    guard
      let date = CalendarDate(year: value / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    else { throw .corrupt }
    return date
  }

  mutating func optional<Value>(
    _ read: (inout SnapshotReader) throws(GraphSnapshot.Failure) -> Value
  ) throws(GraphSnapshot.Failure) -> Value? {
    try bool() ? try read(&self) : nil
  }

  mutating func list<Value>(
    _ read: (inout SnapshotReader) throws(GraphSnapshot.Failure) -> Value
  ) throws(GraphSnapshot.Failure) -> [Value] {
    let length = try count()
    // A value takes a byte at least.
    guard length <= bytes.count - place else { throw .corrupt }
    var values: [Value] = []
    values.reserveCapacity(length)
    for _ in 0..<length { values.append(try read(&self)) }
    return values
  }
}
