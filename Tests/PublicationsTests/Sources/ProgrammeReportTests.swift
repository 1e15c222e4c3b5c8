import Access
import Kernel
import TestSupport
import Testing

@testable import Publications

/// The report of the national police programme to 31 March 2018, beside the programme report that is made of its figures.
@Suite("The report of the national police programme")
struct ProgrammeReportTests {
    private static let source = StatedSource(
        title: "Programme annual report to 31 March 2018", publisher: "Modern Slavery Police Transformation Programme", date: "2018")

    private static let programme = """
        award|funding|programme|£8.5 million|exactly|November 2016||nation
        programme-staff|staff|programme|70|more-than|as at 31 March 2018||nation
        programme-organisations|organisations|that employ them|18|exactly|as at 31 March 2018||nation
        programme-places|locations||20|more-than|as at 31 March 2018||nation
        forces|forces|England and Wales|43|exactly|as at 31 March 2018||nation
        regions|units|policing regions|10|exactly|as at 31 March 2018||nation
        regional-units|units|regional organised crime units|9|exactly|as at 31 March 2018||nation
        launch|attendees|launch of the unit|200|about|April 2017||nation
        """

    private static let operations = """
        live-2018|live-operations||568|exactly|as at February 2018||nation
        live-2016|live-operations||188|exactly|as at December 2016||nation
        live-2015|live-operations||188|exactly|as at December 2015||nation
        led-by-forces|share|of live operations, led by local forces|97.7|exactly|as at February 2018||nation
        led-by-regions|share|of live operations, led by regional units|2.3|exactly|as at February 2018||nation
        in-database|operations|in the national database|1,159|exactly|as at February 2018||nation
        sought|potential-victims|in live operations|1,391|at-least|as at February 2018||nation
        aidant|phases|Project Aidant|9|exactly|2017/18||nation
        aidant-arrests|arrests|one day of action, all countries|30|more-than|June 2017||world
        aidant-arrests-here|arrests|one day of action, in the United Kingdom|3|exactly|June 2017||nation
        aidant-women|people-safeguarded|women, one day of action|10|exactly|June 2017|North East of England|region
        aidant-money|proceeds|one group|€5 million|about|June 2017||world
        one-case|potential-victims|recovered in one investigation|14|exactly|||nation
        """

    private static let europol = """
        europol-countries|countries|that share through Europol|40|more-than|2017||world
        europol-2015|europol-queries|from the United Kingdom|145|exactly|2015||nation
        europol-2017|europol-queries|from the United Kingdom|298|exactly|2017||nation
        europol-authorities|organisations|that share information|750|more-than|2017||world
        europol-share|share|of operational meetings at Europol, called for British cases|50|exactly|2017||world
        meetings-2016|europol-meetings|with the United Kingdom|9|exactly|2016||nation
        meetings-2017|europol-meetings|with the United Kingdom|26|exactly|2017||nation
        teams|joint-teams|on human trafficking|23|exactly|as at February 2018|the United Kingdom|nation
        teams-england|joint-teams|on human trafficking|22|exactly|as at February 2018|England and Wales|nation
        """

    private static let teams = """
        insight-analysts|staff|insight team|8|exactly|as at 31 March 2018||nation
        overviews|products|monthly overviews of operations|14|exactly|2017/18||nation
        themes|products|thematic reports|16|exactly|2017/18||nation
        centre-analysts|staff|analysis centre|11|exactly|as at 31 March 2018||nation
        formal|products|formal assessments of the analysis centre|11|exactly|2017/18||nation
        shorter|products|shorter pieces of the analysis centre|10|exactly|2017/18||nation
        analyst-teams|units|teams of analysts|3|exactly|as at 31 March 2018||nation
        specialists|staff|specialists in what works|8|exactly|as at 31 March 2018||nation
        trainers|staff|training team|4|exactly|as at 31 March 2018||nation
        advocates|staff|specialists in victim advocacy|2|exactly|as at 31 March 2018||nation
        reviewed|debriefs||100|exactly|2017/18||nation
        reviewed-forces|forces|whose investigations were reviewed|10|exactly|2017/18||nation
        trained-forces|forces|whose people were trained|43|exactly|2017/18||nation
        commissioners|commissioners|who used a grant|33|exactly|as at 31 March 2018||nation
        grant|grants||£1,000|up-to|2017/18||nation
        network-meetings|meetings|network of commissioners, a year|5|exactly|2017/18||nation
        network-share|share|of commissioners at the network|50|more-than|2017/18||nation
        delegates|attendees|learning event with a grant|120|exactly|2017/18|Wiltshire|local
        """

