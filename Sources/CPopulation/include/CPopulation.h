#ifndef C_POPULATION_H
#define C_POPULATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many records stand side by side in a group: word w of the eight records of a group lies in eight neighbouring words.
#define POPULATION_LANES 8

/// The instruction sets for which there is a kernel. Each gives the same answers.
typedef enum {
    POPULATION_PORTABLE = 0,
    POPULATION_POPCNT = 1,
    POPULATION_AVX2 = 2,
    POPULATION_AVX512 = 3,
    POPULATION_NEON = 4,
} population_kernel;

/// Whether this machine can run a kernel.
bool population_kernel_runs_here(population_kernel kernel);

/// A rectangle of comparisons: some queries against some groups of records, both laid out for the kernels.
typedef struct {
    /// Words of 64 bits in a record, and how many of them decide whether the others are looked at.
    uint32_t words;
    uint32_t prefix;
    /// `group_count` × `words` × `POPULATION_LANES` words.
    const uint64_t *groups;
    uint32_t group_count;
    /// For each record of each group its count of bits.
    const uint32_t *counts;
    /// For each group the least count of bits of its records, and the greatest count behind the prefix.
    const uint32_t *group_least;
    const uint32_t *group_rest;
    /// `query_count` × `words` words, a query after the other.
    const uint64_t *queries;
    uint32_t query_count;
    /// For each query its count of bits, the count behind the prefix, and the groups to compare it with: from, up to.
    const uint32_t *query_counts;
    const uint32_t *query_rest;
    const uint32_t *query_from;
    const uint32_t *query_to;
    /// For each sum of two counts of bits the least overlap that is wanted; it must not fall as the sum rises.
    const uint32_t *least_overlap;
} population_tile;

/// A pair whose overlap is at least what is wanted: places of the query and of the record within the tile.
typedef struct {
    uint32_t query;
    uint32_t record;
    uint32_t overlap;
} population_pair;

/// Writes every pair of the tile whose overlap reaches `least_overlap` and answers how many.
/// `pairs` must have room for `query_count` × `group_count` × `POPULATION_LANES`.
size_t population_overlaps(population_kernel kernel, const population_tile *tile, population_pair *pairs);

#endif
