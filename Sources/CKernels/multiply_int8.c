#include "CKernels.h"
#include "processor.h"

// Bits behind those that a narrowed number keeps.
#define ENTENTE_GUARD_BITS 3

#define GREATEST_DEPTH 1024

// The bits that numbers up to `greatest` may be shifted left to fill 16 bits with a sign, and the factor of bytes.
static inline int32_t shift_for(uint32_t greatest) { return greatest < 32768 ? __builtin_clz(greatest) - 17 : 0; }

static inline int32_t factor_for(uint32_t shifted) { return (int32_t)((127u << 15) / shifted); }

static inline float unit_for(int32_t factor, int32_t shift) { return 32768.0f / (float)(factor << shift); }

static inline float narrow_any(int8_t *to, const int16_t *from, ptrdiff_t depth) {
  uint32_t greatest = 1;
  for (ptrdiff_t k = 0; k < depth; k++) {
    uint32_t size = (uint32_t)(from[k] < 0 ? -(int32_t)from[k] : from[k]);
    greatest = size > greatest ? size : greatest;
  }
  int32_t shift = shift_for(greatest);
  int32_t factor = factor_for(greatest << shift);
  for (ptrdiff_t k = 0; k < depth; k++) to[k] = (int8_t)((from[k] * (1 << shift) * factor + (1 << 14)) >> 15);
  return unit_for(factor, shift);
}

// Numbers of up to four rows one beside the other, each with some bits turned over: number k of row i goes to
// `to[k * stride + i]`.
static inline __attribute__((always_inline)) void entente_interleave(const int32_t (*rows)[GREATEST_DEPTH / 4],
                                                                     ptrdiff_t count, ptrdiff_t numbers, int32_t turned,
                                                                     int32_t *to, ptrdiff_t stride) {
  typedef int32_t four __attribute__((ext_vector_type(4)));
  typedef struct __attribute__((packed, may_alias)) { four v; } four_at;
  if (count == 4) {
    for (ptrdiff_t k = 0; k < numbers; k += 4) {
      four a = ((const four_at *)(rows[0] + k))->v, b = ((const four_at *)(rows[1] + k))->v;
      four c = ((const four_at *)(rows[2] + k))->v, d = ((const four_at *)(rows[3] + k))->v;
      four ab = __builtin_shufflevector(a, b, 0, 4, 1, 5) ^ turned;
      four cd = __builtin_shufflevector(c, d, 0, 4, 1, 5) ^ turned;
      ((four_at *)(to + k * stride))->v = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
      ((four_at *)(to + (k + 1) * stride))->v = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
      ab = __builtin_shufflevector(a, b, 2, 6, 3, 7) ^ turned;
      cd = __builtin_shufflevector(c, d, 2, 6, 3, 7) ^ turned;
      ((four_at *)(to + (k + 2) * stride))->v = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
      ((four_at *)(to + (k + 3) * stride))->v = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
    }
    return;
  }
  for (ptrdiff_t i = 0; i < count; i++)
    for (ptrdiff_t k = 0; k < numbers; k++) to[k * stride + i] = rows[i][k] ^ turned;
}

#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

typedef int32x4_t fours_any;

static inline fours_any multiply_fours(fours_any sum, fours_any a, fours_any b) {
  int8x16_t left = vreinterpretq_s8_s32(a), right = vreinterpretq_s8_s32(b);
#if defined(__ARM_FEATURE_DOTPROD)
  return vdotq_s32(sum, left, right);
#else
  int32x4_t low = vpaddlq_s16(vmull_s8(vget_low_s8(left), vget_low_s8(right)));
  int32x4_t high = vpaddlq_s16(vmull_high_s8(left, right));
  return vaddq_s32(sum, vpaddq_s32(low, high));
#endif
}
#elif defined(__x86_64__)
#include <immintrin.h>

typedef int32_t fours_any __attribute__((ext_vector_type(4)));

