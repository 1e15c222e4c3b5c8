import Access
import Concerns
import Kernel
import Partnerships

/// Brings visits from a file of comma-separated values into a partnership, by the same rules as `ConcernImport`.
///
/// A visit on a day that has come was made, and every agency that it lists attended; a later one is planned.
package struct VisitImport: Sendable {
    /// The columns of the file, in any order.
    package static let columns = ["reference", "concern", "visited_on", "purpose", "agencies"]

    private enum Column {
        static let reference = 0
        static let concern = 1
        static let visitedOn = 2
        static let purpose = 3
        static let agencies = 4
    }

    private let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Checks the file and, unless it is a dry run, writes its visits in one transaction.
    ///
    /// - Parameter request: names the run in the journal.
    package func run(
        _ file: [UInt8], into partnership: ID<Partnership>, isDryRun: Bool, request: String
    ) async throws -> ImportReport {
        let viewer = Viewer.operator(of: partnership, request: request)
        let (members, purposes) = try await desk.readOffice { office in
            (try office.members(of: partnership), try office.terms(of: partnership, kind: "purpose"))
        }
        let ids = IDSequence(at: desk.world.now(), seed: desk.world.randomBytes(16))
        var checked = VisitImport.check(file, members: members, purposes: purposes, ids: ids)
        let references = checked.visits.map(\.reference)
        let named = Array(checked.concerns.keys)
        let (known, concerns) = try await desk.read(as: viewer, Consultation("check-import", "visits")) { reading in
            (
                try reading.visits(withReferences: references).mapValues(\.id),
                try reading.concerns(withReferences: named)
            )
        }
        for (reference, rows) in checked.concerns where concerns[reference] == nil {
            for row in rows {
                checked.problems.append(
                    ImportProblem(
                        row: row, column: columns[Column.concern],
                        message: "The partnership has no concern \(ImportText.quoted(reference)). "
                            + "Import it first, correct the reference, or leave it empty for a preventive visit"))
            }
        }
        checked.problems.sort { $0.row < $1.row }
        let fresh = checked.visits.filter { known[$0.reference] == nil }
        let used = Set(fresh.map(\.purpose))
        let terms = checked.terms.filter { used.contains($0.id) }
        let problems = checked.problems
        let rows = checked.rows
        let alreadyThere = checked.visits.count - fresh.count
        func report(added: Int) -> ImportReport {
            ImportReport(
                kind: "visits", rows: rows, added: added, alreadyThere: alreadyThere,
                newTerms: terms.map { .init(kind: $0.kind, label: $0.label) }, problems: problems, isDryRun: isDryRun)
        }
        guard problems.isEmpty else { return report(added: 0) }
        guard !isDryRun, !fresh.isEmpty else { return report(added: fresh.count) }
        let seed = desk.world.randomBytes(16)
        let outcome = try await desk.create(ImportVisits.self, by: viewer, key: nil) { change in
            try change.insert(fresh, concerns: concerns, terms: terms, partnership: partnership, seed: seed)
            return .done(fresh.count)
        }
        return report(added: outcome.result ?? 0)
    }

    private var columns: [String] { VisitImport.columns }

    /// What a file holds, and everything that is wrong with it as far as the file alone can tell.
    struct Checked: Sendable {
        var rows = 0
        var visits: [ImportedVisit] = []
        var terms: [ImportTerms.Added] = []
        var problems: [ImportProblem] = []
        /// The concerns that rows refer to, with those rows.
        var concerns: [String: [Int]] = [:]
    }

    /// Reads and checks every row. Pure.
    static func check(
        _ file: [UInt8], members: [OrganisationSummary], purposes: [TermSummary], ids: IDSequence
    ) -> Checked {
        var checked = Checked()
        var sheet = ImportSheet(file, columns: columns, problems: &checked.problems)
        var terms = ImportTerms(known: purposes, ids: ids)
        var agencies = ImportAgencies(members)
        var rowsByReference: [String: Int] = [:]
        while sheet.next(problems: &checked.problems) {
            let before = checked.problems.count
            func refuse(_ column: Int, _ message: String) { checked.problems.append(sheet.problem(column, message)) }

            let reference = sheet.text(Column.reference)
            if let fault = ImportText.fault(inReference: reference) {
                refuse(Column.reference, fault)
            } else if let row = rowsByReference.updateValue(sheet.row, forKey: reference) {
                refuse(
                    Column.reference,
                    "\(ImportText.quoted(reference)) is the reference of row \(row) too. Give each row its own")
            }
            let visitedOn = Day(sheet.text(Column.visitedOn))
            if visitedOn == nil { refuse(Column.visitedOn, ImportedDay.advice(for: sheet.text(Column.visitedOn))) }
            let purposeText = sheet.text(Column.purpose)
            let purpose = terms.term("purpose", purposeText)
            if purpose == nil {
                refuse(
                    Column.purpose,
                    purposeText.isEmpty
                        ? "The purpose is missing. Write in a word or two what the visit was for, such as disruption"
                        : "\(ImportText.quoted(purposeText)) is no purpose. Write it in a word or two, in letters")
            }
            var attending: [ID<Organisation>] = []
            let items = ImportText.items(sheet.text(Column.agencies))
            if items.isEmpty {
                refuse(Column.agencies, "The agencies are missing. Write who went, separated by semicolons")
            }
            for item in items {
                if let member = agencies.member(item) {
                    if !attending.contains(member.id) { attending.append(member.id) }
                } else {
                    refuse(Column.agencies, agencies.advice(for: item))
                }
            }
            let concern = sheet.text(Column.concern)
            if !concern.isEmpty { checked.concerns[concern, default: []].append(sheet.row) }
            guard checked.problems.count == before, let visitedOn, let purpose else { continue }
            checked.visits.append(
                ImportedVisit(
                    reference: reference, concern: concern, visitedOn: visitedOn, purpose: purpose,
                    agencies: attending))
        }
        checked.rows = sheet.rows
        checked.terms = terms.added
        return checked
    }
}

/// One row of the file, with the identifiers for its texts.
struct ImportedVisit: Sendable {
    let reference: String
    /// The reference of its concern; empty for a preventive visit.
    let concern: String
    let visitedOn: Day
    let purpose: ID<Term>
    let agencies: [ID<Organisation>]
}
