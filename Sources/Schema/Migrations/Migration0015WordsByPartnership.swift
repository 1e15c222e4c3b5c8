import Store

extension Migration {
    /// On PostgreSQL each word in the index begins with the end of its partnership's identifier, so that a search finds the
    /// words of one partnership and passes over those of all others. The words that are there are rewritten, in about half a
    /// minute for a million concerns. What is longer than a word of the index may be is cut, as `WordLexemes` cuts it.
    ///
    /// On SQLite the rows are numbered by partnership and need nothing.
    static let wordsByPartnership = Migration(
        15, "words by partnership",
        [
            """
            \(
                sqlite: "SELECT 1",
                postgres: """
                    DO $$ BEGIN
                        DROP INDEX concern_words_by_word;
                        UPDATE concern_words SET words = (
                            SELECT array_to_tsvector(array_agg(left(word, 244)))
                            FROM unnest(tsvector_to_array(words)) AS word)
                        WHERE EXISTS (SELECT 1 FROM unnest(tsvector_to_array(words)) AS word WHERE length(word) > 244);
                        ALTER TABLE concern_words ALTER COLUMN words TYPE TSVECTOR USING array_to_tsvector(string_to_array(
                            CASE WHEN length(words) > 0 THEN right(partnership_id, 6) ELSE '' END
                                || array_to_string(tsvector_to_array(words), ' ' || right(partnership_id, 6)), ' '));
                        CREATE INDEX concern_words_by_word ON concern_words USING gin (words);
                    END $$
                    """)
            """
        ])
}