static inline fours_any multiply_fours(fours_any sum, fours_any a, fours_any b) {
  __m128i left = (__m128i)a, right = (__m128i)b;
  left = _mm_srai_epi16(_mm_unpacklo_epi8(left, left), 8);
  __m128i low = _mm_madd_epi16(left, _mm_srai_epi16(_mm_unpacklo_epi8(right, right), 8));
  __m128i high = _mm_madd_epi16(left, _mm_srai_epi16(_mm_unpackhi_epi8(right, right), 8));
  __m128 even = _mm_shuffle_ps(_mm_castsi128_ps(low), _mm_castsi128_ps(high), 0x88);
  __m128 odd = _mm_shuffle_ps(_mm_castsi128_ps(low), _mm_castsi128_ps(high), 0xDD);
  return sum + (fours_any)_mm_add_epi32(_mm_castps_si128(even), _mm_castps_si128(odd));
}
#else
typedef int32_t fours_any __attribute__((ext_vector_type(4)));

static inline fours_any multiply_fours(fours_any sum, fours_any a, fours_any b) {
  for (int j = 0; j < 4; j++)
    for (int k = 0; k < 32; k += 8) sum[j] += (int8_t)(a[j] >> k) * (int8_t)(b[j] >> k);
  return sum;
}
#endif

static inline void store_narrow(int16_t *to, fours_any first, fours_any second, const int16_t *least) {
  for (int i = 0; i < 8; i++) {
    int32_t value = i < 4 ? first[i] : second[i - 4];
    value = value > 32767 ? 32767 : value;
    to[i] = (int16_t)(value < least[i] ? least[i] : value);
  }
}

// Short vectors, which every processor of a kind has.
#define NAME(x) x##_any
#define TARGET
#define LANES 4
#define ROWS 4
#define SHIFTED 0
#define STORE_NARROW store_narrow
#define NARROW narrow_any
#define MULTIPLY_FOURS(s, a, b) ((s) = multiply_fours(s, a, b))
#include "multiply_int8.inc"

#if defined(__x86_64__)

__attribute__((target("avx2"))) static inline float narrow_avx2(int8_t *to, const int16_t *from, ptrdiff_t depth) {
  const __m256i *row = (const __m256i *)from;
  __m256i sizes = _mm256_set1_epi16(1);
  for (ptrdiff_t k = 0; k < depth / 16; k++)
    sizes = _mm256_max_epu16(sizes, _mm256_abs_epi16(_mm256_loadu_si256(row + k)));
  // The processor finds the least of eight numbers without a sign.
  __m128i rest = _mm_max_epu16(_mm256_castsi256_si128(sizes), _mm256_extracti128_si256(sizes, 1));
  __m128i least = _mm_minpos_epu16(_mm_xor_si128(rest, _mm_set1_epi16(-1)));
  uint32_t greatest = (uint16_t)~_mm_extract_epi16(least, 0);
  int32_t shift = shift_for(greatest);
  int32_t factor = factor_for(greatest << shift);
  __m128i bits = _mm_cvtsi32_si128(shift);
  __m256i factors = _mm256_set1_epi16((int16_t)factor);
  for (ptrdiff_t k = 0; k < depth / 16; k += 2) {
    __m256i first = _mm256_mulhrs_epi16(_mm256_sll_epi16(_mm256_loadu_si256(row + k), bits), factors);
    __m256i second = _mm256_mulhrs_epi16(_mm256_sll_epi16(_mm256_loadu_si256(row + k + 1), bits), factors);
    __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(first, second), 0xD8);
    _mm256_storeu_si256((__m256i *)(to + k * 16), bytes);
  }
  return unit_for(factor, shift);
}

// Vectors of 128 bits are packed side by side, so that what belongs together has to be brought together again.
#define PACKED_AVX2(a, b) _mm256_permute4x64_epi64(_mm256_packs_epi32((__m256i)(a), (__m256i)(b)), 0xD8)
#define STORE_NARROW_AVX2(to, first, second, least) \
  _mm256_storeu_si256((__m256i *)(to), \
                      _mm256_max_epi16(PACKED_AVX2(first, second), _mm256_loadu_si256((const __m256i *)(least))))

// One factor must be without a sign: A's sign goes over to B. Two products of 127 by 127 fit 16 bits.
#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2")))
#define LANES 8
#define ROWS 6
#define SHIFTED 0
#define STORE_NARROW STORE_NARROW_AVX2
#define NARROW narrow_avx2
#define MULTIPLY_FOURS(s, a, b) \
  ((s) = (ints_avx2)_mm256_add_epi32( \
       (__m256i)(s), _mm256_madd_epi16(_mm256_maddubs_epi16(_mm256_abs_epi8((__m256i)(a)), \
                                                            _mm256_sign_epi8((__m256i)(b), (__m256i)(a))), \
                                       _mm256_set1_epi16(1))))
