/// One step of a pathway that a coordinator can copy as a start.
package struct PathwayTemplateRow: Sendable, Equatable {
    /// `adult` or `child`.
    package let way: String
    package let what: String
    package let who: String
    package let within: String
    package let guidance: String?
}

extension ReferenceData {
    /// The steps of the pathways that a coordinator can copy, in their order. Throws when a row is wrong.
    ///
    /// Source: our own words, after the order of the statutory guidance under section 49 of the Modern Slavery Act 2015; a
    /// practitioner has to confirm every step, role and time before a partnership publishes its own.
    package static var pathwayTemplates: [PathwayTemplateRow] {
        get throws(ReferenceDataProblem) { try parsedPathwayTemplates.get() }
    }

    private static let parsedPathwayTemplates = Result { () throws(ReferenceDataProblem) -> [PathwayTemplateRow] in
        var steps: [PathwayTemplateRow] = []
        for row in try ReferenceRow.rows(of: pathwayTemplateRows, list: "pathway_template", columns: 5) {
            let way = try row.code(0)
            guard way == "adult" || way == "child" else { throw row.problem("\(way) is neither adult nor child") }
            steps.append(
                PathwayTemplateRow(
                    way: way, what: try row.text(1), who: try row.text(2), within: try row.text(3),
                    guidance: row.optionalText(4)))
        }
        return steps
    }

    /// `way|what|who|within|guidance`
    private static let pathwayTemplateRows = """
        adult|Danger first: call 999 if somebody may be hurt, and get medical help|Whoever meets them|At once|
        adult|Speak to them alone, somewhere quiet, with an interpreter from a service, nobody who came with them|Whoever meets them|The same day|
        adult|Notice the signs and write down what was seen and said, without asking for the whole story|Whoever meets them|The same day|
        adult|Tell your own single point of contact and the coordinator|Whoever meets them|The same day|
        adult|Find a safe bed for tonight, away from whoever exploited them|Council housing, with the support provider|Before the night|
        adult|Explain the National Referral Mechanism and the support; ask whether they agree|First responder|Within 2 days, longer if they want time|\
        Statutory guidance under section 49 of the Modern Slavery Act 2015
        adult|If they agree, send the referral|First responder|Within 1 day of their agreeing|Online referral form
        adult|If they do not agree, send a duty to notify report where the duty binds you, with their name only if they agree to that, and offer other help|First responder|Within 2 days|\
        Section 52 of the Modern Slavery Act 2015
        adult|Refer to adult social care where they have care needs|Whoever meets them|The same day|Care Act 2014
        adult|Record the crime and agree with them how the police get in touch|Police|Within 1 day|
        adult|Take them to the safe house, with their things, papers and medicine|Support provider|When a place is free|
        adult|Name one worker who stays with them, and tell them how to ring|Support provider|Within 2 days|
        adult|Tell them each decision in words that they understand, and plan the next step with them|Named worker|Within 2 days of the decision|
        adult|Plan moving on from the first week: housing, money, health, work, English|Named worker|Within 4 weeks|
        adult|Ask how they are at 6, 12 and 24 months if they agreed|Coordinator with the support provider|6, 12 and 24 months|
        child|Danger first: call 999 if a child may be hurt, and get medical help|Whoever meets them|At once|
        child|Treat anybody who may be under 18 as a child until their age is settled|Everybody|At once|\
        Section 51 of the Modern Slavery Act 2015
        child|Never leave the child with an adult who may be part of it; take an interpreter from a service, nobody who came with them|Whoever meets them|At once|
        child|Refer to children's services by telephone|Whoever meets them|At once|Working Together to Safeguard Children
        child|Hold a strategy discussion|Children's services with police and health|Within 1 day|Children Act 1989 section 47
        child|Find a safe placement, and plan what is done if the child goes missing|Children's services|Before the night|
        child|Send the referral; a child is not asked to agree|First responder|Within 1 day|\
        Statutory guidance under section 49 of the Modern Slavery Act 2015
        child|Ask for an independent guardian where the area has them|First responder or children's services|With the referral|
        child|Tell the child what happens, in words for their age and language|Social worker or guardian|The same day, and at each step|
        child|Get legal and immigration advice for the child|Children's services|Within 2 weeks|
        child|Agree a safety plan: telephone, friends, school, travel, missing|Children's services with police|Within 3 days|
        child|Health assessment and a school place|Children's services|Within 4 weeks|
        child|Look again half a year before the child turns 18, and plan an adult's support with them|Children's services|At 17 and a half|
        """
}
