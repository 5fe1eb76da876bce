import Diagnostics

extension SpecRule {
    /// E-STO-01.
    static let illegalBucketPlan = error(
        "illegal-bucket-plan", "E-STO-01",
        "logs that move after they are deleted, or a replication to nowhere")
}

/// Rules about buckets.
enum StorageChecks {
    static let rules: [SpecRule] = [.illegalBucketPlan]
    static let all: [Check] = [logs, replication]

    private static let path = SpecPath.root["storage"]

    @Sendable private static func logs(_ run: inout CheckRun) {
        let (glacier, expiration) = (run.spec.storage.logGlacierDays, run.spec.storage.logExpirationDays)
        guard glacier > 0, expiration > 0, glacier >= expiration else { return }
        run.reportSentence(
            .illegalBucketPlan, path["log_glacier_days"],
            "storage: log_glacier_days \(glacier) is not before log_expiration_days \(expiration)",
            with: [path["log_expiration_days"]], help: "move logs earlier, or never (0)")
    }

    @Sendable private static func replication(_ run: inout CheckRun) {
        let storage = run.spec.storage
        for (index, bucket) in storage.replicate.enumerated() {
            let place = path["replicate"][index]
            if !storage.buckets.contains(bucket) {
                let nearest = nearestName(to: bucket, among: storage.buckets)
                run.report(
                    .illegalBucketPlan, place, "\"\(bucket)\" is not in buckets", with: [path["buckets"]],
                    help: nearest.map { "did you mean \"\($0)\"?" }
                        ?? "the buckets are \(storage.buckets.joined(separator: ", "))")
            } else if storage.replicate.firstIndex(of: bucket) != index {
                run.report(
                    .illegalBucketPlan, place, "\"\(bucket)\" is there twice", help: "remove one of the two")
            }
        }
        guard !storage.replicate.isEmpty, run.spec.regions.count < 2 else { return }
        run.report(
            .illegalBucketPlan, path["replicate"], "replication needs a second region",
            help: "add a region, or leave replicate out")
    }
}
