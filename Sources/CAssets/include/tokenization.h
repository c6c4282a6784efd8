#pragma once
#include "CAssets.h"

/// Words that decide where a token or a sentence ends (data/tokenization.tsv).
struct entente_asset entente_tokenization_words(void);
