import Access
import Kernel

/// The policy of reading told a second time, over plain values and without a database: what it says and what the
/// relations of Access answer must be the same.
///
/// The policy in words:
/// - The coordinator sees every case of her partnership. The operator of the machine sees what he asks for.
/// - A member sees a case when the case's circle names their organisation now; of the answers their own, and the others
///   where the circle says so; of the victims (strand, tasks, people met, what is told of them,
///   what became of them as numbers) only where the circle
///   says so. A task for their organisation they always see, and whomever their organisation met.
/// - An organisation that was removed from a case's circle sees nothing of it any more: no task, no visit, nobody met.
/// - A visit, its briefing and what was changed of it are seen by the agencies on it, by members and visit teams.
/// - A potential victim and all that belongs to them is seen by the members that work with them now, whatever circle their
///   concern has.
/// - That two potential victims are one person is seen by whoever sees both.
/// - The directory of services, the plans of reception centres and the pathways hold nobody's data: every member reads them.
///   What was found out about a provider is for the coordinator and the provider's own people; one opening of a centre with
///   its register is for the agencies that hold a role there now.
/// - What a record mentions is seen by whoever sees that record; a subject by whoever sees one of its mentions; what ties two
///   of them together by whoever sees both. What was told blindly is seen by the organisation that was told, as long as it sees
///   the concern for which it asked, and by the one to speak to, as long as it sees the concern that it is about. How the database
///   was read for links is the coordinator's.
/// - A licence or an order is seen by whoever sees the place; who owns, lets or runs it by whoever sees the place and the owner.
/// - That two agencies compare blindly is seen by both and by the coordinator; what came of it by each side for its own records alone,
///   with the numbers of the pairs and with the other side when both have agreed to talk.
/// - A file is seen by whoever sees what it is attached to.
/// - Members and visit teams see nothing while the sharing agreement has lapsed.
/// - Figures: everything for coordinator and analyst; one town for its lead; else what the member's organisation sees.
///   Figures from elsewhere are for those who read all figures, and for members.
///   Of referrals those that were sent; reports not yet checked and concerns joined to another do not count, nor visits that were not made.
/// - Administrators, people without a role and the public form see none of this; nobody sees another partnership.
struct PolicyOracle: Sendable {
    /// One sentence of the policy each: a test takes them away one by one and wants the difference to be noticed.
    enum Rule: CaseIterable, Sendable {
        case ownPartnership, namedInCircle, notRemovedFromCircle, removalEndsEverything, memberForCases, agreementInForce
        case answersOfOthers, victimsStrand, victimsTasks, victimsMet, victimsOutcomes, onTheVisit
        case worksWithThem, worksWithThemStill
        case ownService, worksAtCentre, worksAtCentreStill
        case answersToldToFew, victimsToldToFew, visitsToldToThoseOnThem, filesFollowTheirRecord
        case figuresForTheirRoles, figuresOfOneTown, figuresOfCheckedConcerns, figuresOfVisitsMade
        case figuresOfReferralsSent
        case mentionsFollowTheirRecord, proposalsNeedBothSides, blindAnswersOfOwn
        case partiesNeedBothSides, comparisonsOfOwn, coordinatorIsNoSide, sidesWaitForBoth
    }

    struct Actor: Sendable, CustomStringConvertible {
        let door: Viewer.Door
        let roles: Set<Role>
        var agency: ID<Organisation>?
        let place: ID<Partnership>?
        let town: ID<Term>?
        let agreementInForce: Bool

        var description: String {
            "\(door.rawValue) \(roles.map(\.rawValue).sorted()) of \(agency?.text ?? "nobody") in \(place?.text ?? "all")"
        }

        var seesAll: Bool { door == .operator || (door == .person && roles.contains(.coordinator)) }
    }

    let world: CaseWorld
    let without: Rule?
    private let shares: [ID<Concern>: [CaseWorld.Share]]
    let cases: [ID<Concern>: CaseWorld.Case]
    let met: [ID<Screening>: CaseWorld.Met]
    let helped: [ID<PotentialVictim>: CaseWorld.Helped]
    let calls: [ID<Visit>: CaseWorld.Call]
    private let questions: [ID<ScopingRequest>: CaseWorld.Question]

