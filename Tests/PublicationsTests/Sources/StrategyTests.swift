import Documents
import Kernel
import TestSupport
import Testing

@testable import Publications

/// The strategy 2020 to 2023 of Hampshire and the Isle of Wight, beside the strategy that is made of its objectives and figures.
@Suite("The strategy of Hampshire and the Isle of Wight")
struct StrategyTests {
    private static let estimates = StatedSource(title: "Global Slavery Index", publisher: "Walk Free", date: "2018")
    private static let strategy = StatedSource(
        title: "Partnership strategy 2020 to 2023", publisher: "Hampshire and Isle of Wight Modern Slavery Partnership", date: "2020")

    private static let estimated = """
        world-estimate|estimated-victims||40 million|more-than||the world|world
        uk-estimate|estimated-victims||136,000|exactly||the United Kingdom|nation
        not-referred|ratio|people estimated beside those who are referred|13|about||the United Kingdom|nation
        """

    private static let stated = """
        investigations|investigations|under way|1,400|more-than|as at 31 December 2019|the United Kingdom|nation
        turnover|threshold||£36 million|exactly||England and Wales|nation
        safeguarding-boards|units|safeguarding adults boards|4|exactly|2020||local
        groups|groups|with the steering group|4|exactly|2020||local
        sub-groups|groups|prevent, protect, pursue|3|exactly|2020||local|part-of=groups
        objectives|objectives||4|exactly|2020||local
        """

    private static let left: [(figure: String, why: String)] = [
        ("the chart of the partnership's structure", "the picture is not in the copy; its four groups are stated"),
        ("the year of the two estimates of people in slavery", "the strategy gives none: the document says [x]"),
        ("telephone number and address of the coordinator", "contact details are no figures: whoever publishes writes them"),
    ]

    private static let words = [
        SectionDraft(
            .foreword, title: "Foreword", body: "The partnership was founded in 2015, and works on in times that are new to all of us."),
        SectionDraft(
            .introduction, title: "Introduction",
            body: """
                {world-estimate} people are thought to live in slavery worldwide, and {uk-estimate} in the United Kingdom. At the end of 2019 \
                {investigations} investigations were under way here.

                The partnership began in September 2015, the year of the Act; a review of the Act ended in 2019. Since the end of 2019 it has \
                a steering group and {sub-groups} sub-groups, {groups} in all.

                > A place that supports victims and that is hostile to those who exploit them

                Progress is looked at each quarter, reviewed each year, and the strategy itself in October 2021.
                """),
        SourceGround.objectives(
            "Objectives 2020 to 2023",
            [
                SourceGround.objective(
                    "SO1", "", "Prepare: work in partnership", why: ["One agency alone cannot do it.", "It serves the aim to prevent."],
                    how: [
                        "Members mirror the communities of the area, the island with them.",
                        "A protocol says how information is reported and shared.",
                        "The subject stands on the agenda of the boards for safety, children, adults and health.",
                        "Organisations with a turnover above {turnover} publish their yearly statement, and smaller ones are asked to.",
                        "The {safeguarding-boards} safeguarding adults boards have one guide.",
                    ], outcomes: ["More information is shared, and resources are used together."]),
                SourceGround.objective(
                    "SO2", "", "Prevent: raise awareness", why: ["People on the front line see victims first."],
                    how: [
                        "An audit of training shows the gaps.", "An event each year marks Anti-Slavery Day.",
                        "The website informs everybody.",
                    ],
                    outcomes: ["More is reported.", "Professionals know their duties."]),
                SourceGround.objective(
                    "SO3", "", "Protect: find and support victims",
                    why: ["{not-referred} as many people are thought to be victims as are referred."],
                    how: [
                        "Pathways name roles.", "Support is mapped.", "A checklist helps new providers.",
                        "What comes at 18 is looked into.",
                    ],
                    outcomes: ["More victims are found, and supported better."]),
                SourceGround.objective(
                    "SO4", "", "Pursue: pursue those who exploit", why: ["Few are prosecuted, and much is earned."],
                    how: ["Referrals are collated by authority.", "An infographic is shared.", "Investigations are audited in depth."],
                    outcomes: ["More prosecutions succeed."]),
            ]),
    ]

    private static let statements = [
        "People estimated to live in slavery more than 40 million [x] the world", "People estimated to live in slavery 136,000 [x]",
        "How many times as many: people estimated beside those who are referred about 13 times",
        "Investigations: under way more than 1,400 as at 31 December 2019", "Turnover from which a statement is due £36 million",
        "Units and teams: safeguarding adults boards 4 2020", "Groups of the partnership: with the steering group 4 2020",
        "Groups of the partnership: prevent, protect, pursue 3 2020", "Strategic objectives 4 2020",
        "Global Slavery Index (Walk Free, 2018)",
        "More than 40 million people are thought to live in slavery worldwide, and 136,000 in the United Kingdom.",
        "At the end of 2019 more than 1,400 investigations", "founded in 2015", "September 2015", "a review of the Act ended in 2019",
        "a steering group and 3 sub-groups, 4 in all", "in October 2021", "each quarter, reviewed each year", "Objectives 2020 to 2023",
        // Why, how and outcome of each objective.
        "SO1", "SO2", "SO3", "SO4", "turnover above £36 million", "The 4 safeguarding adults boards",
        "About 13 times as many people are thought to be victims", "What comes at 18", "Why", "How", "Outcome",
    ]

    @Test("states each figure of the published one with why, how and outcome, and says why of the rest", arguments: EngineKind.available)
    func reproduction(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SourceGround(engine, named: "Hampshire and Isle of Wight Modern Slavery Partnership")
            try await ground.record(Self.estimated, of: Self.estimates)
            try await ground.record(Self.stated, of: Self.strategy)
            let (text, document, _) = try await ground.locked(
                .strategy, titled: "Strategy 2020 to 2023", from: "2020-01-01", to: "2023-12-31", words: Self.words,
                further: [
                    SectionDraft(
                        .statedFigures, title: "The context", source: keys(of: Self.estimated) + "," + keys(of: Self.stated),
                        accepted: "world-estimate,uk-estimate")
                ])
            try SourceGround.expect(text, states: Self.statements, in: "the strategy", left: Self.left)
            let objectives = document.sections.flatMap(\.blocks).compactMap { block in
                if case .objective(let objective) = block { objective } else { nil }
            }
            #expect(objectives.map(\.number) == ["SO1", "SO2", "SO3", "SO4"])
            #expect(objectives.allSatisfy { !$0.why.isEmpty && !$0.how.isEmpty && !$0.outcomes.isEmpty })
        }
    }
}
