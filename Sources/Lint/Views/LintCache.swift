import Diagnostics
import HCL
import Terraform

/// What several rules want to know and is found out once.
final class LintCache {
    fileprivate var traits: [Int32: FileTraits] = [:]
    fileprivate var dependencies: [Int: LocalDependencies] = [:]
}

extension LintContext {
    /// What the text of a file may hold.
    func traits(of file: ConfigFile) -> FileTraits {
        if let known = cache.traits[file.file.index] { return known }
        let traits = FileTraits(file.bytes)
        cache.traits[file.file.index] = traits
        return traits
    }

    /// What the declarations of a module need of each other.
    func dependencies(in module: Int) -> LocalDependencies {
        if let known = cache.dependencies[module] { return known }
        let dependencies = LocalDependencies(self, module)
        cache.dependencies[module] = dependencies
        return dependencies
    }
}