    private static let border = """
        border-referrals|referrals|by Border Force|140|exactly|2017||nation
        border-children|child-referrals|by Border Force|90|more-than|2017||nation
        border-module|training-length|vulnerable passengers|4|exactly|June 2017 to March 2018||nation
        airlines|businesses|airlines and tour operators with the training tool|75|more-than|2017/18||nation
        """

    private static let prosecutors = """
        case-units|units|complex casework|14|exactly|as at 31 March 2018|England and Wales|nation
        summit|countries|at the summit of prosecutors|15|exactly|February 2018||world
        greek-victims|potential-victims|of one trafficker|95|more-than||Greece|nation
        greek-convicted|convictions|in one case|15|exactly||Greece|nation
        greek-years|sentence-years|of all in one case|152|exactly||Greece|nation
        greek-own|sentence-years|of one trafficker|13|exactly||Greece|nation
        prosecutor-countries|countries|with prosecutors of ours|30|about|2017/18||world
        mali-suspects|prosecutions|suspects in one investigation|5|exactly||Mali|nation
        mali-people|people-returned|in one investigation|45|exactly||Nigeria|nation
        joint-training|attendees|training of police and prosecutors|160|exactly|2017/18||nation
        case-orders|risk-orders|in one case|9|exactly|2017||nation
        breaches|breaches|in one case|2|exactly|2017||local
        breach-one|sentence-years|for a breach, the first|3.5|exactly|2017||nation
        breach-two|sentence-years|for a breach, the second|2.4|exactly|2017||nation
        prevention-years|sentence-years|shortest prevention order|5|at-least|2018||nation
        risk-years|sentence-years|shortest risk order|2|at-least|2018||nation
        breach-years|sentence-years|for a breach by law|5|up-to|2018||nation
        ludlow|convictions|Operation Ludlow|9|exactly||North West|region
        """

    private static let labour = """
        opened|investigations|labour abuse|142|exactly|2017/18||nation
        with-slavery|investigations|labour abuse, with signs of slavery|47|exactly|2017/18||nation
        wider|investigations|labour abuse, outside licensed sectors|75|exactly|2017/18||nation
        labour-arrests|arrests|labour abuse|97|exactly|2017/18||nation
        abused|workers-abused||1,140|exactly|2017/18||nation
        labour-referrals|referrals|labour abuse|56|exactly|2017/18||nation
        labour-reports|reports|labour abuse|61|exactly|2017/18||nation
        recovered|recovered||£85,000|exactly|2017/18||nation
        holiday|holiday-pay||£231,000|exactly|2017/18||nation
        withheld|wages-withheld||£151,000|exactly|2017/18||nation
        inspections|inspections||185|exactly|2017/18||nation
        businesses|businesses|trained by the labour abuse authority|30|exactly|May 2017 to March 2018||nation
        businesses-staff|trained|in businesses|2,000|exactly|May 2017 to March 2018||nation
        price|price|the lowest|£250|about|||nation
        leicester|prosecutions|licensing offences|2|exactly||Leicester|local
        jailed|sentence-years|one exploiter|8|exactly|||nation
        jailed-for|sentence-years|that the exploitation lasted|6|exactly|||nation
        """

    private static let overseas = """
        flights|potential-victims|on flights from Libya|100|more-than||Nigeria|world
        returned|people-returned|from Libya|1,000|more-than||Nigeria|world
        found|potential-victims|among those who returned|70|more-than||Nigeria|world
        exhibition|people-reached|exhibition|200,000|about|January 2018 to March 2018||nation
        """

    private static let left: [(figure: String, why: String)] = [
        ("operations by type of exploitation, people by nationality", "the charts were lost from the copy: no number to compare"),
        (
            "188 live operations in December 2015",
            "the report contradicts itself: its text says December 2016, and the document says why that holds"
        ),
        (
            "two people prosecuted in one city, two who breached an order, the people of single cases",
            "a count of people from 1 to 4 in one place or one case is not shown"
        ),
        ("years of service and careers of members of staff", "they are about named people, and no figures of the work"),
        ("the number of the helpline", "no figure: it stands on every sheet as advice"),
        ("a 250% rise of exchanges that one officer oversaw", "it is said of a career, without a beginning and an end"),
    ]

