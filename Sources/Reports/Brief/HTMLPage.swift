/// A whole page of HTML around parts of a report. It asks the network for nothing.
public struct HTMLPage: Sendable {
  public var title: String
  public var parts: [ReportPart]

  public init(title: String, parts: [ReportPart]) {
    self.title = title
    self.parts = parts
  }

  public var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:">
    <title>\(HTMLWriter.escaped(title))</title>
    <style>
    \(HTMLPage.style)
    </style>
    </head>
    <body>
    <main>
    \(HTMLWriter(scope: "brief").text(of: parts))</main>
    </body>
    </html>

    """
  }

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0;font:17px/1.55 Georgia,'Liberation Serif',serif;color:#1d2430;background:#fff}
    main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem}
    h1,h2,h3,th{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;line-height:1.25}
    h1{font-size:1.9rem}h2{margin-top:2.4rem;border-bottom:1px solid #8886;padding-bottom:.2rem}
    figure{margin:1.5rem 0;overflow-x:auto}figure svg,figure img{max-width:100%;height:auto}
    table{border-collapse:collapse;font-size:.9em}th,td{padding:.35rem .6rem;text-align:left;border-bottom:1px solid #8884}
    li{margin:.35rem 0}cite{font-style:normal;opacity:.75}a{color:#0b5cad}
    @media(prefers-color-scheme:dark){body{color:#e6e9ef;background:#14181f}a{color:#8bbcf0}}
    @media(min-width:64rem){figure{margin-inline:-6rem}}
    @media print{body{font-size:11pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}li,figure{break-inside:avoid}}
    """
}
