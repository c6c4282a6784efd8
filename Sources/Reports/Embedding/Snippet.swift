/// The lines that set a picture into a text, ready to be pasted, with what the picture says in place of it.
public struct Snippet: Hashable, Sendable {
  /// What the text is written in.
  public enum Syntax: String, CaseIterable, Sendable {
    case markdown, html, latex, typst, quarto, docc
  }

  /// Where the picture lies, from the text: a path as a person names it.
  public var path: String
  /// What stands under the picture; none where empty.
  public var caption: String
  /// What the picture says.
  public var alternative: String

  public init(path: String, caption: String = "", alternative: String) {
    self.path = path
    self.caption = caption
    self.alternative = alternative
  }

  /// The snippet, with the end of its last line.
  public func text(_ syntax: Syntax) -> String {
    switch syntax {
    case .markdown:
      "![\(MarkdownWriter.escaped(alternative))](\(address))\n"
    case .html:
      """
      <figure>
      <img src="\(HTMLWriter.escaped(address))" alt="\(HTMLWriter.escaped(alternative))">
      \(caption.isEmpty ? "" : "<figcaption>\(HTMLWriter.escaped(caption))</figcaption>\n")</figure>

      """
    case .latex: latex
    case .typst: typst
    case .quarto:
      "![\(MarkdownWriter.escaped(caption))](\(address)){fig-alt=\"\(Snippet.attribute(alternative))\"}\n"
    case .docc:
      // DocC takes the file by its name, out of its catalog.
      "@Image(source: \"\(Snippet.attribute(name))\", alt: \"\(Snippet.attribute(alternative))\")\n"
    }
  }

  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path as an address, each step escaped by itself.
  private var address: String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { ReportEmbedding.address(of: String($0)) }
      .joined(separator: "/")
  }

  /// LaTeX with the keys that tagged PDF asks for: `alt` of graphicx (LaTeX 2022-06 and later). It takes PDF and PNG, and
  /// SVG as the PDF beside it.
  private var latex: String {
    let file = Snippet.latexFile(path)
    var lines = ["\\begin{figure}[htbp]", "  \\centering"]
    lines.append(
      "  \\includegraphics[width=\\linewidth,alt={\(Snippet.latex(alternative))}]{\\detokenize{\(Snippet.plainPath(file))}}"
    )
    if !caption.isEmpty { lines.append("  \\caption{\(Snippet.latex(caption))}") }
    return (lines + ["\\end{figure}"]).joined(separator: "\n") + "\n"
  }

  /// The file that LaTeX sets for a picture: of an SVG the PDF beside it.
  public static func latexFile(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), path[dot...].lowercased() == ".svg" else { return path }
    return path[..<dot] + ".pdf"
  }

  private var typst: String {
    var text = "#figure(\n  image(\"\(Snippet.string(path))\", alt: \"\(Snippet.string(alternative))\", width: 100%),\n"
    if !caption.isEmpty { text += "  caption: \"\(Snippet.string(caption))\",\n" }
    return text + ")\n"
  }

  /// A text as nothing but text in LaTeX.
  static func latex(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_": result += "\\" + String(scalar)
      case "^": result += "\\textasciicircum{}"
      case "~": result += "\\textasciitilde{}"
      case "<": result += "\\textless{}"
      case ">": result += "\\textgreater{}"
      // A comma would end the key's value in a reader of keys that knows no braces; brackets would end the options.
      case "[": result += "{[}"
      case "]": result += "{]}"
      case "−": result += "\\ensuremath{-}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A path without what LaTeX would run or take for the end of it.
  private static func plainPath(_ path: String) -> String {
    String(
      String.UnicodeScalarView(
        TerminalText.escaped(path).unicodeScalars.filter { !"\\{}%#^~$".unicodeScalars.contains($0) }))
  }

  /// Within the quotation marks of a string of Typst.
  private static func string(_ text: String) -> String {
    TerminalText.escaped(text).flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }.reduce(into: "") {
      $0.append($1)
    }
  }

  /// Within the quotation marks of an attribute in Markdown: those of the text become typographic.
  private static func attribute(_ text: String) -> String {
    var result = ""
    var isOpen = false
    for character in TerminalText.escaped(text) {
      switch character {
      case "\"":
        isOpen.toggle()
        result += isOpen ? "“" : "”"
      case "\\": result += "∖"
      case "<": result += "‹"
      case ">": result += "›"
      case "{": result += "("
      case "}": result += ")"
      case "`": result += "’"
      default: result.append(character)
      }
    }
    return result
  }
}
