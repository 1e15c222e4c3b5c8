import Foundation

/// What this process has used so far, as the operating system accounts for it.
package struct ProcessUse: Sendable {
    /// User and system time in seconds.
    package let cpuSeconds: Double
    /// The greatest resident memory in bytes.
    package let peakMemoryBytes: Int

    package init() {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            let unit = 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            let unit = 1
        #endif
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        peakMemoryBytes = usage.ru_maxrss * unit
    }
}
