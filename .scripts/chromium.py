"""A browser driven over its pipe, with Python's standard library alone.

Chromium reads requests of the DevTools protocol from file descriptor 3 and answers on 4, each message ended by a zero byte
(chromium --remote-debugging-pipe). Protocol: https://chromedevtools.github.io/devtools-protocol/.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


def program():
    """The browser's path; None where there is none. CHROMIUM names another."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    return next((path for name in names if name for path in [shutil.which(name)] if path), None)


class Failure(Exception):
    pass


class Browser:
    """One headless browser with one tab at a time."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()

        def descriptors():
            # The pair may itself be 3 and 4.
            a, b = os.dup(to_browser), os.dup(from_browser)
            while a in (3, 4):
                a = os.dup(a)
            while b in (3, 4):
                b = os.dup(b)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [
                program(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--hide-scrollbars", "--force-color-profile=srgb", "--user-data-dir=" + self.profile,
                "--remote-debugging-pipe", "about:blank",
            ],
            preexec_fn=descriptors, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close", whole=True)
            self.process.wait(10)
        except Exception:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def receive(self, timeout):
        deadline = time.monotonic() + timeout
        while b"\0" not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.input], [], [], left)[0]:
                return None
            piece = os.read(self.input, 1 << 20)
            if not piece:
                raise Failure("the browser has gone")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, whole=False, timeout=60, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session and not whole:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data):]
        deadline = time.monotonic() + timeout
        while True:
            answer = self.receive(max(0.01, deadline - time.monotonic()))
            if answer is None:
                raise Failure(f"no answer to {method}")
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self.events.append(answer)

    def settle(self, seconds=0.15):
        """Lets the page work, and takes in what it tells."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            event = self.receive(left)
            if event:
                self.events.append(event)

    # Pages

    def open(self, url, width=1280, height=800, phone=False, scheme="light", media=""):
        """A new tab, whose console, network and policy breaches are listened to from the start."""
        if self.session:
            self.send("Target.closeTarget", whole=True, targetId=self.target)
            self.session = None
        self.target = self.send("Target.createTarget", whole=True, url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", whole=True, targetId=self.target, flatten=True)["sessionId"]
        self.events = []
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"]:
            self.send(domain + ".enable")
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if phone else 1,
            mobile=phone)
        self.send("Emulation.setTouchEmulationEnabled", enabled=phone)
        self.emulate(scheme, media)
        self.go(url)

    def emulate(self, scheme="light", media=""):
        self.send("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def go(self, url):
        self.events = [event for event in self.events if event.get("method") != "Page.loadEventFired"]
        self.send("Page.navigate", url=url)
        for _ in range(600):
            if any(event.get("method") == "Page.loadEventFired" for event in self.events):
                break
            self.settle(0.05)
        else:
            raise Failure(f"{url} does not load")
        self.settle()

    def evaluate(self, expression):
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise Failure(f"{expression}: {details.get('exception', {}).get('description', details['text'])}")
        return result["result"].get("value")

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def troubles(self):
        """What the console, the log and the inspector complain of, and every address asked for besides the page."""
        found = []
        for event in self.events:
            method, told = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                found.append("exception: " + details.get("exception", {}).get("description", details["text"]))
            elif method == "Runtime.consoleAPICalled":
                found.append("console: " + " ".join(str(each.get("value")) for each in told["args"]))
            elif method == "Log.entryAdded":
                found.append("log: " + told["entry"]["text"])
            elif method == "Audits.issueAdded":
                found.append("issue: " + json.dumps(told["issue"])[:300])
            elif method == "Network.requestWillBeSent":
                address = told["request"]["url"]
                if told.get("type") != "Document" and not address.startswith(("data:", "blob:")):
                    found.append("request: " + address)
        return found

    # Hands

    def click(self, x, y, modifiers=0):
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"]:
            self.send(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="none" if kind == "mouseMoved" else "left",
                clickCount=1, modifiers=modifiers)
        self.settle()

    def drag(self, x, y, dx, dy):
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.send("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", clickCount=1)
        for step in range(1, 6):
            self.send(
                "Input.dispatchMouseEvent", type="mouseMoved", x=x + dx * step / 5, y=y + dy * step / 5, button="left",
                buttons=1)
        self.send("Input.dispatchMouseEvent", type="mouseReleased", x=x + dx, y=y + dy, button="left", clickCount=1)
        self.settle()

    def wheel(self, x, y, delta):
        self.send("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=delta)
        self.settle()

    def pinch(self, x, y, first, last):
        """Two fingers side by side, from one distance to another."""
        def points(apart):
            return [{"x": x - apart / 2, "y": y, "id": 1}, {"x": x + apart / 2, "y": y, "id": 2}]

        self.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=points(first))
        for step in range(1, 6):
            apart = first + (last - first) * step / 5
            self.send("Input.dispatchTouchEvent", type="touchMove", touchPoints=points(apart))
        self.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self.settle()

    CODES = {"Enter": 13, "Escape": 27, "Tab": 9, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}

    def key(self, key, modifiers=0):
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": self.CODES.get(key, ord(key[0].upper()))}
        if key == "Tab" or len(key) > 1:
            common["code"] = key
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)
        self.settle(0.03)

    def write(self, text):
        self.send("Input.insertText", text=text)
        self.settle()
