import HCL
import Terraform

extension Trail {
    /// Where an argument of a nested block comes from.
    func origin(of expression: Expression, in block: NestedBlock) -> Origin? {
        var place = Self.place(of: block.owner)
        for iterator in block.iterators {
            guard let key = iterator.key else { return nil }
            let element = Element.iterator(of: iterator.forEach, key: key, in: place)
            place.bound.append(Binding(name: iterator.name, element: element))
        }
        return origin(of: expression, in: place)
    }

    /// The resource instance of a type that an argument reads; nil where the trail is lost or leads elsewhere.
    func instance(_ expression: Expression, in block: NestedBlock, ofType type: String) -> BlockInstance? {
        instance(of: origin(of: expression, in: block), ofType: type)
    }

    /// The resource instance of a type that an argument reads; nil where the trail is lost or leads elsewhere.
    func instance(_ expression: Expression, in block: BlockInstance, ofType type: String) -> BlockInstance? {
        instance(of: origin(of: expression, in: block), ofType: type)
    }

    /// The instance that an origin speaks of.
    private func instance(of origin: Origin?, ofType type: String) -> BlockInstance? {
        guard let origin, origin.resource.type.text == type, origin.resource.mode == .managed else {
            return nil
        }
        let resource = origin.resource
        let repetition = values.repetitions(resource.count, resource.forEach, in: origin.scope).first {
            origin.key.map($0.hasKey) ?? true
        }
        guard let repetition else { return nil }
        return BlockInstance(
            values: values, scope: origin.scope, resource: resource, repetition: repetition)
    }
}
