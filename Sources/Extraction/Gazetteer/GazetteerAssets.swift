import CAssets

/// The tables a gazetteer is made of, as bytes; tests make their own.
struct GazetteerAssets {
  var countries, regions, cities, organizations, organizationHeads, titles, titleModifiers, givenNames: entente_asset
  var surnameParticles, familyFirstSurnames, agreementNouns, agreementExceptions, countryCues: entente_asset
  var media, events, leaders, knownAgreements, countryGroups, wordClasses: entente_asset

  /// Those in the program image.
  static var embedded: GazetteerAssets {
    GazetteerAssets(
      countries: entente_gazetteer_countries(), regions: entente_gazetteer_regions(),
      cities: entente_gazetteer_cities(), organizations: entente_gazetteer_organizations(),
      organizationHeads: entente_gazetteer_generic_organizations(), titles: entente_gazetteer_titles(),
      titleModifiers: entente_gazetteer_title_modifiers(), givenNames: entente_gazetteer_given_names(),
      surnameParticles: entente_gazetteer_surname_particles(),
      familyFirstSurnames: entente_gazetteer_family_first_surnames(),
      agreementNouns: entente_gazetteer_agreement_nouns(),
      agreementExceptions: entente_gazetteer_agreement_exceptions(), countryCues: entente_gazetteer_country_cues(),
      media: entente_gazetteer_media(), events: entente_gazetteer_events_not_entities(),
      leaders: entente_leaders(), knownAgreements: entente_known_agreements(),
      countryGroups: entente_country_groups(), wordClasses: entente_word_classes())
  }
}

extension entente_asset {
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
}
