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
    h1{font-size:1.9rem;margin-bottom:.4rem}h1+p{margin-top:0;color:#5a6372}
    h2{margin-top:2.4rem;border-bottom:1px solid #8886;padding-bottom:.2rem}
    figure{margin:1.5rem 0;overflow-x:auto}figure svg,figure img{max-width:100%;height:auto}
    table{border-collapse:collapse;font-size:.9em}th,td{padding:.35rem .6rem;text-align:left;border-bottom:1px solid #8884}
    ul,ol{padding-left:1.4rem}li{margin:.4rem 0}cite{font-style:normal;color:#5a6372}
    pre{overflow-x:auto;font-size:.8em;line-height:1.4}
    a{color:#0b5cad}a.entente-cite{font-size:.72em;line-height:0;vertical-align:.4em;text-decoration:none}
    a.entente-cite:hover,a.entente-cite:focus{text-decoration:underline}li:target{background:#f0c04033}
    @media(prefers-color-scheme:dark){body{color:#e6e9ef;background:#14181f}a{color:#8bbcf0}h1+p,cite{color:#a3adbd}}
    @media(min-width:64rem){figure{margin-inline:-6rem}}
    @media(max-width:44rem){body{font-size:16px}figure svg,figure img{max-width:none;min-width:48rem}}
    @media print{@page{margin:18mm}body{font-size:10.5pt;color:#000;background:#fff}main{max-width:none;padding:0}
    figure{margin-inline:0;overflow:visible}figure svg,figure img{min-width:0;max-width:100%}
    a{color:inherit;text-decoration:none}h2,h3{break-after:avoid}li,figure,tr{break-inside:avoid}}
    """
}
