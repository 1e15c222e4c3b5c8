import Access
import Kernel
import Publications

/// The annual report of the year, begun: its figures come from the records, some of its words are written, its case study waits
/// for somebody's approval.
struct PublicationTale {
    let ground: DemonstrationGround
    let publications: PublicationDesk
    let figures: StatedFigureDesk

    private static let words: [SectionKind: String] = [
        .foreword: """
        This is the year in which the agencies of the borough learned to work one case together. Whoever raised a concern was \
        heard, whichever door they came by, and everybody who was met on a visit was asked how they were.

        What follows is drawn from the partnership’s own records, so that each figure counts one thing only.

        — The chair of the board
        """,
        .introduction: """
        The partnership brings enforcement, health, housing, social care and charities to one table. Every concern reaches one \
        coordinator, who asks the agencies what they hold and decides with them how strong the response is.
        """,
        .caseStudy: """
        A concern about a factory was put to the virtual team, and each agency said what it held. Together they planned a visit \
        and went in before the first shift.

        Each of the workers was spoken to with an interpreter. Several people had not been paid for weeks. One of them said:

        > I thought that nobody would believe me.

        The electricity was found to be unsafe and was cut off. Wages were passed on, and those who wished for it were offered a \
        place to stay.
        """,
        .achievements: """
        - Agencies visit together as a rule, and each uses its own powers.
        - Everybody who is met on a visit is screened, whatever the visit was for.
        - Whoever raises a concern hears what came of it.
        """,
    ]

    /// What the published report states and the records of cases cannot count. It gives two numbers of visits: somebody has to say
    /// which holds.
    private static let stated = """
        key,measure,category,value,period,page,title,publisher,published
        concerns-year-before,concerns,,47,2018/19,,Annual report 2019/20,Sandwell Anti-Slavery Partnership,2020
        level-1-trained,trained,"level 1, awareness","1,253",2019/20,,Annual report 2019/20,Sandwell Anti-Slavery Partnership,2020
        first-responders-trained,trained,"level 3, first responders",133,2019/20,,Annual report 2019/20,Sandwell Anti-Slavery Partnership,2020
        theme-arrests,arrests,theme sexual exploitation,10,2019/20,,Annual report 2019/20,Sandwell Anti-Slavery Partnership,2020
        visits-data-page,visits,,98,2019/20,data page,Annual report 2019/20,Sandwell Anti-Slavery Partnership,2020
        visits-objective,visits,,66,2019/20,objective 4,Annual report 2019/20,Sandwell Anti-Slavery Partnership,2020
        """

    func tell() async throws {
        let lead = ground.lead
        try await figures.takeIn(Self.stated, by: lead, key: nil).told("take figures in")
        let publication = try await publications.begin(
            PublicationFacts(
                kind: .boroughReport, title: "Annual report 2019/20", first: PlannedConcern.day(2019, 4, 1),
                last: PlannedConcern.day(2020, 3, 31)), by: lead, key: nil
        ).told("begin a publication")
        for section in try await publications.one(publication, as: lead).sections {
            guard let words = Self.words[section.draft.kind] else { continue }
            var draft = section.draft
            draft.body = words
            if draft.kind == .caseStudy { draft.title = "A factory before the first shift" }
            try await publications.change(
                section.id, of: publication, to: draft, version: section.version, by: lead, key: nil
            ).told("write a section")
        }
        try await publications.add(
            SectionDraft(
                .statedFigures, title: "Training, and the year before",
                source: "level-1-trained,first-responders-trained,concerns-year-before,theme-arrests", accepted: "level-1-trained"),
            to: publication, by: lead, key: nil
        ).told("add a section")
    }
}
