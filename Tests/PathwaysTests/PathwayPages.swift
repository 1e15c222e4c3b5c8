import Hummingbird
import Kernel
import PageTestSupport
import TestSupport
import Web

@testable import Pathways

/// A ground of tests that has pages below `/sandwell/pathways`.
protocol PathwayPages: FeaturePages {
    /// For the numbers of forms.
    var keys: TestWorld { get }
}

extension PathwayPages {
    static var root: String { "pathways" }

    func formNumber() -> String { keys.world.newToken() }
}

/// One that has the pages of potential victims.
protocol VictimPages: PathwayPages {
    var desk: PathwayDesk { get }
}

extension VictimPages {
    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void {
        let desk = desk
        return { $0.addRoutes(PathwayRoutes(pathways: desk).routes, atPath: "pathways") }
    }
}
