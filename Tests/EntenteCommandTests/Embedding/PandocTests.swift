import Entente
import EntenteCommand
import Foundation
import TestSupport
import Testing

/// The filter over trees by hand.
struct PandocTests {
  private func filtered(_ blocks: String, target: String = "html") async throws -> String {
    let document = "{\"pandoc-api-version\":[1,22],\"meta\":{},\"blocks\":[\(blocks)]}"
    let data = try await PandocFilter(target: target, searchPath: "").filter(Data(document.utf8)) { words, scope in
      guard words[0] != "fail" else { return .failure(.init("no such thing")) }
      if words[0] == "picture" {
        return .success([.picture(ReportPicture(svg: "<svg id=\"\(scope)\"/>", alternative: "a"))])
      }
      return .success([.paragraph(Prose("\\textbf{x} <b>") + .strong("y") + .citation([1]))])
    }
    return String(decoding: data, as: UTF8.self)
  }

  @Test func blocksAreReplacedWhereverTheyStand() async throws {
    let code = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"list\\nofficials\"]}"
    let answer =
      "{\"c\":[{\"c\":\"\\\\textbf{x}\",\"t\":\"Str\"},{\"t\":\"Space\"},{\"c\":\"<b>\",\"t\":\"Str\"},{\"c\":[{\"c\":\"y\",\"t\":\"Str\"}],\"t\":\"Strong\"},{\"t\":\"Space\"},{\"c\":\"[1]\",\"t\":\"Str\"}],\"t\":\"Para\"}"
    #expect(try await filtered(code).contains("\"blocks\":[\(answer)]"))
    let nested = "{\"t\":\"BlockQuote\",\"c\":[{\"t\":\"BulletList\",\"c\":[[\(code)]]}]}"
    #expect(try await filtered(nested).contains("[[\(answer)]]"))
    let inline = "{\"t\":\"Para\",\"c\":[{\"t\":\"Code\",\"c\":[[\"\",[],[]],\"entente list\"]}]}"
    #expect(try await filtered(inline).contains("\"blocks\":[\(answer)]"))
    func raw(_ text: String) -> String { "{\"t\":\"RawBlock\",\"c\":[\"html\",\"\(text)\"]}" }
    let pair = [raw("<!-- entente: list -->"), "{\"t\":\"HorizontalRule\"}", raw("<!-- /entente -->\\n")]
    #expect(try await filtered(pair.joined(separator: ",")).contains("\"blocks\":[\(answer)]"))
    #expect(try await filtered(raw("<!-- entente: list -->\\n<!-- /entente -->")).contains("\"blocks\":[\(answer)]"))
    let other = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"swift\"],[]],\"list\"]}"
    #expect(try await filtered(other + "," + raw("<!-- other -->")).contains("swift"))
  }

  @Test func whatCannotBeAnsweredIsTold() async throws {
    for (words, message) in [
      ("fail x", "\"fail x\": no such thing"), ("", "a block is empty"), ("show \\\"x", "never closed"),
    ] {
      let code = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"\(words)\"]}"
      let failure = await #expect(throws: PandocFilter.Failure.self) { try await filtered(code) }
      #expect(failure?.description.contains(message) == true)
    }
    let open = "{\"t\":\"RawBlock\",\"c\":[\"html\",\"<!-- entente: list -->\"]}"
    await #expect(throws: PandocFilter.Failure.self) { try await filtered(open) }
    await #expect(throws: PandocFilter.Failure.self) {
      try await PandocFilter(target: "html", searchPath: "").filter(Data("{}".utf8)) { _, _ in .success([]) }
    }
    let picture = "{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"picture\"]}"
    #expect(try await filtered(picture + "," + picture).contains("max-width:100%;height:auto\\\" id=\\\"e2p\\\"/>"))
    let failure = await #expect(throws: PandocFilter.Failure.self) { try await filtered(picture, target: "docx") }
    #expect(failure?.description.contains("install librsvg2-bin") == true)
  }

  @Test(arguments: [
    ("html", PandocFilter.PictureForm.svg), ("html5+smart", .svg), ("epub3", .svg), ("revealjs", .svg),
    ("latex", .pdfFile),
    ("beamer", .pdfFile), ("docx", .png), ("odt", .png), ("pptx", .png), ("typst", .pngFile),
    ("gfm-raw_html", .pngFile),
  ])
  func picturesFitTheTarget(target: String, form: PandocFilter.PictureForm) {
    #expect(PandocFilter.PictureForm(target: target) == form)
  }

  private func parts(_ parts: [ReportPart], target: String) async throws -> String {
    let document =
      "{\"pandoc-api-version\":[1,22],\"meta\":{},\"blocks\":[{\"t\":\"CodeBlock\",\"c\":[[\"\",[\"entente\"],[]],\"x\"]}]}"
    let data = try await PandocFilter(target: target, searchPath: "").filter(Data(document.utf8)) { _, _ in
      .success(parts)
    }
    return String(decoding: data, as: UTF8.self)
  }

  @Test func texGetsWhatItsFontsHave() async throws {
    let minus = [ReportPart.paragraph(Prose("by −0.14 then"))]
    #expect(try await parts(minus, target: "docx").contains("\"−0.14\""))
    let tex = try await parts(minus, target: "latex")
    #expect(tex.contains("[{\"t\":\"InlineMath\"},\"-\"]") && tex.contains("\"0.14\"") && !tex.contains("−"))
    let long = [ReportPart.verbatim("a → b\n" + String(repeating: "x", count: 200))]
    #expect(try await parts(long, target: "html").contains("\"a → b\\n\(String(repeating: "x", count: 200))\""))
    let code = try await parts(long, target: "latex")
    #expect(code.contains("a > b\\n\(String(repeating: "x", count: 92))\\n    xxxx") && code.contains("scriptsize"))
  }

  @Test func columnsAreAsWideAsTheirTexts() async throws {
    let table = ReportTable(["day", ">a header of many short words"], rows: [[Prose("22 November 2019"), Prose("1")]])
    let text = try await parts([.table(table)], target: "docx")
    let widths = text.components(separatedBy: "\"ColWidth\"").count - 1
    #expect(widths == 2 && text.contains("0.6") && text.contains("AlignRight"), "\(text)")
  }
}
