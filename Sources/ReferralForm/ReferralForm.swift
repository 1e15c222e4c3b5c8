import Kernel

/// The Home Office's form for a referral to the National Referral Mechanism or a duty-to-notify report, as reference
/// data, and the check of a set of answers against it.
///
/// There is no public interface to send answers to: they are keyed into the web form by a person.
package struct ReferralForm: Sendable {
    /// Where the form was read.
    package let source: String
    /// The days for which this edition is known to hold.
    package let validity: Period
    /// Every page that a journey comes to, in its order, those that only inform included; retired pages last.
    package let pages: [FormPage]
    /// Paths of the service beside the journey.
    package let silentPaths: [String]
    /// Every field, in the order of the pages.
    package let fields: [FormField]

    let positions: [String: Int]
    /// The fields of each page, by their positions.
    let pageFields: [[Int]]
    let pageConditions: [PlacedCondition]
    let fieldConditions: [PlacedCondition]
    let quality: QualityFields
    /// The ten types of exploitation, of which one at least has to be ticked.
    let typesOfExploitation: [Int]

    /// The edition of April 2026.
    package static let current = ReferralForm(
        source: "The source of the Home Office service \"Report modern slavery\", as of April 2026",
        validity: Period(from: Day(year: 2026, month: 4, day: 27)),
        pages: FormPage.firstResponderPages + FormPage.agePages + FormPage.backgroundPages + FormPage.exploitationPages
            + FormPage.insightPages + FormPage.locationPages + FormPage.exploitersPages + FormPage.consentPages
            + FormPage.dutyPages + FormPage.supportPages + FormPage.personPages + FormPage.contactPages
            + FormPage.closingPages + FormPage.retiredPages,
        silentPaths: FormPage.silentPaths)

    private init(source: String, validity: Period, pages: [FormPage], silentPaths: [String]) {
        self.source = source
        self.validity = validity
        self.pages = pages
        self.silentPaths = silentPaths
        let fields = pages.flatMap(\.described)
        self.fields = fields
        let positions = Dictionary(fields.enumerated().map { ($1.code, $0) }) { first, _ in first }
        self.positions = positions
        pageFields = pages.map { $0.codes.compactMap { positions[$0] } }
        pageConditions = pages.map { PlacedCondition($0.condition, fields: fields, positions: positions) }
        var cases = [[[FormCondition.Term]]](repeating: [], count: fields.count)
        for page in pages {
            for position in page.codes.compactMap({ positions[$0] }) {
                cases[position] += page.condition.cases.map { $0 + (fields[position].parent.map { [$0] } ?? []) }
            }
        }
        fieldConditions = cases.map { PlacedCondition(FormCondition(cases: $0), fields: fields, positions: positions) }
        quality = QualityFields(fields: fields, positions: positions)
        typesOfExploitation = fields.indices.filter { fields[$0].code.hasPrefix("types-of-exploitation-") }
    }

    /// The field with this code.
    package func field(_ code: String) -> FormField? { positions[code].map { fields[$0] } }

    /// Checks a set of answers by their field codes against the current edition: every rule, what is asked and what has
    /// to be absent, and the quality. Never fails; what is wrong comes back as problems.
    ///
    /// - Parameters:
    ///   - today: the day on which the report is made, after which no date of birth may lie.
    ///   - earlier: earlier referrals of other people, which the text is compared with; nil where none are at hand.
    package static func check(
        _ answers: [String: ReferralAnswer], today: Day, earlier: [TextFingerprint]? = nil
    ) -> ReferralCheck {
        let placed = PlacedAnswers(answers, form: current)
        return ReferralCheck(
            variant: placed.variant, problems: placed.problems(today: today), quality: placed.qualityFound(earlier: earlier))
    }
}
