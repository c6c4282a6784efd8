import Testing

@testable import Reports

struct SnippetTests {
  private let plain = Snippet(path: "figures/my graph.svg", caption: "Ties", alternative: "South Korea opposes GSOMIA.")
  private let hostile = Snippet(
    path: "a.svg", caption: "x_y {\\input} 50%",
    alternative: "a\" onerror=\"x [b](c) \\immediate\\write18{rm} #eval(\"x\") } ] <b> 5 % & $ ~ ^\n\n@Image")

  @Test func eachFormatHasItsOwnForm() {
    #expect(plain.text(.markdown) == "![South Korea opposes GSOMIA.](figures/my%20graph.svg)\n")
    #expect(
      plain.text(.html)
        == "<figure>\n<img src=\"figures/my%20graph.svg\" alt=\"South Korea opposes GSOMIA.\">\n<figcaption>Ties</figcaption>\n</figure>\n"
    )
    #expect(
      plain.text(.latex)
        == "\\begin{figure}[htbp]\n  \\centering\n  \\includegraphics[width=\\linewidth,alt={South Korea opposes GSOMIA.}]{\\detokenize{figures/my graph.pdf}}\n  \\caption{Ties}\n\\end{figure}\n"
    )
    #expect(
      plain.text(.typst)
        == "#figure(\n  image(\"figures/my graph.svg\", alt: \"South Korea opposes GSOMIA.\", width: 100%),\n  caption: \"Ties\",\n)\n"
    )
    #expect(
      plain.text(.quarto) == "![Ties](figures/my%20graph.svg){fig-alt=\"South Korea opposes GSOMIA.\"}\n")
    #expect(plain.text(.docc) == "@Image(source: \"my graph.svg\", alt: \"South Korea opposes GSOMIA.\")\n")
  }

  @Test func hostileTextStaysText() {
    #expect(hostile.text(.markdown).contains("a\" onerror=\"x \\[b\\](c)") && !hostile.text(.markdown).contains("<b>"))
    #expect(hostile.text(.html).contains("alt=\"a&quot; onerror=&quot;x"))
    let latex = hostile.text(.latex)
    #expect(latex.contains("\\textbackslash{}immediate\\textbackslash{}write18\\{rm\\}"))
    #expect(latex.contains("\\caption{x\\_y \\{\\textbackslash{}input\\} 50\\%}") && latex.contains("5 \\% \\& \\$"))
    #expect(hostile.text(.typst).contains("alt: \"a\\\" onerror=\\\"x [b](c) \\\\immediate"))
    for syntax in [Snippet.Syntax.quarto, .docc] {
      let text = hostile.text(syntax)
      #expect(text.filter { $0 == "\"" }.count == (syntax == .docc ? 4 : 2) && !text.contains("<b>"))
      #expect(text.split(separator: "\n").count == 1)
    }
  }
}
