#include "CKernels.h"

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
#define INTS int32_t
#define FLOATS float
#define LOAD_INTS(p) load_int(p)
#define STORE_INTS(p, v) (*(p) = (v))
#define LOAD_FLOATS(p) (*(p))
#define STORE_FLOATS(p, v) (*(p) = (v))
#define REPEAT_INT(v) (v)
#define REPEAT_FLOAT(v) ((float)(v))
#define MULTIPLY_PAIRS(s, a, b) multiply_pair(s, a, b)
#define MULTIPLY_FLOATS(s, a, b) __builtin_fmaf(a, b, s)
#include "multiply.inc"

#if defined(__x86_64__)
#include <immintrin.h>

// Every x86-64 processor has SSE2; its floats have no fused multiplication, so they go the slow way.
#define NAME(x) x##_sse2
#define TARGET __attribute__((unused))
#define LANES 4
#define INTS __m128i
#define FLOATS __m128
#define LOAD_INTS(p) _mm_loadu_si128((const __m128i *)(p))
#define STORE_INTS(p, v) _mm_storeu_si128((__m128i *)(p), v)
#define LOAD_FLOATS(p) _mm_loadu_ps(p)
#define STORE_FLOATS(p, v) _mm_storeu_ps(p, v)
#define REPEAT_INT(v) _mm_set1_epi32(v)
#define REPEAT_FLOAT(v) _mm_set1_ps(v)
#define MULTIPLY_PAIRS(s, a, b) _mm_add_epi32(s, _mm_madd_epi16(a, b))
#define MULTIPLY_FLOATS(s, a, b) \
  _mm_set_ps(__builtin_fmaf(a[3], b[3], s[3]), __builtin_fmaf(a[2], b[2], s[2]), __builtin_fmaf(a[1], b[1], s[1]), \
             __builtin_fmaf(a[0], b[0], s[0]))
#include "multiply.inc"

#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define INTS __m256i
#define FLOATS __m256
#define LOAD_INTS(p) _mm256_loadu_si256((const __m256i *)(p))
#define STORE_INTS(p, v) _mm256_storeu_si256((__m256i *)(p), v)
#define LOAD_FLOATS(p) _mm256_loadu_ps(p)
#define STORE_FLOATS(p, v) _mm256_storeu_ps(p, v)
#define REPEAT_INT(v) _mm256_set1_epi32(v)
#define REPEAT_FLOAT(v) _mm256_set1_ps(v)
#define MULTIPLY_PAIRS(s, a, b) _mm256_add_epi32(s, _mm256_madd_epi16(a, b))
#define MULTIPLY_FLOATS(s, a, b) _mm256_fmadd_ps(a, b, s)
#include "multiply.inc"

#define NAME(x) x##_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
#define LANES 16
#define INTS __m512i
#define FLOATS __m512
#define LOAD_INTS(p) _mm512_loadu_si512((const void *)(p))
#define STORE_INTS(p, v) _mm512_storeu_si512((void *)(p), v)
#define LOAD_FLOATS(p) _mm512_loadu_ps(p)
#define STORE_FLOATS(p, v) _mm512_storeu_ps(p, v)
#define REPEAT_INT(v) _mm512_set1_epi32(v)
#define REPEAT_FLOAT(v) _mm512_set1_ps(v)
#define MULTIPLY_PAIRS(s, a, b) _mm512_dpwssd_epi32(s, a, b)
#define MULTIPLY_FLOATS(s, a, b) _mm512_fmadd_ps(a, b, s)
#include "multiply.inc"

static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
}

static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
#endif

void entente_multiply_int16(const int16_t *a, ptrdiff_t rows, ptrdiff_t depth, const int16_t *b, ptrdiff_t columns,
                            const int32_t *bias, int32_t *c) {
#if defined(__x86_64__)
  if (columns % 32 == 0 && has_avx512()) return int16_avx512(a, rows, depth, b, columns, bias, c);
  if (columns % 16 == 0 && has_avx2()) return int16_avx2(a, rows, depth, b, columns, bias, c);
  if (columns % 8 == 0) return int16_sse2(a, rows, depth, b, columns, bias, c);
#endif
  int16_any(a, rows, depth, b, columns, bias, c);
}

void entente_multiply_float(const float *a, ptrdiff_t rows, ptrdiff_t row_stride, ptrdiff_t depth,
                            ptrdiff_t depth_stride, const float *b, ptrdiff_t columns, float *c, int accumulate) {
#if defined(__x86_64__)
  if (has_avx512()) return float_avx512(a, rows, row_stride, depth, depth_stride, b, columns, c, accumulate);
  if (has_avx2()) return float_avx2(a, rows, row_stride, depth, depth_stride, b, columns, c, accumulate);
#endif
  float_any(a, rows, row_stride, depth, depth_stride, b, columns, c, accumulate);
}
