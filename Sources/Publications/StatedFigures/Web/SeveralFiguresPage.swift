import Access
import Design
import HTML
import Kernel
import Web

/// Takes in several figures from a spreadsheet: looks at the rows first, and keeps all of them or none.
struct SeveralFiguresPage {
    let form: Form
    /// What would be taken in; nil before anything was looked at.
    let rows: [StatedFigureDraft]?
    let measures: [String: StatedMeasure]
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = StatedFigureLinks(slug: context.place.slug)
        return SignedInPage(context, section: .figures, title: "Add several figures", problems: form.problems) {
            Breadcrumbs([("Figures from elsewhere", links.list)], current: "Add several")
            PageHeading("Add several figures") { "Every row is checked first. Where one is wrong, none is taken in." }
            if let rows, form.problems.isEmpty { found(rows, context, links) }
            Card("Out of a spreadsheet") {
                FormTag(context, action: links.several, token: token) {
                    TextArea(
                        "Rows", name: "rows", value: form.value("rows"),
                        hint:
                            "Copy them out of a spreadsheet with the names of the columns, or paste the text of a CSV file. \(StatedFigureRows.mostRows) rows at most",
                        problem: form.problem("rows"), lines: 12)
                    Actions { Button("Check the rows", name: "then", value: "check") }
                }
            }
            Card("Or a CSV file") { fileForm(context, links) }
            Details("The columns") {
                ul {
                    for field in StatedFigureEntry.Field.allCases {
                        li {
                            code { field.rawValue }
                            ": \(field.label.prefix(1).lowercased() + field.label.dropFirst())\(field.isNeeded ? ", needed" : "")"
                        }
                    }
                }
                p { "A measure is named as in the list of the form “Record a figure”. The others are written as there." }
            }
        }.markup
    }

    private func fileForm(_ context: SignedIn, _ links: StatedFigureLinks) -> Markup {
        HTML.form(.method(.post), .action(links.file), .multipart, .novalidate) {
            HiddenInput(name: FormFields.secret, value: context.person.formSecret, purpose: .session)
            HiddenInput(name: FormFields.token, value: "\(token)-file", purpose: .entry)
            FileInput("CSV file", name: "file", accepted: ".csv,text/csv", hint: "Its rows are shown above before anything is kept")
            Actions { Button("Read the file", .second) }
        }
    }

    private func found(_ rows: [StatedFigureDraft], _ context: SignedIn, _ links: StatedFigureLinks) -> Markup {
        let library = StatedFigureLibrary(rows, measures: measures)
        return Card("\(rows.count) \(rows.count == 1 ? "row can" : "rows can") be taken in") {
            DataTable(
                "Rows",
                columns: [.init("What is counted", .rowHeading), .init("Figure"), .init("When"), .init("Source"), .init("Short key")],
                rows: rows.compactMap { row in
                    library[row.key].map { shown in
                        [
                            .text(shown.what), .text(StatedFigureListPage.number(shown)),
                            .text(row.period.text.isEmpty ? "Not said" : row.period.text), .text(row.source.text), code { row.key },
                        ]
                    }
                })
            FormTag(context, action: links.several, token: "\(token)-take") {
                HiddenInput(name: "rows", value: form.value("rows"))
                Actions { Button("Take them in", name: "then", value: "take") }
            }
        }.markup
    }
}