    init(_ world: CaseWorld, without: Rule? = nil) {
        self.world = world
        self.without = without
        shares = Dictionary(grouping: world.shares, by: \.concern)
        cases = Dictionary(uniqueKeysWithValues: world.cases.map { ($0.id, $0) })
        calls = Dictionary(uniqueKeysWithValues: world.calls.map { ($0.id, $0) })
        met = Dictionary(uniqueKeysWithValues: world.met.map { ($0.id, $0) })
        helped = Dictionary(uniqueKeysWithValues: world.helped.map { ($0.id, $0) })
        questions = Dictionary(uniqueKeysWithValues: world.questions.map { ($0.id, $0) })
    }

    func holds(_ rule: Rule, _ condition: @autoclosure () -> Bool) -> Bool { without == rule || condition() }

    // MARK: Who

    func isHere(_ actor: Actor, _ place: ID<Partnership>) -> Bool {
        if actor.door == .operator && actor.place == nil { return true }
        return holds(.ownPartnership, actor.place == place)
    }

    private func isMember(_ actor: Actor) -> Bool {
        actor.roles.contains(.member) && holds(.agreementInForce, actor.agreementInForce)
    }

    func readsCases(_ actor: Actor) -> Bool {
        isMember(actor) || (without == .memberForCases && !actor.roles.isEmpty && actor.agreementInForce)
    }

    private func goesOnVisits(_ actor: Actor) -> Bool {
        isMember(actor) || (actor.roles.contains(.visitTeam) && holds(.agreementInForce, actor.agreementInForce))
    }

    /// The share of the actor's organisation in a case.
    private func share(_ actor: Actor, _ concern: ID<Concern>?) -> CaseWorld.Share? {
        concern.flatMap { shares[$0] }?.first {
            $0.agency == actor.agency && holds(.notRemovedFromCircle, !$0.isRemoved)
        }
    }

    private func isInCircle(_ actor: Actor, _ concern: ID<Concern>?) -> Bool {
        guard let concern else { return false }
        return holds(.namedInCircle, share(actor, concern) != nil)
    }

    /// Whether the actor's organisation was in the circle and is no more.
    private func wasRemoved(_ actor: Actor, _ concern: ID<Concern>?) -> Bool {
        let own = concern.flatMap { shares[$0] }?.first { $0.agency == actor.agency }
        return !holds(.removalEndsEverything, !(own?.isRemoved ?? false))
    }

    // MARK: What

    func sees(_ actor: Actor, _ concern: CaseWorld.Case) -> Bool {
        guard isHere(actor, concern.place) else { return false }
        return actor.seesAll || (readsCases(actor) && isInCircle(actor, concern.id))
    }

    private func seesCase(_ actor: Actor, _ concern: ID<Concern>) -> Bool {
        cases[concern].map { sees(actor, $0) } ?? false
    }

    func sees(_ actor: Actor, _ question: CaseWorld.Question) -> Bool {
        guard seesCase(actor, question.concern) else { return false }
        if actor.seesAll || question.agency == actor.agency { return true }
        return holds(.answersOfOthers, share(actor, question.concern)?.seesAnswers ?? false)
    }

    func sees(_ actor: Actor, _ strand: CaseWorld.StrandOfCase) -> Bool {
        guard seesCase(actor, strand.concern) else { return false }
        if actor.seesAll || strand.kind != "victims" { return true }
        return holds(.victimsStrand, share(actor, strand.concern)?.seesVictims ?? false)
    }

    private func seesOutcomesOfPeople(_ actor: Actor, _ concern: CaseWorld.Case) -> Bool {
        actor.seesAll || holds(.victimsOutcomes, share(actor, concern.id)?.seesVictims ?? false)
    }

    func sees(_ actor: Actor, _ duty: CaseWorld.Duty) -> Bool {
        guard isHere(actor, duty.place) else { return false }
        if actor.seesAll { return true }
        guard readsCases(actor), !wasRemoved(actor, duty.concern) else { return false }
        if duty.agency == actor.agency { return true }
        guard isInCircle(actor, duty.concern) else { return false }
        return duty.strand != "victims" || holds(.victimsTasks, share(actor, duty.concern)?.seesVictims ?? false)
    }

    func sees(_ actor: Actor, _ call: CaseWorld.Call) -> Bool {
        guard isHere(actor, call.place) else { return false }
        if actor.seesAll { return true }
        guard goesOnVisits(actor), !wasRemoved(actor, call.concern) else { return false }
        return holds(.onTheVisit, call.agencies.contains { $0.agency == actor.agency })
    }

