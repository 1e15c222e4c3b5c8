import Store

/// A protected table, or a view of one, as a statement may name it: `\(visible(.concerns))`.
package enum Relation: String, Sendable, CaseIterable {
    case concerns
    case concernExploitation
    case concernIndicators
    case mentions
    case circles
    case scopingRounds
    case scopingRequests
    case responseDecisions
    case responseTeam
    case strands
    case strandTeam
    case tasks
    case concernOutcomes
    case notTheSame
    case files
    case fileChunks
    case concernWords
    case concernWordRows
    case visits
    case visitAgencies
    case screenings
    case screeningIndicators
    case recordChanges
    case potentialVictims
    case victimExploitation
    case victimCircles
    case victimAccounts
    case consents
    case referrals
    case referralDecisions
    case victimCrimes
    case safeguardingNotices
    case childPanels
    case childPanelMembers
    case supportEntries
    case metAgain
    case supportServices
    case serviceTerms
    case serviceAssessments
    case assessmentPoints
    case receptionCentres
    case receptionPlans
    case receptionActivations
    case receptionChecks
    case receptionRoles
    case receptionArrivals
    case pathwayDefinitions
    case definitionVersions
    case definitionReadings
    case pathwayTests
    case pathwayTestSteps
    case pathwayFixes
    case subjects
    case subjectMentions
    case mentionMarks
    case subjectProposals
    case subjectMerges
    /// What the viewer's organisation was told blindly: nothing of the concern that it is about.
    case blindAnswersHeard
    /// What was told blindly out of concerns of which the viewer's organisation is the one to speak to: nothing of the
    /// concern for which somebody asked.
    case blindAnswersGiven
    case linkRuns
    /// That two agencies compare, on what agreement and how far they have come: nothing of what came of it.
    case blindComparisons
    /// What one side of a comparison did; of the other side nothing but who agreed to talk, once both have.
    case comparisonSides
    /// Which of a side's own records matched; the number of the pair once both sides have agreed to talk.
    case comparisonMatches
    case licencesAndOrders
    case premisesParties
    case publications
    case publicationSections
    case publicationEditions
    case publicationSignatures
    /// Figures from elsewhere with their sources: of meetings, training and what others published, of nobody's case.
    case statedFigures
    case statedFigureVersions
    case settledFigures
    /// Documents of the partnership that were published otherwise, with the counts that they state.
    case registeredDocuments
    /// Concerns as figures see them: no free text, no address, nobody's name.
    case concernFigures
    case exploitationFigures
    case visitFigures
    case attendanceFigures
    case screeningFigures
    /// Referrals and duty-to-notify reports that were sent, as figures see them: nobody's name and no free text.
    case referralFigures
    case referralDecisionFigures
    case consentFigures

    /// The table's name in the database.
    package var table: StaticString {
        switch self {
        case .concerns, .concernFigures: "concerns"
        case .concernExploitation, .exploitationFigures: "concern_exploitation"
        case .concernIndicators: "concern_indicators"
        case .mentions: "mentions"
        case .circles: "circles"
        case .scopingRounds: "scoping_rounds"
        case .scopingRequests: "scoping_requests"
        case .responseDecisions: "response_decisions"
        case .responseTeam: "response_team"
        case .strands: "strands"
        case .strandTeam: "strand_team"
        case .tasks: "tasks"
        case .concernOutcomes: "concern_outcomes"
        case .notTheSame: "not_the_same"
        case .files: "files"
        case .fileChunks: "file_chunks"
        case .concernWords: "concern_words"
        case .concernWordRows: "concern_word_rows"
        case .visits, .visitFigures: "visits"
        case .visitAgencies, .attendanceFigures: "visit_agencies"
        case .screenings, .screeningFigures: "screenings"
        case .screeningIndicators: "screening_indicators"
        case .recordChanges: "record_changes"
        case .potentialVictims: "potential_victims"
        case .victimExploitation: "victim_exploitation"
        case .victimCircles: "victim_circles"
        case .victimAccounts: "victim_accounts"
        case .consents, .consentFigures: "consents"
        case .referrals, .referralFigures: "referrals"
        case .referralDecisions, .referralDecisionFigures: "referral_decisions"
        case .victimCrimes: "victim_crimes"
        case .safeguardingNotices: "safeguarding_notices"
        case .childPanels: "child_panels"
        case .childPanelMembers: "child_panel_members"
        case .supportEntries: "support_entries"
        case .metAgain: "met_again"
        case .supportServices: "support_services"
        case .serviceTerms: "service_terms"
        case .serviceAssessments: "service_assessments"
        case .assessmentPoints: "assessment_points"
        case .receptionCentres: "reception_centres"
        case .receptionPlans: "reception_plans"
        case .receptionActivations: "reception_activations"
        case .receptionChecks: "reception_checks"
        case .receptionRoles: "reception_roles"
        case .receptionArrivals: "reception_arrivals"
        case .pathwayDefinitions: "pathway_definitions"
        case .definitionVersions: "definition_versions"
        case .definitionReadings: "definition_readings"
        case .pathwayTests: "pathway_tests"
        case .pathwayTestSteps: "pathway_test_steps"
        case .pathwayFixes: "pathway_fixes"
        case .subjects: "subjects"
        case .subjectMentions: "subject_mentions"
        case .mentionMarks: "mention_marks"
        case .subjectProposals: "subject_proposals"
        case .subjectMerges: "subject_merges"
        case .blindAnswersHeard, .blindAnswersGiven: "blind_answers"
        case .linkRuns: "link_runs"
        case .blindComparisons: "blind_comparisons"
        case .comparisonSides: "comparison_sides"
        case .comparisonMatches: "comparison_matches"
        case .licencesAndOrders: "licences_and_orders"
        case .premisesParties: "premises_parties"
        case .publications: "publications"
        case .publicationSections: "publication_sections"
        case .publicationEditions: "publication_editions"
        case .publicationSignatures: "publication_signatures"
        case .statedFigures: "stated_figures"
        case .statedFigureVersions: "stated_figure_versions"
        case .settledFigures: "settled_figures"
        case .registeredDocuments: "registered_documents"
        }
    }

    /// Whether the table counts its versions, so that two people editing at once are noticed.
    var isVersioned: Bool {
        switch self {
        case .concerns, .scopingRequests, .strands, .tasks, .visits, .potentialVictims, .referrals, .supportEntries,
            .supportServices, .receptionCentres, .receptionArrivals, .pathwayDefinitions, .pathwayFixes, .licencesAndOrders,
            .publications, .publicationSections, .statedFigures:
            true
        default: false
        }
    }
}
