import Store

extension Migration {
    /// A backup of a SQLite database takes in the second file's chains of the journal with their register, which is proved
    /// apart and stays a row of its own. The table is written anew, because not every engine changes a check.
    static let journalRegisters = Migration(
        14, "registers of the journal taken into a backup",
        [
            "ALTER TABLE journal_register RENAME TO journal_register_before",
            """
            CREATE TABLE journal_register (
                id \(.integer) PRIMARY KEY,
                chains \(.integer) NOT NULL,
                proof TEXT NOT NULL
            )\(.strict)
            """,
            "INSERT INTO journal_register (id, chains, proof) SELECT id, chains, proof FROM journal_register_before",
            "DROP TABLE journal_register_before",
        ])
}