#include "multiply_int8.inc"

// The fused instruction of processors with short vectors only.
#define NAME(x) x##_avxvnni
#define TARGET __attribute__((target("avx2,avxvnni")))
#define LANES 8
#define ROWS 6
#define SHIFTED 1
#define STORE_NARROW STORE_NARROW_AVX2
#define NARROW narrow_avx2
#define MULTIPLY_FOURS(s, a, b) __asm__("%{vex%} vpdpbusd %2, %1, %0" : "+x"(s) : "x"(a), "x"(b))
#include "multiply_int8.inc"

#define NAME(x) x##_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))
#define LANES 16
#define ROWS 12
#define SHIFTED 1
#define ORDER_AVX512 _mm512_setr_epi64(0, 2, 4, 6, 1, 3, 5, 7)
#define PACKED_AVX512(a, b) _mm512_permutexvar_epi64(ORDER_AVX512, _mm512_packs_epi32((__m512i)(a), (__m512i)(b)))
#define STORE_NARROW(to, first, second, least) \
  _mm512_storeu_si512(to, _mm512_max_epi16(PACKED_AVX512(first, second), _mm512_loadu_si512(least)))
#define NARROW narrow_avx2
#define MULTIPLY_FOURS(s, a, b) __asm__("vpdpbusd %2, %1, %0" : "+v"(s) : "v"(a), "v"(b))
#include "multiply_int8.inc"
#endif

int entente_multiply_int8_by(enum entente_processor processor, const int16_t *a, ptrdiff_t rows, ptrdiff_t stride,
                             const struct entente_byte_matrix *b, int32_t *sums, int16_t *narrow) {
  switch (processor) {
#if defined(__x86_64__)
    case entente_processor_avx512:
      if (!entente_has_avx512()) return 0;
      int8_avx512(a, rows, stride, b, sums, narrow);
      return 1;
    case entente_processor_avxvnni:
      if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("avxvnni")) return 0;
      int8_avxvnni(a, rows, stride, b, sums, narrow);
      return 1;
    case entente_processor_avx2:
      if (!__builtin_cpu_supports("avx2")) return 0;
      int8_avx2(a, rows, stride, b, sums, narrow);
      return 1;
#endif
    case entente_processor_any: int8_any(a, rows, stride, b, sums, narrow); return 1;
    default: return 0;
  }
}

void entente_multiply_int8(const int16_t *a, ptrdiff_t rows, ptrdiff_t stride, const struct entente_byte_matrix *b,
                           int32_t *sums, int16_t *narrow) {
  for (int processor = entente_processor_avx512; processor >= entente_processor_any; processor--)
    if (entente_multiply_int8_by((enum entente_processor)processor, a, rows, stride, b, sums, narrow)) return;
}

void entente_pack_int8(const int16_t *from, ptrdiff_t columns, struct entente_byte_matrix *to, ptrdiff_t first) {
  // Until the end the places of starts hold the columns' greatest numbers and then their factors.
  int32_t *factors = to->starts + first;
  for (ptrdiff_t j = 0; j < columns; j++) factors[j] = 1;
  for (ptrdiff_t k = 0; k < to->depth; k += 2)
    for (ptrdiff_t j = 0; j < columns * 2; j++) {
      int32_t value = from[k * columns + j];
      value = value < 0 ? -value : value;
      factors[j / 2] = value > factors[j / 2] ? value : factors[j / 2];
    }
  for (ptrdiff_t j = 0; j < columns; j++) {
    factors[j] = (127 << 16) / factors[j];
    to->units[first + j] = 65536.0f / (float)factors[j];
  }
  for (ptrdiff_t strip = 0; strip < columns; strip += 32) {
    int8_t *weights = to->weights + (first + strip) * to->depth;
    int32_t sums[32] = {0};
    for (ptrdiff_t k = 0; k < to->depth; k++)
      for (ptrdiff_t j = 0; j < 32; j++) {
        int32_t value = from[k / 2 * 2 * columns + (strip + j) * 2 + k % 2] * factors[strip + j];
        int8_t byte = (int8_t)((value + (1 << 15)) >> 16);
        weights[k / 4 * 128 + j * 4 + k % 4] = byte;
        sums[j] += byte;
      }
    for (ptrdiff_t j = 0; j < 32; j++) factors[strip + j] = sums[j] * -128;
  }
}
