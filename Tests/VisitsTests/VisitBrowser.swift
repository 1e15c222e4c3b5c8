import Hummingbird
import Kernel
import PageTestSupport
import TestSupport
import Web

@testable import Visits

extension VisitGround: FeaturePages {
    static var root: String { "visits" }

    func formNumber() -> String { keys.world.newToken() }

    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void {
        let desk = desk
        return { $0.addRoutes(VisitRoutes(desk: desk).routes, atPath: "visits") }
    }
}
