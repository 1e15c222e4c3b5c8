import Design
import HTML
import Kernel
import ReferralForm

/// The key-in pack as files that need no server: a page, its style sheet and its script beside it.
package struct KeyInFiles: Sendable {
    /// One file of the pack.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    /// The page first.
    package let files: [File]

    /// - Parameter today: the day on which the pack is made.
    package init(_ pack: KeyInPack, today: Day) {
        let sheet = KeyInSheet(pack: pack, heading: "Key-in pack", madeFor: "Made \(today.text).")
        let page = Markup {
            Markup.raw(trusted: "<!doctype html>")
            html(.lang("en-GB")) {
                head {
                    meta(.charset("utf-8"))
                    meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                    title { "Key-in pack – Plainsight" }
                    Markup.raw(trusted: #"<link rel="stylesheet" href="pack.css"><script src="pack.js" defer></script>"#)
                }
                body { main(.class("page"), .id("main")) { sheet } }
            }
        }
        files = [
            File(name: "index.html", bytes: page.bytes), File(name: "pack.css", bytes: Asset.styleSheet.bytes),
            File(name: "pack.js", bytes: Asset.copyValues.bytes),
        ]
    }
}
