import Access
import Kernel
import Partnerships
import Pathways
import Visits

/// Tells what the partnership keeps ready for whoever is met: its services, its own pathways, its reception centres. Through
/// the same use cases that people use, each step at its own time and by whoever would do it.
struct PreparationTeller: Sendable {
    let ground: DemonstrationGround
    let clock: DemonstrationClock
    let services: ServiceDesk
    let definitions: DefinitionDesk
    let reception: ReceptionDesk
    let visits: VisitDesk

    /// Tells the directory and the pathways. The services are there before anybody stays in one.
    func tellStanding() async throws -> [DemonstrationService: ID<SupportService>] {
        var made: [DemonstrationService: ID<SupportService>] = [:]
        for script in ServiceScript.all { made[script.service] = try await tell(script) }
        for script in DefinitionScript.all { try await tell(script) }
        return made
    }

    private func set(_ day: Day?, _ hour: Int) throws {
        guard let day else { throw Demonstration.Failure.missing("a day of what is kept ready") }
        clock.set(day, hour)
    }

    /// The agency's own contact; the coordinator for an agency without one that can sign in.
    private func viewer(_ agency: Agency) throws -> Viewer {
        let hasContact = Demonstration.accounts.contains {
            $0.organisation == agency.rawValue && $0.partnership == Demonstration.sandwell && $0.role == .member
        }
        return hasContact ? try ground.contact(of: agency) : ground.lead
    }

    // MARK: Services

    private func tell(_ script: ServiceScript) async throws -> ID<SupportService> {
        guard let since = script.since else { throw Demonstration.Failure.missing("the first day of \(script.name)") }
        clock.set(min(since, script.assessments.first?.on ?? since, script.decisions.first?.on ?? since), 9)
        let areas = script.towns.isEmpty ? [ServiceFacts.wholeArea] : script.towns.compactMap { ground.towns[$0]?.text }
        let facts = ServiceFacts(
            organisation: try script.agency.map(ground.id), provider: script.provider, name: script.name,
            capabilities: script.capabilities, groups: script.groups, areas: areas, capacity: script.capacity,
            contact: script.contact, hours: script.hours, note: script.note, validFrom: since)
        let owner = try script.agency.map(viewer) ?? ground.lead
        let service = try await services.propose(
            ProposeService.Draft(facts: facts, address: script.address), by: owner, key: nil
        ).told("service \(script.name)")
        var steps: [(on: Day?, act: @Sendable () async throws -> Void)] = []
        for assessment in script.assessments {
            steps.append((assessment.on, { try await assess(assessment, service, script.name) }))
        }
        for decision in script.decisions {
            steps.append(
                (
                    decision.on,
                    {
                        try await services.decide(
                            decision.status, reason: decision.reason, on: service, by: ground.lead, key: nil
                        ).told("decision on \(script.name)")
                    }
                ))
        }
        if let free = script.free {
            steps.append(
                (
                    free.on,
                    { try await services.tellPlaces(free.places, of: service, by: owner, key: nil).told("places of \(script.name)") }
                ))
        }
        let inOrder = steps.enumerated().sorted { one, other in
            (one.element.on ?? since, one.offset) < (other.element.on ?? since, other.offset)
        }
        for (number, step) in inOrder.map(\.element).enumerated() {
            try set(step.on, 10 + number % 6)
            try await step.act()
        }
        return service
    }

    private func assess(_ script: ServiceScript.Assessment, _ service: ID<SupportService>, _ name: String) async throws {
        guard let on = script.on else { throw Demonstration.Failure.missing("the day of an assessment of \(name)") }
        let points = AssessService.checklist(services.lists, on: on)
        let answers = Dictionary(points.map { ($0.code, script.answers[$0.code] ?? .yes) }) { first, _ in first }
        try await services.assess(
            service,
            AssessService.Draft(
                assessedOn: on, answers: answers, notes: script.notes, reason: script.reason, nextDueOn: script.nextDueOn),
            by: ground.lead, key: nil
        ).told("assessment of \(name)")
    }

