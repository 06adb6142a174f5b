"""A client of fastapi-users in Python's standard library: what an application or a script of it sends."""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request


def call(method, url, body=None, form=None, token=None):
    headers = {}
    data = None
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    elif body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    if token:
        headers["Authorization"] = "Bearer " + token
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            text = answer.read()
            return answer.status, json.loads(text) if text else None
    except urllib.error.HTTPError as error:
        text = error.read()
        return error.code, json.loads(text) if text else None


def expect(what, answer, status):
    if answer[0] != status:
        sys.exit("%s: %s in place of %s: %s" % (what, answer[0], status, answer[1]))
    return answer[1]


def register(base, email, password):
    user = expect("register", call("POST", base + "/auth/register", {"email": email, "password": password}), 201)
    assert user["email"] == email and user["is_active"] and not user["is_superuser"], user


def use(base, email, password, verify_token):
    body = {"token": verify_token, "password": password}
    user = expect("verify", call("POST", base + "/auth/verify", body), 200)
    assert user["is_verified"] and user["id"] is not None, user
    form = {"username": email, "password": "not-" + password}
    assert expect("login", call("POST", base + "/auth/jwt/login", form=form), 400)["detail"] == "LOGIN_BAD_CREDENTIALS"
    form["password"] = password
    tokens = expect("login", call("POST", base + "/auth/jwt/login", form=form), 200)
    assert tokens["token_type"] == "bearer", tokens
    token = tokens["access_token"]
    assert expect("me", call("GET", base + "/users/me", token=token), 200) == user
    assert expect("update", call("PATCH", base + "/users/me", {}, token=token), 200) == user
    expect("others", call("GET", base + "/users/%s" % user["id"], token=token), 403)
    expect("forgot", call("POST", base + "/auth/forgot-password", {"email": email}), 202)
    problems = expect("validation", call("POST", base + "/auth/reset-password", {"token": "x"}), 422)["detail"]
    assert problems[0]["loc"] == ["body", "password"], problems
    expect("logout", call("POST", base + "/auth/jwt/logout", token=token), 204)
    expect("me", call("GET", base + "/users/me", token=token), 401)


if __name__ == "__main__":
    {"register": register, "use": use}[sys.argv[1]](*sys.argv[2:])
    print("done")
