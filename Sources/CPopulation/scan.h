// One scan over a tile, compiled once for each instruction set: the file that includes this defines SCAN (the function's
// name), TARGET (its attribute), SCREEN and FULL (the kernel's two inner functions), QUERY_WORDS (how it holds the words of two
// queries) and PREFIX (the tile's prefix, or the one number for which it is compiled).
//
// A pair's overlap is at most its overlap in the prefix and the lesser of the two counts behind the prefix. Where that is
// less than what is wanted for all eight records of a group, the group is passed over; nothing that is wanted is lost.

TARGET static size_t SCAN(const population_tile *tile, population_pair *pairs)
{
    const size_t prefix = PREFIX(tile);
    const size_t words = tile->words, stride = words * POPULATION_LANES;
    size_t found = 0;

    for (uint32_t first = 0; first < tile->query_count; first += 2) {
        // The last of an odd number of queries is paired with itself, and its twin's answers are passed over.
        const uint32_t second = first + 1 < tile->query_count ? first + 1 : first;
        const uint64_t *words_of[2] = { tile->queries + first * words, tile->queries + second * words };
        const uint32_t query[2] = { first, second };
        const uint32_t from = tile->query_from[first] < tile->query_from[second]
            ? tile->query_from[first] : tile->query_from[second];
        const uint32_t to = tile->query_to[first] > tile->query_to[second]
            ? tile->query_to[first] : tile->query_to[second];
        const uint32_t count0 = tile->query_counts[first], count1 = tile->query_counts[second];
        const uint32_t rest0 = tile->query_rest[first], rest1 = tile->query_rest[second];
        QUERY_WORDS(held, words_of, prefix);

        for (uint32_t group = from; group < to; group++) {
            const uint64_t *records = tile->groups + group * stride;
            const uint32_t least = tile->group_least[group], rest = tile->group_rest[group];
            const int64_t bound0 = (int64_t)tile->least_overlap[count0 + least] - (rest0 < rest ? rest0 : rest);
            const int64_t bound1 = (int64_t)tile->least_overlap[count1 + least] - (rest1 < rest ? rest1 : rest);
            const unsigned passing = SCREEN(held, records, prefix, bound0, bound1);
            if (__builtin_expect(passing == 0, 1)) continue;

            for (unsigned which = 0; which < 2; which++) {
                if (!(passing & (1u << which)) || (which == 1 && second == first)) continue;
                uint64_t overlaps[POPULATION_LANES];
                FULL(words_of[which], records, words, overlaps);
                for (unsigned lane = 0; lane < POPULATION_LANES; lane++) {
                    const uint32_t record = group * POPULATION_LANES + lane;
                    const uint32_t sum = tile->query_counts[query[which]] + tile->counts[record];
                    if (overlaps[lane] < tile->least_overlap[sum]) continue;
                    pairs[found].query = query[which];
                    pairs[found].record = record;
                    pairs[found].overlap = (uint32_t)overlaps[lane];
                    found++;
                }
            }
        }
    }
    return found;
}

#undef SCAN
#undef TARGET
#undef SCREEN
#undef FULL
#undef QUERY_WORDS
#undef PREFIX
