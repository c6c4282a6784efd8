import Diagrams
import Foundation
import GraphvizRendering
import TestSupport
import Testing

/// The same bytes on every run, and few of them.
@Suite struct RepeatabilityTests {
  let renderer = GraphvizRenderer.shared

  private func svg(_ diagram: Diagram, _ style: DiagramStyle = DiagramStyle()) async throws -> String {
    let figure = try Figure(diagram, style: style)
    return figure.svg(try await renderer.layout(figure.dot, engine: figure.engine).value)
  }

  @Test func `a thousand pictures are one`() async throws {
    var diagram = Samples.nine
    let first = try await svg(diagram)
    for round in 0..<1000 {
      if round % 100 == 50 { _ = try? await renderer.layout("digraph { a -> ", engine: .dot) }
      if round % 100 == 0 {
        diagram.nodes.reverse()
        diagram.edges.reverse()
      }
      guard try await svg(diagram) == first else {
        Issue.record("picture \(round) differs")
        return
      }
    }
  }

  /// With legend, roles and titles, and dark mode.
  @Test func `a small picture is small`() async throws {
    #expect(Samples.nine.nodes.count == 9 && Samples.nine.edges.count == 11)
    let svg = try await svg(Samples.nine)
    #expect(svg.contains("prefers-color-scheme") && svg.contains("role=\"img\"") && svg.contains("supports</text>"))
    #expect(svg.utf8.count <= 14_000)
  }

  @Test(arguments: [DiagramStyle.Presentation.links, .panels, .matrix])
  func `pictures of two diagrams share a page`(presentation: DiagramStyle.Presentation) async throws {
    var other = Samples.gsomia
    other.title += "!"
    var ids: [String] = []
    for var diagram in [Samples.gsomia, other] {
      diagram.panels = [
        .init(title: "Before", edges: Array(diagram.edges.prefix(5))), .init(title: "After", edges: diagram.edges),
      ]
      let style = DiagramStyle(presentation: presentation)
      ids += try XMLReader.elements(of: try await svg(diagram, style)).compactMap { $0.attributes["id"] }
    }
    #expect(Set(ids).count == ids.count && ids.count > 4)
  }

  private static var dotProgram: URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/dot" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(fileURLWithPath: $0) }
  }

  @Test(.enabled(if: dotProgram != nil, "the dot program is not installed"))
  func `the dot program draws what the library draws`() async throws {
    let figure = try Figure(Samples.nine, style: .init(engine: .dot))
    let folder = try TemporaryDirectory()
    let source = try folder.write("picture.dot", figure.dot)
    let process = Process()
    process.executableURL = Self.dotProgram
    process.arguments = ["-Tsvg", "-o", folder("picture.svg"), source]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let byLibrary = try await renderer.render(figure.dot, engine: .dot, format: .svg)
    #expect(try folder.text("picture.svg") == String(decoding: byLibrary.value, as: UTF8.self))
  }

  @Test func `Graphviz's own picture is inert too`() async throws {
    for text in [
      "<script>alert(1)</script>", "<b>x</b>", "<<table><tr><td>x</td></tr></table>>", "\\N \\G", "a & b \"quoted\"",
      "javascript:alert(1)", "\" URL=\"javascript:alert(1)", "]]>", "nul\u{0}\u{1}", "\u{202E}x",
    ] {
      let diagram = Diagram(
        title: text, nodes: [.init(id: text, label: text, kind: .country, link: text)],
        edges: [.init(id: text, source: text, target: text, kind: .stance, label: text, link: text)])
      let figure = try Figure(diagram, style: .init(edgeLabels: .always))
      let output = try await renderer.render(figure.dot, engine: figure.engine, format: .svg).value
      let svg = String(decoding: output, as: UTF8.self)
      for tag in ["<script", "<table", "<b>", "<a ", "href", "onload"] {
        #expect(!svg.contains(tag), "\(text): \(tag)")
      }
      #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      // The document behind prolog and document type is well-formed.
      let start = try #require(svg.range(of: "<svg"))
      let document = svg[start.lowerBound...].replacing(/<!--.*?-->/, with: "").replacing(/&#[0-9]+;/, with: "-")
      _ = try XMLReader.elements(of: String(document))
    }
  }
}
