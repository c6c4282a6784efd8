extension SVGWriter {
  /// All nodes, in canonical order.
  mutating func nodeParts() -> String {
    let size = content == .panels ? NodeFace.smallTitleSize : NodeFace.titleSize
    var part = "<g font-size=\"\(decimal(size))\" stroke-width=\"1.2\"\(paint(fill: .ink))>\n"
    for (index, node) in figure.diagram.nodes.enumerated() {
      guard let box = self.node(index)?.box else { continue }
      part += nodePart(index, node, figure.faces[index], box)
    }
    return part + "</g>\n"
  }

  private mutating func nodePart(_ index: Int, _ node: Diagram.Node, _ face: NodeFace, _ box: Rectangle) -> String {
    let (fill, stroke, ink, detail) = colours(of: node.kind)
    var opening = "<g id=\"\(scope)-n\(index)\" role=\"img\" data-kind=\"\(node.kind.rawValue)\""
    opening += " data-id=\"\(escapedXML(DisplayText.line(node.id, limit: 200)))\""
    if let change = node.change { opening += " data-change=\"\(change.rawValue)\"" }
    if node.emphasis == .pale { opening += " opacity=\".3\"" }
    opening += "><title>\(escapedXML(title(of: node)))</title>"
    // A country has no outline unless the outline says something.
    let outline = stroke ?? (node.emphasis == .strong || node.change == .vanished ? .outline : nil)
    var part = face.shape.element(in: box) + paint(fill: fill, stroke: outline)
    if node.emphasis == .strong { part += " stroke-width=\"2.4\"" }
    if node.change == .vanished { part += " stroke-dasharray=\"0 4\" stroke-linecap=\"round\"" }
    part += "/>"
    if face.isSmall {
      part += text(
        face.titleLines, x: box.center.x, y: box.center.y + 3.4, role: ink == .ink ? nil : ink, anchor: "middle",
        isBold: face.isBold)
      return opening + linked(part, to: node.link) + "</g>\n"
    }

    let inner = NodeFace.iconSize + NodeFace.iconGap + face.textWidth
    let left = (box.minX + (box.width - inner) / 2).rounded()
    part += icon(node.kind, x: left, y: (box.center.y - NodeFace.iconSize / 2).rounded(), scale: 1)

    let textLeft = left + NodeFace.iconSize + NodeFace.iconGap
    let secondLines = max(face.detailLines.count, face.tag == nil ? 0 : 1)
    let block =
      Double(face.titleLines.count) * NodeFace.titleLeading + Double(secondLines) * NodeFace.detailLeading
    let top = (box.center.y - block / 2).rounded()
    part += text(
      face.titleLines, x: textLeft, y: top + 12, leading: NodeFace.titleLeading, role: ink == .ink ? nil : ink,
      isBold: face.isBold)
    let baseline = top + Double(face.titleLines.count) * NodeFace.titleLeading + 9
    part += secondLine(face, x: textLeft, baseline: baseline, stroke: stroke ?? .outline, role: detail)
    return opening + linked(part, to: node.link) + "</g>\n"
  }

  /// The country tag in its frame, and the details after it.
  private mutating func secondLine(
    _ face: NodeFace, x: Double, baseline: Double, stroke: ColourRole, role: ColourRole
  ) -> String {
    guard let tag = face.tag else {
      guard !face.detailLines.isEmpty else { return "" }
      return text(
        face.detailLines, x: x, y: baseline, size: NodeFace.detailSize, leading: NodeFace.detailLeading, role: role)
    }
    let width = NodeFace.tagWidth(tag)
    var part = "<rect x=\"\(decimal(x))\" y=\"\(decimal(baseline - 8))\" width=\"\(decimal(width))\""
    part += " height=\"10\" rx=\"2\"\(paint(fill: nil, stroke: stroke)) stroke-width=\".8\"/>"
    let inset = (width - TextMetrics.width(of: tag, size: NodeFace.tagSize, isBold: true)) / 2
    part += "<text x=\"\(decimal(x + inset))\" y=\"\(decimal(baseline))\" font-size=\"\(decimal(NodeFace.detailSize))\""
    part += paint(fill: role)
    part += "><tspan font-size=\"\(decimal(NodeFace.tagSize))\" font-weight=\"bold\">\(escapedXML(tag))</tspan>"
    for (row, line) in face.detailLines.enumerated() {
      part += "<tspan x=\"\(decimal(x + width + 5))\""
      if row > 0 { part += " dy=\"\(decimal(NodeFace.detailLeading))\"" }
      part += ">\(escapedXML(line))</tspan>"
    }
    return part + "</text>"
  }

  /// Fill, outline, letters and second line by kind.
  func colours(
    of kind: Diagram.Node.Kind
  ) -> (fill: ColourRole, stroke: ColourRole?, ink: ColourRole, detail: ColourRole) {
    switch kind {
    case .country: (.country, nil, .onCountry, .onCountry)
    case .official: (.ground, .outline, .ink, .muted)
    case .organization: (.organization, .outline, .ink, .muted)
    case .agreement: (.ground, .outline, .ink, .muted)
    }
  }

  /// "Mark Milley (official, US): Chairman of the Joint Chiefs of Staff".
  private func title(of node: Diagram.Node) -> String {
    let tag = DisplayText.line(node.countryTag ?? "", limit: 3)
    let details = [node.subtitle, node.status].compactMap { $0 }.map { DisplayText.line($0, limit: 400) }
      .filter { !$0.isEmpty }
    let head = "\(DisplayText.line(node.label, limit: 400)) (\(node.kind.word)\(tag.isEmpty ? "" : ", " + tag))"
    return details.isEmpty ? head : head + ": " + details.joined(separator: " · ")
  }

  /// Content of a group, in a link where the address is a safe one.
  func linked(_ content: String, to address: String?) -> String {
    guard let address = safeLink(address) else { return content }
    return "<a href=\"\(escapedXML(address))\">" + content + "</a>"
  }
}
