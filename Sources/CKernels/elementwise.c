#include "CKernels.h"
#include "processor.h"

#define NAME(x) x##_any
#define TARGET
#include "elementwise.inc"

#if defined(__x86_64__)
#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2")))
#include "elementwise.inc"

#define NAME(x) x##_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))
#include "elementwise.inc"
#endif

void entente_rectified_sum(int16_t *a, const int16_t *b, ptrdiff_t count) {
#if defined(__x86_64__)
  if (entente_has_avx512()) return rectified_sum_avx512(a, b, count);
  if (__builtin_cpu_supports("avx2")) return rectified_sum_avx2(a, b, count);
#endif
  rectified_sum_any(a, b, count);
}

void entente_sum_vectors(const int8_t *vectors, const int32_t *rows, ptrdiff_t count, ptrdiff_t width, int shift,
                         int16_t *sum) {
#if defined(__x86_64__)
  if (entente_has_avx512()) return sum_vectors_avx512(vectors, rows, count, width, shift, sum);
  if (__builtin_cpu_supports("avx2")) return sum_vectors_avx2(vectors, rows, count, width, shift, sum);
#endif
  sum_vectors_any(vectors, rows, count, width, shift, sum);
}

void entente_pack_columns(const int16_t *from, ptrdiff_t rows, ptrdiff_t stride, ptrdiff_t depth, ptrdiff_t columns,
                          int16_t *packed) {
  for (ptrdiff_t k = 0; k < depth; k += 2) {
    int16_t *to = packed + k * columns;
    for (ptrdiff_t i = 0; i < rows; i++) __builtin_memcpy(to + i * 2, from + i * stride + k, 4);
    __builtin_memset(to + rows * 2, 0, (size_t)(columns - rows) * 4);
  }
}
