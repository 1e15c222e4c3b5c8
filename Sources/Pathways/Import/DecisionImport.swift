import Access
import Concerns
import Kernel
import Partnerships

/// Brings decisions about referrals from a file of comma-separated values into a partnership, by the same manners as
/// `ConcernImport`: everything is checked first, any problem means that nothing is written, and what is there already is
/// left as it is.
///
/// A referral is named by its Home Office reference or by our own. A negative decision has no reason in the file: it is kept
/// as "not said".
package struct DecisionImport: Sendable {
    /// The columns of the file, in any order.
    package static let columns = ["reference", "stage", "outcome", "date", "authority"]

    private enum Column {
        static let reference = 0
        static let stage = 1
        static let outcome = 2
        static let date = 3
        static let authority = 4
    }

    private let courses: CourseDesk

    package init(courses: CourseDesk) {
        self.courses = courses
    }

    /// Checks the file and, unless it is a dry run, writes its decisions in one transaction. What is there already is looked at
    /// again in that transaction: a decision that somebody records meanwhile is neither written twice nor put back.
    ///
    /// - Parameter request: names the run in the journal.
    package func run(
        _ file: [UInt8], into partnership: ID<Partnership>, isDryRun: Bool, request: String
    ) async throws -> ImportReport {
        let viewer = Viewer.operator(of: partnership, request: request)
        let desk = courses.desk
        let checked = DecisionImport.check(file, lists: courses.lists)
        func check() async throws -> Replayed {
            try await desk.read(as: viewer, Consultation("check-import", "referral_decisions")) {
                try replayed(checked, in: $0)
            }
        }
        func report(_ replayed: Replayed, _ added: Int) -> ImportReport {
            ImportReport(
                kind: "decisions", rows: checked.total, added: added, alreadyThere: replayed.alreadyThere, newTerms: [],
                problems: replayed.problems, isDryRun: isDryRun)
        }
        let first = try await check()
        guard first.problems.isEmpty else { return report(first, 0) }
        guard !isDryRun, first.count > 0 else { return report(first, first.count) }
        let seed = desk.world.randomBytes(16)
        let outcome = try await desk.create(ImportDecisions.self, by: viewer, key: nil) { change -> Outcome<[Int]> in
            let now = try replayed(checked, in: change.reading)
            // Nothing to write, or no longer lawful: the report says which.
            guard now.problems.isEmpty, now.count > 0 else { return .refused([]) }
            try change.insert(now.courses, partnership: partnership, seed: seed)
            return .done([now.count, now.alreadyThere])
        }
        if let written = outcome.result {
            return report(Replayed(courses: [], problems: [], alreadyThere: written[1]), written[0])
        }
        return report(try await check(), 0)
    }

    /// What a file comes to beside what is on record.
    struct Replayed: Sendable {
        var courses: [ImportedCourse] = []
        var problems: [ImportProblem] = []
        var alreadyThere = 0

        var count: Int { courses.reduce(0) { $0 + $1.decisions.count } }
    }

    /// Lays the rows of a file upon what is on record.
    private func replayed(_ checked: Checked, in reading: Reading) throws -> Replayed {
        var replayed = Replayed(problems: checked.problems)
        let found = try reading.referralsForImport(Array(Set(checked.rows.map(\.reference))))
        for (reference, rows) in Dictionary(grouping: checked.rows, by: \.reference) {
            guard let found = found[reference] else {
                replayed.problems += rows.map { row in
                    ImportProblem(
                        row: row.row, column: DecisionImport.columns[Column.reference],
                        message:
                            "The partnership has no referral \(ImportText.quoted(reference)) that was sent. Correct the reference, or record the referral first"
                    )
                }
                continue
            }
            let course = replay(rows, on: found, today: reading.moment.day, problems: &replayed.problems)
            replayed.alreadyThere += rows.count - course.decisions.count
            if !course.decisions.isEmpty { replayed.courses.append(course) }
        }
        replayed.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        replayed.courses.sort { $0.referral.text < $1.referral.text }
        return replayed
    }

    /// One row of the file, with its codes.
    struct Row: Sendable {
        let row: Int
        let reference: String
        let stage: DecisionStage
        let outcome: DecisionOutcome
        let on: Day
        let authority: String
    }

    /// What a file holds, and everything that is wrong with it as far as the file alone can tell.
    struct Checked: Sendable {
        var total = 0
        var rows: [Row] = []
        var problems: [ImportProblem] = []
    }

    /// Reads and checks every row. Pure.
    static func check(_ file: [UInt8], lists: CodeLists) -> Checked {
        var checked = Checked()
        var sheet = ImportSheet(file, columns: columns, problems: &checked.problems)
        var stages = ImportLabels(lists["decision_stage"], namesCodes: true)
        var outcomes = ImportLabels(lists["decision_outcome"], namesCodes: true)
        var authorities = ImportLabels(lists["competent_authority"], namesCodes: true)
        while sheet.next(problems: &checked.problems) {
            let before = checked.problems.count
            func refuse(_ column: Int, _ message: String) { checked.problems.append(sheet.problem(column, message)) }
            let reference = sheet.text(Column.reference)
            if let fault = ImportText.fault(inReference: reference) { refuse(Column.reference, fault) }
            let stage = stages.code(sheet.text(Column.stage)).flatMap(DecisionStage.init)
            if stage == nil { refuse(Column.stage, stages.advice(for: sheet.text(Column.stage))) }
            let outcome = outcomes.code(sheet.text(Column.outcome)).flatMap(DecisionOutcome.init)
            if outcome == nil {
                refuse(Column.outcome, outcomes.advice(for: sheet.text(Column.outcome)))
            } else if let stage, let outcome, !stage.outcomes.contains(outcome) {
                let fitting = stage.outcomes.map(\.rawValue).joined(separator: ", ")
                refuse(
                    Column.outcome, "\(ImportText.quoted(sheet.text(Column.outcome))) cannot come of this stage. Write one of: \(fitting)")
            }
            let on = Day(sheet.text(Column.date))
            if on == nil { refuse(Column.date, ImportedDay.advice(for: sheet.text(Column.date))) }
            let named = sheet.text(Column.authority)
            let authority = named.isEmpty ? "" : authorities.code(named)
            if authority == nil || (named.isEmpty && stage?.isDecided == true) {
                refuse(Column.authority, authorities.advice(for: named))
            }
            guard checked.problems.count == before, let stage, let outcome, let on, let authority else { continue }
            checked.rows.append(
                Row(row: sheet.row, reference: reference, stage: stage, outcome: outcome, on: on, authority: authority))
        }
        checked.total = sheet.rows
        return checked
    }

    /// Takes the rows of one referral in the order of their days, and keeps those that are new and lawful.
    private func replay(
        _ rows: [Row], on file: ReferralForImport, today: Day, problems: inout [ImportProblem]
    ) -> ImportedCourse {
        let line = file.line
        var course = ImportedCourse(referral: line.id, victim: line.victim, reference: line.reference)
        var history = file.history
        // The same day keeps the order of the file.
        for row in rows.sorted(by: { ($0.on, $0.row) < ($1.on, $1.row) }) {
            let isThere = history.kept.contains { $0.stage == row.stage && $0.outcome == row.outcome && $0.decidedOn == row.on }
            if isThere { continue }
            let reason = row.stage.reasonList(row.outcome) == "negative_reason" ? "not-said" : ""
            let draft = RecordDecision.Draft(
                row.stage, row.outcome, on: row.on, authority: row.stage.isDecided ? row.authority : "", reason: reason)
            let standing = RecordDecision.Standing(
                history: history, facts: file.standing.facts, isTreatedAsChild: file.isTreatedAsChild)
            let found = RecordDecision.problems(draft, standing, rules: courses.rules, lists: courses.lists, today: today)
                .filter { $0.field != "home_office_reference" && !$0.field.hasPrefix("reason-") }
            guard found.isEmpty,
                let next = ReferralCourse.next(
                    history.standing, row.stage, row.outcome, isNotification: line.isNotification)
            else {
                problems += found.map { DecisionImport.problem($0, row.row) }
                // What comes after rests on this one: its problems would only repeat it.
                break
            }
            course.decisions.append(.init(draft: draft, from: history.standing.status))
            course.status = next.status
            history = history.adding(draft, row.stage, row.outcome, row.on, to: next.status, isNotification: line.isNotification)
        }
        return course
    }

    /// A problem of the rule as one of a row.
    private static func problem(_ problem: Problem, _ row: Int) -> ImportProblem {
        switch problem.field {
        case "authority": ImportProblem(row: row, column: "authority", message: problem.message)
        case "decided_on": ImportProblem(row: row, column: "date", message: problem.message)
        case "asked_early", "is_exceptional":
            ImportProblem(row: row, column: "date", message: "\(problem.message). A file cannot confirm that: record this step by hand")
        default: ImportProblem(row: row, column: "stage", message: problem.message)
        }
    }
}

/// The new decisions of one referral.
struct ImportedCourse: Sendable {
    struct Decision: Sendable {
        let draft: RecordDecision.Draft
        let from: ReferralStatus
    }

    let referral: ID<Referral>
    let victim: ID<PotentialVictim>
    let reference: String
    var decisions: [Decision] = []
    /// Where the referral stands after them.
    var status: ReferralStatus?
}

extension CourseHistory {
    /// The history with one more step, which is not written yet.
    fileprivate func adding(
        _ draft: RecordDecision.Draft, _ stage: DecisionStage, _ outcome: DecisionOutcome, _ on: Day, to status: ReferralStatus,
        isNotification: Bool
    ) -> CourseHistory {
        let entry = CourseDecision(
            id: ID<ReferralDecision>(at: Moment(day: on), random: (0, UInt64(entries.count))), stage: stage, outcome: outcome,
            decidedOn: on, authority: draft.authority, reason: draft.reason, toldOn: nil, recordedAt: Moment(day: on),
            organisationName: "", personName: "", wasAskedEarly: false, hasNote: false, from: standing.status, voidedAt: nil)
        return CourseHistory(status: status, isNotification: isNotification, entries: entries + [entry])
    }
}
