extension AllRules {
    /// The rules about what reviewers refuse, and what AWS would.
    static let reviewed: [any Rule] = order + versions + names + loadBalancers + security + hygiene

    private static let order: [any Rule] = [
        UnusedOutput(),
        UnknownRepetition(),
        UnevenRegions(),
        CrossRegionReference(),
        ModuleDependsOn(),
        UnorderedTargetGroup(),
        MissingDependency(),
        CountOverList(),
        UnguardedIndex(),
        IgnoredChange(),
        ScaledCount(),
        MissingCreateBeforeDestroy(),
    ]

    private static let versions: [any Rule] = [
        WrongRegionProvider(),
        WrongRegion(),
        UnpinnedVersion(),
        UnpinnedModule(),
        ConflictingVersions(),
        NewerFeature(),
    ]

    private static let names: [any Rule] =
        [
            NameTooLong(),
            DuplicateName(),
            FixedReplacedName(),
        ] + HardCoded.all

    private static let loadBalancers: [any Rule] = [
        DuplicatePriority(),
        PriorityOutOfRange(),
        DuplicateListener(),
        WrongWeights(),
        WrongTargetType(),
        HealthCheckTimeout(),
        OverlappingSubnets(),
    ]

    private static let security: [any Rule] = [
        InlineSecurityRule(),
        OpenSecurityGroup(),
        TooManySecurityRules(),
        UndescribedSecurityRule(),
        WidePolicy(),
        UnmarkedSecret(),
        LiteralSecret(),
        SecretInUserData(),
        MissingEncryption(),
        UnprotectedBucket(),
        PublicResource(),
        EndlessLogs(),
        WeakTLS(),
    ]

    private static let hygiene: [any Rule] = [
        MissingDescription(),
        UntypedVariable(),
        UnusualName(),
        UnformattedFile(),
        ChangedFile(),
        MissingTags(),
        UnexplainedWaiver(),
    ]
}
