#pragma once
#include "CAssets.h"

/// Codes by which other data sets call countries (data/country_codes.tsv).
struct entente_asset entente_asset_country_codes(void);

/// CAMEO event codes with PLOVER type and Goldstein intensity (data/cameo.tsv).
struct entente_asset entente_asset_cameo(void);
