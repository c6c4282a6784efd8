/// Sets text in lines of at most a given width.
enum LineBreaking {
  /// Breaks a text between words, or inside one that is wider than a line, and ends the last line in "…" where more
  /// is left than fits.
  ///
  /// - Complexity: O(*n*) in the characters of what is set.
  static func lines(
    of text: String, width limit: Double, size: Double, isBold: Bool = false, maximumLines: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    let space = TextMetrics.width(of: " ", size: size, isBold: isBold)
    for word in pieces(of: text, width: limit, size: size, isBold: isBold) {
      let wordWidth = TextMetrics.width(of: word.text, size: size, isBold: isBold)
      let gap = word.followsSpace && !line.isEmpty ? space : 0
      if !line.isEmpty && lineWidth + gap + wordWidth > limit {
        lines.append(line)
        if lines.count == maximumLines {
          lines[maximumLines - 1] = ellipsized(line, width: limit, size: size, isBold: isBold)
          return lines
        }
        line = word.text
        lineWidth = wordWidth
      } else {
        if gap > 0 { line += " " }
        line += word.text
        lineWidth += gap + wordWidth
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private struct Piece {
    var text: String
    var followsSpace: Bool
  }

  /// Words, with those that no line holds cut into pieces that fit, and a break allowed between any two characters
  /// set in full squares, as East Asian text is broken.
  private static func pieces(of text: String, width: Double, size: Double, isBold: Bool) -> some Sequence<Piece> {
    text.split(separator: " ").lazy.flatMap { word -> [Piece] in
      // Most words are ASCII and fit.
      if word.utf8.allSatisfy({ $0 < 0x80 }),
        TextMetrics.width(ofUTF8: word.utf8, size: size, isBold: isBold) <= width
      {
        return [Piece(text: String(word), followsSpace: true)]
      }
      var pieces: [Piece] = []
      var piece = ""
      var pieceWidth = 0.0
      var endsInSquare = false
      for character in word {
        let advance = TextMetrics.width(of: String(character), size: size, isBold: isBold)
        let isSquare = character.unicodeScalars.first.map { TextMetrics.isFullSquare(Int($0.value)) } ?? false
        if !piece.isEmpty && (pieceWidth + advance > width || isSquare || endsInSquare) {
          pieces.append(Piece(text: piece, followsSpace: pieces.isEmpty))
          piece = ""
          pieceWidth = 0
        }
        piece.append(character)
        pieceWidth += advance
        endsInSquare = isSquare
      }
      if !piece.isEmpty { pieces.append(Piece(text: piece, followsSpace: pieces.isEmpty)) }
      return pieces
    }
  }

  private static func ellipsized(_ line: String, width: Double, size: Double, isBold: Bool) -> String {
    var line = line
    while !line.isEmpty && TextMetrics.width(of: line + "…", size: size, isBold: isBold) > width { line.removeLast() }
    while line.last == " " { line.removeLast() }
    return line + "…"
  }
}
