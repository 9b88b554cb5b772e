#!/usr/bin/env python3
"""Every example of the contract fits its schema.

    examples.py CONTRACT.yaml         prints how many it looked at
"""

import sys

import jsonschema_rs
import yaml


def resolved(contract, node):
    """What a reference names; anything else is itself."""
    while isinstance(node, dict) and set(node) == {"$ref"}:
        target = contract
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def described(contract, node, place=()):
    """Place, schema and value of each example."""
    if isinstance(node, list):
        for at, item in enumerate(node):
            yield from described(contract, item, (*place, str(at)))
    elif isinstance(node, dict):
        if place[:2] == ("components", "schemas") and isinstance(node.get("examples"), list):
            for value in node["examples"]:
                yield place, node, value
            node = {name: item for name, item in node.items() if name != "examples"}
        elif "schema" in node:
            values = [resolved(contract, one)["value"] for one in node.get("examples", {}).values()]
            for value in values + ([node["example"]] if "example" in node else []):
                yield place, node["schema"], value
            node = {name: item for name, item in node.items() if name not in ("example", "examples")}
        for name, item in node.items():
            yield from described(contract, item, (*place, str(name)))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        contract = yaml.safe_load(file)
    seen, wrong = 0, []
    for place, schema, value in described(contract, contract):
        seen += 1
        schema = {"allOf": [schema], "components": contract["components"]}
        for error in jsonschema_rs.validator_for(schema, validate_formats=True).iter_errors(value):
            wrong.append(f"{'/'.join(place)}: {error.message} at {list(error.instance_path)}")
    print(f"{seen} examples", *wrong, sep="\n")
    sys.exit(1 if wrong or not seen else 0)


if __name__ == "__main__":
    main()
