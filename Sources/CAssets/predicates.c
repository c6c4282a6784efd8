#include "predicates.h"

static const uint8_t predicates[] = {
#embed "data/predicates.tsv"
};

static const uint8_t operators[] = {
#embed "data/operators.tsv"
};

struct entente_asset entente_asset_predicates(void) {
  return (struct entente_asset){predicates, sizeof predicates};
}

struct entente_asset entente_asset_operators(void) {
  return (struct entente_asset){operators, sizeof operators};
}
