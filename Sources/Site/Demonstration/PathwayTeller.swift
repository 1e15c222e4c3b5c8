import Access
import Kernel
import Pathways
import ReferralForm
import Visits

/// Tells what became of the people met in the full cases, through the same use cases that people use, each step at its own
/// time and by whoever would do it.
struct PathwayTeller: Sendable {
    let ground: DemonstrationGround
    let clock: DemonstrationClock
    let visits: VisitDesk
    let pathways: PathwayDesk
    let courses: CourseDesk
    /// The visits of each case, in their order.
    let made: [Tale: [ID<Visit>]]
    /// The services of the directory in which people stay.
    let services: [DemonstrationService: ID<SupportService>]

    func tellAll() async throws {
        for script in PathwayScript.all { try await tell(script) }
    }

    private func tell(_ script: PathwayScript) async throws {
        guard let visit = made[script.tale].flatMap({ $0.indices.contains(script.visit) ? $0[script.visit] : nil }) else {
            throw Demonstration.Failure.missing("the visit of \(script.tale)")
        }
        let file = try await visits.one(visit, as: ground.lead)
        guard file.screenings.indices.contains(script.person) else {
            throw Demonstration.Failure.missing("somebody met at \(file.visit.reference)")
        }
        let story = Story(script: script, met: file.visit.visitedOn, screening: file.screenings[script.person])
        let victim = try await begin(story)
        var told: [(day: Int, act: @Sendable () async throws -> Void)] = []
        for answer in script.answers { told.append((answer.day, { try await ask(answer, story, victim) })) }
        told.append((1, { try await share(story, victim) }))
        if !script.account.isEmpty { told.append((1, { try await writeAccount(story, victim) })) }
        for entry in script.support { told.append((entry.day, { try await support(entry.draft, on: entry.day, story, victim) })) }
        for (day, act) in told.enumerated().sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }).map(\.element) {
            clock.set(story.met.adding(days: day), 13)
            try await act()
        }
        try await report(story, victim)
    }

    /// A script with the visit at which the person was met.
    private struct Story: Sendable {
        let script: PathwayScript
        let met: Day
        let screening: ScreeningEntry

        func day(_ number: Int) -> Day { met.adding(days: number) }
    }

    @discardableResult
    private func done<Result>(_ step: String, _ outcome: Outcome<Result>) throws -> Result { try outcome.told(step) }

    // MARK: The record

    private func begin(_ story: Story) async throws -> ID<PotentialVictim> {
        let script = story.script
        clock.set(story.met, 12)
        let origin = try await pathways.ground(.screening(story.screening.id), as: ground.lead)
        guard var facts = origin.facts else { throw Demonstration.Failure.missing("what the screening said") }
        facts.age = script.age
        facts.childAtExploitation = script.childAtExploitation
        facts.interpreter = script.interpreter
        let victim = try done(
            "begin a pathway",
            await pathways.open(
                OpenPathway.Draft(facts: facts, identity: script.identity, screening: story.screening.id), by: ground.lead,
                key: nil))
        let draft = KeepSafeContact.Draft(rule: script.contactRule, unsafeWays: script.unsafeWays, contact: script.contact)
        try done(
            "safe contact",
            await pathways.keepSafeContact(of: victim, draft, by: ground.lead, expecting: nil, key: nil))
        return victim
    }

    private func ask(_ answer: PathwayScript.Answer, _ story: Story, _ victim: ID<PotentialVictim>) async throws {
        try done(
            "consent",
            await pathways.recordConsent(
                of: victim,
                RecordConsent.Draft(
                    purpose: answer.purpose, answer: answer.answer, answeredOn: story.day(answer.day),
                    explainedBy: "Margaret Ashdown", method: answer.interpreter.isEmpty ? .spoken : .interpreted,
                    language: story.screening.answers.language == "unknown" ? "" : story.screening.answers.language,
                    interpreter: answer.interpreter, reason: answer.reason), by: ground.lead, key: nil))
    }

    /// Lets those who help see the record, and hands the lead over.
    private func share(_ story: Story, _ victim: ID<PotentialVictim>) async throws {
        let script = story.script
        var agencies: [Agency] = []
        for agency in [script.lead, script.writer] + script.others where !agencies.contains(agency) { agencies.append(agency) }
        for agency in agencies {
            clock.advance(seconds: 300)
            try done(
                "share a pathway",
                await pathways.changeCircle(of: victim, .add, try ground.id(agency), by: ground.lead, key: nil))
        }
        try done(
            "hand the lead over",
            await pathways.changeCircle(of: victim, .lead, try ground.id(script.lead), by: ground.lead, key: nil))
    }

    private func writeAccount(_ story: Story, _ victim: ID<PotentialVictim>) async throws {
        let language = story.screening.answers.language
        try done(
            "account",
            await pathways.writeAccount(
                of: victim,
                WriteAccount.Draft(
                    takenOn: story.day(1), source: .firstHand, language: language == "unknown" ? "" : language,
                    interpreter: story.script.answers.first?.interpreter ?? "", words: story.script.account,
                    circumstances: story.script.circumstances), by: try ground.contact(of: story.script.lead), key: nil))
    }

    private func support(_ draft: SupportDraft, on day: Int, _ story: Story, _ victim: ID<PotentialVictim>) async throws {
        var draft = draft
        draft.startsOn = story.day(day)
        if draft.kind == .stay { draft.service = story.script.staysIn.flatMap { services[$0] } }
        draft.organisation = day == 0 ? ground.lead.organisation : try ground.id(story.script.lead)
        // What has ended since is entered when it has.
        if let last = draft.endsOn { clock.set(last, 16) }
        try done("support", await pathways.addSupport(draft, for: victim, by: ground.lead, key: nil))
    }

    // MARK: The form and what followed

    private func report(_ story: Story, _ victim: ID<PotentialVictim>) async throws {
        let script = story.script
        if case .notBegun = script.stage { return }
        let writer = try ground.contact(of: script.writer)
        // Once the way is settled by what was answered about it.
        let settled = script.answers.filter { $0.purpose != .statistics }.map(\.day).max() ?? 0
        clock.set(story.day(max(1, settled)), 15)
        let referral = try done("begin a referral", await pathways.startReferral(for: victim, by: writer, key: nil))
        try await fill(referral, of: victim, script, by: writer)
        if case .draft = script.stage { return }
        clock.advance(seconds: 1_200)
        try done("send for review", await pathways.sendForReview(referral, by: writer, key: nil))
        if case .withSupervisor = script.stage { return }
        clock.advance(seconds: 2_400)
        try done(
            "review",
            await pathways.review(
                referral, ReviewReferral.Draft(decision: .approve, note: ""), by: ground.lead, expecting: nil, key: nil))
        guard case .sent(let day, let reference) = script.stage else { return }
        clock.set(story.day(max(day, settled)), 17)
        try done(
            "submission",
            await pathways.recordSubmission(
                of: referral, RecordSubmission.Draft(submittedOn: clock.world.now().day, reference: reference),
                by: script.writer == .police || script.writer == .childrensTrust ? writer : ground.lead, key: nil))
        try await follow(referral, of: victim, story, by: writer)
    }

    private func fill(
        _ referral: ID<Referral>, of victim: ID<PotentialVictim>, _ script: PathwayScript, by writer: Viewer
    ) async throws {
        let prefilled = try await pathways.openReferral(referral, of: victim, by: writer).opened.answers
        let organisation: [String: ReferralAnswer] = [
            "user-organisation": .text(script.writer == .police ? "West Midlands Police" : "Sandwell Metropolitan Borough Council")
        ]
        let answers = [prefilled, PathwayScript.common, organisation, script.form]
            .reduce(into: [String: ReferralAnswer]()) { $0.merge($1) { _, later in later } }
        for heading in FormHeading.allCases {
            clock.advance(seconds: 420)
            let asked = ReferralForm.questions(under: heading, answers).flatMap { $0 }.map(\.code)
            try done(
                "write a referral",
                await pathways.saveSection(
                    of: referral,
                    SaveReferralSection.Draft(
                        heading: heading, asked: asked, typed: answers.filter { asked.contains($0.key) }),
                    by: writer, expecting: nil, key: nil))
        }
    }

    private func follow(
        _ referral: ID<Referral>, of victim: ID<PotentialVictim>, _ story: Story, by writer: Viewer
    ) async throws {
        for step in story.script.steps where step.stage != .acknowledged {
            clock.set(story.day(step.day), 14)
            try done(
                "decision",
                await courses.record(
                    RecordDecision.Draft(
                        step.stage, step.outcome, on: story.day(step.day), authority: step.authority, reason: step.reason,
                        toldOn: story.day(step.day)), on: referral, of: victim, by: writer, key: nil))
        }
        guard let crime = story.script.crime else { return }
        clock.set(max(clock.world.now().day, story.day(crime.day + 1)), 18)
        try done(
            "crime record",
            await courses.recordCrime(
                RecordCrime.Draft(
                    force: "West Midlands Police", reference: crime.reference,
                    toldAt: Moment(day: story.day(crime.day), hour: 10), recordedAt: Moment(day: story.day(crime.day), hour: 15)),
                for: referral, of: victim, forces: PoliceForces.all, by: writer, key: nil))
    }
}
