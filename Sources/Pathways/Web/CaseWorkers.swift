import Access
import Web

extension SignedIn {
    /// The door of the section: members and the coordinator work with victims. Visit teams, town leads and analysts see no
    /// record of anybody, so they have no page of a list either. Throws `AccessError.denied`.
    func requireCaseWorker() throws {
        guard viewer.isCoordinator || viewer.has(.member) else { throw AccessError.denied }
    }
}