    private static let tables: [(title: String, rows: String)] = [
        ("The programme", programme), ("Operations", operations), ("Europol", europol), ("The teams", teams), ("At the border", border),
        ("Prosecutors", prosecutors), ("Labour abuse", labour), ("Overseas and the public", overseas),
    ]

    private static let words = [
        SectionDraft(
            .introduction, title: "The first year",
            body: """
                {award} were granted in November 2016. Within four months the teams were founded; they went live in April 2017, for all \
                {forces} forces. {programme-staff} people of {programme-organisations} organisations work in {programme-places} places.

                The police lead {live-2018} live operations, three times as many as the {live-2016} of December 2016. They seek to protect \
                {sought} people. The database holds {in-database} operations.

                Queries to Europol more than doubled, from {europol-2015} to {europol-2017}.

                The network of commissioners began in January 2016. New staff at the border learn more since June 2017. A shelter in Vietnam \
                was finished in July 2017; work with Nigeria goes back to 2010, and the national agency to 2013. In 2017 analysts expected \
                websites for adult services to matter for three more years.
                """),
        SourceGround.objectives(
            "What the programme is for",
            [
                SourceGround.objective(
                    "1", "", "Understand the threat", why: ["Each force sees a part."],
                    how: ["Data are collated each month since December 2016."],
                    outcomes: ["Operations can be compared."], figures: ["overviews", "themes"]),
                SourceGround.objective(
                    "2", "", "Raise the standard of investigations", why: ["These cases are hard."],
                    how: ["{reviewed} investigations in {reviewed-forces} forces were reviewed."], outcomes: ["Lessons are shared."],
                    figures: ["trained-forces"]),
                SourceGround.objective(
                    "3", "", "Strengthen local partnerships", why: ["Police alone cannot prevent."],
                    how: ["Grants of {grant} went to {commissioners} commissioners."], outcomes: ["Agencies work closer together."]),
            ]),
        SectionDraft(.challenges, title: "What is hard", body: "Hundreds of people were trained; there are many more to be trained."),
    ]

