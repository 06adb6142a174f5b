package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser with a passkey: asks and sends what the script of the pages would. */
record PasskeyBrowser(PagesBrowser browser, SoftwareAuthenticator key) {

    static final String SITE = "acme.example";
    static final String ORIGIN = "https://acme.example";

    static PasskeyBrowser of(PagesBrowser browser) {
        return new PasskeyBrowser(browser, SoftwareAuthenticator.at(ORIGIN));
    }

    /** The same passkey in another browser. */
    PasskeyBrowser in(PagesBrowser other) {
        return new PasskeyBrowser(other, key);
    }

    /** Asks as the script does before it shows a passkey, and fills the form's fields. */
    Map<String, String> show(String asked) {
        String json = ask(asked);
        return fields(json, key.get(value(json, "rpId"), value(json, "challenge")));
    }

    /** The same before it makes one. */
    Map<String, String> make(String asked) {
        String json = ask(asked);
        String user = json.substring(json.indexOf("\"user\""));
        return fields(
                json,
                key.create(
                        value(json.substring(json.indexOf("\"rp\"")), "id"),
                        value(json, "challenge"),
                        value(user, "id")));
    }

    private String ask(String path) {
        HttpResponse<String> answer = browser.submit(path, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer.body();
    }

    private static Map<String, String> fields(String json, String credential) {
        return new HashMap<>(Map.of("ceremony", value(json, "ceremony"), "credential", credential));
    }

    static String value(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(found.find()).as(name + " in " + json).isTrue();
        return found.group(1);
    }

    /** Adds one to the account that is signed in, as the page of that does. */
    HttpResponse<String> add(String name) {
        HttpResponse<String> page = browser.open("/account/passkeys/add");
        assertThat(page.statusCode()).isEqualTo(200);
        Map<String, String> fields = make("/passkey/add");
        fields.put("name", name);
        return browser.submit("/account/passkeys/add", fields);
    }

    /** Signs in with it alone. */
    HttpResponse<String> signIn() {
        browser.open("/sign-in");
        return browser.submit("/sign-in/passkey", show("/passkey/sign-in"));
    }

    /** The first factor; the browser then waits at the second one. */
    PasskeyBrowser half(String email, String password) {
        browser.open("/sign-in");
        HttpResponse<String> held = browser.submit("/sign-in", Map.of("login", email, "password", password));
        assertThat(location(held)).startsWith(PagesServer.MOUNT + "/second-factor");
        return this;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
