package dev.lockstile.auth.spring.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstile.test.SkipReason;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tab of Chromium, driven by the DevTools protocol. */
public final class Chromium implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("ws://([^/]+)/");
    private static final int TRIES = 150;
    private static final long GRACE_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Tab tab;
    private int sent;

    private Chromium(Process process, String address) throws IOException, InterruptedException {
        this.process = process;
        URI list = URI.create("http://" + address + "/json/list");
        String tabs = http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String socket = "";
        for (JsonNode each : JsonMapper.shared().readTree(tabs)) {
            if (each.path("type").asString().equals("page")) {
                socket = each.path("webSocketDebuggerUrl").asString();
            }
        }
        this.tab = new Tab();
        tab.open(http, URI.create(socket));
    }

    /** Skips the test where there is no Chromium. */
    public static Chromium start(Path profile) throws IOException, InterruptedException {
        Optional<File> program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
        SkipReason.CHROMIUM.skipUnless(program.isPresent(), "none on the path");
        Process process = new ProcessBuilder(
                        program.orElseThrow().getPath(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--ignore-certificate-errors",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = LISTENING.matcher(line);
            if (address.find()) {
                return new Chromium(process, address.group(1));
            }
        }
        throw new IllegalStateException("Chromium does not start");
    }

    public void open(String address) {
        ask("Page.navigate", Map.of("url", address));
    }

    /** What the expression comes to, as text; a promise is waited for. */
    public String evaluate(String expression) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        return answer.path("result").path("result").path("value").asString("");
    }

    /** Waits until the expression is true, on whatever page that is. */
    public void await(String condition) {
        for (int tries = 0; tries < TRIES; tries++) {
            String promise = "new Promise(done => setTimeout(() => done(document.readyState === 'complete' && ("
                    + condition + ") ? 'yes' : 'no'), 100))";
            if (evaluate(promise).equals("yes")) {
                return;
            }
        }
        throw new AssertionError("never came true: " + condition + " at " + evaluate("location.href"));
    }

    /** Types into the fields of these names and sends the form that has the first of them. */
    public void submit(Map<String, String> fields) {
        StringBuilder script = new StringBuilder("const fields = document.querySelectorAll('form');"
                + "const form = [...fields].find(each => each.elements['"
                + fields.keySet().iterator().next() + "']);");
        fields.forEach((name, value) -> script.append("form.elements['" + name + "']")
                .append(value.equals("on") ? ".checked = true;" : ".value = '" + value + "';"));
        evaluate("(() => {" + script + "form.requestSubmit(); })()");
    }

    private JsonNode ask(String method, Map<String, Object> params) {
        sent++;
        String message = JsonMapper.shared().writeValueAsString(Map.of("id", sent, "method", method, "params", params));
        return tab.ask(sent, message);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(
                each -> each.onExit().orTimeout(GRACE_SECONDS, TimeUnit.SECONDS).join());
    }

    /** The connection to one tab. */
    private static final class Tab implements WebSocket.Listener {

        private static final long PATIENCE_SECONDS = 20;

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private WebSocket socket;

        void open(HttpClient http, URI address) {
            socket = http.newWebSocketBuilder().buildAsync(address, this).join();
        }

        JsonNode ask(int id, String message) {
            socket.sendText(message, true).join();
            try {
                for (String text = next(); text != null; text = next()) {
                    JsonNode answer = JsonMapper.shared().readTree(text);
                    if (answer.path("id").asInt(0) == id) {
                        return answer;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new AssertionError("Chromium does not answer");
        }

        private String next() throws InterruptedException {
            return received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
