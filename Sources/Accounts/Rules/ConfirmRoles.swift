import Access
import Kernel

extension AccountDesk {
    /// Whose roles wait for a coordinator of the viewer's partnership. Throws `AccessError.denied` for everybody else.
    package func waitingRoles(by viewer: Viewer) async throws -> [WaitingRoles] {
        let partnership = try AccountDesk.confirming(by: viewer)
        return try await desk.readOffice { office in try office.waitingRoles(in: partnership) }
    }

    /// A coordinator confirms that somebody shall see cases, or declines it.
    ///
    /// Two people stand behind every such role: whoever asked for it and whom it is for cannot confirm it. Only the roles
    /// that were read (`code`) are confirmed. Throws `AccessError.denied`, and `.notVisible` where nothing waits.
    package func decideRoles(
        of person: ID<Person>, code: String, confirms: Bool, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Bool> {
        let partnership = try AccountDesk.confirming(by: viewer)
        let event: ID<AccountEvent> = world.newID()
        do {
            return try await desk.changeOffice { office in
                if try office.repeated(key, by: viewer, verb: "decide-roles \(person)") != nil { return .done(confirms) }
                guard let waiting = try office.waitingRoles(in: partnership).first(where: { $0.person == person }) else {
                    throw AccessError.notVisible
                }
                if let problem = AccountDesk.problem(waiting, code: code, viewer: viewer) { return .refused([problem]) }
                if confirms {
                    try office.confirm(waiting, in: partnership)
                } else {
                    try office.forgetWaitingRoles(of: person, in: partnership)
                }
                try office.remember(key, by: viewer, verb: "decide-roles \(person)", result: confirms ? "yes" : "no")
                let what = confirms ? AccountEvent.What.confirmRoles : .declineRoles
                office.journal(
                    what.rawValue, "person", person.text, by: viewer.person, of: partnership, request: viewer.request,
                    detail: waiting.code)
                try office.note(what, event, about: person, by: viewer, of: partnership, detail: waiting.code)
                return .done(confirms)
            }
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        }
    }

    /// Why this viewer cannot decide on these roles; nil when they can.
    static func problem(_ waiting: WaitingRoles, code: String, viewer: Viewer) -> Problem? {
        if waiting.person == viewer.person {
            return Problem("", "These roles are for yourself: another coordinator decides on them")
        }
        if waiting.askedBy == viewer.person {
            return Problem("", "You asked for these roles yourself: another coordinator decides on them")
        }
        if waiting.code != code {
            return Problem("", "The roles were changed while you had the page open. Read them again, then decide")
        }
        return nil
    }

    private static func confirming(by viewer: Viewer) throws -> ID<Partnership> {
        guard let partnership = viewer.partnership, viewer.mayChange, viewer.door == .person, viewer.isCoordinator else {
            throw AccessError.denied
        }
        return partnership
    }
}
