#include "coder.h"

static const uint8_t coder[] = {
#embed "data/coder.weights"
};

struct entente_asset entente_coder_weights(void) { return (struct entente_asset){coder, sizeof coder}; }
