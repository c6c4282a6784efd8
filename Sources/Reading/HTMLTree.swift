private import CLibXML2
import Provenance

/// A page as libxml2's forgiving HTML parser sees it, flat and in document order.
///
/// This is the only file that knows libxml2. Its tree is copied out and freed at once; nothing is fetched,
/// no entity is defined by the page, and no depth of nesting meets recursion.
struct HTMLTree {
  struct Node {
    /// Lower-case element name; empty for text.
    var name: String
    var attributes: [(name: String, value: String)]
    /// UTF-8 of a text node.
    var text: [UInt8]
    /// Index just past the node's last descendant.
    var end: Int

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var nodes: [Node] = []

  /// Parses bytes in an encoding that iconv knows by name.
  ///
  /// - Returns: nil where libxml2 makes nothing of the bytes.
  init?(_ bytes: [UInt8], encoding: String) {
    xmlInitParser()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    let parsed = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, encoding,
        Int32(options))
    }
    guard let document = parsed else { return nil }
    defer { xmlFreeDoc(document) }
    copy(from: xmlDocGetRootElement(document))
    if nodes.isEmpty { return nil }
  }

  private mutating func copy(from root: xmlNodePtr?) {
    // The root's siblings too: a fragment has several roots.
    var current = root
    while let first = current, let previous = first.pointee.prev { current = previous }
    var open: [Int] = []
    while let node = current {
      let isElement = node.pointee.type == XML_ELEMENT_NODE
      if isElement {
        nodes.append(
          Node(
            name: HTMLTree.string(node.pointee.name).lowercased(), attributes: HTMLTree.attributes(node), text: [],
            end: nodes.count + 1))
      } else if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
        nodes.append(Node(name: "", attributes: [], text: HTMLTree.bytes(node.pointee.content), end: nodes.count + 1))
      }
      if isElement, let child = node.pointee.children {
        open.append(nodes.count - 1)
        current = child
        continue
      }
      current = node.pointee.next
      var parent = node.pointee.parent
      while current == nil, let index = open.popLast() {
        nodes[index].end = nodes.count
        current = parent?.pointee.next
        parent = parent?.pointee.parent
      }
    }
  }

  private static func attributes(_ node: xmlNodePtr) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var current = node.pointee.properties
    while let attribute = current {
      var value = ""
      var part = attribute.pointee.children
      while let text = part {
        value += string(text.pointee.content)
        part = text.pointee.next
      }
      result.append((string(attribute.pointee.name).lowercased(), value))
      current = attribute.pointee.next
    }
    return result
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let text else { return [] }
    return Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String { String(decoding: bytes(text), as: UTF8.self) }
}
