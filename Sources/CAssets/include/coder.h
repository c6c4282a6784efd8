#pragma once
#include "CAssets.h"

/// The fitted weights of the event coder (data/coder.weights). Licence: data/LICENSE-weights.md.
struct entente_asset entente_coder_weights(void);
