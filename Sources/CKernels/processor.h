#ifndef ENTENTE_PROCESSOR_H
#define ENTENTE_PROCESSOR_H

#if defined(__x86_64__)
// Vectors of 512 bits, masks for shorter ones, and the fused products of 16-bit numbers.
static inline int entente_has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vnni");
}
#endif

#endif