    // MARK: Our pathways

    private func tell(_ script: DefinitionScript) async throws {
        let facts = DefinitionFacts(title: script.title, way: script.way)
        var definition: ID<PathwayDefinition>?
        for (index, version) in script.versions.enumerated() {
            try set(version.on, 9)
            let id: ID<PathwayDefinition>
            if let definition {
                id = definition
            } else {
                id = try await definitions.begin(facts, from: .nothing, by: ground.lead, key: nil).told("pathway \(script.title)")
            }
            let standing = try await definitions.one(id, as: ground.lead).definition.version
            try await definitions.changeDraft(of: id, to: facts, version.content, version: standing, by: ground.lead, key: nil)
                .told("draft of \(script.title)")
            clock.advance(seconds: 3_600)
            let number = try await definitions.publish(
                id, PublishDefinition.Draft(validFrom: version.on, changeNote: version.changeNote), by: ground.lead, key: nil
            ).told("publish \(script.title)")
            for reader in version.readers {
                clock.advance(seconds: 5_400)
                try await definitions.acknowledge(number, of: id, by: try viewer(reader), key: nil).told("reading of \(script.title)")
            }
            definition = id
            if index == 0, let trial = script.trial { try await tell(trial, number, of: id, versions: script.versions) }
        }
        guard let definition, let trial = script.trial else { return }
        try await finish(trial, of: definition)
    }

    private func tell(
        _ trial: DefinitionScript.Trial, _ number: Int, of definition: ID<PathwayDefinition>, versions: [DefinitionScript.Version]
    ) async throws {
        try set(trial.on, 16)
        let fixes = try trial.fixes.map {
            AddPathwayFix.Draft(what: $0.what, organisation: try ground.id($0.owner), dueOn: $0.dueOn)
        }
        try await definitions.logTest(
            LogPathwayTest.Draft(
                kind: trial.kind, testedOn: trial.on, scenario: trial.scenario, tookPart: trial.tookPart, findings: trial.findings,
                results: trial.results, fixes: fixes), of: number, of: definition, by: ground.lead, key: nil
        ).told("trial of a pathway")
    }

    /// What was put right by the last version.
    private func finish(_ trial: DefinitionScript.Trial, of definition: ID<PathwayDefinition>) async throws {
        let open = try await definitions.one(definition, as: ground.lead).fixes
        for fix in trial.fixes where !fix.result.isEmpty {
            guard let line = open.first(where: { $0.what == fix.what }) else {
                throw Demonstration.Failure.missing("a fix of the trial")
            }
            clock.advance(seconds: 1_800)
            try await definitions.finish(
                line.id, of: definition, result: fix.result, fixedIn: fix.fixedIn, version: line.version,
                by: try viewer(fix.owner), key: nil
            ).told("fix of a pathway")
        }
    }

    // MARK: Reception centres

    /// Tells the centres, once the visits were made from which people came there.
    func tellReception(after made: [Tale: [ID<Visit>]], services: [DemonstrationService: ID<SupportService>]) async throws {
        for script in ReceptionScript.all {
            try set(script.plannedOn, 11)
            let facts = CentreFacts(
                name: script.name, town: ground.towns[script.town], capacity: script.capacity, status: .ready)
            let centre = try await reception.plan(facts, script.plan, address: script.address, by: ground.lead, key: nil)
                .told("plan of \(script.name)")
            guard let opening = script.opening else { continue }
            try await tell(opening, at: centre, made, services)
            clock.advance(seconds: 86_400)
            let version = try await reception.one(centre, as: ground.lead).centre.version
            try await reception.change(
                centre, to: facts, opening.planAfter, address: .keep, version: version, by: ground.lead, key: nil
            ).told("plan of \(script.name) after it was open")
        }
    }

