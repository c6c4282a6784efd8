#include "word_classes.h"

static const uint8_t word_classes[] = {
#embed "data/word_classes.tsv"
};

struct entente_asset entente_word_classes(void) {
  return (struct entente_asset){word_classes, sizeof word_classes};
}

static const uint8_t leaders[] = {
#embed "data/leaders.tsv"
};

static const uint8_t known_agreements[] = {
#embed "data/known_agreements.tsv"
};

struct entente_asset entente_known_agreements(void) {
  return (struct entente_asset){known_agreements, sizeof known_agreements};
}

static const uint8_t country_groups[] = {
#embed "data/country_groups.tsv"
};

struct entente_asset entente_country_groups(void) {
  return (struct entente_asset){country_groups, sizeof country_groups};
}

struct entente_asset entente_leaders(void) { return (struct entente_asset){leaders, sizeof leaders}; }
