import Access
import Concerns
import Kernel
import Partnerships

/// Brings screenings from a file of comma-separated values into a partnership, by the same rules as `ConcernImport`.
package struct ScreeningImport: Sendable {
    /// The columns of the file, in any order.
    package static let columns = ["reference", "visit", "gender", "age_group", "nationality", "language", "outcome"]

    private enum Column {
        static let reference = 0
        static let visit = 1
        static let gender = 2
        static let ageGroup = 3
        static let nationality = 4
        static let language = 5
        static let outcome = 6
    }

    private let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Checks the file and, unless it is a dry run, writes its screenings in one transaction.
    ///
    /// - Parameter request: names the run in the journal.
    package func run(
        _ file: [UInt8], into partnership: ID<Partnership>, isDryRun: Bool, request: String
    ) async throws -> ImportReport {
        let viewer = Viewer.operator(of: partnership, request: request)
        let lists = try await desk.readOffice { try $0.codeLists() }
        var checked = ScreeningImport.check(file, lists: lists)
        let references = checked.screenings.map(\.reference)
        let named = Array(checked.visits.keys)
        let (known, visits) = try await desk.read(as: viewer, Consultation("check-import", "screenings")) { reading in
            (try reading.screenings(withReferences: references), try reading.visits(withReferences: named))
        }
        for (reference, rows) in checked.visits where visits[reference] == nil {
            for row in rows {
                checked.problems.append(
                    ImportProblem(
                        row: row, column: ScreeningImport.columns[Column.visit],
                        message: "The partnership has no visit \(ImportText.quoted(reference)). "
                            + "Import it first, or correct the reference"))
            }
        }
        checked.problems.sort { $0.row < $1.row }
        let fresh = checked.screenings.filter { !known.contains($0.reference) }
        let problems = checked.problems
        let rows = checked.rows
        let alreadyThere = checked.screenings.count - fresh.count
        func report(added: Int) -> ImportReport {
            ImportReport(
                kind: "screenings", rows: rows, added: added, alreadyThere: alreadyThere, newTerms: [],
                problems: problems, isDryRun: isDryRun)
        }
        guard problems.isEmpty else { return report(added: 0) }
        guard !isDryRun, !fresh.isEmpty else { return report(added: fresh.count) }
        let seed = desk.world.randomBytes(16)
        let outcome = try await desk.create(ImportScreenings.self, by: viewer, key: nil) { change in
            try change.insert(fresh, visits: visits, partnership: partnership, seed: seed)
            return .done(fresh.count)
        }
        return report(added: outcome.result ?? 0)
    }

    /// What a file holds, and everything that is wrong with it as far as the file alone can tell.
    struct Checked: Sendable {
        var rows = 0
        var screenings: [ImportedScreening] = []
        var problems: [ImportProblem] = []
        /// The visits that rows refer to, with those rows.
        var visits: [String: [Int]] = [:]
    }

    /// Reads and checks every row. Pure.
    static func check(_ file: [UInt8], lists: CodeLists) -> Checked {
        var checked = Checked()
        var sheet = ImportSheet(file, columns: columns, problems: &checked.problems)
        var genders = ImportLabels(lists["gender"])
        var ageGroups = ImportLabels(lists["age_group"])
        var nationalities = ImportLabels(lists["nationality"])
        var languages = ImportLabels(lists["language"])
        var outcomes = ImportLabels(lists["screening_outcome"])
        var rowsByReference: [String: Int] = [:]
        while sheet.next(problems: &checked.problems) {
            let before = checked.problems.count
            func refuse(_ column: Int, _ message: String) { checked.problems.append(sheet.problem(column, message)) }
            func code(_ labels: inout ImportLabels, _ column: Int) -> String {
                let text = sheet.text(column)
                if let code = labels.code(text) { return code }
                refuse(column, labels.advice(for: text))
                return ""
            }

            let reference = sheet.text(Column.reference)
            if let fault = ImportText.fault(inReference: reference) {
                refuse(Column.reference, fault)
            } else if let row = rowsByReference.updateValue(sheet.row, forKey: reference) {
                refuse(
                    Column.reference,
                    "\(ImportText.quoted(reference)) is the reference of row \(row) too. Give each row its own")
            }
            let visit = sheet.text(Column.visit)
            if visit.isEmpty {
                refuse(Column.visit, "The visit is missing. Write the reference of the visit where the person was met")
            } else {
                checked.visits[visit, default: []].append(sheet.row)
            }
            let gender = code(&genders, Column.gender)
            let ageGroup = code(&ageGroups, Column.ageGroup)
            let nationality = code(&nationalities, Column.nationality)
            let language = sheet.text(Column.language).isEmpty ? "unknown" : code(&languages, Column.language)
            let outcome = code(&outcomes, Column.outcome)
            guard checked.problems.count == before else { continue }
            checked.screenings.append(
                ImportedScreening(
                    reference: reference, visit: visit, gender: gender, ageGroup: ageGroup, nationality: nationality,
                    language: language, outcome: outcome))
        }
        checked.rows = sheet.rows
        return checked
    }
}

/// One row of the file, with the codes for its texts.
struct ImportedScreening: Sendable {
    let reference: String
    let visit: String
    let gender: String
    let ageGroup: String
    let nationality: String
    let language: String
    let outcome: String
}
