import Kernel

/// A figure from elsewhere as somebody types it, in a form or in a row of a file, and what it means.
package struct StatedFigureEntry: Sendable {
    /// The questions, named as the fields of the form and the columns of a file.
    package enum Field: String, Sendable, CaseIterable {
        case key
        case measure
        case category
        case value
        case exactness
        case target
        case period
        case area = "about"
        case reach
        case title
        case publisher
        case place = "page"
        case date = "published"
        case mark
        case partOf = "part-of"
        case numerator
        case denominator
        case note

        package var label: String {
            switch self {
            case .key: "Short key"
            case .measure: "What is counted"
            case .category: "What part of it"
            case .value: "The number"
            case .exactness: "How exact it is"
            case .target: "Target"
            case .period: "Period"
            case .area: "About which place or group"
            case .reach: "How large an area that is"
            case .title: "Title of the source"
            case .publisher: "Who published it"
            case .place: "Page or address"
            case .date: "When it was published"
            case .mark: "Mark"
            case .partOf: "Part of"
            case .numerator: "Share: the part"
            case .denominator: "Share: the whole"
            case .note: "Note"
            }
        }

        /// Without these columns a file cannot be read.
        package var isNeeded: Bool {
            switch self {
            case .measure, .value, .title, .publisher, .date: true
            default: false
            }
        }
    }

    let draft: StatedFigureDraft?
    package let problems: [Problem]

    /// - Parameters:
    ///   - standing: the key of a figure that is corrected, which stays.
    ///   - measures: a measure is named by its code or its label.
    ///   - mayChoose: whether a measure may be chosen for a new figure.
    init(
        measures: [String: StatedMeasure], standing: String? = nil, mayChoose: (String) -> Bool = { _ in true },
        _ text: (Field) -> String
    ) {
        var problems: [Problem] = []
        func add(_ field: Field, _ message: String) { problems.append(Problem(field.rawValue, message)) }
        let typed = text(.measure)
        let folded = FoldedText(typed).key
        let measure = measures[typed] ?? measures.values.first { FoldedText($0.label).key == folded }
        if typed.isEmpty {
            add(.measure, "Choose what is counted")
        } else if measure == nil || measure.map({ !mayChoose($0.code) }) ?? false {
            add(.measure, "This is not in the list of what can be counted")
        }
        var value: StatedValue?
        if text(.value).isEmpty {
            add(.value, "Enter the number")
        } else {
            value = StatedValue(text(.value))
            if value == nil { add(.value, "Enter a number such as 1,253, 97.7 or 8.5 million") }
        }
        var target: StatedValue?
        if !text(.target).isEmpty {
            target = StatedValue(text(.target))
            if target == nil { add(.target, "Enter the target as a number, or leave it empty") }
        }
        func choice<Choice: RawRepresentable & CaseIterable>(
            _ field: Field, _ usual: Choice, _ label: (Choice) -> String, _ message: String
        ) -> Choice where Choice.RawValue == String {
            let typed = text(field)
            if typed.isEmpty { return usual }
            if let found = Choice.allCases.first(where: { $0.rawValue == typed || FoldedText(label($0)).key == FoldedText(typed).key }) {
                return found
            }
            add(field, message)
            return usual
        }
        let exactness = choice(
            .exactness, FigureExactness.exactly, \.label,
            "Say how exact it is: \(FigureExactness.allCases.map(\.rawValue).joined(separator: ", "))")
        let reach = choice(
            .reach, FigureReach.local, \.label, "Say how far it reaches: \(FigureReach.allCases.map(\.rawValue).joined(separator: ", "))")
        let mark = choice(
            .mark, StatedMark.none, \.label,
            "Leave it empty, or say \(StatedMark.allCases.dropFirst().map(\.rawValue).joined(separator: ", "))")
        let period = StatedPeriod(text(.period))
        if period == nil {
            add(
                .period,
                "Write the time as 2019, 2019/20, March 2019, January to March 2019, 31 March 2019 or as at 31 March 2019; leave it empty where the source does not say"
            )
        }
        let source = StatedSource(title: text(.title), publisher: text(.publisher), place: text(.place), date: text(.date))
        if source.title.isEmpty { add(.title, "Enter the title of the source: a figure without its source is not kept") }
        if source.publisher.isEmpty { add(.publisher, "Enter who published it") }
        if source.date.isEmpty {
            add(.date, "Enter when it was published")
        } else if StatedPeriod(source.date).map({ ![.day, .month, .year].contains($0.kind) }) ?? true {
            add(.date, "Write when it was published as 2019, March 2019 or 31 March 2019")
        }
        for (field, limit) in [
            (Field.category, 120), (.area, 120), (.title, TextLength.line), (.publisher, 160), (.place, TextLength.line), (.note, 600),
        ] {
            if let problem = TextLength.problem(field.rawValue, "text", text(field), limit: limit) { problems.append(problem) }
        }
        for field in [Field.category, .area, .note] where text(field).contains(where: { $0 == "{" || $0 == "}" }) {
            add(field, "Leave out the braces { and }: they name figures inside written text")
        }
        var key = standing ?? text(.key).lowercased()
        if key.isEmpty {
            key = StatedFigureEntry.key(of: measure?.code ?? "", text(.category), text(.area))
        } else if standing == nil, !StatedFigureLibrary.isKey(key) {
            add(.key, "Use 2 to 60 small letters, digits and hyphens, such as people-trained")
        }
        for field in [Field.partOf, .numerator, .denominator] where !text(field).isEmpty {
            if text(field) == key { add(field, "A figure is no part of itself") }
        }
        if let measure, text(.numerator).isEmpty != text(.denominator).isEmpty || (!text(.numerator).isEmpty && !measure.isShare) {
            add(
                text(.numerator).isEmpty ? .numerator : .denominator,
                "Name both the part and the whole, of a figure that is a percentage")
        }
        self.problems = problems
        guard problems.isEmpty, let measure, let value, let period else {
            draft = nil
            return
        }
        draft = StatedFigureDraft(
            key: key, measure: measure.code, category: text(.category), area: text(.area), reach: reach, value: value,
            exactness: exactness, period: period, target: target, source: source, mark: mark, partOf: text(.partOf),
            numerator: text(.numerator), denominator: text(.denominator), note: text(.note))
    }

    /// A key made of what is counted.
    private static func key(of measure: String, _ category: String, _ area: String) -> String {
        let words = [measure] + FoldedText("\(category) \(area)").words.map { String($0.filter { $0.isASCII }) }
        let key = String(words.filter { !$0.isEmpty }.joined(separator: "-").prefix(50))
        return key.hasSuffix("-") ? String(key.dropLast()) : key
    }

    /// A figure as it is typed.
    package static func text(_ field: Field, of draft: StatedFigureDraft) -> String {
        switch field {
        case .key: draft.key
        case .measure: draft.measure
        case .category: draft.category
        case .value: draft.value.text
        case .exactness: draft.exactness.rawValue
        case .target: draft.target?.text ?? ""
        case .period: draft.period.entry
        case .area: draft.area
        case .reach: draft.reach.rawValue
        case .title: draft.source.title
        case .publisher: draft.source.publisher
        case .place: draft.source.place
        case .date: draft.source.date
        case .mark: draft.mark.rawValue
        case .partOf: draft.partOf
        case .numerator: draft.numerator
        case .denominator: draft.denominator
        case .note: draft.note
        }
    }
}
