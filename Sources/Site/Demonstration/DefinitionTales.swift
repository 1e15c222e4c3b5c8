import Kernel
import Pathways

/// One of the partnership's own pathways as it is told: its versions, who read them, how it was tried out.
struct DefinitionScript: Sendable {
    struct Version: Sendable {
        let on: Day?
        let content: PathwayContent
        var changeNote = ""
        /// Who has read it and says so.
        let readers: [Agency]
    }

    struct Trial: Sendable {
        struct Fix: Sendable {
            let what: String
            let owner: Agency
            let dueOn: Day?
            /// What was put right; empty while it is open.
            var result = ""
            var fixedIn: Int?
        }

        let kind: PathwayTestLine.Kind
        let on: Day?
        let scenario: String
        let tookPart: String
        let findings: String
        let results: [TestStepResult]
        let fixes: [Fix]
    }

    let title: String
    let way: PathwayWay
    let versions: [Version]
    /// Tried out while the first version was in force.
    var trial: Trial?

    /// What is done for an adult who is met at a visit, and what for a child.
    static let all: [DefinitionScript] = [adult, child]

    // MARK: An adult

    private static var adult: DefinitionScript {
        let first = PathwayContent(
            purpose: """
                For every adult who may be a victim and is met at a visit, at work or at home. It holds until somebody with a name \
                looks after them. Whoever is in doubt rings the coordinator; nobody is asked twice for what is written down.
                """, steps: adultSteps)
        var steps = adultSteps
        steps[4].who = "Council housing; after five the council's duty officer"
        steps[4].contact = "Emergency housing 0121 496 0233; duty officer 0121 496 0239"
        steps[4].guidance = "Say first that it is about slavery: the duty officer has the list of rooms since January 2020"
        let trial = Trial(
            kind: .tabletop, on: Day("2019-11-27"),
            scenario: """
                Invented: on a Friday at half past four an inspector of food hygiene meets a woman in the kitchen of a hotel. She \
                speaks a little Tigrinya, sleeps in the linen room and has not been paid since August. The manager does not leave \
                her side. She has a cough that does not go away and says that she wants to stay where the food is.
                """,
            tookPart: "Modern slavery lead, police, housing, adult social care, environmental health, Black Country Women's Aid",
            findings: """
                Nobody round the table had the number of the council after five o'clock, and the bed was found at ten in the evening \
                by a private call. The interpreter's line had Tigrinya only by appointment. Everybody would have separated her from \
                the manager, and everybody in another way.
                """,
            results: [
                TestStepResult(number: 1, result: .worked, took: "At once"),
                TestStepResult(number: 2, result: .late, took: "2 hours, until an interpreter rang back"),
                TestStepResult(number: 3, result: .worked, took: "20 minutes"),
                TestStepResult(number: 4, result: .worked, took: "35 minutes"),
                TestStepResult(number: 5, result: .failed, took: "5 hours and a half"),
                TestStepResult(number: 6, result: .unknown, took: ""), TestStepResult(number: 7, result: .unknown, took: ""),
                TestStepResult(number: 8, result: .worked, took: "The next morning"),
            ],
            fixes: [
                .init(
                    what: "Write down whom to ring for a bed after five, and try the number out", owner: .housing, dueOn: Day("2020-01-15"),
                    result: "The duty officer has the list of rooms; three calls on three evenings were answered within ten minutes.",
                    fixedIn: 2),
                .init(
                    what: "Agree with the interpreter's line which languages are there without an appointment, and list the rest",
                    owner: .modernSlaveryLead, dueOn: Day("2020-05-29")),
            ])
        return DefinitionScript(
            title: "An adult who is met at a visit", way: .adult,
            versions: [
                Version(
                    on: Day("2019-04-29"), content: first,
                    readers: [.police, .hopeForJustice, .womensAid, .adultSocialCare, .environmentalHealth, .glaa, .fire]),
                Version(
                    on: Day("2020-01-20"), content: PathwayContent(purpose: first.purpose, steps: steps),
                    changeNote: "Whom to ring for a bed after five o'clock, after the trial of 27 November 2019.",
                    readers: [.police, .womensAid, .adultSocialCare, .hopeForJustice]),
            ], trial: trial)
    }

