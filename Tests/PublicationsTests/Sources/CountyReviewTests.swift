import Kernel
import TestSupport
import Testing

@testable import Publications

/// The annual review 2019 of Gloucestershire, beside the county review that is made of its figures.
@Suite("The county review of Gloucestershire")
struct CountyReviewTests {
    private static let source = StatedSource(
        title: "Annual review 2019", publisher: "Gloucestershire Anti-Slavery Partnership", date: "2019")

    private static let rows = """
        sessions|training-sessions|half days|5|exactly|2019||local
        trained|trained|frontline staff|180|exactly|2019||local
        pupils|pupils|interactive theatre|230|exactly|2019||local
        public-events|events|public, for Anti-Slavery Day|1|exactly|18 October 2019||local
        leads|staff|named leads in safeguarding, for adults and for children|2|exactly|2019||local
        challenges|challenges||8|exactly|2019||local
        """

    private static let left: [(figure: String, why: String)] = [
        ("referrals of 2018 in the county, on its infographic", "the picture is not in the copy: no number to compare"),
        ("how many councils signed the charter, and how many learning modules there are", "the review gives no number"),
    ]

    private static let words = [
        SectionDraft(.foreword, title: "Foreword", body: "A county that looks closely finds what is hidden."),
        SectionDraft(
            .introduction, title: "Introduction",
            body: "The partnership brings public bodies, charities and businesses together, and is part of the regional one."),
        SectionDraft(
            .achievements, title: "What went well in 2019",
            body: """
                - An infographic shows the referrals of 2018, with posters and postcards.
                - Learning modules are open to everybody without a fee.
                - On 18 October the first public event for Anti-Slavery Day was held.
                - Operation Mamushi worked with young people whom county lines exploit.
                - {sessions} half days of training reached {trained} people on the front line.
                - A theatre group played to {pupils} pupils in Cheltenham and the Forest of Dean.
                - The county council named {leads} leads, and councils signed the charter.
                """),
        SectionDraft(
            .challenges, title: "What stays hard",
            body: """
                {challenges} things are hardest:

                - other tasks compete for little money
                - the public knows too little, though more than before
                - nobody knows how much of it there is here
                - referrals and intelligence are few, though growing
                - very different crimes bear one name
                - adults whom no agency knows are hard to find
                - the county is rural
                - survivors are heard too rarely
                """),
        SectionDraft(.narrative, title: "What comes next", body: "More of the same, and more together."),
    ]

    private static let statements = [
        "Training sessions: half days 5 2019", "People trained: frontline staff 180 2019", "Pupils reached: interactive theatre 230 2019",
        "Events held: public, for Anti-Slavery Day 1 18 October 2019",
        "Members of staff: named leads in safeguarding, for adults and for children 2 2019", "Challenges named 8 2019",
        "5 half days of training reached 180 people", "230 pupils in Cheltenham and the Forest of Dean", "the referrals of 2018",
        "On 18 October the first public event", "The county council named 2 leads", "8 things are hardest", "Operation Mamushi",
    ]

    @Test("states each figure of the published one, and says why of the rest", arguments: EngineKind.available)
    func reproduction(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SourceGround(engine, named: "Gloucestershire Anti-Slavery Partnership")
            try await ground.record(Self.rows, of: Self.source)
            let (text, _, _) = try await ground.locked(
                .countyReview, titled: "Annual review 2019", from: "2019-01-01", to: "2019-12-31", words: Self.words,
                further: [
                    SectionDraft(.statedFigures, title: "The year in figures", source: keys(of: Self.rows), accepted: "trained,pupils")
                ])
            try SourceGround.expect(text, states: Self.statements, in: "the review", left: Self.left)
        }
    }
}
