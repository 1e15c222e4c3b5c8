#include "CPopulation.h"

#define ANY_PREFIX(tile) ((tile)->prefix)

#define INLINE static inline __attribute__((always_inline))

// Plain C, once as it is and once with the instruction that counts bits.

typedef struct { const uint64_t *of[2]; } plain_queries;
#define PLAIN_QUERY_WORDS(name, words, prefix) const plain_queries name = { { (words)[0], (words)[1] } }

INLINE void plain_full(const uint64_t *query, const uint64_t *records, size_t words, uint64_t *overlaps)
{
    for (unsigned lane = 0; lane < POPULATION_LANES; lane++) overlaps[lane] = 0;
    for (size_t word = 0; word < words; word++)
        for (unsigned lane = 0; lane < POPULATION_LANES; lane++)
            overlaps[lane] += (uint64_t)__builtin_popcountll(query[word] & records[word * POPULATION_LANES + lane]);
}

INLINE unsigned plain_screen(plain_queries held, const uint64_t *records, size_t prefix, int64_t bound0, int64_t bound1)
{
    const int64_t bounds[2] = { bound0, bound1 };
    unsigned passing = 0;
    for (unsigned which = 0; which < 2; which++) {
        uint64_t overlaps[POPULATION_LANES];
        plain_full(held.of[which], records, prefix, overlaps);
        for (unsigned lane = 0; lane < POPULATION_LANES; lane++)
            if ((int64_t)overlaps[lane] >= bounds[which]) passing |= 1u << which;
    }
    return passing;
}

#define SCAN scan_portable
#define TARGET
#define SCREEN plain_screen
#define FULL plain_full
#define QUERY_WORDS PLAIN_QUERY_WORDS
#define PREFIX ANY_PREFIX
#include "scan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define SCAN scan_popcnt
#define TARGET __attribute__((target("popcnt")))
#define SCREEN plain_screen
#define FULL plain_full
#define QUERY_WORDS PLAIN_QUERY_WORDS
#define PREFIX ANY_PREFIX
#include "scan.h"

// AVX2 counts the bits of each byte by looking its halves up (Muła, Kurz, Lemire: Faster Population Counts Using AVX2
// Instructions, The Computer Journal 61, 2018). A byte holds the sum of 31 such counts at most.

#define AVX2 __attribute__((target("avx2,popcnt")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2,popcnt")))
enum { BYTE_SUMS = 31 };

AVX2_INLINE __m256i avx2_bytes(__m256i bits)
{
    const __m256i table = _mm256_setr_epi8(
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i low = _mm256_set1_epi8(0x0f);
    return _mm256_add_epi8(
        _mm256_shuffle_epi8(table, _mm256_and_si256(bits, low)),
        _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bits, 4), low)));
}

AVX2_INLINE void avx2_overlaps(const uint64_t *query, const uint64_t *records, size_t words, __m256i sums[2])
{
    const __m256i zero = _mm256_setzero_si256();
    sums[0] = zero;
    sums[1] = zero;
    for (size_t word = 0; word < words;) {
        const size_t stop = words - word > BYTE_SUMS ? word + BYTE_SUMS : words;
        __m256i bytes0 = zero, bytes1 = zero;
        for (; word < stop; word++) {
            const __m256i asked = _mm256_set1_epi64x((long long)query[word]);
            const __m256i *lanes = (const __m256i *)(records + word * POPULATION_LANES);
            bytes0 = _mm256_add_epi8(bytes0, avx2_bytes(_mm256_and_si256(asked, _mm256_loadu_si256(lanes))));
            bytes1 = _mm256_add_epi8(bytes1, avx2_bytes(_mm256_and_si256(asked, _mm256_loadu_si256(lanes + 1))));
        }
        sums[0] = _mm256_add_epi64(sums[0], _mm256_sad_epu8(bytes0, zero));
        sums[1] = _mm256_add_epi64(sums[1], _mm256_sad_epu8(bytes1, zero));
    }
}

AVX2_INLINE void avx2_full(const uint64_t *query, const uint64_t *records, size_t words, uint64_t *overlaps)
{
    __m256i sums[2];
    avx2_overlaps(query, records, words, sums);
    _mm256_storeu_si256((__m256i *)overlaps, sums[0]);
    _mm256_storeu_si256((__m256i *)(overlaps + 4), sums[1]);
}

AVX2_INLINE unsigned avx2_screen(
    plain_queries held, const uint64_t *records, size_t prefix, int64_t bound0, int64_t bound1)
{
    const int64_t bounds[2] = { bound0, bound1 };
    unsigned passing = 0;
    for (unsigned which = 0; which < 2; which++) {
        __m256i sums[2];
        avx2_overlaps(held.of[which], records, prefix, sums);
        const __m256i below = _mm256_set1_epi64x(bounds[which] - 1);
        const __m256i above =
            _mm256_or_si256(_mm256_cmpgt_epi64(sums[0], below), _mm256_cmpgt_epi64(sums[1], below));
        if (!_mm256_testz_si256(above, above)) passing |= 1u << which;
    }
    return passing;
}

