#pragma once

/// The weights of tagger, lemmatizer and parser, aligned to 64 bytes. Licence: data/LICENSE-weights.md.
struct entente_asset entente_linguistics_weights(void);
