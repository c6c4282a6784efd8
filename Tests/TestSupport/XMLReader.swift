/// A strict reader of the XML that a picture is made of: elements, attributes in double quotes, text and the five
/// entities. Comments, processing instructions, CDATA and document types are refused, as a picture has none.
package struct XMLReader {
  package struct Element {
    package var name: String
    package var attributes: [String: String]
    /// Text directly inside, joined.
    package var text: String
    /// Names of the elements around it, the outermost first.
    package var ancestors: [String]
  }

  package struct Malformed: Error, CustomStringConvertible {
    package var description: String
  }

  private var scalars: [Unicode.Scalar]
  private var position = 0
  private var elements: [Element] = []

  /// All elements in document order.
  ///
  /// - Throws: `Malformed` at the first breach of well-formedness.
  package static func elements(of text: String) throws -> [Element] {
    var reader = XMLReader(scalars: Array(text.unicodeScalars))
    try reader.document()
    return reader.elements
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func malformed(_ what: String) -> Malformed {
    let context = scalars[max(0, position - 40)..<min(scalars.count, position + 20)]
    return Malformed(description: "\(what) at scalar \(position): \(String(String.UnicodeScalarView(context)))")
  }

  private mutating func document() throws {
    for scalar in scalars where !Self.isCharacter(scalar) {
      throw Malformed(description: "U+\(String(scalar.value, radix: 16)) is no character of XML")
    }
    skipSpace()
    try element(ancestors: [])
    skipSpace()
    if next != nil { throw malformed("content after the root") }
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func skipSpace() {
    while let scalar = next, [" ", "\n", "\t", "\r"].contains(scalar) { position += 1 }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard next == scalar else { throw malformed("expected \(scalar)") }
    position += 1
  }

  private mutating func name() throws -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar.isASCII,
      scalar.properties.isAlphabetic || "0123456789-_:.".unicodeScalars.contains(scalar)
    {
      name.append(scalar)
      position += 1
    }
    guard let first = name.first, first.properties.isAlphabetic else { throw malformed("expected a name") }
    return String(name)
  }

  private mutating func element(ancestors: [String]) throws {
    try expect("<")
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      let before = position
      skipSpace()
      if next == ">" || next == "/" { break }
      guard position > before else { throw malformed("expected space before an attribute") }
      let attribute = try self.name()
      try expect("=")
      try expect("\"")
      let value = try text(until: "\"")
      try expect("\"")
      guard attributes.updateValue(value, forKey: attribute) == nil else { throw malformed("\(attribute) twice") }
    }
    let index = elements.count
    elements.append(Element(name: name, attributes: attributes, text: "", ancestors: ancestors))
    if next == "/" {
      position += 1
      try expect(">")
      return
    }
    try expect(">")
    while true {
      elements[index].text += try text(until: "<")
      guard position + 1 < scalars.count else { throw malformed("\(name) is not closed") }
      if scalars[position + 1] == "/" { break }
      try element(ancestors: ancestors + [name])
    }
    position += 2
    guard try self.name() == name else { throw malformed("expected </\(name)>") }
    try expect(">")
  }

  private mutating func text(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next, scalar != end {
      if scalar == "<" { throw malformed("a bare <") }
      position += 1
      text.append(scalar == "&" ? try entity() : scalar)
    }
    if next == nil { throw malformed("the text ends too early") }
    return String(text)
  }

  private mutating func entity() throws -> Unicode.Scalar {
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar != ";" {
      name.append(scalar)
      position += 1
      if name.count > 6 { break }
    }
    try expect(";")
    switch String(name) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: throw malformed("the entity \(String(name)) is not known")
    }
  }
}
