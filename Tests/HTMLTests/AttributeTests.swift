import HTML
import Testing

@Suite("Attributes")
struct AttributeTests {
    @Test("flags are written only when they hold")
    func flags() {
        #expect(input(.checked(true), .disabled(false), .required()).string == "<input checked required>")
        #expect(option(.selected(false)) { "Oldbury" }.string == "<option>Oldbury</option>")
    }

    @Test("an absent value writes no attribute")
    func absentValues() {
        #expect(input(.value(nil), .aria("describedby", nil), .none).string == "<input>")
        #expect(input(.value("")).string == "<input value=\"\">")
    }

    @Test("all classes of an element stand in one attribute")
    func classes() {
        #expect(
            td(.class("n"), .id("x"), .classes("late", if: true), .classes("held", if: false)) {}.string
                == "<td class=\"n late\" id=\"x\"></td>")
        #expect(td(.classes("late", if: false)) {}.string == "<td></td>")
    }

    @Test("a group of attributes stands for its members, within other groups too")
    func groups() {
        let inner = Attribute.all([.class("b"), .name("town")])
        #expect(
            input(.class("a"), .all([inner, .required()])).string == "<input class=\"a b\" name=\"town\" required>")
    }

    @Test("families of names are written with their beginning")
    func families() {
        #expect(
            div(.aria("label", "Main"), .data("label", "Due \"today\"")) {}.string
                == "<div aria-label=\"Main\" data-label=\"Due &quot;today&quot;\"></div>")
    }

    @Test("an attribute cannot be left by its value")
    func hostileValues() {
        let hostile = "\" onmouseover=\"alert(1)"
        #expect(
            input(.value(hostile)).string == "<input value=\"&quot; onmouseover=&quot;alert(1)\">")
    }

    @Test("an inline handler or a free address stops the program where it is written")
    func guardedNames() async {
        await #expect(processExitsWith: .failure) { _ = Attribute.attribute("onclick", "go()") }
        await #expect(processExitsWith: .failure) { _ = Attribute.attribute("href", "javascript:go()") }
    }

    @Test("forms are sent where a link says")
    func forms() {
        let link: Link = "/sandwell/concerns"
        #expect(
            form(.method(.post), .action(link), .novalidate) {}.string
                == "<form method=\"post\" action=\"/sandwell/concerns\" novalidate></form>")
    }
}
