import Access
import Hummingbird

extension SignedIn {
    /// Saves a form that names the version of its record. Where somebody else saved another version meanwhile, what only
    /// one of the two changed is put together and saved; what both changed is shown side by side (409), and nothing is lost.
    ///
    /// - Parameter stale: the two versions, read anew.
    package func saving(
        _ data: FormData, section: Section, stale: (FormData) async throws -> StaleEditPage,
        save: (FormData) async throws -> Response
    ) async throws -> Response {
        var data = data
        for _ in 0..<4 {
            do {
                return try await save(data)
            } catch AccessError.changedMeanwhile {
                let page = try await stale(data)
                if page.needsChoice { return .conflict(page.markup(self, section: section)) }
                data = page.merged
            }
        }
        return try await save(data)
    }
}

extension Form {
    /// The form as it was when it was opened, for the field `was`: kept from the first sending on.
    ///
    /// - Parameter record: the record now, as its form would hold it.
    package func base(_ record: FormData) -> String {
        let kept = value(FormData.baseField)
        return kept.isEmpty ? record.urlEncoded : kept
    }
}
