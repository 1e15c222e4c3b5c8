import Kernel
import Store

/// What each viewer may see of each protected table: the whole policy of reading, in one file.
///
/// Every predicate denies by default: a viewer without a fitting role gets a relation without rows.
extension Viewer {
    /// The rows of a relation that this viewer may see, as a derived table.
    func visible(_ relation: Relation) -> Statement {
        let rows: Statement =
            switch relation {
            case .concerns: concernRows
            case .concernExploitation: ofVisibleConcerns("SELECT t.* FROM concern_exploitation t WHERE")
            case .concernIndicators: ofVisibleConcerns("SELECT t.* FROM concern_indicators t WHERE")
            case .mentions: ofVisibleConcerns("SELECT t.* FROM mentions t WHERE")
            case .circles: ofVisibleConcerns("SELECT t.* FROM circles t WHERE")
            case .responseDecisions: ofVisibleConcerns("SELECT t.* FROM response_decisions t WHERE")
            case .responseTeam: ofVisibleConcerns("SELECT t.* FROM response_team t WHERE")
            case .concernOutcomes: concernOutcomeRows
            case .notTheSame: ofVisibleConcerns("SELECT t.* FROM not_the_same t WHERE")
            case .scopingRounds: scopingRoundRows
            case .scopingRequests: scopingRequestRows
            case .strands: strandRows
            case .strandTeam: "SELECT t.* FROM strand_team t WHERE EXISTS (SELECT 1 FROM (\(strandRows)) s WHERE s.id = t.strand_id)"
            case .tasks: taskRows
            case .files: fileRows
            case .fileChunks: "SELECT t.* FROM file_chunks t WHERE EXISTS (SELECT 1 FROM (\(fileRows)) f WHERE f.id = t.file_id)"
            case .visits: visitRows
            case .visitAgencies:
                """
                SELECT t.* FROM visit_agencies t WHERE EXISTS (SELECT 1 FROM (\(visitRows)) v WHERE v.id = t.visit_id)
                """
            case .screenings: screeningRows
            case .screeningIndicators:
                """
                SELECT t.* FROM screening_indicators t
                WHERE EXISTS (SELECT 1 FROM (\(screeningRows)) s WHERE s.id = t.screening_id)
                """
            case .recordChanges: recordChangeRows
            case .potentialVictims: ofVisibleVictims("SELECT t.* FROM potential_victims t WHERE", by: "t.id")
            case .victimExploitation: ofVisibleVictims("SELECT t.* FROM victim_exploitation t WHERE")
            case .victimCircles: ofVisibleVictims("SELECT t.* FROM victim_circles t WHERE")
            case .victimAccounts: ofVisibleVictims("SELECT t.* FROM victim_accounts t WHERE")
            case .consents: ofVisibleVictims("SELECT t.* FROM consents t WHERE")
            case .referrals: ofVisibleVictims("SELECT t.* FROM referrals t WHERE")
            case .referralDecisions: ofVisibleVictims("SELECT t.* FROM referral_decisions t WHERE")
            case .victimCrimes: ofVisibleVictims("SELECT t.* FROM victim_crimes t WHERE")
            case .safeguardingNotices: ofVisibleVictims("SELECT t.* FROM safeguarding_notices t WHERE")
            case .childPanels: ofVisibleVictims("SELECT t.* FROM child_panels t WHERE")
            case .childPanelMembers: ofVisibleVictims("SELECT t.* FROM child_panel_members t WHERE")
            case .supportEntries: ofVisibleVictims("SELECT t.* FROM support_entries t WHERE")
            case .metAgain: metAgainRows
            case .supportServices: ofMembers("SELECT t.* FROM support_services t WHERE")
            case .serviceTerms: ofMembers("SELECT t.* FROM service_terms t WHERE")
            case .receptionCentres: ofMembers("SELECT t.* FROM reception_centres t WHERE")
            case .receptionPlans: ofMembers("SELECT t.* FROM reception_plans t WHERE")
            case .pathwayDefinitions: ofMembers("SELECT t.* FROM pathway_definitions t WHERE")
            case .definitionVersions: ofMembers("SELECT t.* FROM definition_versions t WHERE")
            case .definitionReadings: ofMembers("SELECT t.* FROM definition_readings t WHERE")
            case .pathwayTests: ofMembers("SELECT t.* FROM pathway_tests t WHERE")
            case .pathwayTestSteps: ofMembers("SELECT t.* FROM pathway_test_steps t WHERE")
            case .pathwayFixes: ofMembers("SELECT t.* FROM pathway_fixes t WHERE")
            case .serviceAssessments: ofOwnServices("SELECT t.* FROM service_assessments t WHERE")
            case .assessmentPoints: ofOwnServices("SELECT t.* FROM assessment_points t WHERE")
            case .receptionActivations: ofCentresWorkedAt("SELECT t.* FROM reception_activations t WHERE", at: "t.id")
            case .receptionChecks: ofCentresWorkedAt("SELECT t.* FROM reception_checks t WHERE")
            case .receptionRoles: ofCentresWorkedAt("SELECT t.* FROM reception_roles t WHERE")
            case .receptionArrivals: ofCentresWorkedAt("SELECT t.* FROM reception_arrivals t WHERE")
            case .subjects:
                ofVisibleMentions("SELECT t.* FROM subjects t WHERE", isVisibleSubject("t.id"))
            case .subjectMentions: mentionRows
            case .mentionMarks:
                ofVisibleMentions("SELECT t.* FROM mention_marks t WHERE", isVisibleMention("t.mention_id"))
            case .subjectProposals:
                ofVisibleMentions(
                    "SELECT t.* FROM subject_proposals t WHERE",
                    "\(isVisibleMention("t.one_id")) AND \(isVisibleMention("t.other_id"))")
            case .subjectMerges:
                ofVisibleMentions(
                    "SELECT t.* FROM subject_merges t WHERE",
                    "\(isVisibleSubject("t.kept_id")) AND \(isVisibleSubject("t.merged_id"))")
            case .blindAnswersHeard: blindAnswerHeardRows
            case .blindAnswersGiven: blindAnswerGivenRows
            case .linkRuns:
                isCoordinator || door == .operator
                    ? "SELECT t.* FROM link_runs t WHERE \(inPartnership("t.partnership_id"))"
                    : "SELECT t.* FROM link_runs t WHERE 1 = 0"
            case .blindComparisons: comparisonRows
            case .comparisonSides: comparisonSideRows
            case .comparisonMatches: comparisonMatchRows
            case .licencesAndOrders:
                ofVisibleMentions("SELECT t.* FROM licences_and_orders t WHERE", isVisibleSubject("t.subject_id"))
            case .premisesParties:
                ofVisibleMentions(
                    "SELECT t.* FROM premises_parties t WHERE",
                    "\(isVisibleSubject("t.premises_id")) AND \(isVisibleSubject("t.party_id"))")
            case .publications: ofThoseWhoPublish("SELECT t.* FROM publications t WHERE")
            case .publicationSections: ofThoseWhoPublish("SELECT t.* FROM publication_sections t WHERE")
            case .publicationEditions: publicationEditionRows
            case .publicationSignatures: ofThoseWhoPublish("SELECT t.* FROM publication_signatures t WHERE")
            case .statedFigures: ofThoseWithFigures("SELECT t.* FROM stated_figures t WHERE")
            case .statedFigureVersions: ofThoseWithFigures("SELECT t.* FROM stated_figure_versions t WHERE")
            case .settledFigures: ofThoseWithFigures("SELECT t.* FROM settled_figures t WHERE")
            case .registeredDocuments: ofThoseWhoPublish("SELECT t.* FROM registered_documents t WHERE")
            case .concernFigures: concernFigureRows
            case .exploitationFigures:
                """
                SELECT t.concern_id, t.exploitation_type, c.partnership_id, c.town_id, c.received_on, c.location_type
                FROM concern_exploitation t JOIN (\(concernFigureRows)) c ON c.id = t.concern_id AND c.partnership_id = t.partnership_id
                """
            case .visitFigures: visitFigureRows
            case .attendanceFigures:
                """
                SELECT t.visit_id, t.organisation_id, t.attended, v.partnership_id, v.town_id, v.visited_on
                FROM visit_agencies t JOIN (\(visitFigureRows)) v ON v.id = t.visit_id
                """
            case .screeningFigures: screeningFigureRows
            case .referralFigures: referralFigureRows
            case .referralDecisionFigures:
                """
                SELECT t.id, t.referral_id, r.partnership_id, r.town_id, r.kind, r.submitted_on, t.stage, t.outcome,
                    t.decided_on, t.reason
                FROM referral_decisions t JOIN (\(referralFigureRows)) r ON r.id = t.referral_id
                WHERE t.voided_at IS NULL
                """
            case .consentFigures: consentFigureRows
            case .concernWords, .concernWordRows: "SELECT t.* FROM concern_words t WHERE 1 = 0"
            }
        return ("(\(rows))" as Statement).vouched()
    }

