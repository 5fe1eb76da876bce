/// Prices of AWS in us-east-1, in US dollars.
public enum Prices {
    /// Hours of a month, as AWS counts them.
    public static let hoursPerMonth = 730.0

    /// A NAT gateway an hour.
    public static let natGatewayHour = 0.045

    /// A vCPU of Fargate an hour.
    public static let fargateCPUHour = 0.04048

    /// A GB of memory of Fargate an hour.
    public static let fargateGBHour = 0.004445

    /// What Spot costs of the full price.
    public static let spotShare = 0.3

    /// A load balancer an hour, without capacity units.
    public static let loadBalancerHour = 0.0225

    /// A capacity unit of a load balancer an hour.
    public static let loadBalancerUnitHour = 0.008

    /// A GB that leaves AWS.
    public static let transferGB = 0.09
}
