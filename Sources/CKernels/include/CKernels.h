#pragma once
#include <stddef.h>
#include <stdint.h>

/// Matrix products for the network of Linguistics. Each picks the widest vectors that the processor has when it is
/// called; results are the same bits on every processor, since whole numbers are exact and every sum of floats is
/// taken in one order with fused multiplication.

/// C = A · B + bias for 16-bit A (rows × depth) and packed 16-bit B, in 32-bit sums that wrap around.
///
/// B is packed by pairs of rows: entry (k, j) lies at `((k / 2) * columns + j) * 2 + k % 2`.
/// `depth` is even, `columns` even. `bias` has `columns` entries.
void entente_multiply_int16(const int16_t *a, ptrdiff_t rows, ptrdiff_t depth, const int16_t *b, ptrdiff_t columns,
                            const int32_t *bias, int32_t *c);

/// C (+)= A · B for floats: entry (i, k) of A lies at `a[i * row_stride + k * depth_stride]`, B and C are row-major.
void entente_multiply_float(const float *a, ptrdiff_t rows, ptrdiff_t row_stride, ptrdiff_t depth,
                            ptrdiff_t depth_stride, const float *b, ptrdiff_t columns, float *c, int accumulate);

/// One recurrent layer's gates, cells and outputs in fixed point, in place of its input.
///
/// `u` holds for each row `width` candidates, `width` forget gates and `width` reset gates before their clipping, with
/// 22 bits after the point; `x` the layer's input with 10 bits after the point, which the output replaces. The first
/// half of the columns runs through the rows forward, the second half backward. `cell` has room for `2 * width`.
void entente_recurrent_layer(const int32_t *u, int16_t *x, int16_t *cells, ptrdiff_t rows, ptrdiff_t width);

/// out = clamp(in >> shift) to 16 bits, from `least` on: 0 makes it a rectifier, -32768 keeps the sign.
void entente_narrow(const int32_t *in, ptrdiff_t count, int shift, int least, int16_t *out);

/// a = max(0, a + b), at most 32767.
void entente_rectified_sum(int16_t *a, const int16_t *b, ptrdiff_t count);

/// sum = the sum of some vectors of bytes, shifted left: those that begin at `vectors + rows[i] * width`.
///
/// `width` is a multiple of 32.
void entente_sum_vectors(const int8_t *vectors, const int32_t *rows, ptrdiff_t count, ptrdiff_t width, int shift,
                         int16_t *sum);

/// Tells the processor that an address will be read soon.
static inline void entente_prefetch(const void *address) { __builtin_prefetch(address); }

/// Packs rows of 16-bit numbers as the right side of ``entente_multiply_int16``: row i becomes column i.
///
/// `depth` is even; columns from `rows` to `columns` become zero.
void entente_pack_columns(const int16_t *from, ptrdiff_t rows, ptrdiff_t depth, ptrdiff_t columns, int16_t *packed);

/// The index of the largest number, the first one of several.
ptrdiff_t entente_index_of_largest(const int32_t *numbers, ptrdiff_t count);
