import Store

extension Migration {
    /// A children's panel decides about conclusive grounds too: in a meeting of its own, or in the same one.
    static let panels = Migration(
        9, "conclusive grounds decided by a children's panel",
        [
            """
            ALTER TABLE child_panels ADD COLUMN stage TEXT NOT NULL DEFAULT 'reasonable-grounds'
                CHECK (stage IN ('reasonable-grounds', 'conclusive-grounds'))
            """,
            """
            ALTER TABLE child_panels ADD COLUMN conclusive_outcome TEXT NOT NULL DEFAULT ''
                CHECK (conclusive_outcome IN ('', 'positive', 'negative'))
            """,
        ])
}
