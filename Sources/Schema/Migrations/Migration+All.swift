extension Migration {
    /// Every migration in its order. A migration is never edited after a release; a change is the next one.
    package static let all: [Migration] =
        [foundations, caseFile, visits, pathways] + (5...7).map { Migration($0, "kept free", []) } + [support]
}