#define SCAN scan_avx2
#define TARGET AVX2
#define SCREEN avx2_screen
#define FULL avx2_full
#define QUERY_WORDS PLAIN_QUERY_WORDS
#define PREFIX ANY_PREFIX
#include "scan.h"

// AVX-512 counts the bits of eight words in one instruction. For the prefixes that are usual with 1,024 bits the scan is compiled
// with that number, so that both queries' words stay in registers.

#define AVX512 __attribute__((target("avx512f,avx512vpopcntdq")))
#define AVX512_INLINE static inline __attribute__((always_inline, target("avx512f,avx512vpopcntdq")))
enum { HELD_WORDS = 8 };

typedef struct {
    __m512i words[2][HELD_WORDS];
} avx512_queries;

AVX512_INLINE avx512_queries avx512_hold(const uint64_t *const queries[2], size_t prefix)
{
    avx512_queries held;
    for (unsigned which = 0; which < 2; which++) {
        for (unsigned word = 0; word < HELD_WORDS; word++)
            held.words[which][word] = _mm512_set1_epi64(word < prefix ? (long long)queries[which][word] : 0);
    }
    return held;
}
#define AVX512_QUERY_WORDS(name, words, prefix) const avx512_queries name = avx512_hold(words, prefix)

AVX512_INLINE void avx512_full(const uint64_t *query, const uint64_t *records, size_t words, uint64_t *overlaps)
{
    __m512i sums = _mm512_setzero_si512();
    for (size_t word = 0; word < words; word++) {
        const __m512i asked = _mm512_set1_epi64((long long)query[word]);
        const __m512i lanes = _mm512_loadu_si512(records + word * POPULATION_LANES);
        sums = _mm512_add_epi64(sums, _mm512_popcnt_epi64(_mm512_and_si512(asked, lanes)));
    }
    _mm512_storeu_si512(overlaps, sums);
}

AVX512_INLINE unsigned avx512_passing(__m512i sums0, __m512i sums1, int64_t bound0, int64_t bound1)
{
    const unsigned passing0 = _mm512_cmpge_epi64_mask(sums0, _mm512_set1_epi64(bound0));
    const unsigned passing1 = _mm512_cmpge_epi64_mask(sums1, _mm512_set1_epi64(bound1));
    return (passing0 != 0 ? 1u : 0u) | (passing1 != 0 ? 2u : 0u);
}

AVX512_INLINE unsigned avx512_screen(
    avx512_queries held, const uint64_t *records, const size_t prefix, int64_t bound0, int64_t bound1)
{
    __m512i sums0 = _mm512_setzero_si512(), sums1 = _mm512_setzero_si512();
#pragma clang loop unroll(full)
    for (size_t word = 0; word < prefix; word++) {
        const __m512i lanes = _mm512_loadu_si512(records + word * POPULATION_LANES);
        sums0 = _mm512_add_epi64(sums0, _mm512_popcnt_epi64(_mm512_and_si512(held.words[0][word], lanes)));
        sums1 = _mm512_add_epi64(sums1, _mm512_popcnt_epi64(_mm512_and_si512(held.words[1][word], lanes)));
    }
    return avx512_passing(sums0, sums1, bound0, bound1);
}

AVX512_INLINE unsigned avx512_screen_any(
    plain_queries held, const uint64_t *records, size_t prefix, int64_t bound0, int64_t bound1)
{
    __m512i sums0 = _mm512_setzero_si512(), sums1 = _mm512_setzero_si512();
    for (size_t word = 0; word < prefix; word++) {
        const __m512i lanes = _mm512_loadu_si512(records + word * POPULATION_LANES);
        const __m512i asked0 = _mm512_set1_epi64((long long)held.of[0][word]);
        const __m512i asked1 = _mm512_set1_epi64((long long)held.of[1][word]);
        sums0 = _mm512_add_epi64(sums0, _mm512_popcnt_epi64(_mm512_and_si512(asked0, lanes)));
        sums1 = _mm512_add_epi64(sums1, _mm512_popcnt_epi64(_mm512_and_si512(asked1, lanes)));
    }
    return avx512_passing(sums0, sums1, bound0, bound1);
}

#define SCAN scan_avx512_5
#define TARGET AVX512
#define SCREEN avx512_screen
#define FULL avx512_full
#define QUERY_WORDS AVX512_QUERY_WORDS
#define PREFIX(tile) 5
#include "scan.h"

#define SCAN scan_avx512_6
#define TARGET AVX512
#define SCREEN avx512_screen
#define FULL avx512_full
#define QUERY_WORDS AVX512_QUERY_WORDS
#define PREFIX(tile) 6
#include "scan.h"

