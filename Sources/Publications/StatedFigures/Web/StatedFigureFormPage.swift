import Access
import Design
import HTML
import Kernel
import Web

/// Records a figure from elsewhere, or corrects one.
struct StatedFigureFormPage {
    let form: Form
    /// Nil for a new one.
    let figure: StatedFigureDetail?
    let choices: [StatedMeasure]
    let token: String

    /// Said where a figure will not be printed.
    static let smallNumber =
        "Documents do not show this number: a count of people from 1 to 4 about a region or a smaller place could point at somebody, whoever published it. In written text it reads “fewer than 5”."

    func markup(_ context: SignedIn) -> Markup {
        let links = StatedFigureLinks(slug: context.place.slug)
        let heading = figure == nil ? "Record a figure" : "Correct a figure"
        let action = figure.map { links.change($0.id) } ?? links.new
        let version = figure.map { form.data.version ?? $0.version }
        return SignedInPage(context, section: .figures, title: heading, problems: form.problems, layout: .narrow) {
            Breadcrumbs(
                [("Figures from elsewhere", links.list)] + (figure.map { [($0.draft.key, links.figure($0.id))] } ?? []), current: heading)
            PageHeading(heading) { "A figure is kept with its source, so that anybody can look it up." }
            FormTag(context, action: action, token: token, version: version) {
                if let figure { HiddenInput(name: FormData.baseField, value: form.base(StatedFigureForm.data(of: figure.draft))) }
                count
                about
                source
                rest
                if figure != nil {
                    TextInput(
                        "Why is it corrected?", name: "reason", value: form.value("reason"),
                        hint: "What it said before stays, with this reason", problem: form.problem("reason"))
                }
                Actions {
                    Button(figure == nil ? "Record" : "Save")
                    ButtonLink("Cancel", to: figure.map { links.figure($0.id) } ?? links.list, .second)
                }
            }
        }.markup
    }

    private typealias Field = StatedFigureEntry.Field

    private func line(
        _ field: Field, hint: String? = nil, label: String? = nil, width: FieldWidth = .full, kind: TextInput.Kind = .text
    ) -> TextInput {
        TextInput(
            label ?? field.label, name: field.rawValue, value: form.value(field.rawValue), hint: hint,
            problem: form.problem(field.rawValue),
            kind: kind, width: width)
    }

    private var count: Markup {
        Markup {
            Select(
                Field.measure.label, name: Field.measure.rawValue, choices: choices.map { Choice($0.code, "\($0.label) (\($0.unit))") },
                chosen: form.value(Field.measure.rawValue), prompt: "Choose", problem: form.problem(Field.measure.rawValue))
            line(.category, hint: "Level 1, regional meetings, labour exploitation. Leave it empty for all of it")
            line(.value, hint: "1,253, 97.7, or 8.5 million", width: .short, kind: .decimal)
            Radios(
                Field.exactness.label, name: Field.exactness.rawValue,
                choices: FigureExactness.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value(Field.exactness.rawValue).isEmpty
                    ? FigureExactness.exactly.rawValue : form.value(Field.exactness.rawValue),
                problem: form.problem(Field.exactness.rawValue))
            line(.target, hint: "What the number was meant to be, if there was a target", width: .short, kind: .decimal)
        }
    }

    private var about: Markup {
        Markup {
            line(
                .period,
                hint:
                    "2019, 2019/20, March 2019, January to March 2019, 31 March 2019, or as at 31 March 2019. Leave it empty where the source does not say"
            )
            line(.area, hint: "Leave it empty for the whole partnership")
            Select(
                Field.reach.label, name: Field.reach.rawValue, choices: FigureReach.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value(Field.reach.rawValue).isEmpty ? FigureReach.local.rawValue : form.value(Field.reach.rawValue),
                prompt: nil,
                hint: "Small numbers of people are shown for the country or more alone", problem: form.problem(Field.reach.rawValue))
        }
    }

    private var source: Markup {
        Markup {
            h2 { "Where it stands" }
            line(.title)
            line(.publisher)
            line(.place, hint: "Page 4, or an address")
            line(.date, hint: "2019, March 2019 or 31 March 2019", width: .short)
            Select(
                Field.mark.label, name: Field.mark.rawValue, choices: StatedMark.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value(Field.mark.rawValue), prompt: nil, problem: form.problem(Field.mark.rawValue))
            line(.note, hint: "Printed beside the source")
        }
    }

    private var rest: Markup {
        Details("Short key, parts and shares") {
            if figure == nil {
                line(.key, hint: "By which written text names it: people-trained. Left empty, one is made")
            }
            line(.partOf, hint: "The short key of a total: its parts are added up and compared with it")
            line(.numerator, hint: "Of a percentage: the short key of the part")
            line(.denominator, hint: "Of a percentage: the short key of the whole")
        }.markup
    }
}
