private import CLibXML2
import Provenance

/// XML as libxml2's push parser sees it, one element after the other, in memory that does not grow with the file.
///
/// A document type declaration ends the parsing at once: it is what entities are defined in, and no graph format needs
/// one. Nothing is fetched, no entity but the five of XML is known, and depth is bounded.
package struct XMLStream {
  /// What the parser comes by.
  package enum Event: Sendable {
    /// Name without prefix.
    case begin(name: String, attributes: [String: String])
    case text(String)
    case end(name: String)
  }

  /// Why it stops.
  package struct Failure: Error, Hashable, Sendable {
    package var line: Int
    package var rule: String
  }

  private static let maximumDepth = 128

  /// Calls `body` with each event of a file, in order.
  ///
  /// - Parameters:
  ///   - path: nil for standard input.
  ///   - onRead: told how many bytes were read so far.
  /// - Throws: ``Failure``, `ReadingError`, or what `body` throws.
  /// - Complexity: linear in the bytes; memory in the longest value of an attribute, which libxml2 keeps below 10 MB. A text
  ///   comes in pieces.
  package static func read(
    path: String?, onRead: (Int) -> Void = { _ in }, _ body: (Event, _ line: Int) throws -> Void
  ) throws {
    xmlInitParser()
    try withoutActuallyEscaping(body) { body in
      let state = State(body)
      var handler = xmlSAXHandler()
      handler.initialized = XML_SAX2_MAGIC
      handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
        State.of(context).begin(name, attributes, Int(count))
      }
      handler.endElementNs = { context, name, _, _ in State.of(context).end(name) }
      handler.characters = { context, text, count in State.of(context).text(text, Int(count)) }
      handler.cdataBlock = { context, text, count in State.of(context).text(text, Int(count)) }
      handler.internalSubset = { context, _, _, _ in
        State.of(context).stop(
          "it has a document type declaration, by which entities could be defined; graphs need none: take it out")
      }
      let pointer = Unmanaged.passUnretained(state).toOpaque()
      let input = try FileInput(path: path)
      var buffer: [UInt8] = []
      guard let parser = xmlCreatePushParserCtxt(&handler, pointer, nil, 0, nil) else {
        throw Failure(line: 0, rule: "no memory for the parser")
      }
      defer { xmlFreeParserCtxt(parser) }
      // Without XML_PARSE_HUGE libxml2 bounds names, values and depth itself.
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
      state.parser = parser
      var total = 0
      while state.failure == nil, try input.read(into: &buffer, count: 1 << 16) {
        total += buffer.count
        let code = buffer.withUnsafeBytes {
          xmlParseChunk(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), 0)
        }
        buffer.removeAll(keepingCapacity: true)
        onRead(total)
        if code != 0 { state.stop(nil) }
      }
      if state.failure == nil, xmlParseChunk(parser, nil, 0, 1) != 0 { state.stop(nil) }
      if let failure = state.failure { throw failure }
      withExtendedLifetime(state) {}
    }
  }

  /// What the callbacks of C share. Used by one call on one thread.
  private final class State {
    let body: (Event, Int) throws -> Void
    var parser: xmlParserCtxtPtr?
    private(set) var failure: (any Error)?
    private var depth = 0

    init(_ body: @escaping (Event, Int) throws -> Void) { self.body = body }

    static func of(_ context: UnsafeMutableRawPointer?) -> State {
      Unmanaged<State>.fromOpaque(context!).takeUnretainedValue()
    }

    private var line: Int { parser.flatMap { $0.pointee.input }.map { Int($0.pointee.line) } ?? 0 }

    private var complaint: String {
      guard let error = xmlCtxtGetLastError(parser), let message = error.pointee.message else { return "it is cut off" }
      return trim(String(cString: message))
    }

    func begin(
      _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) {
      depth += 1
      guard depth <= XMLStream.maximumDepth else { return stop("elements lie too deep in each other") }
      var values: [String: String] = [:]
      for place in 0..<count {
        // Five pointers each: local name, prefix, namespace, and the value from its first byte to past its last.
        guard let fields = attributes.map({ $0 + 5 * place }), let start = fields[3], let end = fields[4] else {
          continue
        }
        // libxml2 leaves an ampersand in an attribute as a character reference, for its own tree to resolve.
        values[XMLStream.string(fields[0])] = String(
          decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self
        ).replacing("&#38;", with: "&")
      }
      emit(.begin(name: XMLStream.string(name), attributes: values))
    }

    func end(_ name: UnsafePointer<xmlChar>?) {
      depth -= 1
      emit(.end(name: XMLStream.string(name)))
    }

    func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
      guard let text else { return }
      emit(.text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)))
    }

    private func emit(_ event: Event) {
      guard failure == nil else { return }
      do { try body(event, line) } catch {
        failure = error
        xmlStopParser(parser)
      }
    }

    /// - Parameter rule: nil where the parser itself found what is wrong.
    func stop(_ rule: String?) {
      guard failure == nil else { return }
      failure = Failure(line: line, rule: rule ?? "it is no well-formed XML: \(complaint)")
      xmlStopParser(parser)
    }
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text else { return "" }
    return String(decoding: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))), as: UTF8.self)
  }
}
