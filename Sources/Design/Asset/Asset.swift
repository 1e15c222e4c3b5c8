import HTML

/// A file that pages refer to. Its address contains a sum of its content, so that a browser may keep it for ever.
package struct Asset: Sendable {
    /// What the file is, without sum and ending.
    package let name: String
    /// The ending of its name, such as "css".
    package let ending: String
    /// Its media type, with the encoding where it is text.
    package let contentType: String
    /// Its content.
    package let bytes: [UInt8]
    /// The FNV-1a sum of its content, 64 bits, as 16 hexadecimal digits; it tells versions apart and proves nothing.
    package let sum: String

    init(_ name: String, _ ending: String, _ contentType: String, _ text: String) {
        self.name = name
        self.ending = ending
        self.contentType = contentType
        bytes = Array(text.utf8)
        sum = Asset.sum(bytes)
    }

    /// The file's name in its address: name, sum and ending.
    package var fileName: String { "\(name).\(sum).\(ending)" }

    /// Its address under `/assets/`.
    package var link: Link { "/assets/\(fileName)" }

    /// The style sheet of every page.
    package static let styleSheet = Asset("plainsight", "css", "text/css; charset=utf-8", StyleSheet.css)
    /// The sign in a browser's tab.
    package static let icon = Asset("eye", "svg", "image/svg+xml", EyeSign.file)
    /// Saves what is typed while it is typed.
    package static let drafts = Asset("drafts", "js", javaScript, Enhancement.drafts)
    /// Leaves the site at once.
    package static let exitPage = Asset("exit", "js", javaScript, Enhancement.exitPage)
    /// Shows a password on demand.
    package static let passwordToggle = Asset("password", "js", javaScript, Enhancement.passwordToggle)
    /// Keeps screening entries in the browser until they can be sent.
    package static let offlineScreening = Asset("screening", "js", javaScript, Enhancement.offlineScreening)

    /// Copies a value on demand.
    package static let copyValues = Asset("copy", "js", javaScript, Enhancement.copyValues)
    /// Asks what is known already when a field is left.
    package static let lookUp = Asset("look", "js", javaScript, Enhancement.lookUp)

    /// Every file to be served under `/assets/`. The worker of the screening page is not among them: see
    /// ``Enhancement/screeningWorker``.
    package static let all = [styleSheet, icon, drafts, exitPage, passwordToggle, offlineScreening, copyValues, lookUp]

    /// The file with this name in its address; nil for any other, an older version too.
    package static func named(_ fileName: String) -> Asset? {
        all.first { $0.fileName == fileName }
    }

    private static let javaScript = "text/javascript; charset=utf-8"

    static func sum(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