#define SCAN scan_avx512_7
#define TARGET AVX512
#define SCREEN avx512_screen
#define FULL avx512_full
#define QUERY_WORDS AVX512_QUERY_WORDS
#define PREFIX(tile) 7
#include "scan.h"

#define SCAN scan_avx512_8
#define TARGET AVX512
#define SCREEN avx512_screen
#define FULL avx512_full
#define QUERY_WORDS AVX512_QUERY_WORDS
#define PREFIX(tile) 8
#include "scan.h"

#define SCAN scan_avx512_any
#define TARGET AVX512
#define SCREEN avx512_screen_any
#define FULL avx512_full
#define QUERY_WORDS PLAIN_QUERY_WORDS
#define PREFIX ANY_PREFIX
#include "scan.h"

static size_t scan_avx512(const population_tile *tile, population_pair *pairs)
{
    switch (tile->prefix) {
    case 5: return scan_avx512_5(tile, pairs);
    case 6: return scan_avx512_6(tile, pairs);
    case 7: return scan_avx512_7(tile, pairs);
    case 8: return scan_avx512_8(tile, pairs);
    default: return scan_avx512_any(tile, pairs);
    }
}

bool population_kernel_runs_here(population_kernel kernel)
{
    switch (kernel) {
    case POPULATION_PORTABLE: return true;
    case POPULATION_POPCNT: return __builtin_cpu_supports("popcnt");
    case POPULATION_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
    case POPULATION_AVX512: return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq");
    case POPULATION_NEON: return false;
    }
    return false;
}

size_t population_overlaps(population_kernel kernel, const population_tile *tile, population_pair *pairs)
{
    switch (kernel) {
    case POPULATION_POPCNT: return scan_popcnt(tile, pairs);
    case POPULATION_AVX2: return scan_avx2(tile, pairs);
    case POPULATION_AVX512: return scan_avx512(tile, pairs);
    default: return scan_portable(tile, pairs);
    }
}

#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

// NEON counts the bits of each byte (CNT); a byte holds the sum of 31 such counts at most.
enum { BYTE_SUMS = 31, VECTORS = POPULATION_LANES / 2 };

INLINE void neon_full(const uint64_t *query, const uint64_t *records, size_t words, uint64_t *overlaps)
{
    uint64x2_t sums[VECTORS];
    for (unsigned vector = 0; vector < VECTORS; vector++) sums[vector] = vdupq_n_u64(0);
    for (size_t word = 0; word < words;) {
        const size_t stop = words - word > BYTE_SUMS ? word + BYTE_SUMS : words;
        uint8x16_t bytes[VECTORS];
        for (unsigned vector = 0; vector < VECTORS; vector++) bytes[vector] = vdupq_n_u8(0);
        for (; word < stop; word++) {
            const uint64x2_t asked = vdupq_n_u64(query[word]);
            for (unsigned vector = 0; vector < VECTORS; vector++) {
                const uint64x2_t lanes = vld1q_u64(records + word * POPULATION_LANES + vector * 2);
                bytes[vector] = vaddq_u8(bytes[vector], vcntq_u8(vreinterpretq_u8_u64(vandq_u64(asked, lanes))));
            }
        }
        for (unsigned vector = 0; vector < VECTORS; vector++)
            sums[vector] = vaddq_u64(sums[vector], vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(bytes[vector]))));
    }
    for (unsigned vector = 0; vector < VECTORS; vector++) vst1q_u64(overlaps + vector * 2, sums[vector]);
}

INLINE unsigned neon_screen(plain_queries held, const uint64_t *records, size_t prefix, int64_t bound0, int64_t bound1)
{
    const int64_t bounds[2] = { bound0, bound1 };
    unsigned passing = 0;
    for (unsigned which = 0; which < 2; which++) {
        uint64_t overlaps[POPULATION_LANES];
        neon_full(held.of[which], records, prefix, overlaps);
        for (unsigned lane = 0; lane < POPULATION_LANES; lane++)
            if ((int64_t)overlaps[lane] >= bounds[which]) passing |= 1u << which;
    }
    return passing;
}

#define SCAN scan_neon
#define TARGET
#define SCREEN neon_screen
#define FULL neon_full
#define QUERY_WORDS PLAIN_QUERY_WORDS
#define PREFIX ANY_PREFIX
#include "scan.h"

bool population_kernel_runs_here(population_kernel kernel)
{
    return kernel == POPULATION_PORTABLE || kernel == POPULATION_NEON;
}

size_t population_overlaps(population_kernel kernel, const population_tile *tile, population_pair *pairs)
{
    return kernel == POPULATION_NEON ? scan_neon(tile, pairs) : scan_portable(tile, pairs);
}

#else

bool population_kernel_runs_here(population_kernel kernel)
{
    return kernel == POPULATION_PORTABLE;
}

size_t population_overlaps(population_kernel kernel, const population_tile *tile, population_pair *pairs)
{
    (void)kernel;
    return scan_portable(tile, pairs);
}

#endif
