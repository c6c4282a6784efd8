import Diagrams
import TestSupport
import Testing

/// Text from the news may hold anything; a picture holds none of it but as text.
@Suite struct HostileTextTests {
  static let corpus: [String] = [
    "<script>alert(1)</script>", "]]>", "<![CDATA[x]]>", "a & b &amp; &lt; &#60;x &bogus;",
    "\"' onload=\"alert(1)\" x='",
    "back\\slash \\", "\\N \\G \\E \\T \\L \\n \\l", "line\nbreak\r\nand\ttab",
    "nul\u{0}and\u{1}\u{1B}[31m\u{7F}\u{85}",
    String(repeating: "long ", count: 2000), String(repeating: "W", count: 10_000),
    "\u{202E}txet desrever\u{202C} \u{2066}x\u{2069}", "عربي עברית",
    "Z\u{335}\u{321}\u{31B}\u{300}\u{301}\u{302}\u{303}a",
    "java\u{1}script:alert(1)", "javascript:alert(1)", "<b>x</b>", "<<table><tr><td>x</td></tr></table>>", "<!--",
    "-->",
    "<?xml version=\"1.0\"?>", "%s%n%d",
    String(String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0].compactMap { Unicode.Scalar(UInt32($0)) })), "👩‍👩‍👧‍👦🇯🇵", "", " ",
    "{|}", "a:b", "\"; } graph { x",
    "url(#x)", "expression(alert(1))", "</svg><svg onload=alert(1)>", "</style><script>", "]]]]>&gt;",
  ]

  static let elements: Set<String> = [
    "svg", "title", "desc", "style", "defs", "g", "rect", "path", "circle", "text", "tspan", "use", "a",
  ]

  static func diagram(_ text: String) -> Diagram {
    Diagram(
      title: text, subtitle: text, sourceLine: text, summary: text,
      nodes: [
        .init(
          id: text, label: text, kind: .official, countryTag: text, subtitle: text, status: text, link: text),
        .init(id: text + "2", label: text, kind: .agreement, status: text),
      ],
      edges: [
        .init(
          id: text, source: text, target: text + "2", kind: .stance, weight: 0.5, label: text, tooltip: text,
          link: text,
          notes: [1])
      ],
      clusters: [.init(id: text, label: text, nodes: [text])],
      hidden: .init(nodes: 1, edges: 1, rule: text), notes: [.init(number: 1, text: text)])
  }

  @Test(arguments: corpus, [true, false])
  func `the picture is well-formed and inert`(text: String, usesStyleSheet: Bool) throws {
    let svg = try Fixtures.svg(Self.diagram(text), style: .init(usesStyleSheet: usesStyleSheet))
    let elements = try XMLReader.elements(of: svg)
    for element in elements {
      #expect(Self.elements.contains(element.name))
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on"))
        if name == "href" {
          #expect(
            value.hasPrefix("#") || ["http", "https", "mailto"].contains(value.prefix { $0 != ":" })
              || !value.contains(":"))
        }
      }
    }
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!svg.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    #expect(svg.utf8.count < 60_000)
  }

  @Test(arguments: corpus)
  func `nothing of it is more than a label of the DOT text`(text: String) throws {
    let dot = try Figure(Self.diagram(text), style: .init(engine: .dot)).dot
    let clean = try Figure(Self.diagram("x"), style: .init(engine: .dot)).dot
    // What is left when quoted strings are taken out is the same whatever the labels say.
    func skeleton(_ dot: String) -> String {
      var result = ""
      var isQuoted = false
      var isEscaped = false
      for character in dot.unicodeScalars {
        if isQuoted {
          if isEscaped {
            isEscaped = false
          } else if character == "\\" {
            isEscaped = true
          } else if character == "\"" {
            isQuoted = false
          }
        } else if character == "\"" {
          isQuoted = true
          result += "\"\""
        } else {
          result.unicodeScalars.append(character)
        }
      }
      return result
    }
    #expect(skeleton(dot) == skeleton(clean))
    #expect(!dot.contains("URL") && !dot.contains("<b>x</b>>"))
  }

  @Test func `links keep to safe schemes`() throws {
    func links(_ link: String) throws -> [String] {
      var diagram = Fixtures.everything
      diagram.nodes[0].link = link
      diagram.nodes[3].link = nil
      return try XMLReader.elements(of: try Fixtures.svg(diagram)).filter { $0.name == "a" }
        .compactMap { $0.attributes["href"] }
    }
    for link in ["https://example.org/a?b=c&d", "http://x", "mailto:a@b.c", "page.html#x", "a/b:c", "?q=a:b"] {
      #expect(try links(link) == [link])
    }
    for link in [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
      "vbscript:x", "file:///etc/passwd", "\u{1}javascript:alert(1)", "", "x y", "javascript\u{3A}x",
    ] {
      #expect(try links(link).isEmpty)
    }
  }
}
