/// A half-open range of UTF-8 byte offsets into one text, as the text was given.
///
/// Offsets count bytes, not characters: `text.utf8` is what a span indexes. Spans are converted to
/// JSON numbers only where they leave the program.
///
/// - Note: The name shadows the standard library's `Span<Element>`, which is written `Swift.Span` where it is needed.
public struct Span: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset just past the last byte; never less than `start`.
  public var end: Int32

  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span needs 0 <= start <= end")
    self.start = Int32(start)
    self.end = Int32(end)
  }

  /// The offsets as a range that indexes an array of bytes.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Length in bytes.
  public var count: Int { Int(end - start) }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// By start, then the longer one first, so that a span precedes the spans inside it.
  public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
