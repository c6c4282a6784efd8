#include "word_classes.h"

static const uint8_t word_classes[] = {
#embed "data/word_classes.tsv"
};

struct entente_asset entente_word_classes(void) {
  return (struct entente_asset){word_classes, sizeof word_classes};
}
