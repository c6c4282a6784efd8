#pragma once
#include "CAssets.h"

/// The page around a picture, with places to fill in as {{name}} (data/explorer.html).
struct entente_asset entente_asset_explorer_page(void);

/// How that page looks (data/explorer.css).
struct entente_asset entente_asset_explorer_style(void);

/// What makes it answer (data/explorer.js).
struct entente_asset entente_asset_explorer_script(void);
