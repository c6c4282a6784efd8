#include "explorer.h"

static const uint8_t page[] = {
#embed "data/explorer.html"
};

static const uint8_t style[] = {
#embed "data/explorer.css"
};

static const uint8_t script[] = {
#embed "data/explorer.js"
};

struct entente_asset entente_asset_explorer_page(void) { return (struct entente_asset){page, sizeof page}; }

struct entente_asset entente_asset_explorer_style(void) { return (struct entente_asset){style, sizeof style}; }

struct entente_asset entente_asset_explorer_script(void) { return (struct entente_asset){script, sizeof script}; }
