import Design
import HTML
import Web

/// What somebody had typed when their session had ended: it travels through the sign-in as hidden fields, and is sent to
/// its own address afterwards. The server keeps nothing of it.
struct KeptEntry: Sendable {
    /// Where the entry was going.
    let action: Link
    let fields: [(name: String, value: String)]

    private static let prefix = "kept_"
    private static let actionField = "entry_action"

    /// The entry of a form that arrived without a session. Its session's secret goes, and so does every password and code:
    /// those are never written into a page.
    init(posted data: FormData, action: Link) {
        self.action = action
        fields = data.fields.filter { !KeptEntry.isSecret($0.name) }
    }

    /// The entry that a form of the sign-in carries; nil when it carries none.
    init?(carriedBy data: FormData) {
        guard let action = Link(returned: data.text(KeptEntry.actionField)), KeptEntry.isWorthKeeping(action) else {
            return nil
        }
        self.action = action
        fields = data.fields.compactMap { field in
            guard field.name.hasPrefix(KeptEntry.prefix) else { return nil }
            let name = String(field.name.dropFirst(KeptEntry.prefix.count))
            return KeptEntry.isSecret(name) ? nil : (name, field.value)
        }
    }

    /// Entries of the account pages hold passwords and nothing else that would be missed.
    static func isWorthKeeping(_ action: Link) -> Bool {
        !["/sign-in", "/sign-out", "/account"].contains { action.path == $0 || action.path.hasPrefix($0 + "/") }
    }

    private static func isSecret(_ name: String) -> Bool {
        name == FormFields.secret || name.lowercased().contains("password")
    }

    /// The hidden fields with which a form of the sign-in carries the entry.
    var carried: Markup {
        Markup {
            HiddenInput(name: KeptEntry.actionField, value: action.text)
            for field in fields { HiddenInput(name: KeptEntry.prefix + field.name, value: field.value) }
        }
    }

    /// The hidden fields of the entry itself, under their own names.
    var restored: Markup {
        Markup { for field in fields { HiddenInput(name: field.name, value: field.value) } }
    }
}