    private var readsCasesAsMember: Bool { has(.member) && agreementInForce }
    private var goesOnVisits: Bool { (has(.visitTeam) || has(.member)) && agreementInForce }

    /// "of this partnership"; for the operator without one, of any.
    private func inPartnership(_ column: Statement) -> Statement {
        if let partnership { return "\(column) = \(partnership)" }
        return door == .operator ? "1 = 1" : "1 = 0"
    }

    /// A concern whose circle holds the viewer's organisation; `condition` narrows what the circle must allow.
    private func inCircle(_ concern: Statement, and condition: Statement = .none) -> Statement {
        """
        EXISTS (SELECT 1 FROM circles k WHERE k.concern_id = \(concern) AND k.organisation_id = \(organisation)
            AND k.removed_at IS NULL\(condition))
        """
    }

    /// The columns of a concern that its whole circle reads; the plans are for those who act on them. A test compares them
    /// with the table.
    private static let sharedConcernColumns: Statement = """
        c.id, c.partnership_id, c.reference, c.version, c.received_on, c.received_at, c.channel, c.source,
        c.source_organisation_id, c.recorded_by, c.status, c.is_open, c.immediate_danger, c.police_incident,
        c.public_quote, c.summary, c.seen, c.inferred, c.happens_when, c.how_known, c.location_type, c.place,
        c.postcode, c.place_key, c.town_id, c.ward_id, c.residence, c.residence_key, c.residence_town_id,
        c.nationality, c.people_count, c.children_present, c.reporter_contact, c.reporter_safe_way, c.threat, c.harm,
        c.risk, c.investigation, c.vulnerability, c.engagement, c.triaged_at, c.response, c.response_decided_at,
        c.lead_organisation_id, c.report_back_on, c.planning_meeting_on, c.joined_to,
        c.closing_summary, c.report_back, c.closed_at, c.declined_at, c.gives_blind_answers, c.exploitation
        """

