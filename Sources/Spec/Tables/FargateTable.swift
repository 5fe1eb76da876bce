/// The sizes a Fargate task may have.
///
/// From "Task CPU and memory" of the ECS user guide; memory in MiB.
public enum FargateTable {
    /// The legal memory of each number of CPU units, in ascending order.
    public static let sizes: [(cpu: Int, memory: [Int])] = [
        (256, [512, 1024, 2048]),
        (512, Array(stride(from: 1024, through: 4096, by: 1024))),
        (1024, Array(stride(from: 2048, through: 8192, by: 1024))),
        (2048, Array(stride(from: 4096, through: 16384, by: 1024))),
        (4096, Array(stride(from: 8192, through: 30720, by: 1024))),
        (8192, Array(stride(from: 16384, through: 61440, by: 4096))),
        (16384, Array(stride(from: 32768, through: 122_880, by: 8192))),
    ]

    /// The CPU units a task may have.
    public static let cpus = sizes.map(\.cpu)

    /// The legal memory of some CPU units; nil for CPU units that Fargate does not have.
    public static func memory(cpu: Int) -> [Int]? { sizes.first { $0.cpu == cpu }?.memory }
}