    private func tell(
        _ script: ReceptionScript.Opening, at centre: ID<ReceptionCentre>, _ made: [Tale: [ID<Visit>]],
        _ services: [DemonstrationService: ID<SupportService>]
    ) async throws {
        guard let visit = made[script.tale].flatMap({ $0.indices.contains(script.visit) ? $0[script.visit] : nil }) else {
            throw Demonstration.Failure.missing("the visit of \(script.tale)")
        }
        let file = try await visits.one(visit, as: ground.lead)
        let day = file.visit.visitedOn
        clock.set(day, 5, 20)
        let opening = try await reception.activate(
            centre, ActivateCentre.Draft(visit: file.visit.reference), by: ground.lead, key: nil
        ).told("opening of a centre")
        for (role, agency, contact) in script.roles {
            clock.advance(seconds: 120)
            try await reception.fillRole(
                FillReceptionRole.Draft(role: role, organisation: try ground.id(agency), contact: contact), at: opening,
                by: ground.lead, key: nil
            ).told("role at a centre")
        }
        clock.set(day, 6, 40)
        let checks = try await reception.opening(opening, as: ground.lead).checks.map(\.number)
        try await reception.tick(checks, at: opening, by: ground.lead, key: nil).told("checklist of a centre")
        clock.set(day, 7, 10)
        var entered: [(arrival: ID<ReceptionArrival>, met: ScreeningEntry)] = []
        for place in script.arrivals where file.screenings.indices.contains(place) {
            clock.advance(seconds: 150)
            let met = file.screenings[place]
            let arrival = try await reception.record(
                RecordArrival.Draft(
                    facts: ArrivalFacts(
                        gender: met.answers.gender, ageGroup: met.answers.ageGroup, language: met.answers.language,
                        needs: needs(of: met, number: entered.count))), at: opening, by: ground.lead, key: nil
            ).told("arrival").arrival
            entered.append((arrival, met))
        }
        clock.set(day, 10)
        for (number, one) in entered.enumerated() {
            clock.advance(seconds: 780)
            let (onward, service) = onward(of: one.met, number: number)
            try await reception.change(
                one.arrival, at: opening,
                to: ChangeArrival.Draft(
                    facts: ArrivalFacts(
                        gender: one.met.answers.gender, ageGroup: one.met.answers.ageGroup, language: one.met.answers.language,
                        needs: needs(of: one.met, number: number)),
                    care: ArrivalCare(
                        isScreened: true, wasSeenByMedic: number % 3 != 1, wasSeenBySupport: true, onward: onward,
                        service: service.flatMap { services[$0] }, hasLeft: true),
                    screening: one.met.reference), version: 1, by: ground.lead, key: nil
            ).told("care of an arrival")
        }
        clock.set(day, 18)
        try await reception.standDown(opening, debrief: script.debrief, lessons: script.lessons, by: ground.lead, key: nil)
            .told("stand-down of a centre")
    }

    /// What somebody needed when they came: nobody's own story, so that the register reads as one does.
    private func needs(of met: ScreeningEntry, number: Int) -> [String] {
        if met.answers.ageGroup == "child" { return ["food", "interpreter", "quiet"] }
        switch number % 5 {
        case 0: return ["food", "interpreter"]
        case 1: return ["food", "phone"]
        case 2: return ["doctor", "interpreter"]
        case 3: return ["food", "clothes"]
        default: return ["phone", "bed"]
        }
    }

    /// Where somebody went on to, and into which service of the directory.
    private func onward(of met: ScreeningEntry, number: Int) -> (String, DemonstrationService?) {
        if met.answers.ageGroup == "child" { return ("childrens-placement", .carers) }
        switch number {
        case 3: return ("hospital", nil)
        case 1, 20: return ("council-housing", .firstNights)
        case 5, 10, 18: return ("chose-to-leave", nil)
        default: return (number % 2 == 0 ? "family-friends" : "own-home", nil)
        }
    }
}
