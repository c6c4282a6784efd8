/// What a colour is for.
enum ColourRole: String, CaseIterable {
  /// The card that the picture lies on.
  case ground
  case ink
  /// Second lines, the subtitle, the source.
  case muted
  /// Rules and frames.
  case hairline
  /// Clusters.
  case tint
  /// Outlines of nodes.
  case outline
  case country
  case onCountry
  case organization
  /// Affiliation, party, membership.
  case tie
  case supports, opposes, mixed
  /// The sign on a disc of the three above.
  case onSign

  /// Classes that a style sheet hangs on, short because every shape carries one: "fa" fills with the first role, "sb"
  /// strokes with the second.
  var fillClass: String { "f" + letter }
  var strokeClass: String { "s" + letter }

  private var letter: String { String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(ordinal))) }

  /// Place among all roles.
  var ordinal: Int {
    switch self {
    case .ground: 0
    case .ink: 1
    case .muted: 2
    case .hairline: 3
    case .tint: 4
    case .outline: 5
    case .country: 6
    case .onCountry: 7
    case .organization: 8
    case .tie: 9
    case .supports: 10
    case .opposes: 11
    case .mixed: 12
    case .onSign: 13
    }
  }
}

/// The attributes that paint with each role of a palette, spelled out once for a picture: every shape carries some.
struct PaintAttributes {
  /// ` fill="#fff"` and ` stroke="#fff"`, by the role's ordinal.
  let fills: [String]
  let strokes: [String]
  let fillClasses: [String]
  let strokeClasses: [String]

  init(_ palette: Palette) {
    fills = ColourRole.allCases.map { " fill=\"\(palette[$0].hex)\"" }
    strokes = ColourRole.allCases.map { " stroke=\"\(palette[$0].hex)\"" }
    fillClasses = ColourRole.allCases.map(\.fillClass)
    strokeClasses = ColourRole.allCases.map(\.strokeClass)
  }
}

/// An sRGB colour.
struct Colour: Hashable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// - Parameter hex: 0xRRGGBB.
  init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// "#0072b2", or "#fff" where three digits say the same.
  var hex: String {
    let digits = Array("0123456789abcdef")
    let parts = [red, green, blue]
    if parts.allSatisfy({ $0 >> 4 == $0 & 15 }) { return "#" + String(parts.map { digits[Int($0 & 15)] }) }
    return "#" + String(parts.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// The colours of one theme.
///
/// Hue is kept for polarity: Okabe and Ito's blue and vermillion, which the colour-blind tell apart
/// (https://jfly.uni-koeln.de/color/). Kinds of nodes differ by shape, icon and tone alone.
struct Palette: Hashable {
  private var colours: [ColourRole: Colour]

  subscript(_ role: ColourRole) -> Colour { colours[role]! }

  static let light = Palette(colours: [
    .ground: Colour(0xFFFFFF), .ink: Colour(0x161B22), .muted: Colour(0x56606D), .hairline: Colour(0xD8DDE3),
    .tint: Colour(0xF3F5F8), .outline: Colour(0x5B6673), .country: Colour(0x27323E), .onCountry: Colour(0xFFFFFF),
    .organization: Colour(0xE4E8ED), .tie: Colour(0x87919D), .supports: Colour(0x0072B2),
    .opposes: Colour(0xD55E00), .mixed: Colour(0x6B7480), .onSign: Colour(0xFFFFFF),
  ])

  static let dark = Palette(colours: [
    .ground: Colour(0x12161B), .ink: Colour(0xEEF1F4), .muted: Colour(0xA7B1BC), .hairline: Colour(0x333B44),
    .tint: Colour(0x1B2128), .outline: Colour(0x94A0AD), .country: Colour(0xDDE3EA), .onCountry: Colour(0x12161B),
    .organization: Colour(0x2D363F), .tie: Colour(0x727D89), .supports: Colour(0x56B4E9),
    .opposes: Colour(0xFF8C42), .mixed: Colour(0xA7B1BC), .onSign: Colour(0x12161B),
  ])

  static let greyscale = Palette(colours: [
    .ground: Colour(0xFFFFFF), .ink: Colour(0x111111), .muted: Colour(0x555555), .hairline: Colour(0xD4D4D4),
    .tint: Colour(0xF4F4F4), .outline: Colour(0x5C5C5C), .country: Colour(0x2B2B2B), .onCountry: Colour(0xFFFFFF),
    .organization: Colour(0xE6E6E6), .tie: Colour(0x8C8C8C), .supports: Colour(0x222222),
    .opposes: Colour(0x666666), .mixed: Colour(0x808080), .onSign: Colour(0xFFFFFF),
  ])

  /// Deep blue against golden brown: apart in hue for every kind of colour vision, and in lightness by half.
  static let colourblind = Palette(colours: [
    .ground: Colour(0xFFFFFF), .ink: Colour(0x161B22), .muted: Colour(0x56606D), .hairline: Colour(0xD8DDE3),
    .tint: Colour(0xF3F5F8), .outline: Colour(0x5B6673), .country: Colour(0x27323E), .onCountry: Colour(0xFFFFFF),
    .organization: Colour(0xE4E8ED), .tie: Colour(0x87919D), .supports: Colour(0x0B3C8C),
    .opposes: Colour(0xB07700), .mixed: Colour(0x6B7480), .onSign: Colour(0xFFFFFF),
  ])

  /// What a theme is written with where nothing overrides it.
  static func base(of theme: DiagramStyle.Theme) -> Palette {
    switch theme {
    case .automatic, .light: .light
    case .dark: .dark
    case .greyscale: .greyscale
    case .colourblind: .colourblind
    }
  }
}
