import Testing

@testable import Diagrams

/// Contrast by WCAG 2.2, 1.4.3 and 1.4.11: text 4.5, what must be seen to understand 3.
@Suite struct PaletteTests {
  private static func luminance(_ colour: Colour) -> Double {
    func linear(_ channel: UInt8) -> Double {
      // The sRGB curve by a polynomial is close enough to judge by, and needs no power function.
      let c = Double(channel) / 255
      return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  fileprivate static func contrast(_ a: Colour, _ b: Colour) -> Double {
    let (low, high) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  @Test(arguments: [Palette.light, .dark, .greyscale, .colourblind])
  func `contrast is enough`(palette: Palette) {
    for (text, ground) in [
      (ColourRole.ink, ColourRole.ground), (.muted, .ground), (.ink, .tint), (.muted, .tint), (.onCountry, .country),
      (.ink, .organization), (.muted, .organization),
    ] {
      #expect(Self.contrast(palette[text], palette[ground]) >= 4.5, "\(text) on \(ground)")
    }
    for (mark, ground) in [
      (ColourRole.supports, ColourRole.ground), (.opposes, .ground), (.mixed, .ground), (.tie, .ground),
      (.outline, .ground), (.country, .ground), (.onSign, .supports), (.onSign, .opposes), (.onSign, .mixed),
    ] {
      #expect(Self.contrast(palette[mark], palette[ground]) >= 3, "\(mark) on \(ground)")
    }
  }

  @Test func `polarity has the hues of Okabe and Ito`() {
    #expect(Palette.light[.supports].hex == "#0072b2" && Palette.light[.opposes].hex == "#d55e00")
  }

  @Test func `every theme has every role`() {
    for theme in DiagramStyle.Theme.allCases {
      for role in ColourRole.allCases { #expect(Palette.base(of: theme)[role].hex.hasPrefix("#")) }
    }
  }
}

extension PaletteTests {
  @Test(arguments: [Palette.greyscale, .colourblind])
  func `without hue polarity is told by lightness`(palette: Palette) {
    #expect(Self.contrast(palette[.supports], palette[.opposes]) >= 1.6)
  }

  @Test(arguments: DiagramStyle.Theme.allCases)
  func `every theme goes by its name`(theme: DiagramStyle.Theme) {
    #expect(DiagramStyle.Theme(named: theme.name) == theme)
    #expect(DiagramStyle.Theme(named: theme.name.uppercased()) == theme)
    #expect(DiagramStyle.Theme(named: "sepia") == nil)
  }
}