    private static let statements = [
        // The programme.
        "Funding: programme £8.5 million November 2016", "Members of staff: programme more than 70", "Organisations: that employ them 18",
        "Places of work more than 20", "Police forces: England and Wales 43", "Units and teams: policing regions 10",
        "Units and teams: regional organised crime units 9", "People who attended: launch of the unit about 200 April 2017",
        "£8.5 million were granted in November 2016. Within four months", "went live in April 2017, for all 43 forces",
        "More than 70 people of 18 organisations work in more than 20 places.",
        // Operations.
        "Live police operations 568 as at February 2018", "Live police operations 188 as at December 2016",
        "Share: of live operations, led by local forces 97.7%", "Share: of live operations, led by regional units 2.3%",
        "Police operations: in the national database 1,159", "Potential victims identified: in live operations at least 1,391",
        "The police lead 568 live operations, three times as many as the 188 of December 2016.",
        "They seek to protect at least 1,391 people. The database holds 1,159 operations.", "each month since December 2016",
        "Phases of intensified activity: Project Aidant 9", "Arrests: one day of action, all countries more than 30 June 2017",
        "Arrests: one day of action, in the United Kingdom 3 June 2017",
        "People safeguarded: women, one day of action 10 June 2017 North East of England",
        "Proceeds of crime a month: one group about €5 million", "Potential victims identified: recovered in one investigation 14",
        // Europol.
        "Countries: that share through Europol more than 40", "Queries to Europol: from the United Kingdom 145 2015",
        "Queries to Europol: from the United Kingdom 298 2017", "more than doubled, from 145 to 298",
        "Organisations: that share information more than 750", "called for British cases 50%",
        "Operational meetings at Europol: with the United Kingdom 9 2016",
        "Operational meetings at Europol: with the United Kingdom 26 2017",
        "Joint investigation teams: on human trafficking 23 as at February 2018 the United Kingdom",
        "Joint investigation teams: on human trafficking 22 as at February 2018 England and Wales",
        // The teams.
        "Members of staff: insight team 8", "Reports and assessments made: monthly overviews of operations 14",
        "Reports and assessments made: thematic reports 16", "Members of staff: analysis centre 11",
        "Reports and assessments made: formal assessments of the analysis centre 11",
        "Reports and assessments made: shorter pieces of the analysis centre 10", "Units and teams: teams of analysts 3",
        "Members of staff: specialists in what works 8", "Members of staff: training team 4",
        "Members of staff: specialists in victim advocacy 2", "Investigations reviewed 100",
        "Police forces: whose investigations were reviewed 10", "Police forces: whose people were trained 43",
        "100 investigations in 10 forces were reviewed", "Police and crime commissioners: who used a grant 33",
        "Grant for one project at most £1,000", "Grants of at most £1,000 went to 33 commissioners.",
        "Meetings held: network of commissioners, a year 5", "Share: of commissioners at the network more than 50%",
        "People who attended: learning event with a grant 120 2017/18, April to March Wiltshire", "Hundreds of people were trained",
        "Reports and assessments made: monthly overviews of operations, 2017/18, April to March: 14. Source: Programme annual report",
        // Border Force.
        "Referrals to the National Referral Mechanism: by Border Force 140 2017",
        "Children referred to the National Referral Mechanism: by Border Force more than 90 2017",
        "Length of a training module: vulnerable passengers 4 June 2017 to March 2018",
        "Businesses: airlines and tour operators with the training tool more than 75",
        // Prosecutors.
        "Units and teams: complex casework 14", "Countries: at the summit of prosecutors 15 February 2018",
        "Potential victims identified: of one trafficker more than 95", "People convicted: in one case 15",
        "of all in one case 152", "of one trafficker 13", "Countries: with prosecutors of ours about 30",
        "People prosecuted: suspects in one investigation 5", "People returned to their country: in one investigation 45",
        "People who attended: training of police and prosecutors 160", "Risk orders: in one case 9", "for a breach, the first 3.5",
        "for a breach, the second 2.4", "shortest prevention order at least 5", "shortest risk order at least 2",
        "for a breach by law at most 5", "People convicted: Operation Ludlow 9",
        // Labour abuse.
        "Investigations: labour abuse 142", "Investigations: labour abuse, with signs of slavery 47",
        "Investigations: labour abuse, outside licensed sectors 75", "Arrests: labour abuse 97", "Workers found to be abused 1,140",
        "Referrals to the National Referral Mechanism: labour abuse 56", "Duty to notify reports: labour abuse 61",
        "Money recovered for workers £85,000", "Holiday pay not paid £231,000", "Wages withheld £151,000", "Inspections 185",
        "Businesses: trained by the labour abuse authority 30 May 2017 to March 2018", "People trained: in businesses 2,000",
        "Price paid for a person: the lowest about £250", "one exploiter 8", "that the exploitation lasted 6",
        // Overseas and the public.
        "Potential victims identified: on flights from Libya more than 100", "People returned to their country: from Libya more than 1,000",
        "Potential victims identified: among those who returned more than 70", "People reached: exhibition about 200,000",
        // Dates.
        "The network of commissioners began in January 2016.", "learn more since June 2017", "finished in July 2017", "back to 2010",
        "the national agency to 2013", "to matter for three more years",
        // What contradicts itself.
        "188 stands, as in Programme annual report to 31 March 2018", "the monthly collation began in December 2016",
    ]

    @Test(
        "states each figure of the published one once somebody said which of its two dates holds, and says why of the rest",
        arguments: EngineKind.available)
    func reproduction(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SourceGround(engine, named: "Modern Slavery Police Transformation Programme")
            for table in Self.tables { try await ground.record(table.rows, of: Self.source) }
            let findings = try await ground.figures.findings(as: ground.coordinator)
            let dates = try #require(findings.first { $0.kind == .twoDates })
            #expect(findings.filter { $0.kind.needsSettling } == [dates])
            #expect(Set(dates.figures.map(\.draft.key)) == ["live-2015", "live-2016"])
            let (one, other) = (dates.figures[0], dates.figures[1])
            _ = try ground.done(
                try await ground.figures.settle(
                    (one.id, one.version), (other.id, other.version), holds: one.draft.key == "live-2016" ? .one : .other,
                    because: "the monthly collation began in December 2016", by: ground.coordinator, key: nil))
            let (text, _, _) = try await ground.locked(
                .programmeReport, titled: "Programme report to 31 March 2018", from: "2017-04-01", to: "2018-03-31", words: Self.words,
                further: Self.tables.map { table in
                    let stated = keys(of: table.rows).split(separator: ",").filter { $0 != "live-2015" }.joined(separator: ",")
                    return SectionDraft(.statedFigures, title: table.title, source: stated)
                })
            try SourceGround.expect(text, states: Self.statements, in: "the report", left: Self.left)
            #expect(
                text.contains("People prosecuted: licensing offences [c]") && text.contains("People who breached an order: in one case [c]")
            )
        }
    }
}
