import Access
import Design
import HTML
import Kernel
import Web

/// The files of a record with their names, and the form that adds one.
struct FilesPage {
    let heading: String
    let back: (name: String, link: Link)
    let links: FileLinks
    let parent: FileParent
    let files: [(file: FileDetail, name: String)]
    let canAdd: Bool
    let problems: [Problem]
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        SignedInPage(
            context, section: parent.kind == "visit" ? .visits : .concerns, title: heading, problems: problems,
            notice: notice, layout: .narrow
        ) {
            BackLink(to: back.link, back.name)
            PageHeading(heading) { "Sealed at rest. Each opening is in the journal." }
            DataTable(
                "Files",
                columns: [
                    .init("Name", .rowHeading), .init("Kind"), .init("Size", .number), .init("Added"),
                    .init("Do", isHeadingShown: false),
                ],
                rows: files.map { row($0.file, $0.name, context) }, empty: "No file is attached.")
            if canAdd { add(context) }
        }.markup
    }

    private func row(_ file: FileDetail, _ name: String, _ context: SignedIn) -> [Markup] {
        let mayRemove = context.viewer.isCoordinator || file.organisation == context.viewer.organisation
        return [
            a(.href(links.file(parent, file.id)), .download(name)) { name }, .text(file.kind?.label ?? ""),
            .text(file.sizeText), .text("\(file.organisationName), \(file.addedAt.text)"),
            Markup {
                if mayRemove, canAdd {
                    Details("Remove") {
                        FormTag(context, action: links.remove(parent, file.id), token: "\(token)-\(file.id.text)") {
                            p { "The file is destroyed. This cannot be undone." }
                            Button("Destroy the file", .danger)
                        }
                    }
                }
            },
        ]
    }

    private func add(_ context: SignedIn) -> Markup {
        Card("Add a file") {
            FormTag(context, action: links.files(parent), token: token, attributes: [.multipart]) {
                FileInput(
                    "Photograph or document", name: "file", accepted: FileRules.accepted,
                    hint: "jpg, png, pdf, docx or odt, up to 25 MB. Everybody who sees this record can open it.",
                    problem: problems.first { $0.field == "file" }?.message)
                Actions { Button("Add the file") }
            }
        }.markup
    }
}
