/// The quality of a referral, mark by mark.
///
/// The marks follow what the form's own toolkit and those who decide call a good referral; the points and the words
/// looked for are ours, and to be confirmed by practitioners. A mark about something that the form does not ask on this
/// way brings all its points. The same answers always give the same score.
extension PlacedAnswers {
    /// - Parameter earlier: the fingerprints of earlier referrals; nil where none are at hand.
    func qualityFound(earlier: [TextFingerprint]?) -> ReferralQuality {
        let readings = QualityReadings(self)
        return ReferralQuality(reasons: [
            completeness(), unknowns(readings), action(readings), means(readings), purpose(readings), indicators(readings),
            chronology(readings), sources(readings), lateDisclosure(readings), secondContact(), documents(readings),
            ownWords(earlier),
        ])
    }

    func reason(_ mark: ReferralQuality.Mark, _ points: Int, _ message: String) -> ReferralQuality.Reason {
        let points = min(max(points, 0), mark.most)
        return ReferralQuality.Reason(
            mark: mark, points: points, message: points == mark.most ? message : "\(message) (\(points) of \(mark.most))")
    }

    private func isAsked(_ code: String) -> Bool { form.positions[code].map { isAsked[$0] != false } ?? false }

    private func hasAnswer(_ code: String) -> Bool {
        form.positions[code].map { isAsked[$0] != false && states[$0] != .empty && states[$0] != .wrong } ?? false
    }

    /// 14 points: the share of the questions asked that have an answer.
    private func completeness() -> ReferralQuality.Reason {
        let asked = form.quality.counted.filter { isAsked[$0] == true }
        let empty = asked.filter { states[$0] == .empty || states[$0] == .wrong }
        let points = asked.isEmpty ? 0 : 14 * (asked.count - empty.count) / asked.count
        guard let first = empty.first else { return reason(.completeness, points, "Every question is answered") }
        return reason(
            .completeness, points,
            "\(asked.count - empty.count) of \(asked.count) questions are answered: answer “\(form.fields[first].label)” next")
    }

    /// 10 points, less 2 for each answer that says only that something is not known, and not why.
    private func unknowns(_ readings: QualityReadings) -> ReferralQuality.Reason {
        let bare = form.quality.explained.filter {
            isAsked[$0] != false && states[$0] == .given(0) && readings[$0].isUnexplained
        }
        guard form.quality.explained.contains(where: { isAsked[$0] != false && readings[$0].words > 0 }) else {
            return reason(.unknowns, 0, "Nothing is told yet in any of the answers in words")
        }
        guard let first = bare.first else { return reason(.unknowns, 10, "No answer leaves an unknown unexplained") }
        return reason(
            .unknowns, 10 - 2 * bare.count,
            "\(bare.count) answers say that something is not known, and not why: write why, beginning with “\(form.fields[first].label)”")
    }

    /// 8 points: 5 where the beginning or a journey tells of recruiting or moving, 3 for 12 words or more on the beginning.
    private func action(_ readings: QualityReadings) -> ReferralQuality.Reason {
        let start = readings["how-did-the-exploitation-start"]
        let signs = start.signs.union(readings["were-they-taken-somewhere-by-their-exploiter-journey-details"].signs)
        let points = (signs.count(of: TextSigns.action) > 0 ? 5 : 0) + (start.words >= 12 ? 3 : 0)
        return reason(
            .action, points,
            points == 8
                ? "What the exploiter did to get hold of the person is told"
                : "Tell who recruited, moved, housed or received the person, where and how")
    }

    /// 8 points: 5 for one group of means, 8 for two; a child needs none.
    private func means(_ readings: QualityReadings) -> ReferralQuality.Reason {
        if chosen("pv-under-age") == "yes" || chosen("pv-under-age-at-time-of-exploitation") == "yes" {
            return reason(.means, 8, "A child need not have been forced or deceived")
        }
        var signs: TextSigns = []
        for code in [
            "how-did-the-exploitation-start", "how-they-were-treated", "what-is-keeping-them-in-situation",
            "how-why-did-they-leave-the-situation", "modern-slavery-indicators-details",
        ] {
            signs.formUnion(readings[code].signs)
        }
        let groups = signs.count(of: TextSigns.means)
        return reason(
            .means, groups == 0 ? 0 : groups == 1 ? 5 : 8,
            groups >= 2
                ? "How the person was made to obey is told"
                : "Tell of force, threats, deceit, debt, papers kept, or a weakness that was used: what was said and done")
    }

    /// 8 points: 3 for a type of exploitation, up to 5 for what the person was made to do (12 words, or 5 for 3 points).
    private func purpose(_ readings: QualityReadings) -> ReferralQuality.Reason {
        let isTyped = form.typesOfExploitation.contains { states[$0] == .given(0) }
        let words = readings["what-were-they-required-to-do"].words
        let points = (isTyped ? 3 : 0) + (words >= 12 ? 5 : words >= 5 ? 3 : 0)
        return reason(
            .purpose, points,
            points == 8
                ? "What the person was exploited for is told"
                : "Tell what the person was made to do: the tasks, the hours, and who gained by it")
    }

    /// 10 points: 2 for indicators named, 2 for each group of them described up to 6, 2 for 30 words or more.
    private func indicators(_ readings: QualityReadings) -> ReferralQuality.Reason {
        guard chosen("modern-slavery-indicators") == "yes", hasAnswer("modern-slavery-indicators-details") else {
            return reason(.indicators, 0, "No signs are named: name each sign that was seen, and where")
        }
        let details = readings["modern-slavery-indicators-details"]
        let groups = details.signs.count(of: TextSigns.indicators)
        let points = 2 + min(groups, 3) * 2 + (details.words >= 30 ? 2 : 0)
        return reason(
            .indicators, points,
            points == 10
                ? "The signs are named and described"
                : "Name every sign and describe it: what was seen, where, when and by whom")
    }