    /// What came of a concern that tells of offenders, places and money, and of no potential victim. Every other measure says
    /// what became of people: one that nobody placed here is for those who see the victims.
    private static let measuresOfPlaces: Statement = """
        'arrests', 'charges', 'convictions', 'warrants', 'improvement-notices', 'prohibition-notices', 'other-notices',
        'closures', 'prevention-orders', 'risk-orders', 'reparation-orders', 'labour-market-orders', 'other-orders',
        'licences-reviewed', 'civil-penalties', 'penalty-amount', 'wages-recovered', 'assets-seized', 'benefits-stopped',
        'utilities-cut', 'vehicles-seized', 'intelligence-reports'
        """

    /// Reasons for closing that say nothing of how the people concerned are, or what they chose.
    private static let reasonsOfPlaces: Statement = """
        'no-exploitation-found', 'not-enough-information', 'exploitation-stopped', 'people-not-found',
        'enforcement-complete', 'investigation-elsewhere', 'passed-on', 'other-service', 'duplicate', 'entered-in-error'
        """

    /// A concern whose victims strand the viewer's organisation sees.
    private func seesVictims(of concern: Statement) -> Statement { inCircle(concern, and: " AND k.sees_victims = 1") }

    /// A record whose concern's circle the viewer's organisation was not removed from. Whoever never was in it counts, and
    /// so does a record without a concern.
    private func notRemoved(from concern: Statement) -> Statement {
        """
        NOT EXISTS (SELECT 1 FROM circles r WHERE r.concern_id = \(concern) AND r.organisation_id = \(organisation)
            AND r.removed_at IS NOT NULL)
        """
    }

