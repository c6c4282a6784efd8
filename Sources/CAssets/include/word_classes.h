#pragma once
#include "CAssets.h"

/// Closed and small classes of English words that the rules of mention finding, coreference and dates speak of.
struct entente_asset entente_word_classes(void);

/// Agreements that are named by their initials.
struct entente_asset entente_known_agreements(void);

/// What not every country is called: islands, kingdoms, and the parts of the world.
struct entente_asset entente_country_groups(void);

/// Heads of state and government with the years they were in office.
struct entente_asset entente_leaders(void);
