#pragma once
#include <stddef.h>
#include <stdint.h>

/// One embedded data file: its bytes lie in the program image and live as long as the process.
struct entente_asset {
  const uint8_t *bytes;
  size_t count;
};

#include "exchange_codes.h"
#include "explorer.h"
#include "predicates.h"
#include "tokenization.h"
#include "coder.h"
#include "gazetteer.h"
#include "weights.h"
#include "word_classes.h"