    private var concernRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT c.* FROM concerns c WHERE \(inPartnership("c.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                SELECT \(Viewer.sharedConcernColumns),
                    CASE WHEN \(inCircle("c.id", and: " AND k.sees_answers = 1")) THEN c.planning_meeting_notes ELSE '' END
                        AS planning_meeting_notes,
                    CASE WHEN \(inCircle("c.id", and: " AND k.sees_answers = 1")) THEN c.tactical_plan ELSE '' END
                        AS tactical_plan,
                    CASE WHEN c.closing_reason IN (\(Viewer.reasonsOfPlaces)) OR \(seesVictims(of: "c.id"))
                        THEN c.closing_reason END AS closing_reason
                FROM concerns c WHERE \(inPartnership("c.partnership_id")) AND \(inCircle("c.id"))
                """
        }
        return "SELECT c.* FROM concerns c WHERE 1 = 0"
    }

    /// What came of a concern, counted. What became of people is for those who see the victims strand: where one person was
    /// met, a count of one referral tells of that person.
    private var concernOutcomeRows: Statement {
        let rows = ofVisibleConcerns("SELECT t.* FROM concern_outcomes t WHERE")
        if !isCoordinator && door == .person {
            return "\(rows) AND (t.measure IN (\(Viewer.measuresOfPlaces)) OR \(seesVictims(of: "t.concern_id")))"
        }
        return rows
    }

    /// Completes `SELECT t.* FROM … t WHERE` for a table that belongs to a concern and is as visible as the concern.
    private func ofVisibleConcerns(_ start: Statement) -> Statement {
        if isCoordinator || door == .operator {
            return "\(start) \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return "\(start) \(inPartnership("t.partnership_id")) AND \(inCircle("t.concern_id"))"
        }
        return "\(start) 1 = 0"
    }

    /// Completes `SELECT t.* FROM … t WHERE` for a potential victim and for what belongs to one: the coordinator and the
    /// agencies that work with this person see it. The circle of the concern alone opens nothing here.
    private func ofVisibleVictims(_ start: Statement, by victim: Statement = "t.victim_id") -> Statement {
        if isCoordinator || door == .operator {
            return "\(start) \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return "\(start) \(inPartnership("t.partnership_id")) AND \(worksWith(victim))"
        }
        return "\(start) 1 = 0"
    }

    /// A potential victim with whom the viewer's organisation works.
    private func worksWith(_ victim: Statement) -> Statement {
        """
        EXISTS (SELECT 1 FROM victim_circles w WHERE w.victim_id = \(victim) AND w.organisation_id = \(organisation)
            AND w.removed_at IS NULL)
        """
    }

    /// Two records of one person: for those who see both. Whoever works with one of them alone learns nothing of the other.
    private var metAgainRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT t.* FROM met_again t WHERE \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                SELECT t.* FROM met_again t WHERE \(inPartnership("t.partnership_id"))
                AND \(worksWith("t.earlier_id")) AND \(worksWith("t.later_id"))
                """
        }
        return "SELECT t.* FROM met_again t WHERE 1 = 0"
    }

    /// Completes `SELECT t.* FROM … t WHERE` for what holds nobody's data and is the partnership's own: the directory of
    /// services, the plans of reception centres, the pathways and how they were tried out. The coordinator and every member
    /// read it, whatever cases they work on; secret addresses are sealed and no column.
    private func ofMembers(_ start: Statement) -> Statement {
        if isCoordinator || door == .operator || readsCasesAsMember {
            return "\(start) \(inPartnership("t.partnership_id"))"
        }
        return "\(start) 1 = 0"
    }

