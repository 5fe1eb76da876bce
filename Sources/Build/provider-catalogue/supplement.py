"""Facts by hand, for the few schemas that are too large for some copies of the archive.

Each entry says how a type of one version differs from the same type in an earlier one. They come from the
provider's documentation and change log, and count only where no source has the schema itself.
"""
import copy

_LIST_OF_ONE = {"nesting_mode": "list", "max_items": 1}
_OPTIONAL_STRING = {"type": "string", "optional": True}
_COMPUTED_STRING = {"type": "string", "optional": True, "computed": True}


def _block(attributes=None, blocks=None, **limits):
    return {**_LIST_OF_ONE, **limits, "block": {"attributes": attributes or {}, "block_types": blocks or {}}}


_ANTI_DDOS = _block({"sensitivity_to_block": _OPTIONAL_STRING}, {
    "client_side_action_config": _block(None, {
        "challenge": _block({"sensitivity": _OPTIONAL_STRING, "usage_of_action": {"type": "string", "required": True}}, {
            "exempt_uri_regular_expression": _block({"regex_string": _OPTIONAL_STRING}, max_items=5),
        }, min_items=1),
    }, min_items=1),
})

_ASN_KEY = ("rule.statement.rate_based_statement.custom_key.asn", _block())
_MANAGED = "rule.statement.managed_rule_group_statement."

# kind, type, the version it is like, the version it is for, attributes and blocks that were added
DIFFERENCES = [
    ("resource", "aws_wafv2_web_acl", "5.100.0", "6.47.0", [
        ("region", _COMPUTED_STRING),
        _ASN_KEY,
        (_MANAGED + "managed_rule_group_configs.aws_managed_rules_anti_ddos_rule_set", _ANTI_DDOS),
        (_MANAGED + "version", _COMPUTED_STRING),
        (_MANAGED + "managed_rule_group_configs.aws_managed_rules_bot_control_rule_set.enable_machine_learning",
         {"type": "bool", "optional": True, "computed": True}),
    ]),
    ("resource", "aws_wafv2_rule_group", "5.100.0", "6.47.0", [
        ("region", _COMPUTED_STRING),
        ("rules_json", _OPTIONAL_STRING),
        _ASN_KEY,
    ]),
    # No argument of the provider went away between these two.
    ("provider", "aws", "5.100.0", "5.3.0", []),
    ("provider", "aws", "5.100.0", "6.47.0", [
        ("tag_policy_compliance", _OPTIONAL_STRING),
        ("user_agent", {"type": ["list", "string"], "optional": True}),
    ]),
]

# Blocks whose names change with every release and are not followed: nothing in them counts as unknown.
OPEN_BLOCKS = {("provider", "aws", "endpoints")}


def differing(block, additions):
    """A copy of a schema with what was added to it."""
    block = copy.deepcopy(block)
    for path, addition in additions:
        *folders, name = path.split(".")
        place = block
        for folder in folders:
            place = place["block_types"][folder]["block"]
        place.setdefault("block_types" if "block" in addition else "attributes", {})[name] = addition
    return block
