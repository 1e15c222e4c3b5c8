import Access
import Kernel
import Partnerships

/// Brings concerns from a file of comma-separated values into a partnership.
///
/// Everything is checked first; any problem means that nothing is written. A reference that the partnership has already
/// is left as it is, so that the same file can be imported again.
package struct ConcernImport: Sendable {
    /// The columns of the file, in any order.
    package static let columns = [
        "reference", "received_on", "source", "town", "ward", "location_type", "exploitation_types", "nationality",
        "response", "lead_agency", "summary",
    ]

    private let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Checks the file and, unless it is a dry run, writes its concerns in one transaction.
    ///
    /// - Parameter request: names the run in the journal.
    package func run(
        _ file: [UInt8], into partnership: ID<Partnership>, isDryRun: Bool, request: String
    ) async throws -> ImportReport {
        let viewer = Viewer.operator(of: partnership, request: request)
        let standing = try await desk.readOffice { office in
            Standing(
                lists: try office.codeLists(), members: try office.members(of: partnership),
                terms: try ["town", "ward"].flatMap { try office.terms(of: partnership, kind: $0) })
        }
        let ids = IDSequence(at: desk.world.now(), seed: desk.world.randomBytes(16))
        let checked = ConcernImport.check(file, standing: standing, ids: ids)
        let references = checked.concerns.map(\.reference)
        let known = try await desk.read(as: viewer, Consultation("check-import", "concerns")) { reading in
            try reading.concerns(withReferences: references)
        }
        let fresh = checked.concerns.filter { known[$0.reference] == nil }
        let used = Set(fresh.flatMap { [$0.town, $0.ward] })
        let terms = checked.terms.filter { used.contains($0.id) }
        func report(added: Int) -> ImportReport {
            ImportReport(
                kind: "concerns", rows: checked.rows, added: added, alreadyThere: checked.concerns.count - fresh.count,
                newTerms: terms.map { .init(kind: $0.kind, label: $0.label) },
                problems: checked.problems, isDryRun: isDryRun)
        }
        guard checked.problems.isEmpty else { return report(added: 0) }
        guard !isDryRun, !fresh.isEmpty else { return report(added: fresh.count) }
        let seed = desk.world.randomBytes(16)
        let outcome = try await desk.create(ImportConcerns.self, by: viewer, key: nil) { change in
            try change.insert(
                fresh, terms: terms, lists: standing.lists, partnership: partnership, seed: seed)
            return .done(fresh.count)
        }
        return report(added: outcome.result ?? 0)
    }

    /// What the rows are checked against.
    struct Standing: Sendable {
        let lists: CodeLists
        let members: [OrganisationSummary]
        let terms: [TermSummary]
    }

    /// What a file holds, and everything that is wrong with it.
    struct Checked: Sendable {
        var rows = 0
        var concerns: [ImportedConcern] = []
        var terms: [ImportTerms.Added] = []
        var problems: [ImportProblem] = []
    }

    /// Reads and checks every row. Pure: the standing and the identifiers for new terms decide.
    static func check(_ file: [UInt8], standing: Standing, ids: IDSequence) -> Checked {
        var checked = Checked()
        var sheet = ImportSheet(file, columns: columns, problems: &checked.problems)
        var rules = ConcernRowRules(standing: standing, ids: ids)
        while sheet.next(problems: &checked.problems) {
            if let concern = rules.concern(sheet, problems: &checked.problems) { checked.concerns.append(concern) }
        }
        checked.rows = sheet.rows
        checked.terms = rules.terms.added
        return checked
    }
}

/// One row of the file, with the codes and identifiers for its texts.
struct ImportedConcern: Sendable {
    let reference: String
    let receivedOn: Day
    let source: String
    let town: ID<Term>?
    let ward: ID<Term>?
    let locationType: String
    let exploitation: [String]
    let nationality: String
    let response: ResponseGrade?
    let lead: OrganisationSummary?
    let summary: String
}

/// The rules for one row of concerns; remembers what it has found before, because values repeat.
private struct ConcernRowRules {
    private enum Column {
        static let reference = 0
        static let receivedOn = 1
        static let source = 2
        static let town = 3
        static let ward = 4
        static let locationType = 5
        static let exploitation = 6
        static let nationality = 7
        static let response = 8
        static let lead = 9
        static let summary = 10
    }

    /// The longest summary, in bytes.
    private static let longest = 20_000

    var terms: ImportTerms
    private var sources: ImportLabels
    private var locationTypes: ImportLabels
    private var exploitationTypes: ImportLabels
    private var nationalities: ImportLabels
    private var responses: ImportLabels
    private var agencies: ImportAgencies
    private var exploitation: [String: [String]] = [:]
    private var days: [String: Day] = [:]
    private var rowsByReference: [String: Int] = [:]