    func sees(_ actor: Actor, _ met: CaseWorld.Met) -> Bool {
        guard isHere(actor, met.place) else { return false }
        if actor.seesAll { return true }
        guard goesOnVisits(actor), !wasRemoved(actor, met.concern) else { return false }
        if met.agency != nil && met.agency == actor.agency { return true }
        guard isMember(actor) else { return false }
        return holds(.victimsMet, share(actor, met.concern)?.seesVictims ?? false)
    }

    func sees(_ actor: Actor, _ paper: CaseWorld.Paper) -> Bool {
        guard isHere(actor, paper.place) else { return false }
        let isSeen =
            switch paper.parent {
            case .concern(let id): seesCase(actor, id)
            case .visit(let id): calls[id].map { sees(actor, $0) } ?? false
            case .answer(let id): questions[id].map { sees(actor, $0) } ?? false
            }
        return holds(.filesFollowTheirRecord, isSeen)
    }

    func sees(_ actor: Actor, _ helped: CaseWorld.Helped) -> Bool {
        guard isHere(actor, helped.place) else { return false }
        if actor.seesAll { return true }
        let worksWithThem = helped.helpers.contains {
            $0.agency == actor.agency && holds(.worksWithThemStill, !$0.isRemoved)
        }
        return readsCases(actor) && holds(.worksWithThem, worksWithThem)
    }

    func sees(_ actor: Actor, _ again: CaseWorld.Again) -> Bool {
        let both = world.helped.filter { $0.id == again.earlier || $0.id == again.later }
        return both.allSatisfy { sees(actor, $0) }
    }

    func sees(_ actor: Actor, _ line: CaseWorld.Line) -> Bool {
        guard isHere(actor, line.place) else { return false }
        if actor.seesAll { return true }
        guard readsCases(actor), isInCircle(actor, line.concern) else { return false }
        let own = share(actor, line.concern)
        if let visit = line.visit {
            let isOnIt = calls[visit]?.agencies.contains { $0.agency == actor.agency } ?? false
            guard holds(.visitsToldToThoseOnThem, isOnIt) else { return false }
        }
        switch line.strand {
        case "victims": return holds(.victimsToldToFew, own?.seesVictims ?? false)
        case "answers": return line.agency == actor.agency || holds(.answersToldToFew, own?.seesAnswers ?? false)
        default: return true
        }
    }

    // MARK: Figures

    private enum Figures { case all, town(ID<Term>), own, none }

    private func figures(_ actor: Actor) -> Figures {
        if actor.seesAll || (actor.door == .person && actor.roles.contains(.analyst)) { return .all }
        if without == .figuresForTheirRoles && actor.door == .person { return .all }
        if actor.roles.contains(.townLead), let town = actor.town { return .town(town) }
        return isMember(actor) ? .own : .none
    }

    private func isInTown(_ actor: Actor, _ town: ID<Term>, _ other: ID<Term>?) -> Bool {
        holds(.figuresOfOneTown, town == other)
    }

    func counts(_ actor: Actor, _ concern: CaseWorld.Case) -> Bool {
        guard isHere(actor, concern.place) else { return false }
        guard holds(.figuresOfCheckedConcerns, concern.status != "joined" && concern.status != "awaiting-check") else {
            return false
        }
        switch figures(actor) {
        case .all: return true
        case .town(let town): return isInTown(actor, town, concern.town)
        case .own: return isInCircle(actor, concern.id)
        case .none: return false
        }
    }

    private func wasMade(_ call: CaseWorld.Call) -> Bool {
        holds(.figuresOfVisitsMade, call.status == "made" || call.status == "debriefed")
    }

    func counts(_ actor: Actor, _ call: CaseWorld.Call) -> Bool {
        guard isHere(actor, call.place), wasMade(call) else { return false }
        switch figures(actor) {
        case .all: return true
        case .town(let town): return isInTown(actor, town, call.town)
        case .own: return !wasRemoved(actor, call.concern) && call.agencies.contains { $0.agency == actor.agency }
        case .none: return false
        }
    }

    func counts(_ actor: Actor, _ met: CaseWorld.Met) -> Bool {
        guard isHere(actor, met.place), let call = calls[met.visit], wasMade(call) else {
            return false
        }
        switch figures(actor) {
        case .all: return true
        case .town(let town): return isInTown(actor, town, call.town)
        case .own:
            if wasRemoved(actor, met.concern) { return false }
            return (met.agency != nil && met.agency == actor.agency) || share(actor, met.concern)?.seesVictims == true
        case .none: return false
        }
    }

