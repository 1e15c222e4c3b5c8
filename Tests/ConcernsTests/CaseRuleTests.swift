import Access
import Kernel
import TestSupport
import Testing

@testable import Concerns
@testable import Partnerships

/// The rules of working a case, without a database.
struct CaseRuleTests {
    private let world = TestWorld().world
    private let lists = CodeLists([
        CodeList(
            name: "closing_reason",
            values: ["people-safeguarded", "duplicate", "entered-in-error"].map {
                CodeValue(code: $0, label: $0, validFrom: nil, validUntil: nil, note: "", isConfirmed: true)
            }),
        CodeList(
            name: "outcome_measure",
            values: [
                CodeValue(code: "arrests", label: "Arrests", validFrom: nil, validUntil: nil, note: "people", isConfirmed: true)
            ]),
    ])

    private func closing(_ reason: String = "people-safeguarded") -> CloseConcern.Draft {
        CloseConcern.Draft(reason: reason, summary: "All are safe.", reportBack: "Thank you: it was looked into.")
    }

    private func problems(
        _ draft: CloseConcern.Draft, status: ConcernStatus = .response, agency: Bool = true,
        open: CloseConcern.StillOpen = .init()
    ) -> [String] {
        CloseConcern.problems(
            draft, status: status, wasRaisedByAgency: agency, stillOpen: open, lists: lists,
            check: ReportBackCheck(reference: "SW-0001")
        ).map(\.field)
    }

    @Test("a closed concern cannot be closed again")
    func closedTwice() {
        #expect(problems(closing()) == [])
        #expect(problems(closing(), status: .closed) == [""])
        #expect(problems(closing(), status: .joined) == [""])
        #expect(problems(closing(), status: .awaitingCheck) == [""])
    }

    @Test("closing asks for a reason, a summary, numbers that are numbers, and a word to the agency that raised it")
    func closingFields() {
        #expect(problems(CloseConcern.Draft(reason: "", summary: "")) == ["reason", "summary", "report_back"])
        #expect(problems(closing("duplicate")) == ["reason"])
        #expect(problems(closing("unheard-of")) == ["reason"])
        var draft = closing()
        draft.outcomes = ["arrests": "two"]
        #expect(problems(draft) == ["outcome_arrests"])
        draft.outcomes = ["arrests": "-1"]
        #expect(problems(draft) == ["outcome_arrests"])
        draft.outcomes = ["miracles": "1"]
        #expect(problems(draft) == ["outcome_miracles"])
        draft.outcomes = ["arrests": "1,200"]
        #expect(draft.quantities().first?.quantity == 1200)
        draft.reportBack = ""
        #expect(problems(draft) == ["report_back"])
        #expect(problems(draft, agency: false) == [])
        draft.reason = "entered-in-error"
        #expect(problems(draft) == [])
    }

    @Test("what is still open is finished, or left with a reason")
    func stillOpen() {
        let open = CloseConcern.StillOpen(tasks: ["Ring the landlord"], waiting: ["Fire"], strands: ["Location"])
        #expect(open.text == "1 task, 1 question to an agency, 1 strand")
        #expect(problems(closing(), open: open) == ["left_reason"])
        var draft = closing()
        draft.leftReason = "The landlord answers next month."
        #expect(problems(draft, open: open) == [])
    }

    @Test(
        "a concern is opened again at the stage that it had reached",
        arguments: [
            (ResponseGrade.joint as ResponseGrade?, 1, true, ConcernStatus.response), (nil, 1, true, .scoping),
            (nil, 0, true, .triaged), (nil, 0, false, .raised),
        ])
    func stage(response: ResponseGrade?, rounds: Int, isTriaged: Bool, expected: ConcernStatus) {
        #expect(ReopenConcern.stage(response: response, rounds: rounds, isTriaged: isTriaged) == expected)
    }

    @Test("only a closed concern is opened again, and only with a reason")
    func reopening() {
        #expect(ReopenConcern.problems(reason: "More is known", status: .closed) == [])
        #expect(ReopenConcern.problems(reason: "", status: .closed).map(\.field) == ["reason"])
        #expect(ReopenConcern.problems(reason: "More is known", status: .raised).map(\.field) == [""])
        #expect(ReopenConcern.problems(reason: "More is known", status: .joined).map(\.field) == [""])
    }

    @Test("danger needs the police incident number and a note; its end needs a note")
    func danger() {
        func fields(_ danger: Bool, _ incident: String, _ note: String, _ status: ConcernStatus = .raised) -> [String] {
            NoteDanger.problems(.init(isInDanger: danger, policeIncident: incident, note: note), status: status)
                .map(\.field)
        }
        #expect(fields(true, "WM-1", "Locked in") == [])
        #expect(fields(true, "", "") == ["police_incident", "note"])
        #expect(fields(false, "", "Out and safe") == [])
        #expect(fields(true, "WM-1", "Locked in", .closed) == [""])
    }

