"""Reads JUnit XML from standard input with a real XML parser and prints what breaks the rules below, a line each: element
names, where each may stand, attributes allowed and required, the form of times; and whether the totals are those of the
elements that are there. The rules are our own table, written from what junit-10.xsd of Jenkins' xunit plugin says: that
schema itself is not in this repository, so this is no validation against it."""
import re
import sys
import xml.etree.ElementTree as ElementTree

OUTCOMES = {"skipped", "error", "failure"}
TEXT = {"system-out", "system-err"}
# Element: (children, attributes that may be there, attributes that must).
ELEMENTS = {
    "testsuites": ({"testsuite"}, {"name", "time", "tests", "failures", "errors"}, set()),
    "testsuite": (
        {"testsuite", "properties", "testcase"} | TEXT,
        {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"name", "tests", "failures", "errors"},
    ),
    "properties": ({"property"}, set(), set()),
    "property": (set(), {"name", "value"}, {"name", "value"}),
    "testcase": (OUTCOMES | TEXT, {"name", "time", "classname", "group"}, {"name"}),
    **{name: (set(), {"type", "message"}, set()) for name in OUTCOMES},
    **{name: (set(), set(), set()) for name in TEXT},
}
WITH_TEXT = OUTCOMES | TEXT
TIME = re.compile(r"((\d{0,3},)*\d{3}|\d{0,3})*(\.\d*)?")


def faults(element, path):
    if element.tag not in ELEMENTS:
        yield f"{path}: unknown element"
        return
    children, allowed, required = ELEMENTS[element.tag]
    for name in set(element.attrib) - allowed:
        yield f"{path}: attribute {name} is not allowed"
    for name in required - set(element.attrib):
        yield f"{path}: attribute {name} is missing"
    if element.tag in ("testsuite", "testsuites") and not TIME.fullmatch(element.get("time", "0")):
        yield f"{path}: time {element.get('time')} is not one"
    if element.tag not in WITH_TEXT and (element.text or "").strip():
        yield f"{path}: text is not allowed"
    for child in element:
        if child.tag not in children:
            yield f"{path}: {child.tag} may not stand there"
        if (child.tail or "").strip():
            yield f"{path}: text is not allowed"
        yield from faults(child, f"{path}/{child.tag}")


def totals(root):
    cases = root.findall(".//testcase")
    counted = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    for element in (root, root.find("testsuite")):
        for name, count in counted.items():
            if name in element.attrib and element.get(name) != str(count):
                yield f"{element.tag}: {name} is {element.get(name)}, there are {count}"


root = ElementTree.fromstring(sys.stdin.buffer.read())
if root.tag != "testsuites":
    print(f"{root.tag}: is not testsuites")
for fault in [*faults(root, root.tag), *totals(root)]:
    print(fault)
for case in root.iter("testcase"):
    print("case", *[repr(case.get(name)) for name in ("classname", "name")], *[f"{each.tag} {each.get('message')!r} {each.text!r}" for each in case])
