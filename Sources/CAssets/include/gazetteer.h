#pragma once
#include "CAssets.h"

// The gazetteer: what names countries, places, organizations, offices and people. Tab-separated
// UTF-8 with `#` comments on top that say what the columns mean, a header row, and rows in byte
// order of their first column.

/// Countries, territories and former states, with every form that names them.
struct entente_asset entente_gazetteer_countries(void);
/// Words that speak for or against reading an ambiguous form as a country.
struct entente_asset entente_gazetteer_country_cues(void);
/// Places that are no countries: regions, provinces, continents.
struct entente_asset entente_gazetteer_regions(void);
/// Major cities, with their country.
struct entente_asset entente_gazetteer_cities(void);
/// Bodies that act under a name of their own.
struct entente_asset entente_gazetteer_organizations(void);
/// Kinds of bodies that nearly every country has: "Foreign Ministry", "Navy".
struct entente_asset entente_gazetteer_generic_organizations(void);
/// Offices, ranks and honorifics.
struct entente_asset entente_gazetteer_titles(void);
/// Words before a title that say when or how it is held: "former", "acting", "deputy".
struct entente_asset entente_gazetteer_title_modifiers(void);
/// Given names, with the gender they imply.
struct entente_asset entente_gazetteer_given_names(void);
/// Family names of languages in which they come first: "Kim", "Xi", "Nguyen".
struct entente_asset entente_gazetteer_family_first_surnames(void);
/// Words inside a surname: "bin", "van der", "de".
struct entente_asset entente_gazetteer_surname_particles(void);
/// Nouns that head the name or description of an agreement.
struct entente_asset entente_gazetteer_agreement_nouns(void);
/// Phrases with such a noun that name no agreement: "in agreement", "deal with".
struct entente_asset entente_gazetteer_agreement_exceptions(void);
/// News agencies, papers and broadcasters, which are never actors.
struct entente_asset entente_gazetteer_media(void);
/// Capitalised names of meetings, wars and programs, which are no entities.
struct entente_asset entente_gazetteer_events_not_entities(void);
