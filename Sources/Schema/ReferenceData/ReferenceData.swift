/// The reference data that the product ships: code lists and catalogues as text, read and checked by one parser.
///
/// Every value carries the day from which it may be chosen, so that an old record keeps the word it was given and a
/// new one is offered today's. `2015-07-31`, the day on which the offences of the Modern Slavery Act 2015 came into
/// force, stands for "from the beginning": nothing older is recorded here. Days are written `2019-04-01` and compare
/// as text.
package enum ReferenceData {
    /// Every code list, in the order in which a settings page shows them.
    package static let codeLists: [CodeListSource] = [
        concernSources, waysOfKnowing, safeContactWays, mentionKinds, locationTypes, premisesKinds, exploitationTypes,
        exploitationFlags, nationalities, languages, genders, ageGroups, responseGrades, gradeCriteria, thriveHeadings,
        sourceEvaluations, intelligenceAssessments, handlingCodes, handlingConditions, visitPurposes, visitRoles,
        visitResults, indicatorSets, screeningOutcomes, conversationConsents, screeningNextSteps, closingReasons,
        outcomeMeasures, organisationKinds, declineReasons, pathwayClosings,
        competentAuthorities, decisionStages, decisionOutcomes, negativeReasons, disqualificationGrounds, suspensionReasons,
        reconsiderationGrounds, supportNeeds, victimRisks, dependantRelations, dependantAges, dependantPlaces, supportPreferences,
        contactDirections,
        stayKinds, staySuitabilities, stayLeavings, guardianServices, missingFrom, moveOnKinds, offerKinds, outcomeMonths,
        outcomeHousing, outcomeWork, outcomeHealth, yesNoUnknown, noticeWays, firstResponderTypes, policeForces, nationalFirstResponders,
        authoritySuccessors, nationalitySpellings,
        serviceCapabilities, serviceGroups, essentialPoints, furtherPoints, receptionRoles, receptionChecks, receptionNeeds,
        onwardPlaces, comparisonLimits, licencesAndOrders, licenceStates, premisesRoles, publicationLicences, statedMeasures,
    ]
}
