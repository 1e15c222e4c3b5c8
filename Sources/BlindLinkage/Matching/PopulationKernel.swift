import CPopulation

/// The instructions with which bits are counted. Every kernel finds the same pairs; they differ in speed alone.
package enum PopulationKernel: String, CaseIterable, Sendable {
    /// Plain C.
    case portable
    /// The instruction POPCNT of x86-64.
    case popcnt
    /// 256-bit vectors of x86-64.
    case avx2
    /// 512-bit vectors of x86-64 with VPOPCNTDQ.
    case avx512
    /// 128-bit vectors of ARM64.
    case neon

    /// The kernels that this machine can run, the slowest first.
    package static var runningHere: [PopulationKernel] { allCases.filter { population_kernel_runs_here($0.cKernel) } }

    /// The fastest kernel that this machine can run.
    package static var best: PopulationKernel { runningHere.last ?? .portable }

    var cKernel: population_kernel {
        switch self {
        case .portable: POPULATION_PORTABLE
        case .popcnt: POPULATION_POPCNT
        case .avx2: POPULATION_AVX2
        case .avx512: POPULATION_AVX512
        case .neon: POPULATION_NEON
        }
    }
}
