/// Values of a plain type side by side in memory that never changes: made once from an array, or lying in a file that
/// is mapped into memory.
///
/// Unlike an array it needs neither a copy nor a pass over its values to come from a file, so that a snapshot is open
/// at once however large it is.
package struct FlatColumn<Element: Sendable>: RandomAccessCollection, @unchecked Sendable {
  /// Valid as long as the column is.
  package let base: UnsafePointer<Element>
  package let count: Int
  /// What keeps the memory.
  @usableFromInline let owner: AnyObject

  package init(_ values: some Collection<Element>) {
    let memory = ColumnMemory(bytes: values.count * MemoryLayout<Element>.stride)
    let start = memory.start.bindMemory(to: Element.self, capacity: values.count)
    _ = UnsafeMutableBufferPointer(start: start, count: values.count).initialize(from: values)
    base = UnsafePointer(start)
    count = values.count
    owner = memory
  }

  /// A column whose values lie in memory that something else keeps.
  ///
  /// The bytes need to be values of the type, and aligned for it.
  init(bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    count = bytes.count / MemoryLayout<Element>.stride
    let start = bytes.baseAddress ?? ColumnMemory.nothing
    precondition(UInt(bitPattern: start) % UInt(MemoryLayout<Element>.alignment) == 0, "a column is aligned")
    base = start.assumingMemoryBound(to: Element.self)
    self.owner = owner
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  @inlinable package subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count, "a column has as many values as its count says")
    return base[position]
  }

  /// The values as bytes, for writing them.
  func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withExtendedLifetime(owner) {
      body(UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride))
    }
  }
}

/// Memory for plain values, given back when nobody uses it any more.
private final class ColumnMemory: Sendable {
  nonisolated(unsafe) let start: UnsafeMutableRawPointer

  /// Where an empty column starts.
  static var nothing: UnsafeRawPointer { UnsafeRawPointer(bitPattern: 64).unsafelyUnwrapped }

  init(bytes: Int) { start = UnsafeMutableRawPointer.allocate(byteCount: max(bytes, 1), alignment: 16) }

  deinit { start.deallocate() }
}
