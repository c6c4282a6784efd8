#include "gazetteer.h"

// Each table is a file under data/, taken into the program image as it stands.
#define TABLE(name) \
  struct entente_asset entente_gazetteer_##name(void) { \
    return (struct entente_asset){name, sizeof name}; \
  }

static const uint8_t countries[] = {
#embed "data/countries.tsv"
};
TABLE(countries)

static const uint8_t country_cues[] = {
#embed "data/country_cues.tsv"
};
TABLE(country_cues)

static const uint8_t regions[] = {
#embed "data/regions.tsv"
};
TABLE(regions)

static const uint8_t cities[] = {
#embed "data/cities.tsv"
};
TABLE(cities)

static const uint8_t organizations[] = {
#embed "data/organizations.tsv"
};
TABLE(organizations)

static const uint8_t generic_organizations[] = {
#embed "data/generic_organizations.tsv"
};
TABLE(generic_organizations)

static const uint8_t titles[] = {
#embed "data/titles.tsv"
};
TABLE(titles)

static const uint8_t title_modifiers[] = {
#embed "data/title_modifiers.tsv"
};
TABLE(title_modifiers)

static const uint8_t given_names[] = {
#embed "data/given_names.tsv"
};
TABLE(given_names)

static const uint8_t family_first_surnames[] = {
#embed "data/family_first_surnames.tsv"
};
TABLE(family_first_surnames)

static const uint8_t surname_particles[] = {
#embed "data/surname_particles.tsv"
};
TABLE(surname_particles)

static const uint8_t agreement_nouns[] = {
#embed "data/agreement_nouns.tsv"
};
TABLE(agreement_nouns)

static const uint8_t agreement_exceptions[] = {
#embed "data/agreement_exceptions.tsv"
};
TABLE(agreement_exceptions)

static const uint8_t media[] = {
#embed "data/media.tsv"
};
TABLE(media)

static const uint8_t events_not_entities[] = {
#embed "data/events_not_entities.tsv"
};
TABLE(events_not_entities)