    /// Completes `SELECT t.* FROM … t WHERE` for what was found out about a provider: the coordinator reads it, and the
    /// member whose own service it is. What is weak about a safe house is told to no other.
    private func ofOwnServices(_ start: Statement) -> Statement {
        if isCoordinator || door == .operator {
            return "\(start) \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                \(start) \(inPartnership("t.partnership_id")) AND EXISTS (SELECT 1 FROM support_services s
                    WHERE s.id = t.service_id AND s.organisation_id = \(organisation))
                """
        }
        return "\(start) 1 = 0"
    }

    /// Completes `SELECT t.* FROM … t WHERE` for one opening of a reception centre and for its register: the coordinator and
    /// the agencies that hold a role there. Whose role was ended reads it no more; neither the plan of the centre nor the
    /// visit or the concern that led there opens it.
    private func ofCentresWorkedAt(_ start: Statement, at activation: Statement = "t.activation_id") -> Statement {
        if isCoordinator || door == .operator {
            return "\(start) \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                \(start) \(inPartnership("t.partnership_id")) AND EXISTS (SELECT 1 FROM reception_roles r
                    WHERE r.activation_id = \(activation) AND r.organisation_id = \(organisation) AND r.ended_at IS NULL)
                """
        }
        return "\(start) 1 = 0"
    }

    private var scopingRequestRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT t.* FROM scoping_requests t WHERE \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                SELECT t.* FROM scoping_requests t WHERE \(inPartnership("t.partnership_id"))
                AND \(inCircle("t.concern_id"))
                AND (t.organisation_id = \(organisation) OR \(inCircle("t.concern_id", and: " AND k.sees_answers = 1")))
                """
        }
        return "SELECT t.* FROM scoping_requests t WHERE 1 = 0"
    }

    /// A round with what it showed: whoever sees only its own answer does not read the picture of all.
    private var scopingRoundRows: Statement {
        if !isCoordinator && door == .person {
            return """
                SELECT t.id, t.concern_id, t.partnership_id, t.number, t.question, t.opened_at, t.due_at, t.closed_at,
                    CASE WHEN \(inCircle("t.concern_id", and: " AND k.sees_answers = 1")) THEN t.closing_summary ELSE '' END
                        AS closing_summary
                FROM scoping_rounds t WHERE EXISTS (SELECT 1 FROM (\(scopingRequestRows)) q WHERE q.round_id = t.id)
                """
        }
        return "SELECT t.* FROM scoping_rounds t WHERE EXISTS (SELECT 1 FROM (\(scopingRequestRows)) q WHERE q.round_id = t.id)"
    }

    private var strandRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT t.* FROM strands t WHERE \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                SELECT t.* FROM strands t WHERE \(inPartnership("t.partnership_id")) AND \(inCircle("t.concern_id"))
                AND (t.kind <> 'victims' OR \(seesVictims(of: "t.concern_id")))
                """
        }
        return "SELECT t.* FROM strands t WHERE 1 = 0"
    }

    private var taskRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT t.* FROM tasks t WHERE \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                SELECT t.* FROM tasks t WHERE \(inPartnership("t.partnership_id"))
                AND \(notRemoved(from: "t.concern_id"))
                AND (t.organisation_id = \(organisation)
                    OR (t.strand <> 'victims' AND \(inCircle("t.concern_id")))
                    OR \(seesVictims(of: "t.concern_id")))
                """
        }
        return "SELECT t.* FROM tasks t WHERE 1 = 0"
    }

    private var visitRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT v.* FROM visits v WHERE \(inPartnership("v.partnership_id"))"
        }
        if goesOnVisits {
            // The second comparison of the partnership is no index's: a list starts from the agency's own visits, which
            // are few, and not from all of the partnership by date.
            return """
                SELECT v.* FROM visit_agencies a JOIN visits v ON v.id = a.visit_id
                WHERE \(inPartnership("a.partnership_id")) AND \(inPartnership("v.partnership_id || ''"))
                AND a.organisation_id = \(organisation) AND \(notRemoved(from: "v.concern_id"))
                """
        }
        return "SELECT v.* FROM visits v WHERE 1 = 0"
    }

    private var screeningRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT t.* FROM screenings t WHERE \(inPartnership("t.partnership_id"))"
        }
        if goesOnVisits {
            let victims: Statement =
                has(.member) ? " OR \(seesVictims(of: "t.concern_id"))" : .none
            return """
                SELECT t.* FROM screenings t WHERE \(inPartnership("t.partnership_id"))
                AND \(notRemoved(from: "t.concern_id")) AND (t.organisation_id = \(organisation)\(victims))
                """
        }
        return "SELECT t.* FROM screenings t WHERE 1 = 0"
    }

    private var fileRows: Statement {
        """
        SELECT t.* FROM files t WHERE \(inPartnership("t.partnership_id")) AND (
            (t.parent_kind = 'concern' AND EXISTS (SELECT 1 FROM (\(concernRows)) c WHERE c.id = t.parent_id))
            OR (t.parent_kind = 'visit' AND EXISTS (SELECT 1 FROM (\(visitRows)) v WHERE v.id = t.parent_id))
            OR (t.parent_kind = 'answer' AND EXISTS (SELECT 1 FROM (\(scopingRequestRows)) q WHERE q.id = t.parent_id)))
        """
    }

    /// What happened to a record: what belongs to the answers, to the victims or to a visit follows their own rule, and what
    /// belongs to one potential victim is for those who work with them. Why a concern was closed is told by the concern itself
    /// and not by its timeline, to whoever does not see the victims: the reason can say what became of them.
    private var recordChangeRows: Statement {
        if isCoordinator || door == .operator {
            return "SELECT t.* FROM record_changes t WHERE \(inPartnership("t.partnership_id"))"
        }
        if readsCasesAsMember {
            return """
                SELECT t.id, t.partnership_id, t.concern_id, t.strand, t.record_kind, t.record_id, t.visit_id, t.at, t.person_id,
                    t.organisation_id, t.verb, t.victim_id,
                    CASE WHEN t.verb <> 'close-concern' OR \(seesVictims(of: "t.concern_id")) THEN t.summary
                        ELSE 'Closed' END AS summary,
                    CASE WHEN t.verb NOT IN ('close-concern', 'reopen-concern') OR \(seesVictims(of: "t.concern_id"))
                        THEN t.differences ELSE '[]' END AS differences
                FROM record_changes t WHERE \(inPartnership("t.partnership_id"))
                AND (\(worksWith("t.victim_id")) OR (t.victim_id IS NULL AND \(inCircle("t.concern_id"))
                AND (t.strand IN ('', 'location', 'offenders')
                    OR (t.strand = 'visits' AND (t.record_kind = 'visits' OR t.visit_id IS NOT NULL))
                    OR (t.strand = 'answers' AND (t.organisation_id = \(organisation)
                        OR \(inCircle("t.concern_id", and: " AND k.sees_answers = 1"))))
                    OR (t.strand = 'victims' AND \(seesVictims(of: "t.concern_id"))))
                AND (t.record_kind <> 'visits'
                    OR EXISTS (SELECT 1 FROM (\(visitRows)) v WHERE v.id = t.record_id))
                AND (t.visit_id IS NULL
                    OR EXISTS (SELECT 1 FROM (\(visitRows)) v WHERE v.id = t.visit_id))))
                """
        }
        return "SELECT t.* FROM record_changes t WHERE 1 = 0"
    }

    // MARK: Subjects

    /// Whether what is counted over all mentions of the partnership is what this viewer would count.
    var seesEveryMention: Bool { isCoordinator || door == .operator }

    /// What a record mentions is seen by whoever sees that record, and by nobody else.
    private var mentionRows: Statement {
        let rows: Statement = "SELECT t.* FROM subject_mentions t WHERE"
        if seesEveryMention { return "\(rows) \(inPartnership("t.partnership_id"))" }
        guard goesOnVisits else { return "\(rows) 1 = 0" }
        let asMember: Statement =
            readsCasesAsMember
            ? """
            (t.source = 'concern' AND \(inCircle("t.concern_id"))) OR (t.source = 'victim' AND \(worksWith("t.victim_id"))) OR
            """ : .none
        return """
            \(rows) \(inPartnership("t.partnership_id")) AND (\(asMember)
                (t.source = 'visit' AND EXISTS (SELECT 1 FROM (\(visitRows)) v WHERE v.id = t.visit_id))
                OR (t.source = 'screening' AND EXISTS (SELECT 1 FROM (\(screeningRows)) s WHERE s.id = t.screening_id)))
            """
    }

    private func isVisibleMention(_ mention: Statement) -> Statement {
        "EXISTS (SELECT 1 FROM (\(mentionRows)) m WHERE m.id = \(mention))"
    }

    private func isVisibleSubject(_ subject: Statement) -> Statement {
        "EXISTS (SELECT 1 FROM (\(mentionRows)) m WHERE m.subject_id = \(subject))"
    }

    /// Completes `SELECT t.* FROM … t WHERE` for what is seen through mentions: a subject by whoever sees one of them, what
    /// ties two of them together by whoever sees both.
    private func ofVisibleMentions(_ start: Statement, _ condition: Statement) -> Statement {
        if isCoordinator || door == .operator { return "\(start) \(inPartnership("t.partnership_id"))" }
        return goesOnVisits ? "\(start) \(inPartnership("t.partnership_id")) AND \(condition)" : "\(start) 1 = 0"
    }

    private var blindAnswerHeardRows: Statement {
        let rows: Statement = """
            SELECT t.id, t.partnership_id, t.kind, t.concern_id, t.mention_id, t.organisation_id, t.person_id, t.holder_id,
                t.answered_at
            FROM blind_answers t WHERE
            """
        if isCoordinator || door == .operator { return "\(rows) \(inPartnership("t.partnership_id"))" }
        if readsCasesAsMember {
            return """
                \(rows) \(inPartnership("t.partnership_id")) AND t.organisation_id = \(organisation) AND \(inCircle("t.concern_id"))
                """
        }
        return "\(rows) 1 = 0"
    }

    private var blindAnswerGivenRows: Statement {
        let rows: Statement = """
            SELECT t.id, t.partnership_id, t.kind, t.organisation_id, t.person_id, t.held_concern_id, t.held_mention_id,
                t.holder_id, t.answered_at
            FROM blind_answers t WHERE
            """
        if isCoordinator || door == .operator { return "\(rows) \(inPartnership("t.partnership_id"))" }
        if readsCasesAsMember {
            return """
                \(rows) \(inPartnership("t.partnership_id")) AND t.holder_id = \(organisation) AND \(inCircle("t.held_concern_id"))
                """
        }
        return "\(rows) 1 = 0"
    }

    // MARK: Blind comparisons

    /// Whoever speaks for an organisation in a comparison: its contacts, and the coordinator for her own.
    private var speaksForOwn: Bool { (has(.member) || isCoordinator) && agreementInForce }

    /// That a comparison takes place: for both its sides, and in the ledger of the coordinator. What came of it is in no column.
    private var comparisonRows: Statement {
        let rows: Statement = "SELECT t.* FROM blind_comparisons t WHERE"
        if isCoordinator || door == .operator { return "\(rows) \(inPartnership("t.partnership_id"))" }
        if speaksForOwn {
            return """
                \(rows) \(inPartnership("t.partnership_id")) AND (t.one_id = \(organisation) OR t.other_id = \(organisation))
                """
        }
        return "\(rows) 1 = 0"
    }

    /// That both sides of a comparison have agreed to talk.
    private func bothAgreed(_ comparison: Statement) -> Statement {
        """
        (SELECT COUNT(*) FROM comparison_sides a WHERE a.comparison_id = \(comparison) AND a.agreed_at IS NOT NULL) = 2
        """
    }

    /// What the viewer's own side did. The other side's row is there when both have agreed to talk, without how many records it
    /// sent. The coordinator as such, and the operator, see neither.
    private var comparisonSideRows: Statement {
        let own: Statement = "t.organisation_id = \(organisation)"
        let rows: Statement = """
            SELECT t.comparison_id, t.organisation_id, t.partnership_id, t.sent_at, t.agreed_at, t.agreed_by,
                CASE WHEN \(own) THEN t.records END AS records, CASE WHEN \(own) THEN t.empty_records END AS empty_records,
                CASE WHEN \(own) THEN t.sent_by END AS sent_by
            FROM comparison_sides t WHERE
            """
        guard speaksForOwn else { return "\(rows) 1 = 0" }
        return """
            \(rows) \(inPartnership("t.partnership_id")) AND (\(own) OR (\(bothAgreed("t.comparison_id"))
                AND EXISTS (SELECT 1 FROM comparison_sides o WHERE o.comparison_id = t.comparison_id
                    AND o.organisation_id = \(organisation))))
            """
    }

    private var comparisonMatchRows: Statement {
        let rows: Statement = """
            SELECT t.comparison_id, t.organisation_id, t.place, t.partnership_id,
                CASE WHEN \(bothAgreed("t.comparison_id")) THEN t.pair END AS pair
            FROM comparison_matches t WHERE
            """
        guard speaksForOwn else { return "\(rows) 1 = 0" }
        return "\(rows) \(inPartnership("t.partnership_id")) AND t.organisation_id = \(organisation)"
    }

    // MARK: Publications

    /// Completes `SELECT t.* FROM … t WHERE` for figures from elsewhere: whoever reads all figures of the partnership, and its
    /// members. They are about nobody's case, but no more is told than is asked for: a town lead reads one town alone.
    private func ofThoseWithFigures(_ start: Statement) -> Statement {
        if readsAllFigures || readsCasesAsMember { return "\(start) \(inPartnership("t.partnership_id"))" }
        return "\(start) 1 = 0"
    }

    /// What is written for publication is for the coordinator and the chair of the board until it is out; what is out is in
    /// tables of its own.
    private func ofThoseWhoPublish(_ start: Statement) -> Statement {
        if isCoordinator || has(.chair) || door == .operator { return "\(start) \(inPartnership("t.partnership_id"))" }
        return "\(start) 1 = 0"
    }

    /// The chair reads the document, and not the counts behind it that are withheld.
    private var publicationEditionRows: Statement {
        if isCoordinator || door == .operator { return ofThoseWhoPublish("SELECT t.* FROM publication_editions t WHERE") }
        return ofThoseWhoPublish(
            """
            SELECT t.id, t.publication_id, t.partnership_id, t.number, t.locked_at, t.locked_by, t.organisation_id, '' AS figures,
                t.document, t.sheet, t.stated, t.changes, t.published_at, t.release_number, t.withdrawn_at, t.withdrawn_reason,
                '[]' AS sourced_figures
            FROM publication_editions t WHERE
            """)
    }

    // MARK: Figures

    /// Who reads the figures of the whole partnership.
    private var readsAllFigures: Bool { isCoordinator || has(.analyst) || door == .operator }

    /// Concerns that count: those joined to another as duplicates, public reports not yet checked and those that were
    /// found to be none do not.
    private var concernFigureRows: Statement {
        let columns: Statement = """
            SELECT c.id, c.partnership_id, c.received_on, c.source, c.town_id, c.ward_id, c.location_type, c.nationality,
                c.exploitation, c.response, c.status
            FROM concerns c WHERE c.status NOT IN ('joined', 'awaiting-check') AND c.declined_at IS NULL
            """
        if readsAllFigures { return "\(columns) AND \(inPartnership("c.partnership_id"))" }
        if has(.townLead), let town {
            return "\(columns) AND \(inPartnership("c.partnership_id")) AND c.town_id = \(town)"
        }
        if readsCasesAsMember {
            return "\(columns) AND \(inPartnership("c.partnership_id")) AND \(inCircle("c.id"))"
        }
        return "\(columns) AND 1 = 0"
    }

    /// Visits that were made.
    private var visitFigureRows: Statement {
        let columns: Statement = """
            SELECT v.id, v.partnership_id, v.concern_id, v.visited_on, v.town_id, v.purpose_id, v.location_type
            FROM visits v WHERE v.status IN ('made', 'debriefed')
            """
        if readsAllFigures { return "\(columns) AND \(inPartnership("v.partnership_id"))" }
        if has(.townLead), let town {
            return "\(columns) AND \(inPartnership("v.partnership_id")) AND v.town_id = \(town)"
        }
        if readsCasesAsMember {
            return """
                \(columns) AND \(inPartnership("v.partnership_id")) AND \(notRemoved(from: "v.concern_id"))
                AND EXISTS (SELECT 1 FROM visit_agencies a WHERE a.visit_id = v.id
                    AND a.organisation_id = \(organisation))
                """
        }
        return "\(columns) AND 1 = 0"
    }

    private var screeningFigureRows: Statement {
        let columns: Statement = """
            SELECT t.id, t.visit_id, t.concern_id, t.partnership_id, v.town_id, v.visited_on, t.gender, t.age_group,
                t.nationality, t.outcome
            FROM screenings t JOIN visits v ON v.id = t.visit_id WHERE v.status IN ('made', 'debriefed')
            """
        if readsAllFigures {
            return "\(columns) AND \(inPartnership("t.partnership_id")) AND \(inPartnership("v.partnership_id"))"
        }
        if has(.townLead), let town {
            return """
                \(columns) AND \(inPartnership("t.partnership_id")) AND \(inPartnership("v.partnership_id"))
                AND v.town_id = \(town)
                """
        }
        if readsCasesAsMember {
            return """
                \(columns) AND \(inPartnership("t.partnership_id")) AND \(notRemoved(from: "t.concern_id"))
                AND (t.organisation_id = \(organisation)
                    OR \(seesVictims(of: "t.concern_id")))
                """
        }
        return "\(columns) AND 1 = 0"
    }

    /// Narrows rows that belong to a potential victim (`v`) to those that count for this viewer.
    private func countedVictims(_ start: Statement) -> Statement {
        if readsAllFigures { return "\(start) AND \(inPartnership("v.partnership_id"))" }
        if has(.townLead), let town {
            return "\(start) AND \(inPartnership("v.partnership_id")) AND v.town_id = \(town)"
        }
        if readsCasesAsMember { return "\(start) AND \(inPartnership("v.partnership_id")) AND \(worksWith("v.id"))" }
        return "\(start) AND 1 = 0"
    }

    /// Referrals and reports that were sent; drafts and those made twice or in error do not count. Age, gender, nationality and
    /// types of exploitation are those with which a referral was approved, and whoever was a child then was one when they were
    /// exploited. The local authority is the one that was told of a child, else the one that is on record for the person.
    private var referralFigureRows: Statement {
        countedVictims(
            """
            SELECT t.id, t.victim_id, t.partnership_id, v.town_id, v.nation, t.kind, t.status, t.submitted_on, t.quality,
                CASE WHEN t.local_authority <> '' THEN t.local_authority ELSE v.local_authority END AS local_authority,
                COALESCE(t.first_responder_id, t.organisation_id) AS first_responder_id,
                t.competent_authority, t.gender, t.nationality, t.exploitation,
                CASE WHEN t.age_group = 'child' THEN 'yes' ELSE t.child_at_exploitation END AS child_at_exploitation
            FROM referrals t JOIN potential_victims v ON v.id = t.victim_id
            WHERE t.submitted_on IS NOT NULL AND t.status NOT IN ('draft', 'in-review', 'ready', 'void')
            """)
    }

    private var consentFigureRows: Statement {
        countedVictims(
            """
            SELECT t.id, t.victim_id, t.partnership_id, v.town_id, t.purpose, t.answer, t.answered_on, t.reason
            FROM consents t JOIN potential_victims v ON v.id = t.victim_id WHERE 1 = 1
            """)
    }
}
