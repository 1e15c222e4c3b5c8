import Store

extension Migration {
    /// Code lists, organisations, partnerships, accounts, the journal, sealed values and what the servers share.
    static let foundations = Migration(
        1, "foundations",
        [
            """
            CREATE TABLE code_values (
                list TEXT NOT NULL,
                code TEXT NOT NULL,
                label TEXT NOT NULL,
                label_key TEXT NOT NULL,
                position \(.integer) NOT NULL,
                valid_from TEXT,
                valid_until TEXT,
                note TEXT,
                source TEXT NOT NULL,
                confirmed \(.integer) NOT NULL CHECK (confirmed IN (0, 1)),
                PRIMARY KEY (list, code)
            )\(.strict)
            """,
            """
            CREATE TABLE organisations (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                is_enforcement \(.integer) NOT NULL CHECK (is_enforcement IN (0, 1)),
                predecessor_id TEXT REFERENCES organisations (id),
                valid_from TEXT,
                valid_until TEXT
            )\(.strict)
            """,
            """
            CREATE TABLE partnerships (
                id TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                reference_prefix TEXT NOT NULL,
                next_reference \(.integer) NOT NULL,
                next_visit_reference \(.integer) NOT NULL,
                requires_second_factor \(.integer) NOT NULL CHECK (requires_second_factor IN (0, 1)),
                is_demonstration \(.integer) NOT NULL CHECK (is_demonstration IN (0, 1)),
                scoping_hours \(.integer) NOT NULL,
                sharing_agreement TEXT NOT NULL,
                agreement_valid_until TEXT,
                created_at \(.integer) NOT NULL
            )\(.strict)
            """,
            """
            CREATE TABLE partnership_members (
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                position \(.integer) NOT NULL,
                joined_on TEXT NOT NULL,
                left_on TEXT,
                PRIMARY KEY (partnership_id, organisation_id)
            )\(.strict)
            """,
            """
            CREATE TABLE partnership_terms (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kind TEXT NOT NULL CHECK (kind IN ('town', 'ward', 'purpose')),
                label TEXT NOT NULL,
                label_key TEXT NOT NULL,
                town_id TEXT REFERENCES partnership_terms (id),
                created_at \(.integer) NOT NULL,
                UNIQUE (partnership_id, kind, label_key)
            )\(.strict)
            """,
            """
            CREATE TABLE people (
                id TEXT PRIMARY KEY,
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                name TEXT NOT NULL,
                email TEXT NOT NULL,
                email_key TEXT NOT NULL UNIQUE,
                password_hash TEXT,
                second_factor \(.blob),
                second_factor_step \(.integer),
                failed_attempts \(.integer) NOT NULL DEFAULT 0,
                locked_until \(.integer),
                is_active \(.integer) NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
                created_at \(.integer) NOT NULL
            )\(.strict)
            """,
            """
            CREATE TABLE recovery_codes (
                person_id TEXT NOT NULL REFERENCES people (id),
                code_hash TEXT NOT NULL,
                used_at \(.integer),
                PRIMARY KEY (person_id, code_hash)
            )\(.strict)
            """,
            """
            CREATE TABLE roles (
                person_id TEXT NOT NULL REFERENCES people (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                role TEXT NOT NULL CHECK (role IN
                    ('coordinator', 'member', 'visit-team', 'town-lead', 'analyst', 'administrator')),
                town_id TEXT REFERENCES partnership_terms (id),
                granted_at \(.integer) NOT NULL,
                PRIMARY KEY (person_id, partnership_id, role)
            )\(.strict)
            """,
            "CREATE INDEX roles_by_partnership ON roles (partnership_id, role)",
            """
            CREATE TABLE waiting_roles (
                person_id TEXT NOT NULL REFERENCES people (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                role TEXT NOT NULL CHECK (role IN ('coordinator', 'member', 'visit-team')),
                asked_by TEXT NOT NULL REFERENCES people (id),
                asked_at \(.integer) NOT NULL,
                PRIMARY KEY (person_id, partnership_id, role)
            )\(.strict)
            """,
            "CREATE INDEX waiting_roles_by_partnership ON waiting_roles (partnership_id, asked_at)",
            """
            CREATE TABLE account_events (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                at \(.integer) NOT NULL,
                by_person TEXT REFERENCES people (id),
                about_person TEXT REFERENCES people (id),
                what TEXT NOT NULL,
                detail TEXT NOT NULL,
                told_at \(.integer)
            )\(.strict)
            """,
            "CREATE INDEX account_events_by_partnership ON account_events (partnership_id, at)",
            "CREATE INDEX account_events_by_person ON account_events (about_person, at)",
            """
            CREATE TABLE sessions (
                token_hash TEXT PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES people (id),
                form_secret TEXT NOT NULL,
                second_factor_passed \(.integer) NOT NULL CHECK (second_factor_passed IN (0, 1)),
                created_at \(.integer) NOT NULL,
                seen_at \(.integer) NOT NULL,
                expires_at \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX sessions_by_person ON sessions (person_id)",
            "CREATE INDEX sessions_by_expiry ON sessions (expires_at)",
            """
            CREATE TABLE api_tokens (
                id TEXT PRIMARY KEY,
                token_hash TEXT NOT NULL UNIQUE,
                person_id TEXT NOT NULL REFERENCES people (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                label TEXT NOT NULL,
                scope TEXT NOT NULL,
                created_at \(.integer) NOT NULL,
                ends_at \(.integer) NOT NULL,
                ended_at \(.integer)
            )\(.strict)
            """,
            """
            CREATE TABLE drafts (
                person_id TEXT NOT NULL REFERENCES people (id),
                form TEXT NOT NULL,
                partnership_id TEXT REFERENCES partnerships (id),
                sealed \(.blob) NOT NULL,
                saved_at \(.integer) NOT NULL,
                PRIMARY KEY (person_id, form)
            )\(.strict)
            """,
            """
            CREATE TABLE idempotency_keys (
                scope TEXT NOT NULL,
                idempotency_key TEXT NOT NULL,
                verb TEXT NOT NULL,
                result TEXT NOT NULL,
                created_at \(.integer) NOT NULL,
                PRIMARY KEY (scope, idempotency_key)
            )\(.strict)
            """,
            "CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)",
            """
            CREATE TABLE rate_limits (
                bucket TEXT PRIMARY KEY,
                window_start \(.integer) NOT NULL,
                used \(.integer) NOT NULL
            )\(.strict)
            """,
            """
            CREATE TABLE journal_chains (
                id TEXT PRIMARY KEY,
                server TEXT NOT NULL,
                started_at \(.integer) NOT NULL,
                entries \(.integer) NOT NULL,
                head TEXT NOT NULL
            )\(.strict)
            """,
            """
            CREATE TABLE journal_register (
                id \(.integer) PRIMARY KEY CHECK (id = 1),
                chains \(.integer) NOT NULL,
                proof TEXT NOT NULL
            )\(.strict)
            """,
            """
            CREATE TABLE journal_entries (
                chain_id TEXT NOT NULL REFERENCES journal_chains (id),
                number \(.integer) NOT NULL,
                at \(.integer) NOT NULL,
                event TEXT NOT NULL,
                verb TEXT NOT NULL,
                person_id TEXT,
                organisation_id TEXT,
                partnership_id TEXT,
                purpose TEXT NOT NULL,
                record_kind TEXT NOT NULL,
                record_id TEXT NOT NULL,
                before_hash TEXT,
                after_hash TEXT,
                detail TEXT NOT NULL,
                request_id TEXT NOT NULL,
                hash TEXT NOT NULL,
                PRIMARY KEY (chain_id, number)
            )\(.strictByKey)
            """,
            "CREATE INDEX journal_entries_by_record ON journal_entries (record_id, at)",
            """
            CREATE TABLE vault_keys (
                purpose TEXT PRIMARY KEY,
                fingerprint TEXT NOT NULL
            )\(.strict)
            """,
            """
            CREATE TABLE sealed_values (
                record_id TEXT NOT NULL,
                field TEXT NOT NULL,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                compartment TEXT NOT NULL CHECK (compartment IN ('victims', 'reporters', 'safe-addresses', 'purposes')),
                sealed \(.blob) NOT NULL,
                blind_key TEXT,
                sealed_at \(.integer) NOT NULL,
                PRIMARY KEY (record_id, field)
            )\(.strict)
            """,
            "CREATE INDEX sealed_values_by_blind_key ON sealed_values (partnership_id, blind_key)",
            """
            CREATE TABLE record_changes (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                concern_id TEXT,
                strand TEXT NOT NULL,
                record_kind TEXT NOT NULL,
                record_id TEXT NOT NULL,
                visit_id TEXT,
                at \(.integer) NOT NULL,
                person_id TEXT,
                organisation_id TEXT,
                verb TEXT NOT NULL,
                summary TEXT NOT NULL,
                differences TEXT NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX record_changes_by_concern ON record_changes (concern_id, at)",
            "CREATE INDEX record_changes_by_record ON record_changes (record_id, at)",
        ])
}