    private static let adultSteps = [
        PathwayStep(
            what: "Danger first: call 999 if somebody may be hurt, and get medical help", who: "Whoever meets them", within: "At once",
            contact: "999", guidance: "Who watches them goes out of hearing before anything is asked"),
        PathwayStep(
            what: "Speak to them alone, in their language, somewhere quiet", who: "Whoever meets them", within: "The same hour",
            contact: "Interpreters 0121 496 0202, code of your agency",
            guidance: "The interpreter came with nobody. Ask how they are before you ask for papers"),
        PathwayStep(
            what: "Write down the signs, what was seen and what was said, each for itself", who: "Whoever meets them",
            within: "The same day",
            contact: "Screening form of the visit", guidance: "Not the whole story: that is told once, to one person, later"),
        PathwayStep(
            what: "Tell the coordinator", who: "Your agency's single point of contact", within: "The same day",
            contact: "Modern slavery lead 0121 496 0200, at night through the duty officer"),
        PathwayStep(
            what: "Find a safe bed for tonight, away from whoever exploited them", who: "Council housing", within: "Before the night",
            contact: "Emergency housing 0121 496 0233"),
        PathwayStep(
            what: "Explain the referral, the support and the choice; write the answer down", who: "First responder", within: "2 days",
            contact: "Police 0121 496 0140; adult social care 0121 496 0150",
            guidance: "A no is an answer: send the report without a name, and offer help all the same"),
        PathwayStep(
            what: "Send the referral, or the report without a name", who: "First responder", within: "1 day after the answer",
            contact: "Key-in pack of the pathway", guidance: "Somebody else than the writer reviews it"),
        PathwayStep(
            what: "Name one worker who stays with them, and tell them how to ring", who: "Support provider", within: "2 days",
            contact: "Independent advisors 0121 496 0219", guidance: "Agree first how and when it is safe to ring"),
    ]

    // MARK: A child

    private static var child: DefinitionScript {
        DefinitionScript(
            title: "A child, or somebody who may be one", way: .child,
            versions: [
                Version(
                    on: Day("2019-06-10"),
                    content: PathwayContent(
                        purpose: """
                            For everybody under 18 and everybody who may be, until their age is settled. A child is not asked to agree \
                            to the referral, and is told at each step what happens next and why.
                            """, steps: childSteps), readers: [.childrensTrust, .police, .womensAid, .modernSlaveryLead])
            ])
    }

    private static let childSteps = [
        PathwayStep(
            what: "Stay with the child; keep away every adult who may be part of it", who: "Whoever meets them", within: "At once",
            contact: "999 in danger", guidance: "Also somebody who says that they are the uncle, the aunt or the driver"),
        PathwayStep(
            what: "Ring children's services; the form comes after", who: "Whoever meets them", within: "Within 1 hour",
            contact: "Children's duty team 0121 496 0277, day and night"),
        PathwayStep(
            what: "Hold a strategy discussion", who: "Children's services with police and health", within: "The same day",
            contact: "Children's duty team 0121 496 0277", guidance: "Age, danger, whoever may come back, what happens if the child is gone"
        ),
        PathwayStep(
            what: "Find carers who know of children who go missing", who: "Children's services", within: "Before the night",
            contact: "Children's duty team 0121 496 0277", guidance: "No hotel, no shared house, nobody whom the child came with"),
        PathwayStep(
            what: "Agree a safety plan with the child: telephone, friends, school, what to do if somebody finds them",
            who: "Social worker with police", within: "2 days", contact: "Missing children's officer 0121 496 0141"),
        PathwayStep(
            what: "Send the referral and ask for an independent guardian", who: "First responder", within: "1 day",
            contact: "Police 0121 496 0140; Children's Trust 0121 496 0277"),
        PathwayStep(
            what: "Tell the child what was done and what comes, in words of their age and language", who: "Social worker or guardian",
            within: "The same day, and at each step", contact: "Interpreters 0121 496 0202",
            guidance: "What they told is read first: they do not tell it again to be believed"),
        PathwayStep(
            what: "School, doctor, dentist, somebody for law and papers", who: "Social worker", within: "4 weeks",
            contact: "Wages and papers 0121 496 0294"),
        PathwayStep(
            what: "Plan with them who is there when they are 18", who: "Social worker with the support provider",
            within: "At 17 and a half",
            contact: "Independent advisors 0121 496 0219"),
    ]
}
