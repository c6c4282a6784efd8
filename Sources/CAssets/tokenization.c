#include "tokenization.h"

static const uint8_t words[] = {
#embed "data/tokenization.tsv"
};

struct entente_asset entente_tokenization_words(void) {
  return (struct entente_asset){words, sizeof words};
}
