import Store

extension Migration {
    /// Blind comparisons between two agencies; the licences and orders at a place, and who owns, lets or runs it.
    ///
    /// Of a comparison, what both may read stands in one table and what each side alone may read in others. The encodings are
    /// sealed and there only until they have been compared.
    static let comparisonsAndPlaces = Migration(
        19, "blind comparisons, licences and landlords",
        [
            """
            CREATE TABLE blind_comparisons (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                reference TEXT NOT NULL,
                one_id TEXT NOT NULL REFERENCES organisations (id),
                other_id TEXT NOT NULL REFERENCES organisations (id),
                status TEXT NOT NULL CHECK (status IN
                    ('proposed', 'declined', 'accepted', 'matching', 'matched', 'failed', 'withdrawn', 'over')),
                purpose TEXT NOT NULL,
                agreement TEXT NOT NULL,
                compared TEXT NOT NULL,
                encoding_schema TEXT NOT NULL,
                bit_count \(.integer) NOT NULL,
                threshold \(.integer) NOT NULL CHECK (threshold BETWEEN 1 AND 100),
                valid_until TEXT NOT NULL,
                proposed_at \(.integer) NOT NULL,
                proposed_by TEXT,
                answered_at \(.integer),
                answered_by TEXT,
                sent_on TEXT,
                compared_at \(.integer),
                ended_at \(.integer),
                ended_by TEXT,
                ended_organisation_id TEXT,
                reason TEXT NOT NULL,
                UNIQUE (partnership_id, reference),
                CHECK (one_id <> other_id)
            )\(.strict)
            """,
            "CREATE INDEX blind_comparisons_by_time ON blind_comparisons (partnership_id, proposed_at, id)",
            "CREATE INDEX blind_comparisons_by_state ON blind_comparisons (status, valid_until)",
            """
            CREATE TABLE comparison_sides (
                comparison_id TEXT NOT NULL REFERENCES blind_comparisons (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                records \(.integer),
                empty_records \(.integer),
                sent_at \(.integer),
                sent_by TEXT,
                agreed_at \(.integer),
                agreed_by TEXT,
                PRIMARY KEY (comparison_id, organisation_id)
            )\(.strictByKey)
            """,
            """
            CREATE TABLE comparison_matches (
                comparison_id TEXT NOT NULL REFERENCES blind_comparisons (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                place \(.integer) NOT NULL,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                pair \(.integer) NOT NULL,
                PRIMARY KEY (comparison_id, organisation_id, place)
            )\(.strictByKey)
            """,
            """
            CREATE TABLE comparison_encodings (
                comparison_id TEXT NOT NULL REFERENCES blind_comparisons (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                number \(.integer) NOT NULL,
                sealed \(.blob) NOT NULL,
                PRIMARY KEY (comparison_id, organisation_id, number)
            )\(.strict)
            """,
            """
            CREATE TABLE licences_and_orders (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                subject_id TEXT NOT NULL REFERENCES subjects (id),
                version \(.integer) NOT NULL,
                kind TEXT NOT NULL,
                number TEXT NOT NULL,
                holder TEXT NOT NULL,
                holder_id TEXT REFERENCES subjects (id),
                authority TEXT NOT NULL,
                valid_from TEXT,
                valid_until TEXT,
                status TEXT NOT NULL,
                source TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                recorded_at \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX licences_and_orders_by_subject ON licences_and_orders (subject_id, valid_from)",
            "CREATE INDEX licences_and_orders_by_holder ON licences_and_orders (holder_id) WHERE holder_id IS NOT NULL",
            """
            CREATE TABLE premises_parties (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                premises_id TEXT NOT NULL REFERENCES subjects (id),
                party_id TEXT NOT NULL REFERENCES subjects (id),
                role TEXT NOT NULL,
                valid_from TEXT,
                valid_until TEXT,
                source TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                recorded_at \(.integer) NOT NULL,
                CHECK (premises_id <> party_id)
            )\(.strict)
            """,
            "CREATE INDEX premises_parties_by_premises ON premises_parties (premises_id)",
            "CREATE INDEX premises_parties_by_party ON premises_parties (party_id)",
        ])
}
