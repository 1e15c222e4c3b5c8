import Access
import Design
import HTML
import Kernel
import Web

/// The files of a record in short; their names are sealed and stand on the page of the files.
package struct FilesSection: Component {
    let files: [FileDetail]
    /// The page of the files.
    let link: Link
    let canAdd: Bool

    package init(files: [FileDetail], link: Link, canAdd: Bool) {
        self.files = files
        self.link = link
        self.canAdd = canAdd
    }

    package var markup: Markup {
        Card(
            "Files", id: "files",
            aside: {
                a(.href(link)) { canAdd ? "Open or add files" : "Open files" }
            }
        ) {
            if files.isEmpty {
                p(.class("soft")) { "No file is attached." }
            } else {
                ul(.class("plain")) {
                    for file in files {
                        li {
                            "\(file.kind?.label ?? "File"), \(file.sizeText)"
                            span(.class("soft")) { " · \(file.organisationName), \(file.addedAt.day.text)" }
                        }
                    }
                }
            }
        }.markup
    }
}
