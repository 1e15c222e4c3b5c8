import Store

extension Migration {
    /// That children's services were told of a child; the local authority of somebody who is an adult; and what a referral said
    /// of the person when it was approved, which the figures count whatever is found out later.
    static let safeguarding = Migration(
        16, "children's services told, and what a referral said",
        [
            """
            CREATE TABLE safeguarding_notices (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                told_at \(.integer) NOT NULL,
                way TEXT NOT NULL,
                told_by TEXT NOT NULL,
                told_whom TEXT NOT NULL,
                local_authority TEXT NOT NULL,
                reference TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                entered_at \(.integer) NOT NULL,
                removed_at \(.integer)
            )\(.strict)
            """,
            "CREATE INDEX safeguarding_notices_by_victim ON safeguarding_notices (victim_id, told_at, id)",
            "ALTER TABLE potential_victims ADD COLUMN local_authority TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE referrals ADD COLUMN gender TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE referrals ADD COLUMN nationality TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE referrals ADD COLUMN child_at_exploitation TEXT NOT NULL DEFAULT ''",
            // Of what was sent before, today's answers are all that is known.
            """
            UPDATE referrals SET
                gender = (SELECT v.gender FROM potential_victims v WHERE v.id = referrals.victim_id),
                nationality = (SELECT v.nationality FROM potential_victims v WHERE v.id = referrals.victim_id),
                child_at_exploitation =
                    (SELECT v.child_at_exploitation FROM potential_victims v WHERE v.id = referrals.victim_id)
            """,
        ])
}