    @Test("an enforcement organisation sees the victims strand only for a written reason")
    func enforcementAndVictims() {
        let police = OrganisationSummary(id: world.newID(), name: "Police", kind: "police", isEnforcement: true)
        let charity = OrganisationSummary(id: world.newID(), name: "Charity", kind: "charity", isEnforcement: false)
        func fields(_ member: OrganisationSummary, victims: Bool, reason: String = "") -> [String] {
            ChangeCircle.problems(
                .init(step: .add, organisation: member.id, seesVictims: victims, reason: reason), current: [],
                members: [police, charity], agreement: "an agreement"
            ).map(\.field)
        }
        #expect(fields(charity, victims: true) == [])
        #expect(fields(police, victims: false) == [])
        #expect(fields(police, victims: true) == ["reason"])
        #expect(fields(police, victims: true, reason: "It guards the flat") == [])
        let strand = StrandDraft(lead: charity.id, team: [police.id])
        let members = [police, charity]
        #expect(strand.problems(kind: .victims, members: members, seesVictims: []).map(\.field) == ["reason"])
        #expect(strand.problems(kind: .victims, members: members, seesVictims: [police.id]) == [])
        #expect(strand.problems(kind: .location, members: members, seesVictims: []) == [])
    }

    @Test("nobody is added without a sharing agreement, nobody twice, nobody from outside")
    func circleSteps() {
        let member = OrganisationSummary(id: world.newID(), name: "Housing", kind: "housing", isEnforcement: false)
        let present = CircleMember(
            organisation: member.id, name: "Housing", isEnforcement: false, seesAnswers: false, seesVictims: false,
            basis: "", addedAt: world.now(), removedAt: nil)
        func fields(
            _ step: ChangeCircle.Step, _ id: ID<Organisation>?, _ current: [CircleMember], agreement: String = "one",
            reason: String = ""
        ) -> [String] {
            ChangeCircle.problems(
                .init(step: step, organisation: id, reason: reason), current: current, members: [member],
                agreement: agreement
            ).map(\.field)
        }
        #expect(fields(.add, nil, []) == ["organisation"])
        #expect(fields(.add, member.id, []) == [])
        #expect(fields(.add, member.id, [], agreement: "") == [""])
        #expect(fields(.add, member.id, [present]) == ["organisation"])
        #expect(fields(.add, world.newID(), []) == ["organisation"])
        #expect(fields(.change, member.id, []) == ["organisation"])
        #expect(fields(.remove, member.id, [present]) == ["reason"])
        #expect(fields(.remove, member.id, [present], reason: "It left") == [])
    }

    @Test("a task says what, who and by when")
    func tasks() {
        let housing = world.newID(Organisation.self)
        let today = world.now().day
        func fields(_ draft: TaskDraft, strands: [StrandKind] = []) -> [String] {
            draft.problems(status: .response, strands: strands, choosable: [housing], today: today).map(\.field)
        }
        #expect(fields(TaskDraft(title: "Ring", organisation: housing, dueOn: .day(today))) == [])
        #expect(fields(TaskDraft(title: "", organisation: nil, dueOn: .missing)) == ["title", "organisation", "due_on"])
        #expect(fields(TaskDraft(title: "Ring", organisation: world.newID(), dueOn: .unreadable)) == ["organisation", "due_on"])
        #expect(fields(TaskDraft(title: "Ring", organisation: housing, dueOn: .day(today.adding(days: -1)))) == ["due_on"])
        #expect(fields(TaskDraft(title: "Ring", organisation: housing, dueOn: .day(today), strand: "victims")) == ["strand"])
        #expect(
            fields(
                TaskDraft(title: "Ring", organisation: housing, dueOn: .day(today), strand: "victims"),
                strands: [.victims]) == [])
    }

    @Test("a report is accepted, or declined with a reason and a note, once")
    func checking() {
        func fields(_ decision: String, reason: String = "", note: String = "", _ status: ConcernStatus = .awaitingCheck)
            -> [String]
        {
            CheckReport.problems(.init(decision: decision, reason: reason, note: note), status: status).map(\.field)
        }
        #expect(fields("accept") == [])
        #expect(fields("") == ["decision"])
        #expect(fields("decline") == ["reason", "note"])
        #expect(fields("decline", reason: "people-safeguarded", note: "Not so") == ["reason"])
        #expect(fields("decline", reason: "other-service", note: "A noise complaint") == [])
        #expect(fields("accept", .raised) == [""])
    }

    @Test("the number that a reporter quotes has no mark that can be taken for another")
    func quotes() {
        let quote = ReceivePublicReport.quote(world)
        #expect(quote.count == 11)
        #expect(quote.hasPrefix("R-"))
        #expect(!quote.dropFirst(2).contains { "01ILOU".contains($0) })
        #expect(quote != ReceivePublicReport.quote(world))
    }

    @Test("a strand is finished only with its outcome")
    func strandOutcome() {
        let member = OrganisationSummary(id: world.newID(), name: "Housing", kind: "housing", isEnforcement: false)
        var draft = StrandDraft(lead: member.id, status: "finished")
        #expect(draft.problemsOfText.map(\.field) == ["outcome"])
        draft.outcome = "The flat was closed."
        #expect(draft.problemsOfText == [])
        draft.status = "gone"
        #expect(draft.problemsOfText.map(\.field) == ["status"])
        #expect(
            StrandDraft(lead: nil).problems(kind: .location, members: [member], seesVictims: []).map(\.field) == ["lead"])
    }
}
