#pragma once
#include <stddef.h>
#include <stdint.h>

/// Matrix products for the network of Linguistics. Each picks the widest vectors that the processor has when it is
/// called; results are the same bits on every processor, since whole numbers are exact, and every product and sum of
/// floats is rounded alike, in one order.

/// C = A · B + bias for 16-bit A (rows × depth) and packed 16-bit B, in 32-bit sums that wrap around.
///
/// B is packed by pairs of rows: entry (k, j) lies at `((k / 2) * columns + j) * 2 + k % 2`.
/// `depth` is even, `columns` even. `bias` has `columns` entries.
void entente_multiply_int16(const int16_t *a, ptrdiff_t rows, ptrdiff_t depth, const int16_t *b, ptrdiff_t columns,
                            const int32_t *bias, int32_t *c);

/// A matrix of bytes from -127 to 127, each column in a unit of its own, as the right side of a product.
///
/// The weights lie in strips of 32 columns, and within a strip by fours of rows: entry (k, j) at
/// `j / 32 * 32 * depth + (k / 4 * 32 + j % 32) * 4 + k % 4`. `depth` is a multiple of 32 and at most 1024, `columns`
/// a multiple of 32.
struct entente_byte_matrix {
  int8_t *weights;
  /// -128 times the sum of each column.
  int32_t *starts;
  /// What the products with each column are multiplied by.
  float *units;
  /// Added to them then.
  int32_t *bias;
  /// The smallest 16-bit number that may stand in each column.
  int16_t *least;
  ptrdiff_t depth, columns;
};

/// Kinds of processors that products of bytes are written for, the later the faster.
enum entente_processor {
  entente_processor_any,
  entente_processor_avx2,
  entente_processor_avxvnni,
  entente_processor_avx512,
};

/// C = A · B for rows of 16-bit A that begin `stride` apart, taken as bytes, each row in a unit of its own.
///
/// Row i's greatest number `g`, shifted left by as many bits as 16 bits allow, gives the factor `f`, the greatest for
/// which `f * g` is at most `127 * 2^15`; its bytes are `(a * f + 2^14) >> 15` of the shifted numbers. An entry of C is
/// the whole sum of products of bytes times `units[j] * unit` as floats, cut off to a whole number, plus the bias. It
/// goes to `sums` as it is, or, where `sums` is null, to `narrow` with 3 bits taken off its end, clamped to 16 bits and
/// to B's `least`. A row's unit is 258 at most; with it, B's units must be so small that no entry reaches 2^31.
void entente_multiply_int8(const int16_t *a, ptrdiff_t rows, ptrdiff_t stride, const struct entente_byte_matrix *b,
                           int32_t *sums, int16_t *narrow);

/// The same by the instructions of one kind of processor; returns 0 and does nothing where this one lacks them.
int entente_multiply_int8_by(enum entente_processor processor, const int16_t *a, ptrdiff_t rows, ptrdiff_t stride,
                             const struct entente_byte_matrix *b, int32_t *sums, int16_t *narrow);

/// Fills some columns of a matrix of bytes, from `first` on, with the right side of ``entente_multiply_int16``: the
/// greatest number of each column becomes 127. `columns` and `first` are multiples of 32. A unit is that of the 16-bit
/// numbers; bias and least stay as they are.
void entente_pack_int8(const int16_t *from, ptrdiff_t columns, struct entente_byte_matrix *to, ptrdiff_t first);

/// C (+)= A · B for floats: entry (i, k) of A lies at `a[i * row_stride + k * depth_stride]`, B and C are row-major.
void entente_multiply_float(const float *a, ptrdiff_t rows, ptrdiff_t row_stride, ptrdiff_t depth,
                            ptrdiff_t depth_stride, const float *b, ptrdiff_t columns, float *c, int accumulate);

/// One recurrent layer's gates, cells and outputs in fixed point, in place of its input.
///
/// `u` holds for each row `width` candidates with 10 bits after the point, then `width` forget gates and `width` reset
/// gates with 14, before their clipping between 0 and 1; `x` the layer's input with 10, which the output replaces. The
/// first half of the columns runs through the rows forward, the second half backward. `cells` has room for `width`, a
/// multiple of 32.
void entente_recurrent_layer(const int16_t *u, int16_t *x, int16_t *cells, ptrdiff_t rows, ptrdiff_t width);

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
/// Rows begin `stride` apart. `depth` is even; columns from `rows` to `columns` become zero.
void entente_pack_columns(const int16_t *from, ptrdiff_t rows, ptrdiff_t stride, ptrdiff_t depth, ptrdiff_t columns,
                          int16_t *packed);

/// The place of each row's largest number, the first one of several. `columns` is a multiple of 32.
void entente_find_largest(const int32_t *numbers, ptrdiff_t rows, ptrdiff_t columns, int32_t *places);

/// The same by the instructions of one kind of processor; returns 0 and does nothing where this one lacks them.
int entente_find_largest_by(enum entente_processor processor, const int32_t *numbers, ptrdiff_t rows,
                            ptrdiff_t columns, int32_t *places);