    private func wasSent(_ helped: CaseWorld.Helped) -> Bool { holds(.figuresOfReferralsSent, helped.wasSent) }

    func counts(_ actor: Actor, _ helped: CaseWorld.Helped) -> Bool {
        guard isHere(actor, helped.place) else { return false }
        switch figures(actor) {
        case .all: return true
        case .town(let town): return isInTown(actor, town, helped.town)
        case .own: return helped.helpers.contains { $0.agency == actor.agency && !$0.isRemoved }
        case .none: return false
        }
    }

    // MARK: The keys of what is visible, relation by relation

    func keys(_ relation: Relation, for actor: Actor) -> Set<String> {
        if let keys = supportKeys(relation, for: actor) ?? subjectKeys(relation, for: actor)
            ?? publicationKeys(relation, for: actor)
        {
            return keys
        }
        let cases = world.cases.filter { sees(actor, $0) }
        let caseIDs = Set(cases.map(\.id))
        let visits = world.calls.filter { sees(actor, $0) }
        switch relation {
        case .concerns: return Set(cases.map(\.id.text))
        case .concernExploitation: return Set(cases.flatMap { one in one.exploitation.map { "\(one.id)/\($0)" } })
        case .concernIndicators: return Set(cases.map { "\($0.id)/sign" })
        case .mentions: return Set(world.mentioned.filter { caseIDs.contains($0.concern) }.map(\.id.text))
        case .circles: return Set(world.shares.filter { caseIDs.contains($0.concern) }.map { "\($0.concern)/\($0.agency)" })
        case .scopingRounds: return Set(world.questions.filter { sees(actor, $0) }.map(\.round.text))
        case .scopingRequests: return Set(world.questions.filter { sees(actor, $0) }.map(\.id.text))
        case .responseDecisions: return Set(world.decisions.filter { caseIDs.contains($0.concern) }.map(\.id.text))
        case .responseTeam: return Set(cases.map { "\($0.id)/\(world.agencies[0].id)" })
        case .strands: return Set(world.strands.filter { sees(actor, $0) }.map(\.id.text))
        case .strandTeam:
            return Set(
                world.strands.filter { sees(actor, $0) }.flatMap { strand in strand.team.map { "\(strand.id)/\($0)" } })
        case .tasks: return Set(world.duties.filter { sees(actor, $0) }.map(\.id.text))
        case .concernOutcomes:
            return Set(cases.map { "\($0.id)/arrests" })
                .union(cases.filter { seesOutcomesOfPeople(actor, $0) }.map { "\($0.id)/nrm-referrals" })
        case .notTheSame: return Set(world.apart.filter { caseIDs.contains($0.0) }.map { "\($0.0)/\($0.1)" })
        case .files: return Set(world.papers.filter { sees(actor, $0) }.map(\.id.text))
        case .fileChunks: return Set(world.papers.filter { sees(actor, $0) }.map { "\($0.id)/0" })
        case .concernWords, .concernWordRows: return []
        case .visits: return Set(visits.map(\.id.text))
        case .visitAgencies: return Set(visits.flatMap { visit in visit.agencies.map { "\(visit.id)/\($0.agency)" } })
        case .screenings: return Set(world.met.filter { sees(actor, $0) }.map(\.id.text))
        case .screeningIndicators: return Set(world.met.filter { sees(actor, $0) }.map { "\($0.id)/sign" })
        case .recordChanges:
            return Set(world.lines.filter { sees(actor, $0) }.map(\.id.text))
                .union(world.helped.filter { sees(actor, $0) }.map(\.change.text))
        case .potentialVictims: return Set(world.helped.filter { sees(actor, $0) }.map(\.id.text))
        case .victimExploitation: return Set(world.helped.filter { sees(actor, $0) }.map { "\($0.id)/labour" })
        case .victimCircles:
            return Set(
                world.helped.filter { sees(actor, $0) }.flatMap { one in one.helpers.map { "\(one.id)/\($0.agency)" } })
        case .victimAccounts: return Set(world.helped.filter { sees(actor, $0) }.map(\.account.text))
        case .consents: return Set(world.helped.filter { sees(actor, $0) }.map(\.consent.text))
        case .referrals: return Set(world.helped.filter { sees(actor, $0) }.map(\.referral.text))
        case .referralDecisions: return Set(world.helped.filter { sees(actor, $0) }.map(\.decision.text))
        case .victimCrimes: return Set(world.helped.filter { sees(actor, $0) }.map(\.crime.text))
        case .safeguardingNotices: return Set(world.helped.filter { sees(actor, $0) }.map(\.notice.text))
        case .childPanels: return Set(world.helped.filter { sees(actor, $0) }.map(\.panel.text))
        case .childPanelMembers: return Set(world.helped.filter { sees(actor, $0) }.map(\.panelMember.text))
        case .referralFigures: return Set(world.helped.filter { counts(actor, $0) && wasSent($0) }.map(\.referral.text))
        case .referralDecisionFigures:
            return Set(world.helped.filter { counts(actor, $0) && wasSent($0) }.map(\.decision.text))
        case .consentFigures: return Set(world.helped.filter { counts(actor, $0) }.map(\.consent.text))
        case .supportEntries: return Set(world.helped.filter { sees(actor, $0) }.map(\.entry.text))
        case .metAgain: return Set(world.again.filter { sees(actor, $0) }.map(\.id.text))
        case .concernFigures: return Set(world.cases.filter { counts(actor, $0) }.map(\.id.text))
        case .exploitationFigures:
            return Set(
                world.cases.filter { counts(actor, $0) }.flatMap { one in one.exploitation.map { "\(one.id)/\($0)" } })
        case .visitFigures: return Set(world.calls.filter { counts(actor, $0) }.map(\.id.text))
        case .attendanceFigures:
            return Set(
                world.calls.filter { counts(actor, $0) }.flatMap { visit in
                    visit.agencies.map { "\(visit.id)/\($0.agency)" }
                })
        case .screeningFigures: return Set(world.met.filter { counts(actor, $0) }.map(\.id.text))
        case .supportServices, .serviceTerms, .serviceAssessments, .assessmentPoints, .receptionCentres, .receptionPlans,
            .receptionActivations, .receptionChecks, .receptionRoles, .receptionArrivals, .pathwayDefinitions,
            .definitionVersions, .definitionReadings, .pathwayTests, .pathwayTestSteps, .pathwayFixes, .subjects, .subjectMentions,
            .mentionMarks, .subjectProposals, .subjectMerges, .blindAnswersHeard, .blindAnswersGiven, .linkRuns,
            .blindComparisons, .comparisonSides, .comparisonMatches, .licencesAndOrders, .premisesParties,
            .publications, .publicationSections, .publicationEditions, .publicationSignatures, .registeredDocuments,
            .statedFigures, .statedFigureVersions, .settledFigures:
            return []
        }
    }

