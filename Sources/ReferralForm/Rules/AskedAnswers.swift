/// What the form asks with these answers.
extension ReferralForm {
    /// The answers that this way asks for. Others may be kept with a draft, since a changed age or consent leads another
    /// way and perhaps back; they are neither checked nor sent.
    ///
    /// Codes that are not of the form stay, so that the check tells of them.
    package static func asked(_ answers: [String: ReferralAnswer]) -> [String: ReferralAnswer] {
        let placed = PlacedAnswers(answers, form: current)
        return answers.filter { code, _ in current.positions[code].map { placed.isAsked[$0] != false } ?? true }
    }

    /// The fields that are asked under a heading of the prompt sheet, page by page in the form's order. What hangs on an
    /// answer that is still missing follows once it is given.
    package static func questions(under heading: FormHeading, _ answers: [String: ReferralAnswer]) -> [[FormField]] {
        let form = current
        let placed = PlacedAnswers(answers, form: form)
        return form.pages.indices.compactMap { index in
            guard form.pages[index].heading == heading.title, form.pageConditions[index].verdict(placed.states) == true else {
                return nil
            }
            let fields = form.pageFields[index].filter { placed.isAsked[$0] == true }.map { form.fields[$0] }
            return fields.isEmpty ? nil : fields
        }
    }

    /// Under which heading a field stands; where it stands on pages under several, the one that these answers lead to.
    package static func heading(of code: String, _ answers: [String: ReferralAnswer]) -> FormHeading? {
        let placed = PlacedAnswers(answers, form: current)
        let places = current.pages.indices.filter { current.pages[$0].codes.contains(code) }
        let index = places.first { current.pageConditions[$0].verdict(placed.states) == true } ?? places.first
        return index.flatMap { place in FormHeading.allCases.first { $0.title == current.pages[place].heading } }
    }

    /// The way through the form that these answers take.
    package static func variant(_ answers: [String: ReferralAnswer]) -> ReferralVariant {
        PlacedAnswers(answers, form: current).variant
    }
}
