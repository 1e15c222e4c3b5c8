import Access
import Kernel

extension DemonstrationGround {
    /// Whoever coordinates the partnership.
    var lead: Viewer {
        Viewer(
            person: coordinator, name: "Margaret Ashdown", organisation: organisations[.modernSlaveryLead] ?? partnership.cast(),
            organisationName: Agency.modernSlaveryLead.rawValue, partnership: partnership, roles: [.coordinator], town: nil,
            agreementInForce: true, request: "demonstration")
    }

    /// The agency's own contact: a member who can sign in.
    func contact(of agency: Agency) throws -> Viewer {
        guard let person = contacts[agency],
            let account = Demonstration.accounts.first(where: {
                $0.organisation == agency.rawValue && $0.partnership == Demonstration.sandwell && $0.role == .member
            })
        else { throw Demonstration.Failure.missing("an account of \(agency.rawValue)") }
        return Viewer(
            person: person, name: account.name, organisation: try id(agency), organisationName: agency.rawValue,
            partnership: partnership, roles: [.member], town: nil, agreementInForce: true, request: "demonstration")
    }
}

extension Outcome {
    /// What came of a step that is told. Throws `Demonstration.Failure.refused` where the rules of the product refused it.
    @discardableResult
    func told(_ step: String) throws -> Result {
        switch self {
        case .done(let result): return result
        case .refused(let problems): throw Demonstration.Failure.refused(step: step, problems: problems)
        }
    }
}
