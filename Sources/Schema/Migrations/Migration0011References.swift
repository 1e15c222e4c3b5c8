import Store

extension Migration {
    /// A referral that was made void gives its Home Office reference up: the one to which it belongs can have it. Fixes are
    /// found by the pathway that they put right; nothing looks for them by the test.
    static let references = Migration(
        11, "references of void referrals, and fixes by pathway",
        [
            "DROP INDEX referrals_by_home_office_reference",
            """
            CREATE UNIQUE INDEX referrals_by_home_office_reference ON referrals (partnership_id, home_office_reference)
                WHERE status <> 'void'
            """,
            "DROP INDEX pathway_fixes_by_test",
            "CREATE INDEX pathway_fixes_by_definition ON pathway_fixes (definition_id, is_open, due_on, id)",
        ])
}