    /// Every mark that may stand on a page for this actor.
    func marks(for actor: Actor) -> Set<String> {
        let cases = Set(world.cases.filter { sees(actor, $0) }.map(\.id))
        var marks: Set<String> = []
        for one in world.cases where cases.contains(one.id) { marks.insert(one.mark) }
        for one in world.shares where cases.contains(one.concern) { marks.insert(one.mark) }
        for one in world.mentioned where cases.contains(one.concern) { marks.insert(one.mark) }
        for one in world.decisions where cases.contains(one.concern) { marks.insert(one.mark) }
        for one in world.questions where sees(actor, one) { marks.insert(one.mark) }
        // What came together in a round is for those who see all its answers.
        for one in world.rounds where cases.contains(one.concern) {
            if actor.seesAll || share(actor, one.concern)?.seesAnswers == true { marks.insert(one.mark) }
        }
        for one in world.strands where sees(actor, one) { marks.insert(one.mark) }
        for one in world.duties where sees(actor, one) { marks.insert(one.mark) }
        for one in world.calls where sees(actor, one) { marks.insert(one.mark) }
        for one in world.met where sees(actor, one) { marks.insert(one.mark) }
        for one in world.papers where sees(actor, one) { marks.insert(one.mark) }
        for one in world.lines where sees(actor, one) { marks.insert(one.mark) }
        for one in world.helped where sees(actor, one) { marks.insert(one.mark) }
        return marks.union(supportMarks(for: actor)).union(subjectMarks(for: actor))
    }
}

extension PolicyOracle.Actor {
    /// What somebody is in one partnership; nil where their roles do not count.
    init?(_ person: CaseWorld.Somebody, in place: CaseWorld.Place) {
        let grants = person.grants.filter { $0.place == place.id }
        guard !grants.isEmpty, place.members.contains(person.agency) else { return nil }
        self.init(
            door: .person, roles: Set(grants.map(\.role)), agency: person.agency, place: place.id,
            town: grants.first { $0.role == .townLead }?.town, agreementInForce: place.agreementInForce)
    }
}
