/// One page of the form, with the fields it asks; a page that asks nothing says what is done there.
package struct FormPage: Sendable, Hashable {
    /// What stands on a page: a field that is described here, or one that an earlier page describes.
    enum Entry {
        case described(FormField)
        case again(String)

        static func field(
            _ code: String, _ label: String, _ kind: FormKind, _ rules: [FormRule], if parent: FormCondition.Term? = nil,
            to payload: [PayloadMember] = []
        ) -> Entry {
            .described(FormField(code: code, label: label, kind: kind, rules: rules, parent: parent, payload: payload))
        }
    }

    /// The address in the service; empty for a field that stands on no page any more.
    package let path: String
    /// The heading of the prompt sheet that it belongs to.
    package let heading: String
    /// When a journey comes to it.
    package let condition: FormCondition
    /// What is done on a page that asks nothing; empty for the others.
    package let information: String
    /// The codes of its fields, in order.
    package let codes: [String]
    /// The fields that are described here for the first time.
    let described: [FormField]

    /// A page of every journey.
    init(_ path: String, _ entries: [Entry]) { self.init(path, .always, entries) }

    init(_ path: String, _ condition: FormCondition, _ entries: [Entry]) {
        self.path = path
        self.condition = condition
        heading = ""
        information = ""
        var codes: [String] = []
        var described: [FormField] = []
        for entry in entries {
            switch entry {
            case .described(let field):
                codes.append(field.code)
                described.append(field)
            case .again(let code): codes.append(code)
            }
        }
        self.codes = codes
        self.described = described
    }

    /// A page that asks nothing.
    init(_ path: String, _ condition: FormCondition, information: String) {
        self.path = path
        self.condition = condition
        self.information = information
        heading = ""
        codes = []
        described = []
    }

    private init(_ page: FormPage, heading: String, condition: FormCondition) {
        path = page.path
        information = page.information
        self.heading = heading
        self.condition = condition
        codes = page.codes
        described = page.described
    }

    /// The page under this heading of the prompt sheet.
    func filed(under heading: String) -> FormPage { FormPage(self, heading: heading, condition: condition) }

    /// The page as one that no journey comes to.
    fileprivate var retired: FormPage { FormPage(self, heading: heading, condition: .never) }
}

extension [FormPage] {
    /// The pages under this heading of the prompt sheet.
    func filed(under heading: String) -> [FormPage] { map { $0.filed(under: heading) } }

    /// The pages as such that no journey comes to.
    func retired() -> [FormPage] { map(\.retired) }
}
