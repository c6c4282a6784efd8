import Diagrams
import Foundation
import GraphvizRendering
import Testing

@Suite struct SVGConverterTests {
  private static var installed: SVGConverter? {
    SVGConverter(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  @Test func `where the program is not there, neither is the converter`() {
    #expect(SVGConverter(searchPath: "/nonexistent:/also/not") == nil)
    #expect(SVGConverter(searchPath: "") == nil)
  }

  @Test(.enabled(if: installed != nil, "rsvg-convert is not installed"))
  func `a picture becomes PNG and PDF`() throws {
    let converter = try #require(Self.installed)
    let svg = try Figure(Samples.gsomia).svg(DiagramLayout(engine: .dot))
    #expect(try converter.convert(svg, to: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try converter.convert(svg, to: .pdf).starts(with: Array("%PDF".utf8)))
    #expect(throws: RenderingError.self) { try converter.convert("<svg", to: .png) }
  }
}
