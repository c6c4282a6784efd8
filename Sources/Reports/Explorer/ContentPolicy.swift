import Provenance

/// A content policy under which a page can load nothing, and run and style with nothing but what it was written with.
///
/// Source: Content Security Policy Level 3, W3C, sections 6.1 and 6.7.
struct ContentPolicy {
  var styles: [String]
  var scripts: [String]

  /// For the attribute `content` of a `meta` element.
  var text: String {
    let parts = [
      "default-src 'none'", "style-src \(sources(styles))", "script-src \(sources(scripts))", "img-src data:",
      "base-uri 'none'", "form-action 'none'",
    ]
    return parts.joined(separator: "; ")
  }

  private func sources(_ texts: [String]) -> String {
    texts.map { "'sha256-\(ContentPolicy.base64(ContentPolicy.digest(of: $0)))'" }.joined(separator: " ")
  }

  private static func digest(of text: String) -> [UInt8] {
    var hash = SHA256()
    hash.update(text.utf8)
    return hash.finish()
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
