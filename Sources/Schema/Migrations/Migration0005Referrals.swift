import Store

extension Migration {
    /// Who wrote last in a referral, which somebody else reviews, and what each mark of quality brought, for feedback.
    static let referrals = Migration(
        5, "referral drafts",
        [
            "ALTER TABLE referrals ADD COLUMN drafted_by_id TEXT",
            "ALTER TABLE referrals ADD COLUMN quality_marks TEXT NOT NULL DEFAULT ''",
            "CREATE INDEX referrals_by_start ON referrals (partnership_id, started_on, id)",
        ])
}
