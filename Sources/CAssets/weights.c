#include "CAssets.h"

// Tables within are read in place, by cache lines.
static _Alignas(64) const uint8_t weights[] = {
#embed "data/linguistics.weights"
};

struct entente_asset entente_linguistics_weights(void) {
  return (struct entente_asset){weights, sizeof weights};
}
