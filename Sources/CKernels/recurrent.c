#include "CKernels.h"

// A gate with 14 bits after the point lets through its share of one number and leaves the rest to the other.

static inline int32_t clipped_gate(int16_t gate) { return gate > 16384 ? 16384 : gate < 0 ? 0 : gate; }

static inline int16_t mixture(int32_t gate, int16_t open, int16_t closed) {
  return (int16_t)((gate * open + (16384 - gate) * closed + 8192) >> 14);
}

static void recurrent_any(const int16_t *u, int16_t *x, int16_t *cells, ptrdiff_t rows, ptrdiff_t width) {
  ptrdiff_t half = width / 2;
  for (int backward = 0; backward < 2; backward++) {
    ptrdiff_t from = backward ? half : 0;
    int16_t *cell = cells + from;
    for (ptrdiff_t j = 0; j < half; j++) cell[j] = 0;
    for (ptrdiff_t step = 0; step < rows; step++) {
      ptrdiff_t row = backward ? rows - 1 - step : step;
      const int16_t *candidate = u + row * width * 3 + from;
      const int16_t *forget = candidate + width;
      const int16_t *reset = forget + width;
      int16_t *value = x + row * width + from;
      for (ptrdiff_t j = 0; j < half; j++) {
        cell[j] = mixture(clipped_gate(forget[j]), cell[j], candidate[j]);
        value[j] = mixture(clipped_gate(reset[j]), cell[j], value[j]);
      }
    }
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i load(const int16_t *from) { return _mm256_loadu_si256((const __m256i *)from); }

AVX2 static inline __m256i rounded(__m256i sum) {
  return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(8192)), 14);
}

// Both products of a mixture are one instruction's sum of pairs.
AVX2 static inline __m256i mixtures(__m256i gate, __m256i open, __m256i closed) {
  __m256i one = _mm256_set1_epi16(16384);
  gate = _mm256_max_epi16(_mm256_min_epi16(gate, one), _mm256_setzero_si256());
  __m256i rest = _mm256_sub_epi16(one, gate);
  __m256i low = _mm256_madd_epi16(_mm256_unpacklo_epi16(open, closed), _mm256_unpacklo_epi16(gate, rest));
  __m256i high = _mm256_madd_epi16(_mm256_unpackhi_epi16(open, closed), _mm256_unpackhi_epi16(gate, rest));
  return _mm256_packs_epi32(rounded(low), rounded(high));
}

AVX2 static void recurrent_avx2(const int16_t *u, int16_t *x, int16_t *cells, ptrdiff_t rows, ptrdiff_t width) {
  ptrdiff_t half = width / 2;
  for (int backward = 0; backward < 2; backward++) {
    ptrdiff_t from = backward ? half : 0;
    int16_t *cell = cells + from;
    for (ptrdiff_t j = 0; j < half; j++) cell[j] = 0;
    for (ptrdiff_t step = 0; step < rows; step++) {
      ptrdiff_t row = backward ? rows - 1 - step : step;
      const int16_t *candidate = u + row * width * 3 + from;
      int16_t *value = x + row * width + from;
      for (ptrdiff_t j = 0; j < half; j += 16) {
        __m256i now = mixtures(load(candidate + width + j), load(cell + j), load(candidate + j));
        _mm256_storeu_si256((__m256i *)(cell + j), now);
        __m256i output = mixtures(load(candidate + width * 2 + j), now, load(value + j));
        _mm256_storeu_si256((__m256i *)(value + j), output);
      }
    }
  }
}
#endif

void entente_recurrent_layer(const int16_t *u, int16_t *x, int16_t *cells, ptrdiff_t rows, ptrdiff_t width) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return recurrent_avx2(u, x, cells, rows, width);
#endif
  recurrent_any(u, x, cells, rows, width);
}