    init(standing: ConcernImport.Standing, ids: IDSequence) {
        terms = ImportTerms(known: standing.terms, ids: ids)
        sources = ImportLabels(standing.lists["concern_source"])
        locationTypes = ImportLabels(standing.lists["location_type"])
        exploitationTypes = ImportLabels(standing.lists["exploitation_type"])
        nationalities = ImportLabels(standing.lists["nationality"])
        responses = ImportLabels(standing.lists["response_grade"], namesCodes: true)
        agencies = ImportAgencies(standing.members)
    }

    mutating func concern(_ sheet: ImportSheet, problems: inout [ImportProblem]) -> ImportedConcern? {
        let before = problems.count
        func refuse(_ column: Int, _ message: String) { problems.append(sheet.problem(column, message)) }

        let reference = sheet.text(Column.reference)
        if let fault = ImportText.fault(inReference: reference) {
            refuse(Column.reference, fault)
        } else if let row = rowsByReference.updateValue(sheet.row, forKey: reference) {
            refuse(
                Column.reference,
                "\(ImportText.quoted(reference)) is the reference of row \(row) too. Give each row its own")
        }
        let receivedOn = day(sheet.text(Column.receivedOn))
        if receivedOn == nil { refuse(Column.receivedOn, ImportedDay.advice(for: sheet.text(Column.receivedOn))) }
        func code(_ labels: inout ImportLabels, _ column: Int) -> String {
            let text = sheet.text(column)
            if let code = labels.code(text) { return code }
            refuse(column, labels.advice(for: text))
            return ""
        }
        let source = code(&sources, Column.source)
        let locationType = code(&locationTypes, Column.locationType)
        let nationality = code(&nationalities, Column.nationality)
        let response = sheet.text(Column.response).isEmpty ? "" : code(&responses, Column.response)
        let types = exploitationTypes(sheet, refuse)
        let (town, ward) = places(sheet, refuse)
        var lead: OrganisationSummary?
        let leadName = sheet.text(Column.lead)
        if !leadName.isEmpty {
            lead = agencies.member(leadName)
            if lead == nil { refuse(Column.lead, agencies.advice(for: leadName)) }
        }
        let summary = sheet.text(Column.summary)
        if summary.utf8.count > ConcernRowRules.longest {
            refuse(Column.summary, "The summary is longer than 20,000 characters. Shorten it")
        }
        guard problems.count == before, let receivedOn else { return nil }
        return ImportedConcern(
            reference: reference, receivedOn: receivedOn, source: source, town: town, ward: ward,
            locationType: locationType, exploitation: types, nationality: nationality,
            response: ResponseGrade(rawValue: response), lead: lead, summary: summary)
    }

    private mutating func day(_ text: String) -> Day? {
        if let day = days[text] { return day }
        guard let day = Day(text) else { return nil }
        days[text] = day
        return day
    }

    private mutating func exploitationTypes(_ sheet: ImportSheet, _ refuse: (Int, String) -> Void) -> [String] {
        let text = sheet.text(Column.exploitation)
        if let types = exploitation[text] { return types }
        var types: [String] = []
        var isSound = true
        let items = ImportText.items(text)
        for item in items.isEmpty ? [""] : items {
            if let type = exploitationTypes.code(item) {
                if !types.contains(type) { types.append(type) }
            } else {
                isSound = false
                refuse(Column.exploitation, exploitationTypes.advice(for: item))
            }
        }
        if isSound { exploitation[text] = types }
        return types
    }

    private mutating func places(_ sheet: ImportSheet, _ refuse: (Int, String) -> Void) -> (ID<Term>?, ID<Term>?) {
        let townName = sheet.text(Column.town)
        let wardName = sheet.text(Column.ward)
        guard !townName.isEmpty else {
            if !wardName.isEmpty { refuse(Column.town, "The row names a ward. Write the town in which the ward lies") }
            return (nil, nil)
        }
        guard let town = terms.term("town", townName) else {
            refuse(Column.town, "\(ImportText.quoted(townName)) is no name. Write the name of the town in letters")
            return (nil, nil)
        }
        guard !wardName.isEmpty else { return (town, nil) }
        switch terms.ward(wardName, in: town) {
        case .success(let ward): return (town, ward)
        case .failure(let problem):
            refuse(Column.ward, problem.message)
            return (town, nil)
        }
    }
}

/// Days as a file writes them.
package enum ImportedDay {
    package static func advice(for text: String) -> String {
        text.isEmpty
            ? "The date is missing. Write it as year, month and day, such as 2019-04-08"
            : "\(ImportText.quoted(text)) is no date. Write it as year, month and day, such as 2019-04-08"
    }
}
