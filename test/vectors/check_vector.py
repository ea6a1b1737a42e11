"""Checks a vector on a VM behind the wire protocol, without rvrelay: check_vector.py VECTOR.json SERVER [ARGUMENT...]

Exit code 0: every finish is as expected. 1: one is not; it is named. 2: the vector or the server cannot be used.
"""

import json
import subprocess
import sys


class Unusable(Exception):
    """The vector or the server cannot be used: nothing is known of the VM."""


def ask(server, number, method, params):
    request = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    try:
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        line = server.stdout.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"{method}: the server cannot be asked: {error}") from error
    if line == "":
        raise Unusable(f"{method}: the server has ended without an answer")
    try:
        response = json.loads(line)
    except ValueError as error:
        raise Unusable(f"{method}: the answer is no JSON: {line[:80]!r}") from error
    if isinstance(response, dict) and isinstance(response.get("error"), dict):
        raise Unusable(f"{method}: {response['error'].get('message')}")
    if not isinstance(response, dict) or not isinstance(response.get("result"), dict):
        raise Unusable(f"{method}: the answer has no result: {line[:80]!r}")
    return response["result"]


def is_finish(value):
    if not isinstance(value, dict) or not isinstance(value.get("state"), dict):
        return False
    return isinstance(value.get("stop"), dict) and "kind" in value["stop"]


def finish_of(server, number, params):
    finish = ask(server, number, "run", params)
    if not is_finish(finish):
        raise Unusable(f"run: the answer is no finish: {json.dumps(finish)[:80]}")
    return finish


def differences(expected, actual):
    if expected["stop"] != actual["stop"]:
        yield f"stop: {expected['stop']} expected, {actual['stop']} there"
    for part, value in expected["state"].items():
        if part in actual["state"] and actual["state"][part] != value:
            yield f"{part}: {json.dumps(value)[:80]} expected, {json.dumps(actual['state'][part])[:80]} there"


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            vector = json.load(file)
    except (OSError, ValueError) as error:
        raise Unusable(f"{path}: {error}") from error
    if not isinstance(vector, dict) or vector.get("vectorVersion") != 1:
        raise Unusable(f"{path}: this is no vector of version 1")
    missing = {"world", "cuts", "budget", "solo", "legs"} - vector.keys()
    if missing:
        raise Unusable(f"{path}: {', '.join(sorted(missing))} missing")
    if not isinstance(vector["cuts"], list) or not isinstance(vector["legs"], list):
        raise Unusable(f"{path}: cuts and legs must be lists")
    for number, expected in enumerate([vector["solo"], *vector["legs"]]):
        if not is_finish(expected):
            raise Unusable(f"{path}: {'solo' if number == 0 else f'leg {number - 1}'} is no finish")
    return vector


def end(server):
    try:
        server.stdin.close()
    except OSError:
        pass  # it has ended already
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def check(vector, server):
    wrong = []

    def run(start, limit, expected, what):
        leg = {"start": start, "maxCycles": limit, "snapshot": True}
        finish = finish_of(server, 1 + len(wrong), {"world": vector["world"], "leg": leg})
        wrong.extend(f"{what}: {text}" for text in differences(expected, finish))
        return finish

    ask(server, 0, "initialize", {"protocolVersion": 1})
    run("boot", vector["budget"], vector["solo"], "solo")
    start = "boot"
    limits = [*vector["cuts"], vector["budget"]]
    for number, (limit, expected) in enumerate(zip(limits, vector["legs"])):
        finish = run(start, limit, expected, f"leg {number}")
        if finish["stop"]["kind"] != "budget" or number + 1 == len(vector["legs"]):
            break
        if "snapshot" not in finish:
            raise Unusable(f"leg {number}: no snapshot in the answer")
        start = {"snapshot": finish["snapshot"]}
    return wrong


def main(path, command):
    vector = read(path)
    try:
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    except OSError as error:
        raise Unusable(f"{' '.join(command)}: cannot be started: {error}") from error
    try:
        wrong = check(vector, server)
    finally:
        end(server)
    for text in wrong:
        print(text)
    print(f"{len(vector['legs'])} legs, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(sys.argv[1], sys.argv[2:]))
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        sys.exit(2)
