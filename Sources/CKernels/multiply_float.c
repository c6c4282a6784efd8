#include "CKernels.h"

// Any processor: vectors of one lane, which the compiler may widen.
#define NAME(x) x##_any
#define TARGET
#define LANES 1
#define FLOATS float
#define LOAD_FLOATS(p) (*(p))
#define STORE_FLOATS(p, v) (*(p) = (v))
#define REPEAT_FLOAT(v) ((float)(v))
#define MULTIPLY_FLOATS(s, a, b) __builtin_fmaf(a, b, s)
#include "multiply_float.inc"

#if defined(__x86_64__)
#include <immintrin.h>

// Every x86-64 processor has SSE2; its floats have no fused multiplication, so they go the slow way.
#define NAME(x) x##_sse2
#define TARGET __attribute__((unused))
#define LANES 4
#define FLOATS __m128
#define LOAD_FLOATS(p) _mm_loadu_ps(p)
#define STORE_FLOATS(p, v) _mm_storeu_ps(p, v)
#define REPEAT_FLOAT(v) _mm_set1_ps(v)
#define MULTIPLY_FLOATS(s, a, b) \
  _mm_set_ps(__builtin_fmaf(a[3], b[3], s[3]), __builtin_fmaf(a[2], b[2], s[2]), __builtin_fmaf(a[1], b[1], s[1]), \
             __builtin_fmaf(a[0], b[0], s[0]))
#include "multiply_float.inc"

#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define FLOATS __m256
#define LOAD_FLOATS(p) _mm256_loadu_ps(p)
#define STORE_FLOATS(p, v) _mm256_storeu_ps(p, v)
#define REPEAT_FLOAT(v) _mm256_set1_ps(v)
#define MULTIPLY_FLOATS(s, a, b) _mm256_fmadd_ps(a, b, s)
#include "multiply_float.inc"

#define NAME(x) x##_avx512
#define TARGET __attribute__((target("avx512f")))
#define LANES 16
#define FLOATS __m512
#define LOAD_FLOATS(p) _mm512_loadu_ps(p)
#define STORE_FLOATS(p, v) _mm512_storeu_ps(p, v)
#define REPEAT_FLOAT(v) _mm512_set1_ps(v)
#define MULTIPLY_FLOATS(s, a, b) _mm512_fmadd_ps(a, b, s)
#include "multiply_float.inc"

static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f");
}

static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
#endif

void entente_multiply_float(const float *a, ptrdiff_t rows, ptrdiff_t row_stride, ptrdiff_t depth,
                            ptrdiff_t depth_stride, const float *b, ptrdiff_t columns, float *c, int accumulate) {
#if defined(__x86_64__)
  if (has_avx512()) return float_avx512(a, rows, row_stride, depth, depth_stride, b, columns, c, accumulate);
  if (has_avx2()) return float_avx2(a, rows, row_stride, depth, depth_stride, b, columns, c, accumulate);
#endif
  float_any(a, rows, row_stride, depth, depth_stride, b, columns, c, accumulate);
}
