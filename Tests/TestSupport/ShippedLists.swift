import Kernel
import Partnerships
import Schema

extension CodeLists {
    /// The code lists as a server has them: from the reference data.
    package static func shipped() throws -> CodeLists {
        CodeLists(
            try ReferenceData.codeLists.map { source in
                CodeList(
                    name: source.list,
                    values: try source.parsed().map { row in
                        CodeValue(
                            code: row.code, label: row.label, validFrom: Day(row.validFrom),
                            validUntil: row.validUntil.flatMap { Day($0) }, note: row.note ?? "",
                            isConfirmed: source.confirmed)
                    })
            })
    }
}
