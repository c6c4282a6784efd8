#include "CKernels.h"
#include "processor.h"

// Any processor: vectors of one lane, which the compiler may widen.
static inline int32_t load_int(const void *from) {
  int32_t value;
  __builtin_memcpy(&value, from, 4);
  return value;
}

static inline int32_t multiply_pair(int32_t sum, int32_t a, int32_t b) {
  int32_t low = (int32_t)(int16_t)a * (int16_t)b;
  int32_t high = (a >> 16) * (b >> 16);
  return (int32_t)((uint32_t)sum + (uint32_t)low + (uint32_t)high);
}

#define NAME(x) x##_any
#define TARGET
#define LANES 1
#define ROWS 4
#define INTS int32_t
#define LOAD_INTS(p) load_int(p)
#define STORE_INTS(p, v) (*(p) = (v))
#define REPEAT_INT(v) (v)
#define MULTIPLY_PAIRS(s, a, b) ((s) = multiply_pair(s, a, b))
#include "multiply_int16.inc"

#if defined(__x86_64__)
#include <immintrin.h>

#define NAME(x) x##_sse2
#define TARGET __attribute__((unused))
#define LANES 4
#define ROWS 4
#define INTS __m128i
#define LOAD_INTS(p) _mm_loadu_si128((const __m128i *)(p))
#define STORE_INTS(p, v) _mm_storeu_si128((__m128i *)(p), v)
#define REPEAT_INT(v) _mm_set1_epi32(v)
#define MULTIPLY_PAIRS(s, a, b) ((s) = _mm_add_epi32(s, _mm_madd_epi16(a, b)))
#include "multiply_int16.inc"

#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2")))
#define LANES 8
#define ROWS 6
#define INTS __m256i
#define LOAD_INTS(p) _mm256_loadu_si256((const __m256i *)(p))
#define STORE_INTS(p, v) _mm256_storeu_si256((__m256i *)(p), v)
#define REPEAT_INT(v) _mm256_set1_epi32(v)
#define MULTIPLY_PAIRS(s, a, b) ((s) = _mm256_add_epi32(s, _mm256_madd_epi16(a, b)))
#include "multiply_int16.inc"

// The compiler takes the fused instruction apart into two when it is asked for by its intrinsic.
#define NAME(x) x##_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
#define LANES 16
#define ROWS 12
#define INTS __m512i
#define LOAD_INTS(p) _mm512_loadu_si512((const void *)(p))
#define STORE_INTS(p, v) _mm512_storeu_si512((void *)(p), v)
#define REPEAT_INT(v) _mm512_set1_epi32(v)
#define MULTIPLY_PAIRS(s, a, b) __asm__("vpdpwssd %2, %1, %0" : "+v"(s) : "v"(a), "v"(b))
#include "multiply_int16.inc"
#endif

void entente_multiply_int16(const int16_t *a, ptrdiff_t rows, ptrdiff_t depth, const int16_t *b, ptrdiff_t columns,
                            const int32_t *bias, int32_t *c) {
#if defined(__x86_64__)
  if (columns % 32 == 0 && entente_has_avx512()) return int16_avx512(a, rows, depth, b, columns, bias, c);
  if (columns % 16 == 0 && __builtin_cpu_supports("avx2")) return int16_avx2(a, rows, depth, b, columns, bias, c);
  if (columns % 8 == 0) return int16_sse2(a, rows, depth, b, columns, bias, c);
#endif
  int16_any(a, rows, depth, b, columns, bias, c);
}
