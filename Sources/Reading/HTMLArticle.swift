import Provenance

/// The article of a page: its text as blocks with blank lines between, and what its head says of it.
struct HTMLArticle {
  private(set) var text: String
  private(set) var title: String?
  private(set) var publisher: String?
  /// As written.
  private(set) var date: String?

  init(_ tree: HTMLTree) {
    let head = HTMLHead(tree)
    publisher = head.publisher
    date = head.date
    let region = HTMLArticle.region(of: tree)
    var blocks = HTMLBlocks(tree, in: region.range, isArticle: region.isArticle).blocks
    if blocks.isEmpty { blocks = HTMLBlocks(tree, in: 0..<tree.nodes.count, isArticle: true).blocks }
    title = head.title ?? blocks.first { $0.isHeading }?.text
    if let title, !blocks.isEmpty, !blocks.prefix(3).contains(where: { HTMLArticle.isSame($0.text, title) }) {
      blocks.insert(.init(text: title, isHeading: true), at: 0)
    }
    text = blocks.map(\.text).joined(separator: "\n\n")
    if !text.isEmpty { text += "\n" }
  }

  /// Where the article is: the article body, the largest `<article>`, `<main>`, or else the whole body.
  private static func region(of tree: HTMLTree) -> (range: Range<Int>, isArticle: Bool) {
    func largest(_ matches: (HTMLTree.Node) -> Bool) -> Range<Int>? {
      var best: (size: Int, range: Range<Int>)?
      var i = 0
      while i < tree.nodes.count {
        let node = tree.nodes[i]
        guard !node.name.isEmpty, matches(node) else {
          i += 1
          continue
        }
        let size = tree.nodes[i..<node.end].reduce(0) { $0 + $1.text.count }
        if size > 200, size > best?.size ?? 0 { best = (size, i..<node.end) }
        i = node.end
      }
      return best?.range
    }
    if let range = largest({ $0["itemprop"] == "articleBody" }) ?? largest({ $0.name == "article" })
      ?? largest({ $0.name == "main" || $0["role"] == "main" })
    {
      return (range, true)
    }
    let body = tree.nodes.firstIndex { $0.name == "body" }
    return (body.map { $0..<tree.nodes[$0].end } ?? 0..<tree.nodes.count, false)
  }

  /// Whether a block is the title, whatever its quotes and spaces are.
  private static func isSame(_ block: String, _ title: String) -> Bool {
    func fold(_ text: String) -> [UInt8] {
      text.lowercased().utf8.filter { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
    let (a, b) = (fold(block), fold(title))
    return !a.isEmpty && (a == b || (b.starts(with: a) && a.count * 2 > b.count))
  }
}

/// What the head of a page says: Open Graph, Dublin Core, schema.org's JSON-LD, and plain HTML.
struct HTMLHead {
  private(set) var title: String?
  private(set) var publisher: String?
  private(set) var date: String?

  init(_ tree: HTMLTree) {
    var meta: [String: String] = [:]
    var time: String?
    var titleElement: String?
    var linked = LinkedData()
    var i = 0
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      switch node.name {
      case "meta":
        let name = (node["property"] ?? node["name"] ?? node["itemprop"] ?? "").lowercased()
        let content = trim(node["content"] ?? "")
        if !name.isEmpty, !content.isEmpty, meta[name] == nil { meta[name] = content }
      case "time":
        if let written = node["datetime"], time == nil || node["itemprop"] == "datePublished" { time = trim(written) }
      case "title" where titleElement == nil:
        titleElement = HTMLHead.text(tree, i)
      case "script" where (node["type"] ?? "").lowercased().hasPrefix("application/ld+json"):
        linked.read(Array(tree.nodes[i..<node.end].flatMap(\.text)))
      default: break
      }
      i += 1
    }
    func first(_ names: [String]) -> String? { names.lazy.compactMap { meta[$0] }.first }
    title =
      first(["og:title", "twitter:title", "dc.title"]) ?? linked.headline
      ?? titleElement.flatMap { $0.isEmpty ? nil : $0 }
    publisher = first(["og:site_name", "publisher", "dc.publisher", "application-name"]) ?? linked.publisher
    if publisher?.contains("://") == true { publisher = linked.publisher }
    date =
      first([
        "article:published_time", "og:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date",
        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "date",
      ]) ?? linked.date ?? time
  }

  private static func text(_ tree: HTMLTree, _ index: Int) -> String {
    let bytes = tree.nodes[index..<tree.nodes[index].end].flatMap(\.text)
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// schema.org as JSON-LD: of all objects in the script, the first that has a publication date.
  private struct LinkedData {
    var headline: String?
    var date: String?
    var publisher: String?

    mutating func read(_ bytes: [UInt8]) {
      guard let value = try? JSONReader.value(of: bytes) else { return }
      visit(value)
    }

    private mutating func visit(_ value: JSONValue) {
      switch value {
      case .array(let elements): for element in elements { visit(element.value) }
      case .object:
        if date == nil, let published = value["datePublished"]?.text {
          date = published
          headline = value["headline"]?.text
          publisher = value["publisher"]?["name"]?.text
        }
        if let graph = value["@graph"] { visit(graph) }
      default: break
      }
    }
  }
}
