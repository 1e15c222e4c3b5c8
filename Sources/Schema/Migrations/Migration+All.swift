extension Migration {
    /// Every migration in its order. A migration is never edited after a release; a change is the next one.
    package static let all: [Migration] = [
        foundations, caseFile, visits, pathways, referrals, courses, support, services, panels, bestInterests, references,
        consultationCount, colleaguesDrafts, journalRegisters, wordsByPartnership, safeguarding, subjects,
        repeatedMarks, comparisonsAndPlaces, publishedStatistics, publications, statedFigures, publicationKinds, countedExploitation,
    ]
}