    /// 10 points: 4 for a date of the exploitation, 6 for two; 4 more for three or more dates in the whole account.
    private func chronology(_ readings: QualityReadings) -> ReferralQuality.Reason {
        let when =
            readings["when-did-the-exploitation-take-place"].dates + readings["when-did-the-exploitation-take-place-multiple"].dates
        let points = (when >= 2 ? 6 : when == 1 ? 4 : 0) + (readings.all.dates >= 3 ? 4 : 0)
        return reason(
            .chronology, points,
            points == 10
                ? "The account has dates from its beginning to its end"
                : "Give the beginning and the end with a month or a year, and dates for what happened between")
    }

    /// 8 points: 4 where the account says who told or saw it, 4 where the judgement is marked as one.
    private func sources(_ readings: QualityReadings) -> ReferralQuality.Reason {
        let hasSource = readings.all.signs.contains(.firstHand)
        let hasJudgement = readings["professional-insight"].signs.contains(.judgement)
        let message =
            switch (hasSource, hasJudgement) {
            case (true, true): "What was told or seen is kept apart from what is judged"
            case (true, false): "Say in your judgement what you conclude, and from what"
            case (false, true): "Say who told it and who saw it: the person said, we saw, the neighbour reported"
            case (false, false): "Keep apart what was told or seen, and by whom, and what you conclude from it"
            }
        return reason(.sources, (hasSource ? 4 : 0) + (hasJudgement ? 4 : 0), message)
    }

    /// 6 points: an earlier report is described in 5 words or more, or a late one is explained in 8.
    private func lateDisclosure(_ readings: QualityReadings) -> ReferralQuality.Reason {
        switch chosen("is-this-the-first-chance-to-report") {
        case "yes":
            let words = readings["yes-the-first-chance-to-report"].words
            return words >= 5
                ? reason(.lateDisclosure, 6, "The earlier report is described")
                : reason(.lateDisclosure, words > 0 ? 2 : 0, "Say when and to whom it was reported before, with its reference")
        case "not-sure":
            let words = readings["not-sure-the-first-chance-to-report"].words
            return words >= 5
                ? reason(.lateDisclosure, 6, "What is known of an earlier report is described")
                : reason(.lateDisclosure, words > 0 ? 4 : 2, "Say why it is not clear whether it was reported before")
        default:
            let why = readings["why-report-now"]
            let points = why.isUnexplained ? 0 : why.words >= 8 ? 6 : why.signs.contains(.reason) ? 4 : 2
            return reason(
                .lateDisclosure, points,
                points == 6
                    ? "Why it is told only now is explained"
                    : "Explain what kept the person from telling before: fear, control, trauma, nobody to tell")
        }
    }

    /// 6 points for a second contact other than the reporter.
    private func secondContact() -> ReferralQuality.Reason {
        guard isAsked("fr-alternative-contact") else {
            return reason(.secondContact, 6, "The form asks for no second contact here: keep one with your own record")
        }
        guard hasAnswer("fr-alternative-contact") else {
            return reason(.secondContact, 0, "Give the e-mail address of a colleague or a team who can answer for you")
        }
        let own = text("user-email").lowercased()
        return !own.isEmpty && own == text("fr-alternative-contact").lowercased()
            ? reason(.secondContact, 0, "The second contact is your own address: give that of a colleague or a team")
            : reason(.secondContact, 6, "A second contact is given")
    }

    /// 6 points: documents listed in 4 words for each or more, and dated; 3 where there are none.
    private func documents(_ readings: QualityReadings) -> ReferralQuality.Reason {
        guard isAsked("upload-file") else { return reason(.documents, 6, "The form takes no documents here") }
        guard hasAnswer("upload-file"), let position = form.positions["upload-file"], case .several(let names) = answers[position]
        else {
            return reason(.documents, 3, "No documents are attached: attach those that there are, and list them with dates")
        }
        let list = readings["what-evidence-you-will-submit"]
        let points = 2 + (list.words >= names.count * 4 ? 2 : 0) + (list.dates > 0 ? 2 : 0)
        return reason(
            .documents, points,
            points == 6 ? "The documents are listed and dated" : "Say what each document is, and its date")
    }

    private func text(_ code: String) -> String {
        guard let position = form.positions[code], case .text(let text) = answers[position] else { return "" }
        return trimmed(text)
    }
}

/// The readings of every text that is asked.
private struct QualityReadings {
    private let form: ReferralForm
    private var readings: [TextReading]
    /// All texts of several lines together.
    private(set) var all = TextReading()

    init(_ placed: PlacedAnswers) {
        form = placed.form
        readings = Array(repeating: TextReading(), count: placed.form.fields.count)
        for position in placed.form.quality.explained { read(position, placed) }
        for position in placed.form.quality.narratives {
            if readings[position].words == 0 { read(position, placed) }
            all.add(readings[position])
        }
    }

    private mutating func read(_ position: Int, _ placed: PlacedAnswers) {
        guard placed.isAsked[position] != false, case .text(let text) = placed.answers[position] else { return }
        readings[position] = TextReading(text)
    }

    subscript(position: Int) -> TextReading { readings[position] }
    subscript(code: String) -> TextReading { form.positions[code].map { readings[$0] } ?? TextReading() }
}
