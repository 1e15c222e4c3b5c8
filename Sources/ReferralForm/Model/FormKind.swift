/// How a field of the form is answered.
package enum FormKind: Sendable, Hashable {
    /// One line of text.
    case line
    /// Text of several lines.
    case area
    /// One of these option codes.
    case radio([String])
    /// A single box.
    case tick
    /// Any of these option codes.
    case ticks([String])
    /// One value of a list.
    case pick(FormList)
    /// A day, as 1998-03-27.
    case date
    /// Names of files.
    case files

    static let yesNo = FormKind.radio(["yes", "no"])
}
