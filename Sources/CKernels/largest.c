#include "CKernels.h"
#include "processor.h"

static void largest_any(const int32_t *numbers, ptrdiff_t rows, ptrdiff_t columns, int32_t *places) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const int32_t *own = numbers + row * columns;
    int32_t best = 0;
    for (ptrdiff_t j = 1; j < columns; j++)
      if (own[j] > own[best]) best = (int32_t)j;
    places[row] = best;
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static void largest_avx2(const int32_t *numbers, ptrdiff_t rows, ptrdiff_t columns,
                                                         int32_t *places) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const __m256i *own = (const __m256i *)(numbers + row * columns);
    __m256i best = _mm256_loadu_si256(own);
    for (ptrdiff_t j = 1; j < columns / 8; j++) best = _mm256_max_epi32(best, _mm256_loadu_si256(own + j));
    best = _mm256_max_epi32(best, _mm256_permute2x128_si256(best, best, 1));
    best = _mm256_max_epi32(best, _mm256_shuffle_epi32(best, 0x4E));
    best = _mm256_max_epi32(best, _mm256_shuffle_epi32(best, 0xB1));
    int32_t place = 0;
    unsigned found = 0;
    for (; !found; place += 8)
      found = (unsigned)_mm256_movemask_ps(
          _mm256_castsi256_ps(_mm256_cmpeq_epi32(best, _mm256_loadu_si256(own + place / 8))));
    places[row] = place - 8 + __builtin_ctz(found);
  }
}

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))) static void largest_avx512(
    const int32_t *numbers, ptrdiff_t rows, ptrdiff_t columns, int32_t *places) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const int32_t *own = numbers + row * columns;
    __m512i best = _mm512_loadu_si512(own);
    for (ptrdiff_t j = 16; j < columns; j += 16) best = _mm512_max_epi32(best, _mm512_loadu_si512(own + j));
    best = _mm512_max_epi32(best, _mm512_shuffle_i64x2(best, best, 0x4E));
    best = _mm512_max_epi32(best, _mm512_shuffle_i64x2(best, best, 0xB1));
    best = _mm512_max_epi32(best, _mm512_shuffle_epi32(best, 0x4E));
    best = _mm512_max_epi32(best, _mm512_shuffle_epi32(best, 0xB1));
    int32_t place = 0;
    unsigned found = 0;
    for (; !found; place += 16) found = _mm512_cmpeq_epi32_mask(best, _mm512_loadu_si512(own + place));
    places[row] = place - 16 + __builtin_ctz(found);
  }
}
#endif

int entente_find_largest_by(enum entente_processor processor, const int32_t *numbers, ptrdiff_t rows,
                            ptrdiff_t columns, int32_t *places) {
  switch (processor) {
#if defined(__x86_64__)
    case entente_processor_avx512:
      if (!entente_has_avx512()) return 0;
      largest_avx512(numbers, rows, columns, places);
      return 1;
    case entente_processor_avx2:
      if (!__builtin_cpu_supports("avx2")) return 0;
      largest_avx2(numbers, rows, columns, places);
      return 1;
#endif
    case entente_processor_any: largest_any(numbers, rows, columns, places); return 1;
    default: return 0;
  }
}

void entente_find_largest(const int32_t *numbers, ptrdiff_t rows, ptrdiff_t columns, int32_t *places) {
  for (int processor = entente_processor_avx512; processor >= entente_processor_any; processor--)
    if (entente_find_largest_by((enum entente_processor)processor, numbers, rows, columns, places)) return;
}
