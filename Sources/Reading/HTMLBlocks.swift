/// The blocks of running text in a part of a page: paragraphs, headings, list items, captions.
struct HTMLBlocks {
  struct Block: Equatable {
    var text: String
    var isHeading: Bool
  }

  private(set) var blocks: [Block] = []
  /// The block being gathered, white space collapsed.
  private var current: [UInt8] = []
  private var linkedBytes = 0
  private var isHeading = false
  private let isArticle: Bool

  /// - Parameter isArticle: whether the part was marked as the article, and so may be trusted more.
  init(_ tree: HTMLTree, in range: Range<Int>, isArticle: Bool) {
    self.isArticle = isArticle
    /// Ends of the open block elements, and of the open link.
    var open: [(end: Int, wasHeading: Bool)] = []
    var linkEnd = 0
    var preformattedEnd = 0
    var i = range.lowerBound
    while i < range.upperBound {
      while let last = open.last, last.end <= i {
        close()
        isHeading = last.wasHeading
        open.removeLast()
      }
      let node = tree.nodes[i]
      if node.name.isEmpty {
        append(node.text, isLinked: i < linkEnd, isPreformatted: i < preformattedEnd)
      } else if i > range.lowerBound, HTMLBlocks.isDropped(node, isArticle: isArticle) {
        i = node.end
        continue
      } else if node.name == "br" {
        current.append(0x0A)
      } else if node.name == "a" {
        linkEnd = node.end
      } else if !HTMLBlocks.inlineElements.contains(node.name) {
        close()
        open.append((node.end, isHeading))
        if HTMLBlocks.headings.contains(node.name) { isHeading = true }
        if node.name == "pre" { preformattedEnd = node.end }
      }
      i += 1
    }
    close()
  }

  private mutating func append(_ text: [UInt8], isLinked: Bool, isPreformatted: Bool) {
    let before = current.count
    var i = 0
    while i < text.count {
      var byte = text[i]
      if byte == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 {
        byte = 0x20
        i += 1
      }
      if byte == 0x0A, isPreformatted {
        current.append(byte)
      } else if byte <= 0x20 {
        if let last = current.last, last != 0x20, last != 0x0A { current.append(0x20) }
      } else {
        current.append(byte)
      }
      i += 1
    }
    if isLinked { linkedBytes += current.count - before }
  }

  /// Ends the block. Two line breaks in it part paragraphs, one parts lines.
  private mutating func close() {
    defer {
      current.removeAll(keepingCapacity: true)
      linkedBytes = 0
    }
    guard current.contains(where: { $0 > 0x20 }) else { return }
    // A block that is nearly all links leads elsewhere; it says nothing.
    let share = linkedBytes * 100 / current.count
    if !isHeading, share >= (isArticle ? 90 : 60) { return }
    var paragraph: [String] = []
    func text() -> String { paragraph.joined(separator: "\n") }
    for line in String(decoding: current, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      let line = trim(line)
      if !line.isEmpty {
        paragraph.append(line)
      } else if !paragraph.isEmpty {
        blocks.append(Block(text: text(), isHeading: isHeading))
        paragraph.removeAll()
      }
    }
    if !paragraph.isEmpty { blocks.append(Block(text: text(), isHeading: isHeading)) }
  }

  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private static let inlineElements: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
  ]

  private static let droppedElements: Set<String> = [
    "script", "style", "nav", "noscript", "template", "svg", "math", "iframe", "object", "embed", "form", "button",
    "select", "textarea", "input", "head", "footer", "aside", "audio", "video", "canvas", "map", "dialog", "menu",
  ]

  private static let droppedRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu",
  ]

  /// Words of class names and ids that mark what is no article, on pages that mark none.
  private static let droppedClasses: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "header", "comment", "comments", "share", "social",
    "related", "cookie", "cookies", "promo", "advert", "advertisement", "ad", "ads", "breadcrumb", "breadcrumbs",
    "newsletter", "subscribe", "masthead", "popup", "modal", "recommended", "hidden",
  ]

  private static func isDropped(_ node: HTMLTree.Node, isArticle: Bool) -> Bool {
    if droppedElements.contains(node.name) { return true }
    if node.attributes.isEmpty || node.name == "body" || node.name == "html" { return false }
    if node["hidden"] != nil || node["aria-hidden"] == "true" { return true }
    if let role = node["role"], droppedRoles.contains(role.lowercased()) { return true }
    guard !isArticle else { return false }
    for name in [node["class"], node["id"]] {
      let words = (name ?? "").lowercased().split { !($0.isLetter || $0.isNumber) }
      if words.contains(where: { droppedClasses.contains(String($0)) }) { return true }
    }
    return false
  }
}
