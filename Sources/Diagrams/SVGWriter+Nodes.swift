extension SVGWriter {
  /// All nodes, in canonical order.
  mutating func nodeParts() -> String {
    let size = content == .panels ? NodeFace.smallTitleSize : NodeFace.titleSize
    var part = "<g font-size=\"\(decimal(size))\"\(paint(fill: .ink))>\n"
    for (index, node) in figure.diagram.nodes.enumerated() {
      guard let placed = layout.nodes[DotWriter.nodeName(index)] else { continue }
      // The size is the face's own: an engine gives it back in inches with few decimals.
      let face = figure.faces[index]
      let box = Rectangle(center: placed.center, width: face.width, height: face.height)
      part += nodePart(index, node, face, box)
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
    let weight = node.emphasis == .strong ? 2.4 : 1.2
    var part = face.shape.element(in: box) + paint(fill: fill, stroke: stroke)
    part += " stroke-width=\"\(decimal(weight))\""
    if node.change == .vanished { part += " stroke-dasharray=\"0 4\" stroke-linecap=\"round\"" }
    part += "/>"
    if face.isSmall {
      part += text(
        face.titleLines, x: box.center.x, y: box.center.y + 3.4, role: ink == .ink ? nil : ink, anchor: "middle",
        isBold: face.isBold)
      return opening + linked(part, to: node.link) + "</g>\n"
    }

    let inner = NodeFace.iconSize + NodeFace.iconGap + face.textWidth
    let left = box.minX + (box.width - inner) / 2
    part += icon(node.kind, x: left, y: box.center.y - NodeFace.iconSize / 2, scale: 1)

    let textLeft = left + NodeFace.iconSize + NodeFace.iconGap
    let secondLines = max(face.detailLines.count, face.tag == nil ? 0 : 1)
    let block =
      Double(face.titleLines.count) * NodeFace.titleLeading + Double(secondLines) * NodeFace.detailLeading
    let top = box.center.y - block / 2
    part += text(
      face.titleLines, x: textLeft, y: top + 11.3, leading: NodeFace.titleLeading, role: ink == .ink ? nil : ink,
      isBold: face.isBold)
    let baseline = top + Double(face.titleLines.count) * NodeFace.titleLeading + 9
    var detailLeft = textLeft
    if let tag = face.tag {
      let width = NodeFace.tagWidth(tag)
      part += "<rect x=\"\(decimal(textLeft))\" y=\"\(decimal(baseline - 8))\" width=\"\(decimal(width))\""
      part += " height=\"10\" rx=\"2\"\(paint(fill: nil, stroke: stroke)) stroke-width=\".8\"/>"
      part += text(
        [tag], x: textLeft + width / 2, y: baseline - 0.1, size: NodeFace.tagSize, role: detail, anchor: "middle",
        isBold: true)
      detailLeft += width + 5
    }
    if !face.detailLines.isEmpty {
      part += text(
        face.detailLines, x: detailLeft, y: baseline, size: NodeFace.detailSize, leading: NodeFace.detailLeading,
        role: detail)
    }
    return opening + linked(part, to: node.link) + "</g>\n"
  }

  /// Fill, outline, letters and second line by kind.
  func colours(
    of kind: Diagram.Node.Kind
  ) -> (fill: ColourRole, stroke: ColourRole, ink: ColourRole, detail: ColourRole) {
    switch kind {
    case .country: (.country, .country, .onCountry, .onCountry)
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
