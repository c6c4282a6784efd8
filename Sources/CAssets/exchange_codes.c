#include "exchange_codes.h"

static const uint8_t country_codes[] = {
#embed "data/country_codes.tsv"
};

static const uint8_t cameo[] = {
#embed "data/cameo.tsv"
};

struct entente_asset entente_asset_country_codes(void) {
  return (struct entente_asset){country_codes, sizeof country_codes};
}

struct entente_asset entente_asset_cameo(void) {
  return (struct entente_asset){cameo, sizeof cameo};
}
