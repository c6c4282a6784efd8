#pragma once
#include "CAssets.h"

/// Verbs, event nouns and evaluative adjectives with event, weight and argument slots (data/predicates.tsv).
struct entente_asset entente_asset_predicates(void);

/// Negation, modality, attribution, degree and aspect words (data/operators.tsv).
struct entente_asset entente_asset_operators(void);
