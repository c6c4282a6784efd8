/// Text as the content of an XML element or of an attribute in double quotes.
func escapedXML(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A web address fit for a link: `http`, `https`, `mailto` or relative to the page; nil for all others, such as
/// `javascript:`, in whatever spelling.
package func safeLink(_ address: String?) -> String? {
  guard let address, !address.isEmpty, address.utf8.count <= 2000 else { return nil }
  // Browsers drop control characters inside an address, and space around it, before they look at the scheme.
  guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }), DisplayText.line(address) == address
  else { return nil }
  guard let colon = address.utf8.firstIndex(of: 0x3A) else { return address }
  // A colon after a slash, a question mark or a hash belongs to no scheme.
  let head = address.utf8[..<colon]
  if head.contains(where: { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }) { return address }
  let scheme = String(address[..<colon]).lowercased()
  return ["http", "https", "mailto"].contains(scheme) ? address : nil
}
